"""An invented story of two accounts, made by hand, that every writer of the room prints."""

import pytest

from nutgraf.export.dossier import Dossier, PageProof
from nutgraf.records import annotation as a
from nutgraf.records import article as r
from nutgraf.records import brief as b
from nutgraf.records import comparison as c
from nutgraf.records import copies as k
from nutgraf.records import coverage as v
from nutgraf.records import story as s

TEXTS = {
    "aaaa1111": "At least 40 boats left Port Selmo on Friday.\n\n"
    "“We were told to go,” said harbour master Ines Okafor.",
    "bbbb2222": "Some 55 boats left the harbour.\n\n"
    "“We were asked to go,” Okafor said. <b>Nobody</b> | knows\x1b[31m why.",
}
TITLES = {"aaaa1111": "Boats leave Port Selmo", "bbbb2222": "Harbour empties"}
OUTLETS = {"aaaa1111": "Selmo Courier", "bbbb2222": "Coast *Ledger*"}


def span(key: str, words: str, part: r.Part = r.Part.TEXT) -> r.Span:
    frozen = TITLES[key] if part is r.Part.TITLE else TEXTS[key]
    start = frozen.index(words)
    return r.Span(key, "v" + key, start, start + len(words), part)


def article(key: str) -> r.Article:
    text = TEXTS[key]
    cut = text.index("\n\n")
    return r.Article(
        id=key,
        version="v" + key,
        page="p" + key,
        place=0,
        kind=r.ArticleKind.ARTICLE,
        address=f"https://example.org/{key}",
        path=f"pages/{key}.html",
        title=TITLES[key],
        byline=None,
        dateline=None,
        carrier=OUTLETS[key],
        origin=OUTLETS[key],
        published=r.Published("2031-05-09", "printed on the page", r.Sure.SURE)
        if key == "aaaa1111"
        else r.Published(None, "", r.Sure.UNSURE),
        language="en",
        text=text,
        blocks=(r.Block(0, cut, r.Role.BODY), r.Block(cut + 2, len(text), r.Role.BODY)),
        anchors=(r.Anchor(0, len(text), 10, 10 + len(text)),),
        asides=(),
        completeness=1.0,
        partial=None,
        made_by="extract/1",
    )


def annotation(key: str, figure: str, low: float, qualifier: a.Qualifier, quoted: str, name: str) -> a.Annotation:
    text = TEXTS[key]
    number, said, who = span(key, figure), span(key, quoted), span(key, name)
    cue = span(key, "said")
    speaker = a.Speaker(name, "person:ines okafor", who.start, who.end, "named beside the cue", r.Sure.SURE)
    day = text.find("Friday")
    times = (a.Time(day, day + 6, a.TimeKind.DATE, None, "weekday:FRI:near", "", r.Sure.UNSURE),) if day >= 0 else ()
    return a.Annotation(
        article=key,
        version="v" + key,
        sentences=(a.Sentence(0, text.index("\n\n"), 0, r.Role.BODY),),
        entities=(a.Entity("person:ines okafor", a.EntityKind.PERSON, name, (name,), "", "", None),),
        mentions=(a.Mention(who.start, who.end, a.EntityKind.PERSON, "person:ines okafor", True),),
        quotes=(a.Quote(said.start, said.end, a.QuoteKind.DIRECT, speaker, cue.start, cue.end, 0, False),),
        attributions=(
            a.Attribution(who.start, who.end, a.AttributionKind.NAMED, name, None, None, said.start, said.end),
        ),
        figures=(a.Figure(number.start, number.end, low, low, "", qualifier, "boats", None, None, ()),),
        times=times,
        made_by="annotate/1",
    )


def statement(number: int, key: str, words: str) -> c.Statement:
    where = span(key, words)
    own = a.Attribution(where.start, where.end, a.AttributionKind.OWN, OUTLETS[key], None, None, where.start, where.end)
    return c.Statement(f"s{number}", key, OUTLETS[key], where, words, own, "did")


def coverage(key: str, alone: tuple[r.Span, ...], copied: tuple[r.Span, ...]) -> v.Coverage:
    return v.Coverage(
        key,
        OUTLETS[key],
        v.Alone(2, alone, "alone remark"),
        v.LeftOut(1, (), (), (), "fewer than three", "left out remark"),
        v.Anatomy((v.Resting("named", 1, 0.5), v.Resting("own", 1, 0.5)), "anatomy remark"),
        v.TextShares(0.25 if copied else 0.0, 0.0, 0.75 if copied else 1.0, copied, (), (), "text remark"),
    )


@pytest.fixture
def dossier() -> Dossier:
    first, second = "aaaa1111", "bbbb2222"
    accounts = (
        a.Account(
            article(first),
            annotation(first, "At least 40", 40, a.Qualifier.AT_LEAST, "We were told to go,", "Ines Okafor"),
        ),
        a.Account(
            article(second), annotation(second, "Some 55", 55, a.Qualifier.ABOUT, "We were asked to go,", "Okafor")
        ),
    )
    said = (
        statement(1, first, "At least 40 boats left Port Selmo on Friday."),
        statement(2, second, "Some 55 boats left the harbour."),
    )
    cells = tuple(
        c.Cell(item.id, item.article, item.outlet, span(item.article, words), words, value)
        for item, words, value in zip(said, ("At least 40", "Some 55"), (">=40", "~55"), strict=True)
    )
    finding = c.Finding("f1", c.FindingKind.FIGURES, c.Verdict.DIFFER, "one says 40, the other 55", cells)
    origins = tuple(c.OriginGroup(OUTLETS[key], (key,), "its own text") for key in (first, second))
    point = c.Point("p1", said[0].words, said[0].span, c.Standing.ALL, said, origins, len(origins), (finding,), 1.0)
    wordings = tuple(
        c.Wording(words, a.QuoteKind.DIRECT, (span(key, words),), (OUTLETS[key],), ("Ines Okafor",))
        for key, words in ((first, "We were told to go,"), (second, "We were asked to go,"))
    )
    comparison = c.Comparison(
        story="cccc3333",
        counts=c.Counts(2, 2, 2, 2, ("no text is a copy of the other",)),
        origins=origins,
        points=(point,),
        findings=(finding,),
        quotes=(c.QuoteRow("q1", "Ines Okafor", wordings, c.Verdict.DIFFER, "“told” in one, “asked” in the other"),),
        calendar=c.Calendar(
            (c.ResolvedTime(first, 37, 43, "2031-05-09", "the Friday of its week", r.Sure.LIKELY, ()),),
            (c.ResolvedPublished(second, r.Published("2031-05-10", "from the other account", r.Sure.LIKELY)),),
        ),
        timeline=(c.TimelineEntry("2031-05-09", "Friday", said[0].words, (said[0].span,), (OUTLETS[first],)),),
        sourcing=tuple(
            c.Sourcing(key, OUTLETS[key], (("named", 1), ("own", 1)), (), "names one source") for key in (first, second)
        ),
        made_by="compare/1",
        coverage=(coverage(first, (), (span(first, TEXTS[first][:40]),)), coverage(second, (said[1].span,), ())),
        families=(v.OwnerFamily("Vell Media", tuple(OUTLETS.values()), (first, second), ("p1",), "Both are one's."),),
    )
    headline = b.Line(TITLES[first], (span(first, TITLES[first], r.Part.TITLE),), (OUTLETS[first],), "")
    line = b.Line(said[0].words, (said[0].span, said[1].span), (OUTLETS[first], OUTLETS[second]), "2 origins")
    open_question = b.Line(
        "<b>Nobody</b> | knows\x1b[31m why.",
        (span(second, "<b>Nobody</b> | knows\x1b[31m why."),),
        (OUTLETS[second],),
        "",
    )
    return Dossier(
        story=s.Story(
            "cccc3333",
            (),
            tuple(s.Membership(k, "v" + k, "shares names and day") for k in (first, second)),
            (),
            "cluster/1",
        ),
        accounts=accounts,
        copies=k.Copies(((first,), (second,)), (), "dedupe/1"),
        comparison=comparison,
        brief=b.Brief(
            "cccc3333",
            headline,
            line,
            (b.Answer("what", (line,)), b.Answer("why", ())),
            (line,),
            (open_question,),
            ("No text read says why.",),
            "brief/1",
        ),
        pages=tuple(PageProof("p" + key, "0" * 64) for key in (first, second)),
    )

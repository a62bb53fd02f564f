"""One page to its articles: the pure function that runs inside the disposable child."""

from __future__ import annotations

from nutgraf.extract.completeness import Count, count_visible
from nutgraf.extract.decode import decode_page
from nutgraf.extract.freeze import Frozen, freeze, page_parts
from nutgraf.extract.language import find_language
from nutgraf.extract.limits import DEFAULT, Limits
from nutgraf.extract.marks import find_byline, find_dateline, find_inner_byline
from nutgraf.extract.metadata import NO_METADATA, Metadata
from nutgraf.extract.outlets import article_origin, page_carrier
from nutgraf.extract.partial import partial_reason
from nutgraf.extract.published import UNKNOWN, fresh_date, printed_date, relative_date
from nutgraf.extract.reading import Reading, read_page
from nutgraf.extract.sorting import Marked
from nutgraf.extract.stamps import read_stamp
from nutgraf.records.article import Article, ArticleKind, Extraction, Published, Role
from nutgraf.records.page import Page
from nutgraf.text import stable_id

MADE_BY = "extract/2"
LEAST_KEPT = 0.98
"""Below this share of visible characters accounted for, an article is marked partial (faults.md, rule 10)."""


def extract_page(page: Page, limits: Limits = DEFAULT) -> Extraction:
    """Return the articles and teasers of one page, and what every part of it was taken for."""
    decoded = decode_page(page)
    reading = read_page(page, decoded.text, limits)
    marks = sorted(reading.sorter.marks, key=lambda mark: (mark.line.start, mark.line.end))
    parts = page_parts(marks)
    count = count_visible(decoded.text, page.media, parts)
    drafts: list[list[Marked]] = [[] for _ in reading.sorter.kinds]
    for mark in marks:
        if mark.draft is not None:
            drafts[mark.draft].append(mark)
    whole = _Whole(page, reading, marks, drafts, count)
    articles = tuple(
        article
        for place, kind in enumerate(reading.sorter.kinds)
        if (article := whole.article(place, kind)).text or article.title
    )
    notes = (*decoded.notes, *reading.notes, *_remarks(articles, count))
    damage = (*decoded.damage, *((reading.deep,) if reading.deep else ()))
    return Extraction(page.id, articles, parts, count.visible, count.accounted, notes, MADE_BY, damage)


class _Whole:
    """What all articles of one page share."""

    def __init__(
        self, page: Page, reading: Reading, marks: list[Marked], drafts: list[list[Marked]], count: Count
    ) -> None:
        self.page, self.reading, self.drafts, self.count = page, reading, drafts, count
        kinds = reading.sorter.kinds
        self.single = sum(kind is ArticleKind.ARTICLE for kind in kinds) == 1
        teasers = frozenset(place for place, kind in enumerate(kinds) if kind is ArticleKind.TEASER)
        self.fresh = fresh_date(drafts)
        self.carrier = reading.site or page_carrier(marks, teasers)
        outlets = any(mark.role is Role.OUTLET and mark.draft not in teasers for mark in marks)
        self.own = None if outlets else self.carrier

    def article(self, place: int, kind: ArticleKind) -> Article:
        marks = self.drafts[place]
        teaser = kind is ArticleKind.TEASER
        frozen = freeze(marks, teaser)
        own = self.reading.metadata if self.single and not teaser else NO_METADATA
        title = _title(marks) or own.title
        address = own.address
        language = find_language(f"{title or ''} {frozen.text[:1200]}".strip(), self.reading.metadata.language)
        return Article(
            id=stable_id(address or self.page.address, str(place)),
            version=stable_id(title or "", frozen.text),
            page=self.page.id,
            place=place,
            kind=kind,
            address=address or (self.page.address if self.page.address.startswith("http") and self.single else None),
            path=self.page.path,
            title=title,
            byline=own.author or _byline(marks),
            dateline=None if teaser else _dateline(marks),
            carrier=self.carrier,
            origin=None if teaser else article_origin(marks, self.own, own.author),
            published=own.published or self._published(marks),
            language=language,
            text=frozen.text,
            blocks=frozen.blocks,
            anchors=frozen.anchors,
            asides=frozen.asides,
            completeness=self.count.share,
            partial=None if teaser else self._partial(frozen, own),
            made_by=MADE_BY,
        )

    def _published(self, marks: list[Marked]) -> Published:
        return printed_date(marks) or relative_date(marks, self.fresh) or UNKNOWN

    def _partial(self, frozen: Frozen, own: Metadata) -> str | None:
        if frozen.cut:
            return f"truncated: the text reached the cap of {DEFAULT.characters} characters, what follows was not read"
        if self.reading.cut is not None:
            return self.reading.cut
        if self.count.share < LEAST_KEPT:
            return f"only {self.count.share:.0%} of the page's visible characters could be accounted for"
        return partial_reason(frozen.text, self.reading.sorter.marks, own.locked)


def _title(marks: list[Marked]) -> str | None:
    return next((mark.line.words for mark in marks if mark.role is Role.TITLE), None)


def _byline(marks: list[Marked]) -> str | None:
    lines = [mark.line.words for mark in marks if mark.role is Role.BYLINE]
    named = [find_byline(words) or words for words in lines if read_stamp(words) is None or find_byline(words)]
    inner = [
        name for mark in marks if mark.role is Role.BODY and (name := find_inner_byline(mark.line.words)) is not None
    ]
    names = tuple(dict.fromkeys(named or inner))
    return ", ".join(names) or None


def _dateline(marks: list[Marked]) -> str | None:
    first = next((mark for mark in marks if mark.role is Role.BODY), None)
    found = find_dateline(first.line.words) if first is not None else None
    return found.words if found is not None else None


def _remarks(articles: tuple[Article, ...], count: Count) -> tuple[str, ...]:
    notes: list[str] = []
    if not any(article.kind is ArticleKind.ARTICLE for article in articles):
        notes.append("no article found: " + ("teasers only" if articles else "no text long enough to be one"))
    if count.share < LEAST_KEPT:
        notes.append(f"{count.visible - count.accounted} of {count.visible} visible characters are in no part")
    return tuple(notes)

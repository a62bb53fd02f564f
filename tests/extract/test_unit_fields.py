import json

from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import Limits
from nutgraf.extract.metadata import read_metadata
from nutgraf.extract.sorting import Marked
from nutgraf.extract.unit_fields import bears_title, read_unit
from nutgraf.records.article import Role
from nutgraf.records.page import Media, Page

PROSE = (
    "The council of Port Vell met on Tuesday to vote on the sea gate, and put the vote off once again because three "
    "members were missing and the report on the cost of the gate was not yet printed."
)
ENTRY = (
    "<article><h2>{title}</h2><p>By {author}</p><time datetime='{time}'>then</time>"
    "<p>{prose}</p><p>{prose}</p></article>"
)
TITLES = ("Vote put off", "Ferry runs again", "Herring landed")
ENTRIES = (
    ENTRY.format(title=TITLES[0], author="Ann Bell", time="2031-03-04T10:00:00Z", prose=PROSE),
    ENTRY.format(title=TITLES[1], author="Marek Dole", time="2031-03-04T09:00:00Z", prose=PROSE),
    f"<article><h2>{TITLES[2]}</h2><p>{PROSE}</p><p>{PROSE}</p></article>",
)


def page_of(head=""):
    source = f"<html lang='en'><head>{head}</head><body><h1>Live: the storm</h1>{''.join(ENTRIES)}</body></html>"
    document = read_document(source, Limits())
    return document, read_metadata(source, document, Page("p", "file:///p", None, Media.HTML, b"", "", ""))


def marks_of(document, title):
    scope = next(line.scope for line in document.lines if line.words == title)
    roles = {"h1": Role.TITLE, "h2": Role.TITLE}
    return [Marked(line, roles.get(line.tag, Role.BODY), 0) for line in document.lines if line.scope == scope]


def test_each_of_several_texts_has_its_own_byline_and_time():
    document, whole = page_of("<meta name='author' content='Lea Noor'>")
    units = [read_unit(whole.basis, marks_of(document, title), whole.beside()) for title in TITLES]
    assert [unit.author for unit in units] == ["Ann Bell", "Marek Dole", None]
    assert [unit.published and unit.published.value for unit in units] == [
        "2031-03-04T10:00+00:00",
        "2031-03-04T09:00+00:00",
        None,
    ]
    assert {unit.language for unit in units} == {"en"}


def test_json_ld_tells_of_the_entry_with_its_headline():
    entry = {
        "@type": "BlogPosting",
        "headline": TITLES[2],
        "author": {"name": "Uwe Kahl"},
        "datePublished": "2031-03-03",
    }
    live = {"@type": "LiveBlogPosting", "headline": "Live: the storm", "liveBlogUpdate": [entry]}
    document, whole = page_of(f'<script type="application/ld+json">{json.dumps(live)}</script>')
    unit = read_unit(whole.basis, marks_of(document, TITLES[2]))
    assert (unit.author, unit.published.value) == ("Uwe Kahl", "2031-03-03")


def test_the_text_under_the_pages_title_bears_what_its_head_tells():
    document, whole = page_of(f"<title>{TITLES[1]}</title>")
    assert [bears_title(whole, marks_of(document, title)) for title in TITLES] == [False, True, False]


def test_a_draft_without_lines_tells_nothing():
    _, whole = page_of()
    assert read_unit(whole.basis, []).author is None


def test_the_byline_under_the_text_above_is_not_this_ones():
    source = (
        "<html><body><article><h1>The week</h1>"
        + "".join(
            f"<h2>{title}</h2><p>{PROSE}</p><p>by {author}</p>"
            for title, author in (("Vote put off", "Ann Bell"), ("Ferry runs again", "Marek Dole"))
        )
        + "</article></body></html>"
    )
    document = read_document(source, Limits())
    whole = read_metadata(source, document, Page("p", "file:///p", None, Media.HTML, b"", "", ""))
    start = next(at for at, line in enumerate(document.lines) if line.words == "Ferry runs again")
    marks = [Marked(line, Role.BODY, 0) for line in document.lines[start:]]
    assert read_unit(whole.basis, marks, above=document.lines[start - 1].end).author == "Marek Dole"

import pytest

from nutgraf.extract.articles import extract_articles
from nutgraf.extract.limits import Limits
from nutgraf.records.article import Extraction
from nutgraf.records.page import Media, Outcome, Page, SetAside

TEXT = "The council of Port Vell met on Tuesday to vote on the sea gate and put the vote off again. "
HTML = b"<p>" + (TEXT * 3).encode() + b"</p>"


def page_of(content: bytes, media: Media = Media.HTML, name: str = "p") -> Page:
    return Page(name, f"file:///{name}", None, media, content, "", "")


HOSTILE = {
    "nested": b"<div>" * 100_000 + HTML + b"</div>" * 100_000,
    "attributes": b"<p " + b"".join(b"a%d=1 " % n for n in range(200_000)) + b">" + HTML,
    "comments": b"<!--" * 1_000_000,
    "brackets": b"<" * 4_000_000 + HTML,
    "entities": b"&amp;" * 900_000 + HTML,
    "nul": b"<p>\x00" + (TEXT * 3).replace(" ", " \x00").encode() + b"</p>",
    "not utf-8": b"<meta charset=utf-8>" + HTML + b"\xff\xfe\xc3(" * 20,
    "surrogates": b"<p>&#xD800; " + (TEXT * 3).encode() + b"\xed\xa0\x80</p>",
    "json-ld": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + HTML,
    "empty": b"<html></html>",
}
LONG = "truncated: the text reached the cap of 200000 characters, what follows was not read"
DAMAGE = {
    "nested": "its elements are nested ",
    "nul": "61 control characters removed",
    "not utf-8": "places could not be read as text",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_are_read_or_set_aside(name):
    good = page_of(HTML, name="good")
    first, second = extract_articles([page_of(HOSTILE[name]), good], Limits(children=1))
    assert isinstance(second, Extraction)
    assert [article.text.count("Port Vell") for article in second.articles] == [3]
    assert isinstance(first, Extraction), first
    if name not in ("comments", "empty"):
        assert sum(article.text.count("Port") for article in first.articles) == 3


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_of_a_page_is_damaged_is_said(name):
    (found,) = extract_articles([page_of(HOSTILE[name])], Limits(children=1))
    assert isinstance(found, Extraction)
    assert DAMAGE.get(name, "") in "; ".join(found.damage)
    assert bool(found.damage) == (name in DAMAGE)


def test_order_is_kept():
    pages = [page_of((TEXT * (n + 1)).encode(), Media.TEXT, f"p{n}") for n in range(9)]
    assert [extraction.page for extraction in extract_articles(pages)] == [page.id for page in pages]


def test_a_page_over_its_time_is_quarantined_and_the_rest_goes_on():
    slow = page_of(b"".join(b"<p>word %d and more</p>" % n for n in range(190_000)), name="slow")
    first, second = extract_articles([slow, page_of(HTML, name="good")], Limits(children=1, seconds=3))
    assert isinstance(first, SetAside)
    assert first.outcome is Outcome.QUARANTINED
    assert "3 seconds" in first.reason
    assert isinstance(second, Extraction)


def test_a_page_over_the_cap_is_marked():
    (one,) = extract_articles([page_of((TEXT * 20).encode(), Media.TEXT)], Limits(children=1, page_bytes=100))
    assert isinstance(one, Extraction)
    assert "cap of 100 bytes" in (one.articles[0].partial or "")


def test_a_text_over_the_cap_on_letters_is_cut_and_marked():
    (one,) = extract_articles([page_of((TEXT * 2_500).encode(), Media.TEXT)], Limits(children=1))
    assert isinstance(one, Extraction)
    assert [article.partial for article in one.articles] == [LONG]

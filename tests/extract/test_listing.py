# ruff: noqa: E501 - what pages hold is read in one piece or not at all
import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.limits import Limits
from nutgraf.extract.page import extract_page
from nutgraf.records.article import Field, Link

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Coast papers</title></head><body>
<outline text="News"><outline text="West"><outline type="rss" text="Harbour &amp; Gazette" xmlUrl="https://gazette.example/feed?a=1&amp;b=2"
 htmlUrl="https://gazette.example/"/></outline></outline>
<outline title="Coast Courier" text="x" xmlUrl="https://courier.example/rss"/>
<outline text="A page" type="link" url="https://paper.example/"/>
<outline text="bad" xmlUrl="javascript:alert(1)"/><outline text="worse" xmlUrl="file:///etc/passwd"/>
<outline text="twice" xmlUrl="https://courier.example/rss"/></body></opml>"""

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<!-- <url><loc>https://gazette.example/no</loc></url> -->
<url><loc>https://gazette.example/a?x=1&amp;y=2</loc><lastmod>2025-05-14T06:10:00+02:00</lastmod><priority>0.5</priority>
<image:image><image:loc>https://gazette.example/a.jpg</image:loc></image:image></url>
<url><loc><![CDATA[https://gazette.example/b]]></loc><lastmod>someday</lastmod></url>
<url><loc> data:text/html,x </loc></url></urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://gazette.example/s1.xml</loc><lastmod>2025-05-14</lastmod></sitemap>
<sitemap><loc>https://gazette.example/s2.xml.gz</loc></sitemap></sitemapindex>"""

NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://gazette.example/wall</loc><n:news><n:publication><n:name>Harbour Gazette</n:name><n:language>en</n:language>
</n:publication><n:publication_date>2025-05-14T06:10:00+02:00</n:publication_date><n:title>Harbour town votes on wall &amp; pumps</n:title>
<n:keywords>wall, harbour</n:keywords></n:news></url>
<url><loc>https://gazette.example/ferry</loc></url></urlset>"""


@pytest.mark.parametrize(
    ("content", "links"),
    [
        (
            OPML,
            (
                Link("https://gazette.example/feed?a=1&b=2", "Harbour & Gazette", "feed"),
                Link("https://gazette.example/", "Harbour & Gazette", "page"),
                Link("https://courier.example/rss", "Coast Courier", "feed"),
                Link("https://paper.example/", "A page", "page"),
            ),
        ),
        (
            SITEMAP,
            (
                Link("https://gazette.example/a?x=1&y=2", None, "page", "2025-05-14T06:10+02:00"),
                Link("https://gazette.example/b", None, "page", None),
            ),
        ),
        (
            INDEX,
            (
                Link("https://gazette.example/s1.xml", None, "sitemap", "2025-05-14"),
                Link("https://gazette.example/s2.xml.gz", None, "sitemap", None),
            ),
        ),
    ],
    ids=["OPML", "sitemap", "index"],
)
def test_lists_give_links(page_of, extract, content, links):
    extraction = extract(page_of(content, "listing"))
    assert extraction.links == links
    assert extraction.articles == ()
    assert extraction.accounted == extraction.visible


def test_addresses_that_are_none_are_told(page_of, extract):
    assert "“javascript:alert(1)”, “file:///etc/passwd”" in extract(page_of(OPML, "listing")).damage[0]
    assert "“data:text/html,x”" in extract(page_of(SITEMAP, "listing")).damage[0]


def test_a_news_sitemap_gives_teasers_too(page_of, extract):
    extraction = extract(page_of(NEWS, "listing"))
    (teaser,) = extraction.articles
    assert (teaser.kind.value, teaser.title, teaser.text) == ("teaser", "Harbour town votes on wall & pumps", "")
    assert (teaser.address, teaser.carrier, teaser.language) == (
        "https://gazette.example/wall",
        "Harbour Gazette",
        "en",
    )
    assert (teaser.published.value, teaser.published.how) == (
        "2025-05-14T06:10+02:00",
        "news:publication_date of the news sitemap",
    )
    assert [(link.address, link.title) for link in extraction.links] == [
        ("https://gazette.example/wall", "Harbour town votes on wall & pumps"),
        ("https://gazette.example/ferry", None),
    ]
    assert next(found.how for found in teaser.found if found.field is Field.CARRIER) == "news:name of the news sitemap"


def test_caps_are_kept_and_the_rest_counted(page_of):
    extraction = extract_page(page_of(OPML, "listing"), Limits(links=2))
    assert len(extraction.links) == 2
    assert "only the first 2 addresses were kept (the cap on a list); 2 more were not" in extraction.damage


@pytest.mark.parametrize("content", ["<html><body>x</body></html>", "plain words", "<rss></rss>", ""])
def test_what_is_no_list_is_refused(page_of, content):
    with pytest.raises(DocumentRefused, match="neither an OPML file nor a sitemap"):
        extract_page(page_of(content, "listing"))


def test_an_empty_or_cut_list_is_no_fault(page_of, extract):
    assert extract(page_of("<opml><body></body></opml>", "listing")).notes[-1].startswith("no address")
    assert len(extract(page_of(SITEMAP[: SITEMAP.index("</lastmod>")], "listing")).links) == 1


def test_hostile_lists(page_of, hostile):
    folder = hostile / "generated"
    with pytest.raises(DocumentRefused, match="declares entities"):
        extract_page(page_of((folder / "opml-xxe.opml").read_bytes(), "listing"))
    extraction = extract_page(page_of((folder / "opml-ssrf.opml").read_bytes(), "listing"))
    assert all(link.address.startswith(("http://", "https://")) for link in extraction.links)
    assert len(extraction.links) + 7 == 31
    assert extract_page(page_of((folder / "opml-deep.opml").read_bytes(), "listing")).links == ()

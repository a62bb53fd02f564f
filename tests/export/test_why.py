from dataclasses import replace

from nutgraf.export.links import export_link
from nutgraf.export.terminal.links import links_list
from nutgraf.export.terminal.pieces import render
from nutgraf.export.terminal.why import why_page
from nutgraf.export.why import NOT_TOLD, explain_article
from nutgraf.records import article as r
from nutgraf.records.page import Media, Page

PAGE = Page("p1", "file:///feed.xml", "saved/feed.xml", Media.FEED, b"", "", "", container="crawl.warc, record 2")
FOUND = (
    r.Found(r.Field.TITLE, "Boats leave Port Selmo", "title of the feed’s entry", True),
    r.Found(r.Field.TITLE, "Boats leave | Selmo Courier", "the head of the page", False),
    r.Found(r.Field.PUBLISHED, "2031-05-09", "pubDate of the feed’s entry", True),
    r.Found(r.Field.PUBLISHED, "2031-06-01", "Date of the saved page", False, "when the page was saved"),
)


def told(dossier, **changes):
    article = replace(dossier.accounts[0].article, found=FOUND, **changes)
    parts = (
        r.PagePart(0, 10, r.Role.FURNITURE),
        r.PagePart(10, 40, r.Role.TITLE, 0),
        r.PagePart(40, 90, r.Role.BODY, 0),
        r.PagePart(90, 95, r.Role.FURNITURE),
        r.PagePart(95, 140, r.Role.TITLE, 1),
        r.PagePart(140, 160, r.Role.CAPTION, 0),
    )
    extraction = r.Extraction("p1", (article,), parts, 160, 160, ("charset utf-8", "cut"), "extract/3", ("cut",))
    return explain_article(article, extraction, PAGE)


def test_each_field_says_how_it_was_found_and_what_was_not_chosen(dossier):
    fields = {field.field: field for field in told(dossier).fields}
    assert (fields["title"].value, fields["title"].how) == ("Boats leave Port Selmo", "title of the feed’s entry")
    assert [passed.why_not for passed in fields["title"].passed] == ["it is the weaker one"]
    assert fields["published"].sure == "sure"
    assert fields["published"].passed[0].why_not == "when the page was saved"
    assert (fields["byline"].value, fields["byline"].how) == (None, NOT_TOLD)
    assert (fields["carrier"].value, fields["carrier"].how) == ("Selmo Courier", "the page")
    assert "free" not in fields


def test_what_of_the_page_is_left_out_is_counted(dossier):
    assert [(left.what, left.places, left.characters) for left in told(dossier).left_out] == [
        ("captions of pictures", 1, 20),
        ("menus, buttons and other furniture", 2, 15),
        ("other articles and teasers of the page", 1, 45),
    ]


def test_the_page_reads_well_at_night(dossier):
    shown = render(why_page(told(dossier)), 100)
    for words in (
        "from saved/feed.xml, crawl.warc, record 2 (feed, page paaaa111)",
        "found: title of the feed’s entry",
        "not “Boats leave | Selmo Courier” (the head of the page): it is the weaker one",
        "not “2031-06-01” (Date of the saved page): when the page was saved",
        "As far as the page shows: yes.",
        "15 characters, 2 places",
        "nothing on the page tells it",
    ):
        assert words in shown
    assert shown.count("cut") == 2
    assert "It may not be whole: a paywall" in render(why_page(told(dossier, partial="a paywall")), 100)
    assert "It is a teaser" in render(why_page(told(dossier, kind=r.ArticleKind.TEASER)), 100)


def test_control_characters_of_a_page_never_reach_the_terminal(dossier):
    evil = r.Found(r.Field.TITLE, "a\x1b[31m red", "b\x1b", False)
    article = replace(dossier.accounts[0].article, found=(evil,))
    extraction = r.Extraction("p1", (article,), (), 1, 1, ("note \x1b[2J",), "extract/3")
    assert "\x1b" not in render(why_page(explain_article(article, extraction, PAGE)), 100)


def test_links_are_shown_list_by_list():
    links = [
        export_link("p1", "a.opml", r.Link("https://courier.example/rss", "Courier\x1b", "feed")),
        export_link("p1", "a.opml", r.Link("https://courier.example/", None, "page", "2031-05-09")),
        export_link("p2", "map.xml", r.Link("https://gazette.example/s.xml", None, "sitemap")),
    ]
    shown = render(links_list(links), 80)
    assert shown.splitlines()[:2] == ["a.opml", "2 addresses"]
    assert "feed      https://courier.example/rss" in shown
    assert "sitemap   https://gazette.example/s.xml" in shown
    assert "\x1b" not in shown
    assert "Read an OPML file or a sitemap" in render(links_list([]), 80)

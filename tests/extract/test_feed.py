# ruff: noqa: E501 - what pages hold is read in one piece or not at all
import json
import re

import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.decode import decode_page
from nutgraf.extract.limits import DEFAULT, Limits
from nutgraf.extract.page import extract_page
from nutgraf.records.article import Field

LONG = (
    "The council of Nordhaven voted on Tuesday night to raise the sea wall by a metre and a half, the mayor said.",
    "“We can pay for the wall once, or for the flood every year,” the treasurer told members before the vote.",
    "Construction is to begin in October, after the herring season, and to take fourteen months, she added.",
)
HTML = "".join(f"<p>{words}</p>" for words in LONG)
ESCAPED = HTML.replace("<", "&lt;").replace(">", "&gt;")


def rss(*items, head="<title>Harbour Gazette</title><link>https://gazette.example/</link>"):
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


def item(body="", title="Wall vote", link="https://gazette.example/1", more=""):
    return f"<item><title>{title}</title><link>{link}</link>{body}{more}</item>"


def told(extraction):
    return [(article.kind.value, article.title, len(article.blocks)) for article in extraction.articles]


@pytest.mark.parametrize(
    ("feed", "name"),
    [
        (rss(item(f"<description>{ESCAPED}</description>")), "RSS 2.0, escaped"),
        (rss(item(f"<description><![CDATA[{HTML}]]></description>")), "RSS 2.0, CDATA"),
        (
            rss(item(f"<content:encoded><![CDATA[{HTML}]]></content:encoded><description>Short.</description>")),
            "content",
        ),
        (rss(item(f"<description>{HTML}</description>")), "markup that nobody escaped"),
        (rss(item("<description>" + "\n\n".join(LONG) + "</description>")), "plain paragraphs"),
        (f"<rss><channel><title>Harbour Gazette</title>{item(f'<description>{ESCAPED}</description>')}", "cut"),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
            "<channel><title>Harbour Gazette</title><link>https://gazette.example/</link></channel>"
            f"{item(f'<description>{ESCAPED}</description>')}</rdf:RDF>",
            "RSS 1.0",
        ),
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title><link href="https://gazette.example/"/>'
            f'<entry><title>Wall vote</title><link href="1"/><content type="html">{ESCAPED}</content></entry></feed>',
            "Atom, html",
        ),
        (
            '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml">'
            '<a:title>Harbour Gazette</a:title><a:link href="https://gazette.example/"/>'
            '<a:entry><a:title type="text">Wall vote</a:title><a:link rel="alternate" href="https://gazette.example/1"/>'
            f'<a:content type="xhtml"><h:div>{HTML.replace("<p", "<h:p").replace("</p", "</h:p")}</h:div></a:content>'
            "</a:entry></a:feed>",
            "Atom, prefixed xhtml",
        ),
        (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour Gazette</title>'
            '<link rel="alternate" type="text/html" href="https://gazette.example/"/><entry><title>Wall vote</title>'
            '<link rel="alternate" type="text/html" href="https://gazette.example/1"/>'
            f'<content type="text/html" mode="escaped">{ESCAPED}</content></entry></feed>',
            "Atom 0.3",
        ),
        (
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": "Harbour Gazette",
                    "home_page_url": "https://gazette.example/",
                    "items": [
                        {"id": "1", "url": "https://gazette.example/1", "title": "Wall vote", "content_html": HTML}
                    ],
                }
            ),
            "JSON Feed, html",
        ),
        (
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1",
                    "title": "Harbour Gazette",
                    "home_page_url": "https://gazette.example/",
                    "items": [{"url": "/1", "title": "Wall vote", "content_text": "\n\n".join(LONG), "id": 7}],
                }
            ),
            "JSON Feed, text",
        ),
    ],
    ids=lambda value: value if len(value) < 40 else "",
)
def test_an_entry_with_its_text_is_an_article_in_every_format(page_of, extract, feed, name):
    extraction = extract(page_of(feed, "feed"))
    (article,) = extraction.articles
    assert told(extraction) == [("article", "Wall vote", 3)]
    assert article.text == "\n\n".join(LONG)
    assert article.address in (
        "https://gazette.example/1",
        None if name == "Atom, html" else "https://gazette.example/1",
    )
    assert (article.carrier, article.origin, article.partial) == ("Harbour Gazette", "Harbour Gazette", None)
    assert article.completeness == 1.0
    assert extraction.accounted == extraction.visible


def test_every_letter_is_tied_to_the_feeds_own_text(page_of):
    body = (
        "&lt;p&gt;"
        + "Möwe &amp;amp; Wall: „so” " * 12
        + "&lt;/p&gt;&lt;p&gt;"
        + "A second paragraph of words. " * 20
        + "&lt;/p&gt;"
    )
    page = page_of(rss(item(f"<description>{body}</description>", title="Fish &amp; ships")), "feed")
    (article,) = extract_page(page).articles
    source = decode_page(page).text
    assert article.title == "Fish & ships"
    assert "Möwe & Wall" in article.text
    first = next(anchor for anchor in article.anchors if article.text[anchor.start :].startswith("Möwe"))
    assert source[first.page_start : first.page_end].startswith("Möwe &amp;amp; Wall")
    title = next(found for found in article.found if found.field is Field.TITLE)
    assert source[title.start : title.end] == "Fish &amp; ships"


def test_json_escapes_are_tied_too(page_of):
    words = 'He said "wall" and \\ and Möwe. ' * 30
    feed = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"title": "W", "content_text": words}]})
    page = page_of(feed, "feed")
    (article,) = extract_page(page).articles
    source = decode_page(page).text
    assert article.text == words.strip()
    plain = [a for a in article.anchors if a.end - a.start == a.page_end - a.page_start]
    assert all(source[a.page_start : a.page_end] == article.text[a.start : a.end] for a in plain)
    assert any(source[a.page_start : a.page_end] == '\\"' for a in article.anchors)


def test_what_a_feed_tells_is_kept_with_how_it_was_found(page_of, extract):
    more = (
        "<pubDate>Wed, 14 May 2025 06:10:00 +0200</pubDate><dc:creator>Nadia Kron</dc:creator><dc:creator>Jon Berg</dc:creator>"
        "<author>desk@gazette.example (The desk)</author><category>Local</category><category>Climate</category>"
        '<source url="https://coast.example/feed">Coast Courier</source><guid isPermaLink="false">n-1</guid>'
        "<atom:updated>2025-05-14T07:45:00+02:00</atom:updated>"
    )
    head = (
        "<title>Harbour Gazette</title><link>https://gazette.example/</link><language>en-GB</language>"
        '<atom:link rel="self" href="https://gazette.example/feed.xml"/>'
    )
    (article,) = extract(
        page_of(rss(item(f"<description>{ESCAPED}</description>", more=more), head=head), "feed")
    ).articles
    assert (article.byline, article.section, article.origin) == ("Nadia Kron, Jon Berg", "Local", "Coast Courier")
    assert (article.published.value, article.published.how) == ("2025-05-14T06:10+02:00", "pubDate of the feed’s entry")
    assert article.modified.value == "2025-05-14T07:45+02:00"
    assert article.language == "en"
    rows = {(found.field, found.value): found for found in article.found}
    assert rows[Field.BYLINE, "The desk"].chosen is False
    assert rows[Field.BYLINE, "The desk"].how == "author of the feed’s entry"
    assert rows[Field.SECTION, "Climate"].chosen is False
    assert rows[Field.CARRIER, "Harbour Gazette"].how == "title of the feed"


@pytest.mark.parametrize(
    ("raw", "value", "captured"),
    [
        ("Wed, 14 May 2025 06:10:00 EST", "2025-05-14T06:10-05:00", None),
        ("14 May 25 06:10 GMT", "2025-05-14T06:10+00:00", None),
        ("2025-05-14", "2025-05-14", None),
        ("2025-05-14T06:10:00.123Z", "2025-05-14T06:10+00:00", None),
        ("Sat, 01 Jan 0000 00:00:00 GMT", None, None),
        ("99999-01-01", None, None),
        ("Tue, 31 Feb 2025 25:61:61 +9999", None, None),
        ("1" * 5_000, None, None),
        ("2031-05-14T00:00:00Z", "2031-05-14T00:00+00:00", None),
        ("2031-05-14T00:00:00Z", None, "2031-05-09T00:00:00+00:00"),
        ("2031-05-10T12:00:00Z", "2031-05-10T12:00+00:00", "2031-05-09T00:00:00+00:00"),
    ],
)
def test_dates_are_read_where_they_are_plausible_and_kept_as_they_stand(page_of, extract, raw, value, captured):
    page = page_of(
        rss(item("<description>Two words.</description>", more=f"<pubDate>{raw}</pubDate>")), "feed", captured=captured
    )
    (teaser,) = extract(page).articles
    assert teaser.published.value == value
    (found,) = [each for each in teaser.found if each.field is Field.PUBLISHED]
    assert found.chosen is (value is not None)
    if value is None:
        assert found.value == raw[:100]
        assert "between 1990" in found.why_not
        assert "was not taken" in teaser.published.how


def ids(page_of, feed, address="file:///a.xml"):
    return [article.id for article in extract_page(page_of(feed, "feed", address)).articles]


def test_an_entry_keeps_its_id_wherever_the_feed_was_saved_and_whatever_comes_before_it(page_of):
    first = rss(item("<description>One.</description>"))
    again = rss(
        item("<description>New.</description>", "Ferry", "https://gazette.example/2"),
        item("<description>One, corrected.</description>"),
    )
    assert ids(page_of, again, "file:///b.xml")[1:] == ids(page_of, first)


def test_the_feed_and_the_page_and_another_feed_have_ids_of_their_own(page_of):
    own = item(f"<description>{ESCAPED}</description>")
    feed, other = rss(own), rss(own, head="<title>Coast</title><link>https://coast.example/</link>")
    page = f'<html><head><link rel="canonical" href="https://gazette.example/1"></head><body><article><h1>Wall vote</h1>{HTML}'
    (on_page, *_) = extract_page(page_of(page, "html")).articles
    teaser = rss(item("<description>One.</description>"))
    all_ids = [on_page.id, *ids(page_of, feed), *ids(page_of, other), *ids(page_of, teaser)]
    assert len(set(all_ids)) == 4


def test_a_guid_or_link_that_all_entries_share_is_no_name(page_of):
    same = "<guid>same</guid>"
    links = [item(title=f"Title {n}", more=same) for n in range(3)]
    found = ids(page_of, rss(*links))
    assert len(set(found)) == 3
    assert ids(page_of, rss(*reversed(links))) == found[::-1]


def test_an_entry_that_stands_twice_is_taken_once(page_of):
    one = item("<description>One.</description>")
    extraction = extract_page(page_of(rss(one, one), "feed"))
    assert len(extraction.articles) == 1
    assert any("more than once" in note for note in extraction.notes)


def test_the_newest_entries_are_kept_and_the_rest_counted(page_of):
    items = [
        item(
            "<description>Words.</description>",
            f"T{n}",
            f"https://gazette.example/{n}",
            f"<pubDate>2025-01-{n:02} 00:00</pubDate>",
        )
        for n in range(1, 8)
    ]
    few = Limits(entries=3)
    extraction = extract_page(page_of(rss(*items), "feed"), few)
    assert [article.title for article in extraction.articles] == ["T5", "T6", "T7"]
    assert extraction.damage == ("only the newest 3 entries were read (cap on entries), not the 4 older ones",)
    assert all(article.completeness == 1.0 for article in extraction.articles)
    assert extraction.accounted < extraction.visible


def test_a_cut_feed_gives_what_came_before(page_of):
    feed = rss(
        item(f"<description>{ESCAPED}</description>"),
        item("<description>Cut here and", "Ferry", "https://gazette.example/2"),
    )
    extraction = extract_page(page_of(feed[: feed.index(" here and")], "feed"))
    assert [article.title for article in extraction.articles] == ["Wall vote", "Ferry"]
    assert "cut off" in extraction.damage[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><body><p>Not found</p></body></html>", "no feed"),
        ("{}", "no JSON Feed"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "declares entities"),
    ],
)
def test_what_is_no_feed_is_refused_in_words(page_of, content, reason):
    with pytest.raises(DocumentRefused, match=reason):
        extract_page(page_of(content, "feed"))


def test_a_real_feed_by_feedgen(page_of, extract, wrapped):
    for name in ("feedgen_rss.xml", "feedgen_atom.xml"):
        extraction = extract(page_of((wrapped / name).read_bytes(), "feed"))
        assert told(extraction) == [
            ("article", "Harbour town votes to raise its sea wall & pay for pumps", 12),
            ("teaser", "Ferry to Skarholm cancelled for a week", 1),
        ]
        article, teaser = extraction.articles
        assert (article.byline, article.dateline) == ("Nadia Kron", "NORDHAVEN")
        assert [aside.role.value for aside in article.asides] == ["reprint"]
        assert teaser.address == "https://www.harbourgazette.example/news/ferry"


def test_all_feeds_of_feedparsers_tests_are_read_or_refused_in_words(page_of, extract, hostile):
    refused = 0
    for path in sorted((hostile / "feedparser-tests").rglob("*")):
        if path.suffix in (".xml", ".json"):
            try:
                extract(page_of(path.read_bytes(), "feed"))
            except DocumentRefused:
                refused += 1
    assert refused == 3


def test_no_script_of_feedparsers_tests_reaches_a_text(page_of, hostile):
    for path in sorted((hostile / "feedparser-tests" / "wellformed" / "sanitize").glob("*.xml")):
        for article in extract_page(page_of(path.read_bytes(), "feed")).articles:
            assert "<script" not in f"{article.title} {article.text}".lower()


def test_hostile_feeds_stay_within_the_caps(page_of, hostile):
    assert DEFAULT.entries == 1_000
    for name in ("f_billion.xml", "f_xxe_file.xml", "f_xxe_http.xml"):
        with pytest.raises(DocumentRefused, match="declares entities"):
            extract_page(page_of((hostile / "generated" / name).read_bytes(), "feed"))
    extraction = extract_page(page_of((hostile / "generated" / "f_truncated.xml").read_bytes(), "feed"))
    assert len(extraction.articles) == 43
    assert (
        len(
            {
                article.id
                for article in extract_page(
                    page_of((hostile / "generated" / "f_dupguid.xml").read_bytes(), "feed")
                ).articles
            }
        )
        == 1_000
    )


def letters_apart_from_markup(text):
    """What another reader of XML, a blunt one, finds in it: all that stands in no tag, and in no comment."""
    text = text.replace("<![CDATA[", " " * 9)
    bare = re.sub(r"<!--.*?-->|<[?!/]?[a-zA-Z\[][^<>]*>", lambda found: " " * len(found.group()), text, flags=re.DOTALL)
    return {at for at, sign in enumerate(bare) if sign.isalnum()}


def test_no_word_of_a_feed_is_lost_in_silence(page_of, wrapped):
    odd = rss(
        item("<description>One.</description>"), "<note>Words between two entries.</note>", item("<description>Two.</description>", link=""),
        "Bare words at the end.",
    )  # fmt: skip
    for content in (odd, *((wrapped / name).read_bytes().decode() for name in ("feedgen_rss.xml", "feedgen_atom.xml"))):
        page = page_of(content, "feed")
        covered = {at for part in extract_page(page).parts for at in range(part.start, part.end)}
        assert letters_apart_from_markup(decode_page(page).text) - covered == set()

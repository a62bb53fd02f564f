import json

import pytest

from nutgraf.records.article import Field, Sure

TITLE = "Sea gate vote put off again"
META = "<meta property='article:published_time' content='{}'>"


def data(*things, **fields):
    every = [{"@type": "NewsArticle", "headline": TITLE, **fields}, *things]
    return f'<script type="application/ld+json">{json.dumps(every)}</script>'


PUBLISHED = [
    ("JSON-LD", data(datePublished="2031-03-04T10:00:00+01:00"), "", "2031-03-04T10:00+01:00", "sure"),
    ("a meta tag", META.format("2031-03-04T10:00:00Z"), "", "2031-03-04T10:00+00:00", "sure"),
    ("microdata", "", "<meta itemprop='datePublished' content='2031-03-04'>", "2031-03-04", "sure"),
    ("a time element", "", "<time datetime='2031-03-04T10:00:00Z'>today</time>", "2031-03-04T10:00+00:00", "likely"),
    ("a class name", "", "<div class='post-date'>4 March 2031</div>", "2031-03-04", "likely"),
    ("hAtom", "", "<abbr class='posted' title='2031-03-04T10:00:00Z'>4</abbr>", "2031-03-04T10:00+00:00", "likely"),
    ("printed and labelled", "", "<p>Published: 4 March 2031, 10:00</p>", "2031-03-04", "sure"),
    ("printed in German", "", "<p>Veröffentlicht am 4. März 2031</p>", "2031-03-04", "sure"),
    ("printed with the byline", "", "<p>By Ann Bell | 4 March 2031</p>", "2031-03-04", "likely"),
    ("in the address", "<link rel='canonical' href='https://p.example/2031/03/04/gate'>", "", "2031-03-04", "likely"),
    ("only the last change", "", "<p>Updated 5 March 2031</p>", "2031-03-05", "unsure"),
    ("after the text", "", "{prose}<p>So.</p><p>Well.</p><p>Posted on March 4, 2031</p>", "2031-03-04", "likely"),
    ("data of a script", "", '<script>window.x={"publishedAt":"2031-03-04T10:00:00Z"}</script>',
     "2031-03-04T10:00+00:00", "unsure"),
    ("digits of an American page", "", "<p>Published 03/04/2031</p>", "2031-03-04", "unsure"),
    ("a placeholder is none", data(datePublished="0001-01-01T00:00:00Z") + META.format("1970-01-01"), "", None, None),
    ("nothing tells", "", "", None, None),
]  # fmt: skip
AGREEING = [
    (
        "the printed day with its zone",
        data(datePublished="2031-03-05T03:10:00Z"),
        "<time datetime='2031-03-04T22:10:00-05:00'>4 March</time>",
        "2031-03-04T22:10-05:00",
    ),
    (
        "the moment on the day that is printed",
        data(datePublished="2031-03-05T03:10:00Z"),
        "<p>4 March 2031</p>",
        "2031-03-04T23:10-04:00",
    ),
    (
        "a printed day that is the last change",
        data(datePublished="2031-03-01", dateModified="2031-03-04"),
        "<p>4 March 2031</p>",
        "2031-03-01",
    ),
    ("what readers see", data(datePublished="2031-06-01"), "<p>Published 4 March 2031</p>", "2031-03-04"),
]
FOREIGN = [
    ("a related text's", "{prose}<div class='related'><time datetime='2031-03-09'>9 March 2031</time></div>"),
    ("a comment's", "{prose}<div class='comments'><time datetime='2031-03-09'>9 March 2031</time></div>"),
    ("the footer's", "{prose}<footer><time datetime='2031-03-09'>9 March 2031</time></footer>"),
    ("the menu's", "{prose}<nav><time datetime='2031-03-09'>9 March 2031</time></nav>"),
]


@pytest.mark.parametrize("page", PUBLISHED, ids=[page[0] for page in PUBLISHED])
def test_when_a_text_was_published(tell, prose, page):
    _, head, body, value, sure = page
    body = body.replace("{prose}", prose) if "{prose}" in body else body + prose
    published = tell(body, head, title=TITLE).published
    assert (published and published.value, published and published.sure.value) == (value, sure)


@pytest.mark.parametrize(("head", "body", "value"), [page[1:] for page in AGREEING], ids=[page[0] for page in AGREEING])
def test_what_the_head_declares_and_what_readers_see(tell, prose, head, body, value):
    assert tell(body + prose, head, title=TITLE).published.value == value


@pytest.mark.parametrize(("name", "body"), FOREIGN, ids=[page[0] for page in FOREIGN])
def test_a_date_from_the_wrong_place_never_wins(tell, prose, name, body):
    told = tell(body.replace("{prose}", prose), title=TITLE)
    assert told.published is None
    assert [fact.why_not is not None for fact in told.told if fact.value.startswith("2031-03-09")] != []


def test_todays_date_over_the_title_is_not_the_texts(tell, prose):
    body = f"<p>Sunday, 9 March 2031</p><p>Tides</p><p>Ferries</p><p>Herring</p><h1>{TITLE}</h1>{prose}"
    told = tell(body, f"<title>{TITLE}</title>")
    assert told.published is None
    assert "today's date" in next(fact.why_not for fact in told.told if fact.field is Field.PUBLISHED)


def test_another_texts_json_ld_is_not_this_ones(tell, prose):
    other = {"@type": "NewsArticle", "headline": "Cod is back", "datePublished": "2031-03-09"}
    listed = {"@type": "ItemList", "itemListElement": [other]}
    told = tell(prose, data(listed, datePublished="2031-03-04"), title=TITLE)
    assert told.published.value == "2031-03-04"
    refused = next(fact for fact in told.told if fact.value == "2031-03-09")
    assert refused.why_not == "it is the time of another text that the page lists"


def test_a_time_after_the_capture_is_none(tell, prose):
    head = META.format("2031-03-09T10:00:00Z")
    assert tell(prose, head, title=TITLE, captured="2031-03-04T00:00:00Z").published is None
    assert tell(prose, head, title=TITLE, captured="2031-03-08T00:00:00Z").published is not None


def test_the_last_change_is_told_from_publication(tell, prose):
    body = (
        "<span class='posted-on'>Posted on <time datetime='2031-03-04T10:00:00+01:00'>4 March 2031</time>"
        "<time class='updated' datetime='2031-03-06T09:00:00+01:00'>6 March 2031</time></span>"
    )
    told = tell(body + prose, title=TITLE)
    assert (told.published.value, told.modified.value) == ("2031-03-04T10:00+01:00", "2031-03-06T09:00+01:00")
    told = tell(prose, data(datePublished="2031-03-04", dateModified="2031-03-01"), title=TITLE)
    assert told.modified is None


def test_conflicts_are_kept_and_said(tell, prose):
    told = tell(f"<p>Published 4 March 2031</p>{prose}", data(datePublished="2031-06-01"), title=TITLE)
    assert told.published.sure is Sure.LIKELY
    assert "although datePublished in the page's JSON-LD says 2031-06-01" in told.published.how
    other = next(fact for fact in told.told if fact.value == "2031-06-01")
    assert other.why_not.endswith("says otherwise")

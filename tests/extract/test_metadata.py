import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import Limits
from nutgraf.extract.metadata import read_metadata
from nutgraf.records.article import Field, Sure

TITLE = "Sea gate vote put off again"
LD = '<script type="application/ld+json">{}</script>'
SECTIONS = [
    (LD.format('{"@type":"NewsArticle","articleSection":["Coast","Ports"]}'), "", "Coast", Sure.SURE),
    ('<meta property="article:section" content="Coast">', "", "Coast", Sure.SURE),
    (
        LD.format('{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Coast"}}]}'),
        "",
        "Coast",
        Sure.SURE,
    ),
    ("", "<div class='crumbs'><a href='/'>Home</a> &gt; <a href='/c'>Coast</a> &gt; Gate</div>", "Coast", Sure.SURE),
    ("<link rel='canonical' href='https://p.example/coast/2031/gate-vote'>", "", "coast", Sure.UNSURE),
    ("<link rel='canonical' href='https://p.example/news/gate-vote'>", "", None, None),
    ('<meta property="article:section" content="Nordhaven Post">', "", None, None),
]  # fmt: skip
ADDRESSES = [
    (
        "<link rel='canonical' href='https://p.example/a/b'><meta property='og:url' content='https://p.example/c'>",
        "a/b",
    ),
    ("<link rel='canonical' href='https://p.example/'><meta property='og:url' content='https://p.example/a/b'>", "a/b"),
    ("<link rel='canonical' href='/a/b'>", None),
    (LD.format('{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://p.example/a/b"}}'), "a/b"),
]
ACCESS = [
    (LD.format('{"@type":"NewsArticle","isAccessibleForFree":"False"}'), "no"),
    (LD.format('{"@type":"NewsArticle","isAccessibleForFree":true}'), "yes"),
    (LD.format('{"@type":"NewsArticle","hasPart":{"@type":"WebPageElement","isAccessibleForFree":false}}'), "no"),
    ('<meta property="article:content_tier" content="locked">', "no"),
    ('<meta property="article:content_tier" content="free">', "yes"),
    ('<meta property="article:content_tier" content="metered">', None),
    ("<meta name='paywall' content='true'>", "no"),
    ("", None),
]


def facts(told, field):
    return [fact for fact in told.told if fact.field is field]


@pytest.mark.parametrize(("head", "body", "section", "sure"), SECTIONS)
def test_the_section(tell, prose, head, body, section, sure):
    told = tell(body + prose, head + '<meta property="og:site_name" content="Nordhaven Post">', title=TITLE)
    assert told.section == section
    assert [fact.sure for fact in facts(told, Field.SECTION) if fact.why_not is None] == ([sure] if sure else [])


@pytest.mark.parametrize(("head", "path"), ADDRESSES)
def test_the_canonical_address(tell, prose, head, path):
    assert tell(prose, head).address == (f"https://p.example/{path}" if path else None)


@pytest.mark.parametrize(("head", "free"), ACCESS)
def test_whether_it_is_free_to_read(tell, prose, head, free):
    told = tell(prose, head)
    assert [fact.value for fact in facts(told, Field.FREE) if fact.why_not is None] == ([free] if free else [])
    assert told.locked is (free == "no")


def test_an_element_named_as_a_wall_decides_nothing(tell, prose):
    (fact,) = facts(tell(f"{prose}<div class='paywall'></div>"), Field.FREE)
    assert fact.why_not == "such an element stands on free pages, too"


def test_one_value_of_each_field_is_chosen_and_stands_first(tell, prose):
    head = "<title>Sea gate vote</title>" + LD.format('{"@type":"NewsArticle","inLanguage":"en-GB","headline":"Gate"}')
    told = tell(f"<p>By Ann Bell</p><p>4 March 2031</p>{prose}", head, title=TITLE)
    for field in {fact.field for fact in told.told}:
        own = facts(told, field)
        assert [fact.why_not is None for fact in own] == [True] + [False] * (len(own) - 1)


def test_the_same_page_tells_the_same(tell, prose):
    page = (f"<p>By Ann Bell</p><p>4 March 2031</p>{prose}", "<title>Sea gate vote</title>")
    assert tell(*page, title=TITLE).told == tell(*page, title=TITLE).told


def test_a_page_that_a_script_shows_later_is_read_as_shown(prose):
    source = f"<body><div style='opacity:0'><h1>{TITLE}</h1><p>By Ann Bell</p>{prose}</div></body>"
    told = read_metadata(source, read_document(source, Limits()))
    assert (told.title, told.author) == (TITLE, "Ann Bell")


PIECES = st.sampled_from(
    [
        "<title>", "</title>", "<h1>", "</h1>", "<p>", "<time datetime='2031-03-04'>", "</time>", "<time>",
        "<a href='/author/ann-bell'>", "</a>", "<span class='author'>", "</span>", "<meta name='author' content='",
        "<meta property='article:published_time' content='", "'>", '<script type="application/ld+json">', "</script>",
        '{"@type":"NewsArticle","author":', '{"name":', "}", "]", "[", ",", ":", "By Ann Bell", "4 March 2031", "null",
        "<div class='breadcrumb'>", "<div hidden>", "&#0;", "<link rel='canonical' href='http://[", "|", " - ", "12",
        '"isAccessibleForFree":', "<b itemprop='datePublished'", "<!--", "Updated: ", "von ", "\u200b", "99.99.9999",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40))
def test_any_html_is_read_and_places_lie_on_the_page(pieces):
    source = " ".join(pieces)
    told = read_metadata(source, read_document(source, Limits()))
    for fact in told.told:
        assert fact.start is None or 0 <= fact.start <= (fact.end or fact.start) <= len(source)

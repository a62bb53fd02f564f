import pytest

from nutgraf.extract.site_names import read_site_names, without_tail
from nutgraf.records.article import Field

OG = '<meta property="og:title" content="{}">'
SITE = '<meta property="og:site_name" content="Nordhaven Post">'
WANTED = "Sea gate vote put off again"

PAGES = [
    ("the heading agrees with the head", f"<title>{WANTED} | Nordhaven Post</title>", f"<h1>{WANTED}</h1>", WANTED),
    ("the visible form wins", f"<title>{WANTED.upper()}</title>", f"<h1>{WANTED}</h1>", WANTED),
    (
        "the front page's name is no title",
        f"<title>{WANTED} - Nordhaven Post</title>{SITE}",
        f"<h1>Nordhaven Post</h1><h2>{WANTED}</h2>",
        WANTED,
    ),
    ("a section is no title", f"<title>{WANTED} - Nordhaven Post</title>{SITE}", "<h1>Opinion</h1>", WANTED),
    ("the site's name goes in front", f"<title>Nordhaven Post: {WANTED}</title>{SITE}", "", WANTED),
    ("a bar parts a name never seen", f"<title>{WANTED} | Fulmar Weekly</title>", "", WANTED),
    (
        "the host tells the name",
        f'<link rel="canonical" href="https://www.fulmarweekly.example/a/b"><title>Fulmar Weekly – {WANTED}</title>',
        "",
        WANTED,
    ),
    ("no tail of the sentence is cut", f"<title>{WANTED} - and nobody knows for how long this time</title>", "",
     f"{WANTED} - and nobody knows for how long this time"),
    (
        "a kicker in an element of its own",
        OG.format(WANTED),
        f"<h1><span class='kicker'>Port Vell</span><span>{WANTED}</span></h1>",
        WANTED,
    ),
    (
        "a heading in other words is what readers see",
        OG.format("Why the sea gate vote was put off again"),
        "<h1>Why the vote on the sea gate was put off</h1>",
        "Why the vote on the sea gate was put off",
    ),
    (
        "a heading of another box does not agree",
        OG.format(WANTED),
        "<h1>Get our letter every Friday</h1><h1>Weather and tides for the whole week</h1>",
        WANTED,
    ),
    ("a line that says what the head says", OG.format(WANTED), f"<div class='hed'>{WANTED}</div>", WANTED),
    ("a cut title gives way to the whole", OG.format("Sea gate vote put…") + f"<title>{WANTED}</title>", "", WANTED),
    (
        "JSON-LD with entities",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bell &amp; Dole part"}</script>',
        "",
        "Bell & Dole part",
    ),
    ("nothing tells", "", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "head", "body", "title"), PAGES, ids=[page[0] for page in PAGES])
def test_the_title(tell, prose, name, head, body, title):
    assert tell(body + prose, head).title == title


def test_the_heading_is_tied_to_the_page_and_every_title_is_kept(tell, prose):
    told = tell(prose, OG.format(f"{WANTED} | Nordhaven Post") + f"<title>{WANTED}</title>", title=WANTED)
    titles = [fact for fact in told.told if fact.field is Field.TITLE]
    assert told.heading == titles[0].start
    assert [(fact.value, fact.how, fact.why_not) for fact in titles] == [
        (WANTED, "a heading of the page (h1)", None),
        (f"{WANTED} | Nordhaven Post", "meta tag og:title", "it says the same"),
        (WANTED, "the title of the page", "it says the same"),
    ]


@pytest.mark.parametrize(
    ("name", "words", "is_site"),
    [
        ("Nordhaven Post", "nordhaven post", True),
        ("The Nordhaven Post", "Nordhaven Post", True),
        ("Nordhaven Post - News from the coast", "Nordhaven Post", True),
        ("", "fulmarweekly.example", True),
        ("", "Fulmar Weekly", True),
        ("", "Fulmar counts weekly", False),
        ("Nordhaven Post", "Nordhaven", False),
    ],
)
def test_the_names_of_a_site(name, words, is_site):
    assert read_site_names((name,), "www.fulmarweekly.example").is_site(words) is is_site


@pytest.mark.parametrize(
    ("title", "bars", "cut"),
    [
        (f"{WANTED} | Opinion", True, WANTED),
        (f"{WANTED} - Fulmar Weekly", True, f"{WANTED} - Fulmar Weekly"),
        (f"{WANTED} - Fulmar Weekly", False, WANTED),
        ("Cod | Herring", False, "Cod | Herring"),
    ],
)
def test_a_tail_that_has_the_form_of_a_name(title, bars, cut):
    assert without_tail(title, bars) == cut

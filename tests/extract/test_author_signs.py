import json

import pytest

from nutgraf.records.article import Field, Sure

TITLE = "Sea gate vote put off again"


def data(**fields):
    text = json.dumps({"@type": "NewsArticle", "headline": TITLE, **fields})
    return f'<script type="application/ld+json">{text}</script>'


PAGES = [
    ("printed", "", "<p>By Ann Bell and Marek Dole</p>", "Ann Bell, Marek Dole"),
    ("printed in two lines", "", "<p>Written by</p><p>Ann Bell</p>", "Ann Bell"),
    ("after a date", "", "<p>12 March 2031 by Ann Bell</p>", "Ann Bell"),
    ("a class name", "", "<div class='post-author'>Ann Bell</div>", "Ann Bell"),
    ("a class name without a word of its own", "", "<div class='postAuthor-name'>Ann Bell</div>", "Ann Bell"),
    ("a link to an author's page", "", "<a href='/authors/ann-bell/'>Ann Bell</a>", "Ann Bell"),
    ("rel author", "", "<a rel='author' href='/x'>Ann Bell</a>", "Ann Bell"),
    ("microdata", "", "<span itemprop='author'><b itemprop='name'>Ann Bell</b></span>", "Ann Bell"),
    ("hCard", "", "<span class='vcard author'><a class='fn' href='/a'>Ann Bell</a></span>", "Ann Bell"),
    ("a meta tag", "<meta name='author' content='Ann Bell'>", "", "Ann Bell"),
    ("JSON-LD", data(author={"@type": "Person", "name": "Ann Bell"}), "", "Ann Bell"),
    ("JSON-LD, several", data(author=[{"name": "Ann Bell"}, {"name": "Marek Dole"}]), "", "Ann Bell, Marek Dole"),
    ("JSON-LD, names in one", data(author={"name": "Ann Bell and Marek Dole"}), "", "Ann Bell, Marek Dole"),
    ("JSON-LD, an address", data(author="https://post.example/author/ann-bell"), "", "Ann Bell"),
    (
        "JSON-LD, an account's name",
        data(author={"name": "abell7", "url": "https://post.example/author/ann-bell"}),
        "",
        "Ann Bell",
    ),
    (
        "JSON-LD, an id",
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},'
        '{"@type":"Person","@id":"#a","name":"Ann Bell"}]}</script>',
        "",
        "Ann Bell",
    ),
    ("names side by side", "", "<a href='/author/a-b'>Ann Bell</a> and <a href='/author/m-d'>Marek Dole</a>",
     "Ann Bell, Marek Dole"),
    ("a bare name over a date", "", "<div>Ann Bell</div><div>12 March 2031</div>", "Ann Bell"),
    ("a bare name over a role", "", "<div>Ann Bell</div><div>Senior Reporter</div>", "Ann Bell"),
    ("words over a date are no name", "", "<div>Ocean Drift</div><div>12 March 2031</div>", None),
    ("an editor is no author", "", "<p>By Ann Bell</p><p>Edited by <a href='/author/u-k'>Uwe Kahl</a></p>", "Ann Bell"),
    ("a picture's credit is none", "", "<figure><figcaption class='credit'>Uwe Kahl</figcaption></figure>", None),
    (
        "the reader's list goes before a poster",
        data(author={"name": "Uwe Kahl"}),
        "<p>By Ann Bell</p>",
        "Ann Bell",
    ),
    (
        "JSON-LD that the page bears out goes before a line it does not",
        data(author={"name": "Ann Bell"}),
        "<p>By Uwe Kahl</p><div class='author'>Ann Bell</div>",
        "Ann Bell",
    ),
    ("a related text's author", "", "<p>By Ann Bell</p>{prose}<b class='related'><a href='/by/u-k'>Uwe Kahl</a></b>",
     "Ann Bell"),
    ("a commenter", "", "{prose}<div class='comments'><span class='author'>Uwe Kahl</span></div>", None),
    ("the box under the text", "", "{prose}<div class='author-box'>Ann Bell</div>", "Ann Bell"),
    ("an account of the editors", data(author={"name": "admin"}), "", None),
    ("a desk where nobody is named", data(author={"@type": "Organization", "name": "Coast Desk"}), "", "Coast Desk"),
    ("the outlet, where nobody is named", data(author={"name": "Nordhaven Post"}), "", "Nordhaven Post"),
    ("two accounts", "", "<p>By Ann Bell (@annbell), ann@post.example</p>", "Ann Bell"),
    ("a button is no name", "", "<div class='author'>Follow</div><div class='author'>View all posts</div>", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "head", "body", "author"), PAGES, ids=[page[0] for page in PAGES])
def test_the_author(tell, prose, name, head, body, author):
    body = body.replace("{prose}", prose) if "{prose}" in body else body + prose
    head += '<meta property="og:site_name" content="Nordhaven Post">'
    assert tell(body, head, title=TITLE).author == author


def test_a_desk_is_marked_and_an_agency_beside_a_name_is_handed_on(tell, prose):
    told = tell(f"<p>By Coast Desk</p>{prose}", title=TITLE)
    assert (told.author, told.desk) == ("Coast Desk", True)
    told = tell(f"<p>By Ann Bell, dpa</p>{prose}", title=TITLE)
    assert (told.author, told.desk, told.signers) == ("Ann Bell", False, "Ann Bell, dpa")


def test_who_was_not_taken_is_kept_with_the_reason(tell, prose):
    told = tell(f"<p>By Ann Bell</p>{prose}", data(author={"name": "Uwe Kahl"}), title=TITLE)
    facts = [(fact.value, fact.sure, fact.why_not) for fact in told.told if fact.field is Field.BYLINE]
    assert facts == [("Ann Bell", Sure.SURE, None), ("Uwe Kahl", Sure.SURE, "another place is trusted more")]


def test_a_site_that_bears_a_name_is_that_persons(tell, prose):
    told = tell(prose, '<meta property="og:site_name" content="Ann Bell\'s blog">', title=TITLE)
    (fact,) = [fact for fact in told.told if fact.field is Field.BYLINE]
    assert (told.author, fact.sure) == ("Ann Bell", Sure.UNSURE)

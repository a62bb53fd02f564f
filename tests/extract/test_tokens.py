"""Where tags, comments, scripts and fields end: as browsers end them, so that no shown text is taken for markup."""

import pytest

from nutgraf.extract.completeness import count_visible
from nutgraf.extract.page import extract_page
from nutgraf.extract.tokens import tokenize
from nutgraf.ingest.making import make_page
from nutgraf.records.page import Media

AFTER = "<p>The ferries leave from the coal quay until Thursday.</p>"


def texts(source):
    return [
        source[token.start : token.end] if token.kind == "text" else f"[{source[token.inner : token.inner_end]}]"
        for token in tokenize(source)
        if token.kind in ("text", "raw")
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a<!-->b", ["a", "b"]),
        ("a<!--->b", ["a", "b"]),
        ("a<!----!>b", ["a", "b"]),
        ("a<!-- c --!>b", ["a", "b"]),
        ("a<!-- c -- > d -->b", ["a", "b"]),
        ("a<!-- never closed", ["a"]),
        ('a<b id=1">b</b>"c', ["a", "b", '"c']),
        ('a<b title="x > y">b', ["a", "b"]),
        ("a<b title='it's > y'>b", ["a", " y'>b"]),
        ('a<b title = "x > y" c>b', ["a", "b"]),
        ('a<b title="never closed>b', ["a", "b"]),
        ("a<script+x>b</script>c", ["a", "b", "c"]),
        ("a<title<div>b", ["a", "b"]),
        ("a<script>b</scripty>c</script >d", ["a", "[b</scripty>c]", "d"]),
        ("<script><!-- <script>a</script> --></script>b", ["[<!-- <script>a</script> -->]", "b"]),
        ("<script><!-- a //--></script>b", ["[<!-- a //-->]", "b"]),
        ("<script><!-- <script>a</script>b", ["[<!-- <script>a]", "b"]),
        ("<script><!--></script>b", ["[<!-->]", "b"]),
        ("a<xmp><!-- <b>b</xmp>c", ["a", "[<!-- <b>b]", "c"]),
        ("a<xmp>b", ["a", "b"]),
        ("a<plaintext>b<p>c</plaintext>", ["a", "[b<p>c</plaintext>]"]),
        ("a<math>b<![CDATA[c]]>", ["a", "b", "c]]>"]),
        ("a<![CDATA[b]]>c", ["a", "c"]),
        ("a<script>never closed", ["a", "[never closed]"]),
    ],
)
def test_markup_ends_where_browsers_end_it(source, expected):
    assert texts(source) == expected


def accounted(body, after=AFTER):
    source = f"<html><body><h1>Harbour gate stays shut</h1>{body}{after}</body></html>"
    page = make_page("file:///p", None, Media.HTML, source.encode())
    extraction = extract_page(page)
    words = " ".join(source[part.start : part.end] for part in extraction.parts)
    assert extraction.accounted == extraction.visible
    return words, extraction


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<select><option>Norland</option><option>Sundmark</option></select>", ["Norland", "Sundmark"]),
        ("<textarea>Tell us <b>more</b></textarea>", ["Tell us <b>more</b>"]),
        ("<p>a <math><mi>x</mi><mo>+</mo><mi>y</mi></math> b</p>", ["x", "y"]),
        ("<svg><text x=1>Quay <tspan>Street</tspan></text></svg>", ["Quay", "Street"]),
        ("<svg><foreignObject><p>Quay Street</p></foreignObject></svg>", ["Quay Street"]),
        ("<object data=x><p>Install a player</p></object>", ["Install a player"]),
        ("<object data=x><select><option>Norland</option></select></object>", ["Norland"]),
        ("<xmp>print('<b>')</xmp>", ["print('<b>')"]),
        ("<select><option>never closed", ["never closed"]),
        ("<textarea>never closed", ["never closed"]),
    ],
)
def test_words_in_fields_drawings_and_formulas_are_accounted_for(body, words):
    kept, _ = accounted(body)
    assert all(piece in kept for piece in words)
    assert "coal quay" in kept


@pytest.mark.parametrize("icon", ["<svg><title>Share</title><path d='M1'/></svg>", "<svg><desc>Share</desc></svg>"])
def test_names_of_icons_are_not_words_of_the_page(icon):
    kept, _ = accounted(icon)
    assert "Share" not in kept


@pytest.mark.parametrize(
    ("body", "what"),
    [("<!-- ", "comment"), ("<script>var a; ", "<script>"), ("<style>p {} ", "<style>"), ("<!-- a --> <! ", None)],
)
def test_what_hides_the_rest_of_a_page_is_told(body, what):
    """C1: nothing is dropped in silence, though no browser shows it either."""
    _, extraction = accounted(f"<p>The sea gate stays shut until Thursday, an aide said.</p>{body}", AFTER * 5)
    told = [note for note in extraction.notes if "hides the rest" in note]
    assert told == ([f"an unclosed {what} hides the rest of the page"] if what else [])


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("a<b title='c>d'>e", 2),
        ("a<!-->b<!--->c<!-- d --!>e", 4),
        ("a<script>b</script>c<textarea><p>d</textarea>e", 5),
        ("a<svg>b</svg>c<svg><text>d</text></svg>e", 4),
        ("a<svg><path><p>b</p></svg>c", 3),
        ("a<plaintext><p>b", 3),
        ("a<title+x>b", 2),
        ("a < b", 2),
        ("a<select><option>b", 2),
    ],
)
def test_visible_letters_are_counted_by_a_tokenizer_of_their_own(source, letters):
    assert count_visible(source, Media.HTML, ()).visible == letters


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<svg><path/><g>a</g></svg>b", ["raw", "text"]),
        ("<svg><g><p>a</svg>", ["start", "start", "start", "text", "end"]),
        ("<svg><foreignObject><p>a</p></foreignObject></svg>b", ["raw", "text"]),
        ("<math><mi>a</mi></math>b", ["raw", "text"]),
        ("<math><p>a</math>", ["start", "start", "text", "end"]),
        ("<svg>" * 3 + "<p>a</svg>", ["start"] * 4 + ["text", "end"]),
    ],
)
def test_a_drawing_ends_where_html_begins(source, kinds):
    assert [token.kind for token in tokenize(source)] == kinds


def test_drawings_in_drawings_that_html_ends_take_linear_time():
    assert sum(token.kind == "start" for token in tokenize("<svg>" * 50_000 + "<p>a</svg>")) == 50_001

import html

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.lines import Line, Run
from nutgraf.extract.ties import Weaver, as_markup, cut, one_line, unescaped, whole

PAGE = "The gate &amp; the wall: 5 &lt; 6.\n  Twice\t&#8220;told&#8221; &nosuch; <b>so</b>"


def shown(tied, page):
    """The text as its runs say it stands on the page: plain runs must be there letter for letter."""
    for run in tied.runs:
        there = page[run.page_start : run.page_end]
        here = tied.text[run.start : run.end]
        assert len(here) != len(there) or here == there
    return tied.text


def test_entities_are_resolved_and_tied():
    tied = unescaped(whole(PAGE))
    assert shown(tied, PAGE) == html.unescape(PAGE)
    at = tied.text.index("&")
    assert tied.place(at, at + 1) == (PAGE.index("&amp;"), PAGE.index("&amp;") + 5)
    assert tied.place(0, 8) == (0, 8)


def test_white_space_becomes_one_space_that_is_nowhere_on_the_page():
    tied = one_line(whole("  a\n b  c d "))
    assert tied.text == "a b c d"
    assert shown(tied, "  a\n b  c d ") == "a b c d"
    assert tied.place(1, 2) is None


def test_signs_of_markup_are_written_as_entities():
    tied = as_markup(whole("5 < 6 & 7", 10))
    assert tied.text == "5 &lt; 6 &amp; 7"
    assert tied.place(2, 6) == (12, 13)


@given(
    st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["&amp;", "&lt;p&gt;", "&#65;", "\n\n", "  "]))), st.data()
)
def test_every_way_keeps_the_letters_where_they_are(pieces, data):
    page = "".join(pieces)
    for way in (unescaped, one_line, as_markup):
        tied = way(whole(page))
        shown(tied, page)
        start = data.draw(st.integers(0, len(tied.text)))
        end = data.draw(st.integers(start, len(tied.text)))
        piece = cut(tied, start, end)
        assert shown(piece, page) == tied.text[start:end]


def test_a_line_is_traced_through_the_text_to_the_page():
    page = "<t>Gate &amp; wall</t>"
    weaver = Weaver()
    weaver.put("<h1>")
    weaver.take_all(unescaped(whole("Gate &amp; wall", 3)))
    weaver.put("</h1>")
    tied = weaver.done()
    assert tied.text == "<h1>Gate & wall</h1>"
    traced = tied.traced(Line("Gate & wall", 4, 15, (Run(0, 11, 4, 15),)))
    assert page[traced.start : traced.end] == "Gate &amp; wall"
    assert traced.runs == (Run(0, 5, 3, 8), Run(5, 6, 8, 13), Run(6, 11, 13, 18))


def test_a_text_that_is_the_pages_own_is_known_as_such():
    assert whole("words").same
    assert not whole("words", 3).same
    assert not unescaped(whole("a&amp;b")).same

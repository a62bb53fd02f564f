"""The blocks of a page as lines."""

import pytest

from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import Limits


def test_a_page_of_too_many_blocks_is_cut_and_says_so():
    document = read_document("<p>gate</p>" * 10, Limits(blocks=4))
    assert len(document.lines) == 5
    assert document.cut == "the page has more than 4 blocks of text; what follows was not read"
    assert read_document("<p>gate</p>" * 4, Limits(blocks=4)).cut is None


@pytest.mark.parametrize("name", ["xmp", "textarea"])
def test_a_field_never_closed_is_told_and_what_follows_is_read(name):
    document = read_document(f"<p>gate<{name}><p>shut", Limits())
    assert [line.words for line in document.lines] == ["gate", "shut"]
    assert document.notes == [f"<{name}> is never closed; tags behind it, which a browser shows, were not kept"]


def test_little_that_hides_is_much_on_a_small_page():
    assert read_document("<p>gate<title>shut", Limits()).cut == "an unclosed <title> hides the rest of the page"
    assert read_document("<p>gate" * 9_000 + "<title>shut", Limits()).cut is None


def test_a_line_of_thousands_of_links_is_cut_into_them():
    document = read_document("<p>Gate" + "<a href='/'>Read more</a> " * 5_000, Limits())
    assert len(document.lines) == 5_001
    assert {line.words for line in document.lines[1:]} == {"Read more"}

"""Cards set into a text, and headings that begin texts."""

import pytest

from nutgraf.extract.html_inserts import without_inserts
from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import DEFAULT

PROSE = "<p>The lock keeper of Havnsund opened the gates at dawn and the barges went through one by one.</p>"
CARD = '<div class="card"><div><h3>{title}</h3></div><time>4 May</time>{text}</div>'
LINKED = '<a href="/other">Barges wait for a week at Havnsund</a>'
PLAIN = "Barges wait for a week at Havnsund"


def starts(html, *, linked):
    """What is left of all headings of a page; the words of those that may begin a text."""
    document = read_document(html, DEFAULT)
    heads = [at for at, line in enumerate(document.lines) if line.tag == "h3"]
    text = [at for at, line in enumerate(document.lines) if line.tag == "p"]
    return [document.lines[at].words for at in without_inserts(document, text, heads, linked=linked)]


@pytest.mark.parametrize(("title", "linked", "left"), [(LINKED, True, 0), (PLAIN, True, 1), (PLAIN, False, 0)])
def test_a_card_between_two_paragraphs_begins_no_text(title, linked, left):
    card = CARD.format(title=title, text="")
    assert len(starts(f"<div><h3>Gates</h3>{PROSE}{card}{PROSE}</div>", linked=linked)) == 1 + left


def test_a_card_with_words_of_its_own_is_set_into_the_text_that_goes_on_below_it():
    card = CARD.format(title=PLAIN, text="<p>Skippers are angry.</p>")
    assert starts(f"<div><h3>Gates</h3>{PROSE}{card}{PROSE}</div>", linked=True) == ["Gates"]


def test_titles_of_posts_that_link_to_themselves_begin_texts():
    post = f'<article class="post"><div><h3>{LINKED}</h3><time>4 May</time></div><div>{PROSE}{PROSE}</div></article>'
    assert len(starts(f"<main>{post}{post}</main>", linked=False)) == 2


def test_a_linked_heading_right_above_its_text_begins_one():
    assert len(starts(f"<div><h3>{LINKED}</h3>{PROSE}<h3>{LINKED}</h3>{PROSE}</div>", linked=True)) == 2


def test_no_start_is_no_trouble():
    assert starts(PROSE, linked=True) == []

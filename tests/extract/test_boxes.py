import pytest

from nutgraf.extract.boxes import Boxes, foreign_words
from nutgraf.extract.html_lines import read_document
from nutgraf.extract.html_tags import read_tag
from nutgraf.extract.limits import DEFAULT

LONG = "The council of Port Vell met on Tuesday to vote on the sea gate and put the vote off."


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("div", "newsletter-inline", ("newsletter",)),
        ("div", "StoryPromo is-wide", ("promo",)),
        ("body", "has-sidebar newsletter-on", ()),
        ("div", "shareholder-report", ()),
    ],
)
def test_class_names_tell_of_boxes(name, words, found):
    assert read_tag(name, {"class": words}).boxes == found


def test_a_name_that_holds_the_text_names_no_box():
    page = f"<div class=share><h1>Vote put off</h1><p>{LONG}<p>{LONG}<div class=share><p>{LONG[:60]}</div></div>"
    lines = read_document(page, DEFAULT).lines
    boxes = Boxes(foreign_words(lines, range(1, len(lines)), 0), lines[0].boxes)
    assert [boxes.foreign(line) for line in lines] == [False, False, False, True]


def test_buttons_behind_a_sentence_stand_apart():
    lines = read_document(f"<p>{LONG} <a href=x>Print this page</a> <a href=y>Share</a></p>", DEFAULT).lines
    assert [line.words for line in lines] == [LONG, "Print this page", "Share"]

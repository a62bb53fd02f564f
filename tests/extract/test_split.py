import pytest

from nutgraf.extract.glued import part_lines
from nutgraf.extract.line_breaks import join_wrapped
from nutgraf.extract.lines import read_lines
from nutgraf.extract.split import split_lines
from nutgraf.records.article import ArticleKind, Role

FERRY = "The ferry to Skarn Head sailed on Friday after three weeks in the dock, the harbour master, Otto Brem, said."
CREW = "Its crew of nine had been paid throughout, according to the owner, who would not say how much it had cost him."
TRAM = "Nine people were hurt on Tuesday when a tram ran down Castle Hill with failing brakes and left the rails."
DRIVER = "The driver rang the bell all the way down, according to Maria Stol, who was going to work with her son."


def found(text):
    """The articles and teasers of a page: kind, titles, and the words of the text."""
    sorter = split_lines(part_lines(join_wrapped(read_lines(text))))
    told = []
    for place, kind in enumerate(sorter.kinds):
        marks = [mark for mark in sorter.marks if mark.draft == place]
        titles = {mark.line.words for mark in marks if mark.role is Role.TITLE}
        told.append((kind, titles, [mark.line.words for mark in marks if mark.role is Role.BODY]))
    return told


def test_articles_of_a_digest_are_told_apart():
    page = (
        f"Belmont Echo\n\nFerry sails again\nBy Ann Bell\nMay 3, 2025\n\n{FERRY}\n\n{CREW}\n\n"
        f"Tram crash hurts nine\nBy Kit Larsen\nMay 3, 2025\n\n{TRAM}\n\n{DRIVER}\n\n© Belmont Echo\n"
    )
    first, second = found(page)
    assert first == (ArticleKind.ARTICLE, {"Ferry sails again"}, [FERRY, CREW])
    assert second == (ArticleKind.ARTICLE, {"Tram crash hurts nine"}, [TRAM, DRIVER])


def test_links_in_the_midst_of_a_text_are_teasers_and_the_text_goes_on():
    page = (
        f"Ferry sails again\nBy Ann Bell\nMay 3, 2025\n\n{FERRY}\n\nRead more:\nWhy the ferry was late\n"
        f"Who pays the crew of the ferry\n\n{CREW}\n\n{TRAM}\n"
    )
    article, *teasers = found(page)
    assert article[2] == [FERRY, CREW, TRAM]
    assert [titles for kind, titles, _ in teasers if kind is ArticleKind.TEASER] == [
        {"Why the ferry was late"},
        {"Who pays the crew of the ferry"},
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "Share\n", "Home\nNews\nSport\nLog in\n"])
def test_a_page_without_a_text_has_no_article(text):
    assert [kind for kind, *_ in found(text) if kind is ArticleKind.ARTICLE] == []


def test_a_long_paragraph_is_an_article_even_if_nothing_else_is_there():
    ((kind, _, text),) = found(" ".join((FERRY, CREW, TRAM, DRIVER, FERRY, CREW)) + "\n")
    assert kind is ArticleKind.ARTICLE
    assert len(text) == 1


def test_every_line_is_marked_once_and_in_order():
    lines = read_lines(f"Menu\nFerry sails again\n{FERRY}\n{CREW}\nMost Read\nTram crash hurts nine\n")
    sorter = split_lines(lines)
    assert [mark.line.words for mark in sorter.marks] == [line.words for line in lines]

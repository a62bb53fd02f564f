import textwrap

import pytest

from nutgraf.extract.line_breaks import join_wrapped
from nutgraf.extract.lines import read_lines

FERRY = (
    "The ferry to Port Vell will sail twice a day from Monday, the harbour office said on Friday, because the pier at "
    "Low Marsh has been mended at last and the tide tables have been printed again."
)
CREW = (
    "The crew of nine has been paid through the winter, and two of them have learned to bake. The bread is sold on the "
    "quay from seven, as long as it lasts, for a crown a loaf."
)


def words_of(text):
    return [line.words for line in join_wrapped(read_lines(text))]


@pytest.mark.parametrize("width", [58, 66, 72, 78])
def test_wrapped_paragraphs_are_one_line_each(width):
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (FERRY, CREW))
    assert words_of(text) == [FERRY, CREW]


def test_a_title_above_and_an_address_below_stay_apart():
    text = f"Ferry sails again\n-----------------\n\n{textwrap.fill(FERRY, 68)}\n\n{textwrap.fill(CREW, 68)}\nhttps://vell.example/ferry"
    assert words_of(text) == ["Ferry sails again", FERRY, CREW, "https://vell.example/ferry"]


def test_long_lines_are_left_as_they_are():
    assert words_of(f"{FERRY}\n{CREW}") == [FERRY, CREW]


def test_headlines_one_below_the_other_are_not_joined():
    headlines = [
        "Ferry sails twice a day from Monday",
        "Pier at Low Marsh mended at last",
        "Crew of nine paid through the winter",
        "Two sailors learn to bake",
        "Bread sold on the quay from seven",
        "Tide tables printed again",
    ]
    assert words_of("\n".join(headlines)) == headlines


def test_every_run_holds_the_very_words_of_the_page():
    text = textwrap.fill(FERRY, 60) + "\r\n\r\n" + textwrap.fill(CREW, 60)
    for line in join_wrapped(read_lines(text)):
        for run in line.runs:
            assert text[run.page_start : run.page_end] == line.words[run.start : run.end]

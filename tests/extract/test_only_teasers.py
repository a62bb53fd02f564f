import pytest

from nutgraf.extract.lines import read_lines
from nutgraf.extract.only_teasers import find_summaries

TEASERS = (
    "Rare herons counted at Low Marsh\nForty-one birds were seen.\n"
    "Council delays vote on ferry\nIt was put off for the third time.\n"
    "Lighthouse keeper retires\nShe wants to learn how to swim.\n"
)


def found(text):
    lines = read_lines(text)
    return [(lines[above].words, lines[below].words) for above, below in find_summaries(lines)]


def test_headings_with_a_sentence_under_each_are_teasers():
    assert found("Most Read\n" + TEASERS)[0] == ("Rare herons counted at Low Marsh", "Forty-one birds were seen.")
    assert len(found(TEASERS)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rare herons counted\nForty-one birds were seen.\nCouncil delays vote\nIt was put off again.\n",
        TEASERS + "They will be counted again in June.\n",
        TEASERS + "Rare herons counted at Low Marsh\nIt is a record.\n",
        TEASERS + "Port shut\nVELL, May 3 (APX) - The port was shut on Monday after a storm took the mole away.\n",
        TEASERS + "Port shut\n" + "The port was shut on Monday after a storm took the mole away. " * 6 + "\n",
    ],
)
def test_a_page_with_two_paragraphs_in_a_row_or_a_long_one_is_none_of_teasers(text):
    assert found(text) == []

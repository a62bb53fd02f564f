"""The second reader: which lines of an HTML page it is shown, and where it sees articles begin."""

from nutgraf.extract.html_begins import find_begins, lines_to_read
from nutgraf.extract.lines import Line

WORDS = (
    ("a", "nav", "Home and garden"),
    ("h2", "", "Ferries stay in port for a third day"),
    ("div", "", "By Anna Bergstrom"),
    ("time", "", "3 May 2026, 14:05"),
    ("p", "", "Ferries to Sund stayed in port on Monday as a gale reached force ten, the harbour master said."),
    ("p", "", "They are to sail again on Tuesday, if the wind lets them, and tickets hold for the whole of the week."),
    ("p", "", "Accept and go on to the page that you wanted."),
    ("h2", "", "Bakers raise the price of rye again"),
    ("div", "", "By Daniel Okafor"),
    ("time", "", "2 May 2026, 09:30"),
    ("p", "", "A loaf of rye costs four crowns from the tenth of May, the guild of bakers told this paper."),
    ("p", "", "Flour has become dear since the mill at Oldcastle burned down, and there is no other in the county."),
)
PAGE = [Line(words, at, at + 1, (), tag=tag, region=region, gap=True) for at, (tag, region, words) in enumerate(WORDS)]
KEPT = [tag == "p" and "Accept" not in words for tag, _, words in WORDS]


def test_what_is_kept_and_what_may_open_a_text_is_read():
    assert lines_to_read(PAGE, KEPT) == [1, 2, 3, 4, 5, 7, 8, 9, 10, 11]


def test_articles_begin_at_their_titles():
    assert find_begins(PAGE, KEPT) == {1, 7}


def test_nothing_begins_on_a_page_of_nothing():
    assert find_begins([], []) == frozenset()

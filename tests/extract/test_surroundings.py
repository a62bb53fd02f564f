import numpy as np

from nutgraf.extract.lines import read_lines
from nutgraf.extract.surroundings import SURROUNDINGS, read_features
from nutgraf.extract.traits import MOST, NAMES

PROSE = "“We have lost the plantation,” Chief Roisin Tamblyn told a meeting of villagers in the school hall on Friday."


def column(text, name):
    return read_features(read_lines(text))[:, len(NAMES) + SURROUNDINGS.index(name)].tolist()


def test_a_quote_pulled_out_of_a_text_is_held_by_a_paragraph_near_by():
    page = f"Fire jumps the break\n{PROSE}\nHelp came late.\n“We have lost the plantation”\nIt burned on."
    assert column(page, "held_by_neighbour") == [0, 0, 0, MOST, 0]
    assert column(page, "holds_neighbour") == [0, 0, 0, 0, 0]


def test_a_title_cut_short_is_held_by_the_whole_one():
    page = "Fire jumps the break on Cormorant Ridge\nFire jumps the break\nIt burned on."
    assert column(page, "held_by_neighbour") == [0, MOST, 0]
    assert column(page, "holds_neighbour") == [MOST, 0, 0]


def test_distances_count_from_the_line_and_stop_growing():
    page = "\n".join([PROSE, *["Share"] * 70])
    since = column(page, "since_prose")[1:]
    assert since == sorted(since)
    assert max(since) <= MOST


def test_words_that_come_again_below_tie_a_line_to_the_text():
    page = f"Plantation villagers meet the chief\n{PROSE}\nBuy a mattress today"
    below = column(page, "words_below")
    assert below[0] > below[2]


def test_a_page_of_one_line_has_features():
    assert np.isfinite(read_features(read_lines("Share"))).all()

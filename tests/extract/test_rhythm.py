from nutgraf.extract.lines import read_lines
from nutgraf.extract.rhythm import RHYTHM
from nutgraf.extract.surroundings import read_features
from nutgraf.extract.traits import MOST

PROSE = "“We have lost the plantation,” Chief Roisin Tamblyn told a meeting of villagers in the school hall on Friday."


def column(text, name):
    return read_features(read_lines(text))[:, RHYTHM.index(name) - len(RHYTHM)].tolist()


def test_a_list_of_contents_is_told_again_as_headings():
    page = f"1. Eel prices\nThe wolf of Hollin ....... 3\nPort Echo\nEEL PRICES\n{PROSE}\nTHE WOLF OF HOLLIN\n{PROSE}"
    assert column(page, "told_below") == [MOST, MOST, 0, 0, 0, 0, 0]
    assert column(page, "told_above") == [0, 0, 0, MOST, 0, MOST, 0]


def test_a_line_that_begins_with_the_name_that_signs_is_tied_to_it():
    page = f"ANNA BELL\n{PROSE}\nAnna Bell is a former treasurer of the harbour office and lives at Skarn Head."
    assert column(page, "signer_above") == [0, 0, MOST]
    assert column(page, "signs_below") == [MOST, 0, 0]


def test_rows_of_like_lines_come_again():
    first, second = "Anna Bell\nSkarn Head\nWhy the ferry was late", "Otto Brem\nSkarn Head\nWho pays"
    page = f"Home\n{PROSE}\n{first}\n{PROSE}\n{second}\n{PROSE}"
    likely = column(page, "row_likely")
    assert likely[2] == likely[6] > 0
    assert likely[0] == 0


def test_a_page_of_entries_has_many_hours():
    page = "\n".join(f"1{hour}:40 {PROSE}" for hour in range(5))
    assert set(column(page, "timed_log")) == {9}

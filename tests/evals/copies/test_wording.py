import random

import pytest
from evals.copies.wording import reword, touch


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Some 1,200 people left.", "Some 1200 people left."),
        ("The price rose by 12 percent.", "The price rose by 12%."),
        ("They met on March 5, 2031 in Hull.", "They met on 5 March 2031 in Hull."),
        ("The council will meet in Hull on Friday.", "On Friday, the council will meet in Hull."),
        ("The bridge is safe again, Ann Low said.", "Ann Low said the bridge is safe again."),
        ("Engineers stated that it did not hold.", "Engineers said that it didn't hold."),
        ("“It holds,” Ann Low said.", "Ann Low said: “It holds.”"),
    ],
)
def test_a_reworded_sentence_says_the_same_in_other_words(before, after):
    assert reword(before) == after


def test_words_inside_quote_marks_stay():
    sentence = "“About 300 people did not come,” said the mayor, who had invited about 900."
    assert reword(sentence) == "“About 300 people did not come,” said the mayor, who had invited around 900."


def test_a_sentence_that_no_row_fits_stays():
    assert reword("Rain fell all night.") == "Rain fell all night."
    assert touch("Rain fell all night.", random.Random(1)) == "Rain fell all night."


def test_a_light_touch_changes_one_place_only():
    sentence = "Some 1,200 people did not leave because of the rain."
    assert {touch(sentence, random.Random(seed)) for seed in range(20)} == {
        "Some 1200 people did not leave because of the rain.",
        "Some 1,200 people didn't leave because of the rain.",
        "Some 1,200 people did not leave due to the rain.",
    }

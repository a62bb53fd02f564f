"""Articles that carry one text, and the clues by which it is found."""

import pytest

from nutgraf.cluster.shelf import Text
from nutgraf.cluster.texts import clues_of, rare_clues, windows_of, write_text
from nutgraf.models.terms import term_weight

DAY = 24 * 60


def test_a_text_is_known_by_its_first_article_and_told_by_its_fullest(profile):
    short, full, other = profile("a", size=30), profile("c", size=80, words={"tarn": 9}), profile("b", size=80)
    text = write_text(["c", "a", "b"], [full, short, other])
    assert (text.key, text.articles, text.teller) == ("a", ("a", "b", "c"), "b")
    assert text.clues == ()
    assert write_text(["c", "a"], [full, short]).clues == ("tarn",)


def test_a_text_lies_on_the_days_its_articles_were_printed_and_those_they_tell_of(profile):
    first = profile("a", published=(739_999 * DAY, 740_003 * DAY))
    last = profile("b", published=(740_010 * DAY + 1, 740_011 * DAY), told_day=739_000)
    assert write_text(["a", "b"], [last, first]).days == (739_000, 740_000, 740_011)
    assert write_text(["a"], [profile("a")]).days == ()
    assert write_text(["a"], [profile("a", told_day=5)]).days == (5,)


def test_clues_are_the_heaviest_words_and_names_of_equals_the_first(profile):
    words = {f"w{place:02}": 100 + place for place in range(20)}
    told = {f"n{place:02}": 7 for place in range(12)} | {"w19": 8}
    heaviest = [f"w{place:02}" for place in range(4, 20)]
    assert clues_of(profile("a", words=words)) == tuple(heaviest)
    assert clues_of(profile("a", words=words, told=told)) == (
        *(f"n{place:02}" for place in range(9)),
        *heaviest,
    )


def test_rare_clues_are_what_few_articles_hold():
    text = Text("a", ("a",), "a", ("govern", "quagmir", "zqtarn"), (), False)
    assert term_weight("govern") < 5 < term_weight("quagmir")
    assert rare_clues(text) == ("quagmir", "zqtarn")


@pytest.mark.parametrize(("days", "windows"), [((100, 300), ((40, 160), (240, 360))), ((), ())])
def test_texts_are_looked_for_two_months_round_each_day(days, windows):
    assert windows_of(Text("a", ("a",), "a", (), days, False)) == windows

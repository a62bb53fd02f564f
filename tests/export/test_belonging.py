"""Why an article is in a story, on the terminal."""

import pytest

from nutgraf.export.terminal.belonging import BelongingView, belonging_page
from nutgraf.export.terminal.pieces import render
from nutgraf.records.belonging import Belonging, Near, PartOfLikeness, StoryNear

PARTS = (PartOfLikeness("words", 0.1, 0.11), PartOfLikeness("people", 0.2, 0.2), PartOfLikeness("places", 0.004, 0.12))


def shown(by_telling=0.0, by_time=0.0, *, label="“Flood” (Sund Gazette)", headline="Salt in court", inside=True):
    near = Near("a2", 0.3 + by_telling + by_time, PARTS, by_telling, by_time)
    others = (StoryNear("b1", 2, 0.15),)
    told = Belonging("a1", inside, ("a3",), (near,), 1, near.likeness, others, 0.36, 0.3, 0.25, 0.1)
    labels = {"a1": "“Rain” (Paper)", "a2": label, "a3": "“Rain again” (Paper)"}
    view = BelongingView("story-of-rain", "Rain", "", told, labels, {"b1": ("story-of-salt", headline)})
    return render(belonging_page(view), 100)


def rows(page):
    """Return the figures and the words of the parts of the likeness."""
    lines = page.partition("NEAREST IN THIS STORY")[2].partition("mean over")[0].splitlines()
    return [(line.split()[0], " ".join(line.split()[1:]).lstrip("▪· ")) for line in lines if line.startswith("     ")]


def test_the_parts_stand_below_the_nearest_text_the_greatest_first():
    page = shown()
    assert "a1 is in the story story-of: Rain" in page
    assert "its text is also carried by “Rain again” (Paper), and counts once" in page
    assert "0.30  “Flood” (Sund Gazette)  a2" in page
    assert rows(page) == [("0.20", "the same people"), ("0.10", "words, the rarer the more")]
    assert "0.15  story-of  Salt in court (2 texts)" in page
    assert "a1 is not in the story" in shown(inside=False)


@pytest.mark.parametrize(
    ("by_telling", "by_time", "words"),
    [
        (0.03, 0.04, [("+0.03", "a day in common"), ("+0.04", "printed at about one time")]),
        (-0.15, -0.1, [("-0.15", "other days, another time or number"), ("-0.10", "printed days apart")]),
        (0.004, -0.004, []),
    ],
)
def test_what_days_and_numbers_add_or_take_away_is_told_unless_it_is_nothing(by_telling, by_time, words):
    assert rows(shown(by_telling, by_time))[2:] == words


def test_no_word_of_a_page_reaches_the_terminal_unread():
    page = shown(label="“\x1b[31mFlood” (Sund)", headline="Salt\x1b]0;title\x07\nin court")
    assert "\x1b" not in page
    assert "\x07" not in page
    assert "␛[31mFlood" in page
    assert "␇ ¶ in court" in page

"""Aims: what one side is said to want, side by side."""

NEW = "Ilse Brandt wants a new bridge at Korsund by the summer."
FERRY = "Ilse Brandt hopes for a ferry at Korsund."
CHANGED = "Ilse Brandt no longer wants a new bridge at Korsund, rather than a ferry."


def aims(find, *texts, published=()):
    return [found for found in find("content", *texts, published=published) if len(found[1]) > 1]


def test_two_aims_stand_side_by_side_and_nobody_judges(find):
    assert [verdict for verdict, _ in aims(find, NEW, FERRY)] == ["unsure"]


def test_a_later_account_that_says_the_aim_changed_is_an_update(find):
    found = aims(find, NEW, CHANGED, published=("2026-03-01", "2026-03-05"))
    assert found == [("update", (NEW, CHANGED))]


def test_the_same_words_earlier_are_no_update(find):
    found = aims(find, NEW, CHANGED, published=("2026-03-05", "2026-03-01"))
    assert "update" not in [verdict for verdict, _ in found]


def test_the_aims_of_two_people_are_not_compared(find):
    assert "unsure" not in [v for v, _ in aims(find, NEW, "Ivo Krantz wants a tunnel under the river.")]

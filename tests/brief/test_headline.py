"""The headline: a title of an account, or opening words where no page has one."""

import pytest

TEXT = "The Korsund bridge collapsed before dawn and killed 14 people, police said."


def titled(make_account, *titles):
    return [make_account(TEXT, f"{i}", f"Outlet {i}", title=title) for i, title in enumerate(titles)]


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        (("Bridge collapse kills 14 in Korsund", "A sad day"), "Bridge collapse kills 14 in Korsund"),
        (
            ("Why did the Korsund bridge collapse?", "Korsund bridge collapse kills 14"),
            "Korsund bridge collapse kills 14",
        ),
        (("Korsund bridge collapses", None), "Korsund bridge collapses"),
    ],
)
def test_the_title_that_tells_most(titles, chosen, make_account, tell):
    headline = tell(titled(make_account, *titles)).headline
    assert headline.words == chosen
    assert headline.evidence[0].part.value == "title"


def test_without_titles_the_opening_words_stand_and_say_so(make_account, tell):
    headline = tell(titled(make_account, None, None)).headline
    assert headline.words.startswith("The Korsund bridge collapsed before dawn")
    assert headline.note

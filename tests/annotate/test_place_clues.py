"""What the words beside a place's name tell."""

import pytest

from nutgraf.annotate.place_clues import lies_within, read_clues
from nutgraf.annotate.place_names import choices


def clues_of(text, name):
    return read_clues(text, text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize(
    ("text", "name", "larger"),
    [
        ("It burned in Lima, Ohio.", "Lima", "Ohio"),
        ("It burned in Lima (Ohio).", "Lima", "Ohio"),
        ("It burned in Lima in northern Ohio.", "Lima", "Ohio"),
        ("It burned in Lima, Allen County, Ohio.", "Lima", "Ohio"),
        ("the Ohio town of Lima", "Lima", "Ohio"),
        ("the Peruvian city of Lima", "Lima", "Peru"),
        ("Peru's capital Lima", "Lima", "Peru"),
    ],
)
def test_the_larger_place(text, name, larger):
    assert larger in [row.name for row in clues_of(text, name).larger]


def test_a_list_tells_less():
    assert clues_of("in Missouri, Louisiana and Texas", "Missouri").listed
    assert not clues_of("in Lima, Ohio.", "Lima").listed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Washington state paid", "division"),
        ("Washington Gov. Ann Ostby paid", "division"),
        ("the city of Washington paid", "city"),
        ("Washington Mayor Ann Ostby paid", "city"),
        ("Washington paid", ""),
    ],
)
def test_the_kind_that_a_noun_tells(text, kind):
    assert clues_of(text, "Washington").kind == kind


def test_the_smaller_place_before_a_comma():
    assert "Buffalo" in [row.name for row in clues_of("in Buffalo, New York", "New York").smaller]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DULUTH, Minn. (AP) — Nine ships left.", True),
        ("DULUTH — Nine ships left.", True),
        ("Duluth has nine ships.", False),
    ],
)
def test_a_dateline_opens_the_article(text, expected):
    assert read_clues(text, 0, 6).dateline is expected


def test_what_lies_in_what():
    rows = {name: choices(name)[0].row for name in ("Texas", "United States", "Houston", "New York City")}
    assert lies_within(rows["Houston"], rows["Texas"])
    assert lies_within(rows["Texas"], rows["United States"])
    brooklyn = next(one.row for one in choices("Brooklyn") if one.row.kind == "region")
    assert lies_within(brooklyn, rows["New York City"])
    assert not lies_within(rows["Texas"], rows["Houston"])
    assert not lies_within(rows["Texas"], rows["Texas"])

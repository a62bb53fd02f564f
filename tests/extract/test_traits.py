import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.lines import Line, read_lines
from nutgraf.extract.surroundings import SURROUNDINGS, WIDTH, read_features
from nutgraf.extract.traits import MOST, NAMES, read_traits


def traits(words):
    return dict(zip(NAMES, read_traits(words), strict=True))


@pytest.mark.parametrize(
    ("words", "has", "lacks"),
    [
        ("By Tamsin Orde", ("byline", "signed"), ("stamp", "furniture")),
        ("22.40", ("clock", "starts_digit"), ("stamp", "byline")),
        ("14. Oktober 2025, 17:05 Uhr", ("stamp", "clocked", "yeared"), ("byline",)),
        ("The Harbour Standard · 17m", ("ago", "ago_outlet"), ("stamp",)),
        ("Share", ("button", "furniture", "one_word"), ("prose_long",)),
        ("Lesen Sie auch", ("closer",), ("button",)),
        (
            "NIEDERAU. Die Gebühren steigen zum 1. Januar um sechs Prozent, beschloss der Rat.",
            ("placed",),
            ("furniture",),
        ),
        ("SKARN HEAD — The keeper's cottage will be turned into a school for pilots.", ("dateline",), ("caption",)),
        ("This article first appeared in the Aldane Courier.", ("original", "reprinted"), ("reporting",)),
        ("A MESSAGE FROM THE BAKERS OF VELL", ("furniture", "shouted"), ("ends_stop",)),
    ],
)
def test_a_line_has_the_traits_of_its_form(words, has, lacks):
    told = traits(words)
    assert [name for name in has if not told[name]] == []
    assert [name for name in lacks if told[name]] == []


@given(st.text(min_size=1, max_size=600).filter(lambda words: words.strip()))
def test_every_trait_lies_within_its_bounds(words):
    told = read_traits(words.strip())
    assert len(told) == len(NAMES)
    assert max(told) <= MOST


@given(st.lists(st.text("ab .\n", min_size=1, max_size=40), min_size=1, max_size=40))
def test_a_page_has_a_row_for_each_line(pieces):
    lines = read_lines("\n".join(pieces))
    if lines:
        table = read_features(lines)
        assert table.shape == (len(lines), WIDTH)
        assert table.max() <= MOST


def test_what_stands_twice_is_seen_on_both_lines():
    lines = read_lines("Ferry sails again\nFerry sails again\nThe crew has been paid through the winter.")
    table = read_features(lines)
    place = len(NAMES) + SURROUNDINGS.index("same_below")
    assert [bool(row[place]) for row in table] == [True, False, False]
    assert [bool(row[place - 1]) for row in table] == [False, True, False]


def test_a_word_more_at_the_end_of_a_long_page_changes_nothing_far_above():
    lines = tuple(Line(f"Line number {number} of the harbour log.", number, number + 1, ()) for number in range(200))
    place = SURROUNDINGS.index("same_below") + len(NAMES)
    assert (read_features(lines)[:50, :place] == read_features(lines[:199])[:50, :place]).all()

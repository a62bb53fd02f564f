"""Enumerations: things counted up in a sentence, names in a row, bullets under a lead-in."""

import pytest

from nutgraf.compare.enumerations import find_enumerations
from nutgraf.compare.statements import Scene


def items_of(account):
    scene = Scene((account,), {account.article.id: "Sund Gazette"}, {}, {})
    return [[item.words for item in one.items] for one in find_enumerations(account, scene)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schools were closed in Bergen, Oslo and Trondheim.", [["Bergen", "Oslo", "Trondheim"]]),
        ("The minister went home.", []),
        ("The minister and the mayor went home.", []),
    ],
)
def test_names_in_a_row(text, expected, make_account):
    assert items_of(make_account(text)) == expected


def test_bullets_belong_to_the_sentence_before_them(make_account):
    found = items_of(make_account("The union has two demands:\n\n- higher pay for all\n\n- a seat on the board"))
    assert ["higher pay for all", "a seat on the board"] in found


def test_spans_are_verbatim(make_account):
    account = make_account("The union's demands are higher pay, more inspectors, and a seat on the board.")
    scene = Scene((account,), {account.article.id: "Sund Gazette"}, {}, {})
    for one in find_enumerations(account, scene):
        for item in one.items:
            assert account.article.text[item.start : item.end] == item.words
            assert one.start <= item.start < item.end <= one.end

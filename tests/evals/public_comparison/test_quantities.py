"""Quantities of different sentences laid side by side: one amount or two."""

import json

import pytest
from evals.annotation.newsquant import Quantified, Quantity
from evals.public_comparison.quantities import FOLDER, find_exact, measure


def quantity(value, unit, change="="):
    return {"value": value, "normalized_unit": unit, "change": change, "unit": unit}


ROWS = [
    ("The bid was worth $70 on Monday.", [quantity("70", "dollar")]),
    ("Workers were paid $70 and drove 12 miles.", [quantity("70.0", "dollar"), quantity("12", "mile")]),
    ("The repair cost $900.", [quantity("900", "dollar")]),
    ("About 12 miles were left.", [quantity("12", "mile", "~")]),
]


@pytest.fixture
def cache(tmp_path):
    rows = [{"text": text, "quantities": told} for text, told in ROWS]
    for name, content in (("formatted_test_set/NewsQuant", rows), ("gpt_3_output/predictions_NewsQuant", [])):
        place = tmp_path / FOLDER / f"{name}.json"
        place.parent.mkdir(parents=True)
        place.write_text(json.dumps(content), encoding="utf-8")
    return tmp_path


def test_exact_quantities_with_a_unit_are_asked_and_ours_of_the_same_value_is_found():
    gold = (Quantity(70, None, "dollar", "="), Quantity(5, None, "-", "="), Quantity(9, None, "mile", "~"))
    (found,) = find_exact(3, Quantified("x", "The bid was worth $70.", gold, ()))
    assert found.sentence == 3
    assert found.gold.low == found.ours[0].low == 70
    assert found.ours[1] == "dollar"
    (missed,) = find_exact(0, Quantified("x", "Nobody bid.", gold[:1], ()))
    assert missed.ours is None


def test_two_sentences_of_one_amount_are_found_and_another_amount_is_kept_apart(cache):
    (sheet,) = measure(cache)
    ours = sheet.lines[0].figures
    assert (ours["pairs"], ours["one amount"]) == (3, 1)
    assert (ours["P"].value, ours["R"].value) == (1.0, 1.0)
    assert sheet.lines[-1].figures["P"].value == pytest.approx(1 / 3)

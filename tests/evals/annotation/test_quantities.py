"""The metric of quantities: our figures in NewsQuant's notation, and what is matched."""

import json
from pathlib import Path

import pytest
from evals.annotation.newsquant import Quantity, read_quantified, read_value
from evals.annotation.quantities import measure, pairs, same_change, same_unit, same_value, tell_quantities
from evals.annotation.unit_names import OURS, plain_unit, singular_phrase

from nutgraf.annotate.money import CURRENCY_WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares fell 5 percent.", [(5, None, "percentage", "down")]),
        ("A 5 percent drop hit them.", [(5, None, "percentage", "=")]),
        ("Profit rose from $2 million to $3 million.", [(2e6, 3e6, "dollar", "=")]),
        ("About 50 to 60 cats slept.", [(50, 60, "cat", "~")]),
        ("At least 14 people slept.", [(14, None, "people", ">")]),
        ("Some 20 young people slept.", [(20, None, "young people", "~")]),
        ("It took more than six weeks.", [(6, None, "week", ">")]),
        ("It took six to eight weeks.", [(6, 8, "week", "=")]),
        ("It is 90km (55 miles) off.", [(90, None, "kilometre", "="), (55, None, "mile", "=")]),
        ("Dozens of boats sank.", [(12, None, "boat", "~")]),
        ("The third of three boats sank.", [(3, None, "boat", "=")]),
        ("A third of the boats sank.", [(0.33, None, "boat", "=")]),
        ("The bid is $70 a share.", [(70, None, "dollar per share", "=")]),
        ("A two-door car burned.", [(2, None, "door car", "=")]),
        ("Five more losses came.", [(5, None, "more loss", "=")]),
        ("The 5 largest cities slept.", [(5, None, "large city", "=")]),
        ("They hauled 5 tons.", [(5, None, "ton", "=")]),
        ("They hauled 5 tonnes.", [(5, None, "metric ton", "=")]),
        ("It broke on 5 May 2020.", []),
    ],
)
def test_our_figures_in_the_notation_of_the_set(text, expected):
    assert [(one.low, one.high, one.unit, one.change) for one in tell_quantities(text)] == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12.0", (12.0, None)),
        (" 1,200", (1200.0, None)),
        ("1.0-1.5", (1.0, 1.5)),
        ("-5", (-5.0, None)),
        ("x", (None, None)),
    ],
)
def test_values_are_read(words, value):
    assert read_value(words) == value


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("kilometers", "kilometre"),
        ("Miles / Hour", "mile per hour"),
        ("us dollars", "dollar"),
        ("companies", "company"),
        ("boxes", "box"),
        ("points per game", "point per game"),
        ("-", "-"),
    ],
)
def test_units_are_brought_to_one_spelling(words, unit):
    assert plain_unit(words) == unit


def test_of_what_is_counted_the_last_noun_becomes_singular():
    assert singular_phrase("Cups of teas") == "cup of teas"
    assert singular_phrase("two-ton boats") == "two-ton boat"
    assert singular_phrase("firemen") == "fireman"


def test_every_currency_has_a_name():
    assert set(CURRENCY_WORDS) <= set(OURS)


def test_each_gold_quantity_is_matched_once():
    ours = [Quantity(5.0, None, "cat", "="), Quantity(5.0, None, "dog", "~"), Quantity(1.0, 2.0, "cat", "=")]
    gold = [Quantity(5.0, None, "dog", "="), Quantity(1.0, None, "cat", "=")]
    assert pairs(ours, gold, same_value) == [(0, 0)]
    assert pairs(ours, gold, same_unit) == [(1, 0)]
    assert pairs(ours, gold, same_change) == [(0, 0)]


def test_a_set_is_read_with_the_peers_answers(tmp_path):
    for folder in ("formatted_test_set", "gpt_3_output"):
        (tmp_path / folder).mkdir()
    gold = [{"text": "5 cats", "quantities": [{"value": "5", "normalized_unit": "Cat", "change": "="}]}]
    told = [{"text": "5 cats", "quantities": [["+ ", " 5", " cats", " cats", " -"], []]}]
    (tmp_path / "formatted_test_set/x.json").write_text(json.dumps(gold))
    (tmp_path / "gpt_3_output/predictions_x.json").write_text(json.dumps(told))
    (read,) = read_quantified(tmp_path, "x")
    assert read.gold == (Quantity(5.0, None, "cat", "="),)
    assert read.peer == (Quantity(5.0, None, "cat", "up"),)


def test_without_the_pack_nothing_is_measured(capsys):
    assert measure(Path("nowhere")) == []
    assert "not run" in capsys.readouterr().out

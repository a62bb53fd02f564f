"""What the commands of annotation, copies and stories do alike with their tables."""

import argparse
from pathlib import Path

import pytest
from evals.annotation.report import Line, Sheet
from evals.bootstrap import Measured
from evals.floors import Floor, read_floors, write_floors
from evals.sheets import add_options, hold_sheets, measure_sheets, print_sheets, scores_of

OURS = Line("nutgraf", {"F1": Measured(0.5, 0.4, 0.6), "purity": 0.9, "articles": 12}, ours=True)
SHEET = Sheet("names", "two texts", [OURS, Line("a peer", {"F1": 0.7})], misses=["a 3-9", "b 1-4"])


def measured(name, figure):
    return isinstance(figure, Measured)


@pytest.fixture
def floors(tmp_path):
    place = tmp_path / "floors.json"
    place.write_bytes(write_floors({"names": {"nutgraf: F1": Floor(0.45, "2031-03-03", "first measured")}}))
    return place


def test_each_task_is_told_before_it_is_measured(capsys):
    def measure(name):
        assert capsys.readouterr().err == f"{name} ...\n"
        return [SHEET] if name == "names" else []

    assert measure_sheets(("quotes", "names"), measure) == [SHEET]


def test_tables_are_printed_and_misses_only_where_they_are_asked_for(capsys):
    print_sheets([SHEET], markdown=False)
    plain = capsys.readouterr().out
    assert plain.startswith("names: two texts\n")
    assert "a 3-9" not in plain
    print_sheets([SHEET], markdown=True, missed="missed in")
    told = capsys.readouterr().out
    assert told.startswith("**names**: two texts\n")
    assert told.endswith("\nmissed in names:\na 3-9\nb 1-4\n")


def test_only_our_own_figures_that_may_have_floors_are_scores():
    assert [(score.name, score.value) for score in scores_of(SHEET, measured)] == [("nutgraf: F1", 0.5)]
    shares = scores_of(SHEET, lambda name, figure: not isinstance(figure, int))
    assert [(score.name, score.value) for score in shares] == [("nutgraf: F1", 0.5), ("nutgraf: purity", 0.9)]


def test_a_figure_below_its_floor_is_told_and_ends_in_one(floors, capsys):
    assert hold_sheets([SHEET], measured, None, floors) == 0
    assert capsys.readouterr().err == "\nNo figure fell below its floor.\n"
    fallen = Sheet("names", "", [Line("nutgraf", {"F1": Measured(0.44, 0.4, 0.5)}, ours=True)])
    assert hold_sheets([fallen], measured, None, floors) == 1
    assert capsys.readouterr().err.startswith("\nnames: nutgraf: F1 is 0.4400, below its floor of 0.45")


def test_pinning_raises_the_floors_before_they_are_held(floors):
    assert hold_sheets([SHEET], measured, ("2031-04-01", "better"), floors) == 0
    assert read_floors(floors.read_bytes()) == {"names": {"nutgraf: F1": Floor(0.5, "2031-04-01", "better")}}


def test_the_options_that_all_have():
    parser = argparse.ArgumentParser()
    add_options(parser, "accounts are kept")
    chosen = parser.parse_args(["--markdown", "--pin", "2031-04-01", "better", "--cache", "kept"])
    assert (chosen.markdown, chosen.pin, chosen.cache) == (True, ["2031-04-01", "better"], Path("kept"))
    assert "where accounts are kept (default: .cache)" in parser.format_help()

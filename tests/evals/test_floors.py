from __future__ import annotations

import itertools
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from evals.floors import FLOORS, Floor, find_falls, find_silent, raise_floors, read_floors, write_floors
from evals.trials import Score, hit

ROOT = Path(__file__).resolve().parents[2]
FLOOR = Floor(0.5, "2031-03-03", "first measured")


def score(name: str, *right: bool) -> Score:
    return Score(name, tuple(hit(str(index), item, "") for index, item in enumerate(right)))


def test_every_pinned_floor_has_value_day_and_reason():
    floors = read_floors(FLOORS.read_bytes())
    for name, pinned in floors.items():
        for measure, floor in pinned.items():
            assert 0 <= floor.value <= 1, (name, measure)
            assert floor.measured_on, (name, measure)
            assert floor.why, (name, measure)


def test_the_kept_file_is_in_its_own_order():
    assert write_floors(read_floors(FLOORS.read_bytes())) == FLOORS.read_bytes()


@pytest.mark.parametrize("missing", ["value", "measured_on", "why"])
def test_a_floor_without_a_field_is_refused(missing):
    fields = {"value": 0.5, "measured_on": "2031-03-03", "why": "first"}
    del fields[missing]
    with pytest.raises(msgspec.ValidationError, match=missing):
        read_floors(msgspec.json.encode({"seeds": {"quotes.recall": fields}}))


@pytest.mark.parametrize(
    ("right", "falls"),
    [((True, True), 0), ((True, False), 0), ((False, False, True), 1), ((), 1)],
)
def test_a_score_below_its_floor_falls_and_so_does_one_not_measured(right, falls):
    assert len(find_falls([score("quotes.recall", *right)], {"quotes.recall": FLOOR})) == falls


def test_raising_never_lowers():
    scores = [score("a", True, False, False), score("b", True), score("c")]
    raised = raise_floors(scores, {"a": FLOOR, "b": FLOOR}, "2031-04-01", "better")
    assert raised == {"a": FLOOR, "b": Floor(1.0, "2031-04-01", "better")}


@pytest.mark.parametrize(
    ("now", "silent"),
    [
        ({"seeds": {"a": FLOOR}}, 0),
        ({"seeds": {"a": Floor(0.4, "2031-04-01", "first measured")}}, 1),
        ({"seeds": {"a": Floor(0.4, "2031-04-01", "labels corrected: two were wrong")}}, 0),
        ({"seeds": {}}, 1),
    ],
)
def test_a_floor_is_not_lowered_silently(now, silent):
    assert len(find_silent({"seeds": {"a": FLOOR}}, now)) == silent


@pytest.mark.skipif(not shutil.which("git") or not (ROOT / ".git").exists(), reason="no history to compare with")
def test_no_floor_was_ever_lowered_silently():
    listed = _git("log", "--format=%H", "--reverse", "--", "evals/floors.json").decode().split()
    versions = [read_floors(_git("show", f"{commit}:evals/floors.json")) for commit in listed]
    versions.append(read_floors(FLOORS.read_bytes()))
    assert [fall for old, new in itertools.pairwise(versions) for fall in find_silent(old, new)] == []


def _git(*words: str) -> bytes:
    return subprocess.run(["git", "-C", str(ROOT), *words], check=True, capture_output=True).stdout

"""The command: what is not here is said, what has floors, and how the floors are kept."""

import pytest
from evals.bootstrap import Measured
from evals.floors import read_floors, write_floors
from evals.public_comparison.__main__ import BY_PAIR, BY_TEXT, FLOORS, main, may_have_floor, measure


@pytest.fixture
def network(tmp_path):
    place = tmp_path / "tried.onnx"
    place.write_bytes(b"never opened: the pack is missing first")
    return place


@pytest.mark.parametrize(("name", "pack"), [("scorer", "cross-document"), ("quantities", "annotation-measure"),
                                            ("fever", "annotation-green"), ("rte", "annotation-measure")])  # fmt: skip
def test_a_missing_pack_is_named_and_nothing_is_measured(name, pack, tmp_path, network, capsys):
    assert measure(name, tmp_path, network) == []
    assert capsys.readouterr().out.startswith(f"{name}: not run: {tmp_path / pack}")


@pytest.mark.parametrize("name", [*BY_TEXT, *BY_PAIR])
def test_every_set_says_so_where_nothing_is_here(name, tmp_path, capsys):
    assert measure(name, tmp_path, tmp_path / "no.onnx") == []
    assert f"{name}: not run: " in capsys.readouterr().out


def test_the_command_ends_well_where_nothing_could_be_measured(tmp_path, capsys):
    assert main(["--set", "fever", "scorer", "--cache", str(tmp_path), "--network", str(tmp_path / "no.onnx")]) == 0
    assert "the network no.onnx is not there" in capsys.readouterr().out


def test_what_was_measured_has_floors_but_not_what_f1_holds():
    figure = Measured(0.5, 0.4, 0.6)
    assert may_have_floor("accuracy", figure)
    assert may_have_floor("mentions F1", figure)
    assert not may_have_floor("mentions P", figure)
    assert not may_have_floor("R", figure)
    assert not may_have_floor("pairs", 12)


def test_the_floors_are_kept_in_their_own_order():
    assert write_floors(read_floors(FLOORS.read_bytes())) == FLOORS.read_bytes()

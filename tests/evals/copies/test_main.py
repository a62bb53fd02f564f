from evals.bootstrap import Measured
from evals.copies.__main__ import TASKS, USUAL, main, may_have_floor


def test_without_the_packs_every_task_says_that_it_was_not_run_and_why(tmp_path, capsys):
    assert main(["--cache", str(tmp_path)]) == 0
    told = capsys.readouterr().err
    assert "synthetic test: not run: the pack annotation-green is not in" in told
    assert told.count("not run: the pack cross-document is not in") == 2
    assert told.count("not run: the pack articles-12k is not in") == 2


def test_the_half_that_may_be_read_is_never_run_unasked():
    assert set(USUAL) < set(TASKS)
    assert not any("tune" in task for task in USUAL)


def test_a_floor_holds_what_was_measured_and_no_share_of_mistakes():
    figure = Measured(0.1, 0.0, 0.2)
    assert may_have_floor("original right", figure)
    assert not any(may_have_floor(name, figure) for name in ("wrong", "unsure", "own: error"))
    assert not may_have_floor("copies at", 0.02)

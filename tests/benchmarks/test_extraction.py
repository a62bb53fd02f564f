"""The timing of extraction: pages of a given size, and one measurement of each kind of system."""

import pytest
from benchmarks.extraction.__main__ import SPEED_HEAD, ratio, speed_rows
from benchmarks.extraction.one import Taken, measure
from benchmarks.extraction.synthetic import write_page
from benchmarks.extraction.systems import FAST, INSIDE, ONE_CHILD


@pytest.mark.parametrize("size", [10_000, 100_000])
def test_a_page_is_of_its_size_and_never_more(tmp_path, size):
    written = write_page(tmp_path, size).stat().st_size
    assert 0.9 * size < written <= size


@pytest.mark.parametrize(("system", "child"), [(INSIDE, False), (ONE_CHILD, True), (FAST, False)])
def test_a_measurement_has_seconds_memory_and_the_children_apart(tmp_path, system, child):
    taken = measure(system, [write_page(tmp_path, 10_000)] * 3)
    assert taken.pages == 3
    assert taken.characters > 3 * 1000
    assert taken.mb > 0
    assert (taken.start > 0, taken.child_mb > 0) == (child, child)


def test_ratios_are_those_of_one_round():
    def took(*seconds: float) -> list[Taken]:
        return [Taken(10, 1, one, one, 0.0, 50.0, 0.0) for one in seconds]

    taken = {INSIDE: took(4, 8, 40), FAST: took(2, 4, 20)}
    assert ratio(taken[FAST], taken[INSIDE]) == 0.5
    rows = list(speed_rows(taken))
    assert [row[SPEED_HEAD.index("pages/s a core")] for row in rows] == ["1.2", "2.5"]
    assert [row[SPEED_HEAD.index("beside trafilatura fast")] for row in rows] == ["0.50", "1.00"]

"""How the time for a page grows with its size."""

import pytest
from evals.hostile.growth import LARGE, SMALL, Growth, measure, rows
from evals.hostile.nasty import SHAPES


@pytest.mark.parametrize(
    ("small", "large", "steep"),
    [(0.1, 0.8, False), (0.1, 2.2, False), (0.1, 6.4, True), (0.001, 0.4, False), (0.1, float("inf"), True)],
)
def test_what_is_steep(small, large, steep):
    assert Growth("a shape", small, large).steep is steep


def test_each_shape_is_asked_for_in_both_sizes():
    asked = []
    seconds = {SMALL: 0.1, LARGE: 0.8}
    (growth,) = measure(["links"], lambda shape, size: asked.append((shape, size)) or seconds[size])
    assert asked == [("links", SMALL), ("links", LARGE)]
    assert rows([growth]) == [("links", "0.10", "0.80", "8 times")]


def test_shapes_have_about_the_size_that_is_asked_for():
    sizes = {shape: len(made(4_000).decode()) for shape, (_, made) in SHAPES.items()}
    assert {shape: size for shape, size in sizes.items() if not 2_000 < size < 9_000} == {}

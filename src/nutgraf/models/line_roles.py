"""The line classifier: what each line of a page is likely to be, and where an article or a teaser begins.

A small network of dilated convolutions over the lines of one page. Weights, inputs and what passes between its layers
are whole numbers: every sum is exact in double precision whatever its order, so every machine gives the same scores.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

LABELS = (
    "furniture", "title", "deck", "byline", "time", "outlet", "caption", "credit", "reprint", "body", "subheading",
    "list", "teaser_title", "teaser_text", "teaser_caption", "teaser_meta",
)  # fmt: skip
"""What a line may be; the scores stand in this order, then the score of a beginning article, then of a teaser."""
BEGINS, TEASES = len(LABELS), len(LABELS) + 1
SCORES = len(LABELS) + 2
UNIT = 256
"""Scores are natural logarithms of odds, times this."""

_ALONE = 1 << 18
"""A product is made in parts of so many multiplications: OpenBLAS does those with one thread, which here costs least,
and a page of many lines needs little memory."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One convolution: `weights` stand by offset, input, output; `shift` is the power of two that scales the sums.

    With a `dilation` of 0 it sees the page as a whole instead: the most and the mean of every value over its lines.
    """

    weights: Numbers
    bias: Numbers
    dilation: int
    shift: float


@dataclass(frozen=True, slots=True)
class Network:
    """The layers of one trained network."""

    layers: tuple[_Layer, ...]
    most: float


def score_lines(features: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the scores of each line, a row of `SCORES` whole numbers."""
    return run_network(load_network(), features)


def run_network(network: Network, features: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Run the layers: the first takes the features, those between add to what they are given, the last scores."""
    first, *inner, last = network.layers
    values = _bounded(_convolved(features, first), first, network.most)
    for layer in inner:
        added = _bounded(_convolved(values, layer), layer, network.most)
        values = np.minimum(values + added, network.most)
    scores: NDArray[np.int64] = np.floor(_convolved(values, last) * last.shift).astype(np.int64)
    return scores


def _convolved(values: Numbers | NDArray[np.uint8], layer: _Layer) -> Numbers:
    """The weighted sums over a line and its neighbours; beyond the page's ends there is nothing."""
    count = len(values)
    if layer.dilation == 0:
        whole = np.concatenate([values.max(axis=0), np.floor(values.sum(axis=0) / count)])
        return np.broadcast_to(whole @ layer.weights[0] + layer.bias, (count, len(layer.bias)))
    width = len(layer.weights)
    reach = (width // 2) * layer.dilation
    padded = np.pad(values, ((reach, reach), (0, 0)))
    weights = layer.weights.reshape(-1, layer.weights.shape[-1])
    sums = np.empty((count, weights.shape[1]))
    rows = max(1, _ALONE // weights.size)
    for at in range(0, count, rows):
        end = min(count, at + rows)
        parts = [padded[at + step * layer.dilation : end + step * layer.dilation] for step in range(width)]
        np.matmul(np.concatenate(parts, axis=1).astype(np.float64), weights, out=sums[at:end])
    sums += layer.bias
    return sums


def _bounded(sums: Numbers, layer: _Layer, most: float) -> Numbers:
    bounded: Numbers = np.clip(np.floor(sums * layer.shift), 0, most)
    return bounded


@cache
def load_network() -> Network:
    """Read the shipped weights once."""
    packed = resources.files("nutgraf.models").joinpath("weights/line_roles.npz").read_bytes()
    return read_network(packed)


def read_network(packed: bytes) -> Network:
    """Return a network from the bytes of its file."""
    with np.load(io.BytesIO(packed), allow_pickle=False) as told:
        layers = tuple(
            _Layer(
                told[f"weights{at}"].astype(np.float64),
                told[f"bias{at}"].astype(np.float64),
                int(told["dilations"][at]),
                2.0 ** -int(told["shifts"][at]),
            )
            for at in range(len(told["dilations"]))
        )
        return Network(layers, float(told["most"]))

"""The judge of pairs under test: the network that ships, or another one by its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.entailer import MOST, RELATIONS, SHIPPED, Relation, judge_pairs
from nutgraf.models.word_pieces import read_words

Judge = Callable[[Sequence[tuple[str, str]]], NDArray[np.float64]]
"""From pairs of texts to how likely each relation is, in the order of `RELATIONS`."""

LARGER = (Relation.SAME, Relation.ENTAILS)
"""What the first text says holds all that the second says."""
APART = (Relation.RELATED, Relation.UNRELATED)
"""Neither says anything for or against the other."""


class NoNetwork(Exception):
    """The network is not there; the message says where it was looked for."""


def find_judge(network: Path | None = None) -> Judge:
    """Return the judge by the network that ships or by that in a file."""
    place = _place(network)
    if not place.is_file():
        raise NoNetwork(f"the network {place.name} is not there: train it, or name one with --network")
    return partial(judge_pairs, network=network or SHIPPED)


def name_network(network: Path | None = None) -> str:
    """Return the network's file and the beginning of its SHA-256, so that a table says what it was measured with."""
    place = _place(network)
    return f"{place.name}, SHA-256 {sha256(place.read_bytes()).hexdigest()[:12]}"


def _place(network: Path | None) -> Traversable:
    return network or resources.files("nutgraf.models").joinpath("weights", f"{SHIPPED}.onnx")


def likely(scores: NDArray[np.float64], relations: Sequence[Relation]) -> NDArray[np.float64]:
    """Return how likely one of some relations is, for each pair."""
    return scores[:, [RELATIONS.index(relation) for relation in relations]].sum(axis=1)


def count_cut(pairs: Sequence[tuple[str, str]]) -> int:
    """Return how many pairs have a text whose end is not read, for it has more pieces than the judge takes."""
    texts = [text for pair in pairs for text in pair]
    long = [sum(map(len, words.pieces)) > MOST for words in read_words(texts)]
    return sum(one or two for one, two in zip(long[::2], long[1::2], strict=True))

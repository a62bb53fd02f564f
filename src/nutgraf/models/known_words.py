"""What tables know of the words of a text: parts of names, places, peoples, titles, organisations."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from importlib import resources

KINDS = ("given", "surname", "place", "people", "title", "body", "organisation")
"""What a word, or a run of words, may be known as; `body` is a word that ends an organisation's name."""


def known_kinds(words: Sequence[str]) -> list[set[int]]:
    """Return for each lower-case word the places in `KINDS` of what it is, alone or in the longest run it is part of.

    Several meanings of one run stand side by side ("chad" is a given name and a place); a run inside a longer one that
    is known counts no more.
    """
    table, lengths = _table(), _lengths()
    found: list[set[int]] = [set() for _ in words]
    at = 0
    while at < len(words):
        length = 1
        for size in lengths.get(words[at], ()):
            run = words[at : at + size]
            kinds = table.get(" ".join(run))
            if kinds is not None:
                length = len(run)
                for place in range(at, at + length):
                    found[place].update(kinds)
                break
        at += length
    return found


@cache
def _table() -> dict[str, tuple[int, ...]]:
    """Read the table once: kinds by words, the words parted by single spaces."""
    packed = resources.files("nutgraf.models").joinpath("tables/known_words.tsv.gz").read_bytes()
    found: dict[str, tuple[int, ...]] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if not line.startswith("#"):
            kinds, words = line.split("\t")
            found[words] = tuple(int(kind) for kind in kinds)
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how many words and marks the runs have that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for words in _table():
        found.setdefault(words.split(" ", 1)[0], set()).add(words.count(" ") + 1)
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}

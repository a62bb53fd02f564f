"""What tables know of the words of a text: parts of names, places, peoples, titles, organisations."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from importlib import resources

KINDS = ("given", "surname", "place", "people", "title", "body", "organisation")
"""What a word, or a run of words, may be known as; `body` is a word that ends an organisation's name."""
LONGEST = 7
"""Words and marks of the longest name in the table."""


def known_kinds(words: Sequence[str]) -> list[set[int]]:
    """Return for each lower-case word the places in `KINDS` of what it is, alone or in the longest run it is part of.

    Several meanings of one run stand side by side ("chad" is a given name and a place); a run inside a longer one that
    is known counts no more.
    """
    table, first = _table(), _first_words()
    found: list[set[int]] = [set() for _ in words]
    at = 0
    while at < len(words):
        length = _longest_at(words, at, table) if words[at] in first else 0
        for place in range(at, at + length):
            found[place].update(table[" ".join(words[at : at + length])])
        at += max(1, length)
    return found


def _longest_at(words: Sequence[str], at: int, table: dict[str, tuple[int, ...]]) -> int:
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        if " ".join(words[at : at + length]) in table:
            return length
    return 0


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
def _first_words() -> frozenset[str]:
    return frozenset(words.split(" ", 1)[0] for words in _table())

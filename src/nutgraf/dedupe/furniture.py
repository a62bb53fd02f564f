"""Words of an outlet's furniture that extraction may leave in a text: offers, credits, rights, who the writer is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from nutgraf.dedupe.numbers import Numbers, Places, Words, number_run, shingles
from nutgraf.text import rough_sentences

_SIGNS = """
newsletter / newsletters / subscribe / subscription / subscriptions / copyright / advertisement
sign up / signing up / rights reserved / privacy policy / our app / read more / click here / just watched / must watch
replay more / press council / reporting by / editing by / writing by / originally appeared / originally published
first appeared / first published / join us / contact us / support us / follow us / our newsroom / our reporters
our offices / our journalists / readers who / readers send / tip to / tips to
terms of use / terms of service / contributed to this / support our journalism / support local journalism
support independent journalism / page is updated / page was updated / article was updated / story was updated
letters to the editor / letters to the editors / letter to the editor / may not be published / may not be reproduced
may not be redistributed
"""
"""Words that are furniture wherever they stand."""

_TRADES = ("writer", "reporter", "correspondent", "columnist", "editor")
_WHO = re.compile(rf"\bis (?:an? |the )?(?:\w+ ){{0,4}}(?:{'|'.join(_TRADES)}) (?:at|for|of|in|with)\b", re.IGNORECASE)
"""Who the writer is; "the editor of" alone may be news."""
_WHO_BEFORE, _WHO_BEHIND = 60, 30

_RIGHTS = "©"

SHORT_LINE = 60
"""Words of a paragraph that one sign of boilerplate makes boilerplate as a whole."""


def find_furniture(text: str, words: Words) -> list[tuple[int, int]]:
    """Return the places of boilerplate in order: sentences, and short paragraphs that hold one."""
    found: set[tuple[int, int]] = set()
    for at in _signs(text, words):
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        if len(text[start:end].split()) <= SHORT_LINE:
            found.add((start, end))
        else:
            found.update(place for place in rough_sentences(text, start, end) if place[0] <= at < place[1])
    return sorted(found)


def _signs(text: str, words: Words) -> Iterator[int]:
    """Yield where signs of boilerplate stand."""
    for size, known in _phrases().items():
        for place in words.starts[_among(shingles(words.numbers, size), known)].tolist():
            yield place
    for place in words.starts[_among(shingles(words.numbers, 2), _writers())].tolist():
        if _WHO.search(text, max(0, place - _WHO_BEFORE), place + _WHO_BEHIND):
            yield place
    at = text.find(_RIGHTS)
    while at >= 0:
        yield at
        at = text.find(_RIGHTS, at + 1)


def _among(runs: Numbers, known: Numbers) -> Places:
    found = np.searchsorted(known, runs)
    found[found == len(known)] = 0
    return np.flatnonzero(known[found] == runs)


@cache
def _phrases() -> dict[int, Numbers]:
    """Return the numbers of all signs by how many words they have, sorted."""
    by_size: dict[int, list[int]] = {}
    for phrase in re.split(r"[/\n]", _SIGNS):
        words = phrase.split()
        if words:
            by_size.setdefault(len(words), []).append(number_run(words))
    return {size: np.array(sorted(found), dtype=np.uint64) for size, found in by_size.items()}


@cache
def _writers() -> Numbers:
    runs = [number_run((trade, where)) for trade in _TRADES for where in ("at", "for", "of", "in", "with")]
    return np.array(sorted(runs), dtype=np.uint64)

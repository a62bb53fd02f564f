"""Headlines: whether two of them are the same but for a word, and keys by which such headlines meet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from nutgraf.models.terms import STOP_WORDS
from nutgraf.text import WORD, fold

LEAST_TOLD = 5
"""Content words of a headline that says something: "World news in brief" stands over a thousand texts."""

MOST_TOLD = 24
"""Content words above which a headline is a paragraph, and only the same words meet."""


def headline_words(title: str | None) -> frozenset[str]:
    """Return the content words of a headline, none where they say too little."""
    found = frozenset(map(fold, WORD.findall(title or ""))) - STOP_WORDS
    return found if len(found) >= LEAST_TOLD else frozenset()


def headline_keys(title: str | None) -> Iterator[int]:
    """Yield the key of a headline's content words, and of all but each one of them: one changed word leaves one."""
    told = headline_words(title)
    if told:
        yield _number_of(told)
        if LEAST_TOLD < len(told) <= MOST_TOLD:
            yield from (_number_of(told - {word}) for word in sorted(told))


def same_headline(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two headlines say the same but for one content word in each."""
    return bool(left and right) and len(left & right) >= max(LEAST_TOLD, max(len(left), len(right)) - 1)


def _number_of(told: Iterable[str]) -> int:
    """Return the number of a set of words, whatever their order."""
    packed = "\n".join(sorted(told)).encode()
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "little")

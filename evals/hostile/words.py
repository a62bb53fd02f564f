"""Words and their letters: how much of one text stands in another, whatever the order and wherever tags part them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
"""Signs without a shape, and controls, which a text may lose."""
_LONGEST = 60
_MOST = 3_000
"""So many different missing words are looked for inside others at most; what is beyond counts as lost."""


def words_of(pieces: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in some pieces of text; a piece ends a word."""
    return Counter(word for piece in pieces for word in _WORD.findall(_UNSEEN.sub("", piece)))


def letters(found: Counter[str]) -> int:
    """Return how many letters and digits words have."""
    return sum(len(word) * count for word, count in found.items())


def kept_letters(shown: Counter[str], kept: Sequence[Sequence[str]]) -> int:
    """Return how many letters of the words shown are kept; `kept` are readings of the same pieces, the best counts.

    A word that a tag parts here and not there is looked for in the letters of all pieces, one after the other; then as
    two words beyond those shown, since a browser moves text out of a table, and so two words beside each other.
    """
    readings = [words_of(pieces) for pieces in kept]
    found = {word: max((reading[word] for reading in readings), default=0) for word in shown}
    missing = sorted(word for word, count in shown.items() if found[word] < count)[:_MOST]
    streams = ["".join(_WORD.findall(_UNSEEN.sub("", "".join(pieces)))) for pieces in kept] if missing else []
    for word in missing:
        found[word] = max(found[word], *(stream.count(word) for stream in streams)) if streams else found[word]
    moved = [word for word in missing if found[word] < shown[word]]
    spare = (
        max((reading - shown for reading in map(words_of, kept)), key=letters, default=Counter())
        if moved
        else Counter()
    )
    for word in moved:
        found[word] += _in_two(word, shown[word] - found[word], spare)
    return sum(len(word) * min(count, found[word]) for word, count in shown.items())


def _in_two(word: str, most: int, spare: Counter[str]) -> int:
    """Take a word, as two, off the words to spare, and return how often; a long word is none that two pieces made."""
    taken = 0
    for at in range(1, len(word)) if len(word) <= _LONGEST else ():
        left, right = word[:at], word[at:]
        count = min(most - taken, spare[left] // 2 if left == right else min(spare[left], spare[right]))
        if count > 0:
            spare[left] -= count
            spare[right] -= count
            taken += count
    return taken

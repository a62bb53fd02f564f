"""Whether parts of a page speak of one thing: what several parts name tells a text with headings from a digest."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.extract.page_words import SMALL_WORDS
from nutgraf.models.terms import content_stems, term_weight
from nutgraf.text import fold

_RARE = 3.0
"""Stems of at least this weight name a matter rather than belong to the language."""
_SHARED = 0.5
"""A matter named in at least this share of the parts is what they are all about."""
_PLAIN = 1.5
"""Stems of less weight stand in texts of any kind."""
_APART = 0.04
"""Parts whose mean cosine is less tell of different things. Of the one-article pages of WCXB's development part whose
sections have headings, 3 of 34 are below it, lists of films, records and games; of digests written for it, most."""
_LIST = re.compile(r"[,;]\s.*(?:,|;|\s(?:and|und|et|y|e|&)\s)|\bplus\b", re.IGNORECASE)
_LISTED = 2
_MOST = 40
"""So many parts are compared at most, each with each."""


def hang_together(parts: Sequence[str]) -> bool:
    """Tell whether some rare word stands in most of the parts."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update({stem for stem in content_stems(part) if term_weight(stem) >= _RARE})
    most = max(counts.values(), default=0)
    return most > 1 and most >= _SHARED * len(parts)


def stand_apart(parts: Sequence[str], name: str) -> bool:
    """Tell whether parts hardly share a word that tells anything: their mean cosine, stems by how rare they are.

    Parts of which most speak of what the page is called (`name`) do not stand apart.
    """
    if name_one(parts, name, _SHARED):
        return False
    vectors = [_vector(part) for part in parts[:_MOST]]
    cosines = [_cosine(one, two) for one, two in itertools.combinations(vectors, 2)]
    return bool(cosines) and math.fsum(cosines) < _APART * len(cosines)


def name_one(parts: Sequence[str], name: str, share: float) -> bool:
    """Tell whether such a share of the parts or more speak of what the page is called: they are parts of one text."""
    held = [fold(part) for part in parts[:_MOST]]
    # A word that begins as the stem does is found without all words of a page being stemmed, ten times as fast.
    begins = (re.compile(rf"\b{re.escape(stem.removesuffix('i'))}") for stem in _vector(name))
    return any(sum(begin.search(part) is not None for part in held) >= share * len(held) for begin in begins)


def lists_parts(name: str, titles: Sequence[str]) -> bool:
    """Tell whether a page is called after several of its parts ("Bus 40, a bad tomato and the smallest museum").

    Two titles at least, and half of them, each have a word of the name that is in no other title.
    """
    stems = [set(_vector(title)) for title in titles]
    named = set(_vector(name))
    counts = Counter(stem for held in stems for stem in held & named)
    told = sum(any(counts[stem] == 1 for stem in held & named) for held in stems)
    return _LIST.search(name) is not None and told >= _LISTED and 2 * told >= len(titles)


def _vector(part: str) -> dict[str, float]:
    counts = Counter(stem for stem in content_stems(part) if stem not in SMALL_WORDS)
    weights = {stem: (1 + math.log(count)) * term_weight(stem) for stem, count in counts.items()}
    weights = {stem: weight for stem, weight in weights.items() if term_weight(stem) >= _PLAIN}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def _cosine(one: dict[str, float], two: dict[str, float]) -> float:
    return math.fsum(weight * two.get(stem, 0.0) for stem, weight in one.items())

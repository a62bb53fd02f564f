"""Whether parts of a page speak of one thing: what several parts name tells a text with headings from a digest."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence

from nutgraf.extract.months import MONTHS
from nutgraf.extract.page_words import SMALL_WORDS
from nutgraf.models.terms import content_stems, term_weight
from nutgraf.text import fold

_PLAIN = 1.5
"""Stems of less weight stand in texts of any kind."""
_LIST = re.compile(r"[,;]\s.*(?:,|;|\s(?:and|und|et|y|e|&)\s)|\bplus\b", re.IGNORECASE)
_LISTED = 2
_MOST = 40
"""So many parts are compared at most, each with each."""


def kinship(parts: Sequence[str]) -> float:
    """Return the mean cosine of each two parts (0 to 1), stems weighed by how rare they are.

    Of parts under headings on one-article pages (WCXB's development part, NAEB) 2 in 100 are below .05 and half are
    above .24; those of digests and magazines written for it are below .06, but for two in 15.
    """
    vectors = [_vector(part) for part in parts[:_MOST]]
    cosines = [_cosine(one, two) for one, two in itertools.combinations(vectors, 2)]
    return math.fsum(cosines) / max(1, len(cosines))


def name_share(parts: Sequence[str], name: str) -> float:
    """Return the share of the parts that speak of what the page is called: of that word of its name that most have."""
    held = [fold(part) for part in parts[:_MOST]]
    # A word with the stem and an ending is found without all words of a page being stemmed, ten times as fast.
    named = (
        re.compile(rf"\b{re.escape(stem.removesuffix('i'))}\w{{0,3}}\b")
        for stem in _vector(name)
        if not stem.isdigit() and stem not in MONTHS
    )
    most = max((sum(word.search(part) is not None for part in held) for word in named), default=0)
    return most / max(1, len(held))


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

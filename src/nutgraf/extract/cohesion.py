"""Whether parts of a page speak of one thing: what several parts name tells a text with headings from a digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nutgraf.models.terms import content_stems, term_weight

_RARE = 3.0
"""Stems of at least this weight name a matter rather than belong to the language."""
_SHARED = 0.5
"""A matter named in at least this share of the parts is what they are all about."""


def hang_together(parts: Sequence[str]) -> bool:
    """Tell whether some rare word stands in most of the parts."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update({stem for stem in content_stems(part) if term_weight(stem) >= _RARE})
    most = max(counts.values(), default=0)
    return most > 1 and most >= _SHARED * len(parts)

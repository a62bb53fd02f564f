"""A profile as rows of numbers: what a newcomer is compared with hundreds of texts by, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from nutgraf.records.profile import Profile, Setting

KEY, WEIGHT = np.dtype("<u8"), np.dtype("<i4")

SECTIONS = ("words", "people", "places", "opening", "numbers")
"""The rows that are compared each with its like."""


@dataclass(frozen=True, slots=True)
class Row:
    """One profile, each stem being a key of 64 bits (a hash of section and stem), one after the other.

    `keys` and `weights` hold the sections' rows, of `lengths`; `told` and `told_weights` the names and numbers of the
    opening, with the keys that they have among the words.
    """

    setting: Setting
    meaning: bytes
    lengths: tuple[int, ...]
    keys: bytes
    weights: bytes
    told: bytes
    told_weights: bytes


def pack_row(profile: Profile) -> Row:
    """Return a profile as a row."""
    rows = [getattr(profile, section) for section in SECTIONS]
    keys = [key for section, row in zip(SECTIONS, rows, strict=True) for key in _keys(section, row)]
    return Row(
        setting=profile.setting,
        meaning=profile.meaning,
        lengths=tuple(map(len, rows)),
        keys=b"".join(keys),
        weights=_weights(weight for row in rows for weight in row.values()),
        told=b"".join(_keys(SECTIONS[0], profile.told)),
        told_weights=_weights(profile.told.values()),
    )


def _keys(section: str, stems: Iterable[str]) -> Iterable[bytes]:
    for stem in stems:
        yield blake2b(f"{section} {stem}".encode(errors="surrogatepass"), digest_size=KEY.itemsize).digest()


def _weights(weights: Iterable[int]) -> bytes:
    return np.fromiter(weights, dtype=WEIGHT).tobytes()

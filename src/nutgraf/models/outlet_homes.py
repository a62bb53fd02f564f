"""Where local outlets are at home, by their domain: the town and its first-level division."""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources


def home_of_domain(domain: str) -> tuple[str, str] | None:
    """Return the town and the division of the outlet of a domain or of the nearest above it, or none."""
    place = domain.casefold().removeprefix("www.")
    while place:
        if place in _homes():
            return _homes()[place]
        place = place.partition(".")[2]
    return None


@cache
def _homes() -> dict[str, tuple[str, str]]:
    packed = resources.files("nutgraf.models").joinpath("tables/outlet_homes.tsv.gz").read_bytes()
    rows = [line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines() if line[:1] != "#"]
    return {row[0]: (row[1], row[2]) for row in rows}

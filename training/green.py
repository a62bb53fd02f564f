"""Files that may be trained on: each training lists its own, and every other is refused."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path


class NotGreen(Exception):
    """A file or pack that is missing, or that may not be trained on."""


def listed_files(cache: Path, pattern: str, green: Collection[str]) -> list[Path]:
    """Return the files of one set in the order of their names; refuse a pattern that is not among the `green` ones."""
    if pattern not in green:
        raise NotGreen(f"{pattern} is not on the list of sets that may be trained on")
    paths = sorted(path for path in cache.glob(pattern) if path.is_file())
    if not paths:
        raise NotGreen(f"nothing matches {pattern} in {cache}: unpack ../shared/data/{pattern.split('/')[0]}.tar.xz")
    return paths

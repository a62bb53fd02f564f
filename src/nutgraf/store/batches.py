"""Batches: what is committed together, so that memory stays bounded whatever the number of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from nutgraf.records.page import Page, SetAside

Item = TypeVar("Item")

BATCH_BYTES = 16 * 1024 * 1024
"""A batch of pages is committed at this size, whatever their number."""


def batches(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Yield items in runs of at most a size."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def page_batches(items: Iterable[Page | SetAside], size: int) -> Iterator[list[Page | SetAside]]:
    """Yield pages in runs of at most a size and `BATCH_BYTES`; one page larger than that is a run of its own."""
    batch: list[Page | SetAside] = []
    held = 0
    for item in items:
        batch.append(item)
        held += len(item.content) if isinstance(item, Page) else 0
        if len(batch) >= size or held >= BATCH_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch

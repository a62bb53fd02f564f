from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_stages import page_of

from nutgraf.records.page import Outcome, SetAside
from nutgraf.store.batches import BATCH_BYTES, batches, page_batches


@given(st.lists(st.integers()), st.integers(1, 9))
def test_batches_hold_everything_in_order(items, size):
    runs = list(batches(items, size))
    assert [item for run in runs for item in run] == items
    assert all(1 <= len(run) <= size for run in runs)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([1] * 5, [3, 2]),
        ([BATCH_BYTES // 2] * 5, [2, 2, 1]),
        ([1, BATCH_BYTES * 2, 1], [2, 1]),
        ([], []),
    ],
)
def test_a_batch_of_pages_is_bounded_by_number_and_by_bytes(sizes, expected):
    pages = [page_of(bytes(size), f"/in/{number}") for number, size in enumerate(sizes)]
    assert [len(run) for run in page_batches(pages, 3)] == expected


def test_what_is_set_aside_counts_as_one():
    entry = SetAside("x", "ingest", Outcome.REFUSED, "empty")
    assert [len(run) for run in page_batches([entry] * 5, 2)] == [2, 2, 1]

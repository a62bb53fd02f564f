from __future__ import annotations

import pytest

from nutgraf.records.page import Outcome, SetAside
from nutgraf.store.archive import open_archive


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "n.db", write=True) as opened:
        yield opened


def test_what_is_set_aside_is_listed_in_one_order_and_never_twice(archive):
    entries = [
        SetAside("b.html", "ingest", Outcome.REFUSED, "too large (cap 5 MB)", "00"),
        SetAside("a\x00\udcff.html", "ingest", Outcome.QUARANTINED, "odd name"),
        SetAside("b.html", "ingest", Outcome.PARTIAL, "cut", "00"),
    ]
    for order in (entries, entries[::-1], entries):
        with archive.transaction("test"):
            for entry in order:
                archive.ledger.put_refused(entry, "ingest/1", 1)
    listed = archive.ledger.set_aside()
    assert [(each.what, each.reason) for each in listed] == [
        ("a\x00\ufffd.html", "odd name"),
        ("b.html", "cut"),
        ("b.html", "too large (cap 5 MB)"),
    ]
    assert archive.ledger.counts() == (
        ("ingest", "partial", 1),
        ("ingest", "quarantined", 1),
        ("ingest", "refused", 1),
    )


def test_a_document_s_entries_are_replaced_together(archive):
    whole = SetAside("a.html", "extract", Outcome.STORED, "")
    part = SetAside("a.html", "extract", Outcome.REFUSED, "a table too wide")
    with archive.transaction("test"):
        archive.ledger.put("a", (whole, part), "extract/1", 1)
    assert archive.ledger.set_aside() == (part,)
    with archive.transaction("test"):
        archive.ledger.put("a", (whole,), "extract/2", 2)
    assert archive.ledger.set_aside() == ()

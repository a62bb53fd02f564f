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


def test_what_is_told_anew_of_a_file_takes_the_place_of_what_was_told_before(archive):
    for reading, reason in ((1, "3 records of other kinds than pages"), (2, "4 records of other kinds than pages")):
        with archive.transaction("test"):
            archive.ledger.put_refused(SetAside("c.warc.gz", "ingest", Outcome.REFUSED, reason), "ingest/2", reading)
            archive.ledger.put_refused(
                SetAside(f"{reading}.png", "ingest", Outcome.REFUSED, "a picture"), "ingest/2", reading
            )
            archive.ledger.resolve_refused(reading)
    assert [(each.what, each.reason) for each in archive.ledger.set_aside()] == [
        ("1.png", "a picture"),
        ("2.png", "a picture"),
        ("c.warc.gz", "4 records of other kinds than pages"),
    ]

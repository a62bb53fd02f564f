from __future__ import annotations

from dataclasses import replace

import pytest
from tests.small_stages import article_of, page_of

from nutgraf.records.article import Extraction, Link
from nutgraf.records.page import Outcome, SetAside
from nutgraf.store.outcomes import LONGEST_REASON, became, failed, owner

ONE = page_of(b"one", "/in/one.txt")
TWO = page_of(b"two", "/in/two.txt")
SAME_BYTES = page_of(b"one", "/in/same.txt")


def extraction(*texts: str, notes: tuple[str, ...] = ()) -> Extraction:
    articles = tuple(article_of(text, ONE, place) for place, text in enumerate(texts))
    return Extraction(ONE.id, articles, (), 3, 3, notes, "extract/small")


TOLD = SetAside("/in/one.txt", "extract", Outcome.REFUSED, "too deep", ONE.digest)

BECAME = [
    (extraction("Ferry a\none"), [], [(Outcome.STORED, "")]),
    (extraction("Ferry a\none", "Ferry b\ncut ..."), [], [(Outcome.PARTIAL, "Ferry b: it ends in the middle")]),
    (replace(extraction("Ferry a\none"), damage=("3 NULs",)), [], [(Outcome.PARTIAL, "3 NULs")]),
    (extraction(notes=("only a menu", "no text")), [], [(Outcome.REFUSED, "only a menu; no text")]),
    (extraction(), [], [(Outcome.REFUSED, "neither an article nor a teaser was found on this page")]),
    (None, [TOLD], [(Outcome.REFUSED, "too deep")]),
    (None, [], [(Outcome.QUARANTINED, "the extract stage gave nothing back for this page")]),
    (extraction("Ferry a\none"), [TOLD], [(Outcome.STORED, ""), (Outcome.REFUSED, "too deep")]),
    (replace(extraction(), links=(Link("https://courier.example/rss"),)), [], [(Outcome.STORED, "")]),
]


@pytest.mark.parametrize(("found", "told", "expected"), BECAME)
def test_what_became_of_a_page(found, told, expected):
    entries = became(ONE, found, told)
    assert [(each.outcome, each.reason) for each in entries] == expected
    assert {each.what for each in entries} == {"/in/one.txt"}


OWNERS = [
    (TOLD, ONE),
    (replace(TOLD, what="/in/same.txt"), SAME_BYTES),
    (replace(TOLD, what="file:///in/two.txt", digest=None), TWO),
    (replace(TOLD, what="something", digest=TWO.digest), TWO),
]


@pytest.mark.parametrize(("entry", "expected"), OWNERS)
def test_whose_entry_it_is(entry, expected):
    assert owner(entry, (ONE, SAME_BYTES, TWO)) is expected


def test_a_failure_keeps_its_reason_short():
    entry = failed("x", "annotate", ValueError("y" * 10_000))
    assert (entry.outcome, len(entry.reason)) == (Outcome.QUARANTINED, LONGEST_REASON)

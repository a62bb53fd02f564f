from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.records.annotation import Entity
from nutgraf.records.article import Part, Span
from nutgraf.records.page import Outcome, SetAside
from nutgraf.store.encoding import decode, encode, pack, storable, unpack

any_text = st.text(st.characters(exclude_categories=()))


@given(any_text, any_text)
def test_any_text_goes_in_and_its_offsets_come_out(what, reason):
    record = SetAside(what, "ingest", Outcome.REFUSED, reason)
    back = decode(encode(record), SetAside)
    assert back == SetAside(storable(what), "ingest", Outcome.REFUSED, storable(reason))
    assert (len(back.what), len(back.reason)) == (len(what), len(reason))


@given(st.text())
def test_text_without_lone_surrogates_is_never_touched(text):
    assert storable(text) == text


def test_a_record_reads_back_as_the_same_types():
    span = Span("a", "v", 1, 2, Part.TITLE)
    assert decode(encode(span), Span) == span
    assert isinstance(decode(encode(span), Span).part, Part)


def test_what_would_not_read_back_is_not_written():
    with pytest.raises(ValueError, match="int"):
        encode(Span("a", "v", 0, float("nan")))  # type: ignore[arg-type]


@given(st.binary())
def test_page_bytes_come_back_as_they_went_in(content):
    assert unpack(pack(content)) == content


def test_damaged_page_bytes_are_told():
    with pytest.raises(ValueError, match="Error"):
        unpack(b"no bytes of ours")


def test_an_entity_stored_before_it_had_links_still_reads():
    old = b'{"key":"person:orlo","kind":"person","name":"Orlo","forms":["Orlo"],"role":"","gender":"","place":null}'
    assert decode(old, Entity).links == ()

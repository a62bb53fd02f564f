"""Whose text an account is: copied, shared and its own are together all of it, and the places are the ones meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import account_of

from nutgraf.compare.text_shares import share_text
from nutgraf.records.copies import Carried, Copies, Copy, CopyKind, Passage

WIRE = "The harbour wall at Port Vell gave way before dawn on Tuesday."
OWN = "Our reporter saw two boats adrift near the old lighthouse all morning."
OUTLETS = {"a": "Norpress", "b": "Sund Gazette"}


def copies(original, kind=CopyKind.PARTIAL, carried=()):
    place = Passage(0, len(WIRE), 0, len(WIRE))
    return Copies((("a",), ("b",)), (Copy("b", "a", kind, 0.5, (place,), original, "test", 1.0),), "test", (), carried)


def share(text, made, identity="b", outlet="Sund Gazette", origin="same"):
    return share_text(account_of(text, identity, outlet, origin=origin).article, made, OUTLETS)


def test_what_another_had_first_is_copied():
    found = share(f"{WIRE} {OWN}", copies("a"))
    assert (found.copied, found.shared, found.own) == (0.5, 0.0, 0.5)
    assert [(span.start, span.end) for span in found.spans] == [(0, len(WIRE))]
    assert (found.of, found.carried_by) == (("a",), ())
    assert found.remark == "50% of its text stands in Norpress, which had it first. 50% is its own."


def test_what_nobody_is_known_to_have_had_first_is_shared():
    found = share(f"{WIRE} {OWN}", copies(None))
    assert (found.copied, found.shared, found.own) == (0.0, 0.5, 0.5)
    assert "50% of its text stands in Norpress too; nothing shows who had it first." in found.remark


def test_the_original_keeps_its_text_and_names_who_carries_it():
    found = share(WIRE, copies("a"), "a", "Norpress")
    assert (found.own, found.spans, found.of, found.carried_by) == (1.0, (), (), ("b",))
    assert found.remark == "Sund Gazette carries text of it."


def test_of_a_text_carried_whole_the_original_of_the_text_had_it_first():
    carried = Carried("b", "t", "a", "Norpress", 1.0, 0.0, 0.0, "test")
    found = share(WIRE, copies(None, CopyKind.NEAR, (carried,)), origin="Norpress")
    assert found.remark == (
        "Sund Gazette prints it and names Norpress as its maker. "
        "All of its text stands in Norpress, which had it first."
    )


def test_credits_name_the_maker_of_a_text_whose_original_was_not_read():
    carried = Carried("b", "t", None, "Tarn Wire", 0.0, 1.0, 0.0, "test")
    found = share(WIRE, copies(None, CopyKind.NEAR, (carried,)))
    assert found.remark == "All of its text stands in Norpress too; the credits name Tarn Wire."


def test_articles_of_other_stories_are_left_out_of_account():
    found = share_text(account_of(WIRE, "b").article, copies("a"), {"b": "Sund Gazette"})
    assert (found.own, found.of) == (1.0, ())
    assert found.remark == "No other article of the story was found to carry any of its text."


def test_a_sentence_mostly_of_anothers_words_is_the_others():
    held = WIRE.index("Tuesday")
    place = Passage(0, held - 1, 0, held - 1)
    pair = Copy("b", "a", CopyKind.PARTIAL, 0.9, (place,), "a", "test", 0.9)
    assert share(WIRE, Copies((), (pair,), "test")).copied == 1.0


def test_a_text_without_words_is_its_own():
    assert share("", Copies((), (), "test")).own == 1.0


@given(st.lists(st.tuples(st.integers(0, 130), st.integers(1, 60), st.sampled_from(["a", "b", None])), max_size=6))
def test_the_three_shares_are_always_together_one(passages):
    text = f"{WIRE} {OWN}"
    outlets = {f"x{n}": f"Paper {n}" for n in range(6)} | {"b": "Sund Gazette"}
    pairs = tuple(
        Copy("b", f"x{n}", CopyKind.PARTIAL, 0.5, (Passage(start, min(len(text), start + length), 0, 1),), who, "test")
        for n, (start, length, who) in enumerate(passages)
    )
    found = share_text(account_of(text, "b").article, Copies((), pairs, "test"), outlets)
    assert found.copied + found.shared + found.own == pytest.approx(1)
    assert min(found.copied, found.shared, found.own) >= 0
    assert all(left.end < right.start for left, right in zip(found.spans, found.spans[1:], strict=False))

"""Two versions of a text: which sentence of one is which of the other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.versions import align_versions, cut_pieces, make_piece

FELL = "The bridge fell into the river on Saturday before dawn."
DIVERS = "Divers search the water for two cars."
TOLD = "Some 300 residents were told to leave their homes, and the school was shut until Monday."
PARTED = ("Some 300 residents were told to leave their homes.", "The school was shut until Monday.")


def pieces(*sentences):
    text, found = "", []
    for sentence in sentences:
        text += sentence + " "
        found.append((len(text) - len(sentence) - 1, len(text) - 1))
    return tuple(make_piece(text, *place) for place in found)


def told(old, new):
    rows = []
    for each in align_versions(old, new):
        left, right = (" ".join(side.tokens[:2]) if side else "" for side in (each.old, each.new))
        rows.append((left, right, each.moved))
    return rows


def test_the_same_sentences_stand_beside_each_other_and_the_rest_where_it_was():
    assert told(pieces(FELL, DIVERS), pieces(DIVERS, TOLD)) == [
        ("the bridge", "", False), ("divers search", "divers search", False), ("", "some 300", False)
    ]  # fmt: skip


def test_a_sentence_in_another_place_was_moved():
    moved = [row for row in told(pieces(FELL, DIVERS, TOLD), pieces(TOLD, FELL, DIVERS)) if row[2]]
    assert moved == [("some 300", "some 300", True)]


def test_a_sentence_that_was_cut_in_two_stays_one():
    (row,) = align_versions(pieces(TOLD), pieces(*PARTED))
    assert (row.new.start, row.new.end) == (0, len(" ".join(PARTED)))
    (row,) = align_versions(pieces(*PARTED), pieces(TOLD))
    assert row.old.end == len(" ".join(PARTED))


def test_two_things_are_not_taken_for_one():
    assert told(pieces(FELL), pieces(DIVERS)) == [("the bridge", "", False), ("", "divers search", False)]


def test_words_beside_the_sentences_are_pieces_too(make_account):
    account = make_account("SUND — The bridge fell on Saturday.\n\nDivers search the river.")
    shown = [account.article.text[piece.start : piece.end] for piece in cut_pieces(account)]
    assert " ".join(shown).split() == account.article.text.split()


SENTENCES = st.lists(st.sampled_from((FELL, DIVERS, TOLD, *PARTED, FELL.replace("Saturday", "Sunday"))), max_size=7)


@given(old=SENTENCES, new=SENTENCES)
def test_every_sentence_stands_in_one_row(old, new):
    left, right = pieces(*old), pieces(*new)
    rows = align_versions(left, right)
    for side, found in ((left, [row.old for row in rows]), (right, [row.new for row in rows])):
        covered = sorted((piece.start, piece.end) for piece in found if piece)
        assert sum(len(piece.tokens) for piece in found if piece) == sum(len(piece.tokens) for piece in side)
        assert all(one[1] <= other[0] for one, other in pairwise(covered))
    assert (old == new) == all(row.old and row.new and row.old == row.new for row in rows)

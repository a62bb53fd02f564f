"""Notes: which printed words own up to a change of the text, and which speak of changes in the world."""

import pytest

from nutgraf.compare.notes import all_notes, find_notes, is_note, outside, says_nothing
from nutgraf.compare.versions import cut_pieces
from nutgraf.records.article import Part
from nutgraf.records.edits import NoteKind


@pytest.mark.parametrize(
    "note",
    [
        "Clarification: it was the company that inspected the bridge.",
        "Editor’s note: the headline of this article was changed.",
        "An earlier version misstated the year of the inspection.",
        "This article originally said that the bridge was inspected in 2027.",
        "(This story has been corrected to show that the bridge was inspected in 2029)",
        "Because of an editing error, the year of the inspection was wrong.",
        "CORRECTED: the year of the inspection.",
        "Correction (4 May 2031): the year of the inspection.",
    ],
)
def test_a_note_is_known_by_how_it_begins(note):
    assert is_note(note)


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier version of the bill passed in May.",
        "The report was amended by the committee on Monday.",
        "The minister incorrectly said that the bridge was closed.",
        "The correction of the river took nine years.",
        "Updated figures are due on Friday.",
        "The original version of the report said nothing of cracks.",
        "This was changed after the flood.",
    ],
)
def test_a_sentence_about_changes_in_the_world_is_no_note(sentence):
    assert not is_note(sentence)


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Correction: the bridge was opened in 1961.", NoteKind.CORRECTION),
        ("Update: the ferry sails again.", NoteKind.UPDATE),
        ("This article was updated to correct the name of the minister.", NoteKind.CORRECTION),
    ],
)
def test_its_words_tell_what_sort_it_is(make_account, note, kind):
    account = make_account(f"The bridge fell.\n\n{note}")
    assert [found for found, _ in find_notes(account, cut_pieces(account))] == [kind]


def test_a_note_goes_to_the_end_of_its_paragraph_and_is_no_part_of_the_text(make_account):
    note = "Correction: An earlier version gave the toll as 14. The number is 12."
    account = make_account(f"The bridge fell.\n\n{note}\n\nDivers search the river.")
    pieces = cut_pieces(account)
    (found,) = all_notes(account, pieces, ())
    assert found.words == note
    kept = outside(pieces, [found], account.article.text)
    assert [account.article.text[each.start : each.end] for each in kept] == [
        "The bridge fell.", "Divers search the river."
    ]  # fmt: skip


def test_a_headline_may_bear_a_note(make_account):
    account = make_account("The bridge fell.", title="CORRECTED-Bridge falls in Sund")
    (found,) = all_notes(account, cut_pieces(account), ())
    assert (found.span.part, found.words) == (Part.TITLE, "CORRECTED")
    assert says_nothing(found)


@pytest.mark.parametrize("stamp", ["Updated: 14:05", "Updated 3 May 2031, 16:20 GMT"])
def test_a_stamp_is_no_note(make_account, stamp):
    account = make_account(f"The bridge fell.\n\n{stamp}")
    assert all_notes(account, cut_pieces(account), ()) == ()

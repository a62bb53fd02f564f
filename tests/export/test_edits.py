"""Edits as they are printed: what is weighed first, and what does not hold the words shown."""

from dataclasses import replace

import pytest

from nutgraf.export.edits import EditsView, by_weight, edits_row, verify_edits, weightiest
from nutgraf.export.terminal.edits import edits_page
from nutgraf.export.terminal.pieces import render
from nutgraf.records.article import Span
from nutgraf.records.edits import Edit, EditKind, Edits, EditVerdict, Printed, Sighting


@pytest.fixture
def view(dossier):
    article = dossier.article("aaaa1111")
    older = replace(article, version="older", text=article.text.replace("40", "35"))
    when = "2031-05-09T12:00:00+00:00"

    def printed(version, words):
        start = version.text.index(words)
        span = Span(version.id, version.version, start, start + len(words))
        return Printed(span, words, span, words)

    changed = Edit("e1", EditKind.FIGURE, EditVerdict.SILENTLY, "was 35", printed(older, "35"), printed(article, "40"))
    added = Edit("e2", EditKind.ADDED, EditVerdict.NEWS, "new", None, printed(article, "Ines Okafor"))
    stamp = Edit("e3", EditKind.STAMP, EditVerdict.NO_EDIT, "a stamp", None, None)
    edits = Edits(
        article.id, "Selmo Courier", "older", article.version, "a reading", (), (stamp, added, changed), "x/1"
    )
    sightings = tuple(Sighting(each.version, when, when, "", age) for each, age in ((older, 1), (article, 0)))
    return EditsView((older, article), sightings, (edits,))


def test_the_weightiest_stands_first(view):
    edits = view.edits[0].edits
    assert [edit.id for edit in by_weight(edits)] == ["e1", "e2", "e3"]
    assert weightiest(edits).id == "e1"
    assert weightiest((edits[0],)) is None
    row = edits_row(view)
    assert (row.silently, row.openly, row.unsure, row.news, row.no_edit, row.still) == (1, 0, 0, 1, 1, 0)


def test_words_that_do_not_stand_at_their_place_are_told(view):
    assert list(verify_edits(view, ())) == []
    edits = view.edits[0]
    wrong = replace(edits.edits[2], new=replace(edits.edits[2].new, words="41"))
    told = list(verify_edits(replace(view, edits=(replace(edits, edits=(wrong,)),)), ()))
    assert len(told) == 1
    assert "'41'" in told[0]


def test_words_of_strangers_are_safe_on_the_terminal(view):
    edits = view.edits[0]
    hostile = replace(edits.edits[1].new, words="red\x1b[31m", sentence="red\x1b[31m")
    hostile = replace(edits, edits=(replace(edits.edits[1], new=hostile),))
    assert "\x1b" not in render(edits_page([replace(view, edits=(hostile,))]))

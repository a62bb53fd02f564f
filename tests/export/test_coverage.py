"""What each account has, as people and programs read it."""

from dataclasses import replace

import pytest
from tests.export.test_matrix import ALONE, TOLL, WALL, dossier_of

from nutgraf.export.articles import export_article
from nutgraf.export.document import Document
from nutgraf.export.matrix import build_matrix
from nutgraf.export.stories import export_story
from nutgraf.export.terminal.comparison import comparison_page
from nutgraf.export.terminal.coverage import coverage_pages, coverage_section
from nutgraf.export.terminal.pieces import render
from nutgraf.export.verify import verify_export

COUNCIL = "The council voted for a new library budget."


@pytest.fixture(scope="module")
def told():
    return dossier_of(
        ("Sund Gazette", "2026-03-04", TOLL.format("twelve"), ALONE),
        ("Vale Tribune", "2026-03-04", TOLL.format("twelve"), WALL),
        ("Norland Herald", "2026-03-04", TOLL.format("twelve")),
        ("Coast Chronicle", "2026-03-04", COUNCIL),
        ("Tarn Post", "2026-03-04", "Ferries are late this week."),
        partial=["4"],
    )


def shown(page, width=200):
    return " ".join(render(page, width).split())


def test_each_text_has_its_line(told):
    lines = shown(coverage_section(told, build_matrix(told)))
    assert "A Sund Gazette 1 of 2 statements alone · leaves out nothing of these" in lines
    assert "Coast Chronicle 1 of 1 statement alone · leaves out row 1 · rests on own word 100% · own text" in lines
    assert "Tarn Post 1 of 1 statement alone · what it leaves out is not claimed: it was not read whole ·" in lines


def test_a_copy_stands_below_the_text_that_it_carries():
    copied = dossier_of(
        ("Sund Gazette", "2026-03-04", WALL, ALONE),
        ("Vale Tribune", "2026-03-05", WALL, ALONE, COUNCIL),
        ("Norland Herald", "2026-03-05", COUNCIL),
        copies=[("0", "1")],
    )
    assert "own text Vale Tribune own text" in shown(coverage_section(copied, build_matrix(copied)))
    pages = shown(coverage_pages(copied))
    assert pages.count(ALONE) == 1
    assert "2 statements of these as in Sund Gazette" in pages


def test_why_nothing_is_claimed_of_any_account_is_said_once():
    two = dossier_of(("Sund Gazette", "2026-03-04", WALL), ("Vale Tribune", "2026-03-04", COUNCIL))
    assert shown(coverage_section(two, build_matrix(two))).count("fewer than three origins") == 1


def test_all_of_it_shows_every_statement_that_an_account_alone_has(told):
    pages = shown(comparison_page(told))
    assert ALONE in pages
    assert COUNCIL in pages
    assert "Norland Herald" in pages


def test_without_coverage_there_is_no_section(told):
    older = replace(told, comparison=replace(told.comparison, coverage=()))
    assert coverage_section(older, build_matrix(older)) is None
    assert coverage_pages(older) is None


def test_programs_get_all_of_it(told):
    story = export_story(told)
    assert [one.article for one in story.coverage] == ["0", "1", "2", "3", "4"]
    assert story.coverage[4].left_out.unclaimed == "it was not read whole (cut)"
    assert all(one.alone.remark and one.text.remark and one.anatomy.remark for one in story.coverage)


def test_a_place_outside_the_text_is_a_violation(dossier):
    calendar = dossier.comparison.calendar
    articles = tuple(export_article(a.article, a.annotation, dossier.copies, calendar) for a in dossier.accounts)
    story = export_story(dossier)
    first = story.coverage[0]
    (span,) = first.text.spans
    wrong = replace(first, text=replace(first.text, spans=(replace(span, end=9_999),)))
    broken = replace(story, coverage=(wrong, *story.coverage[1:]))
    assert verify_export(Document(articles, (story,))) == ()
    assert any("coverage of Selmo Courier" in fault for fault in verify_export(Document(articles, (broken,))))

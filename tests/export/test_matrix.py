"""The matrix: texts are columns, points are rows, and where texts differ the row holds their very words."""

from dataclasses import replace

import pytest
from tests.conftest import account_of, compare_of

from nutgraf.brief.story import brief_story
from nutgraf.errors import NotFound
from nutgraf.export.dossier import Dossier
from nutgraf.export.matrix import Mark, build_matrix, letters_of
from nutgraf.export.terminal.grounds import find_place, grounds_page
from nutgraf.export.terminal.matrix import BAND, matrix_page
from nutgraf.export.terminal.pieces import render
from nutgraf.models.registry import Outlet, hold_outlets
from nutgraf.records.comparison import FindingKind, Verdict
from nutgraf.records.copies import Copies
from nutgraf.records.story import Membership, Story

TOLL = "The ferry Saltwind injured {} passengers when it hit the harbour wall at Port Vell on Tuesday, police said."
WALL = "The harbour wall at Port Vell was closed to all ferries until divers have looked at it."
ALONE = "A bakery in the old town gave out bread to the drivers who had to wait."


def dossier_of(*told, copies=(), partial=()):
    """Return the dossier of accounts given as (outlet, day, sentences …)."""
    accounts = [account_of(" ".join(said), str(n), outlet, day) for n, (outlet, day, *said) in enumerate(told)]
    accounts = [
        replace(one, article=replace(one.article, partial="cut")) if one.article.id in partial else one
        for one in accounts
    ]
    loose = [(a.article.id,) for a in accounts if not any(a.article.id in group for group in copies)]
    carried = Copies(tuple(sorted([*loose, *map(tuple, copies)])), (), "test")
    comparison = compare_of(accounts, carried)
    story = Story("5707", (), tuple(Membership(a.article.id, a.article.version, "") for a in accounts), (), "test")
    return Dossier(story, tuple(accounts), carried, comparison, brief_story(story, accounts, comparison))


@pytest.fixture(scope="module")
def ferry():
    return dossier_of(
        ("Sund Gazette", "2026-03-04", TOLL.format("twelve"), WALL, ALONE),
        ("Vale Tribune", "2026-03-03", TOLL.format("nine")),
        ("Norland Herald", "2026-03-05", TOLL.format("twelve"), WALL),
        ("Port Vell Courier", "2026-03-06", TOLL.format("twelve"), WALL),
        ("Coast Chronicle", "2026-03-06", "Snow fell in the hills all day."),
        copies=[("2", "3")],
        partial=["4"],
    )


def row_of(matrix, words):
    return next(row for row in matrix.rows if words in row.point.words)


def test_articles_with_one_text_are_one_column_and_columns_stand_by_day(ferry):
    columns = build_matrix(ferry).columns
    assert [(column.letters, column.articles) for column in columns] == [
        ("A", ("1",)), ("B", ("0",)), ("C", ("2", "3")), ("D", ("4",)),
    ]  # fmt: skip
    assert [column.whole for column in columns] == [True, True, True, False]


def test_a_mark_says_who_tells_a_point_who_does_not_and_who_was_not_read_whole(ferry):
    matrix = build_matrix(ferry)
    assert row_of(matrix, "was closed").marks == (Mark.SILENT, Mark.SAYS, Mark.SAYS, Mark.UNREAD)
    assert row_of(matrix, "injured").marks == (Mark.DIFFERS, Mark.SAYS, Mark.SAYS, Mark.UNREAD)
    assert matrix.alone == 2


def test_a_difference_has_each_side_in_its_own_words(ferry):
    row = row_of(build_matrix(ferry), "injured")
    sides = {side.words: side.letters for difference in row.differences for side in difference.sides}
    assert sides == {"nine passengers": ("A",), "twelve passengers": ("B", "C")}


def test_what_differs_in_no_shared_point_stands_beside_the_rows(ferry):
    (finding,) = (one for one in ferry.comparison.findings if one.kind.value == "figures")
    none = tuple(replace(point, findings=()) for point in ferry.comparison.points)
    loose = replace(ferry, comparison=replace(ferry.comparison, points=none))
    assert [difference.finding for difference in build_matrix(loose).beside] == [finding]
    assert "beside these points" in render(matrix_page(loose)).lower()


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_letters(number, letters):
    assert letters_of(number) == letters


def test_the_page_shows_words_marks_and_where_to_go_on(ferry):
    shown = render(matrix_page(ferry), 100)
    assert "“nine passengers”" in shown
    assert "≠ ● ● ?" in shown
    assert "Norland Herald  2  and 1 article with the same text" in shown
    assert "nutgraf compare 5707 --explain 1A" in shown


def test_many_texts_stand_in_several_tables():
    many = dossier_of(*[(f"Paper {n}", "2026-03-04", TOLL.format("twelve")) for n in range(BAND + 2)])
    shown = render(matrix_page(many), 120)
    assert "A B C D" in shown
    assert "origins Y Z" in shown


def test_a_place_in_the_matrix_shows_its_grounds(ferry):
    matrix = build_matrix(ferry)
    number = row_of(matrix, "injured").number
    shown = " ".join(render(grounds_page(ferry, f"{number}a"), 100).split())
    assert "injured nine passengers" in shown
    assert "Vale Tribune has it from police" in shown
    assert "twelve passengers" in shown
    assert "injured twelve passengers" in " ".join(render(grounds_page(ferry, str(number)), 100).split())


@pytest.mark.parametrize(("letters", "words"), [("A", "says nothing of this"), ("D", "its silence tells nothing")])
def test_a_silent_place_says_what_its_silence_is_worth(ferry, letters, words):
    number = row_of(build_matrix(ferry), "was closed").number
    assert words in " ".join(render(grounds_page(ferry, f"{number}{letters}"), 100).split())


@pytest.mark.parametrize("place", ["99", "B", "", "1-2"])
def test_a_row_that_is_not_there_is_told_with_those_that_are(ferry, place):
    with pytest.raises(NotFound, match="Its rows are: 1 to"):
        find_place(build_matrix(ferry), place)


def test_a_text_that_is_not_there_is_told_with_those_that_are(ferry):
    with pytest.raises(NotFound, match="Its texts are: A, B, C, D"):
        find_place(build_matrix(ferry), "1q")


def test_a_story_without_a_shared_point_says_so():
    lone = dossier_of(("Sund Gazette", "2026-03-04", ALONE))
    assert "No point is made by more than one of these accounts." in render(matrix_page(lone), 100)
    with pytest.raises(NotFound, match="Its rows are: none"):
        grounds_page(lone, "1")


PASSENGERS = "The ferry Saltwind hit the harbour wall at Port Vell on Tuesday, harbour master Orla Venn said."


@pytest.fixture(scope="module")
def quiet():
    """Three tell one thing, of one person; one has words near it, one tells something else."""
    return dossier_of(
        ("Sund Gazette", "2026-03-04", PASSENGERS),
        ("Vale Tribune", "2026-03-04", PASSENGERS),
        ("Norland Herald", "2026-03-04", PASSENGERS),
        ("Port Vell Courier", "2026-03-04", "Port Vell will vote on Tuesday."),
        ("Coast Chronicle", "2026-03-04", "The council voted for a new library budget."),
    )


def test_words_that_come_near_are_marked_and_shown(quiet):
    (row,) = build_matrix(quiet).rows
    assert sorted(row.marks) == ["says", "says", "says", "silent", "unsure"]
    letter = build_matrix(quiet).columns[row.marks.index(Mark.UNSURE)].letters
    assert "Port Vell will vote on Tuesday." in render(grounds_page(quiet, f"1{letter}"), 120)


def test_a_row_of_one_origin_says_so_in_words(quiet, ferry):
    (row,) = build_matrix(quiet).rows
    assert row.only_origin == "Orla Venn"
    assert "one origin: Orla Venn" in render(matrix_page(quiet), 120)
    assert "One origin, however many print it" in render(grounds_page(quiet, "1"), 120)
    several = row_of(build_matrix(ferry), "was closed")
    assert several.only_origin == ""


def test_the_bounds_of_a_row_are_told_with_their_grounds(ferry):
    number = row_of(build_matrix(ferry), "was closed").number
    shown = " ".join(render(grounds_page(ferry, str(number)), 120).split())
    assert "1 TO 2 INDEPENDENT ORIGINS" in shown
    assert "At the most 2, if each knows it by itself. At the fewest 1:" in shown


def test_a_row_that_one_owner_alone_prints_says_so():
    owned = (Outlet("Sund Gazette", family="Vell Media"), Outlet("Vale Tribune", family="Vell Media"))
    with hold_outlets(owned):
        dossier = dossier_of(
            ("Sund Gazette", "2026-03-04", WALL),
            ("Vale Tribune", "2026-03-04", WALL),
            ("Tarn Post", "2026-03-04", ALONE),
        )
    shown = render(matrix_page(dossier), 120)
    assert "Two of the three outlets belong to one owner, Vell Media: Sund Gazette and Vale Tribune." in shown
    assert "one owner: only outlets of Vell Media say it so" in shown
    assert "belong to one owner, Vell Media" in render(grounds_page(dossier, "1"), 200)


def test_words_for_one_thing_are_no_difference(dossier):
    found = dossier.comparison.findings[0]
    chosen = replace(found, kind=FindingKind.LOADED, verdict=Verdict.SIDE_BY_SIDE)
    point = replace(dossier.comparison.points[0], findings=(chosen,))
    comparison = replace(dossier.comparison, points=(point,), findings=(chosen,))
    matrix = build_matrix(replace(dossier, comparison=comparison))
    assert {mark for row in matrix.rows for mark in row.marks} == {Mark.SAYS}
    assert matrix.beside == ()

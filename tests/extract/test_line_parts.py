"""Lines that tell several things are marked in parts, each tied to its own place on the page."""

from nutgraf.extract.line_parts import mark_parts
from nutgraf.extract.lines import Line, Run
from nutgraf.extract.sorting import Sorter
from nutgraf.records.article import Role


def marked(words, role):
    sorter = Sorter()
    mark_parts(sorter, Line(words, 100, 100 + len(words), (Run(0, len(words), 100, 100 + len(words)),)), role, 0)
    return [(mark.role, mark.line.words, mark.line.start - 100) for mark in sorter.marks]


def test_outlet_day_and_person_in_one_line_are_three_parts():
    assert marked("Daily Meridian, Saturday 13 June 2026. By Hester Vaughan", Role.BYLINE) == [
        (Role.OUTLET, "Daily Meridian", 0),
        (Role.TIME, "Saturday 13 June 2026", 16),
        (Role.BYLINE, "By Hester Vaughan", 39),
    ]


def test_a_name_and_what_is_glued_to_it_are_parted():
    assert marked("Anna BergstromReporter at large", Role.BYLINE) == [
        (Role.BYLINE, "Anna Bergstrom", 0),
        (Role.FURNITURE, "Reporter at large", 14),
    ]


def test_a_plain_byline_is_one():
    assert marked("By Hester Vaughan", Role.BYLINE) == [(Role.BYLINE, "By Hester Vaughan", 0)]


def test_an_arrow_behind_a_title_is_the_pages():
    assert marked("A mine shaft as a battery →", Role.TITLE) == [
        (Role.TITLE, "A mine shaft as a battery", 0),
        (Role.FURNITURE, "→", 26),
    ]


def test_words_written_with_entities_are_not_cut():
    words = "Mine & shaft as a battery »"
    sorter = Sorter()
    mark_parts(sorter, Line(words, 0, 40, (Run(0, len(words), 0, 40),)), Role.TITLE, 0)
    assert [mark.line.words for mark in sorter.marks] == [words]

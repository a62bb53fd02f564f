"""Which version came first, and between which moments the next one took its place."""

from dataclasses import replace
from itertools import permutations

import pytest

from nutgraf.compare.sightings import UNKNOWN, moment_between, sort_versions, tell_order
from nutgraf.records.article import Published, Sure
from nutgraf.records.edits import Sighting


@pytest.fixture
def seen(make_account):
    made = make_account("The bridge fell.").article

    def version(mark, first="2031-05-04T09:00:00+00:00", captured="", age=0, published=None, modified=None):
        article = replace(
            made,
            version=mark,
            published=Published(published, "printed", Sure.SURE),
            modified=Published(modified, "printed", Sure.SURE) if modified else None,
        )
        return article, Sighting(mark, captured or first, captured or first, captured, age)

    return version


ORDERS = [
    ({"age": 1}, {"age": 0}, "a later reading"),
    ({"captured": "2031-05-03T12:00:00+00:00"}, {"captured": "2031-05-03T16:00:00+00:00"}, "captured later"),
    ({"published": "2031-05-01"}, {"published": "2031-05-04"}, "time of publication"),
    (
        {"published": "2031-05-03T12:00:00+00:00"},
        {"published": "2031-05-03T12:00:00+00:00", "modified": "2031-05-03T16:20:00+00:00"},
        "time of change",
    ),
]


@pytest.mark.parametrize(("first", "second", "reason"), ORDERS)
def test_the_order_is_told_with_its_reason(seen, first, second, reason):
    earlier, later = seen("v", **first), seen("w", **second)
    assert sort_versions([later, earlier]) == [earlier, later]
    assert reason in tell_order(earlier, later)


@pytest.mark.parametrize("day", [None, "2031-05-03"])
def test_two_files_of_one_address_have_no_order(seen, day):
    assert moment_between(seen("v", published=day), seen("w", published=day)) == UNKNOWN


def test_a_row_of_versions_is_sorted_whatever_way_they_come(seen):
    row = [seen("v", age=2), seen("w", age=1), seen("x", published="2031-05-01"), seen("y", published="2031-05-04")]
    assert all(sort_versions(each) == row for each in permutations(row))


def test_a_reading_tells_by_when_and_a_capture_until_when(seen):
    read = moment_between(seen("v", age=1), seen("w", first="2031-05-05T09:00:00+00:00"))
    assert (read.before, read.by) == ("", "2031-05-05T09:00:00+00:00")
    noon, four = ("2031-05-03T12:00:00+00:00", "2031-05-03T16:00:00+00:00")
    captured = moment_between(seen("v", captured=noon), seen("w", captured=four))
    assert (captured.before, captured.by) == (noon, four)


def test_a_printed_time_of_change_narrows_the_moment(seen):
    when = moment_between(seen("v", age=1), seen("w", modified="2031-05-03T16:20:00+00:00"))
    assert (when.before, when.by) == ("2031-05-03T16:20:00+00:00", "2031-05-03T16:20:00+00:00")

"""Which version of an article counts at a moment."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.known import known_version
from nutgraf.records.article import Published, Sure
from nutgraf.records.edits import Sighting

READ = "2031-06-01T09:00:00.500000+00:00"


@pytest.fixture(scope="module")
def seen(make_account):
    made = make_account("The bridge fell.").article

    def version(mark, published=None, modified=None, captured="", read=READ, age=0):
        article = replace(
            made,
            version=mark,
            published=Published(published, "printed", Sure.SURE),
            modified=Published(modified, "printed", Sure.SURE) if modified else None,
        )
        return article, Sighting(mark, captured or read, captured or read, captured, age)

    return version


def at(words):
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def counting(versions, words):
    chosen, known = known_version(versions, at(words))
    assert (chosen[0].version if chosen else None) == known.version
    return known


FIRST = [
    ({"published": "2031-05-03T14:05:00+02:00"}, "2031-05-03T12:04:59", "2031-05-03T12:05:00", "published"),
    ({"published": "2031-05-03"}, "2031-05-03T23:59:59", "2031-05-04T00:00:00", "published"),
    ({"published": "2031-05-03T12:00:00"}, "2031-05-03T11:59:00", "2031-05-03T12:00:00", "published"),
    ({"published": "2031-05-03T10:00:00+00:00/2031-05-03T12:00:00+00:00"}, "2031-05-03T11:00", "2031-05-03T12:00", "p"),
    ({"published": "9999-12-31"}, "2031-06-01T09:00:00", "2031-06-01T09:00:01", "read"),
    ({"published": "--05-03"}, "2031-06-01T09:00:00", "2031-06-01T09:00:01", "read"),
    ({}, "2031-06-01T09:00:00", "2031-06-01T09:00:01", "read"),
    ({"captured": "2031-05-03T16:00:00+00:00"}, "2031-05-03T15:59:59", "2031-05-03T16:00:00", "captured"),
    ({"published": "2031-07-01"}, "2031-06-01T09:00:00", "2031-06-01T09:00:01", "read"),
    ({"published": "2031-05-03T12:00:00+00:00", "modified": "2031-05-04T08:00:00+00:00"},
     "2031-05-04T07:59:59", "2031-05-04T08:00:00", "changed"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "before", "since", "reason"), FIRST)
def test_a_first_version_counts_from_what_its_page_prints_or_from_when_it_came_in(seen, version, before, since, reason):
    versions = [seen("v", **version)]
    assert counting(versions, before).version is None
    known = counting(versions, since)
    assert (known.version, known.current) == ("v", True)
    assert reason in known.reason


def test_a_later_version_counts_from_when_it_came_in_not_from_its_publication(seen):
    printed = "2031-05-03T12:00:00+00:00"
    versions = [
        seen("v", published=printed, captured="2031-05-03T13:00:00+00:00"),
        seen("w", published=printed, captured="2031-05-03T16:00:00+00:00"),
    ]
    assert not counting(versions, "2031-05-03T12:30").on_hand
    early = counting(versions, "2031-05-03T14:00")
    assert early.on_hand
    assert (early.version, early.current) == ("v", False)
    assert "a later version counts from 2031-05-03T16:00:00+00:00 on" in early.reason
    assert counting(versions, "2031-05-03T16:00").version == "w"


def test_a_printed_time_of_change_dates_a_later_version(seen):
    printed = "2031-05-03T12:00:00+00:00"
    versions = [seen("v", published=printed), seen("w", published=printed, modified="2031-05-03T16:20:00+00:00")]
    assert [counting(versions, f"2031-05-03T{hour}").version for hour in ("11:00", "16:00", "16:20")] == [
        None,
        "v",
        "w",
    ]


def test_what_the_other_accounts_tell_dates_a_page_without_a_date(seen):
    told = Published("2031-05-02/2031-05-03", "worked out", Sure.LIKELY)
    versions = [seen("v", published="--05-03"), seen("w", captured="2031-05-05T12:00:00+00:00")]
    moments = ["2031-05-03T23:59:59", "2031-05-04T00:00:00", "2031-05-05T12:00:00"]
    assert [known_version(versions, at(each), told)[1].version for each in moments] == [None, "v", "w"]
    assert (
        "published by 2031-05-03, as the other accounts tell" in known_version(versions, at(moments[1]), told)[1].reason
    )


def test_a_day_that_is_not_over_may_have_brought_it_already(seen):
    known = counting([seen("v", published="2031-05-03")], "2031-05-03T14:05")
    assert known.version is None
    assert "it may have been out already" in known.reason
    told = Published("2031-05-02/2031-05-03", "worked out", Sure.LIKELY)
    assert "it may have been out already" in known_version([seen("v")], at("2031-05-02T06:00"), told)[1].reason
    assert "already" not in known_version([seen("v")], at("2031-05-01T23:00"), told)[1].reason


DAYS = st.sampled_from([f"2031-05-{day:02}T{hour:02}:00:00+00:00" for day in (1, 2, 3) for hour in (6, 12)])


@given(first=DAYS, second=DAYS, early=DAYS, late=DAYS)
def test_what_was_known_stays_known(seen, first, second, early, late):
    versions = [seen("v", published=first), seen("w", captured=second, age=0)]
    early, late = sorted((early, late))
    before, after = counting(versions, early), counting(versions, late)
    order = [None, "v", "w"]
    assert order.index(before.version) <= order.index(after.version)

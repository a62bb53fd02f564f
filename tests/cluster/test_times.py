"""When accounts were printed, and of which days and years they tell."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from nutgraf.cluster.times import (
    day_told,
    days_named,
    minutes_published,
    own_years,
    tells_other_time,
    time_apart,
    years_past,
    years_printed,
)
from nutgraf.records.annotation import Time, TimeKind
from nutgraf.records.article import Sure

LEAD = 400
DAY = 24 * 60


def minute(*moment):
    """Return the minutes from year 1 to a moment."""
    return int((datetime(*moment) - datetime(1, 1, 1)).total_seconds()) // 60


@pytest.fixture
def telling(write):
    """Return an account that names days, each given as (start, day)."""

    def tell(*days, when="2031-05-20T12:00+00:00"):
        account = write("a", None, "The river burst its banks.", when)
        times = (Time(start, start + 3, TimeKind.DATE, value, "", "", Sure.SURE) for start, value in days)
        return replace(account, annotation=replace(account.annotation, times=tuple(times)))

    return tell


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2031-05-20T12:30+00:00", (minute(2031, 5, 20, 12, 30),) * 2),
        ("2031-05-20T12:30+02:00", (minute(2031, 5, 20, 10, 30),) * 2),
        ("2031-05-20", (minute(2031, 5, 19, 10), minute(2031, 5, 21, 12))),
        ("2031-05-20T12:00+00:00/2031-05-22T12:00+00:00", (minute(2031, 5, 20, 12), minute(2031, 5, 22, 12))),
        ("spring", None),
        (None, None),
    ],
)
def test_minutes_of_printing(write, when, found):
    assert minutes_published(write("a", None, "Rain.", when).article) == found


def test_a_printing_that_is_a_guess_is_not_known(write):
    article = write("a", None, "Rain.", "2031-05-20").article
    assert minutes_published(replace(article, published=replace(article.published, sure=Sure.UNSURE))) is None


def test_days_named_come_by_how_often_then_by_date(telling):
    days = ["2031-05-09", "2031-05-20", "2031-05-08", "2031-05-20", "2031", "2031-05-01/2031-05-03", None]
    expected = [date(2031, 5, 20), date(2031, 5, 8), date(2031, 5, 9)]
    assert days_named(telling(*enumerate(days))) == tuple(day.toordinal() for day in expected)


OPENING, LATER = 10, LEAD


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([(OPENING, "2031-03-02")], "2031-03-02"),
        ([(LATER, "2031-03-02"), (LATER + 9, "2031-03-02")], "2031-03-02"),
        ([(LATER, "2031-03-02")], None),
        ([(OPENING, "2031-03-02"), (LATER, "2031-05-19")], "2031-03-02"),
        ([(OPENING, "2031-03-02"), (OPENING + 9, "2031-05-19")], None),
        ([(OPENING, "2031-03-02"), (LATER, "2031-05-19"), (LATER + 9, "2031-05-19")], None),
        ([(OPENING, "2031-03-04"), (OPENING + 9, "2031-03-02")], "2031-03-02"),
        ([(LATER, "2031-03-02"), (OPENING, "2031-03-04"), (LATER + 9, "2031-03-02")], "2031-03-02"),
        ([(OPENING, "2031-05-13")], None),
        ([(OPENING, "2031-05-12")], "2031-05-12"),
        ([(OPENING, "2031-05-27")], None),
        ([(OPENING, "2031-05-28")], "2031-05-28"),
        ([(OPENING, "2031")], None),
        ([], None),
    ],
)
def test_the_day_an_account_is_about_is_not_near_its_printing(telling, days, told):
    assert day_told(telling(*days), LEAD) == (date.fromisoformat(told).toordinal() if told else None)


def test_an_undated_account_is_about_no_day_of_its_own(telling):
    assert day_told(telling((OPENING, "2031-03-02"), when=None), LEAD) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1961 and 1963, and in 1961 again.", (1961, 1963)),
        ("On 2031-05-20 it rained.", (2031,)),
        ("In 2031, 12 died.", (2031,)),
        ("It cost $2000, £1999 or €1900.", ()),
        ("1,961 people, 2031.5 tons, no. 19612, A1961", ()),
        ("The songs of the 1960s.", (1960,)),
        ("The years 1799 and 2100 are too far.", ()),
        ("Since 1800.", (1800,)),
    ],
)
def test_years_are_told_from_other_numbers(write, text, years):
    assert years_printed(write("a", None, text).article) == years


def test_a_title_prints_years_too(write):
    assert years_printed(write("a", "The winter of 1961", "In 1960 it began.").article) == (1960, 1961)


@pytest.mark.parametrize(
    ("title", "text", "when", "past"),
    [
        ("The winter of 1961", "In 1961 nine drowned. It took until 1963.", None, (1961, 1963)),
        ("The winter of 1961", "In 1961 nine drowned.", None, ()),
        ("A winter", f"{'Snow fell. ' * 40}In 1961 nine drowned. In 1961 and 1963.", None, ()),
        ("A winter", "In 1961 nine drowned. In 1961 and 1963, not in 2031 or 2031.", "2031-05-20", (1961, 1963)),
        ("A winter", "In 1961 nine drowned. In 1961 and 1963: 2031, 2031, 2031.", "2031-05-20", ()),
        ("A winter", "In 2031 three drowned. In 2031 and 2031.", "2031-05-20", ()),
        ("A winter", "In 2031 three drowned. In 2031 and 2031.", None, (2031,)),
    ],
)
def test_years_long_gone_open_an_account_and_are_most_of_its_years(write, title, text, when, past):
    assert years_past(write("a", title, text, when).article, LEAD) == past


def test_time_apart_is_from_the_end_of_one_to_the_begin_of_the_other(profile):
    one, two = profile("a", published=(100, 300)), profile("b", published=(450, 500))
    assert time_apart(one, two) == time_apart(two, one) == 150
    assert time_apart(one, profile("c", published=(300, 310))) == 0
    assert time_apart(one, profile("c", published=(0, 999))) == 0
    assert time_apart(one, profile("c")) is None


def test_a_late_account_lies_at_the_day_it_tells_of(profile):
    first = profile("a", published=(100 * DAY, 100 * DAY + 5))
    late = profile("b", published=(200 * DAY, 200 * DAY + 5), told_day=101)
    assert time_apart(first, late) == time_apart(late, first) == 0
    assert time_apart(first, replace(late, told_day=103)) == DAY + DAY - 5
    assert time_apart(first, replace(late, told_day=None)) == 100 * DAY - 5
    assert time_apart(first, replace(late, published=None)) == 0


@pytest.mark.parametrize(
    ("years", "published", "other"),
    [
        ((), None, False),
        ((2031,), None, True),
        ((1961, 2031), None, False),
        ((), minute(2031, 5, 20), True),
        ((), minute(1961, 5, 20), False),
        ((2031,), minute(1961, 5, 20), False),
    ],
)
def test_an_earlier_case_is_another_time_unless_the_other_knows_it(profile, years, published, other):
    then = profile("a", past=(1961,))
    now = profile("b", years=years, published=(published, published) if published else None)
    assert tells_other_time(then, now) is other
    assert tells_other_time(now, now) is False


def test_a_night_at_the_turn_of_the_year_lies_in_both(profile):
    night = profile("a", published=(minute(2030, 12, 31, 10), minute(2031, 1, 2, 12)))
    assert own_years(night) == {2030, 2031}
    assert own_years(profile("a")) == set()

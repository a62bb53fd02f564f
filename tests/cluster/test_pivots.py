"""The day of printing and the event a story turns on."""

from datetime import date

import pytest

from nutgraf.cluster.pivots import find_pivot, printed_days


@pytest.mark.parametrize(
    ("value", "year", "days"),
    [
        ("2031-05-02", None, (date(2031, 5, 2), date(2031, 5, 2))),
        ("2031-05-02T10:00:00+02:00", None, (date(2031, 5, 2), date(2031, 5, 2))),
        ("2031-05-02/2031-05-04", None, (date(2031, 5, 2), date(2031, 5, 4))),
        ("--05-02", 2031, (date(2031, 5, 2), date(2031, 5, 2))),
        ("--05-02/--05-04", 2031, (date(2031, 5, 2), date(2031, 5, 4))),
        ("--12-31/--01-01", 2031, None),
        ("--02-29", 2031, None),
        ("--05-02", None, None),
        (None, 2031, None),
    ],
)
def test_the_days_an_article_can_have_been_printed_on(write, value, year, days):
    assert printed_days(write("a", None, "Rain.", value).article, year) == days


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("The talks begin.", "After the talks.", "A meeting was held."), "talks"),
        (("They meet on Friday.", "They are to meet.", "A meeting was held."), "meeting"),
        (("An election is near.", "A vote is near.", "Rain."), "election"),
        (("An election is near.", "Rain.", "Rain."), None),
    ],
)
def test_the_event_is_what_most_texts_name(write, texts, name):
    pivot = find_pivot([write(str(number), None, text) for number, text in enumerate(texts)], None)
    assert (pivot.name if pivot else None) == name

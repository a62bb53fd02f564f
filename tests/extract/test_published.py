import pytest

from nutgraf.extract.lines import read_lines
from nutgraf.extract.published import printed_date, relative_date
from nutgraf.extract.sorting import Marked
from nutgraf.records.article import Role, Sure


def marks(words):
    return [Marked(line, Role.TIME, 0) for line in read_lines(words)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 hours ago", "2031-03-04T06:00+00:00/2031-03-04T07:00+00:00"),
        ("20 minutes ago", "2031-03-04T09:39+00:00/2031-03-04T09:40+00:00"),
        ("2 days ago", "2031-03-01T10:00+00:00/2031-03-02T10:00+00:00"),
        ("1 month ago", None),
    ],
)
def test_a_relative_time_counts_back_from_the_capture(words, value):
    found = relative_date(marks(words), None, "2031-03-04T10:00:00+00:00")
    assert found.value == value
    if value:
        assert found.sure is Sure.LIKELY
        assert "when the page was fetched" in found.how


def test_without_a_capture_a_relative_time_stays_relative():
    assert relative_date(marks("3 hours ago"), None).value is None
    assert relative_date(marks("3 hours ago"), None, "never").value is None


@pytest.mark.parametrize(
    ("words", "value", "sure"),
    [
        ("Veröffentlicht: 4. März 2031", "2031-03-04", Sure.SURE),
        ("Aktualisiert am 5. März 2031", "2031-03-05", Sure.LIKELY),
        ("Aktualisiert am 5. März 2031\nVeröffentlicht am 4. März 2031", "2031-03-04", Sure.SURE),
    ],
)
def test_printed_dates_in_other_languages(words, value, sure):
    found = printed_date(marks(words))
    assert (found.value, found.sure) == (value, sure)

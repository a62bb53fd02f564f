import pytest

from nutgraf.extract.marks import find_ago, find_byline
from nutgraf.extract.stamps import is_clock, is_stamp, read_stamp


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14. Oktober 2025, 17:05 Uhr", "2025-10-14"),
        ("Stand: 03.06.2024, 12:11 Uhr", "2024-06-03"),
        ("14 de octubre de 2025", "2025-10-14"),
        ("le 3 juin 2024 à 14h05", "2024-06-03"),
        ("3 giugno 2024", "2024-06-03"),
        ("segunda-feira, 3 de junho de 2024", "2024-06-03"),
        ("Monday 13 October", "--10-13"),
        ("Published May 13, 2024 at 4:12 p.m.", "2024-05-13"),
        ("13/06/2024", "2024-06-13"),
        ("06/05/2024", None),
    ],
)
def test_dates_of_six_languages_are_read(words, value):
    assert is_stamp(words)
    assert read_stamp(words) == value


@pytest.mark.parametrize("words", ["22.40", "7:05 a.m.", "20.30 Uhr", "10h38", "8 p.m.", "14:05 GMT", "90+3'"])
def test_a_time_of_day_alone_is_a_clock(words):
    assert is_clock(words)
    assert not is_stamp(words)


@pytest.mark.parametrize("words", ["11", "1.8", "Sunrise 7.24", "Omar 5", "May 2024 will be wet", "25.61"])
def test_numbers_are_no_clock_and_no_date(words):
    assert not is_clock(words)
    assert not is_stamp(words)


@pytest.mark.parametrize(
    ("words", "outlet", "count", "unit"),
    [
        ("vor 3 Stunden", None, 3, "h"),
        ("Hace 2 días", None, 2, "d"),
        ("il y a 5 minutes", None, 5, "m"),
        ("há 11 horas", None, 11, "h"),
        ("3 ore fa", None, 3, "h"),
        ("Yesterday", None, 1, "d"),
        ("Gestern, 12:30 Uhr", None, 1, "d"),
        ("Coastline News · 17m", "Coastline News", 17, "m"),
        ("The Harbour Standard 2 hours ago", "The Harbour Standard", 2, "h"),
    ],
)
def test_relative_times_of_six_languages_are_read(words, outlet, count, unit):
    ago = find_ago(words)
    assert ago is not None
    assert (ago.outlet, ago.count, ago.unit) == (outlet, count, unit)


@pytest.mark.parametrize("words", ["Yesterday came", "Hier wohnt Anna", "Boeing 7m", "a long time ago in the west"])
def test_words_that_only_look_so_are_no_relative_time(words):
    assert find_ago(words) is None


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Von Annegret Siebenhaar", "Annegret Siebenhaar"),
        ("Par Jeanne Dubreuil et Marc Aubry", "Jeanne Dubreuil et Marc Aubry"),
        ("di Anna Rossi", "Anna Rossi"),
        ("Von der Leyen wins", None),
    ],
)
def test_bylines_of_other_languages_are_read(words, who):
    assert find_byline(words) == who

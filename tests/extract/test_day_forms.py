import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.day_forms import Order, find_days
from nutgraf.extract.day_order import find_order
from nutgraf.extract.stamps import is_stamp, read_stamp

WRITTEN = [
    ("Dec. 12, 2025", "2025-12-12"),
    ("September 1st, 2023", "2023-09-01"),
    ("19 Dec, 2025", "2025-12-19"),
    ("Posted on the 15/12/2025 at 19:00", "2025-12-15"),
    ("5. März 2024, 12:30 Uhr", "2024-03-05"),
    ("12.März 2019", "2019-03-12"),
    ("17.05.2021", "2021-05-17"),
    ("12.3.19", "2019-03-12"),
    ("le 1er février 2021", "2021-02-01"),
    ("3 août 2022 à 10h30", "2022-08-03"),
    ("12 de mayo de 2023", "2023-05-12"),
    ("4 maggio 2021", "2021-05-04"),
    ("04-ago-2021 5:11:10", "2021-08-04"),
    ("4 mei 2031", "2031-05-04"),
    ("12 stycznia 2024 r.", "2024-01-12"),
    ("12. května 2020", "2020-05-12"),
    ("12 января 2024", "2024-01-12"),
    ("5 marraskuuta 2024", "2024-11-05"),
    ("2024年1月5日", "2024-01-05"),
    ("2024/01/05", "2024-01-05"),
    ("2024 Jan 05", "2024-01-05"),
    ("May 5", "--05-05"),
    ("the 5 mayors of 2024", None),
    ("Version 1.2.3.24", None),
    ("31.02.2024", None),
    ("1 January 0001", None),
    ("1 January 1970", None),
    ("out of 12 set in 1999", None),
]


@pytest.mark.parametrize(("words", "value"), WRITTEN)
def test_days_are_read_in_the_languages_of_europe(words, value):
    assert [day.value for day in find_days(words)] == ([value] if value else [])


def test_several_days_of_a_line_keep_their_places():
    words = "Published 3 March 2024 | Updated 5 March 2024"
    assert [words[day.start : day.end] for day in find_days(words)] == ["3 March 2024", "5 March 2024"]


@pytest.mark.parametrize(
    ("language", "address", "value", "either"),
    [
        ("en-US", None, "2025-03-04", False),
        ("en-GB", None, "2025-04-03", False),
        ("en", None, "2025-03-04", True),
        ("en", "https://post.example.uk/a", "2025-04-03", False),
        ("de", None, "2025-04-03", False),
        (None, None, "2025-04-03", True),
    ],
)
def test_digits_alone_are_read_as_the_country_writes_them(language, address, value, either):
    (day,) = find_days("3/4/2025", find_order(language, address))
    assert (day.value, day.either) == (value, either)
    (sure,) = find_days("3/24/2025", Order(True, True))
    assert (sure.value, sure.either) == ("2025-03-24", False)


@pytest.mark.parametrize(
    ("words", "stamp", "value"),
    [
        ("Dienstag, 5. März 2024", True, "2024-03-05"),
        ("Stand: 12.03.2019, 14:05 Uhr", True, "2019-03-12"),
        ("Publié le 3 août 2022 à 10h30", True, "2022-08-03"),
        ("Domenica 4 maggio 2021 ore 12:30", True, "2021-05-04"),
        ("3/4/2025", True, None),
        ("3 May 2021 by Ann Bell", False, "2021-05-03"),
    ],
)
def test_a_line_that_is_a_date_and_nothing_else(words, stamp, value):
    assert (is_stamp(words), read_stamp(words)) == (stamp, value)


@given(st.text(max_size=120))
def test_any_words_are_read_and_every_day_lies_in_them(words):
    last = 0
    for day in find_days(words):
        assert last <= day.start < day.end <= len(words)
        last = day.end

"""The calendar: what the accounts of one story together tell about dates."""

import itertools
import re
from dataclasses import replace

import pytest

from nutgraf.compare.calendar import resolve_calendar
from nutgraf.records.annotation import Account, Annotation, Sentence, Time, TimeKind
from nutgraf.records.article import Article, ArticleKind, Published, Role, Sure


def _account(name, text, times, published=None):
    """Make an account; `times` are (words, recipe) in their order, with a value where publication gives one."""
    article = Article(
        *(name, "v", "p", 0, ArticleKind.ARTICLE, *[None] * 6),
        *(name.title(), Published(published, "test", Sure.SURE), "en", text, (), (), (), 1.0, None, "test"),
    )
    sentences = tuple(Sentence(found.start(), found.end(), 0, Role.BODY) for found in re.finditer(r"[^.]+\.", text))
    marked, place = [], 0
    for words, recipe, *value in times:
        start = text.index(words, place)
        place = start + len(words)
        known = value[0] if value else (recipe.split(":")[1] if recipe.startswith(("year:", "date:")) else None)
        marked.append(Time(start, place, TimeKind.DATE, known, recipe, "test", Sure.SURE))
    return Account(article, Annotation(name, "v", sentences, (), (), (), (), (), tuple(marked), "test"))


def _dates(calendar):
    return {(time.article, time.start): (time.value, time.sure) for time in calendar.times}


def _values(calendar, account):
    return [time.value for time in calendar.times if time.article == account]


def _published(calendar):
    return {one.article: one.published.value for one in calendar.published}


BEFORE = _account(
    "before",
    "The flood barrier at Tarn will be opened by Queen Ilse on Friday. "
    "Engineers told the council on Tuesday that the gates work. The old barrier failed in 2023.",
    [("Friday", "weekday:FRI:next"), ("Tuesday", "weekday:TUE:last"), ("2023", "year:2023")],
)
AFTER = _account(
    "after",
    "Crowds watched as Queen Ilse opened the flood barrier at Tarn on June 14. Boats sailed through on Saturday.",
    [("June 14", "monthday:06-14:last"), ("Saturday", "weekday:SAT:last")],
)


def test_a_weekday_gets_its_date_from_another_accounts_day_of_the_month():
    calendar = resolve_calendar((BEFORE, AFTER))
    assert _values(calendar, "before") == ["2024-06-14", "2024-06-11"]
    assert _published(calendar)["before"] == "2024-06-11/2024-06-14"


def test_the_reason_names_the_outlet_its_words_and_the_year():
    calendar = resolve_calendar((BEFORE, AFTER))
    friday = next(time for time in calendar.times if time.article == "before")
    assert 'After prints "June 14"' in friday.how
    assert "only 2024" in friday.how
    shown = {(span.article, AFTER.article.text[span.start : span.end]) for span in friday.evidence}
    assert ("after", "June 14") in shown


def test_the_order_of_accounts_does_not_matter():
    dated = _account(
        "dated",
        "Queen Ilse opened the flood barrier at Tarn on Friday.",
        [("Friday", "weekday:FRI:last", "2024-06-14")],
        "2024-06-16",
    )
    outcomes = {resolve_calendar(order) for order in itertools.permutations((BEFORE, AFTER, dated))}
    assert len(outcomes) == 1


def test_a_dated_account_dates_the_others():
    dated = _account(
        "dated",
        "Rail workers of the Orel line will strike on Thursday over pay, the union said on Monday.",
        [("Thursday", "weekday:THU:next", "2025-02-06"), ("Monday", "weekday:MON:last", "2025-02-03")],
        "2025-02-04",
    )
    undated = _account(
        "undated",
        "Trains stood still on Thursday as rail workers of the Orel line went on strike over pay. "
        "Talks are planned for Friday. Pay was last raised in March.",
        [("Thursday", "weekday:THU:last"), ("Friday", "weekday:FRI:next"), ("March", "month:03:last")],
    )
    calendar = resolve_calendar((dated, undated))
    assert _values(calendar, "undated") == ["2025-02-06", "2025-02-07", "2024-03"]
    assert _published(calendar) == {"undated": "2025-02-06/2025-02-07"}


def test_a_page_with_a_day_but_no_year():
    wire = _account(
        "wire",
        "Voters in Marl chose Ada Lund as mayor on Sunday. "
        "Ada Lund won the mayor's vote in Marl of May 4, the first since 2024.",
        [("Sunday", "weekday:SUN:last"), ("May 4", "monthday:05-04:last"), ("2024", "year:2024")],
        "--05-06",
    )
    paper = _account(
        "paper",
        "Ada Lund was chosen mayor by voters in Marl on Sunday. She said on Monday that she will start tomorrow.",
        [("Sunday", "weekday:SUN:last"), ("Monday", "weekday:MON:last"), ("tomorrow", "offset:day:1")],
    )
    calendar = resolve_calendar((wire, paper))
    assert _published(calendar)["wire"] == "2025-05-06"
    assert _values(calendar, "wire") == ["2025-05-04", "2025-05-04"]
    assert _values(calendar, "paper")[:2] == ["2025-05-04", "2025-05-05"]


def test_a_page_with_two_days_but_no_year_holds_its_publication():
    paper = _account(
        "paper",
        "The flood barrier at Tarn will be opened by Queen Ilse on Friday. A rehearsal is planned for tomorrow.",
        [("Friday", "weekday:FRI:next"), ("tomorrow", "offset:day:1")],
        "--06-11/--06-12",
    )
    calendar = resolve_calendar((BEFORE, AFTER, paper))
    assert _published(calendar)["paper"] == "2024-06-11/2024-06-12"
    assert _values(calendar, "paper") == ["2024-06-14", "2024-06-12/2024-06-13"]


def test_a_dateline_gives_the_day_of_publication():
    wire = _account(
        "wire",
        "MARL, May 6 (Wire) - Ada Lund was chosen mayor of Marl on Sunday, May 4. She lost in 2024.",
        [("May 6", "monthday:05-06:near"), ("Sunday, May 4", "monthday:05-04:last on:SUN"), ("2024", "year:2024")],
    )
    calendar = resolve_calendar((wire,))
    assert _published(calendar) == {"wire": "2025-05-06"}


def test_tomorrow_stays_unsure_while_the_day_of_publication_is():
    account = _account(
        "late",
        "Queen Ilse will open the flood barrier at Tarn on Friday. A rehearsal is planned for tomorrow.",
        [("Friday", "weekday:FRI:next"), ("tomorrow", "offset:day:1")],
    )
    calendar = resolve_calendar((BEFORE, AFTER, account))
    tomorrow = [time for time in calendar.times if time.article == "late"][1]
    assert tomorrow.sure is Sure.UNSURE
    assert "between 2024-06-08 and 2024-06-14" in tomorrow.how


def test_last_friday_is_not_this_friday():
    account = _account(
        "late",
        "Queen Ilse will open the flood barrier at Tarn on Friday. A deadline passed last Friday. "
        "The mayor spoke on Wednesday.",
        [("Friday", "weekday:FRI:next"), ("last Friday", "weekday:FRI:before"), ("Wednesday", "weekday:WED:last")],
    )
    calendar = resolve_calendar((BEFORE, AFTER, account))
    assert _values(calendar, "late") == ["2024-06-14", "2024-06-07", "2024-06-12"]


def test_without_any_year_only_month_and_day_are_told():
    before = _account(
        "before",
        "The flood barrier at Tarn will be opened by Queen Ilse on Friday.",
        [("Friday", "weekday:FRI:next")],
    )
    calendar = resolve_calendar((before, AFTER))
    (friday,) = [time for time in calendar.times if time.article == "before"]
    assert (friday.value, friday.sure) == ("--06-14", Sure.UNSURE)


def test_two_years_that_fit_are_both_told():
    before = _account(
        "before",
        "Voters of Saru will choose a president on Sunday. Mara Teko of Saru won in 2020.",
        [("Sunday", "weekday:SUN:next"), ("2020", "year:2020")],
    )
    after = _account("after", "Voters of Saru chose a president on October 4.", [("October 4", "monthday:10-04:last")])
    calendar = resolve_calendar((before, after))
    assert {(time.article, time.value) for time in calendar.times} == {("before", "--10-04"), ("after", "--10-04")}
    assert all(time.sure is Sure.UNSURE and "2020 and 2026" in time.how for time in calendar.times)


def test_an_old_year_alone_makes_it_unsure():
    old = _account("old", "The barrier at Tarn was first drawn in 2015. Nobody paid.", [("2015", "year:2015")])
    before = _account(
        "before",
        "The flood barrier at Tarn will be opened by Queen Ilse on Friday.",
        [("Friday", "weekday:FRI:next")],
    )
    calendar = resolve_calendar((old, before, AFTER))
    assert {time.sure for time in calendar.times if time.article == "before"} == {Sure.UNSURE}


def test_a_year_still_to_come_bounds_the_search():
    future = _account(
        "future", "The permit is set to expire in February 2026. Tarn voted in 2024.",
        [("February 2026", "date:2026-02"), ("2024", "year:2024")],
    )  # fmt: skip
    before = _account(
        "before",
        "The flood barrier at Tarn will be opened by Queen Ilse on Saturday.",
        [("Saturday", "weekday:SAT:next")],
    )
    after = _account(
        "after",
        "Queen Ilse opened the flood barrier at Tarn on 14 June.",
        [("14 June", "monthday:06-14:last")],
    )
    calendar = resolve_calendar((future, before, after))
    assert _values(calendar, "before") == ["2025-06-14"]
    assert "2024 (the newest named as past) to 2026 (named as still to come) only 2025" in calendar.times[-1].how


def test_accounts_that_contradict_each_other_are_never_decided_silently():
    one = _account(
        "one",
        "Queen Ilse opened the flood barrier at Tarn on Friday, June 14. It was planned in 2023.",
        [("Friday, June 14", "monthday:06-14:last on:FRI"), ("2023", "year:2023")],
    )
    other = _account(
        "other",
        "Queen Ilse opened the flood barrier at Tarn on Saturday, June 14.",
        [("Saturday, June 14", "monthday:06-14:last on:SAT")],
    )
    calendar = resolve_calendar((one, other))
    assert {time.sure for time in calendar.times} == {Sure.UNSURE}
    assert all("Friday" in time.how and "Saturday" in time.how for time in calendar.times)
    assert all(time.value == "--06-14" for time in calendar.times)


def test_another_event_on_the_same_weekday_is_not_taken_for_it():
    other = _account(
        "other",
        "A chess final between Boon and Ortega ended on Friday in a draw.",
        [("Friday", "weekday:FRI:last")],
    )
    calendar = resolve_calendar((BEFORE, AFTER, other))
    assert _values(calendar, "other") == []


@pytest.mark.parametrize("accounts", [(), (BEFORE,), (AFTER,)])
def test_nothing_to_go_by_gives_an_empty_calendar(accounts):
    calendar = resolve_calendar(accounts)
    assert _values(calendar, "before") == []
    assert calendar.published == ()


def test_dated_accounts_are_left_as_their_own_pages_date_them():
    dated = _account(
        "dated",
        "Queen Ilse opened the flood barrier at Tarn on Friday.",
        [("Friday", "weekday:FRI:last", "2024-06-14")],
        "2024-06-16",
    )
    calendar = resolve_calendar((dated, AFTER))
    assert "dated" not in {time.article for time in calendar.times} | set(_published(calendar))


def _on_page(account, page):
    return Account(replace(account.article, page=page), account.annotation)


LONE = _account(
    "lone",
    "The bank of Tarn left its rate unchanged on Friday. The next vote is due on May 29.",
    [("Friday", "weekday:FRI:last"), ("May 29", "monthday:05-29:next")],
    "--04-17",
)


@pytest.mark.parametrize(
    ("page", "values", "published"),
    [
        ("shared", ["2026-04-17", "2026-05-29"], {"lone": "2026-04-17"}),
        ("another", [], {}),
    ],
)
def test_the_year_of_an_article_on_the_same_page_holds(page, values, published):
    beside = _account("beside", "Rain fell in Marl on Thursday.", [("Thursday", "weekday:THU:last")], "2026-04-16")
    calendar = resolve_calendar((_on_page(LONE, "shared"),), (_on_page(beside, page),))
    assert (_values(calendar, "lone"), _published(calendar)) == (values, published)


def test_the_reason_says_that_the_page_carries_another_article():
    beside = _account("beside", "Rain fell in Marl.", [], "2026-04-16")
    (resolved,) = resolve_calendar((LONE,), (beside,)).published
    assert "the same page carries an article published on 2026-04-16" in resolved.published.how


def test_one_weekday_told_as_past_and_as_coming_is_two_days():
    wire = _account(
        "wire",
        "Ferry crews of Marl will strike on Wednesday over pay, their union said.",
        [("Wednesday", "weekday:WED:next", "2026-04-22")],
        "2026-04-17",
    )
    paper = _account(
        "paper",
        "Ferry crews of Marl will strike over pay from Wednesday. "
        "The mayor, who was told on Wednesday, met them today, Friday.",
        [
            ("Wednesday", "weekday:WED:next"),
            ("Wednesday", "weekday:WED:last"),
            ("today, Friday", "offset:day:0 on:FRI"),
        ],
    )
    calendar = resolve_calendar((wire, paper))
    assert _values(calendar, "paper") == ["2026-04-22", "2026-04-15", "2026-04-17"]
    assert _published(calendar) == {"paper": "2026-04-17"}


def test_an_hour_takes_the_day_that_another_account_dates():
    wire = _account(
        "wire",
        "Queen Ilse will open the flood barrier at Tarn on Friday.",
        [("Friday", "weekday:FRI:next", "2024-06-14")],
        "2024-06-12",
    )
    paper = _account(
        "paper",
        "Queen Ilse will open the flood barrier at Tarn on Friday. The speech will begin at 10 a.m. sharp.",
        [("Friday", "weekday:FRI:next"), ("10 a.m.", "clock:10:00 side:next")],
    )
    calendar = resolve_calendar((wire, paper))
    assert _values(calendar, "paper") == ["2024-06-14", "2024-06-14T10:00"]

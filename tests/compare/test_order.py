"""The order of accounts: what was surely printed later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.order import order_accounts
from nutgraf.records.annotation import Account, Annotation
from nutgraf.records.article import Article, ArticleKind, Published, Sure
from nutgraf.records.comparison import Calendar, ResolvedPublished
from nutgraf.records.copies import Copies


def _account(name, published):
    article = Article(
        *(name, "v", "p", 0, ArticleKind.ARTICLE, *[None] * 7),
        *(Published(published, "test", Sure.SURE), "en", "Text.", (), (), (), 1.0, None, "test"),
    )
    return Account(article, Annotation(name, "v", (), (), (), (), (), (), (), "test"))


NO_CALENDAR = Calendar((), ())


def _order(*published, calendar=NO_CALENDAR, groups=()):
    accounts = [_account(name, value) for name, value in zip("abc", published, strict=False)]
    return order_accounts(accounts, calendar, Copies(groups, (), "test"))


@pytest.mark.parametrize(
    ("later", "earlier", "after"),
    [
        ("2026-04-20", "2026-04-19", True),
        ("2026-04-20", "2026-04-20", False),
        ("2026-04-20T19:12+02:00", "2026-04-20T17:00+00:00", True),
        ("2026-04-20T19:12+02:00", "2026-04-20T17:30+00:00", False),
        ("2026-04-20T01:00+02:00", "2026-04-19T22:30-05:00", False),
        ("2026-04-20T19:12+02:00", "2026-04-20", False),
        ("2026-04-20T00:30+02:00", "2026-04-19", True),
        ("2026-04-20", "2026-04-20T00:30+02:00", False),
        ("2026-04-20T19:12", "2026-04-20T18:00", True),
        ("2026-04-20T19:12", "2026-04-20T18:00:30", True),
        ("2026-04-20T19:12", "2026-04-20T18:00Z", False),
        ("2026-04-21T19:12", "2026-04-20T18:00Z", True),
        ("2026-04-20", "2026-04-17/2026-04-19", True),
        ("2026-04-19", "2026-04-17/2026-04-19", False),
        ("2026-04-18/2026-04-20", "2026-04-17", True),
        ("2026-04-17/2026-04-20", "2026-04-17", False),
        ("2026-05", "2026-04", True),
        ("2026-04", "2026-04-20", False),
        ("2026-04-20", "2026-04", False),
        ("2026-05-01", "2026-04", True),
        ("2027", "2026-12-31", True),
        ("2026-04-20T23", "2026-04-20T22", True),
        ("--04-20", "2026-04-17", False),
        (None, "2026-04-17", False),
        ("2026-04-17", None, False),
    ],
)
def test_what_was_surely_later(later, earlier, after):
    assert _order(later, earlier).after("a", "b") is after


def test_the_calendar_tells_what_the_page_does_not():
    published = tuple(
        ResolvedPublished(name, Published(value, "test", Sure.LIKELY))
        for name, value in (("a", "2026-04-20"), ("b", "2026-04-17"))
    )
    order = _order("--04-20", None, "2026-04-18", calendar=Calendar((), published))
    assert sorted("abc", key=order.key) == ["b", "c", "a"]
    assert order.after("a", "b")


def test_copies_are_as_old_as_their_text():
    order = _order("2026-04-20", "2026-04-17", "2026-04-18", groups=(("a", "b"), ("c",)))
    assert not order.after("a", "b")
    assert order.after("c", "a")


_VALUES = st.sampled_from(
    "2026 2026-04 2026-04-20 2026-04-19 2026-04-20T19:12+02:00 2026-04-20T19:12 2026-04-20T23 2026-04-01/2026-04-20 "
    "2026-04-20T23:30-05:00 2026-04-21T01:00+09:00 --04-20".split()
)


@given(_VALUES, _VALUES)
def test_never_both_after_each_other(one, other):
    order = _order(one, other)
    assert not (order.after("a", "b") and order.after("b", "a"))
    assert not order.after("a", "a")

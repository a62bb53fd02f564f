"""The calendar of five real pages, read from the files as they are."""

from pathlib import Path

import pytest

from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.times import annotate_times
from nutgraf.compare.calendar import resolve_calendar
from nutgraf.extract.page import extract_page
from nutgraf.ingest.source import ingest_source
from nutgraf.records.annotation import Account, Annotation
from nutgraf.records.article import ArticleKind
from nutgraf.records.page import Page

PAGES = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def _accounts():
    for page in ingest_source(PAGES, lambda: "2026-01-01T00:00:00Z"):
        for article in extract_page(page).articles if isinstance(page, Page) else ():
            if article.kind is ArticleKind.ARTICLE:
                sentences = split_sentences(article)
                times = annotate_times(article, sentences)
                yield Account(article, Annotation(article.id, article.version, sentences, *((),) * 5, times, "test"))


@pytest.mark.skipif(not PAGES.is_dir(), reason="the five real pages are not beside the project")
def test_a_weekday_is_the_same_day_in_every_account():
    accounts = tuple(_accounts())
    calendar = resolve_calendar(accounts)
    assert calendar == resolve_calendar(accounts[::-1])
    texts = {account.article.id: account.article.text for account in accounts}
    days = {
        (texts[time.article][time.start : time.end].split()[-1], time.value[:10])
        for time in calendar.times
        if "day" in texts[time.article][time.start : time.end] and "last" not in time.how.lower()[:6]
    }
    assert {pair for pair in days if pair[0] in {"Tuesday", "Wednesday", "Saturday", "Friday"}} == {
        ("Tuesday", "2025-08-12"),
        ("Wednesday", "2025-08-13"),
        ("Friday", "2025-08-15"),
        ("Saturday", "2025-08-16"),
    }
    assert {time.value for time in calendar.times if time.how.startswith("'Last Friday'")} == {"2025-08-08"}

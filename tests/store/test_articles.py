from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.small_stages import SMALL, fixed_clock

from nutgraf.errors import NotFound
from nutgraf.pipeline import read_pages
from nutgraf.records.copies import Copies
from nutgraf.store.archive import open_archive
from nutgraf.text import stable_id


@pytest.fixture
def archive(tmp_path):
    text = "Ferry a\n2026-01-01\none\n---\n> Bakers b\ntwo\n---\nBakers c\nthree \ud7ff \x00"
    (tmp_path / "x.txt").write_text(text)
    with open_archive(tmp_path / "n.db", write=True) as opened:
        assert opened.copies.all() == Copies((), (), "")
        read_pages([str(tmp_path / "x.txt")], opened, fixed_clock, SMALL)
        yield opened


def test_teasers_are_listed_only_when_asked_for(archive):
    assert [each.title for each in archive.articles.iterate()] != []
    assert {each.title for each in archive.articles.iterate()} == {"Ferry a", "Bakers c"}
    everything = list(archive.articles.iterate(teasers=True))
    assert {each.title for each in everything} == {"Ferry a", "> Bakers b", "Bakers c"}
    assert [each.id for each in everything] == sorted(each.id for each in everything)


def test_an_extraction_comes_back_with_its_articles_in_the_order_of_the_page(archive):
    (page,) = archive.pages.iterate()
    extraction = archive.articles.extraction(page.id)
    (expected,) = SMALL.extract([page])
    assert extraction == expected
    assert archive.pages.get(page.id) == page


def test_a_teaser_has_no_account_and_an_article_has(archive):
    for article in archive.articles.iterate(teasers=True):
        account = archive.articles.account(article.id)
        assert (account is None) == (article.title or "").startswith(">")
    accounts = list(archive.articles.iterate_accounts())
    assert accounts == [archive.articles.account(each.article.id) for each in accounts]


def test_what_is_not_there_is_told(archive):
    unknown = stable_id("unknown")
    known = next(archive.articles.iterate()).id
    for look in (
        lambda: archive.articles.get(unknown),
        lambda: archive.articles.get(known, unknown),
        lambda: archive.articles.extraction(unknown),
        lambda: archive.pages.get(unknown),
    ):
        with pytest.raises(NotFound):
            look()
    assert archive.articles.versions(unknown) == ()


def test_versions_are_told_with_when_they_were_on_hand(tmp_path):
    hours = iter(datetime(2031, 5, 3, hour, tzinfo=UTC) for hour in range(24))
    file = tmp_path / "x.txt"
    with open_archive(tmp_path / "n.db", write=True) as opened:
        for text in ("Ferry a\none", "Ferry a\none", "Ferry a\ntwo"):
            file.write_text(text)
            read_pages([str(file)], opened, lambda: next(hours), SMALL)
        (identity,) = opened.articles.changed()
        first, second = opened.articles.sightings(identity)
        assert [each.version for each in (first, second)] == [
            each.version for each in opened.articles.versions(identity)
        ]
        assert (first.age, second.age, first.captured) == (1, 0, "")
        assert first.first < first.last < second.last  # the small stages read every page at one fixed time
        assert opened.articles.sightings(stable_id("unknown")) == ()

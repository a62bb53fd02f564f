"""Copies that grow article by article are the same, byte for byte, as those of all articles at once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dedupe.conftest import BRIDGE, HARBOUR, QUOTE, article_of
from tests.small_stages import SMALL as SMALL_STAGES
from tests.small_stages import fixed_clock

from nutgraf.dedupe import candidates
from nutgraf.dedupe.articles import MADE_BY, dedupe_articles
from nutgraf.dedupe.sketches import KeyKind
from nutgraf.dedupe.update import update_copies
from nutgraf.pipeline import read_pages
from nutgraf.records.article import Article, Extraction
from nutgraf.records.copies import Copies
from nutgraf.store.archive import Archive, open_archive
from nutgraf.store.opening import Opening, open_database
from nutgraf.store.schema import MIGRATIONS

STOCK = [f"{part.rstrip('.')}." for part in f"{BRIDGE} {HARBOUR}".split(". ")] + [f"{QUOTE}, she said."]
TITLES = (None, "Divers find crack in footbridge pier", "Divers find crack in the pier", "Ferry times for the harbour")
OUTLETS = (None, "Reuters", "Hill Echo", "Google News", "The Sun", "The Times")
TIMES = (None, "2031-04-02", "2031-04-02T08:00:00Z", "2031-04-05")


@dataclass(frozen=True)
class Recipe:
    """What an article is made of: sentences by number, each as it stands or with a word changed, and its head."""

    sentences: tuple[tuple[int, bool], ...]
    title: int
    carrier: int
    origin: int
    time: int

    def article(self, key: str) -> Article:
        text = " ".join(STOCK[at] if plain else STOCK[at].replace("the", "a") for at, plain in self.sentences)
        head = {"carrier": OUTLETS[self.carrier], "origin": OUTLETS[self.origin], "published": TIMES[self.time]}
        return replace(article_of(key, text, title=TITLES[self.title], **head), version=str(hash(self)))


RECIPES = st.builds(
    Recipe,
    st.lists(st.tuples(st.integers(0, len(STOCK) - 1), st.booleans()), max_size=9).map(tuple),
    st.integers(0, len(TITLES) - 1),
    st.integers(0, len(OUTLETS) - 1),
    st.integers(0, len(OUTLETS) - 1),
    st.integers(0, len(TIMES) - 1),
)


def keep(archive: Archive, articles: Sequence[Article]) -> None:
    for article in articles:
        page = Extraction(article.page, (article,), (), 0, 0, (), "test")
        archive.articles.put_extraction(page, "extract/test")


def put(archive: Archive, articles: Sequence[Article], gone: Sequence[str] = ()) -> None:
    with archive.transaction("test"):
        keep(archive, articles)
        update_copies(archive.copies.shelf(MADE_BY), articles, gone)


def told(copies: Copies) -> bytes:
    return msgspec.json.encode(copies)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with open_archive(tmp_path_factory.mktemp("copies") / "n.db", write=True) as opened:
        yield opened


USUAL = candidates.CROWD
SMALL = dict(zip(KeyKind, (2, 2, 2, 1), strict=True))
"""Two holders make a crowd, so that a handful of articles shows what a million would."""


def emptied(archive: Archive) -> Archive:
    with archive.transaction("test"):
        archive.copies.clear()
    return archive


def arrive(archive: Archive, recipes: Sequence[Recipe], chance: random.Random) -> list[Article]:
    """Let articles come in any order and number; some come twice as other versions, and some go again."""
    now = {f"{place:x}": recipe.article(f"{place:x}") for place, recipe in enumerate(recipes)}
    waiting = list(now.values())
    chance.shuffle(waiting)
    here: set[str] = set()
    while waiting:
        size = chance.randint(1, 4)
        batch, waiting = waiting[:size], waiting[size:]
        early = [one for one in batch if chance.random() < 0.4]
        first = [
            replace(other, id=one.id, page=one.page) for one in early for other in [chance.choice(list(now.values()))]
        ]
        put(archive, first)
        here.update(one.id for one in first)
        gone = [one.id for one in batch if one.id in here]
        leaving = [key for key in sorted(here - set(gone)) if chance.random() < 0.1]
        put(archive, [], leaving)
        here.difference_update(leaving)
        put(archive, batch, gone)
        here.update(one.id for one in batch)
    back = [now[key] for key in sorted(now.keys() - here)]
    put(archive, back)
    return list(now.values())


@pytest.mark.parametrize("crowd", [SMALL, USUAL], ids=["small crowds", "usual crowds"])
@settings(max_examples=100)
@given(st.lists(RECIPES, max_size=9), st.randoms(use_true_random=False))
def test_any_order_of_arrival_change_and_departure_gives_the_same_copies(archive, crowd, recipes, chance):
    with patch.dict(candidates.CROWD, crowd):
        articles = arrive(emptied(archive), recipes, chance)
        whole = dedupe_articles(articles)
    assert told(archive.copies.all()) == told(replace(whole, made_by=MADE_BY if articles else ""))


def test_a_text_printed_everywhere_stays_one_text_while_it_grows(archive):
    emptied(archive)
    articles = [article_of(f"{n:03}", BRIDGE, carrier=f"Paper {n}") for n in range(70)]
    random.Random(4).shuffle(articles)
    for start in range(0, 70, 7):
        put(archive, articles[start : start + 7])
    whole = dedupe_articles(articles)
    assert told(archive.copies.all()) == told(whole)
    assert len(whole.groups) == 1
    put(archive, [], [each.id for each in articles[:40]])
    assert told(archive.copies.all()) == told(dedupe_articles(articles[40:]))


def test_of_some_articles_only_what_touches_them_is_told(archive):
    emptied(archive)
    put(archive, [article_of("a", BRIDGE), article_of("b", BRIDGE), article_of("c", HARBOUR), article_of("d", HARBOUR)])
    found = archive.copies.of(["b", "nobody"])
    assert found.groups == (("a", "b"),)
    assert [(pair.article, pair.of) for pair in found.pairs] == [("a", "b")]
    assert [each.article for each in found.carried] == ["b"]
    assert archive.copies.group_of("c") == ("c", "d")
    assert list(archive.copies.iterate_groups()) == [("a", "b"), ("c", "d")]
    assert archive.copies.of([]) == Copies((), (), MADE_BY)


def test_a_mark_changes_where_something_changes_and_nowhere_else(archive):
    emptied(archive)
    put(archive, [article_of("a", BRIDGE), article_of("b", BRIDGE), article_of("c", HARBOUR), article_of("d", HARBOUR)])
    before = archive.copies.marks()
    assert sorted(before) == ["a", "b", "c", "d"]
    put(archive, [article_of("e", HARBOUR)])
    after = archive.copies.marks()
    assert {key for key in before if before[key] != after[key]} == {"c", "d"}
    put(archive, [], ["e"])
    assert archive.copies.marks() == before


def test_a_database_that_kept_all_copies_in_one_piece_is_brought_up_to_date_by_the_next_reading(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"Ferry {name}\n2026-01-01\n{BRIDGE}")
    old = Opening(tmp_path / "n.db", migrations=MIGRATIONS[:2])
    database = open_database(old, write=True)
    with database.transaction("test"):
        database.write("INSERT INTO copies (one, inputs, hash, record) VALUES (1, 'x', 'y', x'00')")
    database.close()
    with open_archive(old.path, write=True) as archive:
        assert archive.copies.all() == Copies((), (), "")
        read_pages([str(tmp_path / "in")], archive, fixed_clock, SMALL_STAGES)
        assert [len(group) for group in archive.copies.iterate_groups()] == [2]

"""Neighbours: the articles of other stories that stand on a page whose date has no year."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.small_stages import MADE_BY, SMALL, fixed_clock

from nutgraf.pipeline import read_pages
from nutgraf.records.annotation import Account
from nutgraf.records.article import Published, Sure
from nutgraf.store.archive import open_archive


def _stages(yearless: str):
    """Return the small stages; articles whose title starts with `yearless` are dated without a year."""
    seen: list[tuple[str, tuple[str, ...]]] = []

    def extract(pages):
        for extraction in SMALL.extract(pages):
            articles = tuple(
                replace(one, published=Published("--04-17", "test", Sure.LIKELY))
                if (one.title or "").startswith(yearless)
                else one
                for one in extraction.articles
            )
            yield replace(extraction, articles=articles)

    def compare(story, accounts, copies, neighbours: tuple[Account, ...] = ()):
        seen.append((accounts[0].article.title or "", tuple(one.article.title or "" for one in neighbours)))
        return SMALL.compare(story, accounts, copies, neighbours)

    return replace(SMALL, extract=extract, compare=compare, made_by=MADE_BY), seen


def _read(folder: Path, database: Path, yearless: str):
    stages, seen = _stages(yearless)
    with open_archive(database, write=True) as archive:
        read_pages([str(folder)], archive, fixed_clock, stages)
    return {title.split()[0]: tuple(sorted(one.split()[0] for one in beside)) for title, beside in seen}


@pytest.mark.parametrize(
    ("yearless", "beside"),
    [
        ("Rain", {"Rain": ("Fire", "Fire"), "Fire": (), "Strike": ()}),
        ("Nothing", {"Rain": (), "Fire": (), "Strike": ()}),
    ],
)
def test_only_a_story_without_a_year_gets_the_stories_on_its_pages(tmp_path, yearless, beside):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text("Rain falls\nIt rained.\n---\nFire burns\nIt burned.\n")
    (pages / "b.txt").write_text("Fire again\nIt burned more.\n---\nStrike looms\nThey may strike.\n")
    assert _read(pages, tmp_path / "n.db", yearless) == beside


def test_a_changed_neighbour_makes_the_story_due(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text("Rain falls\nIt rained.\n---\nFire burns\nIt burned.\n")
    (pages / "b.txt").write_text("Fire again\nIt burned more.\n")
    (pages / "c.txt").write_text("Strike looms\nThey may strike.\n")
    _read(pages, tmp_path / "n.db", "Rain")
    assert _read(pages, tmp_path / "n.db", "Rain") == {}
    (pages / "b.txt").write_text("Fire again\nIt burned much more.\n")
    assert sorted(_read(pages, tmp_path / "n.db", "Rain")) == ["Fire", "Rain"]

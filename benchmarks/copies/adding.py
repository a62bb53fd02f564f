"""Copies kept article by article, on the shelf in SQL: `python -m benchmarks.copies.adding [COUNT …]`.

An archive of so many of the made articles gets its copies part by part; then more are added one by one, a transaction
each. Articles are put there before the clock runs: what is timed is what keeping their copies takes.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from evals.annotation.articles import make_article
from evals.extraction.cases import CACHE
from evals.tables import write_markdown, write_plain

from benchmarks.copies.memory import peak, resident
from benchmarks.copies.texts import NotHere, make_texts, read_texts
from nutgraf.dedupe.articles import MADE_BY
from nutgraf.dedupe.update import update_copies
from nutgraf.records.article import Article, Extraction
from nutgraf.store.archive import open_archive
from nutgraf.store.batches import batches
from nutgraf.text import stable_id

COUNTS = (10_000, 100_000)
PART = 64
"""Articles that are taken in together, as the pipeline does."""
ADDED = 500
"""Articles that are then added one by one."""
HEAD = (
    "kept", "articles/s of a core", "by the clock", "one more: ms of a core", "p95", "by the clock", "p95",
    "MB for it", "database MB", "of it copies", "groups",
)  # fmt: skip


class Took(NamedTuple):
    """Seconds of one core, and by the clock on the wall."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What each part and each one more took, memory and database in megabytes, groups of two and more."""

    articles: int
    parts: tuple[Took, ...]
    singles: tuple[Took, ...]
    memory: int
    database: float
    bare: float
    groups: int


def main() -> int:
    """Print the table."""
    chosen = _read_arguments()
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    rows = []
    for count in chosen.counts or COUNTS:
        try:
            made = make_texts(chosen.cache, count + ADDED)
        except NotHere as missing:
            print(f"not run: {missing}")
            return 0
        print(f"{count} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(dir=chosen.cache) as folder:
            rows.append(_row(keep_copies(Path(folder) / "nutgraf.db", read_texts(made.texts), count)))
    write = write_markdown if chosen.markdown else write_plain
    print(write(HEAD, rows))
    print(
        f"\n- Parts of {PART} articles, a transaction each, safely on the disk; then {ADDED} one by one: median, p95."
    )
    print("- The database holds the articles, too; `of it copies` is what keys, pairs and texts add to it.")
    print(f"load average {os.getloadavg()[0]:.1f} at the end", file=sys.stderr)
    return 0


def keep_copies(place: Path, texts: Sequence[str], count: int) -> Kept:
    """Keep the copies of the first so many texts, then of all others one by one."""
    articles = [make_article(stable_id(str(number)), text) for number, text in enumerate(texts)]
    with open_archive(place, write=True) as archive:
        for part in batches(articles, 1000):
            with archive.transaction("benchmark"):
                for article in part:
                    page = Extraction(article.page, (article,), (), 0, 0, (), "benchmark")
                    archive.articles.put_extraction(page, "extract/benchmark")
    bare = place.stat().st_size / 1e6
    before = resident()
    parts = tuple(_timed(place, list(batches(articles[:count], PART))))
    database = place.stat().st_size / 1e6
    singles = tuple(_timed(place, [[article] for article in articles[count:]]))
    with open_archive(place) as archive:
        groups = sum(len(group) > 1 for group in archive.copies.iterate_groups())
    return Kept(count, parts, singles, peak() - before, database, bare, groups)


def _timed(place: Path, parts: Sequence[Sequence[Article]]) -> Iterator[Took]:
    """Yield what each part takes until it is kept."""
    with open_archive(place, write=True) as archive:
        for part in parts:
            cpu, wall = time.process_time(), time.perf_counter()
            with archive.transaction("benchmark"):
                update_copies(archive.copies.shelf(MADE_BY), part)
            yield Took(time.process_time() - cpu, time.perf_counter() - wall)


def _row(kept: Kept) -> tuple[str, ...]:
    cpu, wall = (kept.articles / sum(each) for each in zip(*kept.parts, strict=True))
    singles = [sorted(each) for each in zip(*kept.singles, strict=True)]
    late = [1000 * each[math.ceil(share * len(each)) - 1] for each in singles for share in (0.5, 0.95)]
    return (
        f"{kept.articles:,}",
        f"{cpu:,.0f}",
        f"{wall:,.0f}",
        *(f"{each:.1f}" for each in late),
        f"{kept.memory:,}",
        f"{kept.database:,.0f}",
        f"{kept.database - kept.bare:,.0f}",
        f"{kept.groups:,}",
    )


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies.adding")
    parser.add_argument("counts", nargs="*", type=int, help=f"how many articles (default: {COUNTS})")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--cache", type=Path, default=CACHE)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

"""Score an export against gold labels: `python -m evals.score --export FILE --gold FILE --pages DIR`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from evals.alignment import align, read_page
from evals.exported import Export, read_export
from evals.gold import Gold, read_gold
from evals.measures.articles import score_articles, score_teasers
from evals.measures.facts import score_figures, score_times
from evals.measures.findings import score_findings
from evals.measures.quotes import score_indirect, score_quotes
from evals.measures.sources import score_sources
from evals.measures.stories import score_stories
from evals.trials import Score, interval


class Row(msgspec.Struct, frozen=True):
    """One score as JSON: the share, how many trials, the interval, and what was missed."""

    name: str
    value: float | None
    n: int
    low: float | None
    high: float | None
    misses: tuple[str, ...]


def score_export(gold: Gold, export: Export, pages: Path) -> list[Score]:
    """Return every score of an export; `pages` is the folder of the labelled pages."""
    pairs = align(gold, export, pages)
    texts = {page.file: read_page(pages, page) for page in gold.pages}
    return [
        *score_articles(gold, export, pairs),
        *score_teasers(gold, export, texts),
        *score_quotes(gold, pairs),
        *score_indirect(gold, pairs),
        *score_sources(gold, pairs),
        *score_figures(gold, pairs),
        *score_times(gold, pairs),
        *score_stories(gold, export, pairs),
        *score_findings(gold, export, pairs),
    ]


def as_row(score: Score) -> Row:
    """Return a score with its interval and its misses in words."""
    low, high = interval(score) or (None, None)
    return Row(score.name, score.value, score.n, low, high, tuple(trial.note for trial in score.misses))


def show(rows: list[Row], console: Console, *, misses: bool) -> None:
    """Print the scores as a table and, if asked, what was missed."""
    table = Table("score", "value", "95 %", "n")
    for row in rows:
        value = "nothing to judge" if row.value is None else f"{row.value:.3f}"
        spread = "" if row.low is None or row.high is None else f"{row.low:.2f}-{row.high:.2f}"
        table.add_row(row.name, value, spread, str(row.n))
    console.print(table)
    for row in rows if misses else ():
        for note in row.misses:
            console.print(f"{row.name}: {note}", markup=False, highlight=False)


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments, score, print."""
    parser = argparse.ArgumentParser(prog="python -m evals.score", description="Score an export against gold labels.")
    parser.add_argument("--export", type=Path, required=True, help="what `nutgraf export --format json` wrote")
    parser.add_argument("--gold", type=Path, required=True, help="the gold labels")
    parser.add_argument("--pages", type=Path, required=True, help="the folder of the labelled pages")
    parser.add_argument("--json", type=Path, help="also write the scores to this file")
    parser.add_argument("--misses", action="store_true", help="list what was missed or false")
    chosen = parser.parse_args(arguments)
    rows = [as_row(s) for s in score_export(read_gold(chosen.gold), read_export(chosen.export), chosen.pages)]
    show(rows, Console(width=120), misses=chosen.misses)
    if chosen.json:
        chosen.json.write_bytes(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

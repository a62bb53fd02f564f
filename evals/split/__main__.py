"""Score how the articles of many-article pages are told apart: `python -m evals.split a|c|d|b [--misses]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console

from evals.extraction.tables import write_markdown
from evals.score import as_row, show
from evals.split.labels import read_folder
from evals.split.score import Judged, harmonic, judge, score_pages
from evals.trials import Score, interval
from nutgraf.extract.page import extract_page

HERE = Path(__file__).resolve().parent
HELD_OUT = "b"
_SUFFIXES = {"text": (".txt",), "html": (".html",), "all": (".txt", ".html")}


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments, score, print; return 1 where there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m evals.split", description="Score the articles told apart.")
    parser.add_argument(
        "set", choices=["a", "c", "d", HELD_OUT], help="a, c, d: for development; b: held out, its misses are not read"
    )
    parser.add_argument("--only", choices=list(_SUFFIXES), default="all", help="text pages, HTML pages, or all")
    parser.add_argument("--misses", action="store_true", help="list what was missed or false (set a alone)")
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    chosen = parser.parse_args(arguments)
    folder = HERE / chosen.set
    if not (folder / "pages").is_dir():
        print(f"not run: {folder} has no folder pages/")
        return 1
    if chosen.markdown:
        print(write_tables({form: _judged(folder, form) for form in ("text", "html")}))
        return 0
    pages = _judged(folder, chosen.only)
    scores = score_pages(pages)
    show([as_row(score) for score in scores], Console(width=120), misses=chosen.misses and chosen.set != HELD_OUT)
    print(_summary(pages, scores))
    return 0


def write_tables(forms: dict[str, list[Judged]]) -> str:
    """Return the scores of text pages and of HTML pages side by side, then exact boundaries by kind of page."""
    scored = {form: score_pages(pages) for form, pages in forms.items()}
    head = ["score", *(part for form in forms for part in (form, "n"))]
    rows = [
        [names[0].name, *(part for score in names for part in (_with_interval(score), str(score.n)))]
        for names in zip(*scored.values(), strict=True)
    ]
    notes = [f"{form}: {_summary(forms[form], scored[form])}." for form in forms]
    kinds = sorted({(form, page.gold.kind) for form, pages in forms.items() for page in pages})
    told = [_kind_row(form, kind, [page for page in forms[form] if page.gold.kind == kind]) for form, kind in kinds]
    by_kind = write_markdown(["kind of page", "pages", "articles", "exact", "found"], told)
    return "\n\n".join((write_markdown(head, rows), "\n".join(f"- {note}" for note in notes), by_kind))


def _judged(folder: Path, form: str) -> list[Judged]:
    return [judge(name, gold, extract_page(page)) for name, page, gold in read_folder(folder, _SUFFIXES[form])]


def _summary(pages: list[Judged], scores: list[Score]) -> str:
    missed = {score.name: len(score.misses) for score in scores}
    exact = f"F1 of exact boundaries {harmonic(scores):.3f}"
    return f"{len(pages)} pages, {exact}, merged {missed['unmerged']}, split {missed['unsplit']}"


def _with_interval(score: Score) -> str:
    spread = interval(score)
    value = "-" if score.value is None else f"{score.value:.3f}"
    return f"{value} ({spread[0]:.2f}-{spread[1]:.2f})" if spread else value


def _kind_row(form: str, kind: str, pages: list[Judged]) -> list[str]:
    recall, precision, *_ = score_pages(pages)
    exact = str(recall.n - len(recall.misses))
    return [f"{kind}, {form}", str(len(pages)), str(recall.n), exact, str(precision.n)]


if __name__ == "__main__":
    sys.exit(main())

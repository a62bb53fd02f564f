"""Score how the articles of many-article pages are told apart: `python -m evals.split FOLDER [--misses]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console

from evals.score import as_row, show
from evals.split.labels import read_folder
from evals.split.score import harmonic, judge, score_pages
from nutgraf.extract.page import extract_page

_SUFFIXES = {"text": (".txt",), "html": (".html",), "all": (".txt", ".html")}


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments, score, print; return 1 where there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m evals.split", description="Score the articles told apart.")
    parser.add_argument("folder", type=Path, help="a folder with pages/ and gold/")
    parser.add_argument("--only", choices=list(_SUFFIXES), default="all", help="text pages, HTML pages, or all")
    parser.add_argument("--kinds", action="store_true", help="also print exact boundaries for each kind of page")
    parser.add_argument("--misses", action="store_true", help="list what was missed or false (not for held-out pages)")
    chosen = parser.parse_args(arguments)
    console = Console(width=120)
    if not (chosen.folder / "pages").is_dir():
        console.print(f"not run: {chosen.folder} has no folder pages/")
        return 1
    pages = [judge(n, gold, extract_page(p)) for n, p, gold in read_folder(chosen.folder, _SUFFIXES[chosen.only])]
    scores = score_pages(pages)
    show([as_row(score) for score in scores], console, misses=chosen.misses)
    merged = sum(len(score.misses) for score in scores if score.name == "unmerged")
    split = sum(len(score.misses) for score in scores if score.name == "unsplit")
    console.print(f"{len(pages)} pages, F1 of exact boundaries {harmonic(scores):.3f}, merged {merged}, split {split}")
    for kind in sorted({page.gold.kind for page in pages}) if chosen.kinds else ():
        recall, precision, *_ = score_pages([page for page in pages if page.gold.kind == kind])
        console.print(f"{kind}: recall {_share(recall.value)}, precision {_share(precision.value)}, n {recall.n}")
    return 0


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())

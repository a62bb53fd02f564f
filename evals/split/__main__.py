"""Score how the articles of many-article pages are told apart: `python -m evals.split a|c|d|e|b|all [--misses]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console

from evals.score import as_row, show
from evals.split.labels import read_folder
from evals.split.pinned import check_floors
from evals.split.score import Judged, harmonic, judge, score_pages
from evals.tables import write_markdown
from evals.trials import Score, interval
from nutgraf.extract.page import extract_page

HERE = Path(__file__).resolve().parent
DEVELOPED, HELD_OUT, ALL = ("a", "c", "d", "e"), "b", "all"
_FORMS = {"text": ".txt", "html": ".html"}


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments, score, print; return 1 where a score of a development set fell below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evals.split", description="Score the articles told apart.")
    parser.add_argument(
        "set",
        choices=[*DEVELOPED, HELD_OUT, ALL],
        help="a, c, d, e: for development, all: these four; b: held out, its misses are not read",
    )
    parser.add_argument("--only", choices=list(_FORMS), help="text pages or HTML pages (default: both)")
    parser.add_argument("--misses", action="store_true", help="list what was missed or false (not of set b)")
    parser.add_argument("--markdown", action="store_true", help="print the tables for the docs")
    parser.add_argument("--pin", nargs=2, metavar=("DAY", "WHY"), help="raise the floors to what is measured now")
    chosen = parser.parse_args(arguments)
    names = DEVELOPED if chosen.set == ALL else (chosen.set,)
    judged = {f"{name} {form}": pages for name in names for form, pages in _read(name, chosen.only).items()}
    if chosen.markdown:
        print(write_tables({name.split()[1]: pages for name, pages in judged.items()}))
        return 0
    measured = {name: score_pages(pages) for name, pages in judged.items()}
    for name, scores in measured.items():
        print(f"set {name}: {_summary(judged[name], scores)}")
        show([as_row(score) for score in scores], Console(width=120), misses=chosen.misses and chosen.set != HELD_OUT)
    falls = check_floors({name: scores for name, scores in measured.items() if name[0] != HELD_OUT}, chosen.pin)
    print("\n".join(falls) or "No score fell below its floor.")
    return int(bool(falls))


def _read(name: str, only: str | None) -> dict[str, list[Judged]]:
    """The pages of a set by their form, judged; forms without pages are left out."""
    forms = {form: _judged(HERE / name, suffix) for form, suffix in _FORMS.items() if only in (None, form)}
    return {form: pages for form, pages in forms.items() if pages}


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


def _judged(folder: Path, suffix: str) -> list[Judged]:
    return [judge(name, gold, extract_page(page)) for name, page, gold in read_folder(folder, (suffix,))]


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

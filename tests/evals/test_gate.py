from __future__ import annotations

import io
from pathlib import Path

import msgspec
from evals.exported import Export
from evals.gate import ROOT, LabelledSet, score_sets
from evals.gold import Gold
from perfect import perfect_export
from rich.console import Console

GOLD = {
    "format": 1,
    "what": "one invented page",
    "pages": [{"file": "one.txt", "articles": [{"key": "one", "places": [{"start": 0, "end": 27}], "story": "ferry"}]}],
}


def test_a_set_that_is_not_here_is_not_run_and_says_why():
    out = io.StringIO()
    absent = LabelledSet("absent", ROOT / "evals" / "nowhere.json", ROOT / "nowhere")
    pageless = LabelledSet("pageless", ROOT / "evals" / "seeds" / "gold.json", ROOT / "nowhere")
    console = Console(file=out, width=120)
    assert score_sets((absent, pageless), lambda _: Export(articles=()), console, misses=False) == {}
    assert out.getvalue().count("not run:") == 2


def test_a_set_that_is_here_is_run_and_scored(tmp_path: Path):
    (tmp_path / "one.txt").write_text("Ferry talks opened in Marl.", encoding="utf-8")
    gold = tmp_path / "gold.json"
    gold.write_bytes(msgspec.json.encode(GOLD))
    labelled = LabelledSet("one", gold, tmp_path)
    console = Console(file=io.StringIO(), width=120)
    perfect = perfect_export(msgspec.convert(GOLD, Gold), tmp_path)
    measured = score_sets((labelled,), lambda _: perfect, console, misses=True)
    assert {score.name: score.value for score in measured["one"]}["articles.exact"] == 1

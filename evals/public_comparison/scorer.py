"""The scorer of chains on what is published with ECB+: CoNLL F1 of the same lemma, event by event."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from evals.annotation.chains import chains_of, conll_figures, score_chains
from evals.annotation.report import Line, Sheet
from evals.public_comparison.ecbplus import read_events
from evals.public_comparison.mentions import GoldMention
from evals.stories.ecbplus import TEST

SUMMARY = "cross-document/newswcl50/summary/summary_dataset_topics.csv"
NEAR = 0.0002
"""The published figure is the mean of three that were rounded to a hundredth of a percent."""


def measure(cache: Path) -> list[Sheet]:
    """Return our figures of the test topics beside the published ones."""
    printed = read_printed(cache / SUMMARY)
    events = {
        story.name: [one for document in story.documents for one in document.mentions]
        for story in read_events(cache, TEST)
    }
    alike = {name: told for name, told in events.items() if count_lemmas(told) == printed[name][0]}
    scored = {name: score_lemmas(told) for name, told in alike.items()}
    near = sum(abs(value - printed[name][1]) < NEAR for name, value in scored.items())
    lines = [
        Line("scored here", {"CoNLL F1": float(np.mean(list(scored.values())))}),
        Line("published", {"CoNLL F1": float(np.mean([printed[name][1] for name in scored]))}),
    ]
    notes = (
        f"Of {len(events)} events, {len(alike)} have as many lemmas to a chain as the published table says; {near} of "
        "them come out as published to two decimals of a percent. The table of the others was made from other lemmas "
        "than the pack's mentions have.",
    )
    what = f"same lemma over all mentions, persons and places too, mean of {len(alike)} events"
    return [Sheet("scorer of chains", what, lines, notes)]


def read_printed(path: Path) -> dict[str, tuple[float, float]]:
    """Return what is published of each event: lemmas to a chain, and CoNLL F1."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["topic"].partition("/")[2]: (float(row["unique_lemmas_all"]), float(row["F1_CONLL_all"]) / 100)
            for row in csv.DictReader(file)
            if row["dataset"] == "ECBplus"
        }


def count_lemmas(mentions: list[GoldMention]) -> float:
    """Return how many lemmas a chain has, capitals aside: the mean over chains, three decimals."""
    lemmas: dict[str, set[str]] = {}
    for one in mentions:
        lemmas.setdefault(one.chain, set()).add(one.lemma.lower())
    return round(float(np.mean([len(found) for found in lemmas.values()])), 3)


def score_lemmas(mentions: list[GoldMention]) -> float:
    """Return CoNLL F1 where mentions of one lemma make a chain."""
    gold = chains_of([(number, one.chain) for number, one in enumerate(mentions)])
    told = chains_of([(number, one.lemma) for number, one in enumerate(mentions)])
    return float(conll_figures(np.array([score_chains(gold, told)]))[0, 0])

"""RTE 1 to 3: does a short text of news entail a sentence (two answers)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from evals.annotation.report import Figure, Line, Sheet
from evals.public_comparison.accuracy import accuracy
from evals.public_comparison.judge import LARGER, Judge, count_cut, likely

FOLDER = "annotation-measure/nltk_rte/rte"
ROUNDS = ("1", "2", "3")

_PUBLISHED = (
    Line("Hickl and Bensley 2007 (published: more than)", {"RTE-3": 0.80}),
    Line("Hickl 2008 (published: more than, all three)", {"RTE-1": 0.80, "RTE-2": 0.80, "RTE-3": 0.80}),
    Line("edit distance of the EXCITEMENT platform (published)", {"RTE-3": 0.62}),
    Line("always one answer (floor)", {"RTE-1": 0.5, "RTE-2": 0.5, "RTE-3": 0.5125}),
)


@dataclass(frozen=True, slots=True)
class Entailed:
    """A text, a sentence, and whether the sentence follows."""

    text: str
    sentence: str
    follows: bool


def read_round(path: Path) -> list[Entailed]:
    """Return the pairs of a round; the first calls its answer a value, the later ones entailment."""
    return [
        Entailed(
            (pair.findtext("t") or "").strip(),
            (pair.findtext("h") or "").strip(),
            (pair.get("value") or pair.get("entailment")) in {"TRUE", "YES"},
        )
        for pair in ElementTree.parse(path).getroot().iter("pair")
    ]


def measure(cache: Path, judge: Judge) -> list[Sheet]:
    """Measure the test parts of the three rounds."""
    rounds = {number: read_round(cache / FOLDER / f"rte{number}_test.xml") for number in ROUNDS}
    every = [one for pairs in rounds.values() for one in pairs]
    figures: dict[str, Figure] = {f"RTE-{number}": _accuracy(pairs, judge) for number, pairs in rounds.items()}
    figures["all"] = _accuracy(every, judge)
    notes = (
        "It follows where the same or a larger statement is likelier than all other relations together. Intervals draw "
        "pairs. No label of any round was learned; the texts of four pairs of RTE-3 stand in the open news that pairs "
        "were made of (30 % of their runs of eight words).",
        "Published, from abstracts: A Discourse Commitment-Based Framework for Recognizing Textual Entailment (2007); "
        "Using Discourse Commitments to Recognize Textual Entailment (COLING 2008). Both learned from the rounds' "
        "development parts. EXCITEMENT: the project's wiki, Development test suites and reports.",
        f"The ends of {count_cut([(one.text, one.sentence) for one in every])} pairs are not read (64 pieces a text).",
    )
    what = f"{len(every)} pairs of text and sentence, three test parts"
    return [Sheet("RTE test", what, [Line("nutgraf", figures, ours=True), *_PUBLISHED], notes)]


def _accuracy(pairs: Sequence[Entailed], judge: Judge) -> Figure:
    told = likely(judge([(one.text, one.sentence) for one in pairs]), LARGER) > 0.5
    return accuracy(told == np.array([one.follows for one in pairs]))

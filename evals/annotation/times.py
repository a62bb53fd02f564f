"""Times measured by TempEval-3's metric: extents, types and values against MEANTIME, GUM and TempEval-3 platinum."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from training.tagger.gum import GENRES, split_of

from evals.annotation.report import Figure, Line, Sheet
from evals.annotation.timeml import TimedText, Timex, read_gum, read_meantime, read_timeml
from evals.annotation.timex import same_value, timex_of
from evals.bootstrap import Table, over
from evals.bootstrap import measure as measure_rows
from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.tagged import read_tags
from nutgraf.annotate.times import annotate_times
from nutgraf.records.annotation import Sentence
from nutgraf.records.article import Article

_EDGES = re.compile(r"\A\W+|\W+\Z")
_FIGURES = ("strict F1", "relaxed F1", "type F1", "value F1", "value P", "value R", "value accuracy")
_PLATINUM = (
    Line("HeidelTime (published, unverified)", {"strict F1": 0.813, "relaxed F1": 0.903, "value F1": 0.776}),
    Line("SUTime (published, unverified)", {"value F1": 0.674}),
    Line("BERT tagger (published)", {"strict F1": 0.807, "relaxed F1": 0.901, "type F1": 0.820}),
    Line("floor: gold spans, publication date", {"value F1": 0.058}),
)
_WAYS = (
    "TempEval-3: a predicted extent matches one gold extent, strictly when their words are the same (marks at the "
    "edges left out), relaxed when they overlap; type and value count relaxed matches with the right one. Creation "
    "times and times without words are left out.",
    "Unread ones: what the tagger marks as a time and no rule reads; the product shows it without a value, and a "
    "value is what it cannot give.",
)
Annotate = Callable[[Article, Sequence[Sentence]], Iterable[Timex]]


@dataclass(frozen=True, slots=True)
class _Match:
    ours: Timex
    gold: Timex
    strict: bool


def measure(cache: Path) -> list[Sheet]:
    """Measure on every set that is unpacked; the test sets' misses are not listed, for no rule may come of them."""
    sheets = []
    meantime = next(iter(sorted(cache.glob("annotation-green/meantime/data/*/intra-doc_annotation"))), None)
    if meantime is None:
        print("times: MEANTIME not run, annotation-green is not unpacked")
    else:
        sheets += [
            _meantime(meantime, ("apple", "gm"), "times MEANTIME apple+gm", "dev"),
            _meantime(meantime, ("airbus", "stock"), "times MEANTIME airbus+stock", "test"),
        ]
    gum = sorted((cache / "annotation-green/gum/dep").glob("*.conllu"))
    if gum:
        chosen = gum_train(cache, gum)
        sheets.append(_gum(chosen))
    platinum = sorted((cache / "annotation-measure/tempeval3-platinum/te3-platinum").glob("*.tml"))
    if platinum:
        texts = [_with_sentences(*read_timeml(path)) for path in platinum]
        sheets.append(
            _sheet("times TempEval-3 platinum", "20 articles, test, value F1 in TempEval-3's way", texts, "test")
        )
    else:
        print("times: platinum not run, annotation-measure is not unpacked")
    return sheets


def gum_train(cache: Path, paths: Sequence[Path]) -> list[Path]:
    """Return the training files of GUM's green genres."""
    split = split_of(cache)
    return [path for path in paths if split.get(path.stem) == "train" and path.stem.split("_")[1] in GENRES]


def _meantime(folder: Path, topics: Sequence[str], name: str, part: str) -> Sheet:
    texts = [read_meantime(path) for topic in topics for path in sorted(folder.glob(f"corpus_{topic}/*.xml"))]
    return _sheet(name, f"{len(texts)} Wikinews texts, fully annotated sentences, {part}", texts, part)


def _gum(paths: Sequence[Path]) -> Sheet:
    texts = [read_gum(path) for path in paths]
    note = "GUM marks dates only: of ours, those with a calendar value are compared; its value may be coarser."
    sheet = _sheet("times GUM green train", f"{len(texts)} texts of six genres, TEI dates, dev", texts, "dev", calendar)
    return Sheet(sheet.name, sheet.what, sheet.lines, (*sheet.notes, note), sheet.misses)


def _with_sentences(article: Article, gold: tuple[Timex, ...]) -> TimedText:
    return TimedText(article.id, article, split_sentences(article), gold)


def tell_times(article: Article, sentences: Sequence[Sentence]) -> list[Timex]:
    """Return the times that rules read in TimeML's form."""
    return [timex for time in annotate_times(article, sentences) for timex in timex_of(time, article.text)]


def tell_all_times(article: Article, sentences: Sequence[Sentence]) -> list[Timex]:
    """Return the times that rules read, and those without a value that the tagger alone marks."""
    told = annotate_times(article, sentences, read_tags(article.text, sentences))
    return [timex for time in told for timex in timex_of(time, article.text)]


def calendar(article: Article, sentences: Sequence[Sentence]) -> list[Timex]:
    """Return our times that have a calendar date."""
    return [one for one in tell_times(article, sentences) if one.type in {"DATE", "TIME"} and one.value[:2].isdigit()]


def _sheet(name: str, what: str, texts: Sequence[TimedText], part: str, annotate: Annotate = tell_times) -> Sheet:
    line, misses = _score("nutgraf", texts, annotate)
    lines = [line]
    if annotate is tell_times:
        lines.append(_score("nutgraf, unread ones told too", texts, tell_all_times)[0])
    lines += _PLATINUM if "platinum" in name else ()
    gold = sum(len(text.gold) for text in texts)
    return Sheet(name, f"{what}, {gold} times", lines, _WAYS, misses if part == "dev" else ())


def _score(system: str, texts: Sequence[TimedText], annotate: Annotate) -> tuple[Line, list[str]]:
    """Return a system's figures, and its misses in words."""
    rows, misses = [], []
    for text in texts:
        ours = list(annotate(text.article, text.sentences))
        matches = match(text.article.text, ours, text.gold)
        rows.append(_row(matches, len(ours), len(text.gold)))
        misses += _misses(text, ours, matches)
    figures = measure_rows(np.array(rows, dtype=np.float64), scores)
    mine: dict[str, Figure] = dict(zip(_FIGURES, figures, strict=True))
    return Line(system, mine, ours=True), misses


def _words(text: str, one: Timex) -> tuple[int, int]:
    """Return an extent without the marks at its edges."""
    words = text[one.start : one.end]
    lead = _EDGES.match(words)
    start = one.start + (lead.end() if lead and words[0] not in "'’" and lead.end() < len(words) else 0)
    tail = re.search(r"\W+\Z", words)
    return start, one.end - (len(tail[0]) if tail and len(tail[0]) < len(words) else 0)


def match(text: str, ours: Sequence[Timex], gold: Sequence[Timex]) -> list[_Match]:
    """Pair predicted and gold times one to one: equal extents first, then those that overlap, from left to right."""
    matches: list[_Match] = []
    left = list(gold)
    for strict in (True, False):
        for one in ours:
            if any(one is found.ours for found in matches):
                continue
            start, end = _words(text, one)
            for other in left:
                first, last = _words(text, other)
                if (start, end) == (first, last) if strict else (start < last and first < end):
                    matches.append(_Match(one, other, strict))
                    left.remove(other)
                    break
    return matches


def _row(matches: Sequence[_Match], told: int, gold: int) -> tuple[int, ...]:
    strict = sum(one.strict for one in matches)
    typed = sum(one.ours.type == one.gold.type for one in matches)
    valued = sum(same_value(one.ours.value, one.gold.value) for one in matches)
    return strict, len(matches), typed, valued, told, gold


def scores(sums: Table) -> Table:
    """Return the figures from sums of strict, relaxed, typed and valued matches, told and gold."""
    strict, relaxed, typed, valued, told, gold = sums.T
    both = told + gold
    parts = (
        (2 * strict, both),
        (2 * relaxed, both),
        (2 * typed, both),
        (2 * valued, both),
        (valued, told),
        (valued, gold),
        (valued, relaxed),
    )
    return np.stack([over(a, b) for a, b in parts], axis=1)


def _misses(text: TimedText, ours: Sequence[Timex], matches: Sequence[_Match]) -> list[str]:
    words = text.article.text
    missed = [
        f"not found {one.type} {one.value}: {words[one.start : one.end]!r} in {_line(text, one)}"
        for one in text.gold
        if not any(one is found.gold for found in matches)
    ]
    added = [
        f"not gold {one.type} {one.value}: {words[one.start : one.end]!r} in {_line(text, one)}"
        for one in ours
        if not any(one is found.ours for found in matches)
    ]
    wrong = [
        f"wrong {words[one.ours.start : one.ours.end]!r} {one.ours.type} {one.ours.value} is "
        f"{words[one.gold.start : one.gold.end]!r} {one.gold.type} {one.gold.value} in {_line(text, one.gold)}"
        for one in matches
        if not (one.strict and one.ours.type == one.gold.type and same_value(one.ours.value, one.gold.value))
    ]
    return [f"{text.id[:24]} ({text.article.published.value}): {line}" for line in (*missed, *added, *wrong)]


def _line(text: TimedText, one: Timex) -> str:
    return repr(text.article.text[max(0, one.start - 70) : one.end + 50])

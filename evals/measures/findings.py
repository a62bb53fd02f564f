"""What comparing the accounts gave: agreements, differences, updates, and no false ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.alignment import Pair
from evals.exported import Cell, Export, ExportedStory, Finding, QuoteRow, Stretch
from evals.gold import Gold, GoldCell, GoldDifference
from evals.matching import overlap
from evals.trials import Score, Trial, hit

NEAR_KINDS = {
    "wording": {"wording"},
    "figures": {"figures", "lists"},
    "times": {"times"},
    "places": {"places", "lists"},
    "lists": {"lists", "places", "figures"},
    "speaker": {"speaker"},
    "denial": {"denial", "content"},
    "initiative": {"initiative", "content", "speaker"},
    "content": {"content", "denial", "lists", "modality"},
    "naming": {"naming"},
}
SHOWN = frozenset({"differ", "update"})


@dataclass(frozen=True)
class Place:
    """A place in one gold article."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Shown:
    """A finding of the export: its cells as they stand (`cells`) and widened to their sentences (`places`)."""

    finding: Finding
    places: tuple[Place, ...]
    cells: tuple[Place, ...]
    words: str


def score_findings(gold: Gold, export: Export, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score differences and agreements.

    A finding shows a gold difference when its kind is compatible and its cells stand in the sentences of at least two
    of the gold cells' articles. A finding that shows none is false, and counted apart when it shows one of the tempting
    false ones.
    """
    reader = Reader(export, pairs)
    shown = [item for story in export.stories for item in reader.findings(story) if item.finding.verdict in SHOWN]
    unsure = [item for story in export.stories for item in reader.findings(story) if item.finding.verdict == "unsure"]
    wanted = [label for label in gold.differences if not label.optional]
    found = [_found(label, reader, shown, unsure) for label in wanted]
    substance = [trial for trial, label in zip(found, wanted, strict=True) if label.substance]
    verdicts = [trial for label in gold.differences for trial in _verdict(label, reader, shown)]
    return [
        Score("differences.recall", tuple(found)),
        Score("differences.substance_recall", tuple(substance)),
        Score("differences.precision", tuple(_true(item, gold, reader) for item in shown)),
        Score("differences.verdicts", tuple(verdicts)),
        Score("differences.tempting", tuple(_resisted(gold, reader, shown))),
        Score("agreements.recall", tuple(_agreements(gold, export, reader))),
    ]


class Reader:
    """Reads places of findings and of gold cells in one measure: gold article and sentence."""

    def __init__(self, export: Export, pairs: tuple[Pair, ...]) -> None:
        self.pairs = {pair.gold.key: pair for pair in pairs}
        self.keys = {pair.article.id: pair.gold.key for pair in pairs if pair.article}
        self.sentences = {article.id: article.sentences for article in export.articles}
        self.texts = {article.id: article.text for article in export.articles}

    def widen(self, article: str, span: Stretch) -> Place:
        """Return the sentences a span stands in."""
        place = (span.start, span.end)
        there = [s for s in self.sentences.get(article, ()) if overlap(place, (s.start, s.end))]
        start = min([span.start, *(s.start for s in there)])
        return Place(self.key(article), start, max([span.end, *(s.end for s in there)]))

    def findings(self, story: ExportedStory) -> list[Shown]:
        """Return every finding of a story once: of its points, its own, and of its quotes board."""
        listed = [*story.findings, *(finding for point in story.points for finding in point.findings)]
        listed += [_of_row(row) for row in story.quotes]
        once: dict[tuple[str, str, tuple[Cell, ...]], Finding] = {}
        for finding in listed:
            once.setdefault((finding.kind, finding.verdict, finding.cells), finding)
        return [self._shown(finding) for finding in once.values()]

    def _shown(self, finding: Finding) -> Shown:
        cells = [cell for cell in finding.cells if cell.span.part == "text"]
        words = " / ".join(self.texts.get(cell.article, "")[cell.span.start : cell.span.end] for cell in cells)
        exact = tuple(Place(self.key(cell.article), cell.span.start, cell.span.end) for cell in cells)
        return Shown(finding, tuple(self.widen(cell.article, cell.span) for cell in cells), exact, words)

    def key(self, article: str) -> str:
        """Return the gold article's key, or a name that no gold article has."""
        return self.keys.get(article, f"unlabelled {article}")

    def common(self, places: Iterable[Place], cells: tuple[GoldCell, ...]) -> set[str]:
        """Return the gold articles in which a place meets a gold cell."""
        listed = list(places)
        met: set[str] = set()
        for cell in cells:
            at = self.pairs[cell.article].locate(cell.place)
            if at and any(p.key == cell.article and overlap(at, (p.start, p.end)) for p in listed):
                met.add(cell.article)
        return met


def _of_row(row: QuoteRow) -> Finding:
    spans = [span for wording in row.wordings for span in wording.spans]
    return Finding("wording", row.verdict, tuple(Cell(span.article, span) for span in spans), row.id, row.reason)


def _fits(kind: str, label: GoldDifference) -> bool:
    return kind in NEAR_KINDS.get(label.kind, set()) | {label.kind, *label.kinds}


def _shows(item: Shown, label: GoldDifference, reader: Reader) -> bool:
    return _fits(item.finding.kind, label) and len(reader.common(item.places, label.cells)) >= 2


def _found(label: GoldDifference, reader: Reader, shown: list[Shown], unsure: list[Shown]) -> Trial:
    candidates = [*shown, *(unsure if label.verdict == "unsure" else ())]
    return hit(label.id, any(_shows(item, label, reader) for item in candidates), f"{label.id}: {label.note}")


def _verdict(label: GoldDifference, reader: Reader, shown: list[Shown]) -> list[Trial]:
    told = {item.finding.verdict for item in shown if _shows(item, label, reader)}
    if not told or label.verdict == "unsure":
        return []
    return [hit(label.id, label.verdict in told, f"{label.id}: {sorted(told)}, not {label.verdict}")]


def _true(item: Shown, gold: Gold, reader: Reader) -> Trial:
    right = any(_shows(item, label, reader) for label in gold.differences)
    keys = "+".join(sorted({place.key for place in item.places}))
    return hit(keys, right, f"{item.finding.kind} {item.finding.verdict} ({keys}): {item.words}")


def _resisted(gold: Gold, reader: Reader, shown: list[Shown]) -> list[Trial]:
    """Return one trial per tempting false difference: right when no false finding has its cells at the very words."""
    false = [item for item in shown if not any(_shows(item, label, reader) for label in gold.differences)]
    trials = []
    for label in gold.not_differences:
        fell = [i for i in false if i.finding.kind in label.kinds and len(reader.common(i.cells, label.cells)) >= 2]
        trials.append(hit(label.id, not fell, f"{label.id}: {label.note}"))
    return trials


def _agreements(gold: Gold, export: Export, reader: Reader) -> list[Trial]:
    places = []
    for story in export.stories:
        places += [[reader.widen(s.article, s.span) for s in point.statements] for point in story.points]
        places += [list(item.places) for item in reader.findings(story) if item.finding.verdict == "agree"]
    trials = []
    for label in gold.agreements:
        if not label.optional:
            told = any(len(reader.common(row, label.cells)) >= 2 for row in places)
            trials.append(hit(label.id, told, f"{label.id}: {label.note}"))
    return trials

"""Coreference on GAP, GUM's green genres, MEANTIME and hand labels: what stands for somebody, brought to one entity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.annotation.brought_home import meantime_sheet, speakers_sheet
from evals.annotation.chained import ChainedText, GoldMention
from evals.annotation.chains import chains_of, conll_figures, score_chains
from evals.annotation.gap import Passage, decide, gap_figures, read_passages, score_row
from evals.annotation.gum_chains import read_texts
from evals.annotation.gum_matching import chain_by_entity, match_span
from evals.annotation.mentioned import read_mentions
from evals.annotation.report import Figure, Line, Sheet
from evals.bootstrap import Table, over
from evals.bootstrap import measure as measure_rows
from nutgraf.records.annotation import Mention

GAP = ("F1", "masculine", "feminine", "F/M", "precision", "recall")
CONLL = ("CoNLL F1", "MUC", "B-cubed", "CEAF-e")
PRONOUNS = ("right of all", "right of resolved", "resolved")


def measure(cache: Path) -> list[Sheet]:
    """Return GAP's, GUM's and MEANTIME's two parts, then the speakers read by hand; nothing where a pack is missing."""
    sheets: list[Sheet] = []
    if (cache / "annotation-green/gap").is_dir():
        for part in ("dev", "test"):
            sheets += [*_gap_sheets(cache, part), *_gum_sheets(cache, part), meantime_sheet(cache, part)]
    try:
        return [*sheets, speakers_sheet(cache)]
    except FileNotFoundError as missing:
        print(f"speakers by hand: not run: {missing}")
        return sheets


def _gap_sheets(cache: Path, part: str) -> list[Sheet]:
    passages = read_passages(cache, part)
    lines = [
        _gap_line(passages, "nutgraf, names given, best guess", given=True, guess=True),
        _gap_line(passages, "nutgraf, names given, as shipped", given=True, guess=False),
        _gap_line(passages, "nutgraf, end to end, best guess", given=False, guess=True),
        _gap_line(passages, "nutgraf, end to end, as shipped", given=False, guess=False),
        *_gap_floors(passages),
    ]
    notes = ["Best published: above .92 (unverified). Names given: both names stand as people, all else as we find it."]
    misses = [passage.id for passage in passages if _wrong(passage)] if part == "dev" else []
    name = f"coreference: GAP {part}"
    return [Sheet(name, f"{len(passages)} passages, official F1 over the two decisions of each", lines, notes, misses)]


def _wrong(passage: Passage) -> bool:
    return decide(passage, given=True, guess=True)[:2] != passage.right


def _gap_line(passages: Sequence[Passage], system: str, *, given: bool, guess: bool) -> Line:
    told = [decide(passage, given=given, guess=guess) for passage in passages]
    return _gap_figures(passages, system, [(first, second) for first, second, _ in told], ours=True)


def _gap_floors(passages: Sequence[Passage]) -> list[Line]:
    """Return the floors: the nearer name, the first, both."""
    nearer = [_nearer(passage) for passage in passages]
    return [
        _gap_figures(passages, "floor: nearer name", nearer),
        _gap_figures(passages, "floor: first name", [(True, False)] * len(passages)),
        _gap_figures(passages, "floor: both names", [(True, True)] * len(passages)),
    ]


def _nearer(passage: Passage) -> tuple[bool, bool]:
    away = [abs(start - passage.pronoun[0]) for start, _ in passage.names]
    return away[0] <= away[1], away[1] < away[0]


def _gap_figures(
    passages: Sequence[Passage], system: str, told: Sequence[tuple[bool, bool]], *, ours: bool = False
) -> Line:
    scored = [score_row(passage, *answer) for passage, answer in zip(passages, told, strict=True)]
    rows = np.array(scored, dtype=float)
    figures: dict[str, Figure] = dict(zip(GAP, measure_rows(rows, gap_figures), strict=True))
    return Line(system, figures, ours)


def _gum_sheets(cache: Path, part: str) -> list[Sheet]:
    texts = read_texts(cache, part)
    what = f"{len(texts)} documents of the six green genres ({part})"
    systems = {"nutgraf, as shipped": False, "nutgraf, best guess": True}
    told = {system: [read_mentions(text, guess) for text in texts] for system, guess in systems.items()}
    chains = [line for system, found in told.items() for line in _chain_lines(texts, system, found)]
    pronouns = [_pronoun_line(texts, system, found) for system, found in told.items()]
    shipped = told["nutgraf, as shipped"]
    misses = [miss for text, found in zip(texts, shipped, strict=True) for miss in misses_of(text, found)]
    return [
        Sheet(f"coreference: GUM chains {part}", what, chains, [
            "Gold: names, pronouns of the third person singular and descriptions (\"the …\") in chains of two and more "
            "such mentions, of people, organisations and places that the text names. Ours: chains of two and more, "
            "less the mentions that GUM marks as something else. A mention is found where ours holds the gold's head.",
            "Found by both: the same, over the mentions that both mark (is the tie right where the mention is known?).",
        ]),
        Sheet(f"coreference: GUM pronouns {part}", f"he, she and their forms for a person; {what}", pronouns, [
            "Right: the entity's names are of the gold chain. Pronouns inside quotes and of people without a name "
            "count as all others; the product resolves neither.",
        ], misses if part == "dev" else []),
    ]  # fmt: skip


def _chain_lines(texts: Sequence[ChainedText], system: str, told: Sequence[Sequence[Mention]]) -> list[Line]:
    rows: dict[str, list[list[float]]] = {f"{system}, end to end": [], f"{system}, found by both": []}
    for text, mentions in zip(texts, told, strict=True):
        for name, row in zip(rows, _chain_rows(text, mentions), strict=True):
            rows[name].append(row)
    return [
        Line(name, dict(zip(CONLL, measure_rows(np.array(table), conll_figures), strict=True)), ours=True)
        for name, table in rows.items()
    ]


def _chain_rows(text: ChainedText, mentions: Sequence[Mention]) -> tuple[list[float], list[float]]:
    """Return the row of a document end to end, and over the mentions found by both."""
    wanted = text.wanted()
    pairs: dict[object, str] = {}
    for mention in mentions:
        gold = match_span(text, mention.start, mention.end)
        if gold is None or gold in wanted:
            pairs.setdefault(gold or (mention.start, mention.end), mention.entity)
    gold_chains = chains_of((m, m.chain) for m in wanted)
    ours = [chain for chain in chains_of(pairs) if len(chain) > 1]
    both = {key: entity for key, entity in pairs.items() if isinstance(key, GoldMention)}
    common = chains_of((m, m.chain) for m in wanted if m in both)
    return score_chains(gold_chains, ours), score_chains(common, chains_of(both))


def _pronoun_line(texts: Sequence[ChainedText], system: str, told: Sequence[Sequence[Mention]]) -> Line:
    rows = []
    for text, mentions in zip(texts, told, strict=True):
        answers = judge_pronouns(text, mentions)
        rows.append(
            [sum(v is True for v in answers.values()), len(answers), sum(v is not None for v in answers.values())]
        )
    figures: dict[str, Figure] = dict(zip(PRONOUNS, measure_rows(np.array(rows, dtype=float), _shares), strict=True))
    return Line(system, figures, ours=True)


def judge_pronouns(text: ChainedText, mentions: Sequence[Mention]) -> dict[GoldMention, bool | None]:
    """Return for every gold pronoun whether we brought it to the right entity, or `None` where to none."""
    chains = chain_by_entity(text, mentions)
    ours = {(m.start, m.end): m.entity for m in mentions if not m.named}
    return {
        gold: chains.get(ours[gold.start, gold.end]) == gold.chain if (gold.start, gold.end) in ours else None
        for gold in text.pronouns()
    }


def misses_of(text: ChainedText, mentions: Sequence[Mention]) -> list[str]:
    """Return the pronouns brought to somebody else, with the words around, for the reader's own machine."""
    ours = {(m.start, m.end): m.entity for m in mentions if not m.named}
    words = text.article.text
    return [
        f"{text.id} {gold.start}: {ours[gold.start, gold.end]}: …{words[max(0, gold.start - 300) : gold.end + 40]}…"
        for gold, right in judge_pronouns(text, mentions).items()
        if right is False
    ]


def _shares(sums: Table) -> Table:
    right, everything, resolved = sums[:, 0], sums[:, 1], sums[:, 2]
    pairs = ((right, everything), (right, resolved), (resolved, everything))
    return np.stack([over(a, b) for a, b in pairs], axis=1)

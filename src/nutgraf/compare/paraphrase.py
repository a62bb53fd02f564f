"""Quotation against paraphrase: one account prints somebody's words, another tells them in its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.compare.facets import weigh
from nutgraf.compare.paraphrase_losses import Loss, find_losses
from nutgraf.compare.quotes import Uttered, one_utterance
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import folded_words, stable_id, trim

_WORDS = 5  # a quotation of fewer words can be told in no other words
_SHARED = 7.0  # weight of the words that a telling must share with the quotation, and how many words
_WORDS_SHARED = 3
_TOLD = 0.5  # share of the telling's words that must stand in the quotation
_KEPT = 0.4  # share of the quotation's words that the telling must keep
_MARKS = re.compile(r"[“”\"«»„‘]|(?<!\w)['’]")


@dataclass(frozen=True, slots=True)
class Retold:
    """What one account says in its own words that somebody said: offsets of what is said."""

    told: Told
    start: int
    end: int
    tokens: tuple[str, ...]
    stems: frozenset[str]

    @property
    def article(self) -> str:
        """The article that tells it."""
        return self.told.statement.article


def compare_paraphrases(
    group: Sequence[Told], quoted: Sequence[Uttered], texts: Mapping[str, str], standing: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Set the words of a speaker that one account prints beside another's telling of them in its own words.

    Both must name the same speaker, and most of what is told must stand in the quotation; an account that prints the
    quotation too is left alone. They `agree` where the telling keeps figures, days, yes or no, and whether a thing
    happened, will or may. What is told otherwise is a difference (“could” told as “will”); where a limit is left out
    (“at least”, “probably”) it is `unsure` whether the speaker would own what is told. That a telling is shorter is no
    loss. `quoted` are the quotations of all accounts, `standing` the keys that entities of several accounts share.
    """
    by_words: dict[str, tuple[Uttered, Told, list[Retold]]] = {}
    homes = [(uttered, home) for uttered, home in _homes(group, quoted) if len(uttered.tokens) >= _WORDS]
    printed: dict[str, list[Uttered]] = defaultdict(list)
    for uttered in quoted:
        printed[uttered.article].append(uttered)
    for retold in sorted(_retellings(group, printed, texts), key=lambda one: (one.article, one.start)):
        for uttered, home in _quotation(retold, homes, printed[retold.article], standing):
            key = stable_id(" ".join(uttered.tokens), " ".join(retold.tokens))
            by_words.setdefault(key, (uttered, home, []))[2].append(retold)
    findings = [_judge(*pair, quoted, texts) for _, pair in sorted(by_words.items())]
    return tuple(finding for finding in findings if finding is not None)


def _homes(group: Sequence[Told], quoted: Sequence[Uttered]) -> Iterator[tuple[Uttered, Told]]:
    """Yield the quotations that begin in a statement of the group, with it."""
    by_article: dict[str, list[Told]] = defaultdict(list)
    for told in group:
        by_article[told.statement.article].append(told)
    for uttered in quoted:
        for told in by_article[uttered.article]:
            if told.statement.span.start <= uttered.span.start < told.statement.span.end:
                yield uttered, told


def _retellings(
    group: Sequence[Told], printed: Mapping[str, Sequence[Uttered]], texts: Mapping[str, str]
) -> Iterator[Retold]:
    """Yield the statements that rest on somebody and print nothing of it as a quotation."""
    for told in group:
        said, span = told.statement.attribution, told.statement.span
        text = texts[span.article]
        start, end = trim(text, max(said.content_start, span.start), min(said.content_end, span.end))
        if said.kind is AttributionKind.OWN or start >= end or _MARKS.search(text, span.start, span.end):
            continue
        if not any(one.span.start < end and start < one.span.end for one in printed.get(span.article, ())):
            yield Retold(told, start, end, _tokens(text[start:end]), _stems(text[start:end]))


def _quotation(
    retold: Retold, homes: Sequence[tuple[Uttered, Told]], own: Sequence[Uttered], standing: Mapping[str, str]
) -> list[tuple[Uttered, Told]]:
    """Return the quotation that is told most plainly, with the statement it stands in; none where none is.

    `own` are the quotations that the telling account prints itself.
    """
    best: list[tuple[float, str, int, Uttered, Told]] = []
    for uttered, home in homes:
        if uttered.article == retold.article or not _one_speaker(retold.told, uttered, standing):
            continue
        likeness = _told_in(retold, uttered)
        if likeness and not any(one_utterance(other, uttered) for other in own):
            best.append((-likeness, uttered.article, uttered.span.start, uttered, home))
    return [min(best, key=lambda found: found[:3])[3:]] if best else []


def _one_speaker(told: Told, uttered: Uttered, standing: Mapping[str, str]) -> bool:
    said = told.statement.attribution
    if said.entity and uttered.speaker:
        return standing.get(said.entity, said.entity) == uttered.speaker
    return bool(uttered.name) and _stems(said.source) == _stems(uttered.name) != frozenset()


def _told_in(retold: Retold, uttered: Uttered) -> float:
    """Return how plainly a quotation is told in other words, 0 where it is not, or is told in the same."""
    if _same_words(_tokens(uttered.words), retold.tokens):
        return 0.0
    there = _stems(uttered.words)
    shared, telling, quotation = retold.stems & there, weigh(retold.stems), weigh(there)
    enough = len(shared) >= _WORDS_SHARED and weigh(shared) >= _SHARED
    if not enough or weigh(shared) < _TOLD * telling or weigh(shared) < _KEPT * quotation:
        return 0.0
    return round(weigh(shared) / telling + weigh(shared) / quotation, 9)


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether one stands in the other as it is: words printed without their marks are no telling."""
    short, long = f" {' '.join(left)} ", f" {' '.join(right)} "
    return short in long or long in short


@lru_cache(maxsize=4096)
def _tokens(printed: str) -> tuple[str, ...]:
    return folded_words(printed)


@lru_cache(maxsize=4096)
def _stems(printed: str) -> frozenset[str]:
    return frozenset(map(same_thing, content_stems(printed)))


def _judge(
    uttered: Uttered, home: Told, retold: Sequence[Retold], quoted: Sequence[Uttered], texts: Mapping[str, str]
) -> Finding | None:
    first = retold[0]
    quotation = (uttered.span.start, uttered.span.end)
    losses = find_losses(
        (home, texts[uttered.article], quotation),
        (first.told, texts[first.told.statement.article], (first.start, first.end)),
    )
    if losses is None:
        return None
    printed = {one.article: one for one in quoted if one is uttered or one.tokens == uttered.tokens}
    cells = [_quoted_cell(printed[article], home) for article in sorted(printed)]
    cells += [_cell(one, texts[one.told.statement.article]) for one in retold]
    verdict, reason = _tell(uttered, first, losses)
    identity = stable_id("paraphrase", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    return Finding(identity, FindingKind.PARAPHRASE, verdict, reason, tuple(cells))


def _tell(uttered: Uttered, retold: Retold, losses: Sequence[Loss]) -> tuple[Verdict, str]:
    who = f"{uttered.outlet} prints {uttered.name or 'the speaker'}’s words, {retold.told.statement.outlet} its own"
    if not losses:
        return Verdict.AGREE, f"{who}: nothing that was compared is told otherwise."
    verdict = Verdict.DIFFER if any(loss.changed for loss in losses) else Verdict.UNSURE
    return verdict, f"{who}: " + "; ".join(loss.remark for loss in losses) + "."


def _quoted_cell(uttered: Uttered, home: Told) -> Cell:
    statement = home.statement.id if home.statement.article == uttered.article else ""
    return Cell(statement, uttered.article, uttered.outlet, uttered.span, uttered.words, "quoted")


def _cell(retold: Retold, text: str) -> Cell:
    statement = retold.told.statement
    span = Span(statement.article, statement.span.version, retold.start, retold.end)
    told = text[retold.start : retold.end]
    return Cell(statement.id, statement.article, statement.outlet, span, told, "in other words")

"""Quotes: one utterance, its wordings and its speakers side by side."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from nutgraf.compare.statements import Scene
from nutgraf.joining import join_pairs
from nutgraf.models.terms import content_stems, term_weight
from nutgraf.records.annotation import Account, EntityKind, Quote, QuoteKind
from nutgraf.records.article import Span, Sure
from nutgraf.records.comparison import Cell, Finding, FindingKind, QuoteRow, Verdict, Wording
from nutgraf.text import fold, stable_id, trim, words

_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s*(?=[A-Z“\"‘'])")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_BROKEN = 120  # characters between two pieces of one broken sentence
_SAME = 0.6  # share of the shorter wording that must stand in the longer, in order
_TELLING = 2.2  # background weight a shared word needs to make two short quotes one utterance


@dataclass(frozen=True, slots=True)
class Uttered:
    """One sentence of quoted words as one account prints it."""

    article: str
    outlet: str
    span: Span
    words: str
    tokens: tuple[str, ...]
    kind: QuoteKind
    speaker: str | None
    name: str
    sure: bool
    who: Cell | None


def collect_quotes(account: Account, scene: Scene) -> Iterator[Uttered]:
    """Yield the quoted words of an account, sentence by sentence; labels and ironic marks are no words of anybody's."""
    article = account.article
    for pieces in _broken(article.text, account.annotation.quotes):
        first, last = pieces[0], pieces[-1]
        whole = [(first.start, last.end)]
        stretches = whole if len(pieces) > 1 else list(_sentences(article.text, first.start, first.end))
        for start, end in stretches:
            spoken = [(max(start, piece.start), min(end, piece.end)) for piece in pieces]
            tokens = tuple(_token(word) for a, b in spoken for _, _, word in words(article.text, a, b))
            if tokens:
                span, text = Span(article.id, article.version, start, end), article.text[start:end]
                outlet = scene.outlets[article.id]
                key, name, sure, who = _who(account, first, scene)
                yield Uttered(article.id, outlet, span, text, tokens, first.kind, key, name, sure, who)


def _broken(text: str, quotes: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Yield quotations, with the pieces of one sentence together that its cue breaks ("“They,” she said, “rang.”")."""
    run: list[Quote] = []
    for quote in quotes:
        if quote.kind not in {QuoteKind.DIRECT, QuoteKind.MIXED} or quote.nested:
            continue
        goes_on = run and quote.utterance == run[-1].utterance and quote.start - run[-1].end < _BROKEN
        if goes_on and text[run[-1].end - 1] not in ".!?":
            run.append(quote)
            continue
        if run:
            yield run
        run = [quote]
    if run:
        yield run


def _token(word: str) -> str:
    """Fold a word for comparison; small numbers in words and in digits are one."""
    folded = fold(word)
    return _NUMBERS.get(folded, folded)


def _who(account: Account, quote: Quote, scene: Scene) -> tuple[str | None, str, bool, Cell | None]:
    """Return who speaks: the standing key, the name, whether that is a certain person, and the words that name them."""
    speaker = quote.speaker
    if speaker is None:
        return None, "", False, None
    key = scene.standing.get(speaker.entity, speaker.entity) if speaker.entity else None
    sure = speaker.sure is not Sure.UNSURE and key is not None and key.startswith(f"{EntityKind.PERSON}:")
    named = [one for one in account.annotation.mentions if one.named and one.entity == speaker.entity]
    nearest = min(named, key=lambda one: (one.start >= quote.end, abs(one.start - quote.start)), default=None)
    if nearest is None:
        return key, speaker.name, False, None
    article = account.article
    span = Span(article.id, article.version, nearest.start, nearest.end)
    words = article.text[nearest.start : nearest.end]
    return key, speaker.name, sure, Cell("", article.id, scene.outlets[article.id], span, words, speaker.name)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _SENTENCE_END.finditer(text, start, end):
        yield trim(text, first, match.start())
        first = match.end()
    if first < end:
        yield trim(text, first, end)


def compare_quotes(uttered: Sequence[Uttered]) -> tuple[tuple[QuoteRow, ...], tuple[Finding, ...]]:
    """Lay the wordings of each utterance side by side.

    Two printed quotes are one utterance when most words of the shorter stand in the longer in the same order, or, for
    quotes of a few words, when one speaker is named and half of the telling words are the same.
    """
    rows: list[QuoteRow] = []
    findings: list[Finding] = []
    for group in _utterances(uttered):
        row, found = _row(group)
        rows.append(row)
        findings += found
    return tuple(sorted(rows, key=lambda row: row.id)), tuple(findings)


def _utterances(uttered: Sequence[Uttered]) -> list[list[Uttered]]:
    ordered = sorted(uttered, key=lambda one: (one.article, one.span.start, one.span.end))
    pairs = [
        (left, right)
        for left, right in combinations(range(len(ordered)), 2)
        if ordered[left].article != ordered[right].article and one_utterance(ordered[left], ordered[right])
    ]
    return [[ordered[index] for index in members] for members in join_pairs(len(ordered), pairs)]


def one_utterance(left: Uttered, right: Uttered) -> bool:
    """Tell whether two accounts print the same remark."""
    short, long = sorted((left.tokens, right.tokens), key=len)
    telling = _stems(short) & _stems(long)
    if not telling and short != long:
        return False
    weight = math.fsum(map(term_weight, telling))
    if len(short) >= 4 and len(telling) >= 2:
        return _common(short, long) >= _SAME * len(short)
    same_speaker = left.speaker is not None and left.speaker == right.speaker
    if short == long:
        return same_speaker or (len(short) >= 3 and weight >= 2 * _TELLING)
    need = max(1, len(_stems(short)))
    return same_speaker and weight >= _TELLING and len(telling) * 2 >= need and len(long) <= 3 * len(short) + 2


@lru_cache(maxsize=4096)
def _stems(tokens: tuple[str, ...]) -> frozenset[str]:
    return frozenset(content_stems(" ".join(tokens)))


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """Return the length of the longest common subsequence of two token lists."""
    row = [0] * (len(right) + 1)
    for token in left:
        previous = 0
        for at, other in enumerate(right, start=1):
            kept = row[at]
            row[at] = previous + 1 if token == other else max(row[at], row[at - 1])
            previous = kept
    return row[-1]


def _row(group: Sequence[Uttered]) -> tuple[QuoteRow, list[Finding]]:
    wordings: dict[tuple[str, ...], list[Uttered]] = defaultdict(list)
    for one in group:
        wordings[one.tokens].append(one)
    ordered = sorted(
        wordings.values(), key=lambda same: (-len(same), -len(same[0].tokens), same[0].words, same[0].article)
    )
    verdict, reason = _judge_wordings([same[0] for same in ordered], group)
    identity = stable_id("quote", *(f"{one.article}:{one.span.start}:{one.span.end}" for one in group))
    names = [one.name for one in group if one.name]
    speaker = max(sorted(set(names)), key=lambda name: (names.count(name), len(name)), default="")
    row = QuoteRow(identity, speaker, tuple(_wording(same) for same in ordered), verdict, reason)
    findings = []
    if len({one.article for one in group}) > 1:
        findings.append(Finding(identity, FindingKind.WORDING, verdict, reason, tuple(_cell(one) for one in group)))
        spoken = _judge_speakers(group)
        if spoken:
            findings.append(spoken)
    return row, findings


def _wording(same: Sequence[Uttered]) -> Wording:
    return Wording(
        same[0].words,
        same[0].kind,
        tuple(one.span for one in same),
        tuple(sorted({one.outlet for one in same})),
        tuple(sorted({one.name for one in same if one.name})),
    )


def _cell(one: Uttered) -> Cell:
    return Cell("", one.article, one.outlet, one.span, one.words, one.words)


def _judge_wordings(wordings: Sequence[Uttered], group: Sequence[Uttered]) -> tuple[Verdict, str]:
    if len({one.article for one in group}) == 1:
        return Verdict.ONLY_ONE, f"Only {group[0].outlet} prints these words."
    if len(wordings) == 1:
        marks = len({one.words for one in group}) > 1
        return Verdict.AGREE, "The words are the same" + ("; only marks and punctuation differ." if marks else ".")
    if len({_spelling(one.tokens) for one in wordings}) == 1:
        return Verdict.AGREE, "The words are the same; only their spelling differs."
    longest = max(wordings, key=lambda one: (len(one.tokens), one.words))
    if all(_stands_in(one.tokens, longest.tokens) or _cut(one, longest) for one in wordings):
        return Verdict.AGREE, f"The words are the same; {longest.outlet} prints more of them."
    return Verdict.DIFFER, f"One remark in {len(wordings)} wordings: " + " against ".join(_own_words(wordings)) + "."


_SPELLED = (
    (re.compile(r"our(?=s?\b|ed\b|ing\b|ite|able|ful)"), "or"),
    (re.compile(r"is(?=e[ds]?\b|ing\b|ation)"), "iz"),
    (re.compile(r"ys(?=e[ds]?\b|ing\b)"), "yz"),
    (re.compile(r"(?<=[aeiou])ll(?=ed\b|ing\b|er)"), "l"),
    (re.compile(r"tre(?=s?\b)"), "ter"),
    (re.compile(r"ence(?=s?\b)"), "ense"),
    (re.compile(r"ogue(?=s?\b)"), "og"),
    (re.compile(r"[-’' ]"), ""),
)
"""British spellings and the American ones, and words that are written apart by some: "for ever", "co-operate"."""


@lru_cache(maxsize=4096)
def _spelling(tokens: tuple[str, ...]) -> str:
    """Return words without what only their spelling makes different."""
    words = " ".join(tokens)
    for pattern, plain in _SPELLED:
        words = pattern.sub(plain, words)
    return words


def _own_words(wordings: Sequence[Uttered]) -> list[str]:
    """Return, for each wording, its words from the first that others lack to the last, as they are printed."""
    common = set.intersection(*(set(one.tokens) for one in wordings))
    told = []
    for one in wordings:
        own = [(start, end) for start, end, word in words(one.words) if _token(word) not in common]
        told.append(f"“{one.words[own[0][0] : own[-1][1]]}”" if own else f"“{one.words}”")
    return list(dict.fromkeys(told))


def _cut(short: Uttered, long: Uttered) -> bool:
    """Tell whether a wording leaves words out and says so with an ellipsis."""
    shown = "..." in short.words or "…" in short.words
    return shown and _common(short.tokens, long.tokens) == len(short.tokens)


def _stands_in(short: Sequence[str], long: Sequence[str]) -> bool:
    return any(tuple(long[at : at + len(short)]) == tuple(short) for at in range(len(long) - len(short) + 1))


def _judge_speakers(group: Sequence[Uttered]) -> Finding | None:
    """Compare who is said to have said it: two certain persons differ; the cells are the words and their names."""
    said = {one.speaker: one for one in group if one.sure and one.who}
    ordered = sorted(said.values(), key=lambda one: (one.article, one.span.start))
    if len({one.article for one in ordered}) < 2:
        return None
    reason = "The same words are given to different speakers: " + "; ".join(
        f"{one.outlet} names {one.name}" for one in ordered
    )
    identity = stable_id("speaker", *(f"{one.article}:{one.span.start}" for one in ordered))
    cells = tuple(cell for one in ordered for cell in (_cell(one), one.who) if cell is not None)
    return Finding(identity, FindingKind.SPEAKER, Verdict.DIFFER, reason + ".", cells)

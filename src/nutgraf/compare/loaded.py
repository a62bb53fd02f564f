"""Loaded wording: words for one thing where the choice of the word carries a judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from nutgraf.compare.facets import weigh
from nutgraf.compare.loaded_uses import Use, find_uses
from nutgraf.compare.statements import Told
from nutgraf.records.article import Span
from nutgraf.records.comparison import Cell, Finding, FindingKind, Verdict
from nutgraf.text import stable_id

_SHARED, _SHARE = 5.5, 0.45  # weight of the clause around two nouns that makes them words for one thing
_ROLES = 4.5  # weight of who does it and to what, for two verbs
_SAID, _SAID_SHARE = 5.0, 0.5  # of what is said, for two verbs of saying


def compare_loaded(group: Sequence[Told], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Set side by side the words that outlets choose for one thing, where one of them judges: "regime", "government".

    Only words in an outlet's own voice count, never those of the people whom it quotes or whose words it tells; a word
    that it sets in quotation marks to hold it at arm's length is shown with that remark. What stands around the two
    words must show that they mean one thing, and an account that uses both chooses neither. For "claimed" beside
    "said", it must be one remark of one source. Which word fits, nobody here judges: the verdict is `side by side`. It
    is neither agreement nor difference, for the accounts may tell the very same facts.
    """
    uses = [use for told in group for use in find_uses(told, texts[told.statement.article])]
    by_set: dict[int, list[Use]] = defaultdict(list)
    for use in sorted(uses, key=_place):
        by_set[use.words.number].append(use)
    told: set[tuple[str, int]] = set()
    findings: list[Finding] = []
    for number in sorted(by_set):
        beside = _beside(by_set[number])
        if beside and not {_place(use) for use in beside} & told:
            told |= {_place(use) for use in beside}
            findings.append(_finding(beside, texts))
    return tuple(findings)


def _place(use: Use) -> tuple[str, int]:
    return use.article, use.start


def _beside(uses: Sequence[Use]) -> list[Use]:
    """Return the uses of one set that are words for one thing, one for each account; none where no two words differ."""
    pairs = [
        (likeness, left, right)
        for left, right in combinations(uses, 2)
        if left.article != right.article
        and left.word != right.word
        and _judging(left, right)
        and not _uses_both(uses, left, right)
        and (likeness := _one_thing(left, right))
    ]
    if not pairs:
        return []
    _, first, second = min(pairs, key=lambda pair: (-pair[0], _place(pair[1]), _place(pair[2])))
    joined = {first.article: first, second.article: second}
    for use in uses:
        alike = any(use.word == one.word and _one_thing(use, one) for one in (first, second))
        if alike and use.article not in joined and not _uses_both(uses, use, use):
            joined[use.article] = use
    return [joined[article] for article in sorted(joined)]


def _judging(left: Use, right: Use) -> bool:
    """Tell whether one of two words judges; of two that do, nouns alone are told ("terrorists", "insurgents")."""
    judging = {left.word, right.word} & left.words.loaded_words
    return len(judging) == 1 or (len(judging) == 2 and left.words.kind == "noun")


def _uses_both(uses: Sequence[Use], left: Use, right: Use) -> bool:
    """Tell whether either account uses several words of the set on this point."""
    return any(len({use.word for use in uses if use.article == one.article}) > 1 for one in (left, right))


def _one_thing(left: Use, right: Use) -> float:
    """Return how surely two words mean one thing, 0 for not at all."""
    here, there = left.told, right.told
    days = _apart([value[:10] for _, value in here.times if value], [value[:10] for _, value in there.times if value])
    figures = _apart([(f.low, f.high) for f in here.figures], [(f.low, f.high) for f in there.figures])
    if days or figures:
        return 0.0
    return _JUDGES[left.words.kind](left, right)


def _apart(left: Sequence[object], right: Sequence[object]) -> bool:
    """Tell whether two statements name days, or figures, and none of them in common."""
    return bool(left and right and not set(left) & set(right))


def _one_noun(left: Use, right: Use) -> float:
    names = left.names & right.names
    if left.things != right.things or (left.names and right.names and not names):
        return 0.0  # death sentences and murders; the Norland government and the Vale regime
    telling, smaller = _weights(left.around, right.around)
    if names or (telling >= _SHARED and telling >= _SHARE * smaller):
        return round(1.0 + telling, 9)
    return 0.0


def _one_verb(left: Use, right: Use) -> float:
    doers, things = left.doers & right.doers, left.things & right.things
    if not doers or ((left.things or right.things) and not things):
        return 0.0
    telling = weigh(doers | things)
    return round(telling, 9) if telling >= _ROLES else 0.0


def _one_kind(left: Use, right: Use) -> float:
    telling, _ = _weights(left.around, right.around)
    return round(telling, 9) if left.things & right.things and telling >= _ROLES else 0.0


def _one_remark(left: Use, right: Use) -> float:
    telling, smaller = _weights(left.around, right.around)
    told_alike = left.told.negative == right.told.negative and telling >= _SAID and telling >= _SAID_SHARE * smaller
    return round(telling, 9) if left.doers & right.doers and told_alike else 0.0


def _weights(left: frozenset[str], right: frozenset[str]) -> tuple[float, float]:
    return weigh(left & right), min(weigh(left), weigh(right))


_JUDGES = {"noun": _one_noun, "verb": _one_verb, "kind": _one_kind, "says": _one_remark}


def _finding(uses: Sequence[Use], texts: Mapping[str, str]) -> Finding:
    cells = tuple(_cell(use, texts[use.article]) for use in uses)
    listed = "; ".join(_listed(uses, cells))
    reason = f"Words for one thing that do not weigh the same: {listed}. Which fits is not judged."
    identity = stable_id("loaded", *(f"{cell.article}:{cell.span.start}" for cell in cells))
    return Finding(identity, FindingKind.LOADED, Verdict.SIDE_BY_SIDE, reason, cells)


def _listed(uses: Sequence[Use], cells: Sequence[Cell]) -> Iterator[str]:
    for use, cell in zip(uses, cells, strict=True):
        yield f"{cell.outlet}: “{cell.words}”" + (" (set in quotation marks)" if use.marked else "")


def _cell(use: Use, text: str) -> Cell:
    statement = use.told.statement
    span = Span(statement.article, statement.span.version, use.start, use.end)
    return Cell(statement.id, statement.article, statement.outlet, span, text[use.start : use.end], use.word)

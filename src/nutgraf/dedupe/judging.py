"""A pair of articles as a record: what they share, and which is the original, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nutgraf.dedupe.credits import Facts
from nutgraf.dedupe.originals import Verdict, find_original
from nutgraf.dedupe.readings import Reading
from nutgraf.dedupe.reuse import compare_texts, passages
from nutgraf.records.copies import Copy, CopyKind
from nutgraf.text import percent

_KINDS = {
    CopyKind.EXACT: "the same text",
    CopyKind.NEAR: "nearly the same text, or one shortened from the other",
    CopyKind.PARTIAL: "passages shared word for word, or nearly",
    CopyKind.QUOTES: "only quotations are shared, so no copy",
    CopyKind.TITLE: "the headlines are the same, or nearly, and the texts are not, so no copy",
}


def judge_pair(left: Reading, right: Reading) -> Copy | None:
    """Return what two articles share, with no original told yet; nothing where that is nothing."""
    reuse = compare_texts(left, right)
    if reuse is None:
        return None
    shared = passages(left, right, reuse.runs)
    shares = (round(reuse.left_share, 4), round(reuse.right_share, 4))
    pair = _larger_first(Copy(left.article.id, right.article.id, reuse.kind, shares[0], shared, None, "", shares[1]))
    return replace(pair, reason=_tell_shared(pair))


def direct_pair(pair: Copy, verdict: Verdict, facts: Mapping[str, Facts]) -> Copy:
    """Return a pair of copies with its original and the reason, turned so that the copy comes first."""
    original = verdict.original if verdict.original in (pair.article, pair.of) else None
    turned = pair.turned() if original == pair.article else pair if original else _larger_first(pair)
    if original is not None:
        found = f"original named: {verdict.reason}"
    elif verdict.original is not None:
        source = facts[verdict.original]
        found = f"neither is the original: both carry the text of {source.outlet or 'article'} ({source.article[:8]})"
    else:
        found = f"original not known: {verdict.reason}"
    reason = f"{_tell_shared(turned)}; {found}{_family(facts[turned.article], facts[turned.of])}"
    return replace(turned, original=original, reason=reason)


def judge_ends(one: Facts, other: Facts) -> Verdict:
    """Return the verdict on two articles that share a passage only; which text is longer tells nothing of that."""
    return find_original((one, other), dict)


def held_shares(pairs: Iterable[Copy]) -> Mapping[tuple[str, str], float]:
    """Return for each pair, both ways, which share of one stands in the other."""
    held: dict[tuple[str, str], float] = {}
    for pair in pairs:
        held[pair.article, pair.of], held[pair.of, pair.article] = pair.share, pair.of_share
    return held


def _larger_first(pair: Copy) -> Copy:
    """Return the pair turned so that the one comes first of which more stands in the other, else the lower id."""
    return pair if (-pair.share, pair.article) <= (-pair.of_share, pair.of) else pair.turned()


def _tell_shared(pair: Copy) -> str:
    if pair.kind is CopyKind.TITLE:
        return _KINDS[pair.kind]
    return (
        f"{_KINDS[pair.kind]}: {percent(pair.share)} of its words stand in the other, "
        f"{percent(pair.of_share)} of the other's in it"
    )


def _family(one: Facts, other: Facts) -> str:
    """Return in words that two outlets have one owner."""
    if not one.family or one.family != other.family or one.home == other.home:
        return ""
    return f"; {one.outlet} and {other.outlet} belong to one owner family"

"""Sourcing: whom each account relies on, and whether it names anybody at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from nutgraf.records.annotation import Account, Attribution, AttributionKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import SourceUse, Sourcing, Statement
from nutgraf.records.coverage import Anatomy, Resting
from nutgraf.text import fold, listed, percent

_ORDER = (
    AttributionKind.NAMED,
    AttributionKind.ANONYMOUS,
    AttributionKind.DOCUMENT,
    AttributionKind.OUTLET,
    AttributionKind.OWN,
)


PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
"""Names of sources that name nobody: whom they stand for was not found."""


def sum_sourcing(account: Account, outlet: str) -> Sourcing:
    """Count an account's statements by what they rest on, and list its sources with every place that shows them."""
    article = account.article
    counts = Counter(attribution.kind for attribution in account.annotation.attributions)
    uses: dict[tuple[int, str, str], list[Attribution]] = defaultdict(list)
    for attribution in account.annotation.attributions:
        if attribution.kind is not AttributionKind.OWN:
            key = (_ORDER.index(attribution.kind), fold(attribution.source), fold(attribution.via or ""))
            uses[key].append(attribution)
    sources = tuple(
        SourceUse(
            found[0].source,
            found[0].kind.value,
            found[0].via,
            tuple(Span(article.id, article.version, one.start, one.end) for one in found),
        )
        for _, found in sorted(uses.items())
    )
    told = tuple((kind.value, counts.get(kind, 0)) for kind in _ORDER)
    return Sourcing(article.id, outlet, told, sources, _remark(outlet, sources))


_RESTING = {
    AttributionKind.NAMED: "named sources",
    AttributionKind.ANONYMOUS: "unnamed sources",
    AttributionKind.DOCUMENT: "documents",
    AttributionKind.OUTLET: "other outlets",
    AttributionKind.OWN: "the outlet's own word",
}


def share_sourcing(statements: Sequence[Statement]) -> Anatomy:
    """Return how many statements of an account rest on each kind of source, and their shares of all, 0 to 1.

    A statement rests on one source. So these counts may differ a little from those of attributions, of which one
    statement may hold several.
    """
    counts = Counter(statement.attribution.kind for statement in statements)
    total = max(1, len(statements))
    rests = tuple(Resting(kind.value, counts[kind], round(counts[kind] / total, 4)) for kind in _ORDER)
    if not statements:
        return Anatomy(rests, "No statement was found in its text.")
    first, *others = [(percent(counts[kind] / total), f"on {_RESTING[kind]}") for kind in _ORDER if counts[kind]]
    if not others:
        return Anatomy(rests, f"All of its statements rest {first[1]}.")
    told = [f"{first[0]} of its statements rest {first[1]}", *(" ".join(other) for other in others)]
    return Anatomy(rests, f"{listed(told)}.")


def _remark(outlet: str, sources: Sequence[SourceUse]) -> str:
    names = [use.source for use in sources if use.kind == AttributionKind.NAMED and use.source.lower() not in PRONOUNS]
    others = [f"“{use.source}”" for use in sources if use.kind == AttributionKind.ANONYMOUS]
    papers = [use.source for use in sources if use.kind in {AttributionKind.DOCUMENT, AttributionKind.OUTLET}]
    through = sorted({use.via for use in sources if use.via})
    parts = []
    if names:
        parts.append(f"names {_listed(names)}")
    if others:
        parts.append(f"leans on unnamed {_listed(others)}")
    if papers:
        parts.append(f"cites {_listed(papers)}")
    if through:
        parts.append(f"has words through {_listed(through)}")
    if not parts:
        return f"{outlet} names no source: everything is in its own voice."
    if not names and not papers:
        return f"{outlet} names no source; it {' and '.join(parts)}."
    return f"{outlet} {', '.join(parts)}."


def _listed(names: Sequence[str]) -> str:
    shown = list(dict.fromkeys(names))
    return ", ".join(shown[:6]) + (f" and {len(shown) - 6} more" if len(shown) > 6 else "")

"""Points: what statements of several accounts say together, with how many of them, and the findings on it."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.compare.alignment import Alignment
from nutgraf.compare.statements import Told
from nutgraf.compare.voices import Backing, voices_of
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import (
    Finding,
    FindingKind,
    OriginGroup,
    Point,
    Standing,
    Verdict,
)
from nutgraf.text import stable_id

_LONG = 320  # characters: a longer statement is seldom the clearest


def build_point(
    group: Sequence[int],
    alignment: Alignment,
    origins: Sequence[OriginGroup],
    backing: Backing,
    findings: Sequence[Finding],
) -> Point:
    """Make one point of aligned statements; its words are the clearest statement's own."""
    told = [alignment.told[index] for index in group]
    clearest = alignment.told[_clearest(group, alignment)].statement
    articles = {one.statement.article for one in told}
    voices, fewest = voices_of(told, backing)
    standing = stand(articles, origins)
    own = list(findings)
    if not own:
        own = [_content(told, standing)]
    return Point(
        stable_id("point", *(one.statement.id for one in told)),
        clearest.words,
        clearest.span,
        standing,
        tuple(one.statement for one in told),
        voices,
        fewest,
        tuple(sorted(own, key=lambda finding: (finding.kind, finding.id))),
        round(_weight(told, articles, voices, clearest.span.start), 6),
    )


def stand(articles: set[str], origins: Sequence[OriginGroup]) -> Standing:
    """Return how many of the story's origins make a point: all, most (more than half), some, one."""
    making = sum(1 for group in origins if articles & set(group.articles))
    if making <= 1:
        return Standing.ONE
    if making == len(origins):
        return Standing.ALL
    return Standing.MOST if making * 2 > len(origins) else Standing.SOME


def _clearest(group: Sequence[int], alignment: Alignment) -> int:
    """Return the statement nearest to all others; the shorter, earlier one in a tie. A very long one is kept back."""

    def rank(index: int) -> tuple[float, float, str]:
        told = alignment.told[index]
        nearness = sum(alignment.nearness(index, other) for other in group if other != index)
        length = len(told.statement.words)
        penalty = 0.3 if length > _LONG else 0.0
        fragment = 0.2 if not told.statement.words[:1].isupper() else 0.0
        return (round(-nearness / max(1, len(group) - 1) + penalty + fragment, 9), told.position, told.statement.id)

    return min(group, key=rank)


def _weight(told: Sequence[Told], articles: set[str], voices: Sequence[OriginGroup], start: int) -> float:
    """Weigh a point for the order on the page: independent origins first, then accounts, then how early it is told."""
    early = max(1.0 - one.position for one in told)
    return 3.0 * len(voices) + len(articles) + early + (0.5 if start == 0 else 0.0)


def _content(told: Sequence[Told], standing: Standing) -> Finding:
    """Say that accounts tell the same, or that only one tells it."""
    cells = tuple(one.cell(one.statement.mode) for one in told)
    identity = stable_id("content", *(cell.statement for cell in cells))
    outlets = list(dict.fromkeys(cell.outlet for cell in cells))
    if standing is Standing.ONE or len(outlets) == 1:
        reason = f"Found only in {outlets[0]}, in the texts read."
        return Finding(identity, FindingKind.CONTENT, Verdict.ONLY_ONE, reason, cells)
    rests = {
        one.statement.attribution.source for one in told if one.statement.attribution.kind is not AttributionKind.OWN
    }
    note = f" Sources given: {', '.join(sorted(rests))}." if rests else " No source is given."
    return Finding(identity, FindingKind.CONTENT, Verdict.AGREE, f"Told by {', '.join(outlets)}.{note}", cells)

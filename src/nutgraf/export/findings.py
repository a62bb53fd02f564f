"""Which findings a page tells first."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.records.comparison import Finding, Verdict

APART = (Verdict.DIFFER, Verdict.UPDATE, Verdict.UNSURE)
"""Verdicts of accounts that do not say the same, the weightiest first."""


def apart(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in which accounts do not say the same: differences first, then updates, then unsure ones."""
    return tuple(finding for verdict in APART for finding in findings if finding.verdict is verdict)


def side_by_side(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that show other words for one thing, where accounts neither agree nor differ."""
    return tuple(finding for finding in findings if finding.verdict is Verdict.SIDE_BY_SIDE)

"""What each account has, as the JSON export shows it."""

from __future__ import annotations

from nutgraf.export.article_contract import TextSpan
from nutgraf.export.coverage_contract import (
    AloneOut,
    AnatomyOut,
    CoverageOut,
    FamilyOut,
    LeftOutOut,
    NearWordsOut,
    RestingOut,
    TextSharesOut,
)
from nutgraf.records.article import Span
from nutgraf.records.coverage import Coverage, LeftOut, OwnerFamily, TextShares


def export_coverage(coverage: Coverage) -> CoverageOut:
    """Return what one account has in the shape of the export."""
    alone, anatomy = coverage.alone, coverage.anatomy
    return CoverageOut(
        article=coverage.article,
        outlet=coverage.outlet,
        alone=AloneOut(alone.statements, _spans(alone.spans), alone.remark),
        left_out=_left_out(coverage.left_out),
        anatomy=AnatomyOut(
            tuple(RestingOut(one.kind, one.statements, one.share) for one in anatomy.rests), anatomy.remark
        ),
        text=_text(coverage.text),
    )


def export_family(family: OwnerFamily) -> FamilyOut:
    """Return an owner of several outlets in the shape of the export."""
    return FamilyOut(family.name, family.outlets, family.articles, family.points, family.remark)


def _left_out(left: LeftOut) -> LeftOutOut:
    unsure = tuple(NearWordsOut(near.point, TextSpan(near.span.start, near.span.end)) for near in left.unsure)
    return LeftOutOut(left.asked, left.points, unsure, left.later, left.unclaimed, left.remark)


def _text(text: TextShares) -> TextSharesOut:
    return TextSharesOut(text.copied, text.shared, text.own, _spans(text.spans), text.of, text.carried_by, text.remark)


def _spans(spans: tuple[Span, ...]) -> tuple[TextSpan, ...]:
    return tuple(TextSpan(span.start, span.end) for span in spans)

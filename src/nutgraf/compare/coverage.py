"""Coverage: what each account of a story alone tells, leaves out, rests on, and has of its own text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nutgraf.compare.order import Order
from nutgraf.compare.silence import Listener
from nutgraf.compare.sourcing import share_sourcing
from nutgraf.compare.statements import Scene, Told
from nutgraf.compare.text_shares import share_text
from nutgraf.records.comparison import OriginGroup, Point, Standing, Statement
from nutgraf.records.copies import Copies
from nutgraf.records.coverage import Alone, Coverage
from nutgraf.text import between


def cover_accounts(
    scene: Scene,
    told: Sequence[Told],
    points: Sequence[Point],
    origins: Sequence[OriginGroup],
    copies: Copies,
    order: Order,
) -> tuple[Coverage, ...]:
    """Return what each account of a story has, by article id; `told` are the statements of which the points are made.

    See docs/reference/coverage.md for what each part means and how far it can be trusted.
    """
    statements: Mapping[str, list[Statement]] = defaultdict(list)
    for one in told:
        statements[one.statement.article].append(one.statement)
    known = {one.id for point in points if point.standing is not Standing.ONE for one in point.statements}
    listener = Listener(scene.accounts, told, points, order)
    return tuple(
        Coverage(
            article.id,
            scene.outlets[article.id],
            _alone(statements[article.id], known, listener.only_one_in_its_language(article), len(origins)),
            listener.left_out(article, len(origins)),
            share_sourcing(statements[article.id]),
            share_text(article, copies, scene.outlets),
        )
        for article in (account.article for account in scene.accounts)
    )


def _alone(statements: Sequence[Statement], known: set[str], foreign: bool, origins: int) -> Alone:
    """Return the statements that no account of another origin makes: those in no point of several origins."""
    spans = tuple(sorted((one.span for one in statements if one.id not in known), key=lambda span: span.start))
    return Alone(len(statements), spans, _remark(len(spans), len(statements), foreign, origins))


def _remark(alone: int, total: int, foreign: bool, origins: int) -> str:
    if not total:
        return "No statement was found in its text."
    if origins == 1:
        return "No account of another origin was read, so what it alone tells is not known."
    if foreign:
        return "No other account is in its language, so its statements could not be set beside those of others."
    if not alone:
        return "Everything it says is told by an account of another origin too."
    if alone == total:
        return "Nothing it says was found in an account of another origin."
    stand = "stands" if alone == 1 else "stand"
    return f"{alone} of its {between(total, total, 'statement')} {stand} in no account of another origin."

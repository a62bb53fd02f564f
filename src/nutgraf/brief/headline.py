"""The headline: the title that says best what the accounts share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nutgraf.brief.lines import line_of_statement
from nutgraf.brief.openings import opening_statements
from nutgraf.brief.salience import shared_weights, tell_weight
from nutgraf.records.annotation import Account
from nutgraf.records.article import Part, Span
from nutgraf.records.brief import Line
from nutgraf.records.comparison import Comparison


def choose_headline(accounts: Sequence[Account], comparison: Comparison) -> Line:
    """Choose among the accounts' own titles the one that says best what most of them open with; without titles, words.

    A question asks and does not tell, and a quotation tells one side, so both stand back behind a title that tells.
    """
    shared = shared_weights(accounts)
    outlets = {use.article: use.outlet for use in comparison.sourcing}
    titled = [account for account in accounts if account.article.title]
    if titled:
        best = max(titled, key=lambda account: (_score(account.article.title or "", shared), account.article.id))
        article = best.article
        title = article.title or ""
        return Line(title, (Span(article.id, article.version, 0, len(title), Part.TITLE),), (outlets[article.id],), "")
    opening = opening_statements(accounts, comparison)[0]
    return line_of_statement(opening, (), "No page gives a title; these are opening words.")


def _score(title: str, shared: Mapping[str, float]) -> float:
    score = tell_weight(title, shared)
    if title.rstrip().endswith("?"):
        score *= 0.6
    if any(mark in title for mark in '‘“"'):
        score *= 0.75
    return round(score, 9)

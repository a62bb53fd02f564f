"""The headline: the title that says best what the accounts share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nutgraf.brief.lines import line_of_statement
from nutgraf.brief.openings import opening_statements
from nutgraf.models.terms import content_stems, term_weight
from nutgraf.records.annotation import Account
from nutgraf.records.article import Part, Span
from nutgraf.records.brief import Line
from nutgraf.records.comparison import Comparison


def choose_headline(accounts: Sequence[Account], comparison: Comparison) -> Line:
    """Choose among the accounts' own titles the one whose words most accounts use; without titles, the clearest
    opening.

    A question asks and does not tell, so it stands back behind a title that tells.
    """
    shared = _shared_weights(accounts)
    outlets = {use.article: use.outlet for use in comparison.sourcing}
    titled = [account for account in accounts if account.article.title]
    if titled:
        best = max(titled, key=lambda account: (_score(account.article.title or "", shared), account.article.id))
        article = best.article
        title = article.title or ""
        return Line(title, (Span(article.id, article.version, 0, len(title), Part.TITLE),), (outlets[article.id],), "")
    return line_of_statement(
        opening_statements(accounts, comparison)[0], (), "No page gives a title; these are opening words."
    )


def _shared_weights(accounts: Sequence[Account]) -> dict[str, float]:
    counts = Counter(stem for account in accounts for stem in sorted(set(content_stems(account.article.text))))
    return {stem: term_weight(stem) * (number - 1) / len(accounts) for stem, number in counts.items() if number > 1}


def _score(title: str, shared: dict[str, float]) -> float:
    stems = content_stems(title)
    if not stems:
        return 0.0
    told = sum(shared.get(stem, 0.0) for stem in sorted(set(stems)))
    score = told / (len(stems) + 3)
    return round(score * (0.6 if title.rstrip().endswith("?") else 1.0), 9)

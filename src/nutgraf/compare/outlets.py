"""Names to show for the outlets behind accounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import PurePath

from nutgraf.compare.order import Order
from nutgraf.models.outlets import find_outlet, outlet_of_address
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article

_NAME_LENGTH = 14


def name_outlet(article: Article) -> str:
    """Return whose account an article is: the outlet that made it, else that prints it, else where it was read."""
    return article.origin or article.carrier or f"unnamed outlet ({_short(read_from(article))})"


def _short(name: str) -> str:
    """Return a file's or page's name short enough to stand in a table."""
    stem = name.rsplit("/", 1)[-1].split(".")[0] or name
    return stem if len(stem) <= _NAME_LENGTH else stem[: _NAME_LENGTH - 1] + "…"


def read_from(article: Article) -> str:
    """Return a short name of the place an article was read from."""
    if article.path:
        return PurePath(article.path).name
    return article.address or article.id[:8]


def label_accounts(accounts: Sequence[Account], order: Order) -> dict[str, str]:
    """Return a name to show for each account; accounts of one outlet are told apart by what differs.

    That is the outlet that prints them, else the day they were published, else the page they were read from.
    """
    by_name: dict[str, list[Article]] = defaultdict(list)
    for account in accounts:
        by_name[name_outlet(account.article)].append(account.article)
    labels: dict[str, str] = {}
    for name, articles in by_name.items():
        if len(articles) == 1:
            labels[articles[0].id] = name
            continue
        ways = (
            lambda article: article.carrier if article.carrier != article.origin else None,
            lambda article: order.day(article.id) or None,
            lambda article: _short(read_from(article)),
        )
        labels |= {article.id: _told_apart(name, article, articles, ways) for article in articles}
    return labels


def _told_apart(
    name: str, article: Article, articles: Sequence[Article], ways: Sequence[Callable[[Article], str | None]]
) -> str:
    for way in ways:
        own = way(article)
        if own and sum(way(other) == own for other in articles) == 1:
            return f"{name} ({own})"
    return f"{name} ({article.id[:8]})"


def printed_by(article: Article, aggregators: frozenset[str]) -> str:
    """Return the outlet on whose pages an article stands; an aggregator counts through the outlet that it carries."""
    if article.carrier and article.carrier not in aggregators:
        return article.carrier
    return name_outlet(article)


def find_aggregators(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the carriers that only carry: known aggregators, and who brings others' articles only, two on one page."""
    made: dict[tuple[str, str], Counter[str]] = {}
    known: set[str] = set()
    for account in accounts:
        article = account.article
        if article.carrier and article.origin:
            made.setdefault((article.carrier, article.page), Counter())[article.origin] += 1
        if article.carrier and _is_aggregator(article.carrier, article.address or ""):
            known.add(article.carrier)
    carriers = {carrier for (carrier, _), origins in made.items() if len(origins) > 1 and carrier not in origins}
    return frozenset(carriers | known)


def _is_aggregator(carrier: str, address: str) -> bool:
    # Some names ("Reddit") are too common to be looked up; the address is sure.
    outlet = find_outlet(carrier) or outlet_of_address(address)
    return outlet is not None and outlet.aggregator

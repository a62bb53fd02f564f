"""Owner families: which of a story's outlets belong to one owner, and what they alone print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nutgraf.compare.outlets import find_aggregators, name_outlet, printed_by
from nutgraf.models.outlets import find_outlet, outlet_of_address
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article
from nutgraf.records.comparison import Point, Standing
from nutgraf.records.coverage import OwnerFamily
from nutgraf.text import fold, listed

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def group_families(accounts: Sequence[Account], points: Sequence[Point] = ()) -> tuple[OwnerFamily, ...]:
    """Return the owners of several of a story's outlets, with the points that several origins make under one owner.

    An outlet of which no owner is known is a family of its own. A common owner alone makes no common origin: two
    newsrooms of one house may both have been there. It is told beside the count, not taken from it.
    """
    aggregators = find_aggregators(accounts)
    printers = {account.article.id: printed_by(account.article, aggregators) for account in accounts}
    owners: dict[str, frozenset[str]] = {}
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        article = account.article
        printer = printers[article.id]
        owner = family_of(printer, article)
        owners[article.id] = frozenset({owner, family_of(name_outlet(article), article)})
        held[owner][printer].append(article.id)
    total = len(set(printers.values()))
    return tuple(
        OwnerFamily(
            owner,
            tuple(sorted(outlets)),
            tuple(sorted(one for articles in outlets.values() for one in articles)),
            tuple(sorted(point.id for point in points if _under_one(point, owner, owners, printers))),
            _remark(owner, sorted(outlets), total),
        )
        for owner, outlets in sorted(held.items())
        if len(outlets) > 1
    )


def family_of(name: str, article: Article) -> str:
    """Return the owner of an outlet by its name, or by the article's address where the outlet is its carrier; an
    unknown outlet is a family of its own.
    """
    outlet = find_outlet(name)
    if outlet is None and article.carrier and fold(article.carrier) == fold(name):
        outlet = outlet_of_address(article.address or "")
    return (outlet.family or outlet.name) if outlet else name


def _under_one(point: Point, owner: str, owners: dict[str, frozenset[str]], printers: dict[str, str]) -> bool:
    """Tell whether several origins make a point, in several outlets, and all of these are of one owner."""
    articles = {one.article for one in point.statements}
    several = point.standing is not Standing.ONE and len({printers[one] for one in articles}) > 1
    return several and all(owners[one] == {owner} for one in articles)


def _remark(owner: str, outlets: Sequence[str], total: int) -> str:
    if len(outlets) == total:
        head = "Both outlets belong" if total == len(("one", "other")) else f"All {_number(total)} outlets belong"
    else:
        head = f"{_number(len(outlets)).capitalize()} of the {_number(total)} outlets belong"
    return f"{head} to one owner, {owner}: {listed(outlets)}."


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)

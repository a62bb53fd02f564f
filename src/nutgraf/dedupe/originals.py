"""Which of two articles that carry one text is the original: only where a page says so, or time shows it."""

from __future__ import annotations

from nutgraf.records.article import Article, Role, Sure
from nutgraf.text import fold


def find_original(left: Article, right: Article) -> tuple[str | None, str]:
    """Return the id of the original, or `None`, and the reason in words."""
    left_names, right_names = _names_as_origin(left, right), _names_as_origin(right, left)
    if left_names and right_names:
        return None, "each of the two names the other's outlet as where the text was made"
    if right_names:
        return left.id, f"the copy names {right_names} as where the text was made"
    if left_names:
        return right.id, f"the copy names {left_names} as where the text was made"
    shared = _shared_origin(left, right)
    if shared:
        return None, f"both name {shared} as where the text was made, and neither is {shared}'s own page"
    return _by_time(left, right)


def _names_as_origin(copy: Article, other: Article) -> str | None:
    """Return the name by which `copy` says that it was made by the outlet that made and carries `other`."""
    maker = other.origin or other.carrier
    if maker is None or _same(copy.carrier, maker):
        return None
    if _same(copy.origin, maker) and (other.carrier is None or _same(other.carrier, maker)):
        return maker
    reprint = " ".join(f" {fold(aside.words)} " for aside in copy.asides if aside.role is Role.REPRINT)
    if _same(other.carrier, maker) and f" {fold(maker)}" in reprint:
        return maker
    return None


def _shared_origin(left: Article, right: Article) -> str | None:
    if left.origin and _same(left.origin, right.origin) and not _same(left.carrier, left.origin):
        return None if _same(right.carrier, right.origin) else left.origin
    return None


def _same(one: str | None, two: str | None) -> bool:
    return bool(one and two) and fold(one or "").removeprefix("the ") == fold(two or "").removeprefix("the ")


def _by_time(left: Article, right: Article) -> tuple[str | None, str]:
    first, second = left.published.between(), right.published.between()
    if first is None or second is None:
        return None, "neither names the other as its origin, and the time of publication is not known for both"
    if left.published.sure is not Sure.SURE or right.published.sure is not Sure.SURE:
        return None, "neither names the other as its origin, and the time of publication is not sure for both"
    if first[1] < second[0]:
        return left.id, f"it was published first ({left.published.value}, before {right.published.value})"
    if second[1] < first[0]:
        return right.id, f"it was published first ({right.published.value}, before {left.published.value})"
    return None, "neither names the other as its origin, and the times of publication do not show which came first"

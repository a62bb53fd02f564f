"""Which of several versions came first, and between which moments the next one took its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from nutgraf.records.article import Article, ArticleKind, Published
from nutgraf.records.edits import Sighting

Seen = tuple[Article, Sighting]
"""A version and when it was on hand."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When an edit was made, as far as that is known, and how it is known which version came first.

    `order` says the latter in words. `before` is the last moment (ISO 8601 with zone) at which the earlier version is
    known to have stood there, `by` the first at which the later one did. Empty: not known.
    """

    order: str = ""
    before: str = ""
    by: str = ""


UNKNOWN = Moment()
"""Nothing tells which version came first, or when."""


def sort_versions(versions: Sequence[Seen]) -> list[Seen]:
    """Return versions from the first to the current one; they come in the order of the store, the current one last.

    Where a page gave a teaser only, the article had no text yet, so that is no version to compare. What decides is, in
    this order: that a later reading found other bytes in the same place, when an archive captured it, when it was
    published, when it was changed.
    """

    def key(seen: Seen) -> tuple[int, str, str, str]:
        article, sighting = seen
        return -sighting.age, sighting.captured, article.published.value or "", _changed(article)

    return sorted((seen for seen in versions if seen[0].kind is ArticleKind.ARTICLE), key=key)


def _changed(article: Article) -> str:
    return (article.modified.value or "") if article.modified else ""


def moment_between(earlier: Seen, later: Seen) -> Moment:
    """Return when the later of two versions took the place of the earlier one, and how their order is known.

    A file says when it was read, not since when its text stood on the web: so a reading tells by when the later version
    was there, but only a capture, or a printed time of change, until when the earlier one was.
    """
    order = tell_order(earlier, later)
    if not order:
        return UNKNOWN
    before, by = earlier[1].captured, later[1].first
    changed = _own_change(earlier[0], later[0])
    if changed:
        before = max(before, changed[0].isoformat(), key=_instant)
        by = min(by, changed[1].isoformat(), key=_instant)
    return Moment(order, before, by)


def _own_change(earlier: Article, later: Article) -> tuple[datetime, datetime] | None:
    """Return the earliest and latest moment of the change that the later version prints, where the earlier does not."""
    if later.modified is None or _changed(later) == _changed(earlier):
        return None
    return later.modified.between()


def _instant(value: str) -> float:
    try:
        return datetime.fromisoformat(value).timestamp()
    except ValueError:
        return float("-inf")


def tell_order(earlier: Seen, later: Seen) -> str:
    """Return in words how it is known that one version is the later; empty where nothing tells."""
    (old, was), (new, now) = earlier, later
    if was.age > now.age:
        return "a later reading found it in the place of the earlier one"
    if was.captured and now.captured and was.captured < now.captured:
        return "it was captured later"
    if _after(old.published, new.published):
        return "its page prints a later time of publication"
    if new.modified and _after(old.modified or old.published, new.modified):
        return "its page prints a later time of change"
    return ""


def _after(earlier: Published, later: Published) -> bool:
    before, after = earlier.between(), later.between()
    return before is not None and after is not None and before != after and before[1] <= after[0]

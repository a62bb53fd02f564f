"""What became of a document, in the words that the ledger keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from nutgraf.records.article import Extraction
from nutgraf.records.page import Outcome, Page, SetAside
from nutgraf.store.encoding import encode

Made = TypeVar("Made")

LONGEST_REASON = 300


def stored(what: str, stage: str, digest: str | None = None) -> SetAside:
    """Return the entry of a document that was taken whole."""
    return SetAside(what, stage, Outcome.STORED, "", digest)


def failed(what: str, stage: str, error: Exception, digest: str | None = None) -> SetAside:
    """Return the entry of a document that a stage broke on."""
    reason = f"the {stage} stage broke on it ({type(error).__name__}: {error})"
    return SetAside(what, stage, Outcome.QUARANTINED, reason[:LONGEST_REASON], digest)


def owner(entry: SetAside, pages: Sequence[Page]) -> Page:
    """Return the page of a batch that an entry of the extract stage speaks of: same name and bytes, name, or bytes."""

    def likeness(page: Page) -> tuple[bool, bool]:
        return entry.what in (page.path, page.address), entry.digest == page.digest

    return max(pages, key=lambda page: (sum(likeness(page)), likeness(page)))


def became(page: Page, extraction: Extraction | None, told: Sequence[SetAside]) -> tuple[SetAside, ...]:
    """Return the ledger's entries for a page after the extract stage: first the page itself, then parts of it."""
    what = page.container or page.path or page.address
    if extraction is None:
        if told:
            return tuple(told)
        silent = "the extract stage gave nothing back for this page"
        return (SetAside(what, "extract", Outcome.QUARANTINED, silent, page.digest),)
    if not extraction.articles and not extraction.links:
        reason = "; ".join(extraction.notes) or "neither an article nor a teaser was found on this page"
        return (SetAside(what, "extract", Outcome.REFUSED, reason, page.digest), *told)
    reasons = [f"{each.title or 'untitled'}: {each.partial}" for each in extraction.articles if each.partial]
    reasons += extraction.damage
    if reasons:
        return (SetAside(what, "extract", Outcome.PARTIAL, "; ".join(reasons), page.digest), *told)
    return (stored(what, "extract", page.digest), *told)


def attempt(stage: str, what: str, make: Callable[[], Made]) -> tuple[Made | None, SetAside]:
    """Return what a stage made and its entry; `None` where it broke, or made what cannot be kept."""
    try:
        made = make()
        encode(made)
    except Exception as error:
        return None, failed(what, stage, error)
    return made, stored(what, stage)


Extracted = tuple[str, Extraction | None, tuple[SetAside, ...]]
"""A page's id, what it gave (`None` where it was set aside), and its entries for the ledger."""


def gather(
    extract: Callable[[Iterable[Page]], Iterable[Extraction | SetAside]], pages: Sequence[Page]
) -> list[Extracted]:
    """Return what each page of a batch gave, in order; a page that breaks the stage is set aside alone."""
    found: dict[str, Extraction] = {}
    entries: dict[str, list[SetAside]] = {page.id: [] for page in pages}
    try:
        for outcome in extract(pages):
            if isinstance(outcome, Extraction):
                encode(outcome)
                found[outcome.page] = outcome
            else:
                entries[owner(outcome, pages).id].append(outcome)
    except Exception as error:
        if len(pages) == 1:
            found.clear()
            entries[pages[0].id].append(failed(pages[0].path or pages[0].address, "extract", error))
        else:
            # One page broke the stage for the whole batch: each page alone, so that only that one is set aside.
            return [each for page in pages for each in gather(extract, (page,))]
    return [(page.id, found.get(page.id), became(page, found.get(page.id), entries[page.id])) for page in pages]

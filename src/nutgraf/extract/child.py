"""What the child process answers: a page in, its extraction out."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable

import msgspec

from nutgraf.errors import DocumentRefused
from nutgraf.extract.limits import Limits
from nutgraf.extract.page import extract_page
from nutgraf.models.registry import Outlet, keep_outlets
from nutgraf.records.article import Extraction
from nutgraf.records.page import Media, Page
from nutgraf.sandbox.caps import loading


def answer_pages(settings: bytes) -> Callable[[bytes], Iterable[bytes]]:
    """Return what answers a page, given the limits and a person's own outlets as bytes."""
    limits, outlets = msgspec.msgpack.decode(settings, type=tuple[Limits, tuple[Outlet, ...]])
    keep_outlets(outlets)

    def answer(question: bytes) -> Iterable[bytes]:
        page = msgspec.msgpack.decode(question, type=Page)
        if page.media is Media.PDF and "pypdfium2" not in sys.modules:
            with loading(limits.memory), contextlib.suppress(ImportError):
                import pypdfium2  # noqa: F401 - kept in sys.modules for the first PDF
        yield msgspec.msgpack.encode(_within(extract_page(page, limits), page, limits))

    return answer


def _within(extraction: Extraction, page: Page, limits: Limits) -> Extraction:
    kept = sum(len(article.text) + len(article.title or "") for article in extraction.articles)
    if kept > max(limits.floor, limits.growth * len(page.content)):
        raise DocumentRefused(f"its text is more than {limits.growth} times its bytes (the cap on output)")
    return extraction

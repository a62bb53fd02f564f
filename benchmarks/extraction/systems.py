"""The systems that are timed, each as a function that reads pages one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from nutgraf.records.page import Media, Page

Reader = Callable[[Iterable[Path]], Iterator[int]]
"""Yields, page by page, how many characters of text were found."""

FAST, DEFAULT = "trafilatura fast", "trafilatura default"
FAST_FIELDS, DEFAULT_FIELDS = "trafilatura fast, with fields", "trafilatura default, with fields"
INSIDE, ONE_CHILD, TWO_CHILDREN = "nutgraf, in process", "nutgraf, 1 child", "nutgraf, 2 children"


def _nutgraf(paths: Iterable[Path]) -> Iterator[int]:
    from nutgraf.extract.page import extract_page

    for path in paths:
        yield sum(len(article.text) for article in extract_page(_page(path)).articles)


def _children(count: int) -> Reader:
    def read(paths: Iterable[Path]) -> Iterator[int]:
        from nutgraf.extract.articles import extract_articles
        from nutgraf.extract.limits import Limits
        from nutgraf.records.page import SetAside

        for answer in extract_articles((_page(path) for path in paths), Limits(children=count)):
            yield 0 if isinstance(answer, SetAside) else sum(len(article.text) for article in answer.articles)

    return read


def _text(*, fast: bool) -> Reader:
    def read(paths: Iterable[Path]) -> Iterator[int]:
        import trafilatura

        logging.disable(logging.CRITICAL)
        for path in paths:
            yield len(trafilatura.extract(path.read_bytes(), fast=fast, include_comments=False) or "")

    return read


def _fields(*, fast: bool) -> Reader:
    def read(paths: Iterable[Path]) -> Iterator[int]:
        import trafilatura
        from trafilatura.settings import Document

        logging.disable(logging.CRITICAL)
        for path in paths:
            found = trafilatura.bare_extraction(
                path.read_bytes(), fast=fast, include_comments=False, with_metadata=True
            )
            yield len(found.text or "") if isinstance(found, Document) else 0

    return read


def _page(path: Path) -> Page:
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    return Page(digest, path.absolute().as_uri(), str(path), Media.HTML, content, digest, "")


SYSTEMS: dict[str, Reader] = {
    INSIDE: _nutgraf,
    ONE_CHILD: _children(1),
    TWO_CHILDREN: _children(2),
    FAST: _text(fast=True),
    DEFAULT: _text(fast=False),
    FAST_FIELDS: _fields(fast=True),
    DEFAULT_FIELDS: _fields(fast=False),
}

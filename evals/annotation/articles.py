"""Texts of the test sets as articles, so that the whole of annotation can be run on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.models.registry import current_registry
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.text import stable_id

_BLOCK = re.compile(r"\S(?:.*?\S)?(?=\s*\n|\s*$)")


def make_article(
    name: str, text: str, published: str | None = None, blocks: Sequence[tuple[int, int]] | None = None
) -> Article:
    """Return an article of a bare text printed on a day; where no blocks are told the whole is one."""
    sure = Sure.SURE if published else Sure.UNSURE
    placed = tuple(Block(start, end, Role.BODY) for start, end in ([(0, len(text))] if blocks is None else blocks))
    return Article(
        id=name, version=stable_id(text), page=name, place=0, kind=ArticleKind.ARTICLE, address=None, path=None,
        title=None, byline=None, dateline=None, carrier=None, origin=None,
        published=Published(published, "told by the set" if published else "not printed", sure), language="en",
        text=text, blocks=placed, anchors=(), asides=(), completeness=1.0, partial=None, made_by="evals",
    )  # fmt: skip


def write_article(name: str, paragraphs: Sequence[str], published: str | None = None) -> tuple[Article, list[int]]:
    """Return an article whose blocks are the paragraphs, and where each begins in its text."""
    text = "\n\n".join(paragraphs)
    blocks: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        start = blocks[-1][1] + 2 if blocks else 0
        blocks.append((start, start + len(paragraph)))
    return make_article(name, text, published, blocks), [start for start, _ in blocks]


def article_of_text(
    identity: str, text: str, *, title: str | None = None, address: str | None = None, domain: str = ""
) -> Article:
    """Return an article of this text, a block for each line; the outlet is the one that the domain tells."""
    blocks = [found.span() for found in _BLOCK.finditer(text)]
    outlet = current_registry().of_domain(domain) if domain else None
    article = make_article(identity, text, None, blocks)
    return replace(article, title=title, address=address, carrier=outlet.name if outlet else None)

"""Texts of the test sets as articles, so that the whole of annotation can be run on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.models.registry import current_registry
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.text import stable_id

_BLOCK = re.compile(r"\S(?:.*?\S)?(?=\s*\n|\s*$)")


def write_article(name: str, paragraphs: Sequence[str], published: str | None = None) -> tuple[Article, list[int]]:
    """Return an article whose blocks are the paragraphs, and where each begins in its text."""
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(paragraph), Role.BODY))
        text += paragraph
    sure = Sure.SURE if published else Sure.UNSURE
    article = Article(
        id=name, version=stable_id(text), page=name, place=0, kind=ArticleKind.ARTICLE, address=None,
        path=f"{name}.txt", title=None, byline=None, dateline=None, carrier=None, origin=None,
        published=Published(published, "told by the set" if published else "not printed", sure), language="en",
        text=text, blocks=tuple(blocks), anchors=(), asides=(), completeness=1.0, partial=None, made_by="evals",
    )  # fmt: skip
    return article, [block.start for block in blocks]


def article_of_text(
    identity: str, text: str, *, title: str | None = None, address: str | None = None, domain: str = ""
) -> Article:
    """Return an article of this text, a block for each line; the outlet is the one that the domain tells."""
    blocks = tuple(Block(*found.span(), Role.BODY) for found in _BLOCK.finditer(text))
    outlet = current_registry().of_domain(domain) if domain else None
    return Article(
        identity, "v", "p", 0, ArticleKind.ARTICLE, address, None, title, None, None, outlet.name if outlet else None,
        None, Published(None, "", Sure.UNSURE), "en", text, blocks, (), (), 1.0, None, "evals",
    )  # fmt: skip

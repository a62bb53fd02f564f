"""An article made of given blocks, for the tests of this room."""

import pytest

from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure


def article_of(blocks, dateline=None, language="en"):
    """Return an article whose text is the blocks, each a string or (string, role), with blank lines between."""
    text, placed = "", []
    for block in blocks:
        words, role = block if isinstance(block, tuple) else (block, Role.BODY)
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{words}" if text else words
        placed.append(Block(start, start + len(words), role))
    return Article(
        id="a", version="v", page="p", place=0, kind=ArticleKind.ARTICLE, address=None, path=None, title=None,
        byline=None, dateline=dateline, carrier=None, origin=None, published=Published(None, "", Sure.UNSURE),
        language=language, text=text, blocks=tuple(placed), anchors=(), asides=(), completeness=1.0, partial=None,
        made_by="test",
    )  # fmt: skip


@pytest.fixture(scope="session")
def make_article():
    return article_of

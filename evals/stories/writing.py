"""Articles of the corpora written as records: lines to blocks, without the lines that give their event away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nutgraf.models.outlets import outlet_of_domain
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.text import stable_id

FIRST_LINES, DATE_LINE_TOKENS = 3, 14
"""Of the first three sentences (or lines) those go that begin with http or have at most 14 tokens and a year: else
stories are found by their addresses."""

NO_DATE = Published(None, "the pack gives no date", Sure.UNSURE)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """What a corpus tells of an article beside its text."""

    title: str | None = None
    address: str | None = None
    domain: str | None = None
    published: Published = NO_DATE


def strip_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines without addresses and date lines at their head."""
    return [line for number, line in enumerate(lines) if number >= FIRST_LINES or not _is_address_or_date(line)]


def make_article(identity: str, page: str, lines: Iterable[str], printed: Printed | None = None) -> Article:
    """Return an article with a block for each line; its carrier is the outlet whose domain is known."""
    told = printed or Printed()
    text = "\n".join(lines)
    outlet = outlet_of_domain(told.domain) if told.domain else None
    return Article(
        id=identity, version=stable_id("version", identity), page=page, place=0, kind=ArticleKind.ARTICLE,
        address=told.address, path=page, title=told.title, byline=None, dateline=None,
        carrier=outlet.name if outlet else None, origin=None, published=told.published, language="en", text=text,
        blocks=tuple(Block(*line.span(), Role.BODY) for line in _LINE.finditer(text)), anchors=(), asides=(),
        completeness=1.0, partial=None, made_by="evals",
    )  # fmt: skip


def _is_address_or_date(line: str) -> bool:
    short = len(line.split()) <= DATE_LINE_TOKENS and _YEAR.search(line) is not None
    return short or line.startswith("http")

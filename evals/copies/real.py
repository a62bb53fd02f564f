"""The sets that real pairs come from, as articles: ECB+ (topics 1 to 35 alone), the news cluster set, articles-12k."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from evals.annotation.articles import article_of_text
from evals.copies.bases import NotHere
from evals.stories.ecbplus import DEV, Document, write_article
from nutgraf.records.article import Article, Published, Sure

ECBPLUS, NEWS_CLUSTER, BACKGROUND = "ecbplus", "news_cluster", "articles-12k"
SETS = (ECBPLUS, NEWS_CLUSTER, BACKGROUND)
PLACES = {
    ECBPLUS: "cross-document/ecbplus-docs/docs.jsonl.gz",
    NEWS_CLUSTER: "cross-document/giveme5w1h/news_cluster/data",
    BACKGROUND: "articles-12k/articles.jsonl",
}
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


def read_set(cache: Path, name: str) -> Iterator[Article]:
    """Yield the articles of a set under its own ids."""
    place = cache / PLACES[name]
    if not place.exists():
        pack = PLACES[name].split("/")[0]
        raise NotHere(f"the pack {pack} is not in {cache} (unpack ../shared/data/{pack}.tar.xz into it)")
    yield from {ECBPLUS: _ecbplus, NEWS_CLUSTER: _news_cluster, BACKGROUND: _background}[name](place)


def _ecbplus(place: Path) -> Iterator[Article]:
    """Read topics 1 to 35; the lines of the others are dropped unread."""
    for line in gzip.decompress(place.read_bytes()).splitlines():
        document = msgspec.json.decode(line, type=Document)
        if document.topic in DEV:
            yield replace(write_article(document), id=document.id)


def _news_cluster(place: Path) -> Iterator[Article]:
    for path in sorted(place.glob("*.json")):
        told = json.loads(path.read_bytes())
        article = article_of_text(
            path.stem, told["text"], title=told["title"], address=told["url"], domain=told["source_domain"] or ""
        )
        yield replace(
            article, carrier=article.carrier or told["source_domain"], published=_published(told["date_publish"])
        )


def _background(place: Path) -> Iterator[Article]:
    for line in place.read_bytes().splitlines():
        told = json.loads(line)
        article = article_of_text(told["ID"], told["content_original"], title=told["title"], address=told["url"])
        yield replace(article, carrier=told["source"], published=_published(told["date"]))


def _published(told: str | None) -> Published:
    """Return the day that a set tells; other forms of date are left unread."""
    day = _DAY.match(told or "")
    return Published(day[0] if day else None, "told by the set", Sure.SURE if day else Sure.UNSURE)

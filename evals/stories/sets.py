"""The sets that stories are measured on: their articles, and the event each tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.stories import ecbplus, newscluster, noise
from evals.stories.repeats import find_repeats
from nutgraf.records.article import Article

PACKS = Path(__file__).resolve().parents[2].parent / "shared" / "data"
CROSS, NOISE = "cross-document.tar.xz", "articles-12k.tar.xz"


@dataclass(frozen=True, slots=True)
class Labelled:
    """Articles and their events by article id; only a development set's errors may be read."""

    name: str
    title: str
    articles: tuple[Article, ...]
    events: Mapping[str, str]
    development: bool = False


def read_ecbplus_dev(packs: Path) -> Labelled:
    """Return topics 1 to 35 of ECB+."""
    return _read_ecbplus(packs, "ecbplus-dev", ecbplus.DEV, development=True)


def read_ecbplus_test(packs: Path) -> Labelled:
    """Return topics 36 to 45 of ECB+."""
    return _read_ecbplus(packs, "ecbplus-test", ecbplus.TEST, development=False)


def read_newscluster(packs: Path) -> Labelled:
    """Return the news cluster set, whole."""
    documents = list(newscluster.read_documents(packs / CROSS))
    articles = tuple(map(newscluster.write_article, documents))
    events = {article.id: document.story for article, document in zip(articles, documents, strict=True)}
    return Labelled("newscluster", "news cluster set", articles, events)


def read_noise(packs: Path, beside: Labelled) -> tuple[Article, ...]:
    """Return articles-12k less what repeats an article of `beside`; a text that stands twice stands once."""
    articles = {article.id: article for article in map(noise.write_article, noise.read_documents(packs / NOISE))}
    repeating = find_repeats(articles.values(), beside.articles)
    return tuple(article for article in articles.values() if article.id not in repeating)


def _read_ecbplus(packs: Path, name: str, topics: range, *, development: bool) -> Labelled:
    documents = list(ecbplus.read_documents(packs / CROSS, topics))
    articles = tuple(map(ecbplus.write_article, documents))
    events = {
        article.id: f"{document.topic}/{document.event}" for article, document in zip(articles, documents, strict=True)
    }
    return Labelled(name, f"ECB+ topics {topics[0]}-{topics[-1]}", articles, events, development)


SETS: dict[str, Callable[[Path], Labelled]] = {
    "ecbplus-dev": read_ecbplus_dev,
    "ecbplus-test": read_ecbplus_test,
    "newscluster": read_newscluster,
}

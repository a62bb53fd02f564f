"""How well the articles of one page are told apart: exact boundaries, merged, split, fields, teasers, furniture.

An article is exact when its blocks are the gold paragraphs, all of them, in order and nothing else. A line that says
who else worked on a text ("Reporting by ...") is a paragraph in the labels and an aside of the article in nutgraf: it
counts as right in both places, since nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evals.split.labels import GoldArticle, GoldPage
from evals.trials import Score, Trial, hit
from nutgraf.records.article import Article, ArticleKind, Extraction, Role
from nutgraf.text import fold

_TIMED = (Role.TIME, Role.OUTLET, Role.BYLINE)


@dataclass(frozen=True, slots=True)
class Judged:
    """One page: its labels, what was found, and which found article each gold one shares most words with."""

    name: str
    gold: GoldPage
    found: tuple[Article, ...]
    teasers: tuple[Article, ...]
    pairs: tuple[int | None, ...]


def judge(name: str, gold: GoldPage, extraction: Extraction) -> Judged:
    """Pair the gold articles of a page with the found ones."""
    found = tuple(article for article in extraction.articles if article.kind is ArticleKind.ARTICLE)
    teasers = tuple(article for article in extraction.articles if article.kind is ArticleKind.TEASER)
    return Judged(name, gold, found, teasers, _pairs(gold, found))


def _pairs(gold: GoldPage, found: tuple[Article, ...]) -> tuple[int | None, ...]:
    """Each gold article's best match, each found one taken once, most common letters first."""
    shared = [
        (_common(article, other), number, place)
        for number, article in enumerate(gold.articles)
        for place, other in enumerate(found)
    ]
    pairs: list[int | None] = [None] * len(gold.articles)
    taken: set[int] = set()
    for letters, number, place in sorted(shared, key=lambda row: (-row[0], row[1], row[2])):
        if letters and pairs[number] is None and place not in taken:
            pairs[number] = place
            taken.add(place)
    return tuple(pairs)


def _common(gold: GoldArticle, found: Article) -> int:
    there = set(blocks_of(found))
    return sum(len(words) for words in map(squeeze, gold.paragraphs) if words in there)


def score_pages(pages: list[Judged]) -> list[Score]:
    """Return every score over some pages."""
    rows = [(page, number, article) for page in pages for number, article in enumerate(page.gold.articles)]
    return [
        Score("boundaries.recall", tuple(_exact(*row) for row in rows)),
        Score("boundaries.precision", tuple(trial for page in pages for trial in _precision(page))),
        Score("unmerged", tuple(trial for page in pages for trial in _merged(page))),
        Score("unsplit", tuple(trial for page in pages for trial in _split(page))),
        Score("title", tuple(_title(*row) for row in rows)),
        Score("outlet", tuple(_outlet(*row) for row in rows)),
        Score("byline", tuple(_byline(*row) for row in rows)),
        Score("time", tuple(_time(*row) for row in rows if row[2].time)),
        Score("teasers.recall", tuple(trial for page in pages for trial in _teasers_found(page))),
        Score("teasers.precision", tuple(trial for page in pages for trial in _teasers_right(page))),
        Score("furniture.kept_out", tuple(trial for page in pages for trial in _kept_out(page))),
    ]


def harmonic(scores: list[Score]) -> float:
    """Return F1 of exact boundaries."""
    values = {score.name: score.value or 0.0 for score in scores}
    recall, precision = values["boundaries.recall"], values["boundaries.precision"]
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def squeeze(words: str) -> str:
    """Return words with white space as one space."""
    return " ".join(words.split())


def blocks_of(article: Article) -> list[str]:
    """Return an article's paragraphs, white space squeezed."""
    return [squeeze(article.text[block.start : block.end]) for block in article.blocks]


def _partner(page: Judged, number: int) -> Article | None:
    place = page.pairs[number]
    return None if place is None else page.found[place]


def _is_exact(gold: GoldArticle, found: Article | None) -> bool:
    if found is None:
        return False
    credits = {squeeze(aside.words) for aside in found.asides if aside.role is Role.CREDIT}
    wanted = [words for words in map(squeeze, gold.paragraphs) if words not in credits]
    return blocks_of(found) == wanted


def _exact(page: Judged, number: int, gold: GoldArticle) -> Trial:
    found = _partner(page, number)
    wanted, there = set(map(squeeze, gold.paragraphs)), set(blocks_of(found) if found else ())
    lacks = sorted(words[:60] for words in wanted - there)
    extra = sorted(words[:60] for words in there - wanted)
    note = f"{page.name} {(gold.title or gold.paragraphs[0])[:50]!r}: lacks {lacks}, has too much {extra}"
    return hit(page.name, _is_exact(gold, found), note)


def _precision(page: Judged) -> Iterator[Trial]:
    exact = {
        place
        for number, place in enumerate(page.pairs)
        if place is not None and _is_exact(page.gold.articles[number], page.found[place])
    }
    for place, article in enumerate(page.found):
        yield hit(page.name, place in exact, f"{page.name} {(article.title or article.text)[:60]!r}")


def _owners(page: Judged) -> dict[str, int]:
    return {squeeze(words): number for number, gold in enumerate(page.gold.articles) for words in gold.paragraphs}


def _merged(page: Judged) -> Iterator[Trial]:
    owners = _owners(page)
    for article in page.found:
        held = {owners[words] for words in blocks_of(article) if words in owners}
        yield hit(page.name, len(held) < 2, f"{page.name} {(article.title or article.text)[:60]!r} holds {len(held)}")


def _split(page: Judged) -> Iterator[Trial]:
    for gold in page.gold.articles:
        wanted = set(map(squeeze, gold.paragraphs))
        holders = sum(not wanted.isdisjoint(blocks_of(article)) for article in page.found)
        yield hit(page.name, holders < 2, f"{page.name} {(gold.title or gold.paragraphs[0])[:60]!r} in {holders}")


def _same(one: str | None, other: str | None) -> bool:
    return fold(squeeze(one or "")).strip(" .:") == fold(squeeze(other or "")).strip(" .:")


def _title(page: Judged, number: int, gold: GoldArticle) -> Trial:
    found = _partner(page, number)
    right = found is not None and _same(found.title, gold.title)
    return hit(page.name, right, f"{page.name}: {found and found.title!r}, not {gold.title!r}")


def _outlet(page: Judged, number: int, gold: GoldArticle) -> Trial:
    """The page's own outlet is right where the labels name none."""
    found = _partner(page, number)
    own = {"", fold((found.carrier if found else None) or "")}
    told = fold((found.origin if found else None) or "").removeprefix("the ")
    right = (
        told == fold(gold.outlet).removeprefix("the ") if gold.outlet else told in {o.removeprefix("the ") for o in own}
    )
    return hit(page.name, found is not None and right, f"{page.name}: {found and found.origin!r}, not {gold.outlet!r}")


def _byline(page: Judged, number: int, gold: GoldArticle) -> Trial:
    found = _partner(page, number)
    told = fold((found.byline if found else None) or "")
    names = fold(gold.byline or "").replace(" and ", ", ").split(", ")
    right = all(name in told for name in names) if gold.byline else not told
    return hit(page.name, found is not None and right, f"{page.name}: {found and found.byline!r}, not {gold.byline!r}")


def _time(page: Judged, number: int, gold: GoldArticle) -> Trial:
    found = _partner(page, number)
    lines = [aside.words for aside in found.asides if aside.role in _TIMED] if found else []
    told = fold(" ".join([*map(squeeze, lines), found.dateline or ""])) if found else ""
    return hit(page.name, fold(gold.time or "") in told, f"{page.name}: {told!r}, not {gold.time!r}")


def _titles(page: Judged) -> list[str]:
    return [fold(squeeze(article.title or article.text)) for article in page.teasers]


def _teasers_found(page: Judged) -> Iterator[Trial]:
    titles = _titles(page)
    for words in page.gold.teasers:
        yield hit(page.name, any(fold(words) in title for title in titles), f"{page.name} {words!r}")


def _teasers_right(page: Judged) -> Iterator[Trial]:
    wanted = [fold(words) for words in page.gold.teasers]
    for title in _titles(page):
        yield hit(page.name, any(words in title for words in wanted), f"{page.name} {title!r}")


def _kept_out(page: Judged) -> Iterator[Trial]:
    for words in map(squeeze, page.gold.not_body):
        inside = any(words in block for article in page.found for block in blocks_of(article))
        yield hit(page.name, not inside, f"{page.name} {words!r}")

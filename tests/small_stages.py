"""Small stages for tests of the pipeline: every stage does the least that keeps its promise.

A page is a text file; articles on it are parted by a line `---`; an article's first line is its title, whose first
word names its story. A title that starts with `>` is a teaser. The words BREAK EXTRACT, BREAK ANNOTATE and BREAK
COMPARE make that stage raise.

`python -m tests.small_stages DATABASE FOLDER` reads a folder with them in a process of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from nutgraf.cluster.by_hand import correct_groups
from nutgraf.cluster.shelf import Core, Shelf, Text
from nutgraf.dedupe.update import update_copies
from nutgraf.pipeline import read_pages
from nutgraf.records.annotation import Account, Annotation, Quote, QuoteKind, Sentence, Speaker
from nutgraf.records.article import Article, ArticleKind, Extraction, PagePart, Published, Role, Span, Sure
from nutgraf.records.brief import Brief, Line
from nutgraf.records.comparison import Calendar, Comparison, Counts
from nutgraf.records.copies import Copies
from nutgraf.records.correction import Correction
from nutgraf.records.page import Media, Outcome, Page, SetAside
from nutgraf.records.profile import Profile
from nutgraf.records.story import Membership, Story
from nutgraf.settings import read_settings
from nutgraf.stages import Clock, MadeBy, Stages
from nutgraf.store.archive import open_archive
from nutgraf.text import digest, stable_id


def fixed_clock() -> datetime:
    return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def page_of(content: bytes, path: str | None, address: str | None = None) -> Page:
    address = address or f"file://{path}"
    return Page(
        stable_id(address, content), address, path, Media.TEXT, content, digest(content), "2026-01-02T03:04:05+00:00"
    )


def ingest(source: str, clock: Clock) -> Iterator[Page | SetAside]:
    root = Path(source)
    for path in sorted(root.rglob("*.txt")) if root.is_dir() else [root]:
        content = path.read_bytes()
        if not content:
            yield SetAside(str(path), "ingest", Outcome.REFUSED, "the file is empty")
            continue
        first, _, rest = content.partition(b"\n")
        if first.startswith(b"address: "):
            yield page_of(rest, str(path), first.removeprefix(b"address: ").decode())
        else:
            yield page_of(content, str(path))


def article_of(text: str, page: Page, place: int = 0) -> Article:
    title, _, body = text.strip().partition("\n")
    published, _, rest = body.partition("\n")
    dated = published.startswith("20")
    identity = stable_id(page.address, str(place))
    return Article(
        id=identity,
        version=stable_id(title, body),
        page=page.id,
        place=place,
        kind=ArticleKind.TEASER if title.startswith(">") else ArticleKind.ARTICLE,
        address=None,
        path=page.path,
        title=title,
        byline=None,
        dateline=None,
        carrier="The Invented Herald",
        origin=None,
        published=Published(published if dated else None, "first line", Sure.SURE if dated else Sure.UNSURE),
        language="en",
        text=rest if dated else body,
        blocks=(),
        anchors=(),
        asides=(),
        completeness=1.0,
        partial="it ends in the middle" if body.endswith("...") else None,
        made_by="extract/small",
    )


def extract(pages: Iterable[Page]) -> Iterator[Extraction | SetAside]:
    for page in pages:
        text = page.content.decode(errors="replace")
        if "BREAK EXTRACT" in text:
            raise RuntimeError("a page that breaks the stage")
        if "SET ASIDE" in text:
            yield SetAside(page.path or page.address, "extract", Outcome.REFUSED, "it asks for it", page.digest)
            continue
        pieces = [piece for piece in text.split("\n---\n") if piece.strip()]
        articles = tuple(article_of(piece, page, place) for place, piece in enumerate(pieces))
        parts = (PagePart(0, len(text), Role.BODY, 0),)
        yield Extraction(page.id, articles, parts, len(text), len(text), (), "extract/small")


def annotate(article: Article) -> Annotation:
    if "BREAK ANNOTATE" in article.text:
        raise ValueError("an article that breaks the stage")
    sentence = Sentence(0, len(article.text), 0, Role.BODY)
    speaker = Speaker("Mara Quill", None, None, None, "invented", Sure.SURE)
    quote = Quote(0, 1, QuoteKind.DIRECT, speaker, None, None, 0, False)
    return Annotation(article.id, article.version, (sentence,), (), (), (quote,), (), (), (), "annotate/small")


def profile(accounts: Sequence[Account]) -> list[Profile]:
    if any("BREAK CLUSTER" in account.article.text for account in accounts):
        raise ValueError("an account that breaks the stage")
    return [_profile(account.article) for account in accounts]


def _profile(article: Article) -> Profile:
    words = {_event(article): 1}
    none: dict[str, int] = {}
    rows = (words, none, none, none, none, none)
    return Profile("", None, (), None, (), (), (), article.id, article.version, *rows, b"", 1)


def regroup(shelf: Shelf, gone: Collection[str], groups: Sequence[tuple[str, ...]]) -> frozenset[str]:
    named = {*gone, *(article for group in groups for article in group)}
    leaving = shelf.texts(set(shelf.text_of(named).values()))
    come = [Text(group[0], group, group[0], tuple(shelf.profile(group[0]).words), (), True) for group in groups]
    events = {clue for text in (*leaving.values(), *come) for clue in text.clues}
    shelf.drop_cores({core.key for core in shelf.cores_of(leaving.keys()).values()})
    shelf.drop_texts(leaving.keys())
    shelf.put_texts(come)
    touched = set()
    for event in events:
        keys = sorted(shelf.sharing([event], (), 1))
        shelf.drop_cores({core.key for core in shelf.cores_of(keys).values()})
        shelf.put_cores([Core(keys[0], (tuple(keys),))] if keys else [])
        touched.update(keys)
    return frozenset(touched)


def tell(
    shelf: Shelf,
    keys: Collection[str],
    accounts_of: Callable[[Collection[str]], Sequence[Account]],
    corrections: Sequence[Correction],
) -> tuple[Story, ...]:
    groups, by_hand = correct_groups(shelf, keys, corrections)
    stories = (_story([account.article for account in accounts_of(group)], by_hand) for group in groups)
    return tuple(sorted(stories, key=lambda story: story.id))


def _event(article: Article) -> str:
    return (article.title or "").partition(" ")[0]


def _story(articles: Sequence[Article], by_hand: dict[str, str]) -> Story:
    earliest = min(articles, key=lambda article: (article.published.value or "", article.id))
    members = []
    for each in sorted(articles, key=lambda one: one.id):
        members.append(Membership(each.id, each.version, f"{_event(each)} {by_hand.get(each.id, '')}".strip()))
    return Story(stable_id("story", earliest.id), (), tuple(members), (), "cluster/small")


def compare(
    story: Story, accounts: tuple[Account, ...], copies: Copies, neighbours: tuple[Account, ...] = ()
) -> Comparison:
    if any("BREAK COMPARE" in account.article.text for account in accounts):
        raise ValueError("a story that breaks the stage")
    counts = Counts(len(accounts), len(copies.groups), 1, 1, tuple(each.article.text for each in accounts))
    return Comparison(story.id, counts, (), (), (), (), Calendar((), ()), (), (), "compare/small")


def brief(story: Story, accounts: tuple[Account, ...], comparison: Comparison) -> Brief:
    first = accounts[0].article
    span = Span(first.id, first.version, 0, len(first.text))
    headline = Line(first.text, (span,), ("The Invented Herald",), str(comparison.counts.texts))
    return Brief(story.id, headline, None, (), (), (), (), "brief/small")


MADE_BY = MadeBy("ingest/1", "extract/1", "dedupe/1", "annotate/1", "cluster/1", "compare/1", "brief/1")
SMALL = Stages(ingest, extract, update_copies, annotate, profile, regroup, tell, compare, brief, MADE_BY)


def main(database: str, folder: str) -> None:
    boundary = read_settings(os.environ, Path(folder), Path(folder)).boundary
    with open_archive(Path(database), write=True, boundary=boundary) as archive:
        read_pages([folder], archive, fixed_clock, SMALL, 2)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Accounts of the sets, annotated once: kept by what the article holds and what annotated it.

A set is annotated by one process at a time: its file has no lock.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from nutgraf.annotate.article import MADE_BY, annotate_article
from nutgraf.records.annotation import Account, Annotation
from nutgraf.records.article import Article
from nutgraf.text import digest

FOLDER = "stories"
PROGRESS = 30.0
"""Seconds between two lines of progress."""

Annotate = Callable[[Article], Annotation]


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """One line of the file of a set."""

    key: str
    account: Account


def keep_accounts(
    name: str,
    articles: Sequence[Article],
    cache: Path,
    annotate: Annotate = annotate_article,
    made_by: str = MADE_BY,
) -> list[Account]:
    """Return the articles' accounts in their order; those annotated before are read, the others annotated and kept."""
    place = cache / FOLDER / made_by.replace("/", "-") / f"{name}.jsonl"
    place.parent.mkdir(parents=True, exist_ok=True)
    keys = {article.id: key_of(article, made_by) for article in articles}
    wanted = set(keys.values())
    known = {kept.key: kept.account for kept in _read(place) if kept.key in wanted}
    due = [article for article in articles if keys[article.id] not in known]
    with place.open("ab") as file:
        for article in _progress(name, due):
            kept = Kept(keys[article.id], Account(article, annotate(article)))
            file.write(msgspec.json.encode(kept) + b"\n")
            file.flush()
            known[kept.key] = kept.account
    return [known[keys[article.id]] for article in articles]


def key_of(article: Article, made_by: str) -> str:
    """Return the hash of all that the article holds and of what annotates it."""
    return digest(msgspec.json.encode((made_by, article)))


def _read(place: Path) -> Iterator[Kept]:
    """Yield what is kept; a last line that was cut off when the run was ended is taken away."""
    if not place.exists():
        return
    decoder = msgspec.json.Decoder(Kept)
    whole = 0
    with place.open("rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            yield decoder.decode(line)
    with place.open("rb+") as file:
        file.truncate(whole)


def _progress(name: str, due: Sequence[Article]) -> Iterator[Article]:
    """Yield the articles, telling now and then how many are done."""
    begun = told = time.monotonic()
    for done, article in enumerate(due):
        now = time.monotonic()
        if now - told > PROGRESS:
            told = now
            print(f"{name}: {done} of {len(due)} annotated, {done / (now - begun):.1f}/s", file=sys.stderr, flush=True)
        yield article

"""The labels of one story: its accounts, what they say together, where they differ, and what only seems to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from evals.gold import FindingKind, Verdict
from nutgraf.text import digest

Part = Literal["dev", "test"]
"""Rules may be written with an eye on `dev`; `test` is scored as a whole, and nobody who writes rules reads it."""


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of a pack that is not ours to print: the set, its id there, and the hash of the text that labels mean."""

    set: Literal["newscluster", "newswcl50", "ecbplus"]
    id: str
    hash: str


class GoldAccount(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One account: our own text, or a document of a pack. `published` is an ISO 8601 day or moment."""

    key: str
    text: str = ""
    document: Document | None = None
    title: str | None = None
    carrier: str | None = None
    origin: str | None = None
    published: str | None = None


class Where(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in the text of an account: code points, or (in our own texts) the words, `nth` counting from 1."""

    article: str
    start: int = -1
    end: int = -1
    words: str = ""
    nth: int = 1


class GoldPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that several accounts say, each in its own words; or, with one statement, what one alone says.

    `origins` are the fewest and the most independent origins that a careful reader counts, `grounds` says why.
    `optional` where careful readers may put the statements together or not.
    """

    id: str
    note: str
    statements: tuple[Where, ...]
    origins: tuple[int, int]
    grounds: str = ""
    optional: bool = False


class GoldFinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where accounts differ, or one brings another up to date; `substance` where a reader must be told."""

    id: str
    kind: FindingKind
    verdict: Verdict
    substance: bool
    note: str
    cells: tuple[Where, ...]
    kinds: tuple[FindingKind, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    optional: bool = False


class Tempting(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of several accounts that seem to differ and do not; `kinds` are those a hasty reader would report."""

    id: str
    note: str
    cells: tuple[Where, ...]
    kinds: tuple[FindingKind, ...]


class GoldCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The four counts of the story; the last two as the fewest and the most that a careful reader counts."""

    articles: int
    texts: int
    outlets: tuple[int, int]
    origins: tuple[int, int]
    note: str = ""


class GoldStory(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All labels of one story, as one reader wrote them."""

    format: int
    what: str
    part: Part
    reader: str
    accounts: tuple[GoldAccount, ...]
    counts: GoldCounts
    points: tuple[GoldPoint, ...]
    findings: tuple[GoldFinding, ...]
    tempting: tuple[Tempting, ...] = ()

    def places(self) -> Iterator[tuple[str, Where]]:
        """Yield every labelled place, with the id of its label."""
        for point in self.points:
            yield from ((point.id, where) for where in point.statements)
        for label in (*self.findings, *self.tempting):
            yield from ((label.id, where) for where in label.cells)


def read_story(path: Path) -> GoldStory:
    """Read the labels of one story; an unknown or missing field is an error that names it."""
    return msgspec.json.decode(path.read_bytes(), type=GoldStory)


def find_place(where: Where, text: str) -> tuple[int, int]:
    """Return the code points of a place; words that do not stand in the text raise `ValueError`."""
    if not where.words:
        if not 0 <= where.start < where.end <= len(text):
            raise ValueError(f"{where.article} has no code points {where.start} to {where.end}")
        return where.start, where.end
    start = -1
    for _ in range(where.nth):
        start = text.find(where.words, start + 1)
        if start < 0:
            raise ValueError(f"these words do not stand {where.nth} times in {where.article}: {where.words}")
    return start, start + len(where.words)


def check_story(gold: GoldStory, texts: dict[str, str]) -> list[str]:
    """Return what is wrong with the labels of a story, each in a sentence; `texts` are those of its accounts by key."""
    wrong = []
    keys = [account.key for account in gold.accounts]
    if len(set(keys)) < len(keys):
        wrong.append("two accounts share a key")
    ids = [label.id for label in (*gold.points, *gold.findings, *gold.tempting)]
    wrong += [f"two labels share the id {one}" for one in sorted(set(ids)) if ids.count(one) > 1]
    for account in gold.accounts:
        if account.document and digest(texts[account.key].encode()) != account.document.hash:
            wrong.append(f"the text of {account.key} is not the one that was labelled")
    for label, where in gold.places():
        try:
            find_place(where, texts[where.article])
        except (KeyError, ValueError) as error:
            wrong.append(f"{label}: {error}")
    for finding in gold.findings:
        if len({where.article for where in finding.cells}) < 2:
            wrong.append(f"{finding.id} has cells of one account only")
    return wrong

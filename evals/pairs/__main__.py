"""Score the comparison of two short accounts at a time: `python -m evals.pairs [--misses] [--kind KIND]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from nutgraf.annotate.article import annotate_article
from nutgraf.compare.story import compare_story
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure
from nutgraf.records.comparison import Comparison, Finding
from nutgraf.records.copies import Copies
from nutgraf.records.story import Membership, Story
from nutgraf.text import fold, stable_id

HERE = Path(__file__).resolve().parent
SHOWN = frozenset({"differ", "update"})


@dataclass(frozen=True)
class Pair:
    """Two accounts of one event, the words in them that are compared, and what a careful reader says of them."""

    id: str
    kind: str
    verdict: str
    left: str
    right: str
    left_words: str
    right_words: str
    note: str = ""


@dataclass(frozen=True)
class Judged:
    """One pair with what the comparison showed: the findings on the compared words, and false ones elsewhere."""

    pair: Pair
    found: tuple[Finding, ...]
    false: tuple[Finding, ...]

    @property
    def shown(self) -> bool:
        """Whether a difference of the compared words was shown."""
        return any(finding.verdict.value in SHOWN for finding in self.found)

    @property
    def right(self) -> bool:
        """Whether the pair was judged as the careful reader does: shown, or not."""
        return self.shown == (self.pair.verdict in SHOWN)


def read_pairs() -> list[Pair]:
    """Return the pairs of all authors, by file, then as written."""
    return [
        pair for file in sorted(HERE.glob("*.json")) for pair in msgspec.json.decode(file.read_bytes(), type=list[Pair])
    ]


def make_account(text: str, name: str) -> Account:
    """Return a text as an account of an outlet of its own, published on a day that is not known."""
    lines = [line for line in text.split("\n") if line.strip()]
    frozen, blocks = "", []
    for line in lines:
        bare = line.strip()
        bullet = bare[:2] in ("• ", "- ", "* ")
        bare = bare[2:] if bullet else bare
        frozen += "\n\n" if frozen else ""
        blocks.append(Block(len(frozen), len(frozen) + len(bare), Role.LIST if bullet else Role.BODY))
        frozen += bare
    article = Article(
        id=name, version=stable_id(frozen), page=name, place=0, kind=ArticleKind.ARTICLE, address=None,
        path=f"{name}.txt",
        title=None, byline=None, dateline=None, carrier=f"The {name.title()} Post", origin=f"The {name.title()} Post",
        published=Published(None, "not printed", Sure.UNSURE), language="en", text=frozen, blocks=tuple(blocks),
        anchors=(), asides=(), completeness=1.0, partial=None, made_by="pairs",
    )  # fmt: skip
    return Account(article, annotate_article(article))


def compare_pair(pair: Pair) -> tuple[tuple[Account, Account], Comparison]:
    """Compare the two accounts of a pair as a story of two."""
    accounts = (make_account(pair.left, "left"), make_account(pair.right, "right"))
    members = tuple(Membership(account.article.id, account.article.version, "") for account in accounts)
    story = Story("pair", (), members, (), "pairs")
    return accounts, compare_story(story, accounts, Copies((("left",), ("right",)), (), "pairs"))


def judge(pair: Pair) -> Judged:
    """Tell what the comparison shows of the compared words, and what it shows beside them."""
    accounts, comparison = compare_pair(pair)
    places = [
        _places(account, words) for account, words in zip(accounts, (pair.left_words, pair.right_words), strict=True)
    ]
    found, false = [], []
    for finding in comparison.findings:
        hit = all(_touches(finding, account, place) for account, place in zip(accounts, places, strict=True))
        if hit:
            found.append(finding)
        elif finding.verdict.value in SHOWN:
            false.append(finding)
    return Judged(pair, tuple(found), tuple(false))


def _places(account: Account, words: str) -> tuple[int, int]:
    """Return the sentence that holds some words; bullets may stand between them in the file."""
    text = account.article.text
    start = fold(text).find(fold(words.split("\n")[0].lstrip("•-* ")))
    start = max(0, min(start, len(text) - 1))
    sentences = account.annotation.sentences
    inside = [s for s in sentences if s.start <= start + 2 and start < s.end] or list(sentences[:1])
    end = max(inside[-1].end, min(len(text), start + len(words)))
    return inside[0].start, end


def _touches(finding: Finding, account: Account, place: tuple[int, int]) -> bool:
    return any(
        cell.article == account.article.id and cell.span.start < place[1] and place[0] < cell.span.end
        for cell in finding.cells
    )


def show(judged: Sequence[Judged], console: Console, misses: bool) -> None:
    """Print shown and missed differences by kind, and false ones."""
    table = Table("kind", "differences", "shown", "no difference", "shown all the same", "false elsewhere")
    for kind in [*sorted({one.pair.kind for one in judged}), "all"]:
        of = [one for one in judged if kind in (one.pair.kind, "all")]
        wanted = [one for one in of if one.pair.verdict in SHOWN]
        others = [one for one in of if one.pair.verdict not in SHOWN]
        table.add_row(
            kind,
            str(len(wanted)),
            str(sum(one.shown for one in wanted)),
            str(len(others)),
            str(sum(one.shown for one in others)),
            str(sum(len(one.false) for one in of)),
        )
    console.print(table)
    for one in judged if misses else ():
        if not one.right or one.false:
            console.print(
                f"{one.pair.id} {one.pair.kind} {one.pair.verdict}: {one.pair.left_words!r} | {one.pair.right_words!r}",
                highlight=False,
            )
            for finding in (*one.found, *one.false):
                if finding.verdict.value in SHOWN:
                    console.print(
                        f"    {finding.kind} {finding.verdict}: {[cell.words[:60] for cell in finding.cells]}",
                        highlight=False,
                    )


def main() -> int:
    """Score all pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print every pair that was misjudged")
    parser.add_argument("--kind", help="only pairs of this kind")
    words = parser.parse_args()
    judged = [judge(pair) for pair in read_pairs() if words.kind in (None, pair.kind)]
    show(judged, Console(width=160), words.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())

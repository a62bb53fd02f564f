"""Pairs of real articles read by hand: which kind of copy, which passages, which is the original."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from evals.annotation.report import Line, Sheet
from evals.bootstrap import Table, measure, over
from evals.copies.bases import NotHere
from evals.copies.judge import MOSTLY, PAIR_NAMES, count_pair, count_reuse, pair_figures, reuse_sheet
from evals.copies.made import COPIED, ONE_TEXT
from evals.copies.peers import PEERS, ask_peer
from evals.copies.real import BACKGROUND, SETS, read_set
from evals.copies.told import Told, covered, group_ids, in_order, told_by
from nutgraf.annotate.sentences import split_sentences
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.article import Article

_COLUMNS = 23
LABELS = Path(__file__).with_name("pairs.json")
Kind = Literal["exact", "near", "partial", "quotes", "title", "none"]


class TextChanged(Exception):
    """A labelled text is not the one that was read, so its offsets point nowhere."""


class LabelledPair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two articles of a set; `also` are further kinds that are right where a reader cannot be sure.

    `original` is `a`, `b` or `unsure`; with `or_unsure` naming none is right, too. `passages` are start and end in
    `a`, start and end in `b`: code points of the texts, end exclusive.
    """

    set: str
    a: str
    b: str
    kind: Kind
    also: tuple[Kind, ...] = ()
    original: Literal["a", "b", "unsure"] | None = None
    or_unsure: bool = False
    passages: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def right(self) -> frozenset[str]:
        """Return every kind that is right."""
        return frozenset((self.kind, *self.also))

    def names_rightly(self, named: str | None) -> bool:
        """Tell whether an original, or none, was named as a reader would."""
        if named is None:
            return self.original == "unsure" or self.or_unsure
        return named == {"a": self.a, "b": self.b}.get(self.original or "")


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; `texts` holds the SHA-256 of every labelled text by set and id."""

    what: str
    texts: dict[str, dict[str, str]]
    pairs: tuple[LabelledPair, ...]


def read_labels(path: Path = LABELS) -> Labels:
    """Return the labels; a field that is not known is an error."""
    return msgspec.json.decode(path.read_bytes(), type=Labels)


def check_texts(articles: Mapping[str, Article], hashes: Mapping[str, str]) -> None:
    """Refuse labels of texts that have changed or are gone."""
    for identity, expected in hashes.items():
        article = articles.get(identity)
        if article is None or hashlib.sha256(article.text.encode()).hexdigest() != expected:
            raise TextChanged(f"{identity} is not the text that was labelled")


def measure_pairs(cache: Path) -> list[Sheet]:
    """Return a table for each set, ours beside the peers; intervals draw groups of pairs that share an article."""
    labels = read_labels()
    sheets: list[Sheet] = []
    shared: dict[str, Table] = {}
    for name in SETS:
        try:
            articles = {article.id: article for article in read_set(cache, name)}
        except NotHere as missing:
            print(f"pairs of {name}: not run: {missing}", file=sys.stderr)
            continue
        check_texts(articles, labels.texts[name])
        if name == BACKGROUND:  # the whole of it is read under `merges`; here only what is labelled
            articles = {identity: articles[identity] for identity in labels.texts[name]}
        pairs = [pair for pair in labels.pairs if pair.set == name]
        sheet, reuse = _sheet(name, articles, pairs)
        sheets.append(sheet)
        shared[f"{name}: "] = reuse
    if shared:
        sheets.append(reuse_sheet("copies, pairs: shared, but no copy", "what the same pairs share besides", shared))
    return sheets


def _sheet(name: str, articles: Mapping[str, Article], pairs: Sequence[LabelledPair]) -> tuple[Sheet, Table]:
    told = told_by(dedupe_articles(list(articles.values())))
    groups = _groups(pairs)
    rows = np.array([sum((_row(pair, told, articles) for pair in group), np.zeros(_COLUMNS)) for group in groups])
    reuse = rows[:, 15:]
    names = (*PAIR_NAMES, "sentences: P", "sentences: R", "sentences: F1", "right kind", "original right", "wrong")
    lines = [Line("nutgraf", dict(zip(names, measure(rows, _figures), strict=True)), ours=True)]
    notes = []
    labelled = sorted({identity for pair in pairs for identity in (pair.a, pair.b)})
    for peer in PEERS:
        if peer.missing:
            print(peer.missing, file=sys.stderr)
            notes.append(peer.missing)
            continue
        asked = ask_peer(peer, [articles[identity] for identity in labelled])
        rows = np.array([sum((_row(pair, asked, articles) for pair in group), np.zeros(_COLUMNS)) for group in groups])
        lines.append(Line(peer.named, dict(zip(PAIR_NAMES, measure(rows, pair_figures), strict=False))))
    return Sheet(f"copies, pairs of {name}", f"{len(pairs)} pairs read by hand", lines, notes), reuse


def _groups(pairs: Sequence[LabelledPair]) -> list[list[LabelledPair]]:
    """Return the pairs in groups that share no article."""
    home = {
        identity: group[0]
        for group in group_ids({one for pair in pairs for one in (pair.a, pair.b)}, ((p.a, p.b) for p in pairs))
        for identity in group
    }
    return [[pair for pair in pairs if home[pair.a] == name] for name in sorted(set(home.values()))]


def _row(pair: LabelledPair, told: Told, articles: Mapping[str, Article]) -> Table:
    """Return right, told and gold of copies, of one text and of sentences; kinds; originals of found copies; reuse."""
    key = in_order(pair.a, pair.b)
    kind = told.kinds.get(key, "none")
    row = np.zeros(_COLUMNS)
    row[0:3], row[3:6] = (count_pair(pair.right, wanted, kind in wanted) for wanted in (COPIED, ONE_TEXT))
    row[6:9] = sum((np.array(one) for one in _sentences(pair, told, articles)), np.zeros(3))
    row[9:11] = kind in pair.right, 1
    row[15:] = count_reuse(pair.right, kind)
    if pair.kind in COPIED and kind in COPIED:
        named = told.originals.get(key)
        right = pair.names_rightly(named)
        row[11:15] = right, 1, named is not None and not right, 1
    return row


def _sentences(pair: LabelledPair, told: Told, articles: Mapping[str, Article]) -> Iterator[tuple[int, int, int]]:
    """Yield right, told and gold of copied sentences on both sides of a pair whose passages are labelled."""
    if not pair.passages:
        return
    key = in_order(pair.a, pair.b)
    sides = ((pair.a, [one[:2] for one in pair.passages]), (pair.b, [one[2:] for one in pair.passages]))
    for identity, gold in sides:
        found = told.shared.get((key, identity), []) if told.copied(key) else []
        places = [(one.start, one.end) for one in split_sentences(articles[identity])]
        copied = {place for place in places if covered(gold, place) >= MOSTLY * (place[1] - place[0])}
        called = {place for place in places if covered(found, place) >= MOSTLY * (place[1] - place[0])}
        yield len(copied & called), len(called), len(copied)


def _figures(sums: Table) -> Table:
    shares = [over(sums[:, at : at + 1], sums[:, at + 1 : at + 2]) for at in (9, 11, 13)]
    return np.concatenate([pair_figures(sums), *shares], axis=1)

"""The texts behind the ids of a story's labels: documents of the packs, read where they lie and never copied."""

from __future__ import annotations

import csv
import io
import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.comparison.gold import Document
from evals.stories import ecbplus, newscluster
from evals.stories.sets import CROSS
from nutgraf.records.article import Article

WCL50 = "cross-document/newswcl50/NewsWCL50-prep/output_data/conll.csv"

OUTLETS = {"LL": "HuffPost", "L": "The New York Times", "M": "USA Today", "R": "Fox News", "RR": "Breitbart News"}
"""NewsWCL50 names no outlet, only a letter; each text that names its own outlet agrees with this table."""

TITLE_TOKENS = 30
"""A first line of NewsWCL50 with at most so many tokens is the title: the longest title has 23, the shortest first
paragraph 57."""

_LINE_END = "\\n"
_TIGHT_LEFT = re.compile(r"[,.:;?!%)\]”’…]|\.\.\.|['’](?:s|re|ve|ll|m|d)|n['’]t")
_TIGHT_RIGHT = re.compile(r"[(\[$#“‘]")


@dataclass(frozen=True, slots=True)
class Told:
    """What a pack tells of a document; NewsWCL50 and ECB+ give no day, ECB+ neither title nor outlet."""

    text: str
    title: str | None = None
    outlet: str | None = None
    day: str | None = None


def read_texts(packs: Path, documents: Iterable[Document]) -> dict[Document, Told]:
    """Return what the packs tell of each document; a pack that is not there raises `FileNotFoundError`.

    The hash of a document is not looked at: `check_story` compares it with the text.
    """
    wanted = list(documents)
    told: dict[tuple[str, str], Told] = {}
    for name, read in (("newscluster", _newscluster), ("newswcl50", _newswcl50), ("ecbplus", _ecbplus)):
        ids = {document.id for document in wanted if document.set == name}
        if ids:
            told |= {(name, identity): one for identity, one in read(packs / CROSS, ids) if identity in ids}
    if missing := sorted(f"{document.set} {document.id}" for document in wanted if _key(document) not in told):
        raise ValueError(f"the pack holds no {', '.join(missing)}; write the id as the set does")
    return {document: told[_key(document)] for document in wanted}


def _key(document: Document) -> tuple[str, str]:
    return document.set, document.id


def _newscluster(pack: Path, ids: set[str]) -> Iterator[tuple[str, Told]]:
    for document in newscluster.read_documents(pack):
        if document.id in ids:
            yield document.id, _told(newscluster.write_article(document), document.source_domain)


def _ecbplus(pack: Path, ids: set[str]) -> Iterator[tuple[str, Told]]:
    """Read the topics that are asked for and no others: those of the test are scored, never read."""
    for topic in sorted({int(identity.partition("_")[0]) for identity in ids}):
        for document in ecbplus.read_documents(pack, range(topic, topic + 1)):
            yield document.id, _told(ecbplus.write_article(document))


def _told(article: Article, domain: str | None = None) -> Told:
    """Return an article's text; an outlet that is not known by its domain is named by it."""
    outlet = article.carrier or (domain.removeprefix("www.") if domain else None)
    return Told(article.text, article.title, outlet, article.published.value)


def _newswcl50(pack: Path, ids: set[str]) -> Iterator[tuple[str, Told]]:
    with tarfile.open(pack) as archive:
        member = archive.extractfile(WCL50)
        if member is None:
            raise FileNotFoundError(f"{pack} holds no file {WCL50}")
        rows = csv.DictReader(io.TextIOWrapper(member, encoding="utf-8", newline=""))
        tokens: dict[str, list[str]] = {}
        for row in rows:
            tokens.setdefault(row["doc_id"], []).append(row["token"])
    for identity in sorted(ids & tokens.keys()):
        title, text = write_tokens(tokens[identity])
        yield identity, Told(text, title, OUTLETS[identity.partition("_")[2]])


def write_tokens(tokens: Iterable[str]) -> tuple[str | None, str]:
    """Return title and text of a document of NewsWCL50, each line of the text a paragraph."""
    lines: list[list[str]] = [[]]
    for token in tokens:
        if token.strip() == _LINE_END:
            lines.append([])
        elif token.strip():
            lines[-1].append(token)
    filled = [line for line in lines if line]
    title = join_tokens(filled.pop(0)) if filled and len(filled[0]) <= TITLE_TOKENS else None
    return title, "\n".join(map(join_tokens, filled))


def join_tokens(tokens: Sequence[str]) -> str:
    """Return a line written from its tokens, by a fixed rule.

    A single space stands between two tokens, but none before a mark that closes or the end of a short form ("'s",
    "n't"), none after a mark that opens, none around a hyphen of two words. Straight quote marks open and close by
    turns from the beginning of the line; a single one that would open behind a word in "s", and finds no other to
    close it, is the sign of a plural's genitive.
    """
    line, tight, open_marks = "", True, {'"': False, "'": False}
    for place, token in enumerate(tokens):
        left, right = _TIGHT_LEFT.fullmatch(token) is not None, _TIGHT_RIGHT.fullmatch(token) is not None
        if token == "-":
            left = right = line[-1:].isalnum() and "".join(tokens[place + 1 : place + 2])[:1].isalnum()
        elif token == "‘":
            open_marks["'"] = True
        elif token in open_marks:
            single = token == "'" and not open_marks[token]
            genitive = single and line.endswith("s") and tokens[place + 1 :].count("'") % 2 == 0
            left = open_marks[token] or genitive
            right = not left
            open_marks[token] = right
        line += token if tight or left else " " + token
        tight = right
    return line

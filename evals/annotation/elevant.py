"""News-Fair v2 and its score, as ELEVANT counts when it asks for no unknown entities ("in KB").

A link is right where it has the gold's span (or widened to whole words) and its id. Labels lie inside one another: the
outer one counts, or in its stead those inside it that a system marks, all of which must be right. Optional labels,
quantities and dates are not asked for, but a wrong id there is wrong, and so is any id where the gold has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from evals.annotation.articles import article_of_text
from nutgraf.records.article import Article

FOLDER = "annotation-measure/elevant/benchmarks"
_UNASKED = frozenset(("QUANTITY", "DATETIME"))
_INSIDE = "'\"_"

Place = tuple[int, int]
Part = Literal["dev", "test"]


class Label(msgspec.Struct, frozen=True):
    """A gold mention: its id in the document, span, Wikidata id (or what else it is), and the labels inside it."""

    id: int
    span: Place
    entity_id: str
    type: str
    parent: int | None = None
    children: tuple[int, ...] = ()
    optional: bool = False

    @property
    def known(self) -> bool:
        """Whether it has an id of Wikidata."""
        return re.fullmatch(r"Q\d+", self.entity_id) is not None

    @property
    def asked(self) -> bool:
        """Whether a system must find it."""
        return not self.optional and self.type not in _UNASKED


class _Document(msgspec.Struct, frozen=True):
    id: int
    title: str
    text: str
    evaluation_span: Place
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True)
class LinkedText:
    """A text with its gold labels, all inside the stretch that is judged."""

    article: Article
    span: Place
    labels: tuple[Label, ...]

    @cached_property
    def by_id(self) -> dict[int, Label]:
        """The labels by their ids."""
        return {label.id: label for label in self.labels}

    @property
    def roots(self) -> tuple[Label, ...]:
        """The labels that lie in no other."""
        return tuple(label for label in self.labels if label.parent is None)


def read_news_fair(cache: Path, part: Part, *, coreference: bool) -> list[LinkedText]:
    """Return the articles of News-Fair outside its test part, or those in it; with pronouns and descriptions or not."""
    folder = cache / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder} is not there; unpack annotation-measure.tar.xz")
    tested = {one.id for one in _read(folder / "news-fair-v2-test.benchmark.jsonl")}
    documents = _read(folder / f"news-fair-v2{'' if coreference else '-no-coref'}.benchmark.jsonl")
    return [
        LinkedText(article_of_text(str(one.id), one.text, title=one.title), one.evaluation_span, one.labels)
        for one in documents
        if (one.id in tested) == (part == "test")
    ]


def _read(path: Path) -> list[_Document]:
    return msgspec.json.Decoder(_Document).decode_lines(path.read_bytes())


@dataclass(frozen=True, slots=True)
class Judged:
    """The labels that were linked right, those that were not, and the places of wrong links."""

    right: tuple[Label, ...]
    missed: tuple[Label, ...]
    wrong: tuple[Place, ...]


def judge_links(text: LinkedText, told: Mapping[Place, str]) -> Judged:
    """Return what is right and wrong in a text's links (span to Wikidata id)."""
    answers = {widen(span, text.article.text): link for span, link in told.items()} | dict(told)
    right, missed, wrong = list[Label](), list[Label](), list[Place]()
    for root in text.roots:
        counted = _count(text, root, answers) or [root]
        verdicts = [_verdict(text, one, _answer(text, one, answers)) for one in counted]
        wrong += [one.span for one, (_, false) in zip(counted, verdicts, strict=True) if false]
        found = [good for good, _ in verdicts if good is not None]
        if found:
            (right if all(found) else missed).append(root)
    gold = {span for label in text.labels for span in (label.span, widen(label.span, text.article.text))}
    inside = [span for span in told if text.span[0] <= span[0] and span[1] <= text.span[1]]
    wrong += [span for span in inside if span not in gold and widen(span, text.article.text) not in gold]
    return Judged(tuple(right), tuple(missed), tuple(wrong))


def is_answered(text: LinkedText, label: Label, told: Mapping[Place, str]) -> bool:
    """Tell whether anything was told at a label's span."""
    answers = {widen(span, text.article.text): link for span, link in told.items()} | dict(told)
    return _answer(text, label, answers) is not None


def _answer(text: LinkedText, label: Label, answers: Mapping[Place, str]) -> str | None:
    return answers.get(label.span, answers.get(widen(label.span, text.article.text)))


def _count(text: LinkedText, label: Label, answers: Mapping[Place, str]) -> list[Label]:
    """Return the labels that count for a label: itself where it is right, else what is marked inside it."""
    answer = _answer(text, label, answers)
    if answer == label.entity_id:
        return [label]
    children = [text.by_id[child] for child in label.children]
    inside = {child.id: _count(text, child, answers) for child in children}
    if any(inside.values()):
        unmarked = {child.id: [child] for child in children if _answer(text, child, answers) is None}
        return [one for child in children for one in inside[child.id] or unmarked.get(child.id, [])]
    whole = text.article.text
    if label.parent is None or answer is None:
        return []
    return [label] if widen(label.span, whole) != widen(text.by_id[label.parent].span, whole) else []


def _verdict(text: LinkedText, label: Label, answer: str | None) -> tuple[bool | None, bool]:
    """Return whether a label was found (`None` where it is not asked for), and whether the answer is wrong."""
    wrong = answer is not None and answer != label.entity_id
    if not label.known or (not label.asked and not (answer is None and _asks_inside(text, label))):
        return None, wrong
    return answer == label.entity_id, wrong


def _asks_inside(text: LinkedText, label: Label) -> bool:
    children = [text.by_id[child] for child in label.children]
    return any(child.asked or _asks_inside(text, child) for child in children)


def widen(span: Place, text: str) -> Place:
    """Return a span with the rest of the words that it begins and ends in."""
    start, end = span
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in _INSIDE):
        start -= 1
    while end < len(text) - 1 and (text[end].isalnum() or text[end] in _INSIDE):
        end += 1
    if text[start] == '"' and '"' not in text[start + 1 : end]:
        start += 1
    return start, end

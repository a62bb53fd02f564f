"""Who speaks: 200 quotations of PolNeAR dev, read by hand, each with the fullest mention that names its speaker."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from evals.annotation.quoted import Place
from evals.matching import overlap, same_name
from nutgraf.records.annotation import Annotation, Quote, QuoteKind
from nutgraf.records.article import Article

LABELS = Path(__file__).with_name("labels") / "polnear_dev_speakers.json"


class TextChanged(Exception):
    """A labelled text is not the one that was read, so its offsets point nowhere."""


class LabelledPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Code points of a text, end exclusive."""

    start: int
    end: int


class LabelledQuote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Quoted words, what their speaker is, and where the text names him most fully; `unsure` is not scored."""

    start: int
    end: int
    kind: Literal["person", "organisation", "document", "anonymous", "nobody", "unsure"]
    speaker: LabelledPlace | None


class LabelledText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The labelled quotes of one text."""

    document: str
    text_sha256: str
    quotes: tuple[LabelledQuote, ...]


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    what: str
    texts: tuple[LabelledText, ...]


def read_labels(path: Path = LABELS) -> dict[str, LabelledText]:
    """Return the labels by document."""
    return {text.document: text for text in msgspec.json.decode(path.read_bytes(), type=Labels).texts}


def judge_speakers(
    article: Article, annotation: Annotation, labels: LabelledText
) -> Iterator[tuple[LabelledQuote, Quote | None, bool]]:
    """Return every labelled quote that is sure, what was found there, and whether its speaker is right."""
    if hashlib.sha256(article.text.encode()).hexdigest() != labels.text_sha256:
        raise TextChanged(labels.document)
    spoken = [one for one in annotation.quotes if one.kind is not QuoteKind.SCARE]
    for label in labels.quotes:
        if label.kind != "unsure":
            holding = [one for one in spoken if one.start <= label.start and label.end <= one.end]
            quote = min(holding, key=lambda one: one.end - one.start, default=None)
            yield label, quote, _right(article.text, annotation, label, quote)


def _right(text: str, annotation: Annotation, label: LabelledQuote, quote: Quote | None) -> bool:
    speaker = quote.speaker if quote else None
    if label.speaker is None or speaker is None:
        return label.speaker is None and speaker is None
    named = text[label.speaker.start : label.speaker.end]
    if speaker.entity is None:
        return same_name(speaker.name, [named])
    mentions = [(one.start, one.end) for one in annotation.mentions if one.entity == speaker.entity and one.named]
    return any(overlap(place, one) for place in _printed(text, named) for one in mentions)


def _printed(text: str, name: str) -> Iterable[Place]:
    """Return every place where a name is printed."""
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + 1)

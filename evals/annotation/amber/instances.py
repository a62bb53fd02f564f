"""PolNeAR's articles as instances with their roles: what CofeNet's own files hold of its valid and test parts.

A role of several pieces is as many spans, even where nothing stands between two; one that goes on in the next instance
begins anew there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.tagger.labelled import ROLES, Mark

from evals.annotation.amber.cutting import cut_text
from evals.annotation.amber.printing import print_text
from evals.annotation.brat import Attribution, read_brat
from evals.annotation.polnear import annotations_of, read_text, text_files
from nutgraf.text import trim


@dataclass(frozen=True, slots=True)
class Cut:
    """One instance: the text and annotator it is from, its words as printed, and its roles."""

    text_id: str
    text: str
    marks: tuple[Mark, ...]


def read_cuts(cache: Path, part: str, *, every_annotator: bool = False, articles: int | None = None) -> list[Cut]:
    """Return the instances of a part, of all articles or the first: by the first annotator of each text, or by all."""
    return [
        cut
        for path in text_files(cache, part)[:articles]
        for annotations in annotations_of(path)[: None if every_annotator else 1]
        for cut in cut_article(annotations.stem, read_text(path), read_brat(annotations.read_text(encoding="utf-8"))[0])
    ]


def cut_article(text_id: str, text: str, attributions: Iterable[Attribution]) -> Iterator[Cut]:
    """Yield the instances of an article."""
    marks = sorted(_marks(attributions), key=lambda mark: mark.start)
    for start, end in cut_text(text):
        printed, places = print_text(text[start:end])
        inside = [
            Mark(*trim(printed, places[max(mark.start, start) - start], places[min(mark.end, end) - start]), mark.label)
            for mark in marks
            if mark.start < end and start < mark.end
        ]
        yield Cut(text_id, printed, tuple(mark for mark in inside if mark.start < mark.end))


def _marks(attributions: Iterable[Attribution]) -> Iterator[Mark]:
    for told in attributions:
        for role, pieces in zip(ROLES, (told.source, told.cue, told.content), strict=True):
            yield from (Mark(start, end, role) for start, end in pieces)

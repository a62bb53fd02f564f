"""Lines of an HTML page told apart: which road a page takes, by how many texts it holds."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.extract.boxes import Boxes, foreign_words
from nutgraf.extract.html_article import split_one
from nutgraf.extract.html_keep import Kept, keep_lines
from nutgraf.extract.html_line_signs import AROUND
from nutgraf.extract.html_lines import Document
from nutgraf.extract.html_rest import mark_rest
from nutgraf.extract.html_run_in import Cuts, find_hours, find_titles, part_lines
from nutgraf.extract.html_several import split_several
from nutgraf.extract.html_title import find_title
from nutgraf.extract.html_unit_signs import Claims
from nutgraf.extract.html_units import are_several, find_units
from nutgraf.extract.lines import Line
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.shapes import LONG_PROSE, Shape, shape_of
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.split import split_lines

_LEAST = 60


def split_document(document: Document, metadata: Metadata, live: bool) -> Sorter:
    """Return every visible block of an HTML page with its role and draft; `live`: it calls itself a live blog."""
    found = keep_lines(document)
    _tell_hidden(document, found.kept)
    claims = Claims(live, metadata.page_title or metadata.title or "")
    sorter = _as_several(document, found, find_hours(document, found), claims, metadata)
    if sorter is None and (titles := find_titles(document, found)):
        sorter = _as_several(document, found, titles, claims, metadata)
    return sorter or split_one(document, found, metadata) or _by_rules(document, metadata)


def _as_several(document: Document, found: Kept, cuts: Cuts, claims: Claims, metadata: Metadata) -> Sorter | None:
    """A page as several texts, its lines cut where heads run in; nothing, and the lines whole, where it holds none."""
    whole = document.lines
    parted = part_lines(document, found, cuts) if cuts else found
    units = find_units(document, parted.likely, claims)
    if are_several(document.lines, parted.plain, units):
        return split_several(document, parted, units, metadata)
    document.lines = whole
    return None


def _tell_hidden(document: Document, kept: tuple[bool, ...]) -> None:
    """Note hidden text, which is no reader's; where a page hides most of its text until a script runs, it is read."""
    hidden = [line.region == "hidden" for line in document.lines]
    if not any(hidden):
        return
    letters = [0, 0]
    for line, keep, away in zip(document.lines, kept, hidden, strict=True):
        letters[away] += keep * len(line.words)
    if letters[True] > letters[False]:
        document.lines = [replace(line, region="") if line.region == "hidden" else line for line in document.lines]
        document.notes.append("the page hides most of its text until a script shows it; it was read")
    else:
        document.notes.append("hidden text found; it is kept out of the article")


def _by_rules(document: Document, metadata: Metadata) -> Sorter:
    lines = [line for line in document.lines if line.region != "hidden"]
    prose = [at for at, line in enumerate(lines) if _is_prose(line) and line.region not in AROUND]
    title = find_title(lines, prose, metadata)
    text = [at for at in prose if len(lines[at].words) >= _LEAST and lines[at].tag[:1] != "h"]
    boxes = Boxes(foreign_words(lines, text, title), lines[title].boxes if title is not None else ())
    foreign = {at for at, line in enumerate(lines) if boxes.foreign(line) or line.region in AROUND}
    foreign |= {at for at, line in enumerate(lines) if len(line.words) >= LONG_PROSE and _is_button(line)}
    sorter = split_lines(tuple(line for at, line in enumerate(lines) if at not in foreign))
    rest = [line for line in document.lines if line.region == "hidden"]
    mark_rest(sorted(rest + [lines[at] for at in foreign], key=lambda line: line.start), sorter, boxes)
    return sorter


def _is_button(line: Line) -> bool:
    return shape_of(line) is Shape.FURNITURE


def _is_prose(line: Line) -> bool:
    return line.link < 0.5 and shape_of(line) is Shape.PROSE

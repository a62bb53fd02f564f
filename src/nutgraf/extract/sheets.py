"""One sheet of a page read: its marked lines, tied to the page's text, and how much of it is accounted for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nutgraf.extract.completeness import Count, count_visible
from nutgraf.extract.freeze import page_parts
from nutgraf.extract.limits import Limits
from nutgraf.extract.reading import Reading, read_page
from nutgraf.extract.ready import read_ready
from nutgraf.extract.sorting import Marked
from nutgraf.extract.unwrapped import Holds, Sheet
from nutgraf.records.article import ArticleKind, PagePart, Role
from nutgraf.records.page import Page


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet with its reading: `marks` in the order of the sheet, their runs in the page's text."""

    sheet: Sheet
    reading: Reading
    marks: tuple[Marked, ...]
    drafts: tuple[tuple[Marked, ...], ...]
    count: Count

    @property
    def kinds(self) -> list[ArticleKind]:
        """Return the kind of each draft."""
        return self.reading.sorter.kinds

    def parts(self, shift: int) -> tuple[PagePart, ...]:
        """Return what every stretch of the sheet was taken for; drafts are counted from `shift`."""
        return page_parts(self.marks, shift)


def read_sheet(page: Page, sheet: Sheet, limits: Limits) -> Read:
    """Read a sheet: a page by the ordinary road, one ready text or teaser by its own lines."""
    if sheet.holds is Holds.PAGE:
        # Of a wrapped page, the wrapping tells whether the text is cut; the page's size says nothing of it.
        content = page.content if page.media is sheet.media else b""
        reading = read_page(replace(page, media=sheet.media, content=content), sheet.text.text, limits)
    else:
        reading = read_ready(sheet, limits)
    own = sorted(reading.sorter.marks, key=lambda mark: (mark.line.start, mark.line.end))
    count = count_visible(sheet.text.text, sheet.media, page_parts(own))
    marks = own if sheet.text.same else [replace(mark, line=sheet.text.traced(mark.line)) for mark in own]
    drafts: list[list[Marked]] = [[] for _ in reading.sorter.kinds]
    for mark in marks:
        if mark.draft is not None:
            drafts[mark.draft].append(mark)
    return Read(sheet, reading, tuple(marks), tuple(tuple(draft) for draft in drafts), count)


def wrapping_parts(stretches: list[tuple[int, int]]) -> list[PagePart]:
    """Return the stretches of a page that are its wrapping, as parts."""
    return [PagePart(start, end, Role.FURNITURE) for start, end in stretches if end > start]

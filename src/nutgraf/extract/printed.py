"""What the lines of one article print of its fields: title, byline, dateline, date."""

from __future__ import annotations

from nutgraf.extract.marks import find_byline, find_dateline, find_inner_byline
from nutgraf.extract.published import printed_date, relative_date
from nutgraf.extract.sorting import Marked
from nutgraf.extract.stamps import read_stamp
from nutgraf.extract.unwrapped import Fact, Told
from nutgraf.records.article import Field, Published, Role


def printed_facts(marks: list[Marked], fresh: Published | None, teaser: bool, captured: str | None = None) -> Told:
    """Return what an article's lines print; `fresh` is the date of a neighbour that is hours old at most.

    `captured` is when the page was fetched, where that is known.
    """
    dates = (printed_date(marks), relative_date(marks, fresh, captured))
    facts = [_title(marks), _byline(marks), None if teaser else _dateline(marks)]
    facts += [
        Fact(Field.PUBLISHED, date.value or "", date.how, date.sure, None, *_stamp(marks, date.value))
        for date in dates
        if date is not None
    ]
    return tuple(fact for fact in facts if fact is not None)


def _title(marks: list[Marked]) -> Fact | None:
    line = next((mark.line for mark in marks if mark.role is Role.TITLE), None)
    if line is None:
        return None
    how = f"the heading (h{line.tag[1:]}) over the text" if line.tag[:1] == "h" else "the line over the text"
    return Fact(Field.TITLE, line.words, how, start=line.start, end=line.end)


def _byline(marks: list[Marked]) -> Fact | None:
    lines = [mark.line for mark in marks if mark.role is Role.BYLINE]
    named = [
        (find_byline(line.words) or line.words, line)
        for line in lines
        if read_stamp(line.words) is None or find_byline(line.words)
    ]
    inner = [
        (name, mark.line)
        for mark in marks
        if mark.role is Role.BODY and (name := find_inner_byline(mark.line.words)) is not None
    ]
    names = named or inner
    value = ", ".join(dict.fromkeys(name for name, _ in names))
    how = "the byline printed with the text" if named else "the byline at the head of a paragraph"
    return Fact(Field.BYLINE, value, how, start=names[0][1].start, end=names[0][1].end) if value else None


def _dateline(marks: list[Marked]) -> Fact | None:
    first = next((mark.line for mark in marks if mark.role is Role.BODY), None)
    found = find_dateline(first.words) if first is not None else None
    if first is None or found is None:
        return None
    return Fact(Field.DATELINE, found.words, "the head of the first paragraph", start=first.start, end=first.end)


def _stamp(marks: list[Marked], value: str | None) -> tuple[int | None, int | None]:
    """Where a date is printed on a line of its own."""
    for mark in marks:
        if mark.role in (Role.TIME, Role.BYLINE, Role.OUTLET) and value and read_stamp(mark.line.words) == value:
            return mark.line.start, mark.line.end
    return None, None

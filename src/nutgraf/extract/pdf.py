# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""A PDF out of its pages: its lines in reading order, its paragraphs, what the file says of itself."""

from __future__ import annotations

import re

from nutgraf.errors import DocumentRefused
from nutgraf.extract.charsets import pass_gate
from nutgraf.extract.feed_facts import web_address
from nutgraf.extract.limits import Limits
from nutgraf.extract.pdf_lines import MOST_SIGNS, PdfFile, Printed, read_pdf
from nutgraf.extract.pdf_order import reading_order, running_lines
from nutgraf.extract.pdf_text import Placed, paragraphs
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.stamps import read_stamp
from nutgraf.extract.unwrapped import Fact, Sheet, Unwrapped
from nutgraf.extract.wire_dates import read_moment
from nutgraf.records.article import Field, Sure
from nutgraf.records.page import Media, Page

_HEAD = "a line that runs along the pages"
_ADDRESS = re.compile(r"https?://\S+")
_LEAST = 20
"""Letters below which a file holds no text."""
_NO_TITLE = re.compile(
    r"(?:untitled|unspecified|unnamed|document\d*|slide \d+|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd|html?|odt|tex|pages|pptx?))",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(r"(?:anonymous|unspecified|unknown|admin\w*|user\d*|owner|root|author|pc|-+)", re.IGNORECASE)
_MADE = "when the PDF was made, not when the article was published"
_STAMP = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?\d{0,2}(?:Z|([+-])(\d\d)'?(\d\d)?)?")


def unwrap_pdf(page: Page, limits: Limits) -> Unwrapped:
    """Return the text of a PDF, line by line as it is printed, and one sheet of its paragraphs."""
    file = read_pdf(page.content, limits.pdf_pages)
    ordered = [reading_order(pieces) for pieces in file.pages]
    running = running_lines(ordered)
    text, placed = _text(ordered)
    if sum(map(str.isalnum, text)) < _LEAST:
        raise DocumentRefused(_wordless(file))
    unwrapped = Unwrapped(text)
    own = [each for each in placed if each.line not in running]
    unwrapped.wrapping = [(each.start, each.start + len(each.line.words)) for each in placed if each.line in running]
    told = (*_along([each for each in placed if each.line in running]), *_told(file))
    address = next((fact.value for fact in told if fact.field is Field.ADDRESS), None)
    key = ("pdf", address) if address is not None else ()
    unwrapped.sheets.append(Sheet(paragraphs(own, text), Media.HTML, told=told, key=key, own_head=False))
    _remark(file, unwrapped, limits, len(unwrapped.wrapping))
    return unwrapped


def _text(pages: list[list[Printed]]) -> tuple[str, list[Placed]]:
    """The lines one below the other, an empty line between pages, and where each of them stands."""
    pieces: list[str] = []
    placed: list[Placed] = []
    length = 0
    for lines in pages:
        for line in lines:
            words = pass_gate(line.words).text
            clean = (
                line if words == line.words else Printed(words, line.page, line.left, line.right, line.base, line.size)
            )
            placed.append(Placed(clean, length))
            pieces.append(f"{words}\n")
            length += len(words) + 1
        pieces.append("\n")
        length += 1
    return "".join(pieces), placed


def _wordless(file: PdfFile) -> str:
    if file.pictured:
        return "this PDF holds pictures of text only; nutgraf reads no pictures, so have its text recognised first"
    return f"this PDF holds no text on its {file.count} pages"


def _along(running: list[Placed]) -> list[Fact]:
    """What runs along the pages: the outlet beside a date, and the address that a browser prints."""
    facts: list[Fact] = []
    for each in running:
        words, end = each.line.words, each.start + len(each.line.words)
        outlet, date = dated_outlet(words), read_stamp(words)
        if outlet is not None:
            facts.append(Fact(Field.CARRIER, outlet, _HEAD, Sure.SURE, None, each.start, end))
        if outlet is not None and date is not None:
            facts.append(Fact(Field.PUBLISHED, date, _HEAD, Sure.LIKELY, None, each.start, end))
        found = _ADDRESS.search(words)
        address = web_address(found.group(), "") if found is not None else None
        if found is not None and address is not None and "…" not in address and "..." not in address:
            start = each.start + found.start()
            facts.append(Fact(Field.ADDRESS, address, _HEAD, Sure.LIKELY, None, start, start + len(found.group())))
    return list({(fact.field, fact.value): fact for fact in reversed(facts)}.values())[::-1]


def _told(file: PdfFile) -> list[Fact]:
    """What the file's own fields say; nothing of it is printed, so it comes last, and its dates are never chosen."""
    facts: list[Fact] = []
    for name, field, none in (("Title", Field.TITLE, _NO_TITLE), ("Author", Field.BYLINE, _NO_AUTHOR)):
        value = " ".join(pass_gate(file.facts.get(name, "")).text.split())[:1000]
        if value:
            why_not = (
                f"no {field.value}: what programs write by themselves" if none.fullmatch(value.strip("()")) else None
            )
            facts.append(Fact(field, value, f"{name} in the PDF’s own fields", why_not=why_not))
    for name, field in (("CreationDate", Field.PUBLISHED), ("ModDate", Field.MODIFIED)):
        raw = file.facts.get(name, "").strip()
        if raw:
            value = _moment(raw) or raw[:60]
            facts.append(Fact(field, value, f"{name} in the PDF’s own fields", why_not=_MADE))
    return facts


def _moment(raw: str) -> str | None:
    found = _STAMP.match(raw)
    if found is None:
        return None
    year, month, day, hour, minute, sign, zone, part = found.groups()
    clock = f"T{hour}:{minute}" if hour and minute else ""
    offset = f"{sign}{zone}:{part or '00'}" if clock and sign else "+00:00" if clock else ""
    return read_moment(f"{year}-{month or '01'}-{day or '01'}{clock}{offset}")


def _remark(file: PdfFile, unwrapped: Unwrapped, limits: Limits, running: int) -> None:
    read = len(file.pages)
    if read < file.count:
        cap = f"{limits.pdf_pages} pages, {MOST_SIGNS} characters"
        unwrapped.damage.append(f"only the first {read} of its {file.count} pages were read (cap: {cap})")
    if file.pictured:
        shown = ", ".join(map(str, file.pictured[:10])) + (" and others" if len(file.pictured) > 10 else "")
        unwrapped.damage.append(f"pages that hold pictures only were not read: {shown}")
    if running:
        unwrapped.notes.append(f"{running} running heads, feet and page numbers were kept out of the text")

"""A PDF's pages to lines, each with its place and size, by PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nutgraf.errors import DocumentRefused

_BREAK = ("\r", "\n")
_HYPHEN = "\x02"
"""How PDFium gives a hyphen at which it saw a line end."""
_GAP = 1.5
"""White space wider than so many times the height of a line's letters parts two columns."""
MOST_SIGNS = 1_000_000
"""Characters of one PDF that are read: five times what one article may hold (4 to 5 s measured)."""
INSTALL = 'it is a PDF; to read PDFs, install what that needs: pip install "nutgraf[pdf]", then read it again'


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece of a printed line: its words, its page, its place from left and from below, the size of its letters."""

    words: str
    page: int
    left: float
    right: float
    base: float
    size: float

    @property
    def width(self) -> float:
        """Return how wide the piece is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class PdfFile:
    """What PDFium reads of a file: pieces page by page, pages that hold pictures alone, how many pages there are."""

    pages: tuple[tuple[Printed, ...], ...]
    pictured: tuple[int, ...]
    count: int
    facts: dict[str, str]


def read_pdf(content: bytes, most: int) -> PdfFile:
    """Return the lines of a PDF's first pages as they come in the file; what cannot be read is refused in words."""
    try:
        import pypdfium2
    except ImportError as error:
        raise DocumentRefused(INSTALL) from error
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        told = "the PDF is locked with a password" if locked else f"the PDF is damaged and cannot be opened ({error})"
        raise DocumentRefused(told) from error
    try:
        count = len(document)
        pages: list[tuple[Printed, ...]] = []
        pictured: list[int] = []
        signs = 0
        for number in range(min(count, most)):
            lines = _page(document, number)
            signs += sum(len(line.words) for line in lines)
            pages.append(lines)
            if not lines and _has_picture(document, number):
                pictured.append(number + 1)
            if signs > MOST_SIGNS:
                break
        facts = {name: value for name, value in document.get_metadata_dict().items() if value}
        return PdfFile(tuple(pages), tuple(pictured), count, facts)
    finally:
        document.close()


def _page(document: Any, number: int) -> tuple[Printed, ...]:  # noqa: ANN401 - the library has no types
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ()
    return tuple(_pieces(text, number))


def _has_picture(document: Any, number: int) -> bool:  # noqa: ANN401 - the library has no types
    import pypdfium2

    try:
        kinds = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)
        return next(iter(document[number].get_objects(filter=kinds, max_depth=2)), None) is not None
    except pypdfium2.PdfiumError:
        return False


def _pieces(text: Any, number: int) -> Iterator[Printed]:  # noqa: ANN401 - the library has no types
    """Cut a page's signs at line ends and at gaps that part columns."""
    from pypdfium2 import raw

    left, right, low, high = (ctypes.c_double() for _ in range(4))
    line = _Line(number)
    for place in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, place) or 0xFFFD)
        if sign in _BREAK:
            yield from line.done()
            continue
        raw.FPDFText_GetCharBox(text, place, left, right, low, high)
        if line.parted(sign, left.value):
            yield from line.done()
        if not line.signs:
            line.size = raw.FPDFText_GetFontSize(text, place)
        line.add("-" if sign == _HYPHEN else sign, left.value, right.value, low.value, high.value)
        if sign == _HYPHEN:
            yield from line.done()
    yield from line.done()


class _Line:
    """A piece in the making."""

    def __init__(self, page: int) -> None:
        self.page, self.size = page, 0.0
        self.clear()

    def clear(self) -> None:
        self.signs: list[str] = []
        self.lows: list[float] = []
        self.left, self.right, self.tall = float("inf"), float("-inf"), 0.0

    def parted(self, sign: str, left: float) -> bool:
        """Tell whether a sign stands so far to the right, or back to the left, that it is not of this piece."""
        if not self.lows or sign.isspace():
            return False
        return left - self.right > _GAP * max(self.tall, 1.0) or left < self.left - self.tall

    def add(self, sign: str, left: float, right: float, low: float, high: float) -> None:
        self.signs.append(sign)
        if not sign.isspace():
            self.left, self.right = min(self.left, left), max(self.right, right)
            self.lows.append(low)
            self.tall = max(self.tall, high - low)

    def done(self) -> Iterator[Printed]:
        words = "".join(self.signs).strip()
        if words and self.lows:
            base = sorted(self.lows)[len(self.lows) // 2]
            yield Printed(words, self.page, self.left, self.right, base, self.size or self.tall)
        self.clear()

"""Bytes to text: one public function, so that anybody can verify an offset from the page's bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from nutgraf.records.page import Media, Page

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_SAMPLE = 65_536
# What browsers read when a page says so (WHATWG): the label means the larger Windows set.
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, with the evidence for its charset and what the gate removed or could not read, in words."""

    text: str
    notes: tuple[str, ...]
    damage: tuple[str, ...] = ()


def decode_page(page: Page) -> Decoded:
    """Return the page's bytes as text: BOM, then declared charset, then UTF-8, then a guess, each noted.

    NUL and other control characters are removed and counted; every page offset in nutgraf points into this text.
    """
    text, notes = _decode(page.content, page.media)
    clean, removed = _CONTROLS.subn("", text)
    unreadable = clean.count("\ufffd")
    damage = (
        *((f"{removed} control characters removed",) if removed else ()),
        *((f"{unreadable} places could not be read as text and stand as “\ufffd”",) if unreadable else ()),
    )
    return Decoded(clean, (*notes, *damage), damage)


def _decode(content: bytes, media: Media) -> tuple[str, tuple[str, ...]]:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), (f"charset {name} by byte order mark",)
    wide = _wide(content)
    if wide is not None:
        return content.decode(wide, "replace"), (f"charset {wide} by its zero bytes",)
    declared = _declared(content) if media is Media.HTML else None
    try:
        return content.decode(declared or "utf-8"), (
            f"charset {declared} as declared" if declared else "charset utf-8",
        )
    except UnicodeDecodeError:
        return _misdeclared(content, declared)


def _misdeclared(content: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Neither the declared charset nor UTF-8 fits whole: take UTF-8 where few places are unreadable, else guess."""
    evidence = (f"declared charset {declared} does not fit",) if declared else ()
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad == 0:
        return text, (*evidence, "charset utf-8")
    high = sum(1 for byte in content[:_SAMPLE] if byte >= 0x80)
    if bad * 3 < high or bad * 10_000 < len(text):
        return text, (*evidence, f"charset utf-8 with {bad} unreadable places replaced")
    name = declared or _guess(content)
    return content.decode(name, "replace"), (*evidence, f"charset {name} as the best guess")


def _guess(content: bytes) -> str:
    best = from_bytes(content[:_SAMPLE]).best()
    return best.encoding if best is not None and best.encoding not in ("ascii", "utf_8") else "cp1252"


def _declared(content: bytes) -> str | None:
    found = _META.search(content[:8192]) or _XML.search(content[:256])
    if found is None:
        return None
    label = found.group(1).decode("ascii").lower()
    name = _WEB_NAMES.get(label, label)
    # A page that can be read far enough to find this declaration is not UTF-16, whatever it says (WHATWG 13.2.3.2).
    if name.replace("_", "-").startswith(("utf-16", "utf-32")):
        return "utf-8"
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    # Codecs that turn bytes into bytes (rot13, zlib) or run code paths of their own are no charsets.
    return info.name if info._is_text_encoding and info.name not in ("idna", "punycode", "unicode_escape") else None


def _wide(content: bytes) -> str | None:
    sample = content[:2048]
    if len(sample) < 16:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None

"""Bytes to text: which charset they are in, in the order of the web standard, each step noted; and the text gate."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from nutgraf.extract.prescan import declared_labels
from nutgraf.records.page import Media

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_SAMPLE = 65_536
# What browsers read when a page says so (WHATWG): the label means the larger set.
_WEB_NAMES = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "x-sjis": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp", "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman", "x-user-defined": "cp1252", "x-mac-cyrillic": "mac_cyrillic",
    "unicode": "utf-16-le", "utf-16": "utf-16-le",
}  # fmt: skip
_NO_CHARSETS = frozenset("idna punycode unicode-escape raw-unicode-escape utf-7 undefined mbcs oem".split())
"""Codecs of Python's that are no charsets of the web, or hide markup from whoever reads the bytes (UTF-7)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, with the evidence for its charset and what the gate removed or could not read, in words."""

    text: str
    notes: tuple[str, ...]
    damage: tuple[str, ...] = ()


def decode_bytes(content: bytes, media: Media, transport: str | None = None) -> Decoded:
    """Return bytes as text: by byte order mark, what came with them, what they declare, UTF-8, a guess, in this order.

    `transport` is the charset that the transport, container or mail part names.
    """
    text, notes = _decode(content, media, transport)
    return pass_gate(text, notes)


def pass_gate(text: str, notes: tuple[str, ...] = ()) -> Decoded:
    """Return text without NUL and other control characters, and say how many there were (faults.md, rule 12)."""
    clean, removed = _CONTROLS.subn("", text)
    unreadable = clean.count("\ufffd")
    damage = (
        *((f"{removed} control characters removed",) if removed else ()),
        *((f"{unreadable} places could not be read as text and stand as “\ufffd”",) if unreadable else ()),
    )
    return Decoded(clean, (*notes, *damage), damage)


def without_controls(words: str) -> str:
    """Return words without control characters, as escapes inside a text may bring them past the gate."""
    return _CONTROLS.sub("", words)


def _decode(content: bytes, media: Media, transport: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), (f"charset {name} by byte order mark",)
    wide = _wide(content)
    if wide is not None:
        return content.decode(wide, "replace"), (f"charset {wide} by its zero bytes",)
    evidence: list[str] = []
    named = ((transport, "as sent"), (_declared(content, media), "as declared"))
    known: list[str] = []
    for label, how in ((label, how) for label, how in named if label):
        charset = charset_of(label)
        if charset is None:
            evidence.append(f"there is no charset “{label}”, {how}")
            continue
        try:
            return content.decode(charset), (*evidence, f"charset {charset} {how}")
        except UnicodeDecodeError:
            known.append(charset)
            evidence.append(f"charset {charset}, {how}, does not fit")
    try:
        return content.decode("utf-8"), (*evidence, "charset utf-8")
    except UnicodeDecodeError:
        return _misdeclared(content, next(iter(known), None), tuple(evidence))


def _misdeclared(content: bytes, named: str | None, evidence: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Neither a named charset nor UTF-8 fits whole: take UTF-8 where few places are unreadable, else guess."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    high = sum(1 for byte in content[:_SAMPLE] if byte >= 0x80)
    if bad * 3 < high or bad * 10_000 < len(text):
        return text, (*evidence, f"charset utf-8 with {bad} unreadable places replaced")
    name = named or _guess(content)
    return content.decode(name, "replace"), (*evidence, f"charset {name} as the best guess")


def _guess(content: bytes) -> str:
    best = from_bytes(content[:_SAMPLE]).best()
    return best.encoding if best is not None and best.encoding not in ("ascii", "utf_8") else "cp1252"


def _declared(content: bytes, media: Media) -> str | None:
    """The label that the bytes themselves give: in a meta tag of HTML, or in an XML declaration."""
    label = None
    for each in declared_labels(content) if media is Media.HTML else ():
        label = label or each
        if charset_of(each):
            label = each
            break
    xml = _XML.search(content[:1024]) if media is not Media.TEXT else None
    if label is None and xml is not None:
        label = xml.group(1).decode("ascii")
    if label is None:
        return None
    # What can be read far enough to find this declaration is not UTF-16, whatever it says (WHATWG 13.2.3.2).
    wide = label.lower().replace("_", "-").startswith(("utf-16", "utf16", "utf-32", "utf32"))
    return "utf-8" if wide else label


def charset_of(label: str) -> str | None:
    """Return the codec for a label as the web uses it, or nothing where there is no such charset."""
    plain = label.strip(" \t\r\n\"'").lower()
    try:
        info = codecs.lookup(_WEB_NAMES.get(plain, plain))
    except (LookupError, ValueError):
        return None
    # Codecs that turn bytes into bytes (rot13, zlib) or run code paths of their own are no charsets.
    return info.name if info._is_text_encoding and info.name.replace("_", "-") not in _NO_CHARSETS else None


def _wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, by where the zero bytes of Latin letters lie."""
    sample = content[: 2048 - 2048 % 4]
    if len(sample) < 16:
        return None
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    if min(zeros[0], zeros[1], zeros[2]) > 0.8 > 0.1 > zeros[3]:
        return "utf-32-be"
    if min(zeros[1], zeros[2], zeros[3]) > 0.8 > 0.1 > zeros[0]:
        return "utf-32-le"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else None

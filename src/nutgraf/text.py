"""Pure helpers on strings: they return offsets, keys and hashes, never changed text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word: letters and digits, with inner apostrophes ("don't", "O’Brien")."""

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "‐": "-"}
)

_MAY_COMBINE = re.compile("[^\0-\u02ff]")
"""Signs below these combine with none, and most of a Latin text lies there."""


def stable_id(*parts: str | bytes) -> str:
    """Return 32 hexadecimal digits of SHA-256 over the parts, each with its length so that no two lists collide."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:32]


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Return the matching key of words: NFKC, no accents, lower case, straight quotes and hyphens, single spaces."""
    if words.isascii():
        return " ".join(words.lower().split())
    plain = words.translate(_QUOTES)
    if plain.isascii():
        return " ".join(plain.lower().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).translate(_QUOTES))
    return " ".join(_MAY_COMBINE.sub(_without_accent, plain).casefold().split())


def _without_accent(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found.group()) else found.group()


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word) for each word of `text[start:end]`, offsets into `text`."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end(), match.group()


def folded_words(text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """Return the words of `text[start:end]`, folded: what two printings of the same words have in common."""
    return tuple(fold(word) for _, _, word in words(text, start, end))


def has_words(text: str, least: int, start: int = 0, end: int | None = None) -> bool:
    """Tell whether `text[start:end]` has at least so many words, without counting the rest."""
    return next(islice(words(text, start, end), least - 1, None), None) is not None


def host_of(address: str | None) -> str:
    """Return the host that an address names, or "" where it names none or cannot be read as an address."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:  # brackets with no IPv6 address in them
        return ""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of `text[start:end]` without white space at either side."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_STOPS_NOT = "".join(rf"(?<!\b{short})" for short in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gov"))
_SENTENCE_END = re.compile(rf"\n|{_STOPS_NOT}[.!?]+[”\"’')\]]*(?=\s)(?!\s+[a-z0-9])")


def rough_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what ends with a full stop or a line: enough to tell how much of a text is another's."""
    end = len(text) if end is None else end
    for match in _SENTENCE_END.finditer(text, start, end):
        found = trim(text, start, match.end())
        if found[0] < found[1]:
            yield found
        start = match.end()
    found = trim(text, start, end)
    if found[0] < found[1]:
        yield found


def between(fewest: int, most: int, one: str) -> str:
    """Return a count that lies between two with its noun: "2 origins", "1 to 4 origins"."""
    told = f"{most}" if fewest == most else f"{fewest} to {most}"
    return f"{told} {one}" + ("" if most == 1 else "s")


def listed(names: Sequence[str], most: int | None = None) -> str:
    """Return names as people write them, in their order: "A, B and C"; beyond `most` the others are counted."""
    shown = list(names[:most])
    rest = len(names) - len(shown)
    shown += [f"{rest} more"] if rest else []
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def percent(share: float) -> str:
    """Return a share as whole percent; "0%" is nothing and "100%" is all, so no share between is told as either."""
    whole = round(share * 100)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole}%"

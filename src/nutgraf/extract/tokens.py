"""An own linear tokenizer of HTML: tags, text and their places, whatever the nesting.

Linear in the page's length on any input: every search for a closing mark that fails is remembered, so that a million
open comments cost one scan (faults.md, C5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,60})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW = frozenset(
    "script style template noscript svg iframe textarea select title math object audio video canvas".split()
)
_QUOTED = re.compile(r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_TO_THE_END = frozenset(("script", "style", "title"))
"""Never closed, these hide the rest of a page in every browser (HTML 13.2.5.2 and 13.2.5.3)."""
_LONGEST_TAG = 2_000


class Token(NamedTuple):
    """A start tag, an end tag, a stretch of text, or a whole raw element (`kind` is start, end, text or raw).

    A named tuple, not a frozen dataclass: two thousand are made for a page, and each takes a third of the time.
    """

    kind: str
    name: str
    start: int
    end: int
    inner: int = 0
    inner_end: int = 0


def tokenize(source: str) -> Iterator[Token]:
    """Yield the tokens of an HTML page in order."""
    ends: dict[str, int] = {}
    lower = source.lower()
    if len(lower) != len(source):
        lower = source
    at, length = 0, len(source)
    opening_of, tag_of, new = _OPENING.search, _TAG.match, tuple.__new__
    while at < length:
        found = opening_of(source, at)
        opening = found.start() if found else length
        if opening > at:
            yield new(Token, ("text", "", at, opening, 0, 0))
            at = opening
            if at >= length:
                return
        tag = tag_of(source, at)
        if tag is None:
            token = _markup(source, at, ends)
        else:
            closes, name = tag.groups()
            name = name.lower()
            end = _tag_end(source, tag.end())
            if closes:
                token = new(Token, ("end", name, at, end, 0, 0))
            elif name in _RAW and source[end - 2 : end] != "/>":
                token = _raw(source, lower, Token("start", name, at, end, end), ends)
            else:
                token = new(Token, ("start", name, at, end, end, 0))
        yield token
        at = token.end


def attributes(source: str, token: Token, most: int) -> dict[str, str]:
    """Return a start tag's attributes, the first `most` of them, names in lower case."""
    found: dict[str, str] = {}
    begin = token.start + 1 + len(token.name)
    for number, match in enumerate(_ATTRIBUTE.finditer(source, begin, max(begin, token.inner - 1))):
        if number >= most:
            break
        name, double, single, bare = match.groups()
        found.setdefault(name.lower(), double or single or bare or "")
    return found


def _markup(source: str, at: int, ends: dict[str, int]) -> Token:
    if source.startswith("<!--", at):
        return Token("comment", "", at, _after(source, "-->", at + 4, ends))
    if source.startswith(("<!", "<?", "</"), at):
        return Token("comment", "", at, _after(source, ">", at + 2, ends))
    return Token("text", "", at, at + 1)


def _raw(source: str, lower: str, opening: Token, ends: dict[str, int]) -> Token:
    """A whole element whose inside is no markup, given its start tag."""
    _, name, start, end, _, _ = opening
    closing = f"</{name}"
    if ends.get(closing) == -1:
        return opening
    close = lower.find(closing, end)
    if close < 0 and name in _TO_THE_END:
        return Token("raw", name, start, len(source), end, len(source))
    if close < 0:
        # Never closed: the element is taken as empty, so that what follows is not lost in silence.
        ends[closing] = -1
        return opening
    return Token("raw", name, start, _after(source, ">", close, ends), end, close)


def _tag_end(source: str, at: int) -> int:
    """The end of a tag; a `>` inside quotes does not end it, unless the quote is never closed."""
    end = source.find(">", at) + 1
    if end == 0:
        return len(source)
    if end - at < 2 or not (source.count('"', at, end) & 1 or source.count("'", at, end) & 1):
        return end
    match = _QUOTED.match(source, at, min(len(source), at + _LONGEST_TAG))
    return match.end() if match else end


def _after(source: str, mark: str, at: int, ends: dict[str, int]) -> int:
    if ends.get(mark) == -1:
        return len(source)
    found = source.find(mark, at)
    if found < 0:
        ends[mark] = -1
        return len(source)
    return found + len(mark)

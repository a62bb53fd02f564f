"""An own linear tokenizer of HTML: tags, text and their places, whatever the nesting.

Where tags, comments and scripts end is what the HTML standard says, so that nothing that a browser shows is taken for
markup. Linear in the page's length on any input: every search that fails is remembered (faults.md, C5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"<(?:(/?)([a-zA-Z][^\t\n\f\r />]{0,80})(?:[^\"'>]*+(>))?|(?=[/!?]))")
"""A tag, up to its end where no quote stands before that, or any other markup."""
_NAME_ENDS = "\t\n\f\r />"
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,60})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW = frozenset(
    """
    script style template noscript svg iframe textarea select title math object audio video canvas xmp plaintext
    """.split()
)
_BROKEN_OUT = re.compile(
    "<(?:b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|embed|h[1-6]|head|hr|i|img|li|listing|menu|meta|nobr|ol|p|pre"
    r"|ruby|s|small|span|strong|strike|sub|sup|table|tt|u|ul|var)(?=[\t\n\f\r />])"
)
"""A drawing or formula ends where one of these begins (HTML 13.2.6.5)."""
_HELD_INSIDE = {"svg": ("<foreignobject", "<desc"), "math": ("<mi", "<mo", "<mn", "<ms", "<mtext", "<annotation-xml")}
"""Unless one of these, in which HTML may stand, is in the drawing or formula."""
VERBATIM = frozenset(("xmp", "plaintext"))
"""In these, all is text, tags too."""
_QUOTED = re.compile(r"""(?:[^>=]++|=[\t\n\f\r ]*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_SCRIPT = re.compile(r"<!--(?:-?>)?|-->|<(/?)script(?=[\t\n\f\r />])")
_TO_THE_END = frozenset(("script", "style", "title", "plaintext"))
"""Never closed, these hide the rest of a page in every browser (HTML 13.2.5.2 and 13.2.5.3); the last shows it."""
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
    opening_of, new = _OPENING.search, tuple.__new__
    while at < length:
        found = opening_of(source, at)
        if found is None:
            yield new(Token, ("text", "", at, length, 0, 0))
            return
        if found.start() > at:
            yield new(Token, ("text", "", at, found.start(), 0, 0))
            at = found.start()
        closes, name, closed = found.groups()
        if name is None:
            token = _markup(source, at, ends)
        else:
            end = found.end() if closed else _tag_end(source, found.end(2))
            name = name.lower()
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
        return Token("comment", "", at, _comment_end(source, at + 4))
    if source.startswith("<![CDATA[", at) and -1 in (ends.get("svg"), ends.get("math")):
        return Token("comment", "", at, at + 9)  # a section of text in a drawing or formula that is never closed
    if source.startswith(("<!", "<?", "</"), at):
        return Token("comment", "", at, _after(source, ">", at + 2))
    return Token("text", "", at, at + 1)


def _comment_end(source: str, at: int) -> int:
    """The end of a comment, also of the two shortest (`<!-->`, `<!--->`)."""
    if source.startswith((">", "->"), at):
        return source.index(">", at) + 1
    found = _COMMENT_END.search(source, at)
    return found.end() if found is not None else len(source)


def _raw(source: str, lower: str, opening: Token, ends: dict[str, int]) -> Token:
    """A whole element whose inside is no markup, given its start tag."""
    _, name, start, end, _, _ = opening
    if ends.get(name) == -1:
        return opening
    if name == "script":
        close = _script_end(lower, end, ends)
    elif ends.get(name, -1) >= end:
        close = ends[name]
    else:
        ends[name] = close = _close(lower, name, end)
    if name in _HELD_INSIDE and _breaks_out(lower, name, end, close, ends):
        return opening
    if name == "plaintext" or (close < 0 and name in _TO_THE_END):
        return Token("raw", name, start, len(source), end, len(source))
    if close < 0:
        # Never closed: the element is taken as empty, so that what follows is not lost in silence.
        ends[name] = -1
        return opening
    return Token("raw", name, start, _after(source, ">", close), end, close)


def _breaks_out(lower: str, name: str, at: int, close: int, ends: dict[str, int]) -> bool:
    """Tell whether HTML begins inside a drawing or formula: then it is no whole element, and is read as the rest is."""
    key = f"out of {name}"
    if at <= ends.get(key, -1) < close:
        return True  # as for the drawing around it
    found = _BROKEN_OUT.search(lower, at, close) if close >= 0 else None
    if found is None or any(mark in lower[at : found.start()] for mark in _HELD_INSIDE[name]):
        return False
    ends[key] = found.start()
    return True


def _close(lower: str, name: str, at: int) -> int:
    """Where the end tag of an element stands, -1 where there is none."""
    tag = f"</{name}"
    place = lower.find(tag, at)
    while place >= 0 and lower[place + len(tag) : place + len(tag) + 1] not in _NAME_ENDS:
        place = lower.find(tag, place + 1)
    return place


def _script_end(lower: str, at: int, ends: dict[str, int]) -> int:
    """Where a script ends: in what looks like a comment, a script inside it is passed over (HTML 13.2.5.20 to 31)."""
    close = _close(lower, "script", at)
    if close < 0 or "escaped script" in ends or lower.find("<!--", at, close) < 0:
        return close
    escaped = inside = False
    for found in _SCRIPT.finditer(lower, at):
        mark = found.group()
        if mark.startswith("<!--"):
            escaped = escaped or mark == "<!--"
        elif mark == "-->":
            escaped = inside = False
        elif not found.group(1):
            inside = escaped
        elif not inside:
            return found.start()
        else:
            inside = False
    # It would hide the rest of the page: the first end tag is taken instead, and the rest is read.
    ends["escaped script"] = -1
    return close


def _tag_end(source: str, at: int) -> int:
    """The end of a tag; a `>` inside quotes does not end it, unless the quote is never closed."""
    end = source.find(">", at) + 1
    if end == 0:
        return len(source)
    if end - at < 2 or not (source.count('"', at, end) & 1 or source.count("'", at, end) & 1):
        return end
    match = _QUOTED.match(source, at, min(len(source), at + _LONGEST_TAG))
    return match.end() if match else end


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)

"""An own linear walk over JSON: every value with its path and its place; damaged JSON is read as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.extract.charsets import without_controls
from nutgraf.extract.ties import Tied, Weaver

_TOKEN = re.compile(r'\s*+(?:(?P<string>"(?:[^"\\]|\\.)*+")|(?P<sign>[{}\[\],:])|(?P<plain>[^\s{}\[\],:"]++))', re.DOTALL)
_ESCAPE = re.compile(r'\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))', re.DOTALL)
_SHORT = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "\f"}
DEEPEST = 1_000

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is no object and no list: its path, its place (a string's without the quotes), whether a string."""

    path: Path
    start: int
    end: int
    string: bool


class JsonEnds(Exception):
    """The text ends, or is damaged, before the value that it holds does."""


def leaves(source: str) -> Iterator[Leaf]:
    """Yield the values of a JSON text in order; `JsonEnds` where it is cut or damaged, after what came before."""
    path: list[str | int] = []
    objects: list[bool] = []
    key: str | None = None
    waiting = True
    at = 0
    while waiting or objects:
        found = _TOKEN.match(source, at)
        if found is None:
            raise JsonEnds
        at = found.end()
        sign = found.group("sign")
        if sign in ("{", "["):
            if len(objects) >= DEEPEST:
                raise JsonEnds
            objects.append(sign == "{")
            path.append("" if sign == "{" else 0)
            key, waiting = None, sign == "["
        elif sign in ("}", "]"):
            if not objects or objects.pop() != (sign == "}"):
                raise JsonEnds
            path.pop()
            waiting = False
        elif sign == ",":
            if not objects:
                raise JsonEnds
            waiting = not objects[-1]
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else ""
            key = None
        elif sign == ":":
            path[-1], waiting = key or "", True
        elif objects and objects[-1] and not waiting:
            key = json_text(source, found.start("string") + 1, at - 1).text if found.group("string") else None
        else:
            start, end = found.span("string") if found.group("string") else found.span("plain")
            inner = 1 if found.group("string") else 0
            yield Leaf(tuple(path), start + inner, end - inner, bool(inner))
            waiting = False


def json_text(source: str, start: int, end: int) -> Tied:
    """Return what a JSON string says, tied to the place where it is written."""
    weaver, at = Weaver(), start
    for found in _ESCAPE.finditer(source, start, end):
        weaver.take(source[at : found.start()], at, found.start())
        weaver.take(without_controls(_meant(found)), found.start(), found.end())
        at = found.end()
    weaver.take(source[at:end], at, end)
    return weaver.done()


def _meant(found: re.Match[str]) -> str:
    high, low, one, short = found.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if one:
        code = int(one, 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
    return _SHORT.get(short, short)

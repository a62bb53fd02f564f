"""An own linear walk over JSON: every value with its path and its place; damaged JSON is read as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.extract.charsets import without_controls
from nutgraf.extract.ties import Tied, Weaver

_TOKEN = re.compile(
    r'\s*+(?:(?P<string>"(?:[^"\\]|\\.)*+")|(?P<sign>[{}\[\],:])|(?P<plain>[^\s{}\[\],:"]++))', re.DOTALL
)
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL
)
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
    walk, at = _Walk(source), 0
    while walk.waiting or walk.objects:
        found = _TOKEN.match(source, at)
        if found is None:
            raise JsonEnds
        at = found.end()
        if found.group("sign"):
            walk.sign(found.group("sign"))
        elif walk.objects and walk.objects[-1] and not walk.waiting:
            walk.name(found)
        else:
            string = found.group("string") is not None
            start, end = found.span("string" if string else "plain")
            yield Leaf(tuple(walk.path), start + string, end - string, string)
            walk.waiting = False


class _Walk:
    """Where in the tree the walk is; `waiting` is true where a value must come next."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.path: list[str | int] = []
        self.objects: list[bool] = []
        self.key = ""
        self.waiting = True

    def sign(self, sign: str) -> None:
        if sign in "{[":
            self._open(sign == "{")
        elif not self.objects or (sign in "}]" and self.objects[-1] != (sign == "}")):
            raise JsonEnds
        elif sign in "}]":
            self.objects.pop()
            self.path.pop()
            self.waiting = False
        elif sign == ",":
            place = self.path[-1]
            self.path[-1] = place + 1 if isinstance(place, int) else ""
            self.waiting = not self.objects[-1]
        else:
            self.path[-1], self.waiting = self.key, True

    def _open(self, is_object: bool) -> None:
        if len(self.objects) >= DEEPEST:
            raise JsonEnds
        self.objects.append(is_object)
        self.path.append("" if is_object else 0)
        self.waiting = not is_object

    def name(self, found: re.Match[str]) -> None:
        start, end = found.span("string")
        self.key = json_text(self.source, start + 1, end - 1).text if end > start else ""


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

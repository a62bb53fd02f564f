"""Words of an HTML page outside its blocks: in drawings, formulas, fields of forms, stand-ins for what is embedded.

A reader sees them, so they are accounted for; they are of no text.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from nutgraf.extract.lines import Line, Run
from nutgraf.extract.tokens import VERBATIM, Token, tokenize
from nutgraf.text import trim

_HELD = ("select", "math", "object")
_DRAWN = ("<text", "<foreignobject")
"""What of a drawing shows words; most are icons without any."""
_WHOLE = (*VERBATIM, "textarea")
_MOST = 20_000
"""So many stretches of one element are taken; who counts sees that the rest is missing."""


def field_lines(source: str, raw: list[Token]) -> Iterator[Line]:
    """Yield the words in those elements of a page that are not read as blocks, each stretch between two tags a line."""
    for token in raw:
        for start, end in itertools.islice(_stretches(source, token, 0), _MOST):
            first, last = trim(source, start, end)
            if first < last:
                words = source[first:last]
                yield Line(words, first, last, (Run(0, len(words), first, last),))


def _stretches(source: str, token: Token, shift: int) -> Iterator[tuple[int, int]]:
    """The stretches of text in an element; it nests no deeper than there are names of such elements."""
    if token.name in _WHOLE:
        yield shift + token.inner, shift + token.inner_end
        return
    inside = source[token.inner : token.inner_end]
    if token.name not in _HELD and not (token.name == "svg" and any(mark in inside.lower() for mark in _DRAWN)):
        return
    for inner in tokenize(inside):
        if inner.kind == "text":
            yield shift + token.inner + inner.start, shift + token.inner + inner.end
        elif inner.kind == "raw":
            yield from _stretches(inside, inner, shift + token.inner)

"""An article cut into instances as CofeNet cut PolNeAR: by paragraphs, with its habits at their borders.

Found on the valid part, whose texts are PolNeAR's dev articles; no script of it is public. A paragraph that no stop
ends goes on in the next ("He said:"). A sentence of one word that opens a paragraph belongs to what stands before it,
and so does a mark that can only close a quote (”, '').
"""

from __future__ import annotations

import re

from evals.annotation.quoted import Place
from nutgraf.annotate.sentences import sentence_spans
from nutgraf.text import trim

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_ENDED = re.compile(r"(?<![ap]\.m)[.!?…][\"”’'»)\]]*$")
_STRAY = re.compile(r"(?:''|”)(?=\s*\S)")


def cut_text(text: str) -> list[Place]:
    """Return the instances of an article, in order."""
    instances: list[Place] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = trim(text, *paragraph.span())
        if not instances:
            instances.append((start, end))
            continue
        begun, before = instances[-1]
        parted = _parted(text, start, end) if _ENDED.search(text, begun, before) else end
        if parted > start:
            instances[-1] = (begun, parted)
        if parted < end:
            instances.append(trim(text, parted, end))
    return instances


def _parted(text: str, start: int, end: int) -> int:
    """Return up to where a paragraph belongs to what stands before it."""
    first = next(sentence_spans(text, start, end))[1]
    stray = _STRAY.match(text, start, end)
    if len(text[start:first].split()) == 1:
        return first
    return stray.end() if stray else start

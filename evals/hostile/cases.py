"""One document given to the program, and the written page that a vector is set into."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """One document: its name in its corpus, the end of its file's name, its bytes."""

    name: str
    suffix: str
    content: bytes


_ABOVE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour gate stays shut - Norland Courier</title>{head}</head>
<body><header><a href="/">Norland Courier</a></header><article><h1>Harbour gate stays shut</h1>
<p class="byline">By Nadia Kron</p>
<p>NORDHAVEN - The sea gate of the inner harbour will stay shut until Thursday, the harbour master said on Monday, \
because two of its four hinges have to be cast anew.</p>
<p>"We have seen worse in the winter of the long ice," she told the council, "but never two hinges at once."</p>
<div>"""
_BELOW = """</div>
<p>Ferries to the islands leave from the coal quay in the meantime. The crews were told on Sunday evening, and the \
fishers have moved their boats behind the old mole.</p>
<p>The works cost about 40,000 crowns, which the port pays out of its own till.</p>
</article><footer><p>Norland Courier, Quay Street 4, Nordhaven</p></footer></body></html>
"""
_LINES = """Harbour gate stays shut

By Nadia Kron

NORDHAVEN - The sea gate of the inner harbour will stay shut until Thursday, the harbour master said on Monday.

{}

Ferries to the islands leave from the coal quay in the meantime. The crews were told on Sunday evening.
"""


def as_bytes(words: str) -> bytes:
    """Return words in UTF-8; lone surrogates stay, as the invalid bytes that they are."""
    return words.encode("utf-8", "surrogatepass")


def in_page(name: str, vector: str, head: str = "") -> Case:
    """Return a written page with a vector in the middle of its text, or in its head."""
    return Case(name, ".html", as_bytes(_ABOVE.format(head=head) + vector + _BELOW))


def in_lines(name: str, vector: str) -> Case:
    """Return a written page without tags with a vector in the middle of its text."""
    return Case(name, ".txt", as_bytes(_LINES.format(vector)))


def bare(name: str, content: str | bytes, suffix: str = ".html") -> Case:
    """Return a vector that is a whole document."""
    return Case(name, suffix, as_bytes(content) if isinstance(content, str) else content)

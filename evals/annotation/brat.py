"""Attributions in brat files: `T` lines are spans, of one piece or several, and `E` lines tie them together."""

from __future__ import annotations

from dataclasses import dataclass

from evals.annotation.quoted import Place

SET_ASIDE = frozenset(("Discard", "Discuss"))
"""Kinds of spans that the annotators threw away or left to be talked over."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The pieces of who says it, by which words, and what; offsets of the text."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]

    @property
    def width(self) -> int:
        """How many characters of content there are."""
        return sum(end - start for start, end in self.content)


def read_brat(content: str) -> tuple[list[Attribution], list[Place]]:
    """Return the attributions, and the places set aside for discussion or thrown away."""
    spans: dict[str, tuple[Place, ...]] = {}
    neutral: list[Place] = []
    found: list[Attribution] = []
    lines = [(key, rest) for key, tab, rest in (line.partition("\t") for line in content.split("\n")) if tab]
    for key, rest in ((key, rest.partition("\t")[0]) for key, rest in lines if _numbered(key, "T")):
        label, _, places = rest.partition(" ")
        spans[key] = tuple(_place(piece) for piece in places.split(";"))
        neutral += spans[key] if label in SET_ASIDE else ()
    for parts in (rest.split() for key, rest in lines if _numbered(key, "E")):
        roles: dict[str, tuple[Place, ...]] = {}
        for part in parts:
            role, _, key = part.partition(":")
            role = role.rstrip("0123456789")
            roles[role] = roles.get(role, ()) + spans.get(key, ())
        found.append(Attribution(roles.get("Source", ()), roles.get("Cue", ()), roles.get("Content", ())))
    return found, neutral


def _numbered(key: str, kind: str) -> bool:
    """Tell a line's key from words of a span that go on in a line of their own."""
    return key[:1] == kind and key[1:].isdigit()


def _place(words: str) -> Place:
    start, _, end = words.partition(" ")
    return int(start), int(end)

"""The small language that frames are written in, read into trees.

A frame is a page written once, with a label before each line:

    t {title}            a line; its label, then a pattern with {slots} and [ways|to|say] it
    o? {origin}          the line is there half of the time; `?.2` a fifth of the time
    (empty line)         an empty line, where the page has any
    body 3-9 heads=.3    paragraphs of the story at hand, with the options that body.py explains
    story [KIND]         a new article begins with the next line that is an article's own
    tease                a new teaser begins with the next teaser line
    use NAME, use? NAME  a part from parts.frame
    maybe .4 / any / or / many 2-5 / end
    one / one .4         as `any` and `maybe`, but a page chooses once and keeps to it
    plan 3-6 [KIND]      some stories are drawn ahead, so that a list of contents can name them
    listed f {number}. {planned}   a line for each of them; each ... end   the steps for each in turn
    heads ... end        the same, but no new story: what was listed are the headings of one text
    set KEY VALUE        how the page looks

Labels: f furniture, t title, d deck, b byline, m time, o outlet, c caption, x credit, r reprint line, p body,
h subheading, l list, T teaser's title, X its text, C its caption, M its time, outlet or byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LABELS = "ftdbmocxrphlTXCM"
_LINE = re.compile(rf"([{LABELS}])(\?[.\d]*)? (.*)")
_BLOCK = re.compile(r"(maybe|many|any|one|each|heads|def)\b ?(.*)")
_WORD = re.compile(r"(use|body|story|tease|set|plan|listed)(\?[.\d]*)?(?: (.*))?$")


@dataclass(frozen=True, slots=True)
class Node:
    """One step of a frame: a line, a command or a block with `ways` of inner steps."""

    kind: str
    text: str = ""
    chance: float = 1.0
    ways: tuple[tuple[Node, ...], ...] = ()


class BadFrame(Exception):
    """A frame that cannot be read; the message names the line."""


def read_frames(folder: Path) -> tuple[dict[str, tuple[Node, ...]], dict[str, tuple[Node, ...]]]:
    """Return the frames by name and the parts that they share."""
    frames: dict[str, tuple[Node, ...]] = {}
    parts: dict[str, tuple[Node, ...]] = {}
    for path in sorted(folder.glob("*.frame")):
        for name, nodes in _read(path):
            target = parts if path.stem.startswith("parts") else frames
            if name in target:
                raise BadFrame(f"{path.name}: {name} stands twice")
            target[name] = nodes
    return frames, parts


def read_words(folder: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words that pages print around texts, by language and section."""
    return {path.stem: _sections(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))}


def _sections(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and "|" not in line:
            name = line[1:-1]
            found[name] = []
        elif line and name and not line.startswith("# "):
            found[name].append(line)
    return {key: tuple(values) for key, values in found.items()}


def _read(path: Path) -> list[tuple[str, tuple[Node, ...]]]:
    """Read a file of `def NAME` ... `end` blocks."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found: list[tuple[str, tuple[Node, ...]]] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if line.startswith("def "):
            ways, at = _ways(lines, at + 1, path.name)
            found.append((line[4:].strip(), ways[0]))
        elif line and not line.startswith("#"):
            raise BadFrame(f"{path.name}, line {at + 1}: only def ... end stands outside: {line}")
        else:
            at += 1
    return found


def _ways(lines: list[str], at: int, name: str) -> tuple[tuple[tuple[Node, ...], ...], int]:
    """Read to the matching `end`; `or` parts the ways."""
    ways: list[list[Node]] = [[]]
    while at < len(lines):
        line = lines[at].strip()
        if line == "end":
            return tuple(map(tuple, ways)), at + 1
        if line == "or":
            ways.append([])
            at += 1
        elif block := _BLOCK.fullmatch(line):
            inner, at = _ways(lines, at + 1, name)
            ways[-1].append(_block(block.group(1), block.group(2), inner))
        else:
            node = _step(line)
            if node is None and not line.startswith("#"):
                raise BadFrame(f"{name}, line {at + 1}: {line}")
            ways[-1].extend([node] if node else [])
            at += 1
    raise BadFrame(f"{name}: a block has no end")


def _block(kind: str, text: str, ways: tuple[tuple[Node, ...], ...]) -> Node:
    if kind == "maybe":
        return Node("any", "", float(text or 0.5), ways)
    return Node(kind, text, 1.0, ways)


def _step(line: str) -> Node | None:
    if not line:
        return Node("gap")
    if found := _LINE.fullmatch(line):
        return Node(found.group(1), found.group(3), _chance(found.group(2)))
    if found := _WORD.fullmatch(line):
        return Node(found.group(1), found.group(3) or "", _chance(found.group(2)))
    return None


def _chance(written: str | None) -> float:
    return 1.0 if written is None else float(written[1:] or 0.5)

"""Forms that only the whole page tells: heads that run on over its leaves, and who speaks in a transcript."""

from __future__ import annotations

import re
from collections import defaultdict

from nutgraf.extract.lines import RULED, Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.shapes import ends_sentence
from nutgraf.text import fold

_LEAF = re.compile(r"(?:(\d{1,3})\W+)?(\D{2,60}?)(?:\W+(\d{1,3}))?")
_PAGE = re.compile(
    r"(?:[-–—] ?)?\d{1,3} ?[-–—]|(?:page|seite|página|pagina|p\.) \d{1,3}(?: (?:of|von|de|di|sur|/) \d{1,3})?",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}(?:, [A-ZÀ-Þ. ]{2,30})?:(?: \S.*)?", re.DOTALL)
_SCENE = re.compile(r"[(\[][A-ZÀ-Þ][^()\[\]a-z]{3,120}[)\]]")
_LEAST_LEAVES, _LEAST_SPOKEN = 2, 5
_LONGEST_LEAF = 70
_SIGNER = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}")
_IS = re.compile(
    r"(?:['’]s (?:last|latest|next|new|first|most recent) "
    r"|,? (?:is|was|are|has been|writes|teaches|works|lives|farms|covers|ist|est|es|è|é) )"
)
_LONGEST_NAME, _LONGEST_BIO, _PROSE, _REACH = 40, 220, 100, 80
_HEAD, _LEAST_WORDS = 8, 4


def running_heads(lines: tuple[Line, ...]) -> list[int]:
    """Return the lines that print a leaf's number, alone or beside the name of what is printed.

    The name stands alone on the page too; the numbers differ and grow from leaf to leaf.
    """
    found: list[int] = []
    leaves: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        words = line.words
        if len(words) > _LONGEST_LEAF or not (words[0].isdigit() or words[-1].isdigit() or words[0] in "-–—PpSs"):
            continue
        match = _LEAF.fullmatch(words)
        if _PAGE.fullmatch(words):
            found.append(at)
        elif match is not None and (match[1] is None) != (match[3] is None):
            leaves[fold(match[2])].append((at, int(match[1] or match[3])))
    counted = {name: told for name, told in leaves.items() if _counts_up([number for _, number in told])}
    alone = {fold(line.words) for line in lines if counted and len(line.words) <= _LONGEST_LEAF}
    for name in counted.keys() & alone:
        found.extend(at for at, _ in counted[name])
    return sorted(found)


def _counts_up(numbers: list[int]) -> bool:
    return len(numbers) >= _LEAST_LEAVES and numbers == sorted(set(numbers))


def spoken_lines(lines: tuple[Line, ...]) -> list[int]:
    """Return the lines of a transcript that its speakers' names in capitals open, and what is heard between them."""
    spoken = [at for at, line in enumerate(lines) if ":" in line.words[:80] and _SPEAKER.fullmatch(line.words)]
    names = {lines[at].words.partition(":")[0].partition(",")[0].rsplit(" ", 1)[-1] for at in spoken}
    if len(spoken) < _LEAST_SPOKEN or 3 * len(names) > 2 * len(spoken):
        return []  # Places that open short reports differ from one to the next.
    first, last = spoken[0], spoken[-1]
    heard = [at for at in range(first, last) if _SCENE.fullmatch(lines[at].words)]
    return sorted((*spoken, *heard))


def signed_off(lines: tuple[Line, ...]) -> list[int]:
    """Return the lines right under a text that say who it is whose name stands alone above the text."""
    found: list[int] = []
    names: dict[str, int] = {}
    for at, line in enumerate(lines):
        words = line.words
        if len(words) <= _LONGEST_NAME and _SIGNER.fullmatch(words):
            names[fold(words)] = at
            continue
        match = _SIGNER.match(words) if names and len(words) <= _LONGEST_BIO else None
        ended = at + 1 == len(lines) or len(lines[at + 1].words) < _PROSE
        if match is None or not ended or not _IS.match(words, match.end()):
            continue
        above = names.get(fold(match[0]))
        if above is not None and 1 < at - above <= _REACH:
            found.append(at)
    return found


def ruled_reports(lines: tuple[Line, ...]) -> list[int]:
    """Return the lines under a row of signs that open a report: its dateline, or a heading right over one."""
    found: list[int] = []
    for at, line in enumerate(lines):
        if line.hint != RULED:
            continue
        below = lines[at + 1].words if at + 1 < len(lines) and len(line.words) <= _LONGEST_BIO // 2 else ""
        if any(len(words) > _LONGEST_NAME and find_dateline(words) is not None for words in (line.words, below)):
            found.append(at)
    return found


def head_lines(lines: tuple[Line, ...]) -> list[int]:
    """Return the lines right above the first paragraph of a page that may be its headline: headings of some words."""
    first = next((at for at, line in enumerate(lines) if len(line.words) >= _PROSE and ends_sentence(line.words)), 0)
    return [
        at
        for at in range(max(0, first - _HEAD), first)
        if len(lines[at].words) <= _LONGEST_BIO // 2
        and len(lines[at].words.split()) >= _LEAST_WORDS
        and not ends_sentence(lines[at].words.rstrip("?"))
    ]

"""How the forms of a page's lines come again: rows of like lines, lists of contents, names that sign, entries' clocks.

A reader sees at a glance that every text of a page has a name under it, or a clock before it, or stands in the list
above; each feature here is one such sight as a small number. No word is kept, only whether words are the same.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.lines import RULED, Line
from nutgraf.extract.traits import MOST, NAMES, read_traits

Table = NDArray[np.int64]

RHYTHM = tuple(
    """
    told_below told_above signer_above signs_below row_likely row_same row_wide ruled_above ruled_below
    timed_log dateline_log numbered_log speaks_log runs_in_log leaders_log names_log ruled_log
    """.split()
)
_AT = {name: place for place, name in enumerate(NAMES)}
_KINDS = (
    ("stamp", "ago", "clock"),
    ("byline",),
    ("caption", "credit_bracket", "image"),
    ("copyright", "closer", "button", "furniture", "link", "offer", "paywall"),
    ("dateline",),
    ("timed",),
    ("speaks",),
    ("line_long",),
    ("numbered",),
    ("shouted",),
    ("person_name",),
    ("outlet_name",),
    ("ends_question",),
    ("quote_only",),
    ("label",),
    ("ends_sentence",),
)
"""The kind of a line is the first of these that it has a trait of; what has none is a bare heading."""
_COARSE = (0, 1, 2, 3, 4, 5, 5, 5, 5, 0, 0, 2, 2, 0, 0, 0, 0)
"""What the kinds have in common: a heading, a time, a name, a caption, the page's own, prose."""
_PAGE_COUNTS = ("timed", "dateline", "numbered", "speaks", "runs_in", "leaders", "person_name")
_TOLD_AGAIN, _LONGEST, _LEAST_KEY = 3, 120, 6
_EDGES = re.compile(r"^\W*(?:\d{1,2}\b\W*)?|(?:[ .]{3,}|, (?:page|p\.|seite|pagina|página) ?)\d{1,3}$|\W+$")
_LONGEST_NAME, _FAR = 40, 80


def read_rhythm(lines: tuple[Line, ...], own: NDArray[np.uint8], folded: list[str]) -> Table:
    """Return a row of small numbers for each line, in the order of `RHYTHM`."""
    ruled = np.array([line.hint == RULED for line in lines] + [False])
    counts = np.broadcast_to([*_page_counts(own), _log(int(ruled.sum()))], (len(lines), len(_PAGE_COUNTS) + 1))
    rules = np.stack([ruled[:-1], ruled[1:]], axis=1) * MOST
    return np.concatenate([_contents(folded), _signers(folded, own), _rows(lines, own), rules, counts], axis=1)


def likely_rows(lines: tuple[Line, ...]) -> list[tuple[int, ...]]:
    """Return for each line a row that like lines share: its kind, what stands above and below, what its head is."""
    own = np.frombuffer(b"".join(read_traits(line.words) for line in lines), dtype=np.uint8).reshape(-1, len(NAMES))
    kinds = line_kinds(own)
    coarse = [-1, *(_COARSE[kind] for kind in kinds), -1]
    runs_in = own[:, _AT["runs_in"]] > 0
    return [
        (kind, coarse[at], coarse[at + 2], int(runs_in[at]), int(lines[at].hint == RULED), len(lines[at].tag))
        for at, kind in enumerate(kinds)
    ]


def line_kinds(own: NDArray[np.uint8]) -> list[int]:
    """Return the kind of each line as a number, 0 for a bare heading."""
    kinds = np.zeros(len(own), dtype=np.int64)
    for number, names in reversed(list(enumerate(_KINDS, start=1))):
        kinds[(own[:, [_AT[name] for name in names]] > 0).any(axis=1)] = number
    return [int(kind) for kind in kinds]


def _contents(folded: list[str]) -> Table:
    """Whether a heading's words, but for numbers and dots around them, stand again further down or further up."""
    keys = [_EDGES.sub("", words) if len(words) <= _LONGEST else "" for words in folded]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, key in enumerate(keys):
        first.setdefault(key, at)
        last[key] = at
    rows = [
        (
            len(key) >= _LEAST_KEY and last[key] - at >= _TOLD_AGAIN,
            len(key) >= _LEAST_KEY and at - first[key] >= _TOLD_AGAIN,
        )
        for at, key in enumerate(keys)
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, 2) * MOST


def _signers(folded: list[str], own: NDArray[np.uint8]) -> Table:
    """Whether a line begins with a name that stands alone above it, and whether a name's line does so further down."""
    rows = np.zeros((len(folded), 2), dtype=np.int64)
    named = (own[:, _AT["person_name"]] > 0) | (own[:, _AT["shouted"]] > 0) & (own[:, _AT["some_words"]] > 0)
    seen: dict[str, int] = {}
    for at, words in enumerate(folded):
        if len(words) <= _LONGEST_NAME:
            if named[at] and " " in words:
                seen[words.strip(" .,—–-")] = at
            continue
        for end in (found.start() for found in re.finditer(r"[ ,’']", words[: _LONGEST_NAME + 1])):
            above = seen.get(words[:end])
            if above is not None and at - above <= _FAR:
                rows[at, 0], rows[above, 1] = MOST, MOST
    return rows


def _rows(lines: tuple[Line, ...], own: NDArray[np.uint8]) -> Table:
    """How often the kinds of a line and its neighbours stand so in a row on the page; rows of one kind are none."""
    fine = line_kinds(own)
    coarse = [_COARSE[kind] for kind in fine]
    gapped = [kind * 2 + line.gap for kind, line in zip(fine, lines, strict=True)]
    columns = (_again(coarse, 1), _again(gapped, 1), _again(coarse, 2))
    return np.array(columns, dtype=np.int64).T


def _again(kinds: list[int], reach: int) -> list[int]:
    padded = [-1] * reach + kinds + [-1] * reach
    rows = [tuple(padded[at : at + 2 * reach + 1]) for at in range(len(kinds))]
    counts = Counter(rows)
    return [min(MOST, (counts[row] - 1).bit_length() * 4) if len(set(row)) > 1 else 0 for row in rows]


def _page_counts(own: NDArray[np.uint8]) -> list[int]:
    """How many lines of the page have some forms, by powers of two."""
    return [_log(int(count)) for count in (own[:, [_AT[name] for name in _PAGE_COUNTS]] > 0).sum(axis=0)]


def _log(count: int) -> int:
    return min(MOST, count.bit_length() * 3)

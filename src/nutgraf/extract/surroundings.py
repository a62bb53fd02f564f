"""What a line's neighbours and its page tell: doubled lines, prose near by, what stood above, words that come again."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.glued import LINK
from nutgraf.extract.lines import Line
from nutgraf.extract.page_words import SMALL_WORDS
from nutgraf.extract.rhythm import RHYTHM, read_rhythm
from nutgraf.extract.traits import MOST, NAMES, read_traits
from nutgraf.text import fold

Table = NDArray[np.uint8]

_NEAR, _PULLED = 4, 8
_QUOTED = " .,!?…\"'“”‘’«»"
_FAR = 64
_PROSE, _LONG = 80, 140
_KEY = re.compile(r"[^\W\d_]{5,}")
_KEY_LENGTH = 7
_BITS = 1 << 12
"""Of a page with more different words than these some share a bit, so that long pages need little memory."""
_DIGITS = re.compile(r"\d+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_AT = {name: place for place, name in enumerate(NAMES)}

_NEAR_BY = tuple(
    """
    same_above same_below same_near same_count same_often holds_neighbour held_by_neighbour same_start_below
    gap_above gap_below h1 h2 h3 item paragraph quote linked cell
    place place_log rest_log page_log prose_share prose_before prose_after_any
    prose_above prose_below since_prose until_prose since_long until_long letters_above letters_below
    since_closer since_time until_time since_double since_button since_paywall since_copyright
    times_log agos_log gaps_share twins_log form_log
    words_below words_above words_tie words_next words_all
    """.split()
)
SURROUNDINGS = _NEAR_BY + RHYTHM
WIDTH = len(NAMES) + len(SURROUNDINGS)


def read_features(lines: tuple[Line, ...]) -> Table:
    """Return a row of `WIDTH` small numbers for each line."""
    own = np.frombuffer(b"".join(read_traits(line.words) for line in lines), dtype=np.uint8).reshape(-1, len(NAMES))
    folded = [fold(line.words) for line in lines]
    parts = (_doubles(folded), _tags(lines), _places(own, lines), _distances(own, folded), _counts(own, lines, folded))
    return np.concatenate([own, *parts, _ties(lines, own), read_rhythm(lines, own, folded)], axis=1).astype(np.uint8)


def _log(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Small numbers exactly, larger ones by their size in powers of two."""
    bits: NDArray[np.int32] = np.frexp(values)[1]
    return np.minimum(MOST, bits.astype(np.int64) * 2)


def _doubles(folded: list[str]) -> Table:
    """Where a line's words stand again: right above, right below, within four lines, anywhere."""
    counts = Counter(folded)
    bare = [words.strip(_QUOTED) for words in folded]
    rows = []
    for at, words in enumerate(folded):
        above = folded[at - 1] if at else ""
        below = folded[at + 1] if at + 1 < len(folded) else ""
        near = folded[max(0, at - _NEAR) : at] + folded[at + 1 : at + 1 + _NEAR]
        long = len(words) >= 12
        rows.append(
            (
                words == above, words == below, words in near, counts[words] > 1, counts[words] > 2,
                long and any(len(other) >= 12 and other in words and other != words for other in near),
                long and _pulled(bare, at),
                long and below[:24] == words[:24],
            )
        )  # fmt: skip
    return np.array(rows, dtype=np.uint8) * MOST


def _pulled(bare: list[str], at: int) -> bool:
    """Whether a longer line near by holds a line's words: a quote pulled out of a text, a title cut short."""
    words = bare[at]
    return any(words in other and other != words for other in bare[max(0, at - _PULLED) : at + 1 + _PULLED])


def _tags(lines: tuple[Line, ...]) -> Table:
    rows = []
    for at, line in enumerate(lines):
        tag = line.tag
        rows.append(
            (
                line.gap, at + 1 < len(lines) and lines[at + 1].gap, tag == "h1", tag == "h2", tag in _HEADINGS[2:],
                tag == "li", tag == "p", tag == "blockquote", line.link >= 0.8 or line.hint == LINK, line.cell,
            )
        )  # fmt: skip
    return np.array(rows, dtype=np.uint8) * MOST


def _prose(own: Table) -> NDArray[np.bool_]:
    """Long lines that end as sentences do, or hold several."""
    ends = (own[:, _AT["ends_sentence"]] > 0) | (own[:, _AT["inner_ends"]] > 0)
    quiet = (own[:, _AT["furniture"]] == 0) & (own[:, _AT["caption"]] == 0)
    prose: NDArray[np.bool_] = (own[:, _AT["line_long"]] > 0) & ends & quiet
    return prose


def _places(own: Table, lines: tuple[Line, ...]) -> NDArray[np.int64]:
    count = len(lines)
    at = np.arange(count)
    prose = _prose(own)
    letters = np.array([len(line.words) for line in lines]) * prose
    whole = max(1, int(letters.sum()))
    before = np.concatenate([[0], np.cumsum(letters)])[:-1]
    return np.stack(
        [
            at * MOST // count,
            _log(at),
            _log(count - 1 - at),
            np.full(count, min(MOST, 2 * count.bit_length())),
            np.full(count, int(prose.sum()) * MOST // count),
            before * MOST // whole,
            ((whole - before - letters) > 0) * MOST,
        ],
        axis=1,
    )


def _distances(own: Table, folded: list[str]) -> NDArray[np.int64]:
    prose = _prose(own)
    long = prose & (own[:, _AT["prose_long"]] > 0)
    letters = np.array([len(words) for words in folded])
    near = _window(prose * letters, 5)
    near_long = _window((letters > _PROSE) * letters, 3)
    times = (own[:, _AT["stamp"]] | own[:, _AT["ago"]] | own[:, _AT["clock"]]) > 0
    doubled = np.array([at > 0 and words == folded[at - 1] and len(words) > 14 for at, words in enumerate(folded)])
    return np.stack(
        [
            np.minimum(MOST, _window(prose * 1, 6)[0] * 3),
            np.minimum(MOST, _window(prose * 1, 6)[1] * 3),
            _log(_since(prose)), _log(_until(prose)), _log(_since(long)), _log(_until(long)),
            _log(near_long[0] // 32), _log(near[1] // 32),
            _log(_since(own[:, _AT["closer"]] > 0)), _log(_since(times)), _log(_until(times)), _log(_since(doubled)),
            _log(_since(own[:, _AT["button"]] > 0)), _log(_since(own[:, _AT["paywall"]] > 0)),
            _log(_since(own[:, _AT["copyright"]] > 0)),
        ],
        axis=1,
    )  # fmt: skip


def _since(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many lines above the last marked one stands; `_FAR` where there is none."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -_FAR))
    last = np.concatenate([[-_FAR], last])[:-1]
    return np.minimum(at - last, _FAR)


def _until(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    return _since(marks[::-1])[::-1]


def _window(values: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The sums over the `size` lines above and below each line."""
    sums = np.concatenate([[0], np.cumsum(values)])
    count = len(values)
    at = np.arange(count)
    above = sums[at] - sums[np.maximum(0, at - size)]
    below = sums[np.minimum(count, at + 1 + size)] - sums[at + 1]
    return above, below


def _counts(own: Table, lines: tuple[Line, ...], folded: list[str]) -> NDArray[np.int64]:
    """What the page has much of: times, empty lines, the same line but for its numbers, the same row of forms."""
    count = len(lines)
    stamps = int((own[:, _AT["stamp"]] > 0).sum() + (own[:, _AT["clock"]] > 0).sum())
    agos = int((own[:, _AT["ago"]] > 0).sum())
    gaps = sum(line.gap for line in lines) * MOST // count
    masked = [_DIGITS.sub("0", words)[:80] for words in folded]
    twins = Counter(masked)
    forms = _forms(own)
    rows = Counter(itertools.pairwise(forms))
    return np.array(
        [
            (
                min(MOST, stamps.bit_length() * 3), min(MOST, agos.bit_length() * 3), gaps,
                min(MOST, (twins[masked[at]] - 1).bit_length() * 4),
                min(MOST, rows[(forms[at], forms[at + 1] if at + 1 < count else 0)].bit_length() * 3),
            )
            for at in range(count)
        ],
        dtype=np.int64,
    ).reshape(count, 5)  # fmt: skip


def _forms(own: Table) -> list[int]:
    """A rough form of each line as one number: how long, how it ends, which of some forms it has."""
    size = own[:, _AT["letters"]].astype(np.int64) // 2
    signs = (
        "ends_sentence",
        "ago",
        "stamp",
        "clock",
        "byline",
        "outlet_name",
        "closer",
        "button",
        "caption",
        "dateline",
    )
    for place, name in enumerate(signs):
        size += (own[:, _AT[name]] > 0).astype(np.int64) << (4 + place)
    return [int(value) for value in size]


def _ties(lines: tuple[Line, ...], own: Table) -> NDArray[np.int64]:
    """How many of a line's longer words come again below and above, and whether the texts there share words."""
    known: dict[str, int] = {}
    masks = [_mask(line.words, known) for line in lines]
    prose = [at for at, told in enumerate(_prose(own)) if told]
    above, below = _unions(masks, prose, len(lines))
    everything = 0
    for at in prose:
        everything |= masks[at]
    rows = []
    for at, mask in enumerate(masks):
        size = max(1, min(mask.bit_count(), 12))
        tie = max(1, min(above[at].bit_count(), below[at].bit_count(), 24))
        following = masks[at + 1] if at + 1 < len(masks) else 0
        rows.append(
            (
                min(MOST, (mask & below[at]).bit_count() * MOST // size),
                min(MOST, (mask & above[at]).bit_count() * MOST // size),
                min(MOST, (above[at] & below[at]).bit_count() * MOST // tie),
                min(MOST, (mask & following).bit_count() * MOST // size),
                min(MOST, (mask & everything).bit_count() * MOST // size) if mask else 0,
            )
        )
    return np.array(rows, dtype=np.int64).reshape(len(lines), 5)


def _mask(words: str, known: dict[str, int]) -> int:
    """The longer words of a line as bits, numbered as they come up on the page."""
    mask = 0
    for found in _KEY.findall(words[:1200]):
        word = found.lower()
        if word not in SMALL_WORDS:
            key = word[:_KEY_LENGTH]
            mask |= 1 << (known.setdefault(key, len(known)) & (_BITS - 1))
    return mask


def _unions(masks: list[int], prose: list[int], count: int) -> tuple[list[int], list[int]]:
    """The words of the nearest paragraphs above and below each line."""
    above, below = [0] * count, [0] * count
    place = 0
    for at in range(count):
        while place < len(prose) and prose[place] < at:
            place += 1
        for other in prose[max(0, place - _NEAR) : place]:
            above[at] |= masks[other]
        after = place + (place < len(prose) and prose[place] == at)
        for other in prose[after : after + _NEAR]:
            below[at] |= masks[other]
    return above, below

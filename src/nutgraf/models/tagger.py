"""The tagger: names, attribution, times and quantities of sentences, in one pass of one encoder.

`weights/tagger.onnx` is an int8 network made by `training/tagger` (card: docs/models/tagger.md). The labels of a head
are BIOES: outside, then begin, inside, end, single of each kind; a path that breaks them is mended by the best one that
does not (Viterbi).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import accumulate, pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.runtime import Network, look_up, run_windows
from nutgraf.models.windows import Window, make_windows
from nutgraf.models.word_pieces import Words, read_words

HEADS = {
    "name": ("person", "organisation", "place", "group"),
    "attribution": ("source", "cue", "content"),
    "time": ("time",),
    "quantity": ("quantity",),
}
"""What each head tells apart, in the order of the network's scores."""
LEAST = {"name": 40}
"""How sure a head must be at least, in hundredths; below it more names are wrong than right (UNER EWT and GUM dev)."""
KEPT = 4096
"""So many windows' tags are kept in memory, so that a reprint costs nothing: some 500 articles, about 10 MB."""

SHIPPED = "tagger"
"""The network that ships."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tag:
    """A span of a sentence that a head marks; `sure` is the least probability of its labels, in hundredths."""

    start: int
    end: int
    head: str
    label: str
    sure: int


def tag_sentences(sentences: Sequence[str], network: Network = SHIPPED) -> list[tuple[Tag, ...]]:
    """Return the tags of each sentence of one text, sorted by place; the sentences stand in the order of the text.

    Another network of the same make may be named by its file, to be measured.
    """
    words = read_words(sentences)
    windows = make_windows(sentences, words)
    keys = [(network, _key(sentences, window)) for window in windows]
    missing = [at for at, key in enumerate(keys) if key not in _kept]
    told = run_windows(network, [_inputs(windows[at]) for at in missing])
    fresh = {keys[at]: _read(windows[at], words, scores[0]) for at, scores in zip(missing, told, strict=True)}
    found: list[list[Tag]] = [[] for _ in sentences]
    for window, key in zip(windows, keys, strict=True):
        for number, tags in zip(range(window.first, window.last), _recall(key, fresh), strict=True):
            found[number] += tags
    return [tuple(sorted(tags, key=lambda tag: (tag.start, tag.end, tag.head))) for tags in found]


Read = tuple[tuple[Tag, ...], ...]
"""The tags of each sentence of a window."""

Key = tuple[Network, bytes]
"""The network, and what a window's tags depend on."""

_kept: OrderedDict[Key, Read] = OrderedDict()


def _key(sentences: Sequence[str], window: Window) -> bytes:
    """Return what a window's tags depend on: the sentences that are read, and which part of a long one."""
    told = "\0".join((*sentences[window.before : window.last], str(window.first - window.before), str(window.cut)))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _recall(key: Key, fresh: dict[Key, Read]) -> Read:
    """Return a window's tags, kept or fresh, and keep them."""
    tags = fresh[key] if key in fresh else _kept[key]
    _kept[key] = tags
    _kept.move_to_end(key)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return tags


def _read(window: Window, words: Sequence[Words], scores: Scores) -> Read:
    """Return the tags of each sentence of a window that was run."""
    numbers = range(window.first, window.last)
    places = [words[number].places[window.cut : window.until] for number in numbers]
    firsts = [start + _firsts(words[number], window) for number, start in zip(numbers, window.starts, strict=True)]
    return _tags(places, scores[np.concatenate(firsts)])


def _inputs(window: Window) -> dict[str, Scores]:
    return {"vectors": look_up(window.pieces)[None], "features": window.features[None].astype(np.float32)}


def _firsts(words: Words, window: Window) -> NDArray[np.int64]:
    """Return where each word of a sentence that stands in a window has its first piece, counted from the sentence's."""
    sizes = [len(word) for word in words.pieces[window.cut : window.until]]
    return np.cumsum([0, *sizes])[:-1].astype(np.int64)


def _tags(places: Sequence[Sequence[tuple[int, int]]], scores: Scores) -> Read:
    """Return the tags of sentences one after another: the places of each one's words, and the scores of all words."""
    found: list[list[Tag]] = [[] for _ in places]
    bounds = list(pairwise(accumulate(map(len, places), initial=0)))
    first = 0
    for head, kinds in HEADS.items():
        width = 1 + 4 * len(kinds)
        part = scores[:, first : first + width]
        first += width
        labels = part.argmax(axis=1)
        if not labels.any():
            continue
        sure = _certainty(part, labels)
        for own, words, (start, end) in zip(found, places, bounds, strict=True):
            told, certain = labels[start:end], sure[start:end]
            if not told.any():
                continue
            if not _allowed(width)[np.append(0, told), np.append(told, 0)].all():
                told = _best_path(part[start:end])
                certain = _certainty(part[start:end], told)
            own += (tag for tag in _spans(words, head, kinds, told, certain) if tag.sure >= LEAST.get(head, 0))
    return tuple(map(tuple, found))


def _certainty(scores: Scores, labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the probability of each word's label in hundredths."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    chosen = shifted[np.arange(len(labels)), labels] / shifted.sum(axis=1)
    hundredths: NDArray[np.int64] = np.round(chosen * 100).astype(np.int64)
    return hundredths


def _spans(
    places: Sequence[tuple[int, int]],
    head: str,
    kinds: Sequence[str],
    labels: NDArray[np.int64],
    sure: NDArray[np.int64],
) -> list[Tag]:
    found, begun = [], 0
    for at in labels.nonzero()[0].tolist():
        label = int(labels[at])
        kind, part = divmod(label - 1, 4)
        if part in (0, 3):
            begun = at
        if part in (2, 3):
            least = int(sure[begun : at + 1].min())
            found.append(Tag(places[begun][0], places[at][1], head, kinds[kind], least))
    return found


@cache
def _allowed(width: int) -> NDArray[np.bool_]:
    """Return which label may follow which: inside and end only after begin or inside of the same kind."""
    allowed = np.zeros((width, width), dtype=bool)
    for before in range(width):
        for after in range(width):
            open_kind = (before - 1) // 4 if before and (before - 1) % 4 in (0, 1) else None
            goes_on = (after - 1) // 4 if after and (after - 1) % 4 in (1, 2) else None
            allowed[before, after] = open_kind == goes_on
    return allowed


def _best_path(scores: Scores) -> NDArray[np.int64]:
    """Return the allowed labels with the greatest sum of scores; of equals, the lower label.

    Inside and end follow begin or inside of their own kind, all else follows what is closed: a few sums for each word,
    where the general search needs as many as there are pairs of labels.
    """
    first, *rest = scores.tolist()
    begins = range(1, len(first), 4)
    closed = (0, *(label for begin in begins for label in (begin + 2, begin + 3)))
    best = [-inf] * len(first)
    for label in (0, *(label for begin in begins for label in (begin, begin + 3))):
        best[label] = first[label]
    back: list[list[int]] = []
    for row in rest:
        shut = max(closed, key=best.__getitem__)
        came = [shut] * len(row)
        sums = [best[shut] + score for score in row]
        for begin in begins:
            held = begin if best[begin] >= best[begin + 1] else begin + 1
            for label in (begin + 1, begin + 2):
                sums[label], came[label] = best[held] + row[label], held
        best = sums
        back.append(came)
    labels = [max(closed, key=best.__getitem__)]
    for came in reversed(back):
        labels.append(came[labels[-1]])
    return np.array(labels[::-1], dtype=np.int64)

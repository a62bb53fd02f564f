"""An article as the copy finder reads it: words as numbers, and which of them are the article's own voice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from nutgraf.records.article import Article
from nutgraf.text import fold, words

Numbers = NDArray[np.uint64]

PASSAGE_SHINGLE = 8
"""Words in the shingles that find shared passages."""

LONGEST_QUOTE = 120
"""Words between quote marks above which they are taken for marks that do not belong together."""

_DOUBLE = re.compile(r"(?:[“„«]|(?<!\w)\"(?=\S))[^“”„\"«»\n]*(?:[”“\"»]|$)", re.MULTILINE)
_SINGLE = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\s'’])[^‘\n]{0,900}?[’'](?![^\W_])")
_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?![\s”\"’')\]]*(?:\s|$))[^\n.!?]*)*(?:[.!?]+[”\"’')\]]*|$)", re.MULTILINE)
_BOILERPLATE = re.compile(
    r"newsletter|\bsign(?:ing)? up\b|subscri(?:be|ption)|all rights reserved|privacy policy|terms of (?:use|service)"
    r"|contributed to this (?:report|story|article)|\b(?:additional )?(?:reporting|editing|writing) by\b"
    r"|originally (?:appeared|published)|may not be (?:published|reproduced|redistributed)|copyright\b|©|advertisement"
    r"|(?:join|contact) us\b|\bfollow (?:us|@|.{1,40} on (?:twitter|facebook|instagram|x)\b)|\bour app\b|read more"
    r"|click here|just watched|must watch|replay more|support (?:our|local|independent) journalis|(?:news )?tips? to\b"
    r"|\bis (?:an? |the )?(?:\w+ ){0,4}(?:writer|reporter|correspondent|columnist|editor) (?:at|for|of|in|with)\b",
    re.IGNORECASE,
)
"""Words of an outlet's furniture that extraction may leave in a text: offers, credits, rights, who the writer is."""

_HINTS = (
    *("newsletter", "sign", "subscri", "rights reserved", "privacy", "terms of", "contributed", "reporting by"),
    *(
        "editing by",
        "writing by",
        "originally",
        "may not be",
        "copyright",
        "©",
        "advertisement",
        "join us",
        "contact us",
    ),
    *("follow", "our app", "read more", "click here", "watch", "replay", "journalis", "tip", "writer", "reporter"),
    *("correspondent", "columnist", "editor"),
)
"""Plain strings of which a paragraph with boilerplate has one: looked for first, because that is ten times faster."""

SHORT_LINE = 60
"""Words of a paragraph that one boilerplate sentence makes boilerplate as a whole."""

_LINE = re.compile(r"[^\n]+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Reading:
    """One article's words: `starts`/`ends` offsets into the text, `numbers` a stable number per folded word.

    `own` is true for words outside quote marks: a quotation that two articles share shows one speaker, not one text.
    `furniture` is true for boilerplate ("Sign up for our newsletter"). `sentences` are (first word, last word + 1).
    """

    article: Article
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: Numbers
    own: NDArray[np.bool_]
    furniture: NDArray[np.bool_]
    sentences: tuple[tuple[int, int], ...]

    @cached_property
    def passage_shingles(self) -> Numbers:
        """Return one number per run of eight words, in order."""
        return shingles(self.numbers, PASSAGE_SHINGLE)

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Return where each run of eight words begins, as word positions."""
        found: dict[int, list[int]] = {}
        for place, shingle in enumerate(self.passage_shingles.tolist()):
            found.setdefault(shingle, []).append(place)
        return found

    @cached_property
    def key(self) -> str:
        """Return what two exact copies share: the folded words, whatever the punctuation and spacing."""
        return hashlib.sha256(self.numbers.astype("<u8").tobytes()).hexdigest()


def read_article(article: Article) -> Reading:
    """Number the words of an article and tell its own voice from quotations and boilerplate."""
    found = list(words(article.text))
    starts = np.array([start for start, _, _ in found], dtype=np.int64)
    numbers = np.array([_number(word) for _, _, word in found], dtype=np.uint64)
    own, furniture = np.ones(len(found), dtype=np.bool_), np.zeros(len(found), dtype=np.bool_)
    sentences = []
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(article.text):
            first, last = np.searchsorted(starts, match.span())
            if last - first <= LONGEST_QUOTE:
                own[first:last] = False
    for match in _SENTENCE.finditer(article.text):
        first, last = np.searchsorted(starts, match.span())
        if first < last:
            sentences.append((int(first), int(last)))
    for left, right in _boilerplate(article.text):
        first, last = np.searchsorted(starts, (left, right))
        furniture[first:last] = True
    return Reading(
        article, tuple(starts.tolist()), tuple(end for _, end, _ in found), numbers, own, furniture, tuple(sentences)
    )


def _boilerplate(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of boilerplate: sentences, and short paragraphs that hold one."""
    for line in _LINE.finditer(text):
        lower = line.group().lower()
        if any(hint in lower for hint in _HINTS) and _BOILERPLATE.search(line.group()):
            if len(line.group().split()) <= SHORT_LINE:
                yield line.span()
                continue
            for match in _SENTENCE.finditer(text, *line.span()):
                if _BOILERPLATE.search(match.group()):
                    yield match.span()


def shingles(numbers: Numbers, size: int) -> Numbers:
    """Return one stable number per run of `size` words, wrapping at 64 bits; none for a shorter text."""
    count = len(numbers) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        total = total * _MULTIPLIER + numbers[offset : offset + count]
    return mix(total)


def mix(numbers: Numbers) -> Numbers:
    """Spread numbers evenly over 64 bits (the finaliser of splitmix64)."""
    spread = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return spread ^ (spread >> np.uint64(31))


@lru_cache(maxsize=262144)
def _number(word: str) -> int:
    """Return the same 64-bit number for the same folded word on every machine."""
    return int.from_bytes(hashlib.blake2b(fold(word).encode(), digest_size=8).digest(), "little")

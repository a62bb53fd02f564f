"""Text as the encoder reads it: words with their places, their pieces, and what their letters and the tables tell.

The encoder knows no case; the shape of each word is given beside its pieces, and what the tables know of it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nutgraf.models.known_words import KINDS, known_kinds

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES = ("lower", "capital", "upper", "initial", "mixed", "number", "number_letters", "mark")
"""What the letters of a word look like; `initial` is one capital letter."""
MARK = SHAPES.index("mark")
SETTINGS = ("plain", "headline", "shouted", "uncased")
"""How a sentence is printed: a capital tells little in a headline and nothing where all or none are capitals."""
FEATURES = len(SHAPES) + len(SETTINGS) + 1 + len(KINDS)
"""Width of a piece's features: its word's shape, its sentence's setting, whether it opens the sentence, known kinds."""

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u200c\u200d]*)+|[^\w\s]|_")
CLASSIFY, SEPARATE = 101, 102


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence: their places in its text, their pieces (ids of the vocabulary), their features."""

    places: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    features: NDArray[np.uint8]

    @property
    def size(self) -> int:
        """How many pieces there are."""
        return sum(map(len, self.pieces))


@dataclass(frozen=True, slots=True)
class _Word:
    """What one printed word is wherever it stands."""

    pieces: tuple[int, ...]
    shape: int
    lower: str


def read_words(sentences: Sequence[str]) -> list[Words]:
    """Return the words of each sentence; letters, digits and their accents hold together, every mark stands alone."""
    found = []
    for text in sentences:
        spans = tuple(match.span() for match in _WORD.finditer(text))
        words = [_word(text[start:end]) for start, end in spans]
        found.append(Words(spans, tuple(word.pieces for word in words), _features(words)))
    return found


@lru_cache(maxsize=65536)
def _word(printed: str) -> _Word:
    """Read one word; a word's pieces do not depend on those beside it, and most of a text was printed before."""
    encoding = _tokenizer().encode([printed], is_pretokenized=True, add_special_tokens=False)
    return _Word(tuple(encoding.ids), _shape(printed), printed.lower())


def _features(words: Sequence[_Word]) -> NDArray[np.uint8]:
    features = np.zeros((len(words), FEATURES), dtype=np.uint8)
    if not words:
        return features
    shapes = [word.shape for word in words]
    features[np.arange(len(words)), shapes] = 1
    features[:, len(SHAPES) + _setting(shapes)] = 1
    opening = next((at for at, shape in enumerate(shapes) if shape != MARK), None)
    if opening is not None:
        features[opening, len(SHAPES) + len(SETTINGS)] = 1
    for at, kinds in enumerate(known_kinds([word.lower for word in words])):
        for kind in kinds:
            features[at, len(SHAPES) + len(SETTINGS) + 1 + kind] = 1
    return features


def _shape(word: str) -> int:
    if not word[0].isalnum():
        return MARK
    if any(letter.isdigit() for letter in word):
        return 5 if all(letter.isdigit() for letter in word) else 6
    if word.islower() or (not word[0].isupper() and word[0] == word[0].lower() and word.lower() == word):
        return 0
    if word.isupper():
        return 3 if len(word) == 1 else 2
    return 1 if word[0].isupper() and word[1:].islower() else 4


def _setting(shapes: Sequence[int]) -> int:
    """Tell a headline (most of its words have capitals), a shouted and an uncased sentence from a plain one."""
    counts = [shapes.count(kind) for kind in range(5)]
    lower, capital, upper, initial, mixed = counts
    letters = sum(counts)
    if letters >= 3 and upper + initial >= 0.8 * letters:
        return 2
    if letters >= 3 and lower == letters:
        return 3
    return 1 if letters >= 4 and capital + upper + initial + mixed >= 0.7 * letters else 0


@cache
def _tokenizer() -> Tokenizer:
    """Make the tokenizer of the uncased vocabulary once (BERT's: accents and case fold, then the longest pieces)."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    packed = resources.files("nutgraf.models").joinpath("weights/vocabulary.txt.gz").read_bytes()
    pieces = gzip.decompress(packed).decode("utf-8").split("\n")
    model = WordPiece({piece: number for number, piece in enumerate(pieces) if piece}, unk_token="[UNK]")
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer

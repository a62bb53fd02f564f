"""The clause: a verb at work in one sentence, what stands before it and what after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.annotate.cues import AUXILIARY
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import Source
from nutgraf.records.annotation import Sentence

BOUNDARY = re.compile(
    r"[,;:“”\"()\[\]—–]|(?<=_)['’]|(?<=\s)-(?=\s)|\b(?:that|and|but|when|as|while|after|before|because|if|where|"
    r"although|though|since|or|so|than|which|who|what|how|why|amid|despite)\b"
)
"""Where a noun phrase can begin or end."""

_QUOTED_BEFORE = re.compile(r"(?:[”\"’',]\s*|_[,.?!]?[”\"’'][^_]{0,60})$")
_QUOTE_AFTER = re.compile(r"[^;]{0,60}?[“\"‘]_")
_TICKER = re.compile(r"\s\([^()]{1,30}\)$|,? [RDI]-[A-Z][\w.]*,?$")  # "Norvik Power (NVP.O) said", "Low, R-Ky., said"
_LONGEST = 64
"""Letters of the longest auxiliary or ticker, with room."""
_THAT = re.compile(
    r"(?:\s+(?:him|her|them|me|us|you))?(?:\s+(?:on|in|at|to|of|about|for|through|via|by)\s[^,.;:]{1,28}?)?\s*,?\s*"
    r"(?:that\b|how\b|whether\b|if\b|why\b|to (?:comment|say)\b|:|[“\"‘])"
)


@dataclass(slots=True)
class Clause:
    """A verb at work in one sentence; `earlier` is who spoke before it there."""

    reading: Reading
    sentence: Sentence
    start: int
    end: int
    lemma: str
    earlier: Source | None

    @property
    def form(self) -> str:
        """The verb as it is printed."""
        return self.reading.masked[self.start : self.end]

    @property
    def participle(self) -> bool:
        """Whether the verb is an -ing form ("adding that")."""
        return self.form.split()[0].endswith("ing")

    @property
    def left(self) -> str:
        """The sentence before the verb, quoted words masked."""
        return self.reading.masked[self.sentence.start : self.start]

    @property
    def right(self) -> str:
        """The sentence after the verb, quoted words masked."""
        return self.reading.masked[self.end : self.sentence.end]

    @property
    def has_complement(self) -> bool:
        """Whether "that", "whether", a colon or quoted words follow the verb."""
        return _THAT.match(self.right) is not None

    @property
    def quoted_before(self) -> bool:
        """Whether quoted words, or a comma, stand before the verb or its subject."""
        return _QUOTED_BEFORE.search(self.left) is not None

    @property
    def quote_follows(self) -> bool:
        """Whether quoted words follow soon."""
        return _QUOTE_AFTER.match(self.right) is not None


def strip_auxiliaries(left: str) -> str:
    """Return a stretch without the auxiliaries, adverbs and days at its end: what stands between subject and verb."""
    left = left.rstrip()
    while True:
        near = max(0, len(left) - _LONGEST)
        match = _TICKER.search(left, near) or AUXILIARY.search(left, near)
        if match is None:
            return left
        left = left[: match.start()].rstrip()

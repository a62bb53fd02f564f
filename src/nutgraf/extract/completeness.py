"""Visible characters by a tokenizer of its own, against those that stand in a part of the page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from nutgraf.records.article import PagePart
from nutgraf.records.page import Media

_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|title)\b[^>]*>.*?(?:</\1\s*>|\Z)|<(template|noscript|svg|iframe|textarea|select|math|object|audio|video|canvas)\b[^>]*>.*?</\2\s*>|<[a-zA-Z/!?][^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Count:
    """Visible characters of a page (white space apart), and how many of them stand in a part."""

    visible: int
    accounted: int

    @property
    def share(self) -> float:
        """Return the share accounted for, 1 for an empty page."""
        return min(1.0, self.accounted / self.visible) if self.visible else 1.0


def count_visible(text: str, media: Media, parts: tuple[PagePart, ...]) -> Count:
    """Count visible characters of the decoded page and those inside a part, each character once."""
    accounted, last = 0, 0
    for part in parts:
        start = max(part.start, last)
        if part.end > start:
            accounted += _letters(_shown(text[start : part.end], media))
            last = part.end
    return Count(_letters(_shown(text, media)), accounted)


def _shown(text: str, media: Media) -> str:
    return html.unescape(_UNSEEN.sub(" ", text)) if media is Media.HTML else text


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))

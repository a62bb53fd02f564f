"""Why a text may not be whole: a paywall, a cut ending."""

from __future__ import annotations

import re

from nutgraf.extract.furniture import is_paywall
from nutgraf.extract.shapes import ends_sentence
from nutgraf.extract.sorting import Marked
from nutgraf.extract.walls import CUT, asks_abroad
from nutgraf.records.article import Role

_LINKED = 0.8
_CLOSED = re.compile(r"[.!?…][\"'”’»“«‹›)\]*_ ]*(?:\([^()]{1,40}\)|/[\w/]{2,20})?$")
"""A sentence's end with the quotes of any language, and an agency's sign after it ("Isch over.“(phy)")."""


def asking_words(marks: list[Marked]) -> str | None:
    """Return the first words of a page that ask for an account or money to read on."""
    return next((mark.line.words for mark in marks if _asks(mark)), None)


def partial_reason(text: str, asked: str | None, locked: bool) -> str | None:
    """Say in words why a text may not be whole, or nothing where no sign of it stands on the page."""
    if locked:
        return "the page declares that the text is not free to read; what stands here may be its beginning"
    if asked is not None:
        return f'the page asks for an account or money to read on: "{asked[:120]}"'
    last = text.rsplit("\n\n", 1)[-1]
    if CUT.search(last):
        return f'the text ends with dots: "…{last[-60:]}"'
    if text and not ends_sentence(last) and _CLOSED.search(last) is None and len(last) > 60:
        return f'the text ends in the middle of a sentence: "…{last[-60:]}"'
    return None


def _asks(mark: Marked) -> bool:
    """Whether a line asks for money; in the text itself and on teasers such words ask nothing of its reader."""
    words = mark.line.words
    if is_paywall(words):
        return True
    return mark.role not in (Role.BODY, Role.TEASER) and mark.line.link < _LINKED and asks_abroad(words)

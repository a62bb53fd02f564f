"""The language of a text: what the page declares, checked against the words."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

_LEAST = 40
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset("the of and to that with for from was were by has have had on at as it is in a an be".split())
_TAG = re.compile(r"[A-Za-z]{2,3}\b")


class _Identifier(Protocol):
    def classify(self, words: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    # Imported late: it reads its model at import (0.8 to 1.7 s measured), which a page without words need not pay.
    import py3langid

    found: _Identifier = py3langid
    return found


def _is_english(words: str) -> bool:
    """Tell whether every fifth word is one of English's commonest, the article among them, as in no other language."""
    found = _WORD.findall(words.lower())
    common = [word for word in found if word in _COMMON]
    return "the" in common and len(set(common)) > 3 and len(common) * 5 >= len(found)


def find_language(words: str, declared: str | None) -> str:
    """Return the two-letter language of words; `und` where they are too few and the page declares none."""
    tag = _TAG.match(declared or "")
    if len(words) < _LEAST:
        return tag.group().lower() if tag else "und"
    if _is_english(words):
        return "en"
    return str(_identifier().classify(words[:1200])[0])

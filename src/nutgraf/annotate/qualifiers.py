"""Words that tell how exactly a number is given."""

from __future__ import annotations

import re

from nutgraf.records.annotation import Qualifier

_QUALIFIERS = {
    Qualifier.AT_LEAST: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|upwards of|at a minimum"
    ),
    Qualifier.AT_MOST: "up to|as many as|as much as|at most|no more than|not more than|a maximum of|as high as",
    Qualifier.MORE_THAN: (
        "well over|just over|slightly more than|more than|over|above|exceeding|in excess of"
        "|greater than|higher than|north of|upward of"
    ),
    Qualifier.LESS_THAN: "fewer than|less than|under|below|lower than",
    Qualifier.NEARLY: "nearly|almost|just under|close to|approaching|not quite|virtually",
    Qualifier.ABOUT: (
        "an estimated|estimated|approximately|about|around|roughly|some|circa|c\\.|in the region of|perhaps|maybe"
    ),
    Qualifier.EXACT: "exactly|precisely|just|only|a total of|a mere|a record",
}
_BY_WORDS = {
    words.replace("\\", ""): qualifier for qualifier, listed in _QUALIFIERS.items() for words in listed.split("|")
}
QUALIFIER = re.compile(
    r"(?<![\w-])("
    + "|".join(sorted((re.escape(words) for words in _BY_WORDS), key=len, reverse=True))
    + r"|~)\s?(?:(?<!around )(?<!about )the\s)?\Z",
    re.I,
)
"""A qualifier at the end of the words before a number."""

QUALIFIER_AFTER = re.compile(
    r"\s?(?:(\+|-plus)|(or more|and more|or above|at least)|(or so|or thereabouts)|(or (?:fewer|less)))(?!\w)"
)


def qualifier_of(words: str) -> Qualifier:
    """Return what a matched qualifier says."""
    return Qualifier.ABOUT if words == "~" else _BY_WORDS[words.lower()]

"""Whether a number is the size of a rise or of a fall."""

from __future__ import annotations

import re

from nutgraf.records.annotation import Change

_RISE = (
    r"rose|rises?|risen|rising|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)"
    r"|soar(?:s|ed|ing)?|grew|grows?|grown|growing|advanc(?:e|es|ed|ing)|swell(?:s|ed)?|leap(?:s|t|ed)?"
    r"|rocket(?:s|ed)?|spik(?:e|es|ed)"
)
_FALL = (
    r"fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slid(?:e|es|ing)?"
    r"|slip(?:s|ped|ping)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|sank|sinks?|sunk|shrank|shrinks?|shrunk"
    r"|contract(?:s|ed|ing)|dip(?:s|ped|ping)?|eas(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?"
    r"|retreat(?:s|ed)?"
)
_RISE_OF_SHARES = r"gain(?:s|ed|ing)?|add(?:s|ed|ing)?|rais(?:e|es|ed|ing)|boost(?:s|ed)?|rall(?:y|ies|ied)"
_FALL_OF_SHARES = (
    r"los(?:e|es|t|ing)|shed(?:s|ding)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing)"
    r"|lower(?:s|ed)|slash(?:es|ed)?|trim(?:s|med)?"
)
"""Verbs that tell a rise or fall of percents and points only: "lost 3 games" is none."""

_STANDS = (
    r"(?:\A|[,;:(–—-]\s?|\b(?:is|was|are|were|be|been|still|and|or|also|now|closed|ended|finished|traded|trading|went|goes"
    r"|moved|edged|ticked|inched|shares|stock|stocks|sales|profits?|revenues?|prices|futures)\s)"
)
_BETWEEN = (
    r"\s(?:[a-z]+ly\s)?(?:(?:in value|again|back|further|sharply|overall|another|almost)\s)?(?:by\s)?"
    r"(?:(?:an?(?: additional| extra| further)?|another|almost|the)\s)?\Z"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<up>{_RISE})|\b(?P<down>{_FALL})|{_STANDS}(?:(?P<up2>[Uu]p)|(?P<down2>[Dd]own))){_BETWEEN}"
)
_BEFORE_SHARE = re.compile(rf"\b(?:(?P<up>{_RISE_OF_SHARES})|(?P<down>{_FALL_OF_SHARES})){_BETWEEN}")
_SHARES = frozenset({"%", "percentage points", "basis points"})
_AFTER = re.compile(
    r"\s(?:[a-z-]+\s)?(?:(?P<up>increase|rise|gain|jump|surge|hike|growth|climb|higher|boost|spike)"
    r"|(?P<down>decrease|drop|fall|decline|cut|loss|plunge|slump|reduction|dip|slide|lower|tumble))\b"
)
_NOUN_LEAD = re.compile(r"\b(?:an?|the|its|his|her|their|this|with)\s(?:\w+\s)?\Z")
_BY_CHANGE = {"up": Change.UP, "down": Change.DOWN}


def tell_change(words: str, start: int, end: int, unit: str) -> Change:
    """Return whether the number at `words[start:end]` is a rise or a fall ("rose 5 percent", "a 5 percent drop").

    A number that something rises *to* is a level and no change.
    """
    low = max(0, start - 50)
    found = _BEFORE.search(words, low, start)
    if not found and (unit in _SHARES or words.startswith(" points", end)):
        found = _BEFORE_SHARE.search(words, low, start)
    if not found and _NOUN_LEAD.search(words, max(0, start - 20), start):
        found = _AFTER.match(words, end)
    return _BY_CHANGE[(found.lastgroup or "").rstrip("2")] if found else Change.NONE

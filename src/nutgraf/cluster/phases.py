"""How an account speaks of an event that was planned: it will come, or it has been."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from enum import StrEnum
from functools import lru_cache

from nutgraf.models.dates import WEEKDAYS
from nutgraf.records.annotation import Account
from nutgraf.text import words

LEAD = 2500
"""Characters of a text that are read for its tense: the news comes first, the history of the matter later."""

FAMILIES = tuple(
    tuple(line.split())
    for line in """
    summit meeting meet talks negotiation conference conclave
    election vote poll ballot runoff referendum plebiscite by-election
    trial hearing verdict sentencing ruling inquest
    launch liftoff countdown
    landing docking flyby spacewalk
    match game fixture bout
    tournament race regatta marathon
    protest rally march demonstration vigil
    strike walkout lockout
    storm hurricane typhoon cyclone blizzard landfall
    visit trip
    concert gala premiere
    festival carnival exhibition
    ceremony coronation inauguration enthronement swearing
    wedding
    funeral
    parade pageant
    debate
    convention
    session
    exercise drill
    opening unveiling reopening
    closing closure shutdown
    demolition
    evacuation
    handover transfer
    signing
    auction sale
    merger takeover
    eclipse
    eruption
    execution
    deadline
    census
    ceasefire truce
    """.strip().splitlines()
)
"""Events that are told ahead of time, one family of words a line: what can be planned or forecast (an earthquake has no
chapter before it). Words that mostly mean something else are left out: a Congress, a final report, a deal."""

_AHEAD = (
    r"(?:ahead of|before|prior to|on the eve of|in the run-?up to|upcoming|forthcoming|planned|scheduled|looming|coming"
    r"|await(?:s|ing|ed)?|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day[’']s|tomorrow[’']s|next week[’']s)"
    r" (?:[^\s.]+ ){0,4}?EVENT"
    r"|\b(?:will|to(?! (?:the|an?|his|her|its|their|this|that)\b)|would|set to|expected to"
    r"|due to|scheduled to|plans? to|hopes? to|agreed to) (?:[^\s.]+ ){0,5}?EVENT"
    r"|EVENT (?:[^\s.,]+ ){0,5}?(?:will|would|is set|are set|is expected|are expected|is due|are due|is scheduled"
    r"|are scheduled|is to|are to|could|is planned|are planned|comes? amid|begins? on|starts? on)\b"
)
_BACK = (
    r"(?:after|following|in the wake of|since|outcomes? of|results? of|left|leaving|hosted|held|emerged from|ended"
    r"|won|lost|concluded|aftermath of|yesterday[’']s|first comments (?:after|following)) (?:[^\s.]+ ){0,4}?EVENT"
    r"|EVENT (?:[^\s.]+ ){0,6}?(?:yielded|ended|produced|concluded|took place|failed|was held|were held|held|resulted"
    r"|drew|closed|finished|brought|broke up|did not|passed|gave|left)\b"
    r"|EVENT[’']s (?:outcomes?|results?|end)"
)
_OTHER_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIRECTION = re.compile(r"^((?:weekday|monthday):[^: ]+):(next|after|last|before)\b")
_POSSESSIVE = re.compile(r"[’']s?$")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*")


class Phase(StrEnum):
    """Where an account stands to the central event."""

    FIRST = "first"
    BEFORE = "before"
    AFTER = "after"
    UNTOLD = "untold"


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Return the word of the table by how it is printed; a verb of the same stem is no event ("closed")."""
    forms: dict[str, str] = {}
    for word in (word for family in FAMILIES for word in family):
        plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}es" if word.endswith(("s", "h")) else f"{word}s"
        forms |= {word: word, plural: word}
    return forms


def events_in(text: str) -> frozenset[str]:
    """Return the planned events that a text names, as the words of the table."""
    forms = _forms()
    printed = (_POSSESSIVE.sub("", word.lower()) for _, _, word in words(text))
    return frozenset(forms[word] for word in printed if word in forms)


def read_phase(account: Account, event: tuple[str, ...], day: date | None = None) -> tuple[Phase, str]:
    """Return in which phase an account speaks of the event (any of these words), and the words that show it.

    `day` is the event's own, where known: a text may name the day alone ("if Monday brings nothing").
    """
    ahead, back = _patterns(event)
    counts, first = Counter[Phase](), dict[Phase, str]()
    title, text = account.article.title or "", account.article.text[:LEAD]
    for number, sentence in enumerate([title, *_SENTENCE.findall(text)]):
        if _OTHER_YEAR.search(sentence):
            continue
        weight = 3 if number <= 2 else 1
        for phase, pattern in ((Phase.BEFORE, ahead), (Phase.AFTER, back)):
            for match in pattern.finditer(sentence):
                counts[phase] += weight
                first.setdefault(phase, match.group())
    if counts[Phase.BEFORE] == counts[Phase.AFTER]:
        return _by_times(account, event, day)
    phase = Phase.BEFORE if counts[Phase.BEFORE] > counts[Phase.AFTER] else Phase.AFTER
    return phase, first[phase]


def _by_times(account: Account, event: tuple[str, ...], day: date | None) -> tuple[Phase, str]:
    """Return the phase told by times beside the event, or on its day: "Monday" is ahead or past by its own tense."""
    counts, first = Counter[Phase](), dict[Phase, str]()
    text = account.article.text
    starts = [
        (sentence.start, sentence.end, not events_in(text[sentence.start : sentence.end]).isdisjoint(event))
        for sentence in account.annotation.sentences
        if sentence.start < LEAD
    ]
    own = {f"weekday:{WEEKDAYS[day.weekday()]}", f"monthday:{day:%m-%d}"} if day else set()
    for time in account.annotation.times:
        tense = _DIRECTION.search(time.recipe)
        beside = any(names for start, end, names in starts if start <= time.start < end)
        if tense and (beside or tense[1] in own):
            phase = Phase.BEFORE if tense[2] in {"next", "after"} else Phase.AFTER
            counts[phase] += 1
            first.setdefault(phase, text[time.start : time.end])
    if counts[Phase.BEFORE] == counts[Phase.AFTER]:
        return Phase.UNTOLD, ""
    phase = Phase.BEFORE if counts[Phase.BEFORE] > counts[Phase.AFTER] else Phase.AFTER
    return phase, first[phase]


@lru_cache(maxsize=256)
def _patterns(event: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = "|".join(re.escape(word) + r"(?:s|es|ing|ings)?" for word in event)
    ahead, back = (rf"\b{source.replace('EVENT', f'(?:{forms})')}" for source in (_AHEAD, _BACK))
    return re.compile(ahead, re.IGNORECASE), re.compile(back, re.IGNORECASE)

"""How an account speaks of an event that was planned: it will come, or it has been."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import lru_cache

from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account

LEAD = 2500
"""Characters of a text that are read for its tense: the news comes first, the history of the matter later."""

PLANNED = """
    summit meeting meet talk talks negotiation visit trip vote election referendum poll ballot runoff debate trial
    hearing verdict sentencing ruling launch liftoff landing flight match game final fixture tournament race fight bout
    concert festival ceremony wedding funeral inauguration coronation parade march protest rally demonstration
    strike walkout conference congress convention session exercise drill opening closing reopening release
    premiere handover transfer signing swearing auction sale merger takeover storm hurricane typhoon cyclone
    landfall blizzard eclipse eruption execution deadline shutdown closure demolition evacuation test tests census
    reform deal agreement ceasefire truce inquest regatta marathon carnival exhibition unveiling conclave gala docking
    spacewalk plebiscite lockout countdown by-election enthronement vigil pageant
""".split()
"""Events that are told ahead of time: what can be planned or forecast (an earthquake has no chapter before it)."""

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
_DIRECTION = re.compile(r"^(?:weekday|monthday):[^: ]+:(next|after|last|before)\b")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*")


class Phase(StrEnum):
    """Where an account stands to the central event."""

    FIRST = "first"
    BEFORE = "before"
    AFTER = "after"
    UNTOLD = "untold"


@lru_cache(maxsize=1)
def planned_words() -> dict[str, tuple[str, ...]]:
    """Return the words of the table by their stem."""
    by_stem: dict[str, tuple[str, ...]] = {}
    for word in PLANNED:
        stem = content_stems(word)[0]
        by_stem[stem] = (*by_stem.get(stem, ()), word)
    return by_stem


def read_phase(account: Account, event: tuple[str, ...]) -> tuple[Phase, str]:
    """Return in which phase an account speaks of the event (any of these words), and the words that show it."""
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
        return _by_times(account, event)
    phase = Phase.BEFORE if counts[Phase.BEFORE] > counts[Phase.AFTER] else Phase.AFTER
    return phase, first[phase]


def _by_times(account: Account, event: tuple[str, ...]) -> tuple[Phase, str]:
    """Return the phase told by the times printed beside the event: "Monday" is ahead or past by its own tense."""
    stems = {stem for word in event for stem in content_stems(word)}
    counts, first = Counter[Phase](), dict[Phase, str]()
    text = account.article.text
    for sentence in account.annotation.sentences:
        if sentence.start >= LEAD or stems.isdisjoint(content_stems(text[sentence.start : sentence.end])):
            continue
        for time in account.annotation.times:
            tense = _DIRECTION.search(time.recipe)
            if tense and sentence.start <= time.start < sentence.end:
                phase = Phase.BEFORE if tense[1] in {"next", "after"} else Phase.AFTER
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

"""Nouns that give somebody's words: "Low's claim that it was “a fraud”", "the mayor's warning of “a lost year”"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.annotate.acts import SpeechAct
from nutgraf.annotate.reading import Reading
from nutgraf.annotate.sources import read_source
from nutgraf.records.annotation import AttributionKind, Sentence

_NOUNS = (
    "claims? statements? assertions? warnings? suggestions? contentions? accusations? allegations? comments? remarks? "
    "descriptions? characteri[sz]ations? criticisms? promises? pledges? vows? complaints? arguments? insistence "
    "references? calls? predictions? admissions? announcements? declarations? demands? denials? explanations? "
    "tweets? posts? messages? words? view belief assessment"
).split()
_CUE = re.compile(
    r"(?P<owner>['’]s?|\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Ii]ts) (?:(?:[a-z-]+|[A-Z][a-z]+day) ){0,2}?(?P<noun>"
    + "|".join(_NOUNS)
    + r")\b"
    r"(?P<rest>[^.;:!?“”\"]{0,90}?)[“\"‘]"
)
_OWNER = re.compile(r"(?:[A-Z][\w.-]*|[Tt]he|[a-z]+)(?: (?:[A-Z][\w.-]*|of|the|[a-z]+)){0,4}$")


def find_noun_cues(reading: Reading, index: int, sentence: Sentence, acts: Sequence[SpeechAct]) -> list[SpeechAct]:
    """Return an act for each noun of words that somebody owns, where quoted words follow and no verb gives them."""
    found: list[SpeechAct] = []
    if not any(reading.masked.find(mark, sentence.start, sentence.end) >= 0 for mark in '“"‘'):
        return found
    for match in _CUE.finditer(reading.masked, sentence.start, sentence.end):
        cue_start, cue_end = match.span("noun")
        if any(act.cue_end > cue_start and act.cue_start < match.end() for act in acts):
            continue
        start, end = _owner_place(reading, sentence, match)
        source = read_source(reading.text, start, end, reading.mentions, reading.entities, subject=True)
        if source is not None and source.kind in {AttributionKind.NAMED, AttributionKind.ANONYMOUS}:
            found.append(SpeechAct(index, "claim", cue_start, cue_end, source, cue_end, match.end() - 1, True))
    return found


def _owner_place(reading: Reading, sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """Return the noun phrase that owns the noun: the pronoun, or what stands before the apostrophe."""
    if not match.group("owner").startswith(("'", "’")):
        return match.span("owner")
    end = match.start("owner")
    phrase = _OWNER.search(reading.masked, max(sentence.start, end - 60), end)
    return (phrase.start(), end) if phrase else (end, end)

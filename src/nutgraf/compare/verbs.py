"""Verbs as the comparison reads them: irregular forms, verbs that govern another, verbs that report speech."""

from __future__ import annotations

import re
from functools import cache

# One line, one verb: base, past, participle where it differs from the past.
_IRREGULAR = """
arise arose arisen|become became|begin began begun|beat beat beaten|bleed bled|blow blew blown|break broke broken|
breed bred|bring brought|broadcast broadcast|build built|burn burnt|burst burst|buy bought|catch caught|
choose chose chosen|cling clung|creep crept|cut cut|deal dealt|dig dug|draw drew drawn|drive drove driven|eat ate eaten|
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|freeze froze frozen|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held|
hurt hurt|kneel knelt|lay laid|lead led|leave left|lend lent|lose lost|mean meant|meet met|mislead misled|
overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|
pay paid|quit quit|read read|rebuild rebuilt|rethink rethought|ride rode ridden|ring rang rung|rise rose risen|
run ran run|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shoot shot|shrink shrank shrunk|
shut shut|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|split split|spread spread|
stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|swim swam swum|swing swung|
teach taught|tear tore torn|throw threw thrown|undergo underwent undergone|undertake undertook undertaken|
uphold upheld|wake woke woken|wear wore worn|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|
withstand withstood|write wrote written|make made|take took taken|give gave given|go went gone|come came|see saw seen|
keep kept|put put|get got|do did done|know knew known|think thought|say said|tell told
"""

_REPORTING = """
say says said saying tell tells told telling add adds added adding announce announces announced announcing report
reports reported reporting claim claims claimed claiming state states stated stating confirm confirms confirmed
warn warns warned warning insist insists insisted argue argues argued note notes noted explain explained explains
believe believes believed think thinks thought know knows knew known write writes wrote written declare declares
declared reveal reveals revealed acknowledge acknowledged acknowledges admit admits admitted concede conceded concedes
allege alleges alleged suggest suggests suggested describe described describes call called calls quote quoted
mention mentioned reply replied respond responded estimate estimated estimates predict predicted predicts according
indicate indicated indicates repeat repeated stress stressed maintain maintained maintains assert asserted asserts
contend contended speak spoke spoken hope hoped hear heard expect expected expects fear feared fears understand
understood asks asked ask show showed shown shows see saw seen
"""
REPORTING = frozenset(_REPORTING.split())
"""Forms that tell of saying, knowing or showing: what they tell is the deed, not they."""

_GOVERNING = {
    "will": "plan intend aim vow promise pledge threaten agree decide prepare resolve mean swear undertake expect",
    "wants": "want demand seek urge ask order tell hope call press push beg require need wish instruct invite",
    "proposes": "propose suggest recommend offer consider mull weigh float discuss",
    "denies": "deny refuse decline reject",
    "did": "begin start continue manage force help cease stop",
    "failed": "fail",
}


@cache
def irregular_past() -> dict[str, str]:
    """Return past forms of irregular verbs with their base ("began" → "begin")."""
    return {parts[1]: parts[0] for parts in _rows() if parts[1] != parts[0]}


@cache
def unchanged_past() -> frozenset[str]:
    """Return the verbs whose past is their base ("cut")."""
    return frozenset(parts[0] for parts in _rows() if parts[1] == parts[0])


@cache
def irregular_participles() -> dict[str, str]:
    """Return past participles of irregular verbs with their base ("fallen" → "fall", "met" → "meet", "cut" → "cut")."""
    return {parts[-1]: parts[0] for parts in _rows() if parts[-1] != parts[0] or len(parts) == 2} | {
        base: base for base in ("become", "come", "overcome", "run")
    }


def _rows() -> list[list[str]]:
    return [line.split() for line in _IRREGULAR.replace("\n", "").split("|")]


@cache
def governing_forms() -> dict[str, str]:
    """Return every form of the verbs that tell how the verb behind them is meant ("plans to close" → `will`)."""
    forms: dict[str, str] = {}
    for mode, verbs in _GOVERNING.items():
        for verb in verbs.split():
            for form in inflect(verb):
                forms[form] = mode
    return forms


def inflect(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb: base, third person, past forms, and the one in "-ing"."""
    past = [form for form, base in (irregular_past() | irregular_participles()).items() if base == verb]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    if verb in ("plan", "beg", "stop"):
        stem += verb[-1]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return verb, third, *(past or [verb + "d" if verb.endswith("e") else stem + "ed"]), stem + "ing"


def bare(plain: str) -> str:
    """Return a verb without its ending: "called" and "calling" are "call"."""
    base = irregular_past().get(plain) or irregular_participles().get(plain)
    return base or re.sub(r"(?:(?<=[a-z]{3})(?:ed|ing)|(?<=[a-z]{3})s)$", "", plain)

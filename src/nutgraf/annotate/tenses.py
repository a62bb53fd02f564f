"""The tense around a time expression, which tells whether a weekday lies before or after publication."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"\b(?:(?:will|shall|won['’]t|would|can|(?-i:may)|could|might|should)(?: not| also| soon)?(?: have)?(?: be"
    r"| been)?(?: [a-z]+)?(?: [a-z]{2,}(?:ed|en|ut))?|going to|(?:is|are|be|was|were|been|['’]s|due|set|expected"
    r"|scheduled|planned|slated|likely|poised|plans?"
    r"|planning|agreed|hopes?|hoped|wants?|wanted|intends?|intended|vow(?:s|ed)|promis(?:es|ed)"
    r"|threaten(?:s|ed)|prepar(?:es|ed|ing)|ready|about|decided"
    r"|bound|invited|urged|ordered|called|asked|aims?|needs?|ha(?:s|ve|d)|refus(?:es|ed)|timed) to (?:be )?[a-z]\w+"
    r"|(?:scheduled|planned|expected|due|set|slated|billed|preparing|prepares|ready|braced|ahead"
    r"|tickets?|plans?) (?:for|of|on|by)\b"
    r"|(?:begins?|opens?|starts?|meets?|heads?|votes?|arrives?|travels?|flies|kicks off|goes on"
    r"|go to|hosts?|upcoming|coming|expires?|(?<!the )ends?|faces?)(?=\s)"
    r"|(?:expected|due|scheduled) (?=[A-Z])|['’]ll\b|ahead of|to be [a-z]+|resumes?|reopens?|restarts?|departs?"
    r"|(?:takes?|comes?|goes|go) (?:into )?(?:effect|force)|returns|visits|publishes|sets off|sets sail|closes"
    r"|(?:ask|see|call|check|come|meet|talk|look|try)\b[^.;:]{0,20}? again)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|met|took|held|began|came|went|won|lost|fell|rose|hit|left|made"
    r"|gave|found|struck|broke|shot|fought"
    r"|spoke|wrote|saw|knew|got|sent|ran|led|became|kept|sank|grew|brought|thought|drew|paid|bought"
    r"|sold|felt|stood|flew|threw|burst|swept"
    r"|drove|withdrew|overtook|underwent|shook|ate|sought|taught|caught|built|blew|woke|chose|hid"
    r"|quit|rang|swam|shrank|stole|froze|forgot|hung|lent|rode|slept|stuck|wore|bled|clung|crept|dealt|dug|knelt|laid"
    r"|meant|overcame|sat|slid|swung|wept|heard|arose|awoke|foresaw|mistook|oversaw|undertook|upheld|withheld|misled"
    r"|fled|bore|tore|swore|spent|cut|put|beat|since"
    r"|(?:has|have) (?:\w+ly )?(?:been|\w+ed)|following|after|(?!hundred|need|indeed|feed|seed|speed"
    r"|proceed|exceed|succeed|breed|united|wicked|naked|sacred|red\b|bed\b|aged\b|scheduled|expected"
    r"|planned)[a-z]{2,}ed)\b",
    re.I,
)
_WORD_BREAK = re.compile(r";|:\s|(?:\A|[\s(—–])[“\"‘](?=\w)|[,.!?][”\"’'](?=\s|\Z)")
"""Where a clause ends: quote marks too, for the words that name the speaker have a tense of their own."""

_UNTIL = re.compile(r"\b(?:until|till|by)\s(?:the\s)?\Z", re.I)
_SINCE = re.compile(r"\bsince\s(?:the\s)?\Z", re.I)
_HAD_BEEN_SET = re.compile(
    r"\bhad (?:originally |first )?been (?:set|due|planned|scheduled|expected|called) (?:for|on)\s\Z"
)
_FOR = re.compile(r"\bfor\s(?:the\s)?\Z", re.I)
_TOWARD = re.compile(
    r"\b(?:from|to|until|till|for|starting|beginning|starting on|beginning on|effective)\s(?:the\s)?\Z", re.I
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|can|may|must|lasts?|runs?|stays?|remains?|continues?|needs?|wants?)\b"
)
_GONE = re.compile(r"\b(?:was|were|had|did)\b")
_APPOINTING = re.compile(
    r"\b(?:announced|called|declared|planned|proposed|scheduled|set|ordered|agreed|threatened|promised|vowed|approved"
    r"|fixed|booked|invited|convened|summoned|postponed|delayed|moved|rescheduled|adjourned|brought forward|put off"
    r"|pushed back|extended|asked|hoped|shifted)\b",
    re.I,
)
"""Verbs whose past tense sets a day that may be still to come ("has announced a strike from 22 April")."""

_RELATIVE = re.compile(r"\b(?:that|which|who)\s(?:had\s)?\w+\s(?:it|them|him|her|us)\s(?:on\s)?\Z")
"""A relative clause that is over before the time ("will face the union that sent it on Monday")."""
_POSSESSIVE = re.compile(r"['’]s?\b")
_NOUN = re.compile(r"\s[a-z]{3,}\b(?<!\band)(?<!\bthat)(?<!\bwhen)(?<!\bafter)")
_OWNED = re.compile(r"\b(?:the|his|her|its|their|our|my|your|['’]s)\s\Z", re.I)
_GOVERNING = re.compile(r"\b(?:after|since|following|before|until|by|from)\s\Z", re.I)
_OPENING = re.compile(
    r"(?:\A|[,;–—\"“])\s*(?:and\s|but\s|then\s)?(?:[Oo]n|[Ll]ate|[Ee]arly|[Bb]y|[Aa]t|[Ii]n|[Ss]ince"
    r"|[Dd]uring a|[Aa]|[Tt]he)?\s*\Z"
)


def _last_marker(pattern: re.Pattern[str], words: str) -> int:
    place = -1
    for found in pattern.finditer(words):
        place = found.end()
    return place


def _first_marker(pattern: re.Pattern[str], words: str) -> int:
    found = pattern.search(words)
    return found.start() if found else 1 << 30


_IS = re.compile(r"\A,? (?:is|are)\s")
_WHEN = re.compile(
    r"\A,? when (?:\S+ ){1,6}?(?:comes|meets|visits|opens|arrives|begins|starts|votes|returns|faces|decides|hosts|holds"
    r"|ends|expires|is due|are due|is to|are to|come|meet|visit|vote|return)\b"
)
"""A day that stands before a clause in the present tense is still to come ("on Monday, when the envoy comes")."""


def _following(words: str) -> str:
    if _WHEN.match(words) or _IS.match(words):
        return "next"
    past, future = _first_marker(_PAST, words), _first_marker(_FUTURE, words)
    if past == future:
        return "near"
    return "last" if past < future else "next"


def tell_direction(sentence: str, start: int, end: int) -> str:
    """Return `last`, `next` or `near` for a weekday or yearless date at `sentence[start:end]`.

    The nearest verb before it in its clause decides ("will meet in Tarn on Friday"); where it opens the clause or
    stands before its noun, the verb after it does ("On Monday, he said"). A possessive ("Friday's meeting") is bound to
    its noun, so that only a verb right after the noun tells; otherwise `near`.
    """
    before, after = sentence[max(0, start - 160) : start], sentence[end : end + 120]
    breaks = [found.end() for found in _WORD_BREAK.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    stop = _WORD_BREAK.search(after)
    rest = after[: stop.start()] if stop else after
    if _POSSESSIVE.match(after) or (_NOUN.match(after) and _OWNED.search(clause)):
        return _possessive(rest, clause)
    if _OPENING.search(clause):
        return _following(rest)
    told = _by_preposition(clause, weekly=sentence[start:end].rstrip(".").endswith("day"))
    return told or _preceding(clause, rest)


def _by_preposition(clause: str, weekly: bool) -> str | None:
    """Return what "until", "by", "for" or "from" right before the time tells, `None` where they tell nothing."""
    if _SINCE.search(clause):
        return "last"
    if weekly and _HAD_BEEN_SET.search(clause):
        return "near"
    if _UNTIL.search(clause) and _PRESENT.search(clause) and not _GONE.search(clause):
        return "next"
    if weekly and _FOR.search(clause):
        return "next"
    if _TOWARD.search(clause):
        past, set_for = _last_marker(_PAST, clause), _last_marker(_APPOINTING, clause)
        if set_for >= 0 and set_for >= past:
            return "next"
    return None


def _preceding(clause: str, rest: str) -> str:
    future = _last_marker(_FUTURE, clause)
    past = _last_marker(_PAST, _GOVERNING.sub(" ", clause))
    if future >= 0 and _RELATIVE.search(clause):
        return "next"
    if past == future == -1:
        return _following(rest)
    return "last" if past > future else "next"


def _possessive(rest: str, clause: str) -> str:
    found = re.match(r"['’]s?(?:\s[\w-]+){1,3}?\s(?=will\b|would\b|is\b|was\b|were\b|are\b|has\b|had\b)(\w+)", rest)
    if found:
        return {"will": "next", "would": "next", "was": "last", "were": "last", "had": "last"}.get(found[1], "near")
    if re.search(r"\b(?:ahead of|will [a-z]+ (?:to|at|in)|before|eve of|prepar\w+ for)\s(?:the\s)?\Z", clause):
        return "next"
    if re.search(r"\b(?:after|following|since|in the wake of)\s(?:the\s)?\Z", clause):
        return "last"
    return "near"

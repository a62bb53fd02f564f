"""Truthful changes of wording: another form of the same number, day, name or verb, and parts of a sentence moved.

Every row says the same before and after, so a changed sentence is still the other's sentence; nothing inside quote
marks is touched. The table is our own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from evals.annotation.quoted import double_quoted

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+)"
_OPENS = "The|A|An|It|He|She|They|This|These|Officials|Police|Two|Three|Some|Many"
_COUNT = r"(?=[\d$£€])"

_TABLE: tuple[tuple[str, str], ...] = (
    (r"\b(?:stated|announced) that\b", "said that"),
    (r"\bstated\b", "said"),
    (r"\b(said|reported|believes|thinks) that (?=the|he|she|it|they|there)\b", r"\1 "),
    (rf"\b(?:approximately|around) {_COUNT}", "about "),
    (rf"\babout {_COUNT}", "around "),
    (rf"\bover {_COUNT}", "more than "),
    (rf"\bmore than {_COUNT}", "over "),
    (rf"\bat least {_COUNT}", "no fewer than "),
    (rf"\bup to {_COUNT}", "as many as "),
    (r"\bprior to\b", "before"),
    (r"\bin order to\b", "to"),
    (r"(?<!is )(?<!are )(?<!was )(?<!were )\bdue to\b", "because of"),
    (r"\bbecause of\b", "due to"),
    (r"\bas well as\b", "and"),
    (r"\bsuch as\b", "like"),
    (r"^However, (the|he|she|it|they|this)\b", r"But \1"),
    (r", but (the|he|she|it|they)\b", r". But \1"),
    (r"^Although\b", "Though"),
    (r"\balthough\b", "though"),
    (r"(\d) ?(?:%|per cent\b)", r"\1 percent"),
    (r"(\d) percent\b", r"\1%"),
    (r"\bU\.S\.(?= [a-z])", "US"),
    (r"\bUS\b(?!\$)", "U.S."),
    (r"\bthe United States\b(?! of)", "the US"),
    (r"\bthe United Kingdom\b", "the UK"),
    (r"\bUnited Nations\b", "UN"),
    (r"\bWorld Health Organi[sz]ation(?: \(WHO\))?", "WHO"),
    (r"\b(?:Mr|Mrs|Ms)\. (?=[A-Z])", ""),
    (rf"\b({_MONTHS}) (\d{{1,2}}), ((?:19|20)\d\d)\b", r"\2 \1 \3"),
    (rf"\b({_MONTHS}) (\d{{1,2}})\b(?!,? \d)", r"\2 \1"),
    (rf"\b(\d{{1,2}}) ({_MONTHS})\b(?! \d)", r"\2 \1"),
    (r"(?<!\w)\$(\d[\d.,]*) ([mb]illion)\b", r"\1 \2 dollars"),
    (r"\b(\d{1,3}),(\d{3})\b(?![,\d])", r"\1\2"),
    (r"\b(did|does|do|is|are|was|were|has|have|had) not\b", r"\1n't"),
    (r"\bnumerous\b", "many"),
    (r"\badditional\b", "further"),
    (r"\bcommenced\b", "began"),
    (r"\bbegan\b", "started"),
    (r"\bstarted\b", "began"),
    (r"\bnearly\b", "almost"),
    (r"\balmost\b", "nearly"),
    (r"\bcurrently\b", "now"),
    (r"\battempted to\b", "tried to"),
    (r"\battempting to\b", "trying to"),
    (r"\blarge\b", "big"),
    (r"\bhospitali[sz]ed\b", "taken to hospital"),
    (r"\bassist\b", "help"),
    (r"\bassistance\b", "help"),
    (r"\bcompany\b", "firm"),
    (r"\bcompanies\b", "firms"),
    (r"\b(was|were) able to\b", "could"),
    (r"\bpassed away\b", "died"),
    (r"\bsince then\b", "after that"),
    (r"\bfurthermore\b", "moreover"),
    (r"\btogether with\b", "along with"),
    (r"\bapart from\b", "except for"),
    (r"\bas a result of\b", "because of"),
    (r"\ba number of\b", "several"),
    (r"\bmost recent\b", "latest"),
    (r"\bacross the world\b", "worldwide"),
    (rf"(?<=[a-z]) on ({_DAYS})\b", r" \1"),
    (r"^(?:However|Meanwhile|Additionally|Furthermore|Also|In addition), the\b", "The"),
    (r"(?<=[a-z]) also (?=[a-z])", " "),
    (r"\bit is\b", "it's"),
    (r"\bmay (?=be|have|cause|take)", "might "),
    (r"(?<=[a-z]) following (?=the|an?\b)", " after "),
    (r"\bin an effort to\b", "to"),
    (r"\bin the wake of\b", "after"),
    (r"\bdespite\b", "in spite of"),
    (r"\bdied from\b", "died of"),
    (r"\bso far\b", "to date"),
    (r"\bseveral\b", "a number of"),
    (r"(?<=\d) a (day|week|month|year)\b", r" per \1"),
    (r"\b([Ss])pokes(?:man|woman)\b", r"\1pokesperson"),
    (r"\baround the world\b", "worldwide"),
)
_NUMBERS = tuple(
    row
    for value, word in enumerate("three four five six seven eight nine ten eleven twelve thirteen fourteen".split(), 3)
    for row in ((rf"\b{word}\b(?= [a-z])", str(value)), (rf"(?<![\d.,$£€-])\b{value}\b(?= [a-z]{{3}})(?! [mbp])", word))
)
_RULES = tuple((re.compile(pattern), instead) for pattern, instead in _TABLE + _NUMBERS)

_MOVES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"^({_OPENS})\b([^\"“”]{{9,80}}?),? on ({_DAYS})\.$"), lambda m: f"On {m[3]}, {m[1].lower()}{m[2]}."),
    (re.compile(rf"^({_OPENS})\b([^\"“”]+), ({_WHO}) said\.$"), lambda m: f"{m[3]} said {m[1].lower()}{m[2]}."),
    (re.compile(rf"^([\"“][^\"“”]+),([\"”]),? ({_WHO}) said\.$"), lambda m: f"{m[3]} said: {m[1]}.{m[2]}"),
    (re.compile(r"^According to ([^\"“”,]{3,40}), (the|a|an|it|he|she|they)\b([^\"“”]+)\.$"),
     lambda m: f"{m[2].capitalize()}{m[3]}, according to {m[1]}."),
    (re.compile(rf"^({_OPENS})\b([^\"“”]+), according to ([^\"“”,]{{3,40}})\.$"),
     lambda m: f"According to {m[3]}, {m[1].lower()}{m[2]}."),
    (re.compile(r"^In ((?:19|20)\d\d), (the|a|an|it|he|she|they)\b([^\"“”]{9,80})\.$"),
     lambda m: f"{m[2].capitalize()}{m[3]} in {m[1]}."),
    (re.compile(rf"^On ({_DAYS}), (the|a|an|it|he|she|they)\b([^\"“”]{{9,80}})\.$"),
     lambda m: f"{m[2].capitalize()}{m[3]} on {m[1]}."),
)  # fmt: skip
"""A day from the end to the front and back, and who said it from the end to the front."""


def touch(sentence: str, dice: random.Random) -> str:
    """Return a sentence with one small change, or as it is where no row fits."""
    found = _fitting(sentence)
    return _replaced(sentence, [dice.choice(found)]) if found else sentence


def reword(sentence: str) -> str:
    """Return a sentence with every change that fits, and its parts moved where that can be done honestly."""
    for pattern, moved in _MOVES:
        if match := pattern.match(sentence):
            sentence = moved(match)
            break
    return _replaced(sentence, _fitting(sentence))


def _fitting(sentence: str) -> list[tuple[int, int, str]]:
    """Return the changes that fit outside quote marks, left to right, none over another; earlier rows win."""
    taken = list(double_quoted(sentence))
    found = []
    for pattern, instead in _RULES:
        for match in pattern.finditer(sentence):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                found.append((*match.span(), match.expand(instead)))
    return sorted(found)


def _replaced(sentence: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, instead in reversed(changes):
        sentence = sentence[:start] + instead + sentence[end:]
    return sentence

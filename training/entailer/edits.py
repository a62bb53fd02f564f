"""Truthful edits of one sentence: what it says made another, or said in other words, or said in part."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nutgraf.records.annotation import Annotation, EntityKind, Sentence

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _read_words(name: str) -> tuple[tuple[str, str], ...]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return tuple((one, two) for one, _, two in (line.partition("\t") for line in lines))


CONTRARY, LIKE = _read_words("contrary.tsv"), _read_words("like.tsv")
"""Words that make a sentence say the contrary, and words that leave it what it says (the first to become the second,
or the other way round)."""

_AUXILIARY = re.compile(r"\b(is|was|are|were|will|has|have|had|can|could|would|should|did|does|do|may|might)\b(?! not)")
_NOT = re.compile(r"\b(is|was|are|were|will|has|have|had|can|could|would|should|did|does|do|may|might) not\b")
_DIGITS = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
_ASIDE = re.compile(
    r" \([^()]{3,80}\)|, (?:which|who|where|whose|when|including|such as|according to)\b[^,.;]{6,120}(?=[,.])"
)
_TAIL = re.compile(
    r",? (?:after|before|while|because|although|as|when|where|following|during|since|but|and|despite|with)\b"
    r"[^.;]{20,}(?=[.])"
)
_HEAD = re.compile(
    r"^(?:On|In|At|After|During|Before|Following|Despite|According to|While|Although|As|When)\b[^,.;]{4,90}, (?=\w)"
)
_SAID = re.compile(
    r"^(?P<what>[A-Z][^“”\"]{25,}?), (?P<who>[^,.“”\"]{3,60}) (?P<said>said|says|told reporters|announced)\.$"
)
_SAID_FIRST = re.compile(
    r"^(?P<who>[A-Z][^,.“”\"]{2,60}) (?P<said>said|says|announced) (?:that )?(?P<what>[^“”\"]{25,})\.$"
)


_DESCRIBING = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?P<word>[a-z-]{3,}) (?=[a-z-]{3,}\b)")
_TOLD = re.compile(r"\b(?:said|says|told|according|announced|confirmed)\b|[“”\"]")
WHO = (
    "officials", "police", "the ministry", "a spokesman", "a spokeswoman", "the mayor", "the company", "he", "she",
    "the agency", "witnesses", "the governor", "two people familiar with the matter", "the union", "the hospital",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the names and figures in it, by kind: places in the sentence."""

    text: str
    names: tuple[tuple[int, int, EntityKind], ...]


Edit = Callable[[str, random.Random], str | None]
"""Returns the sentence edited, or nothing where it cannot be."""


def mark(text: str, sentence: Sentence, annotation: Annotation) -> Marked:
    """Return one sentence of an article with its names."""
    kinds = {entity.key: entity.kind for entity in annotation.entities}
    names = tuple(
        (mention.start - sentence.start, mention.end - sentence.start, kinds[mention.entity])
        for mention in annotation.mentions
        if mention.named and mention.entity in kinds and sentence.start <= mention.start and mention.end <= sentence.end
    )
    return Marked(text[sentence.start : sentence.end], names)


def swap_number(text: str, dice: random.Random) -> str | None:
    """Make a number another one that no qualifier reconciles with it."""
    places = [(match.start(), match.end()) for match in _DIGITS.finditer(text)]
    places += [(m.start(), m.end()) for number in NUMBERS for m in re.finditer(rf"\b{number}\b", text)]
    if not places:
        return None
    start, end = dice.choice(sorted(places))
    return text[:start] + _other_number(text[start:end], dice) + text[end:]


def _other_number(told: str, dice: random.Random) -> str:
    if told in NUMBERS:
        return dice.choice([number for number in NUMBERS[1:] if number != told])
    value = float(told.replace(",", ""))
    if 1900 <= value <= 2100 and "," not in told and "." not in told:
        return str(int(value) + dice.choice([-7, -4, -3, -2, -1, 1, 2, 3, 5]))
    factor = dice.choice([0.25, 0.4, 0.5, 0.6, 1.5, 1.8, 2, 3, 4])
    other = max(1.0, value * factor)
    if "." in told:
        return f"{other:.{len(told.split('.')[1])}f}"
    whole = round(other) if round(other) != value else round(other) + 2
    return f"{whole:,}" if "," in told else str(whole)


def swap_day(text: str, dice: random.Random) -> str | None:
    """Make a weekday or a month another one."""
    found = [
        (match, names) for names in (WEEKDAYS, MONTHS) for name in names for match in re.finditer(rf"\b{name}\b", text)
    ]
    if not found:
        return None
    match, names = dice.choice(sorted(found, key=lambda one: one[0].start()))
    other = dice.choice([name for name in names if name != match.group()])
    return text[: match.start()] + other + text[match.end() :]


def negate(text: str, dice: random.Random) -> str | None:
    """Say that it is not so, or that it is."""
    gone = list(_NOT.finditer(text))
    if gone:
        match = dice.choice(gone)
        return text[: match.start()] + match.group(1) + text[match.end() :]
    found = list(_AUXILIARY.finditer(text))
    if not found:
        return None
    match = found[0]
    return f"{text[: match.end()]} not{text[match.end() :]}"


def turn_round(text: str, dice: random.Random) -> str | None:
    """Make a word its contrary."""
    return _replace(text, [*CONTRARY, *((two, one) for one, two in CONTRARY)], dice)


def say_otherwise(text: str, dice: random.Random) -> str | None:
    """Say the same in other words."""
    found = [edit for edit in (_turn_speech, _spell_number, _use_like) if edit(text, random.Random(0))]
    return dice.choice(found)(text, dice) if found else None


def _use_like(text: str, dice: random.Random) -> str | None:
    return _replace(text, [*LIKE, *((two, one) for one, two in LIKE if two)], dice)


def _turn_speech(text: str, dice: random.Random) -> str | None:
    told = _SAID.match(text)
    if told:
        what = told["what"]
        return f"{told['who'][0].upper()}{told['who'][1:]} {told['said']} {_lowered(what)}."
    told = _SAID_FIRST.match(text)
    if told:
        what = told["what"]
        return f"{what[0].upper()}{what[1:]}, {_lowered(told['who'])} {told['said']}."
    return None


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return (
        text[0].lower() + text[1:]
        if first in {"The", "A", "An", "It", "He", "She", "They", "In", "On", "This"}
        else text
    )


def _spell_number(text: str, dice: random.Random) -> str | None:
    for place, number in enumerate(NUMBERS, start=1):
        if re.search(rf"\b{number}\b", text):
            return re.sub(rf"\b{number}\b", str(place), text, count=1)
    found = re.search(r"(?<![\w.,])(\d{1,3}),(\d{3}),000(?![\w,.])|(?<![\w.,])(\d{1,2})(?![\w.,%])", text)
    if found and found[1]:
        return f"{text[: found.start()]}{int(found[1])}.{found[2].rstrip('0') or '0'} million{text[found.end() :]}"
    if found and 1 <= int(found[3]) <= len(NUMBERS):
        return text[: found.start()] + NUMBERS[int(found[3]) - 1] + text[found.end() :]
    return None


def say_in_part(text: str, dice: random.Random) -> str | None:
    """Leave out what stands aside, at the head or at the tail."""
    cuts = [match.span() for pattern in (_ASIDE, _TAIL, _HEAD) for match in pattern.finditer(text)]
    if not cuts:
        return None
    start, end = dice.choice(sorted(cuts))
    left = (text[:start] + text[end:]).strip()
    return left[0].upper() + left[1:] if len(left.split()) >= 5 else None


def leave_words(text: str, dice: random.Random) -> str | None:
    """Leave out a word that only describes: "the usually tranquil city" becomes "the tranquil city"."""
    found = list(_DESCRIBING.finditer(text))
    if not found:
        return None
    match = dice.choice(found)
    return text[: match.start("word")] + text[match.end("word") + 1 :]


def say_who(text: str, dice: random.Random) -> str | None:
    """Say of a sentence that nobody is named for who told it."""
    if not text.endswith(".") or _TOLD.search(text):
        return None
    who, said = dice.choice(WHO), dice.choice(("said", "said", "says", "told reporters", "confirmed"))
    day = dice.choice(("", "", "", " on Tuesday", " on Friday", " in a statement"))
    if dice.random() < 0.5:
        return f"{text[:-1]}, {who} {said}{day}."
    if dice.random() < 0.4:
        return f"According to {who}, {_lowered(text)}"
    return f"{who[0].upper()}{who[1:]} {said}{day} that {_lowered(text)}"


def swap_name(marked: Marked, names: Mapping[EntityKind, Sequence[str]], dice: random.Random) -> str | None:
    """Make a name another one of its kind."""
    places = [name for name in marked.names if name[2] in names]
    if not places:
        return None
    start, end, kind = dice.choice(places)
    told = marked.text[start:end]
    other = dice.choice(names[kind])
    return None if other in told or told in other else marked.text.replace(told, other)


def _replace(text: str, pairs: Sequence[tuple[str, str]], dice: random.Random) -> str | None:
    found = [(one, two) for one, two in pairs if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]
    if not found:
        return None
    one, two = dice.choice(found)
    return " ".join(re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", two, text, count=1).split())

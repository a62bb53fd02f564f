"""Where an account uses a word that may carry a judgement, in its outlet's own voice, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.compare.clause_around import clause_around, doers_of, stems_between
from nutgraf.compare.loaded_words import LoadedSet, forms_of
from nutgraf.compare.modes import Deed, read_deeds
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.compare.verbs import governing_forms, irregular_past
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import AttributionKind
from nutgraf.text import fold

Sets = tuple[tuple[LoadedSet, str], ...]
"""The sets that a form stands in, each with the first form of its word."""

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PHRASE = 4  # words of the longest phrase of the table
_NAME = r"[A-Z][\w’'-]*"
_NAMED_BEFORE = re.compile(rf"(?:{_NAME}\s+){{1,3}}$")
_NAMED_AFTER = re.compile(rf"\s+(?:of|in|from)\s+(?:the\s+|President\s+)?({_NAME}(?:\s+{_NAME}){{0,2}})")
_VERB_BEFORE = frozenset("to will would may might could can cannot shall they we he she it i not who".split())
_CLAIMED = re.compile(r"\s+(?:responsibility|credit|victory|the li(?:fe|ves)|lives|asylum|benefits|the title)\b")
_TAKEN_IN = re.compile(r"\b(?:was|were|is|are|been|being)\s+$")
_MARKS = re.compile(r"[“”\"]")
_OF = re.compile(r"\s+of\b")
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their)|['’]s?)\s+(?:[\w-]+\s+)?$")
_SCARE = 3  # words that marks in the outlet's own sentence hold where they give nobody's words


@dataclass(frozen=True, slots=True)
class Use:
    """One word of a set in one place: `word` is its first form in the table; `marked` tells that it stands in marks.

    `around` is what its clause speaks of, `names` the names that say whose or where it is; `doers` and `things` are
    those of a verb, `things` the noun that it stands before; the source of a verb of saying is its doer, what is said
    is around it.
    """

    told: Told
    start: int
    end: int
    words: LoadedSet
    word: str
    marked: bool
    around: frozenset[str]
    names: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()

    @property
    def article(self) -> str:
        """The article that uses it."""
        return self.told.statement.article


@dataclass(frozen=True, slots=True)
class _Found:
    """A word of the table where it stands, with the clause around it; `marked` as in `Use`."""

    start: int
    end: int
    low: int
    high: int
    marked: bool
    sets: Sets


def find_uses(told: Told, text: str) -> Iterator[Use]:
    """Yield the words of a statement that stand in a set, where the outlet itself chose them."""
    deeds = read_deeds(text, told.statement.span.start, told.statement.span.end)
    verbs = {deed.main: deed for deed in deeds if not deed.negative}
    for found in _own_words(told, text, "noun"):
        if found.start not in verbs and _is_noun(text, found):
            yield from _noun(told, text, found)
    for found in _own_words(told, text, "kind"):
        yield from _kind(told, text, found)
    for found in _own_words(told, text, "verb"):
        if found.start in verbs:
            yield from _verb(told, text, found, verbs[found.start])
    yield from _verbs_of_saying(told, text)


def _own_words(told: Told, text: str, kind: str) -> Iterator[_Found]:
    for start, end, sets in _phrases(text, told.statement.span.start, told.statement.span.end, kind):
        marks = _marks_around(text, start, end)
        said = told.statement.attribution
        own = said.kind is AttributionKind.OWN
        scare = own and len(text[marks[0] : marks[1]].split()) <= _SCARE if marks else False
        if scare or (marks is None and (own or said.start <= start < said.end)):
            first, last = (marks[0] - 1, marks[1] + 1) if marks else (start, end)
            yield _Found(start, end, *clause_around(text, told, first, last), marks is not None, sets)


def _phrases(
    text: str, start: int, end: int, kind: str
) -> Iterator[tuple[int, int, tuple[tuple[LoadedSet, str], ...]]]:
    """Yield the longest phrases of the table that stand in a stretch."""
    forms = forms_of(kind)
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        for length in range(min(_PHRASE, len(tokens) - at), 0, -1):
            first, last = tokens[at][0], tokens[at + length - 1][1]
            found = forms.get(fold(text[first:last]))
            if found:
                yield first, last, found
                at += length - 1
                break
        at += 1


def _marks_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place between the quotation marks that a word stands in, `None` for one that stands in none."""
    if text[start - 1 : start] in ("‘", "'") and text[end : end + 1] in ("’", "'"):
        return start, end
    opened = -1
    for mark in _MARKS.finditer(text, text.rfind("\n", 0, start) + 1, start):
        closes = mark.group() == "”" or (mark.group() == '"' and opened >= 0)
        opened = -1 if closes else mark.end()
    if opened < 0:
        return None
    closed = _MARKS.search(text, end)
    return opened, closed.start() if closed else len(text)


def _is_noun(text: str, found: _Found) -> bool:
    before = _TOKEN.findall(text, found.low, found.start)
    if before and before[-1].lower() in _VERB_BEFORE:
        return False
    if not text[found.start : found.end].endswith("ing"):
        return True
    # "accused of killing him" is a verb
    return bool(_OF.match(text, found.end) or _DETERMINED.search(text, found.low, found.start))


def _noun(told: Told, text: str, found: _Found) -> Iterator[Use]:
    named = _NAMED_BEFORE.search(text, found.low, found.start)
    of = _NAMED_AFTER.match(text, found.end)
    names = _stems(" ".join([named.group() if named else "", of.group(1) if of else ""]))
    for words, word in found.sets:
        around, head = _around(told, text, found), _head(text, found.end)
        yield Use(told, found.start, found.end, words, word, found.marked, around, names, things=head)


def _around(told: Told, text: str, found: _Found) -> frozenset[str]:
    before = stems_between(text, told, found.low, found.start)
    return before | stems_between(text, told, found.end, found.high)


def _head(text: str, end: int) -> frozenset[str]:
    """Return the noun that a noun stands before ("death sentences"), nothing where a verb or a stop follows."""
    behind = _TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    word = behind.group() if behind else ""
    verb = word.endswith(("ed", "ly")) or word in irregular_past() or word in governing_forms()
    return frozenset() if verb or not word.islower() else _stems(word)


def _kind(told: Told, text: str, found: _Found) -> Iterator[Use]:
    behind = _TOKEN.search(text, found.end, told.statement.span.end)
    if behind is None or behind.start() > found.end + 2 or not content_stems(behind.group()):
        return
    around, head = _around(told, text, found), _stems(behind.group())
    for words, word in found.sets:
        yield Use(told, found.start, found.end, words, word, found.marked, around, things=head)


def _verb(told: Told, text: str, found: _Found, deed: Deed) -> Iterator[Use]:
    low, high = clause_around(text, told, deed.start, found.end)
    before, after = doers_of(text, told, low, deed), stems_between(text, told, found.end, high)
    doers, things = (after, before) if deed.passive else (before, after)
    for words, word in found.sets:
        marked, around = found.marked, before | after
        yield Use(told, found.start, found.end, words, word, marked, around, doers=doers, things=things)


def _verbs_of_saying(told: Told, text: str) -> Iterator[Use]:
    """Yield the verb with which a statement is given to its source."""
    said = told.statement.attribution
    if said.kind in (AttributionKind.OWN, AttributionKind.OUTLET):
        return
    first, last = max(said.content_start, told.statement.span.start), min(said.content_end, told.statement.span.end)
    source = _stems(said.source) | ({said.entity} if said.entity else set())
    content = frozenset(map(same_thing, content_stems(text[first:last]))) - source
    found = list(_phrases(text, said.start, said.end, "says"))
    for start, end, sets in found[-1:]:
        inside = told.statement.span.start <= start < told.statement.span.end
        if inside and not _CLAIMED.match(text, end) and not _TAKEN_IN.search(text, said.start, start):
            for words, word in sets:
                yield Use(told, start, end, words, word, False, content, doers=source)


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(same_thing, content_stems(words)))

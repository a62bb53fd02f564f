"""Which of the values that a page gives for a field its article bears, and why not the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nutgraf.extract.metadata import NO_METADATA, Metadata
from nutgraf.extract.unwrapped import Fact, Holds, Sheet, Told
from nutgraf.models.outlets import outlet_of_domain
from nutgraf.records.article import Field, Found, Published, Sure
from nutgraf.text import host_of

_EACH = (Field.CARRIER, Field.PUBLISHED, Field.LANGUAGE)
"""What a wrapping tells of each of several articles in it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one article's fields: what its lines print, what its page's head says, what its wrapping tells.

    `printed` holds facts in order of preference; `single` is true where the sheet holds this one article.
    """

    sheet: Sheet
    printed: Told
    metadata: Metadata = NO_METADATA
    site: str | None = None
    single: bool = True
    teaser: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """The values chosen, and all that were found."""

    chosen: dict[Field, Fact]
    found: tuple[Found, ...]

    def value(self, field: Field) -> str | None:
        """Return the value chosen for a field."""
        fact = self.chosen.get(field)
        return fact.value if fact is not None else None

    def published(self, field: Field) -> Published | None:
        """Return the date chosen for a field, how it was found and how sure that is."""
        fact = self.chosen.get(field)
        return Published(fact.value or None, fact.how, fact.sure) if fact is not None else None

    def undated(self) -> Published | None:
        """Return why no date was chosen where the page gives some."""
        refused = [one for one in self.found if one.field is Field.PUBLISHED and one.why_not]
        if not refused:
            return None
        first = refused[0]
        return Published(None, f"“{first.value[:60]}” ({first.how}) was not taken: {first.why_not}", Sure.UNSURE)

    def more(self, fact: Fact | None) -> Fields:
        """Return the fields with a fact that rests on all that was found before."""
        if fact is None:
            return self
        return Fields({**self.chosen, fact.field: fact}, (*self.found, _found(fact, True)))

    def in_language(self, language: str) -> Fields:
        """Return the fields with the language of the words, where it is known, in place of another declared one."""
        declared = self.value(Field.LANGUAGE)
        if language == "und" or (declared is not None and declared.lower()[:2] == language[:2]):
            return self._spelled(language)
        found = tuple(
            replace(one, chosen=False, why_not=f"the words are not in it but in “{language}”")
            if one.field is Field.LANGUAGE
            else one
            for one in self.found
        )
        return Fields(self.chosen, found).more(Fact(Field.LANGUAGE, language, "the words of the text"))

    def _spelled(self, language: str) -> Fields:
        """The declared language as its two or three letters; what was declared stays among the values found."""
        fact = self.chosen.get(Field.LANGUAGE)
        return Fields({**self.chosen, Field.LANGUAGE: replace(fact, value=language)}, self.found) if fact else self


def choose_fields(evidence: Evidence) -> Fields:
    """Return the field values of one article: of each field the first in the order of trust."""
    chosen: dict[Field, Fact] = {}
    found: list[Found] = []
    by_field: dict[Field, list[Fact]] = {}
    for fact in _ranked(evidence):
        by_field.setdefault(fact.field, []).append(fact)
    for field in Field:
        own = by_field.get(field)
        if own is None:
            continue
        best = _best([fact for fact in own if fact.why_not is None])
        if best is not None:
            chosen[field] = best
        found.extend(_found(fact, fact is best) for fact in _once(own) if fact.value)
    return Fields(chosen, tuple(found))


def _once(facts: list[Fact]) -> list[Fact]:
    """Facts without those that tell the same of the same place of the page."""
    kept: dict[tuple[str, object], Fact] = {}
    for number, fact in enumerate(facts):
        kept.setdefault((fact.value, fact.start if fact.start is not None else f"nowhere {number}"), fact)
    return list(kept.values())


def _best(facts: list[Fact]) -> Fact | None:
    """The first that has a value; of dates one that has its year before one that has none."""
    whole = [fact for fact in facts if fact.value and not fact.value.startswith("--")]
    return next(iter((*whole, *facts)), None)


def _ranked(evidence: Evidence) -> list[Fact]:
    """All facts, the most trusted first: of a ready text its wrapping, of a page its head and what it prints.

    A date printed in doubt comes after what the wrapping tells.
    """
    told, head = _joined(_fitting(evidence)), list(_of_head(evidence))
    printed = [fact for fact in evidence.printed if fact.sure is Sure.SURE]
    doubted = [fact for fact in evidence.printed if fact.sure is not Sure.SURE]
    if evidence.sheet.holds is not Holds.PAGE:
        titled = any(fact.field is Field.TITLE for fact in told)
        return [*told, *(fact for fact in printed if not (titled and fact.field is Field.TITLE)), *doubted, *head]
    if not evidence.sheet.own_head:
        return [*_first_of(told, Field.CARRIER), *printed, *_but(told, Field.CARRIER), *doubted, *head]
    before = (Field.TITLE, Field.BYLINE, Field.PUBLISHED)
    firm = [fact for fact in head if fact.field is not Field.PUBLISHED or fact.sure is not Sure.UNSURE]
    rest = [fact for fact in head if fact not in firm]
    return [*_first_of(firm, *before), *printed, *_but(firm, *before), *told, *rest, *doubted]


def _but(facts: Iterable[Fact], *fields: Field) -> list[Fact]:
    return [fact for fact in facts if fact.field not in fields]


def _first_of(facts: Iterable[Fact], *fields: Field) -> list[Fact]:
    return [fact for fact in facts if fact.field in fields]


def _fitting(evidence: Evidence) -> list[Fact]:
    """What the wrapping tells of this article; of several in it, or of the teasers beside it, it tells little."""
    told = list(evidence.sheet.told)
    if evidence.sheet.holds is not Holds.PAGE or (evidence.single and not evidence.teaser):
        return told
    return [fact for fact in told if fact.field in (_EACH[:1] if evidence.teaser else _EACH)]


def _joined(told: list[Fact]) -> list[Fact]:
    """Several authors named in the same way are one byline."""
    names = [fact for fact in told if fact.field is Field.BYLINE]
    if len(names) < 2 or names[0].how != names[1].how:
        return told
    same = [fact for fact in names if fact.how == names[0].how]
    line = replace(names[0], value=", ".join(dict.fromkeys(fact.value for fact in same)), end=same[-1].end)
    return [line if fact is names[0] else fact for fact in told if fact is names[0] or fact not in same]


def _of_head(evidence: Evidence) -> Iterable[Fact]:
    """What the head of an HTML page tells, and what it prints beside its title."""
    if evidence.site:
        yield Fact(Field.CARRIER, evidence.site, "the head of the page, its title, its logo or its known domain")
    yield from (_traced(fact, evidence.sheet) for fact in evidence.metadata.told)
    yield from known_carrier(evidence.metadata.address)


def _traced(fact: Fact, sheet: Sheet) -> Fact:
    """A fact with its place in the page's text in place of the sheet's."""
    if sheet.text.same or fact.start is None:
        return fact
    place = sheet.text.place(fact.start, fact.end or fact.start)
    return replace(fact, start=place[0], end=place[1]) if place else replace(fact, start=None, end=None)


def known_carrier(address: str | None) -> Iterable[Fact]:
    """Yield the outlet whose domain an address has, where it is known."""
    known = outlet_of_domain(host_of(address))
    if known is not None:
        yield Fact(Field.CARRIER, known.name, f"the outlet of the domain {host_of(address)}")


def _found(fact: Fact, chosen: bool) -> Found:
    return Found(fact.field, fact.value, fact.how, chosen, None if chosen else fact.why_not, fact.start, fact.end)

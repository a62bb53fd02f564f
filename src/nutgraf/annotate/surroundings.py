"""What stands around a run of capitalised words and tells what it names: prepositions, appositions, verbs of saying."""

from __future__ import annotations

import re

from nutgraf.annotate.name_words import NO_ENTITY, PLACE_BEFORE, PLACE_PREPOSITIONS, ROLES, SIDES
from nutgraf.annotate.runs import Run
from nutgraf.models.names import first_names
from nutgraf.models.places import place_size

_SAYING = frozenset(
    """
    said says told tells added adds asked asks replied wrote writes warned warns tweeted testified recalled explained
    explains insisted insists argued argues admitted admits joked acknowledged noted notes recounted believes believed
    thinks thought declared vowed conceded quipped remarked responded complained stressed
    """.split()
)
_PLACE_APPOSITION = re.compile(
    r",\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:town|village|city|suburb|port|hamlet|resort|island|district|province|region|"
    r"municipality|settlement|neighbou?rhood)\b"
)
_PLACE_INTRODUCED = re.compile(  # "in the capital, X", "near the river town, X"
    r"\b(?:in|near|outside|from|to|at|around) (?:the|its|their|his|her|nearby|[A-Z][\w-]+['’]s)(?: [\w-]+){0,2} "
    r"(?:capital|town|village|city|suburb|port|hamlet|resort|district|province|municipality|settlement),$"
)
_PLACE_POSSESSED = re.compile(
    r"['’]s\s+(?:[\w-]+\s+)?(?:mayor|harbou?r|port|coast|residents|streets|airport|council|town hall|city hall|capital|"
    r"suburbs|outskirts|waterfront|riverfront|old town)\b"
)
_LARGER_AFTER = re.compile(r",\s+((?:[A-Z][\w.'’-]*\s?){1,3})")


class Surroundings:
    """A run of one sentence with the words before and behind each of its parts."""

    def __init__(self, text: str, run: Run, bounds: tuple[int, int]) -> None:
        self._text, self._run, self._bounds = text, run, bounds
        self._keys = [token.key.rstrip(".") for token in run]

    def _words(self, i: int, j: int) -> str:
        return self._text[self._run[i].start : self._run[j - 1].end]

    def _is_first_name(self, i: int) -> bool:
        word = self._run[i].word
        initials = re.fullmatch(r"(?:[A-Z]\.?){1,2}", word) and not place_size(word) and self._keys[i] not in NO_ENTITY
        return self._keys[i].split("-")[0] in first_names() or bool(initials)

    def _place_named(self, i: int, j: int) -> bool:
        before, after = self._before(i).split(), self._after(j)
        if len(before) > 1 and before[-1] == "of" and before[-2].lower() in PLACE_BEFORE:
            return True
        if _PLACE_INTRODUCED.search(self._before(i)) and re.match(r"[,.;](?!\s\d)", after) and not self._says(i, j):
            return True
        return bool(_PLACE_APPOSITION.match(after) or _PLACE_POSSESSED.match(after)) or self._larger_after(j)

    def _says(self, i: int, j: int) -> bool:
        after = re.match(r"\s+(?:has |had |also |later |then )?([a-z]+)\b", self._after(j))
        before = self._before(i).split()
        said_before = bool(before) and before[-1] in ("said", "says", "added", "asked", "wrote", "warned", "explained")
        return said_before or bool(after and after.group(1) in _SAYING)

    def _person_before(self, i: int) -> bool:
        before = self._before(i)
        if i > 0 and self._run[i].start - self._run[i - 1].end < 2:
            return self._keys[i - 1] in ROLES
        if re.search(r"-old$", before):
            return True
        last = before.split()[-1] if before.split() else ""
        if last.endswith(",") and re.search(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Ii]ts|whose|['’]s)\s", before):
            last = last.rstrip(",")
        return last in ROLES and last not in ("attorney", "general", "state") and bool(before) and last[0].islower()

    def _place_before(self, i: int, prepositions: frozenset[str] = PLACE_PREPOSITIONS) -> bool:
        before = self._before(i).split()
        if before and before[-1].lower() in SIDES and before[-1].endswith("ern") and i == 0:
            return True
        while before and (before[-1].lower() == "the" or before[-1].lower() in SIDES):
            before = before[:-1]
        if i > 0 and self._run[i].start - self._run[i - 1].end < 2:
            return False
        return bool(before) and before[-1].lower() in prepositions

    def _larger_after(self, j: int) -> bool:
        match = _LARGER_AFTER.match(self._after(j))
        if not match:
            return False
        words = match.group(1).split()
        return any(place_size(" ".join(words[:count])) >= 5.5 for count in range(len(words), 0, -1))

    def _before(self, i: int) -> str:
        start = max(self._bounds[0], self._run[i].start - 40)
        return self._text[start : self._run[i].start].rstrip()

    def _after(self, j: int) -> str:
        return self._text[self._run[j - 1].end : min(self._bounds[1], self._run[j - 1].end + 110)]

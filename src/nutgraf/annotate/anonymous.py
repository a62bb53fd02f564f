"""What sort of source is not named: an official, somebody familiar with a matter, a witness, an analyst."""

from __future__ import annotations

import re

from nutgraf.records.annotation import AnonymousSort
from nutgraf.text import fold

_TAIL = re.compile(
    r"\b(?:to|about|familiar|close|briefed|who|with|from|at|in|on|of|for|inside|near|involved|speaking|working|by|"
    r"privy|whose|that|present)\b"
)
_FAMILIAR = re.compile(
    r"\b(?:familiar with|briefed (?:on|about)|knowledge of|close to|involved in|privy to|insiders?|"
    r"who (?:knows?|knew))\b",
    re.I,
)
_THERE = re.compile(
    r"\bwho (?:was|were) (?:in the room|there|present|nearby|at the)\b|\bwho (?:saw|witnessed|watched)\b"
)
_IN_OFFICE = re.compile(
    r"\b(?:government|diplomatic|military|security|police|intelligence|ministry|defen[cs]e|law[- ]enforcement|official|"
    r"presidential|parliamentary|administration|congressional|Kremlin|White House|Pentagon|Downing Street|Élysée)\b"
)
_HEARSAY = re.compile(r"(?:reportedly|allegedly|(?:is|are|was|were) (?:said|understood) to|it is understood)$", re.I)

_HEADS = {
    AnonymousSort.SPOKESPERSON: "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons",
    AnonymousSort.OFFICIAL: """
        official officials diplomat diplomats lawmaker lawmakers legislator legislators aide aides adviser advisers
        advisor advisors investigator investigators prosecutor prosecutors police officer officers commander commanders
        politician politicians minister ministers envoy envoys staffer staffers senator senators authorities leader
        leaders soldier soldiers general generals firefighter firefighters paramedic paramedics ambassador
    """,
    AnonymousSort.WITNESS: """
        witness witnesses eyewitness eyewitnesses bystander bystanders passenger passengers survivor survivors resident
        residents neighbour neighbours neighbor neighbors villager villagers motorist motorists commuter commuters local
        locals onlooker onlookers tourist tourists hiker hikers walker walkers shopkeeper shopkeepers
    """,
    AnonymousSort.ANALYST: """
        analyst analysts expert experts economist economists strategist strategists historian historians scientist
        scientists researcher researchers observer observers academic academics scholar scholars professor professors
        commentator commentators pollster pollsters forecaster forecasters
    """,
    AnonymousSort.FAMILIAR: "source sources insider insiders",
}
_SORTS = {head: sort for sort, heads in _HEADS.items() for head in heads.split()}


def sort_source(words: str) -> AnonymousSort:
    """Return what sort of source the words of an article tell of; people told of only by what they are are `people`.

    The head noun decides ("a senior official familiar with the talks" is an official); a bare person or source is
    `source familiar`, except one of an office ("a Kremlin source") or one who was there.
    """
    if _HEARSAY.search(words):
        return AnonymousSort.HEARSAY
    if _THERE.search(words):
        return AnonymousSort.WITNESS
    tail = _TAIL.search(words, 1)
    head = fold(words[: tail.start()] if tail else words).split()[-1:]
    sort = _SORTS.get(head[0]) if head else None
    if sort is AnonymousSort.FAMILIAR:
        return AnonymousSort.OFFICIAL if _IN_OFFICE.search(words) else sort
    if sort is None and _FAMILIAR.search(words):
        return AnonymousSort.FAMILIAR
    return sort or AnonymousSort.PEOPLE

"""Voices: what each statement of a point goes back to, and how few or how many independent origins that makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.compare.sourcing import PRONOUNS
from nutgraf.compare.statements import Told
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.comparison import OriginGroup
from nutgraf.text import fold

NOBODY = PRONOUNS | {"we", "i", "you"}


@dataclass(frozen=True, slots=True)
class Backing:
    """What is known of a story's sources: the origin of each article, outlets by every name they are cited under, the
    entity that stands for each, and the name to show for it.
    """

    origin_of: Mapping[str, str]
    outlets: Mapping[str, str]
    standing: Mapping[str, str]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom one statement goes back to; `sure` where that is certainly another origin than every other sure one.

    A person is, and so is an outlet that others cite. A body, a paper or somebody without a name ("the administration",
    "a statement", "officials") may speak through the person whom another account names.
    """

    key: str
    name: str
    reason: str
    sure: bool


def voices_of(told: Sequence[Told], backing: Backing) -> tuple[tuple[OriginGroup, ...], int]:
    """Return the origins that statements of a point go back to, at the most, and how few they may be.

    A source that is named (a person, a body, a document) is one origin however many outlets print it; so is an outlet
    that others cite. An outlet that says a thing in its own voice may know it by itself, or from the source that others
    name: it is one more at the most, and none at the fewest.
    """
    voices = {one.statement.id: _voice(one, backing) for one in told}
    found: dict[str, tuple[Voice, set[str], set[str]]] = {}
    for one in told:
        voice = voices[one.statement.id]
        entry = found.setdefault(voice.key, (voice, set(), set()))
        entry[1].add(one.statement.article)
        entry[2].add(voice.reason)
    groups = tuple(
        OriginGroup(voice.name, tuple(sorted(articles)), "; ".join(sorted(reasons)) + ".")
        for _, (voice, articles, reasons) in sorted(found.items())
    )
    sure = {voice.key for voice in voices.values() if voice.sure}
    return groups, max(1, len(sure))


def _voice(one: Told, backing: Backing) -> Voice:
    statement = one.statement
    rests, origin = statement.attribution, backing.origin_of[statement.article]
    own = Voice(f"outlet {fold(origin)}", origin, f"{statement.outlet}'s own account", sure=False)
    cited = rests.source if rests.kind is AttributionKind.OUTLET else rests.via
    if rests.kind in {AttributionKind.NAMED, AttributionKind.DOCUMENT} and fold(rests.source) not in NOBODY:
        key, name = _source(rests.source, rests.entity, backing)
        through = f", through {rests.via}" if rests.via else ""
        person = key.startswith("source person:")
        return Voice(key, name, f"{statement.outlet} has it from {rests.source}{through}", sure=person)
    if cited:
        name = backing.outlets.get(fold(cited), cited)
        return Voice(f"outlet {fold(name)}", name, f"{statement.outlet} cites {name}", sure=True)
    if rests.kind is AttributionKind.ANONYMOUS:
        reason = f"{statement.outlet} has it from a source that it does not name (“{rests.source}”)"
        return Voice(own.key, origin, reason, sure=False)
    return own


def _source(words: str, entity: str | None, backing: Backing) -> tuple[str, str]:
    """Return the key and the name of a source: its entity's, or what its words say of it."""
    if entity:
        standing = backing.standing.get(entity, entity)
        return f"source {standing}", backing.names.get(standing, words)
    stems = " ".join(sorted(set(content_stems(words))))
    return f"source {stems or fold(words)}", words


def names_of(entities: Mapping[str, str], standing: Mapping[str, str]) -> dict[str, str]:
    """Return the name to show for each standing entity: the longest of those it stands for."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, name in entities.items():
        found[standing.get(key, key)].append(name)
    return {key: max(several, key=lambda name: (len(name), name)) for key, several in found.items()}

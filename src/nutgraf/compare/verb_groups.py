"""Verb groups: the verbs of a clause with their helpers ("is set to be closed"), and how each is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.compare.clause_words import MAYBE, Word, skip_adverbs
from nutgraf.compare.verbs import (
    REPORTING,
    bare,
    governing_forms,
    irregular_participles,
    irregular_past,
    unchanged_past,
)

_MODALS = {
    "will": "will", "shall": "will", "'ll": "will", "won't": "will", "may": "may", "might": "may", "could": "may",
    "would": "would", "must": "wants", "should": "wants", "ought": "wants", "wouldn't": "would", "couldn't": "may",
    "shouldn't": "wants", "shan't": "will", "mightn't": "may", "mustn't": "wants",
}  # fmt: skip
_BE = frozenset("is are was were be been being isn't aren't wasn't weren't 's 're".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't 've".split())
_DO = frozenset("did does do didn't doesn't don't".split())
_NOW = frozenset("is are isn't aren't 's 're".split())
_SET = {
    **dict.fromkeys("set expected due scheduled slated planned poised about going bound ready".split(), "will"),
    **dict.fromkeys("likely unlikely".split(), "may"),
    **dict.fromkeys("asked urged told ordered required called supposed".split(), "wants"),
}
_SET |= dict.fromkeys(("forced", "able", "allowed"), "did")
_BEFORE_TIMES = frozenset("for at on in by this next later tomorrow".split())
_OFF = frozenset("call put lay cut set break take hold pay fire pull write kick".split())
_MANY = frozenset("they we i you who people men women".split())
_PARTICLES = frozenset("off out up down back over away".split())
_NO_VERB = frozenset(
    "hundred need indeed feed seed speed proceed exceed succeed breed united wicked naked sacred aged alleged supposed "
    "armed unprecedented used talented so-called detailed limited complicated crowded advanced".split()
)
_DETERMINERS = frozenset(
    "the a an its his her their our my your this that these those of very most more and newly highly heavily".split()
)
_NEAR = 5  # words between "asked" and "to": "asked the council's leader to close"


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group while it is read: the place of its main verb among the words, and how it is meant."""

    first: int
    verb: int
    mode: str
    negative: bool = False
    passive: bool = False
    base: str = ""


def read_groups(tokens: Sequence[Word]) -> Iterator[Group]:
    """Yield the verb groups of a clause in their order; a governing verb ("agreed to close") before what it governs.

    What "perhaps" stands before is at most possible.
    """
    for group in _read(tokens):
        before = {token.plain for token in tokens[max(0, group.first - _NEAR) : group.first]}
        unsure = group.mode in ("did", "will") and before & MAYBE
        yield replace(group, mode="may") if unsure else group


def _read(tokens: Sequence[Word]) -> Iterator[Group]:
    at = 0
    while at < len(tokens):
        found = _group(tokens, at)
        if found is None:
            at += 1
            continue
        governed = _governed(tokens, found)
        if governed is not None and governed.verb > found.verb:
            if found.mode == "did" and not found.negative:
                yield found
            yield governed
            at = governed.verb + 1
            continue
        yield found
        at = found.verb + 1


def _group(tokens: Sequence[Word], at: int) -> Group | None:
    """Return the verb group that begins at a word, `None` where none does."""
    plain = tokens[at].plain
    if plain in _MODALS:
        return _modal(tokens, at)
    if plain in _HAVE:
        seems = at > 0 and tokens[at - 1].plain == "to"  # "appeared to have closed"
        return _perfect(tokens, at, at + 1, "states" if seems else "did", plain.endswith("n't"))
    if plain in _BE:
        past = "states" if plain in _NOW or plain in ("be", "being", "been") else "did"
        return _being(tokens, at, at + 1, past, plain.endswith("n't"))
    if plain in _DO:
        return _doing(tokens, at)
    return _plain(tokens, at)


def _modal(tokens: Sequence[Word], at: int) -> Group | None:
    mode = _MODALS[tokens[at].plain]
    if mode == "would":
        mode = "will" if _reported(tokens, at) else "may"
    behind, negative, maybe = skip_adverbs(tokens, at + 1)
    negative |= tokens[at].plain.endswith("n't")
    mode = "may" if maybe and mode == "will" else mode
    if behind >= len(tokens) or tokens[behind].broken:
        return None
    plain = tokens[behind].plain
    if plain == "have" and behind + 1 < len(tokens):
        inner = _perfect(tokens, at, behind + 1, mode, negative)
        untrue = tokens[at].plain in ("would", "should", "could")
        return replace(inner, mode="states") if inner is not None and untrue else inner  # "would have burst"
    if plain == "be":
        return _being(tokens, at, behind + 1, mode, negative)
    if plain in _BE | _HAVE or not plain.isalpha():
        return None
    return Group(at, behind, mode, negative)


def _perfect(tokens: Sequence[Word], first: int, at: int, mode: str, negative: bool) -> Group | None:
    behind, no, maybe = skip_adverbs(tokens, at)
    if behind >= len(tokens) or tokens[behind].broken:
        return None
    mode = "may" if maybe and mode == "did" else mode
    plain = tokens[behind].plain
    if plain == "been":
        return _being(tokens, first, behind + 1, mode, negative or no)
    if plain == "to":
        return _infinitive(tokens, first, behind, "wants", negative or no)
    base = _participle(plain)
    return Group(first, behind, mode, negative or no, base=base) if base else None


def _being(tokens: Sequence[Word], first: int, at: int, mode: str, negative: bool) -> Group | None:
    """Read what stands behind "be": "is set to close", "is to close", "was closed", "were closing"."""
    behind, no, maybe = skip_adverbs(tokens, at)
    negative |= no
    if behind > at and tokens[behind - 1].plain == "likely":
        behind, maybe = behind - 1, False
    if behind >= len(tokens) or tokens[behind].broken:
        return None
    plain = tokens[behind].plain
    mode = "may" if maybe and mode in ("did", "will") else mode
    if plain == "to":
        return _infinitive(tokens, first, behind, "will", negative)
    if plain in REPORTING and [token.plain for token in tokens[behind + 1 : behind + 3]] == ["to", "have"]:
        return _perfect(tokens, first, behind + 3, mode if mode == "may" else "did", negative)
    if plain in _SET and behind + 1 < len(tokens) and tokens[behind + 1].plain == "to":
        wanted = mode if mode == "may" else _SET[plain]
        return _infinitive(tokens, first, behind + 1, wanted, negative or plain == "unlikely")
    if _SET.get(plain) == "will" and behind + 1 < len(tokens) and tokens[behind + 1].plain in _BEFORE_TIMES:
        return Group(first, behind, "will", negative, True, plain)
    if plain == "being" and behind + 1 < len(tokens):
        behind += 1
        plain = tokens[behind].plain
    base = _participle(plain)
    if base:
        return Group(first, behind, mode, negative, True, base)
    if plain.endswith("ing") and len(plain) > 4:
        going_on = mode == "did" and tokens[first].plain in _BE
        return Group(first, behind, "states" if going_on else mode, negative)
    return None


def _infinitive(tokens: Sequence[Word], first: int, at: int, mode: str, negative: bool) -> Group | None:
    """Read "to close", "to be closed" at the word "to"."""
    behind, no, _ = skip_adverbs(tokens, at + 1)
    if behind >= len(tokens) or tokens[behind].broken or not tokens[behind].plain.isalpha():
        return None
    if tokens[behind].plain == "be":
        return _being(tokens, first, behind + 1, mode, negative or no)
    if tokens[behind].plain in _BE | _HAVE:
        return None
    return Group(first, behind, mode, negative or no)


def _doing(tokens: Sequence[Word], at: int) -> Group | None:
    behind, negative, _ = skip_adverbs(tokens, at + 1)
    negative |= tokens[at].plain.endswith("n't")
    if not negative or behind >= len(tokens) or tokens[behind].broken:
        return None
    mode = "did" if tokens[at].plain.startswith("did") else "states"
    return Group(at, behind, mode, True)


def _plain(tokens: Sequence[Word], at: int) -> Group | None:
    """Read a verb without help: a past form is done; a form that governs another only matters for what it governs."""
    plain = tokens[at].plain
    before = tokens[at - 1].plain if at and not tokens[at].broken else ""
    if at == 0 or before in _DETERMINERS or before == "to" or before.endswith("'s"):
        return None  # "Asked about it, he …" is no verb of its own
    base = irregular_past().get(plain, "")
    if not base and plain.endswith("ed") and len(plain) > 4 and plain not in _NO_VERB:
        base = plain
    if not base and plain in unchanged_past() and before and not before.endswith("s"):
        return None  # "cut" may be a noun or the present
    if base:
        return Group(at, at, "did", base=base)
    if plain in governing_forms() and not plain.endswith("ing") and _finite(plain, before):
        return Group(at, at, "states")
    return None


def _finite(plain: str, before: str) -> bool:
    """Tell whether a present form may be a verb behind a word: "officials plan", "the city plans", not "an order"."""
    many = before.endswith("s") or before in _MANY
    return bool(before) and (not many if plain.endswith("s") else many)


def _governed(tokens: Sequence[Word], group: Group) -> Group | None:
    """Return the verb that a governing one is about: "plans to close", "asked the mayor to close", "denied closing"."""
    mode = governing_forms().get(tokens[group.verb].plain)
    if mode is None or group.negative:
        return None
    negative = mode == "failed"
    mode = "did" if mode == "failed" else mode
    if group.mode in ("will", "may", "wants") and mode == "did":
        mode = group.mode
    if group.mode == "may" and mode in ("will", "proposes"):
        mode = "may"
    reach = _NEAR if mode == "wants" else 1
    for at in range(group.verb + 1, min(group.verb + 2 + reach, len(tokens))):
        if tokens[at].broken:
            return None
        if tokens[at].plain == "to" and (at == group.verb + 1 or mode == "wants"):
            return _infinitive(tokens, group.first, at, mode, negative)
        if at == group.verb + 1 and mode in ("proposes", "denies", "did") and tokens[at].plain.endswith("ing"):
            if tokens[at].plain == "having":
                return _perfect(tokens, group.first, at + 1, mode, negative)
            return Group(group.first, at, mode, negative)
    return None


def _participle(plain: str) -> str:
    """Return the base of a past participle, nothing where the word is none."""
    if plain in irregular_participles():
        return irregular_participles()[plain]
    return plain if plain.endswith("ed") and len(plain) > 4 and plain not in _NO_VERB else ""


def _reported(tokens: Sequence[Word], at: int) -> bool:
    """Tell whether "would" stands behind a verb of saying or deciding in the past."""
    return any(
        token.plain in REPORTING or governing_forms().get(token.plain) == "will"
        for token in tokens[max(0, at - 14) : at]
        if token.plain.endswith(("ed", "aid")) or token.plain in ("told", "wrote", "vowed", "knew", "thought")
    )


def particle_of(tokens: Sequence[Word], at: int) -> str:
    """Return the small word that makes another verb of one ("call off"), nothing where there is none."""
    behind = at + 1
    if behind >= len(tokens) or tokens[behind].broken or tokens[behind].plain not in _PARTICLES:
        return ""
    if tokens[behind].plain == "off" and bare(tokens[at].plain) not in _OFF:
        return ""  # "sank off the cape"
    return tokens[behind].plain

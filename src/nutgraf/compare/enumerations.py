"""Enumerations in running text and bullet lists: what an account counts up, and under which head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.compare.statements import Scene
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account, EntityKind, Mention, Sentence
from nutgraf.records.article import Role, Span
from nutgraf.text import fold, trim, words

FRAMES: dict[str, frozenset[str]] = {
    "agenda": frozenset(
        content_stems("agenda topic topics issue issues discuss discussions address tackle negotiate table cover")
    ),
    "demands": frozenset(
        content_stems(
            "demand demands condition conditions term terms objective objectives goal goals aim aims insist "
            "pitch want wants require requirements call"
        )
    ),
    "places": frozenset(
        content_stems(
            "region regions district districts village villages town towns area areas province provinces county "
            "counties city cities territory territories island islands neighbourhood neighbourhoods parish "
            "country countries state states"
        )
    ),
    "causes": frozenset(
        content_stems("cause causes reason reasons factor factors failure failures fault faults blame")
    ),
    "people": frozenset(
        content_stems(
            "victim victims named killed injured candidate candidates member members panel participants "
            "delegation attended"
        )
    ),
    "measures": frozenset(
        content_stems(
            "measure measures step steps recommendation recommendations plan plans proposal proposals include "
            "includes including package offer offers pledge"
        )
    ),
}
"""What lists in the news are lists of, by the words that stand at their head."""

_JOIN = re.compile(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b|&)\s*(?:the\s+|in\s+|of\s+|from\s+|both\s+)?$")
_JOIN_ROLES = re.compile(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b|&)\s*(?:the\s+|an?\s+)?(?:[a-z]+\s+){0,2}$")
_ITEM = r"(?:[\w’'-]+\s){0,5}?[\w’'-]+"
_RUN = re.compile(rf"({_ITEM}), ((?:{_ITEM}, )*)({_ITEM}),? (?:and|or|as well as) ({_ITEM})(?=[,.;:)\]—–]|$)")
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|not|he|she|they|it|who|which|where|when|"
    r"\w+ing to)\b"
)
_LONGEST_THING = 5  # words
_INCLUDED = re.compile(rf"\b(?:including|such as) ({_ITEM})(?:,? and ({_ITEM}))?(?=[,.;:)]|$)")
_EXPECTED = re.compile(
    rf"(?:^|[,.] |\b)({_ITEM}) and ({_ITEM}) (?:are|were|will be) (?:also )?(?:expected|planned|likely|discussed|"
    rf"on the)\b"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing counted up: its place, its words, and its key (a standing entity, or folded stems)."""

    start: int
    end: int
    words: str
    key: frozenset[str]


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Things an account counts up together: `frames` say of what, `context` holds the stems around them."""

    article: str
    version: str
    outlet: str
    start: int
    end: int
    items: tuple[Item, ...]
    kind: str
    frames: frozenset[str]
    context: frozenset[str]

    @property
    def span(self) -> Span:
        """Where the whole list stands."""
        return Span(self.article, self.version, self.start, self.end)


def find_enumerations(account: Account, scene: Scene) -> tuple[Enumeration, ...]:
    """Return the lists of an account: names in a row, things in a row, runs of bullets with their lead-in."""
    found: list[Enumeration] = []
    for sentence in account.annotation.sentences:
        if sentence.role is Role.BODY:
            names = list(_names(account, scene, sentence, sentence.start, sentence.end))
            things = [one for one in _things(account, scene, sentence) if not _same_place(one, names)]
            found += names + (things or list(_topics(account, scene, sentence)))
    for lead, bullets in _bullet_runs(account):
        found += _bullets(account, scene, lead, bullets)
    unique = {(one.start, one.end, one.kind): one for one in found}
    return tuple(unique[key] for key in sorted(unique))


def _same_place(one: Enumeration, names: Sequence[Enumeration]) -> bool:
    """Tell whether a run of things is a run of names that was read as such."""
    return any(name.start < one.end and one.start < name.end and len(name.items) >= len(one.items) for name in names)


def _frames(words: str) -> frozenset[str]:
    stems = set(content_stems(words))
    return frozenset(frame for frame, heads in FRAMES.items() if stems & heads)


def _make(account: Account, scene: Scene, items: Sequence[Item], kind: str, around: tuple[int, int]) -> Enumeration:
    article = account.article
    context = article.text[around[0] : around[1]]
    return Enumeration(
        article.id,
        article.version,
        scene.outlets[article.id],
        items[0].start,
        items[-1].end,
        tuple(items),
        kind,
        _frames(context),
        frozenset(same_thing(stem) for stem in content_stems(context)),
    )


def _names(account: Account, scene: Scene, sentence: Sentence, start: int, end: int) -> Iterator[Enumeration]:
    """Yield runs of three or more names of one kind joined by commas and "and"; for places, of two."""
    for run in name_runs(account, start, end):
        if len(run) >= 3 or _small_places(account, run):
            items = [_name_item(account, scene, mention) for mention in run]
            yield _make(account, scene, items, run[0].kind.value, (sentence.start, sentence.end))


def _small_places(account: Account, run: Sequence[Mention]) -> bool:
    """Tell whether these are places smaller than a country: two countries side by side are seldom a list."""
    places = {entity.key: entity.place for entity in account.annotation.entities}
    return run[0].kind is EntityKind.PLACE and all(
        (place := places.get(mention.entity)) is None or bool(place.within) for mention in run
    )


def name_runs(account: Account, start: int, end: int) -> Iterator[list[Mention]]:
    """Yield runs of two or more neighbouring names of one kind, joined by nothing but commas and "and"."""
    kinds = {EntityKind.PLACE, EntityKind.PERSON, EntityKind.ORGANISATION}
    mentions = [
        m for m in account.annotation.mentions if m.named and start <= m.start and m.end <= end and m.kind in kinds
    ]
    run: list[Mention] = []
    for mention in mentions:
        join = _JOIN_ROLES if mention.kind is EntityKind.PERSON else _JOIN
        joined = run and join.fullmatch(account.article.text[run[-1].end : mention.start])
        if joined and mention.kind is run[-1].kind:
            run.append(mention)
            continue
        if len(run) > 1:
            yield run
        run = [mention]
    if len(run) > 1:
        yield run


def _name_item(account: Account, scene: Scene, mention: Mention) -> Item:
    key = scene.standing.get(mention.entity, mention.entity)
    return Item(mention.start, mention.end, account.article.text[mention.start : mention.end], frozenset({key}))


def _things(account: Account, scene: Scene, sentence: Sentence) -> Iterator[Enumeration]:
    """Yield runs of three or more things: "arms control, trade, and regional conflicts"."""
    text = account.article.text
    for match in _RUN.finditer(text, sentence.start, sentence.end):
        pieces = [
            (match.start(1), match.end(1)),
            *_middle(text, match.start(2), match.end(2)),
            match.span(3),
            match.span(4),
        ]
        kept = [item for item in _pieces_to_items(text, pieces) if item.key]
        if len(kept) >= 3 and all(_is_thing(item, account) for item in kept):
            yield _make(account, scene, kept, "thing", (sentence.start, sentence.end))


def _is_thing(item: Item, account: Account) -> bool:
    """Tell whether an item is a thing of a few words, not a clause with a verb and not somebody's name."""
    short = sum(1 for _ in words(item.words)) <= _LONGEST_THING and not _CLAUSE.search(item.words)
    people = (m for m in account.annotation.mentions if m.kind is EntityKind.PERSON and m.named)
    return short and not any(m.start < item.end and item.start < m.end for m in people)


def _topics(account: Account, scene: Scene, sentence: Sentence) -> Iterator[Enumeration]:
    """Yield what is on the agenda where fewer than three things are named ("topics, including trade")."""
    text = account.article.text
    if "agenda" not in _frames(text[sentence.start : sentence.end]):
        return
    for pattern in (_INCLUDED, _EXPECTED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            places = [match.span(group) for group in (1, 2) if match.group(group)]
            items = [item for place in places if (item := _thing_item(text, *place)).key]
            if items:
                yield _make(account, scene, items, "thing", (sentence.start, sentence.end))


def _pieces_to_items(text: str, pieces: Sequence[tuple[int, int]]) -> list[Item]:
    """Make items of the pieces; what stands before "including" is the head of the list, not its first item."""
    items: list[Item] = []
    for at, (start, end) in enumerate(pieces):
        lead = re.match(r"(?:including|such as|namely|among them|like)\s+", text[start:end])
        if lead:
            items, start = [], start + lead.end()
        items.append(_thing_item(text, *(_last_words(text, start, end) if at == 0 else (start, end))))
    return items


def _middle(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, first = [], start
    for match in re.finditer(r",\s*", text[start:end]):
        spans.append((first, start + match.start()))
        first = start + match.end()
    return [trim(text, a, b) for a, b in spans if a < b]


_LEADS = re.compile(
    r"^.*\b(?:including|includes?|such as|like|over|on|of|about|for|with|discuss|tackle|address|were|are|is|from|to|in|"
    r"by|namely|affect|affects|seized|found|named|between|study)\s+"
)
_FIRST_WORDS = 3


def _last_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the first thing of a run without what leads into it: behind a preposition, three words at most."""
    lead = _LEADS.match(text[start:end])
    if lead and lead.end() < end - start:
        start += lead.end()
    found = list(words(text, start, end))[-_FIRST_WORDS:]
    return (found[0][0], end) if found else (start, end)


def _thing_item(text: str, start: int, end: int) -> Item:
    words = text[start:end]
    return Item(start, end, words, frozenset(same_thing(stem) for stem in content_stems(words)))


def _bullet_runs(account: Account) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Yield each run of list items with the sentence that leads into it."""
    lead: Sentence | None = None
    run: list[Sentence] = []
    for sentence in account.annotation.sentences:
        if sentence.role is Role.LIST:
            run.append(sentence)
            continue
        if lead is not None and len({s.block for s in run}) > 1:
            yield lead, run
        lead, run = sentence, []
    if lead is not None and len({s.block for s in run}) > 1:
        yield lead, run


def _bullets(account: Account, scene: Scene, lead: Sentence, bullets: Sequence[Sentence]) -> Iterator[Enumeration]:
    text = account.article.text
    first_of_block = {sentence.block: sentence for sentence in reversed(bullets)}
    items = [_thing_item(text, s.start, s.end) for _, s in sorted(first_of_block.items())]
    context = (lead.start, lead.end)
    yield _make(account, scene, items, "bullet", context)
    named: list[Item] = []
    for run in name_runs(account, bullets[0].start, bullets[-1].end):
        if _small_places(account, run):
            named += [_name_item(account, scene, mention) for mention in run]
    if len(named) >= 3:
        yield _make(account, scene, named, EntityKind.PLACE.value, (lead.start, bullets[-1].end))


def same_item(left: Item, right: Item) -> bool:
    """Tell whether two items are one thing: one standing name, or the words of the shorter all in the longer."""
    named = [any(":" in key for key in item.key) for item in (left, right)]
    if all(named):
        return bool(left.key & right.key)
    if any(named):
        name, bullet = (left, right) if named[0] else (right, left)
        return fold(bullet.words).startswith(fold(name.words))  # "Ostby, where the lower town was flooded"
    if not left.key or not right.key:
        return fold(left.words) == fold(right.words)
    shared = len(left.key & right.key)
    return shared >= min(len(left.key), len(right.key), 2) and 4 * shared >= max(len(left.key), len(right.key))

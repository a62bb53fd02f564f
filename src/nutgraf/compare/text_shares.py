"""Whose text an account is: what other articles of its story had first, what they have too, and what is its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nutgraf.records.article import Article, Span
from nutgraf.records.copies import JOINING, Carried, Copies, Copy, Passage
from nutgraf.records.coverage import TextShares
from nutgraf.records.reused import Taken, taken_sentences
from nutgraf.text import fold, listed, percent, words

_PARTS = 10_000
_NAMED = 3
"""Outlets that a remark names; the record has all articles."""

Place = tuple[int, int]


def share_text(article: Article, copies: Copies, outlets: Mapping[str, str]) -> TextShares:
    """Return how much of an article's words other articles of its story carry, and who had them first.

    `outlets` holds the articles of the story with the names to show. Words count as another's where a passage of a copy
    holds them, and in a sentence of which four fifths stand in passages, as in the copies themselves. What only
    articles of other stories share is left out of account.
    """
    carried = next((one for one in copies.carried if one.article == article.id), None)
    pairs = sorted(_pairs(article.id, copies, outlets), key=lambda pair: pair.of)
    source_of = {pair.of: _source(pair, carried) for pair in pairs}
    copied = _places(article.text, [p for p in pairs if source_of[p.of] not in (None, article.id)])
    shared = _places(article.text, [p for p in pairs if source_of[p.of] is None])
    shares = _shares(article.text, copied, shared)
    return TextShares(
        *shares,
        tuple(Span(article.id, article.version, *place) for place in _merged([*copied, *shared])),
        tuple(key for key, source in source_of.items() if source != article.id),
        tuple(key for key, source in source_of.items() if source == article.id),
        " ".join(_sentences(article, shares, source_of, carried, outlets)),
    )


def _pairs(article: str, copies: Copies, inside: Mapping[str, str]) -> Iterator[Copy]:
    for pair in copies.pairs:
        if pair.article == article and pair.of in inside:
            yield pair
        elif pair.of == article and pair.article in inside:
            yield pair.turned()


def _source(pair: Copy, carried: Carried | None) -> str | None:
    """Return the article that had what a pair shares: of a text carried as a whole, the text's original."""
    return carried.original if carried and pair.kind in JOINING else pair.original


def _places(text: str, pairs: Sequence[Copy]) -> list[Place]:
    """Return the places of an article's text that stand in the others of these pairs."""
    passages = _merged((passage.start, passage.end) for pair in pairs for passage in pair.passages)
    found = list(passages)
    if passages:
        sentences = taken_sentences(text, [Passage(*place, *place) for place in passages])
        found += [(one.start, one.end) for one in sentences if one.taken in {Taken.WHOLE, Taken.CHANGED}]
    return _merged(found)


def _merged(places: Iterable[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _shares(text: str, copied: Sequence[Place], shared: Sequence[Place]) -> tuple[float, float, float]:
    starts = [start for start, _, _ in words(text)]
    total = max(1, len(starts))
    first = sum(_inside(start, copied) for start in starts)
    too = sum(_inside(start, shared) and not _inside(start, copied) for start in starts)
    parts = round(_PARTS * first / total), round(_PARTS * too / total)
    parts = parts[0], min(parts[1], _PARTS - parts[0])
    return parts[0] / _PARTS, parts[1] / _PARTS, (_PARTS - sum(parts)) / _PARTS


def _inside(at: int, places: Sequence[Place]) -> bool:
    before = bisect_right(places, at, key=lambda place: place[0])
    return before > 0 and at < places[before - 1][1]


def _sentences(
    article: Article,
    shares: tuple[float, float, float],
    source_of: Mapping[str, str | None],
    carried: Carried | None,
    outlets: Mapping[str, str],
) -> Iterator[str]:
    copied, shared, own = shares
    if article.origin and article.carrier and fold(article.origin) != fold(article.carrier):
        yield f"{article.carrier} prints it and names {article.origin} as its maker."
    if copied:
        elsewhere = "an article outside this story"
        first = {outlets.get(one, elsewhere) for one in source_of.values() if one and one != article.id}
        yield f"{_part(copied)} of its text stands in {listed(sorted(first), _NAMED)}, which had it first."
    if shared:
        too = {outlets[one] for one, source in source_of.items() if source is None}
        maker = f"the credits name {carried.origin}" if carried and carried.origin else "nothing shows who had it first"
        yield f"{_part(shared)} of its text stands in {listed(sorted(too), _NAMED)} too; {maker}."
    if own and (copied or shared):
        yield f"{_part(own)} is its own."
    by = sorted(outlets[one] for one, source in source_of.items() if source == article.id)
    if by:
        yield f"{listed(by, _NAMED)} {'carries' if len(by) == 1 else 'carry'} text of it."
    elif not copied and not shared:
        yield "No other article of the story was found to carry any of its text."


def _part(share: float) -> str:
    return "All" if share == 1 else percent(share)

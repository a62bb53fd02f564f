"""What an account is compared by: its content words, its names, and when it was published."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from nutgraf.models.terms import content_stems, stem_spans, term_weight
from nutgraf.records.annotation import Account, EntityKind
from nutgraf.records.article import Article, Sure
from nutgraf.text import fold

LEAD = 400
"""Characters at the text's start that count double: news tells the event first."""

TITLE = 2
"""How often a word of the title counts."""

NAME_SHARES = {
    EntityKind.PERSON: 1.0,
    EntityKind.ORGANISATION: 1.0,
    EntityKind.PLACE: 0.7,
    EntityKind.GROUP: 0.3,
}
"""How much a name tells by its kind; how rare it is comes on top (a country or a president is in many events)."""

NAME_AS_WORD = 0.5
"""What a word that is part of a name weighs among the words: names have a part of their own, and the same politician in
two matters must not count twice."""

SHORT = 25
"""Different stems (title and text) below which a text is a stump: measured by what of it stands in a story."""

PAST_YEARS = 3
"""Mentions of other years than its own, one of them in the opening, from which an account tells of another time."""

_YEAR = re.compile(r"(?<![\w,.$£€])(?:1[89]|20)\d\d(?![\w,.]*\d)")


@dataclass(frozen=True, slots=True)
class Features:
    """One account's features; `words` and `names` map stems to weights (unit length), in the stems' order.

    `printed` gives the form in which a stem is printed here, `named` the names by their last stem.
    `years` are the years it prints, repeats kept; `past` the earlier years that it is about, if it is;
    `people` the stems of people's names.
    """

    article: str
    words: dict[str, float]
    names: dict[str, float]
    printed: dict[str, str]
    named: dict[str, tuple[EntityKind, str]]
    dates: frozenset[str]
    published: tuple[datetime, datetime] | None
    years: tuple[int, ...] = ()
    past: frozenset[int] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def short(self) -> bool:
        """Say whether this is a stump: a title, a teaser-long text, the free lines before a paywall."""
        return len(self.words) < SHORT


def read_account(account: Account) -> Features:
    """Weigh the words and names of one account. Nothing here depends on any other account."""
    article, annotation = account.article, account.annotation
    counts: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for start, end, stem in stem_spans(article.text):
        counts[stem] += 2 if end <= LEAD else 1
        printed.setdefault(stem, article.text[start:end])
    title = article.title or ""
    for start, end, stem in stem_spans(title):
        counts[stem] += TITLE
        printed.setdefault(stem, title[start:end])
    names, named = _names(account)
    weights = {stem: (1 + math.log(count)) * _rarity(stem) for stem, count in counts.items()}
    for stem in names.keys() & weights.keys():
        weights[stem] *= NAME_AS_WORD
    known = article.published.sure is not Sure.UNSURE
    return Features(
        article=article.id,
        words=_unit(weights),
        names=_unit(names),
        printed=printed,
        named=named,
        dates=frozenset(time.value for time in annotation.times if time.value and len(time.value) == len("2000-01-01")),
        published=article.published.between() if known else None,
        years=_years(f"{title}\n{article.text}"),
        past=_past(article),
        people=frozenset(
            stem
            for entity in account.annotation.entities
            if entity.kind is EntityKind.PERSON
            for stem in content_stems(fold(entity.name))
        ),
    )


def _past(article: Article) -> frozenset[int]:
    """Return the years an account is about where they are not its own: they open it and are most of those it prints."""
    title = article.title or ""
    known = article.published.between()
    own = {moment.year for moment in known} if known else set()
    years = [year for year in _years(f"{title}\n{article.text}") if year not in own]
    opening = [year for year in _years(f"{title}\n{article.text[:LEAD]}") if year not in own]
    if not opening or len(years) < PAST_YEARS or len(years) * 2 <= len(_years(f"{title}\n{article.text}")):
        return frozenset()
    return frozenset(years)


def _years(text: str) -> tuple[int, ...]:
    return tuple(int(year) for year in _YEAR.findall(text))


def _names(account: Account) -> tuple[dict[str, float], dict[str, tuple[EntityKind, str]]]:
    """Weigh the stems of the entities' names by kind, rarity and number of mentions."""
    mentions = Counter(mention.entity for mention in account.annotation.mentions)
    weights: dict[str, float] = {}
    named: dict[str, tuple[EntityKind, str]] = {}
    for entity in sorted(account.annotation.entities, key=lambda each: each.key):
        stems = content_stems(fold(entity.name))
        for stem in stems:
            weight = (1 + math.log(max(1, mentions[entity.key]))) * _rarity(stem) * NAME_SHARES[entity.kind]
            weights[stem] = max(weight, weights.get(stem, 0.0))
        if stems:
            named.setdefault(stems[-1], (entity.kind, entity.name))
    return weights, named


def _rarity(stem: str) -> float:
    """Return the background weight to the power of three quarters: the rarest words must not drown all others.

    On ECB+ topics 1-35 the power 0.8 does as well as 1 (B-cubed F1 .885 and .881), and accounts of one event that each
    bring names of their own come nearer to each other.
    """
    root = math.sqrt(term_weight(stem))
    return root * math.sqrt(root)


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {stem: weights[stem] / length for stem in sorted(weights)} if length else {}

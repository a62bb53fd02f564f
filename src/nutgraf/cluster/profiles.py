"""From accounts to profiles: words, names by role, numbers, meaning and times, each weighed by how rare it is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nutgraf.cluster.counted import counted_things
from nutgraf.cluster.times import day_told, days_named, minutes_published, years_past, years_printed
from nutgraf.models.embedder import embed_sentences
from nutgraf.models.terms import content_stems, stem_spans, term_weight
from nutgraf.records.annotation import Account, EntityKind, Sentence
from nutgraf.records.article import Article
from nutgraf.records.profile import Profile, Weights
from nutgraf.text import fold, words

ONE = 10_000
"""The length of a row of weights."""

LEAD = 400
"""Characters at the text's start that count double: news tells the event first."""

TITLE = 2
"""How often a word of the title counts."""

OPENING_SENTENCES, OPENING_LEAST, OPENING_MOST = 3, 200, 700
"""The opening: the title and the first three sentences, at least and at most so many characters of text."""

NAME_AS_WORD = 0.5
"""What a word that is part of a name weighs among the words: names have parts of their own, and the same politician in
two matters must not count twice."""

LONG_NUMBER = 3
"""What a number of two digits and more weighs, where a single digit weighs one: "3" stands everywhere."""

MEANING_SHARES = (1.0, 1.0, 0.6, 0.6)
"""What the title and the opening's sentences count for in its meaning, first things first."""

_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|\b\d\b")
_GROUPED, _THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+"), re.compile(r"[.,]")
_SIGNED_BYTE = 127


def profile_accounts(accounts: Sequence[Account]) -> list[Profile]:
    """Return the profiles of some accounts, in their order. Nothing in one depends on any other account."""
    return [
        _profile(account, meaning)
        for account, meaning in zip(accounts, _meanings([_meant(account) for account in accounts]), strict=True)
    ]


def _profile(account: Account, meaning: bytes) -> Profile:
    article, opening = account.article, _opening(account)
    counts = Counter(stem for _, end, stem in stem_spans(article.text) for _ in range(2 if end <= LEAD else 1))
    for stem in content_stems(article.title or ""):
        counts[stem] += TITLE
    named = {stem for entity in account.annotation.entities for stem in content_stems(fold(entity.name))}
    weights = {
        stem: (1 + math.log(count)) * rarity(stem) * (NAME_AS_WORD if stem in named else 1)
        for stem, count in counts.items()
    }
    opened = Counter(content_stems(opening))
    return Profile(
        article=article.id,
        version=article.version,
        language=article.language or "",
        words=_row(weights),
        people=_row(_named(account, EntityKind.PERSON)),
        places=_row(_named(account, EntityKind.PLACE)),
        opening=_row({stem: (1 + math.log(count)) * rarity(stem) for stem, count in opened.items()}),
        numbers=_row(_numbers(article, opening)),
        told=_told(opening),
        meaning=meaning,
        published=minutes_published(article),
        days=days_named(account),
        told_day=day_told(account, LEAD),
        years=years_printed(article),
        past=years_past(article, LEAD),
        counted=counted_things(opening, article.title or ""),
        size=len(counts),
    )


def rarity(stem: str) -> float:
    """Return the background weight to the power of three quarters: the rarest words must not drown all others.

    On ECB+ topics 1-35 the power 0.8 does as well as 1 (B-cubed F1 .885 and .881), and accounts of one event that each
    bring names of their own come nearer to each other.
    """
    root = math.sqrt(term_weight(stem))
    return root * math.sqrt(root)


def _row(weights: Mapping[str, float]) -> Weights:
    """Return weights as whole numbers, the row's length being `ONE`; what rounds to nothing is left out."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    whole = {stem: round(weights[stem] * ONE / length) for stem in sorted(weights)} if length else {}
    return {stem: weight for stem, weight in whole.items() if weight}


def _named(account: Account, kind: EntityKind) -> dict[str, float]:
    """Weigh the stems of the names of one kind by their rarity and by how often they are named."""
    mentions = Counter(mention.entity for mention in account.annotation.mentions)
    weights: dict[str, float] = {}
    for entity in account.annotation.entities:
        if entity.kind is kind:
            for stem in content_stems(fold(entity.place.name if entity.place else entity.name)):
                weight = (1 + math.log(max(1, mentions[entity.key]))) * rarity(stem)
                weights[stem] = max(weight, weights.get(stem, 0.0))
    return weights


def _opening(account: Account) -> str:
    """Return the title and the first sentences."""
    article, sentences = account.article, _sentences(account)[:OPENING_SENTENCES]
    start = sentences[0].start if sentences else 0
    end = max(sentences[-1].end if sentences else len(article.text), start + OPENING_LEAST)
    return f"{article.title or ''}\n{article.text[start : min(end, start + OPENING_MOST)]}"


def _sentences(account: Account) -> tuple[Sentence, ...]:
    """Return an account's sentences, without a title that is printed once more above them."""
    article, sentences = account.article, account.annotation.sentences
    repeats = bool(sentences and article.title) and (
        fold(article.text[sentences[0].start : sentences[0].end]) == fold(article.title or "")
    )
    return sentences[1:] if repeats else sentences


def _told(opening: str) -> Weights:
    """Return the names and numbers that an opening prints: words with a capital letter or a digit first."""
    told = (stem for start, _, stem in stem_spans(opening) if opening[start].isupper() or opening[start].isdigit())
    return {stem: round(rarity(stem) * ONE) for stem in sorted(set(told))}


def _numbers(article: Article, opening: str) -> dict[str, float]:
    """Weigh the numbers of an account, those of its opening double."""
    counts = Counter(map(plain_number, _NUMBER.findall(f"{article.title or ''}\n{article.text}")))
    opened = set(map(plain_number, _NUMBER.findall(opening)))
    return {
        number: (1 + math.log(count)) * (LONG_NUMBER if len(number) > 1 else 1) * (2 if number in opened else 1)
        for number, count in counts.items()
    }


def plain_number(printed: str) -> str:
    """Return a number without marks between thousands and with a point before decimals: "2,100" and "2.100" are one."""
    return _THOUSANDS.sub("", printed) if _GROUPED.fullmatch(printed) else printed.replace(",", ".")


def _meant(account: Account) -> list[str]:
    """Return what the meaning of an account is taken from: the title and the first sentences, in English only."""
    article = account.article
    if article.language not in {None, "", "en"}:
        return []
    found = [article.title or "", *(article.text[each.start : each.end] for each in _sentences(account))]
    return [sentence for sentence in found if next(words(sentence), None)][: len(MEANING_SHARES)]


def _meanings(openings: Iterable[Sequence[str]]) -> list[bytes]:
    """Return each opening's vector as signed bytes."""
    kept = list(openings)
    vectors = embed_sentences([sentence for sentences in kept for sentence in sentences])
    ends = np.cumsum([len(sentences) for sentences in kept])
    return [_meaning(vectors[end - len(sentences) : end]) for sentences, end in zip(kept, ends, strict=True)]


def _meaning(vectors: NDArray[np.float32]) -> bytes:
    if not len(vectors):
        return b""
    shares = np.array(MEANING_SHARES[: len(vectors)])
    total = (vectors.astype(np.float64) * shares[:, None]).sum(axis=0)
    signed: bytes = np.rint(total / np.abs(total).max() * _SIGNED_BYTE).astype(np.int8).tobytes()
    return signed

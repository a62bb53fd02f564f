"""What an article tells of where its text was made: its own outlet, whom it names, when it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from nutgraf.models.outlets import find_outlet
from nutgraf.records.article import Article, Role, Sure
from nutgraf.text import fold, rough_sentences

_CREDIT = re.compile(
    r"\b(?:contributed to this (?:report|story|article)|(?:originally|first) (?:appeared|published|ran)"
    r"|(?:republished|reprinted|reproduced) (?:from|with|by)|courtesy of|(?:provided|distributed) by)|©|\bcopyright\b",
    re.IGNORECASE,
)
"""Words by which a sentence of the text credits somebody with it, or with a part of it."""

_DATELINE = re.compile(r"^[^\n(]{0,60}\((?P<name>[A-Z][\w .’'&-]{1,40})\) ?[—–-]")
"""Who is named in brackets where a text opens with its place ("EASTPORT (Meridian Press Agency) —")."""

MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """What bears on who had a text first, of one article.

    `home` is the key of the outlet whose own text it would be if it named nobody, `agency` whether that one sells its
    texts, `carries` whether it only carries what others made. `named` is the key of the outlet that it says made the
    text, where that is another; `lines` are the sentences that may credit further ones. `first` and `last` are
    the seconds between which it was surely published, `told` is that time as the page tells it.
    """

    article: str
    outlet: str
    home: str
    family: str
    agency: bool
    carries: bool
    named: str
    named_outlet: str
    lines: tuple[str, ...]
    told: str
    first: float | None
    last: float | None


def read_facts(article: Article) -> Facts:
    """Return what an article tells of where its text was made."""
    carrier, origin = article.carrier, article.origin
    carrier_key, origin_key = outlet_key(carrier), outlet_key(origin or _dateline_name(article.text))
    known = find_outlet(carrier) if carrier else None
    home = carrier_key or origin_key
    named = origin_key if origin_key != home else ""
    span = article.published.between() if article.published.sure is Sure.SURE else None
    return Facts(
        article=article.id,
        outlet=carrier or origin or "",
        home=home,
        family=fold(known.family) if known and known.family and known.family != known.name else "",
        agency=bool(known and known.agency),
        carries=bool(known and known.aggregator),
        named=named,
        named_outlet=(origin or _dateline_name(article.text) or "") if named else "",
        lines=_credit_lines(article),
        told=article.published.value or "",
        first=span[0].timestamp() if span else None,
        last=span[1].timestamp() if span else None,
    )


def outlet_key(name: str | None) -> str:
    """Return one key for all names of an outlet."""
    known = find_outlet(name) if name else None
    return fold(known.name if known else name or "").removeprefix("the ")


def names_in_line(line: str, home: str) -> bool:
    """Tell whether a line names an outlet, and not one whose name ends with the same words ("New York Times")."""
    printed, sought = line.split(), home.split()
    keys = [fold(word) for word in printed]
    for at in range(len(keys) - len(sought) + 1):
        before = printed[at - 1] if at else ""
        if keys[at : at + len(sought)] == sought and (not before[:1].isupper() or fold(before) in _BEFORE_NAMES):
            return True
    return False


_BEFORE_NAMES = frozenset("the by from in copyright".split())


def _sentence_at(text: str, at: int) -> str:
    """Return the sentence or line around a place."""
    line = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    inside = rough_sentences(text, line[0], len(text) if line[1] < 0 else line[1])
    return next((text[start:end] for start, end in inside if start <= at < end), "")


def _dateline_name(text: str) -> str | None:
    found = _DATELINE.match(text[:120])
    return found.group("name") if found else None


def _credit_lines(article: Article) -> tuple[str, ...]:
    lines = [aside.words for aside in article.asides if aside.role is Role.REPRINT]
    lines += [_sentence_at(article.text, found.start()) for found in _CREDIT.finditer(article.text)]
    return tuple(" ".join(_NAME_WORDS.findall(line)) for line in lines[:MOST_LINES])


_NAME_WORDS = re.compile(r"[\w'’&.-]*\w")


def pack_facts(facts: Facts) -> bytes:
    """Return facts as bytes, for a shelf to keep."""
    return msgspec.json.encode(facts)


def unpack_facts(kept: bytes) -> Facts:
    """Return the facts that a shelf kept."""
    return msgspec.json.decode(kept, type=Facts)

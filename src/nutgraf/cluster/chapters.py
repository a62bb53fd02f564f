"""Chapters of a story: accounts that look ahead to its central event, and accounts that look back on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Account
from nutgraf.records.article import Sure
from nutgraf.records.story import Chapter

BEFORE, AFTER, UNTOLD = "before the event", "after it", "before or after is not told"

LEAD = 2500
"""Characters of a text that are read for its tense: the news comes first, the history of the matter later."""

PLANNED = """
    summit meeting meet talk talks negotiation visit trip vote election referendum poll ballot runoff debate trial
    hearing verdict sentencing ruling launch liftoff landing flight match game final fixture tournament race fight bout
    concert festival ceremony wedding funeral inauguration coronation parade march protest rally demonstration
    strike walkout conference congress convention session exercise drill opening closing reopening release
    premiere handover transfer signing swearing auction sale merger takeover storm hurricane typhoon cyclone
    landfall blizzard eclipse eruption execution deadline shutdown closure demolition evacuation test tests census
    reform deal agreement ceasefire truce
""".split()
"""Events that are told ahead of time: what can be planned or forecast (an earthquake has no chapter before it)."""

_AHEAD = (
    r"(?:ahead of|before|prior to|on the eve of|in the run-?up to|upcoming|forthcoming|planned|scheduled|looming|coming"
    r"|await(?:s|ing|ed)?|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day[’']s|tomorrow[’']s|next week[’']s)"
    r" (?:[^\s.]+ ){0,4}?EVENT"
    r"|\b(?:will|to|would|set to|expected to|due to|scheduled to|plans? to|hopes? to|agreed to) (?:[^\s.]+ ){0,5}?EVENT"
    r"|EVENT (?:[^\s.,]+ ){0,5}?(?:will|would|is set|are set|is expected|are expected|is due|are due|is scheduled"
    r"|are scheduled|is to|are to|could|is planned|are planned|comes? amid|begins? on|starts? on)\b"
)
_BACK = (
    r"(?:after|following|in the wake of|since|outcomes? of|results? of|left|leaving|hosted|held|emerged from|ended"
    r"|won|lost|concluded|aftermath of|yesterday[’']s|first comments (?:after|following)) (?:[^\s.]+ ){0,4}?EVENT"
    r"|EVENT (?:[^\s.]+ ){0,6}?(?:yielded|ended|produced|concluded|took place|failed|was held|were held|held|resulted"
    r"|drew|closed|finished|brought|broke up|did not|passed|gave|left)\b"
    r"|EVENT[’']s (?:outcomes?|results?|end)"
)
_OTHER_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*")


def find_chapters(accounts: Sequence[Account]) -> tuple[Chapter, ...]:
    """Split a story by how its accounts speak of the central event: it will come, or it has been.

    No chapter at all where the story has no planned event, or where fewer than half of the accounts tell.
    """
    event = _central_event(accounts)
    if not event:
        return ()
    told: dict[str, list[tuple[tuple[datetime, str], str, str]]] = {BEFORE: [], AFTER: [], UNTOLD: []}
    for account in accounts:
        phase, words = _phase(account, event)
        told[phase].append((_order(account), account.article.id, words))
    if len(told[UNTOLD]) * 2 > len(accounts):
        return ()
    return tuple(_chapter(name, sorted(rows)) for name, rows in told.items() if rows)


def _chapter(name: str, rows: Sequence[tuple[tuple[datetime, str], str, str]]) -> Chapter:
    articles = tuple(article for _, article, _ in rows)
    if name == UNTOLD:
        return Chapter(name, articles, "nothing in their titles and first paragraphs speaks of the event's time")
    examples = sorted({words for _, _, words in rows})[:3]
    how = "look ahead to it" if name == BEFORE else "look back on it"
    verb = "the accounts" if len(articles) > 1 else "the account"
    how = how if len(articles) > 1 else how.replace("look", "looks")
    return Chapter(name, articles, f"{verb} {how}: {', '.join(f'“{words}”' for words in examples)}")


def _central_event(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Return the planned events that most accounts name, at most three; the words as the table has them."""
    by_stem: dict[str, list[str]] = {}
    for word in PLANNED:
        by_stem.setdefault(content_stems(word)[0], []).append(word)
    named: Counter[str] = Counter()
    for account in accounts:
        opening = f"{account.article.title or ''} {account.article.text[:LEAD]}"
        named.update(set(content_stems(opening)) & by_stem.keys())
    best = sorted((stem for stem in named if named[stem] * 2 > len(accounts)), key=lambda stem: (-named[stem], stem))
    return tuple(sorted(word for stem in best[:3] for word in by_stem[stem]))


def _phase(account: Account, event: tuple[str, ...]) -> tuple[str, str]:
    """Return in which phase an account speaks, and the words that show it most plainly."""
    ahead, back = _patterns(event)
    counts, first = Counter[str](), dict[str, str]()
    title, text = account.article.title or "", account.article.text[:LEAD]
    for number, sentence in enumerate([title, *_SENTENCE.findall(text)]):
        if _OTHER_YEAR.search(sentence):
            continue
        weight = 3 if number <= 2 else 1
        for name, pattern in ((BEFORE, ahead), (AFTER, back)):
            for match in pattern.finditer(sentence):
                counts[name] += weight
                first.setdefault(name, match.group())
    if counts[BEFORE] == counts[AFTER]:
        return UNTOLD, ""
    name = BEFORE if counts[BEFORE] > counts[AFTER] else AFTER
    return name, first[name]


@lru_cache(maxsize=256)
def _patterns(event: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = "|".join(re.escape(word) + r"(?:s|es|ing|ings)?" for word in event)
    ahead, back = (rf"\b{source.replace('EVENT', f'(?:{forms})')}" for source in (_AHEAD, _BACK))
    return re.compile(ahead, re.IGNORECASE), re.compile(back, re.IGNORECASE)


def _order(account: Account) -> tuple[datetime, str]:
    published = account.article.published
    known = published.between() if published.sure is not Sure.UNSURE else None
    return (known[0] if known else datetime.max.replace(tzinfo=UTC)), account.article.id

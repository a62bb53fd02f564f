"""What became of one document: broken, set aside, partial, or lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from evals.hostile.oracle import Count, Question
from evals.hostile.reading import Told
from nutgraf.records.article import Extraction
from nutgraf.records.page import Outcome
from nutgraf.sandbox.caps import Caps
from nutgraf.sandbox.process import ChildLost, Sandbox, Task

LEAST_KEPT = 0.98
SECONDS, MEGABYTES = 10.0, 512.0
_GRACE = 2.0
"""Seconds that ending a child and starting the next one take; they are no document's."""
_IDLE = 160.0
"""Megabytes that a child holds before it is asked anything."""
ORACLE = Task("evals.hostile.oracle:answer_counts", caps=Caps(90.0, 4_096 * 1_048_576), questions_per_child=5_000)
_TOLD = re.compile(
    r"^truncated: |^only |in no part$|hides the rest of the page$|what follows was not read$|was left$"
    r"|(?:are|were|was) not read$|^the feed is cut off|^the file ends before|were not kept"
    r"|or stand twice$|^further fields stand in the record"
)
"""What a page's record says where not all of it is there. That a text ends in the midst of a sentence, or costs money,
is no such sign: it says nothing of what the reader left."""
_OTHER = ("JSON-LD", "damaged JSON-LD")


@dataclass(slots=True)
class Verdict:
    """What became of one document; `lost` is the smallest share kept of one of its pages that bears no mark."""

    name: str
    pages: int = 0
    articles: int = 0
    cpu: float = 0.0
    megabytes: float = 0.0
    asides: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    fault: str | None = None
    crashed: bool = False
    silent: Count | None = None
    uncounted: list[str] = field(default_factory=list)
    recoded: bool = False

    @property
    def slow(self) -> bool:
        """Whether it took longer than the cap, and was not ended there."""
        return self.cpu > SECONDS + _GRACE

    @property
    def large(self) -> bool:
        """Whether it took more memory than the cap."""
        return self.megabytes > MEGABYTES + _IDLE


def marks_of(extraction: Extraction) -> list[str]:
    """Return what an extraction says of text that it does not hold."""
    partials = [article.partial for article in extraction.articles if article.partial is not None]
    told = dict.fromkeys((*extraction.damage, *extraction.notes, *partials))
    return [words for words in told if _TOLD.search(words) and not words.startswith(_OTHER)]


def judge(name: str, told: Iterable[Told], oracle: Sandbox) -> Verdict:
    """Return the verdict on one document by what was told of it."""
    verdict = Verdict(name)
    for one in told:
        verdict.cpu = max(verdict.cpu, one.cpu)
        verdict.megabytes = max(verdict.megabytes, one.megabytes)
        verdict.fault = one.fault or verdict.fault
        if one.aside is not None:
            verdict.asides.append(f"{one.aside.outcome}: {one.aside.reason}")
        if one.page is not None:
            verdict.pages += 1
        if one.page is not None and one.extraction is not None:
            verdict.articles += len(one.extraction.articles)
            _count(one, verdict, oracle)
    return verdict


def _count(told: Told, verdict: Verdict, oracle: Sandbox) -> None:
    marks = marks_of(told.extraction)
    verdict.marks += marks
    try:
        asked = msgspec.msgpack.encode(Question(told.page, told.extraction))
        found = msgspec.msgpack.decode(oracle.ask(asked), type=Count)
    except ChildLost as lost:
        verdict.uncounted.append(str(lost))
        return
    verdict.recoded = verdict.recoded or found.recoded
    cut = any(words.startswith(Outcome.PARTIAL) for words in verdict.asides)
    if found.kept < LEAST_KEPT * found.shown and not marks and not cut:
        verdict.silent = found

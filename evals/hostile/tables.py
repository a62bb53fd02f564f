"""Verdicts as rows of a table, and the ones behind the figures in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from evals.hostile.judge import Verdict

ZERO = {
    "documents": "documents",
    "crashes": "crashes",
    "exceptions": "exceptions",
    "slow": "over 10 s",
    "large": "over 512 MB",
    "silent": "silent loss",
}
"""The figures that must be zero (faults.md, R3), and how many documents they are of."""
BESIDE = {
    "pages": "pages",
    "articles": "articles",
    "timed_out": "ended at the time cap",
    "out_of_memory": "at the memory cap",
    "unparsed": "not parsed",
    "aside": "set aside",
    "partial": "partial",
    "recoded": "other charset",
    "uncounted": "not counted",
    "seconds": "slowest, s",
    "megabytes": "largest, MB",
}
"""What was done with the documents, and what the largest of them took."""
_TIME = re.compile(r"longer than the cap of .* seconds|more than its caps allow")
_MEMORY = re.compile(r"cap of \d+ MB of memory")
_UNPARSED = re.compile(r"could not be parsed \((\w+)|crashed on it|no answer|cannot be read$")
_PLACE = re.compile(r"\"[^\"]*\"|“[^”]*”|\d[\d,.]*")


@dataclass(slots=True)
class Row:
    """The figures of one corpus."""

    documents: int = 0
    pages: int = 0
    articles: int = 0
    crashes: int = 0
    exceptions: int = 0
    slow: int = 0
    large: int = 0
    silent: int = 0
    timed_out: int = 0
    out_of_memory: int = 0
    unparsed: int = 0
    aside: int = 0
    partial: int = 0
    recoded: int = 0
    uncounted: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0


def add(row: Row, verdict: Verdict) -> None:
    """Count one verdict."""
    row.documents += 1
    row.pages += verdict.pages
    row.articles += verdict.articles
    row.crashes += verdict.crashed
    row.exceptions += verdict.fault is not None and not verdict.crashed
    row.slow += verdict.slow
    row.large += verdict.large
    row.silent += verdict.silent is not None
    row.timed_out += any(_TIME.search(reason) for reason in verdict.asides)
    row.out_of_memory += any(_MEMORY.search(reason) for reason in verdict.asides)
    row.unparsed += any(_UNPARSED.search(reason) for reason in verdict.asides)
    row.aside += bool(verdict.asides)
    row.partial += bool(verdict.marks)
    row.recoded += verdict.recoded
    row.uncounted += bool(verdict.uncounted)
    row.seconds = max(row.seconds, verdict.cpu)
    row.megabytes = max(row.megabytes, verdict.megabytes)


def total(rows: Iterable[Row]) -> Row:
    """Return the sum of all rows, of the two last figures the largest."""
    whole = Row()
    for row in rows:
        for field in fields(Row):
            ours, theirs = getattr(whole, field.name), getattr(row, field.name)
            largest = field.name in ("seconds", "megabytes")
            setattr(whole, field.name, max(ours, theirs) if largest else ours + theirs)
    return whole


def row_of(name: str, row: Row, figures: Mapping[str, str]) -> tuple[str, ...]:
    """Return some figures of a row in words."""
    values = asdict(row)
    return (name, *(f"{values[key]:,.1f}" if key == "seconds" else f"{values[key]:,.0f}" for key in figures))


def faults(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield a line for each document that is a fault of the program, or that came to a cap."""
    for verdict in verdicts:
        if verdict.fault is not None:
            yield f"{verdict.name}: {verdict.fault}"
        if verdict.silent is not None:
            yield f"{verdict.name}: silent loss: {verdict.silent.kept} of {verdict.silent.shown} letters kept"
        if verdict.slow or verdict.large:
            yield f"{verdict.name}: {verdict.cpu:.1f} s, {verdict.megabytes:.0f} MB"
        for reason in verdict.asides:
            if _TIME.search(reason) or _MEMORY.search(reason) or _UNPARSED.search(reason):
                yield f"{verdict.name}: {reason}"
        for reason in verdict.uncounted:
            yield f"{verdict.name}: the oracle gave no count: {reason}"


def reasons(verdicts: Sequence[Verdict], most: int = 12) -> Iterator[tuple[str, str]]:
    """Yield the most frequent reasons of what was set aside or is partial, figures and names left out."""
    told = Counter(
        _PLACE.sub("…", reason)[:120]
        for verdict in verdicts
        for reason in dict.fromkeys((*verdict.asides, *verdict.marks))
    )
    for reason, count in sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:most]:
        yield f"{count:,}", reason

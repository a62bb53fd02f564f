"""The pages that score worst, listed for reading: only on pages whose errors may be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from evals.extraction.bodies import SCORERS
from evals.extraction.cases import NOTHING, Body, Case, Told
from evals.extraction.fields import FIELDS, field_row

READABLE = "dev"
"""The one part whose errors are read; test is test."""


def list_misses(cases: Sequence[Case], body: Body, told: Mapping[str, Told], most: int) -> Iterator[str]:
    """Yield the worst pages of the readable part: body figures, and the fields that are wrong beside the right ones."""
    open_to_us = [case for case in cases if case.part == READABLE]
    if not open_to_us:
        yield "misses: not listed: this benchmark only measures; errors are read on the dev part of wcxb"
        return
    judged = sorted((_figures(case, body, told.get(case.id, NOTHING)), case.id, case) for case in open_to_us)
    for (harmonic, precision, recall), _, case in judged[:most]:
        answer = told.get(case.id, NOTHING)
        yield f"{case.id} {case.kind}: F1 {harmonic:.3f} P {precision:.3f} R {recall:.3f}"
        yield from (f"    {line}" for line in ([answer.failed] if answer.failed else ()))
        yield from (f"    {line}" for line in _wrong_fields(case, answer))


def _figures(case: Case, body: Body, answer: Told) -> tuple[float, float, float]:
    rows = np.array([SCORERS[body].row(case, answer)])
    precision, recall, harmonic, _ = SCORERS[body].figures(rows)[0]
    return float(harmonic), float(precision), float(recall)


def _wrong_fields(case: Case, answer: Told) -> Iterator[str]:
    pairs = {"title": (case.title, answer.title), "day": (case.day, answer.day)}
    for field in FIELDS:
        right, asked = field_row(field, case, answer)
        if field != "author F1" and right < asked:
            gold, said = pairs.get(field, (", ".join(case.authors), ", ".join(answer.authors)))
            yield f"{field}: {said!r} instead of {gold!r}"

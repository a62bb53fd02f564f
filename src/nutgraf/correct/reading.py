"""Corrections read from a file that `nutgraf corrections --json` wrote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from nutgraf.errors import UsageError
from nutgraf.records.correction import Correction, CorrectionKind

_ADVICE = "Write it with: nutgraf corrections --json --db OTHER > FILE"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections that a file holds; all that is wrong with them is told together."""
    try:
        read = msgspec.json.decode(path.read_bytes(), type=tuple[Correction, ...])
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}. {_ADVICE}") from error
    except msgspec.MsgspecError as error:
        raise UsageError(f"{path} is no list of corrections ({error}). {_ADVICE}") from error
    faults = _faults(read)
    if faults:
        raise UsageError("\n".join((f"{path} was not taken in; nothing changed:", *faults, _ADVICE)))
    return tuple(sorted(read, key=lambda each: each.number))


def _faults(corrections: Sequence[Correction]) -> list[str]:
    faults = []
    numbers: set[int] = set()
    for each in sorted(corrections, key=lambda one: one.number):
        for wrong in _wrong(each, numbers):
            faults.append(f"  correction {each.number}: {wrong}")
        numbers.add(each.number)
    return faults


def _wrong(correction: Correction, earlier: set[int]) -> list[str]:
    wrong = []
    if correction.number in earlier:
        wrong.append("its number stands there twice")
    if (correction.kind is CorrectionKind.UNDO) != (correction.undoes is not None):
        wrong.append("an undo names the number that it undoes, and nothing else does")
    elif correction.undoes is not None and correction.undoes not in earlier:
        wrong.append(f"it undoes {correction.undoes}, which does not stand before it")
    if correction.kind is not CorrectionKind.UNDO and not correction.articles:
        wrong.append("it names no articles")
    if correction.kind not in (CorrectionKind.UNDO, CorrectionKind.PIN) and not correction.beside:
        wrong.append("it names no articles beside them")
    if not correction.by.strip():
        wrong.append("it has no name in 'by'")
    try:
        datetime.fromisoformat(correction.at)
    except ValueError:
        wrong.append(f"'at' is no time: {correction.at!r}")
    return wrong

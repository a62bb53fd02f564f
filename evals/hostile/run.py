"""Documents through the program, batch by batch, and the verdict on each."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from evals.hostile.cases import Case
from evals.hostile.judge import ORACLE, Verdict, judge
from evals.hostile.pack import ROOT
from evals.hostile.reading import Told, read_answers
from nutgraf.sandbox.process import Sandbox

_MOST, _LARGEST = 2_000, 100_000_000
_MINUTES = 60
"""A reading that takes longer is ended and counted as a crash: it hangs."""


def judge_cases(cases: Iterable[Case]) -> Iterator[Verdict]:
    """Yield the verdict on each document, in their order; one batch is read while the one before is judged."""
    with _found_by_children(), ThreadPoolExecutor(1) as reader, Sandbox(ORACLE) as oracle:
        before = None
        for batch in _batches(cases):
            reading = reader.submit(_read, batch)
            if before is not None:
                yield from _judged(*before, oracle)
            before = batch, reading.result()
        if before is not None:
            yield from _judged(*before, oracle)


@contextmanager
def _found_by_children() -> Iterator[None]:
    """The oracle is a child like nutgraf's own, which finds this evaluation by its path alone."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    try:
        yield
    finally:
        del os.environ["PYTHONPATH"]
        if before is not None:
            os.environ["PYTHONPATH"] = before


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    batch: list[Case] = []
    size = 0
    for case in cases:
        if batch and (len(batch) >= _MOST or size + len(case.content) > _LARGEST):
            yield batch
            batch, size = [], 0
        batch.append(case)
        size += len(case.content)
    if batch:
        yield batch


def _judged(batch: list[Case], told: list[Told], oracle: Sandbox) -> Iterator[Verdict]:
    of_case = defaultdict(list)
    for one in told:
        of_case[one.number].append(one)
    for number, case in enumerate(batch):
        verdict = judge(case.name, of_case[number], oracle)
        if not of_case[number]:
            verdict.fault = "nothing at all was told of it"
        verdict.crashed = any(one.fault == _CRASHED for one in of_case[number])
        yield verdict


_CRASHED = "the program died"


def _read(batch: list[Case]) -> list[Told]:
    """Write a batch into a folder and have it read; it goes on behind a document that breaks it."""
    with tempfile.TemporaryDirectory() as place:
        folder, answers = Path(place, "in"), Path(place, "told")
        folder.mkdir()
        files = [folder / f"{number:07}.{number % 10}{case.suffix}" for number, case in enumerate(batch)]
        for path, case in zip(files, batch, strict=True):
            path.write_bytes(case.content)
        told: list[Told] = []
        first = 0
        while first < len(batch):
            code = _reading(folder, answers)
            told += read_answers(answers)
            if code == 0:
                break
            reached = max((one.number for one in told), default=first - 1)
            if code != 3:
                reached += 1
                told.append(Told(reached, fault=_CRASHED))
            for path in files[first : reached + 1]:
                path.unlink()
            first = reached + 1
        return told


def _reading(folder: Path, answers: Path) -> int:
    command = [sys.executable, "-m", "evals.hostile.reading", str(folder), str(answers)]
    try:
        return subprocess.run(command, cwd=ROOT, check=False, timeout=_MINUTES * 60).returncode
    except subprocess.TimeoutExpired:
        return -1

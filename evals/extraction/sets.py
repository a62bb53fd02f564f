"""The benchmarks by name: how each is read and how it scores the main text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals.extraction.benchmarks import aeb, fundus, naeb, trafilatura_eval, wcxb
from evals.extraction.cases import CACHE, Body, Case


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark: its name here, the reader of its cases, how bodies are scored."""

    name: str
    read: Callable[[Path], list[Case]]
    body: Body


BENCHMARKS = {
    benchmark.name: benchmark
    for benchmark in (
        Benchmark("aeb", aeb.read_cases, Body.SHINGLES),
        Benchmark("naeb", naeb.read_cases, Body.SHINGLES),
        Benchmark("trafilatura-eval", trafilatura_eval.read_cases, Body.SNIPPETS),
        Benchmark("wcxb", wcxb.read_cases, Body.WORDS),
        Benchmark("fundus", fundus.read_cases, Body.WORDS),
    )
}


def read_benchmark(name: str, cache: Path = CACHE) -> list[Case]:
    """Return the cases of one benchmark; raise `NotHere` where its pack is missing."""
    return BENCHMARKS[name].read(cache)

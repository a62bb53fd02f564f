"""The one door to ONNX Runtime: the encoders that ship, run one window at a time.

A window is run alone, never in a batch: the sums of an int8 network depend on the greatest value in what it is given,
so beside other windows one and the same window would get other scores. Several windows run at once on several cores.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Numbers = NDArray[np.float32]
Network = str | Path
"""A network that ships, by its name, or another one, by its file."""


def run_windows(network: Network, windows: Sequence[Mapping[str, Numbers]]) -> list[Numbers]:
    """Return what a network tells of each window, in their order; the inputs go by name."""
    session = _session(network)
    if len(windows) < 2 or _WORKERS < 2:
        return [session.run(None, dict(window))[0] for window in windows]
    return list(_pool().map(lambda window: session.run(None, dict(window))[0], windows))


def look_up(pieces: NDArray[np.int64]) -> Numbers:
    """Return the vectors of pieces, a row for each."""
    values, scales = _vectors()
    found: Numbers = values[pieces].astype(np.float32) * scales[pieces, None]
    return found


_WORKERS = min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_WORKERS, thread_name_prefix="onnx")


@cache
def _session(network: Network) -> InferenceSession:
    """Open a network once; one thread each, for threads that wait in a loop cost more than they bring."""
    from onnxruntime import InferenceSession, SessionOptions  # takes 0.2 s: only where something is read

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    weights = resources.files("nutgraf.models").joinpath("weights")
    place = network if isinstance(network, Path) else weights.joinpath(f"{network}.onnx")
    return InferenceSession(place.read_bytes(), options, providers=["CPUExecutionProvider"])


@cache
def _vectors() -> tuple[NDArray[np.int8], Numbers]:
    """Open the table of vectors once; the file is mapped, so that only the rows asked for are read."""
    weights = resources.files("nutgraf.models").joinpath("weights")
    with resources.as_file(weights.joinpath("vectors.npy")) as place:
        values = np.load(place, mmap_mode="r")
    with resources.as_file(weights.joinpath("vector_scales.npy")) as place:
        return values, np.load(place)

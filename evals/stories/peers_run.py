"""Let the peers group a set, each at its best setting on another: `python -m … FOLDER DEV SET [PEER …]`.

The evaluation starts it under the peers' own interpreter. `FOLDER` holds a file for each set (`Handed`) and one of
vectors; what the peers say goes to the standard output as JSON.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.stories.partitions import b_cubed_f1
from evals.stories.peers import PEERS, Homes, Peer, Texts

SETTINGS = "settings.json"
"""Where the best settings are kept: finding them anew takes minutes, and gives the same."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A set as it is handed over: texts, names, the order by date, and (of the development set alone) the events."""

    texts: list[str]
    names: list[list[str]] | None
    by_date: list[int] | None
    events: list[str] | None


@dataclass(frozen=True, slots=True)
class Given:
    """A set as it was read."""

    texts: Texts
    events: list[str]
    digest: str


def main(arguments: Sequence[str]) -> int:
    """Print a list of answers: peer, version, setting, and a partition for each order of arrival."""
    folder, development, name = Path(arguments[0]), arguments[1], arguments[2]
    tuned_on = _read(folder, development)
    grouped = tuned_on if name == development else _read(folder, name)
    peers = [PEERS[peer] for peer in arguments[3:] or PEERS]
    json.dump([_answer(peer, folder, tuned_on, grouped) for peer in peers], sys.stdout)
    return 0


def _answer(peer: Peer, folder: Path, tuned_on: Given, grouped: Given) -> dict[str, object]:
    print(f"{peer.name} ...", file=sys.stderr, flush=True)
    if peer.version is None:
        return {"peer": peer.name, "failed": f"{peer.package} is not installed in {sys.executable}"}
    best = _best(peer, folder / SETTINGS, tuned_on)
    return {"peer": peer.name, "version": peer.version, "setting": best, "homes": peer.group(grouped.texts, best)}


def _best(peer: Peer, place: Path, tuned_on: Given) -> float:
    """Return the setting with the best B-cubed F1 on the development set."""
    kept: dict[str, float] = json.loads(place.read_bytes()) if place.exists() else {}
    key = f"{peer.name} {peer.version} {peer.settings} {tuned_on.digest}"
    if key not in kept:
        kept[key] = max(peer.settings, key=lambda setting: _score(peer, tuned_on, setting))
        place.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return kept[key]


def _score(peer: Peer, tuned_on: Given, setting: float) -> float:
    gold = _by_place(tuned_on.events)
    scores = [b_cubed_f1(_by_place(homes), gold) for homes in peer.group(tuned_on.texts, setting)]
    return sum(scores) / len(scores)


def _by_place(homes: Homes | Sequence[str]) -> dict[str, str]:
    return {str(place): str(home) for place, home in enumerate(homes)}


def _read(folder: Path, name: str) -> Given:
    told = (folder / f"{name}.json").read_bytes()
    handed = Handed(**json.loads(told))
    vectors = folder / f"{name}.npy"
    texts = Texts(handed.texts, handed.names, np.load(vectors) if vectors.exists() else None, handed.by_date)
    return Given(texts, handed.events or [], hashlib.sha256(told).hexdigest())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

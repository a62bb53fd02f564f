"""Pack the gazetteer into one file of plain arrays, which models/gazetteer.py maps into memory."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from nutgraf.models.gazetteer import BLOCK, KINDS, MAGIC, NO_POINT, name_hash, name_key


@dataclass(slots=True)
class Entry:
    """One place: `names` are (printed, how it finds it); `within` and `reference` only where codes do not tell."""

    name: str
    kind: str
    country: str
    division: str
    point: tuple[float, float] | None
    population: int = 0
    number: int = 0
    within: str = ""
    reference: str = ""
    names: list[tuple[str, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The name, and behind tabs what the codes do not tell."""
        return "\t".join((self.name, self.within, self.reference)).rstrip("\t")


def pack(entries: list[Entry], capitals: list[int], credit: str) -> bytes:
    """Return the file: magic, length of the head, head (JSON), arrays one behind the other."""
    entries = sorted(entries, key=lambda one: (KINDS.index(one.kind), one.country, one.division, one.name, one.number))
    countries = sorted({one.country for one in entries})
    divisions = sorted({one.division for one in entries})
    texts = [one.text.encode() for one in entries]
    assert max(map(len, texts)) < 256, max(texts, key=len)
    offsets = np.concatenate(([0], np.cumsum([len(text) for text in texts])))[:-1]
    points = [one.point or (None, None) for one in entries]
    arrays = {
        "lengths": np.array([len(text) for text in texts], np.uint8),
        "blocks": offsets[::BLOCK].astype(np.uint32),
        "kinds": np.array([KINDS.index(one.kind) for one in entries], np.uint8),
        "countries": _codes([one.country for one in entries], countries, np.uint8),
        "divisions": _codes([one.division for one in entries], divisions, np.uint16),
        "north": np.array([_fixed(north) for north, _ in points], np.int32),
        "east": np.array([_fixed(east) for _, east in points], np.int32),
        "people": np.array([one.population for one in entries], np.uint32),
        "numbers": np.array([one.number for one in entries], np.uint32),
        **_index(entries),
        "texts": np.frombuffer(b"".join(texts), np.uint8),
    }
    layout, at = {}, 0
    for name, array in arrays.items():
        layout[name] = [array.dtype.str, at, len(array)]
        at += -(-array.nbytes // 8) * 8
    facts = {"credit": credit, "countries": countries, "divisions": divisions, "capitals": capitals, "arrays": layout}
    head = json.dumps(facts).encode()
    head += b" " * (-len(head) % 8)
    body = b"".join(array.tobytes() + b"\0" * (-array.nbytes % 8) for array in arrays.values())
    return MAGIC + len(head).to_bytes(8, "little") + head + body


def write(path: Path, content: bytes) -> None:
    """Write the file and say how large it is."""
    path.write_bytes(content)
    print(f"{len(content)} bytes: {path.name}")


def _codes(values: list[str], known: list[str], kind: type) -> np.ndarray:
    index = {value: place for place, value in enumerate(known)}
    return np.array([index[value] for value in values], kind)


def _fixed(degrees: float | None) -> int:
    return NO_POINT if degrees is None else round(degrees * 1000)


def _index(entries: list[Entry]) -> dict[str, np.ndarray]:
    """Return the keys by hash: the first 16 bits tell the bucket, the other 32 stand in it beside the row and how."""
    found: dict[tuple[int, int], int] = {}
    for row, one in enumerate(entries):
        for printed, how in [(one.name, 0), *one.names]:
            key = name_key(printed)
            if key:
                place = (name_hash(key), row)
                found[place] = min(found.get(place, how), how)
    ordered = sorted(found.items())
    hashes = np.array([place[0] for place, _ in ordered], np.uint64)
    rows = np.array([place[1] for place, _ in ordered], np.uint32)
    print(f"{len(entries)} rows, {len(ordered)} names")
    return {
        "buckets": np.searchsorted(hashes >> 32, np.arange(2**16 + 1)).astype(np.uint32),
        "rests": (hashes & 0xFFFFFFFF).astype(np.uint32),
        "rows": (rows & 0xFFFF).astype(np.uint16),
        "rows_above": (rows >> 16).astype(np.uint8),
        "hows": np.array([how for _, how in ordered], np.uint8),
    }

"""Where the hostile corpora lie: unpacked in the cache, else in their pack, which is read without unpacking it."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
PACKED = ROOT.parent / "shared" / "data" / "hostile.tar.xz"

Found = tuple[str, bytes]
"""The path of a file inside the pack, and its bytes."""


class NotHere(Exception):
    """The pack is missing; the message says where it was looked for."""


class Pack:
    """The files of the corpora, each corpus a folder of its own."""

    def __init__(self, cache: Path = CACHE, packed: Path = PACKED) -> None:
        self.folder, self.packed = cache / "hostile", packed
        if not self.folder.is_dir() and not packed.is_file():
            raise NotHere(f"the hostile corpora are neither in {self.folder} nor packed in {packed}")

    def read(self, corpora: tuple[str, ...]) -> Iterator[Found]:
        """Yield the files of some corpora, corpus by corpus, in the order of their paths."""
        files = self._unpacked(corpora) if self.folder.is_dir() else self._packed(corpora)
        return (found for found in files if not found[0].endswith("ORIGIN.md"))

    def _unpacked(self, corpora: tuple[str, ...]) -> Iterator[Found]:
        for corpus in corpora:
            for path in sorted((self.folder / corpus).rglob("*")):
                if path.is_file():
                    yield path.relative_to(self.folder).as_posix(), path.read_bytes()

    def _packed(self, corpora: tuple[str, ...]) -> Iterator[Found]:
        kept: list[Found] = []
        with tarfile.open(self.packed, "r:xz") as archive:
            for member in archive:
                name = member.name.removeprefix("./").removeprefix("hostile/")
                if member.isfile() and name.split("/")[0] in corpora:
                    stream = archive.extractfile(member)
                    kept += [(name, stream.read())] if stream is not None else []
        return iter(sorted(kept, key=lambda found: (corpora.index(found[0].split("/")[0]), found[0])))

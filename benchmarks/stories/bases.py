"""The profiles that the made articles come from: those of real articles of articles-12k, made once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from nutgraf.annotate.article import MADE_BY as ANNOTATED_BY
from nutgraf.cluster.articles import MADE_BY
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.records.annotation import Account
from nutgraf.records.profile import Profile
from nutgraf.store.encoding import decode, encode

ACCOUNTS = f"stories/{ANNOTATED_BY.replace('/', '-')}/noise.jsonl"
FOLDER = "stories-benchmark"
COUNT = 2500
"""So many profiles; they are held in memory while articles are made from them, and take about 100 MB."""

PROFILED = 64


class NotHere(Exception):
    """The accounts are not made; the message says where they are looked for."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """One line of the file of accounts, as evals/stories keeps it."""

    key: str
    account: Account


def read_bases(cache: Path) -> list[Profile]:
    """Return the profiles."""
    place = cache / FOLDER / f"{MADE_BY.replace('/', '-')}.jsonl"
    if not place.exists():
        made = [profile for part in _parts(read_accounts(cache, COUNT)) for profile in profile_accounts(part)]
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(b"\n".join(map(encode, made)))
    return [decode(line, Profile) for line in place.read_bytes().splitlines()]


def read_accounts(cache: Path, count: int) -> list[Account]:
    """Return the first accounts of the set."""
    place = cache / ACCOUNTS
    if not place.exists():
        raise NotHere(f"{ACCOUNTS} is not in {cache}: python -m evals.stories --set noise makes it, which takes hours")
    decoder = msgspec.json.Decoder(Kept)
    with place.open("rb") as lines:
        return [decoder.decode(line).account for line in islice(lines, count)]


def _parts(accounts: list[Account]) -> Iterator[list[Account]]:
    for start in range(0, len(accounts), PROFILED):
        yield accounts[start : start + PROFILED]

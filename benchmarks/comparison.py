"""Time comparing one story of many accounts: `python -m benchmarks.comparison [--accounts COUNT …]`.

The accounts are made by program: each prints twenty sentences of invented news (training/entailer/stories), three in
ten of them with a number changed, so that no two accounts carry one text. The naive run beside ours lays every
statement beside every other of another account with the same regression; it is run up to `NAIVE` accounts.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from evals.stories.writing import NO_DATE, Printed, make_article
from training.entailer.edits import swap_number
from training.entailer.told import MARK, STORIES

from nutgraf.annotate.article import annotate_article
from nutgraf.compare.calendar import resolve_calendar
from nutgraf.compare.candidates import FINE, Candidate, read_meanings
from nutgraf.compare.nearness import nearness
from nutgraf.compare.order import order_accounts
from nutgraf.compare.shared import Sharing
from nutgraf.compare.statements import cut_statements
from nutgraf.compare.story import compare_story, scene_of
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account
from nutgraf.records.copies import Copies
from nutgraf.records.story import Membership, Story
from nutgraf.text import stable_id

ROOT = Path(__file__).resolve().parents[1]
COUNTS = (10, 100, 1000)
SENTENCES, CHANGED, SEED = 20, 0.3, 20261128
NAIVE = 100
"""Accounts up to which the naive run is made: it grows with the square of the statements."""


def make_accounts(count: int) -> list[Account]:
    """Return invented accounts, the same for the same count."""
    dice = random.Random(SEED)
    pool = [MARK.sub(lambda mark: mark[2], line) for path in sorted(STORIES.glob("*.txt")) for line in _lines(path)]
    accounts = []
    for number in range(count):
        told = [_changed(one, dice) for one in dice.sample(pool, SENTENCES)]
        article = make_article(
            stable_id("bench", str(number)), f"bench/{number}", [" ".join(told)], Printed(None, None, None, NO_DATE)
        )
        accounts.append(Account(article, annotate_article(article)))
    return accounts


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#=~"]


def _changed(sentence: str, dice: random.Random) -> str:
    return (swap_number(sentence, dice) or sentence) if dice.random() < CHANGED else sentence


def compare_ours(accounts: Sequence[Account], copies: Copies) -> int:
    """Compare the accounts as one story and return how many points came of it."""
    members = tuple(Membership(one.article.id, one.article.version, "") for one in accounts)
    return len(compare_story(Story("bench", (), members, (), "bench"), accounts, copies).points)


def compare_naively(accounts: Sequence[Account], copies: Copies) -> int:
    """Lay every statement beside every other of another account and return how many pairs say one thing."""
    ordered = sorted(accounts, key=lambda one: one.article.id)
    calendar = resolve_calendar(ordered, ())
    scene = scene_of(ordered, calendar, order_accounts(ordered, calendar, copies))
    told = [one for account in ordered for one in cut_statements(account, scene)]
    vectors, sharing = read_meanings(told), Sharing(told)
    found = 0
    for left, right in combinations(range(len(told)), 2):
        if told[left].statement.article != told[right].statement.article:
            meaning = float(vectors[left] @ vectors[right]) / FINE**2
            pair = Candidate(left, right, meaning, (0.0, 0.0))
            found += nearness(told[left], told[right], pair, sharing.of(told[left], told[right])) >= 0.5
    return found


def run_one(kind: str, count: int) -> dict[str, float]:
    """Time one system on so many accounts, in this process: seconds, and the most memory it took."""
    accounts = make_accounts(count + 1)
    copies = dedupe_articles([one.article for one in accounts])
    compare = compare_ours if kind == "ours" else compare_naively
    compare(accounts[:2], copies)  # opens the networks
    begun = time.perf_counter()
    compare(accounts[:count], copies)
    taken = time.perf_counter() - begun
    begun = time.perf_counter()
    if kind == "ours":
        compare(accounts, copies)
    one_more = time.perf_counter() - begun
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": taken, "one more": one_more, "mb": most}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.comparison")
    parser.add_argument("--accounts", nargs="+", type=int, default=COUNTS, help="accounts of the story")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "COUNT"), help="one run in this process")
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(run_one(chosen.one[0], int(chosen.one[1]))))
        return 0
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    print("| accounts | ours, s | one more account, s | MB | naive, s | ratio |\n|--:|--:|--:|--:|--:|--:|")
    for count in chosen.accounts:
        ours = _alone("ours", count)
        naive = _alone("naive", count)["seconds"] if count <= NAIVE else None
        beside = f"{naive:.1f} | {naive / ours['seconds']:.1f}" if naive else "- | -"
        print(f"| {count} | {ours['seconds']:.1f} | {ours['one more']:.1f} | {ours['mb']:.0f} | {beside} |", flush=True)
    print(f"load average {os.getloadavg()[0]:.1f} at the end", file=sys.stderr)
    return 0


def _alone(kind: str, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.comparison", "--one", kind, str(count)]
    told: dict[str, float] = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    return told


if __name__ == "__main__":
    sys.exit(main())

"""Two plain baselines for text without tags: a rule of length as in jusText, and the longest run of long lines."""

from __future__ import annotations

import itertools

LONG, SHORT = 200, 70
"""jusText's own defaults, in characters."""
STOPWORDS_HIGH, STOPWORDS_LOW = 0.32, 0.30
NEAR = 2
_STOPWORDS = frozenset(
    "a about after all also an and any are as at be because been but by can could for from had has have he her his how "
    "i if in into is it its just like more most my new no not now of on one only or other our out over said she so some "
    "than that the their them then there these they this to two up was we were what when which who will with would you "
    "your".split()
)


def length_rule(lines: list[str]) -> list[str]:
    """Keep long lines with many stopwords and the shorter ones between them, as jusText does; links are not known."""
    kinds = [_kind(line) for line in lines]
    kept = [line for at, line in enumerate(lines) if kinds[at] == "good" or _between(kinds, at)]
    return kept


def longest_run(lines: list[str]) -> list[str]:
    """Keep the run of lines with the most letters, where at most two short lines in a row interrupt it."""
    runs: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if len(line) < SHORT:
            continue
        if runs[-1] and at - runs[-1][-1] > NEAR + 1:
            runs.append([])
        runs[-1].append(at)
    best = max(runs, key=lambda run: sum(len(lines[at]) for at in run))
    return lines[best[0] : best[-1] + 1] if best else []


def _kind(line: str) -> str:
    words = line.lower().split()
    share = sum(word.strip(".,;:!?\"'()") in _STOPWORDS for word in words) / max(1, len(words))
    if len(line) < SHORT:
        return "short"
    if share >= STOPWORDS_HIGH:
        return "good" if len(line) > LONG else "near"
    return "near" if share >= STOPWORDS_LOW else "bad"


def _between(kinds: list[str], at: int) -> bool:
    """A near-good line beside a good one, or a short one between two."""
    if kinds[at] == "bad":
        return False
    left = next((kind for kind in reversed(kinds[:at]) if kind != "short"), "bad")
    right = next(itertools.islice((kind for kind in kinds[at + 1 :] if kind != "short"), 1), "bad")
    sides = (left == "good") + (right == "good")
    return sides == 2 if kinds[at] == "short" else sides > 0

"""What of a page's words stands in no sheet: the dates, names and addresses of the wrapping itself."""

from __future__ import annotations

from bisect import bisect_right

from nutgraf.extract.unwrapped import Sheet

Stretch = tuple[int, int]
_LONGEST = 100_000


def uncovered(words: list[Stretch], sheets: list[Sheet]) -> list[Stretch]:
    """Return the parts of stretches of words that no sheet was made of, in order."""
    taken = _joined(sorted((run.page_start, run.page_end) for sheet in sheets for run in sheet.text.runs))
    starts = [start for start, _ in taken]
    rest: list[Stretch] = []
    for start, end in _joined(sorted(words)):
        at = start
        place = max(0, bisect_right(starts, start) - 1)
        while place < len(taken) and taken[place][0] < end:
            left, right = taken[place]
            if left > at:
                rest.append((at, left))
            at = max(at, right)
            place += 1
        if at < end:
            rest.append((at, end))
    return rest


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Sorted stretches without overlaps."""
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def trimmed(text: str, stretches: list[Stretch]) -> list[Stretch]:
    """Return stretches without white space at either end, empty ones left out."""
    kept: list[Stretch] = []
    for start, end in stretches:
        words = text[start:end]
        bare = words.strip()
        if bare:
            first = start + len(words) - len(words.lstrip())
            kept.append((first, first + len(bare)))
    return kept


def parted(stretches: list[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """Return the stretches that are wrapping, and those far too long for it: text beyond a cap, which was left."""
    return [each for each in stretches if _short(each)], [each for each in stretches if not _short(each)]


def _short(stretch: Stretch) -> bool:
    return stretch[1] - stretch[0] <= _LONGEST

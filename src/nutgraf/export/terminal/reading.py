"""What a reading brought home, and its progress while it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from nutgraf.export.terminal.pieces import SHORT, note, plural, stack, words
from nutgraf.records.page import Outcome, SetAside

Told = Callable[[str, int, int], None]
"""Takes (stage, done, total); the total is 0 while it is not known."""

SHOWN = 5


def reading_page(pages: int, fresh: int, stories: Sequence[str], aside: Sequence[SetAside]) -> RenderableType:
    """Return what a reading did, and what to do next."""
    changed = f"{plural(len(stories), 'story', 'stories')} made or changed"
    lines: list[RenderableType] = [words(f"{plural(pages, 'page')} read, {fresh} of them new; {changed}.", "bold")]
    if aside:
        lines.append(words(f"{plural(len(aside), 'entry', 'entries')} set aside ({_outcomes(aside)}), with reasons:"))
        lines += [note(f"{entry.what}: {entry.reason}") for entry in sorted(aside, key=_gravity)[:SHOWN]]
        lines.append(words("All of them: nutgraf set-aside")) if len(aside) > SHOWN else None
    if len(stories) == 1:
        lines.append(words(f"Go on with: nutgraf brief {stories[0][:SHORT]}"))
    else:
        lines.append(words("Go on with: nutgraf stories" if pages else "Nothing was found to read in these places."))
    return stack(*lines)


def _gravity(entry: SetAside) -> bool:
    """Order entries so that what was read only in part comes before what was no page."""
    return entry.outcome is Outcome.REFUSED


def _outcomes(aside: Sequence[SetAside]) -> str:
    counts = ((outcome, sum(entry.outcome is outcome for entry in aside)) for outcome in Outcome)
    return ", ".join(f"{count} {outcome}" for outcome, count in counts if count)


@contextmanager
def show_progress() -> Iterator[Told]:
    """Show progress on standard error: bars on a terminal, one short line for each stage otherwise."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield tell


def _lines() -> Told:
    begun: set[str] = set()

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in begun:
            begun.add(stage)
            print(f"{stage} …", file=sys.stderr, flush=True)

    return tell

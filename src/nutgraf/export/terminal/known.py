"""What of a story was known at a moment, on the terminal."""

from __future__ import annotations

from rich.console import RenderableType

from nutgraf.export.dossier import Dossier
from nutgraf.export.known import known_lines, known_sentence, told_moment
from nutgraf.export.terminal.pieces import SHORT, note, stack, words
from nutgraf.records.known import KnownAt


def with_known(dossier: Dossier, page: RenderableType) -> RenderableType:
    """Return a page under what was known at the moment asked for; as it is where it tells what is known now."""
    return page if dossier.known is None else stack(_known(dossier.known), words(""), page)


def nothing_known(known: KnownAt) -> RenderableType:
    """Return the page of a story of which nothing was known, with when its first account comes in."""
    first = next((each.since for each in known.left_out if each.since), None)
    later = f" --as-of {first}" if first else ""
    go_on = f"The first counts from {told_moment(first)} on: " if first else "Go on with: "
    return stack(_known(known), words(""), note(f"{go_on}nutgraf brief {known.story[:SHORT]}{later}", 0))


def _known(known: KnownAt) -> RenderableType:
    return stack(words(known_sentence(known), "bold"), *(note(line) for line in known_lines(known)))

"""Tables of figures: on the terminal, or as Markdown for the docs."""

from __future__ import annotations

from collections.abc import Sequence

from evals.bootstrap import Measured


def write_markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write_plain(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in columns for the terminal."""
    lines = [tuple(head), *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    padded = (
        line[0].ljust(widths[0])
        + "".join(f"  {cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True))
        for line in lines
    )
    return "\n".join(padded)


def between(measured: Measured) -> str:
    """Return a figure with its interval."""
    return f"{measured.value:.3f} ({measured.low:.3f}-{measured.high:.3f})"


def signed(measured: Measured | None) -> str:
    """Return a difference with its interval, or a dash."""
    if measured is None:
        return "-"
    return f"{measured.value:+.3f} ({measured.low:+.3f} to {measured.high:+.3f})"

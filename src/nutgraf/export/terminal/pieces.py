"""The pieces that every terminal page is made of: badges, places, headings, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nutgraf.export.printable import one_line
from nutgraf.records.article import Span
from nutgraf.records.comparison import Verdict

SHORT = 8
"""Characters of an id that are shown; commands take four or more."""

PLACES = 3
"""Places shown behind one line."""

VERDICT_STYLES = {
    Verdict.DIFFER: "bold black on yellow",
    Verdict.UPDATE: "bold black on cyan",
    Verdict.UNSURE: "bold black on magenta",
    Verdict.AGREE: "bold black on green",
    Verdict.ONLY_ONE: "bold black on white",
    Verdict.SIDE_BY_SIDE: "bold black on bright_white",
}


def words(content: str, style: str = "") -> Text:
    """Return words of strangers as safe text on one line, never read as markup."""
    return Text(one_line(content), style=style)


def badge(verdict: Verdict) -> Text:
    """Return a verdict as a badge that can be told without its colour."""
    return Text(f" {verdict.value.upper()} ", style=VERDICT_STYLES[verdict])


def place(span: Span) -> Text:
    """Return where words stand, as article id and offsets: what `nutgraf article ID` opens."""
    title = "title " if span.part == "title" else ""
    return Text(f"{span.article[:SHORT]}:{title}{span.start}-{span.end}", style="dim")


def places(spans: Sequence[Span]) -> Text:
    """Return where words stand, the first places of many; the JSON has all of them."""
    text = Text("  ").join(place(span) for span in spans[:PLACES])
    more = len(spans) - PLACES
    return text.append(f"  and {more} more", style="dim") if more > 0 else text


def heading(title: str) -> RenderableType:
    """Return the heading of a section."""
    return Padding(Text(title.upper(), style="bold blue"), (1, 0, 0, 0))


def note(content: str, indent: int = 2) -> RenderableType:
    """Return a remark of the program's own, set apart from the words of sources."""
    remark = Text(one_line(content), style="dim")
    return Padding(remark, (0, 0, 0, indent)) if indent else remark


def indented(content: RenderableType, indent: int = 2) -> RenderableType:
    """Return content moved to the right."""
    return Padding(content, (0, 0, 0, indent))


def grid(*widths: int | None) -> Table:
    """Return a table without lines; a column of width `None` takes what is left."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for width in widths:
        if width is None:
            table.add_column(ratio=1, overflow="fold")
        else:
            table.add_column(width=width, overflow="fold")
    return table


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def render(content: RenderableType, width: int = 80, *, color: bool = False, wrap: bool = True) -> str:
    """Return what a terminal of this width would show; without colour it is plain text, without wrap each line is as
    long as it is.
    """
    console = Console(width=width, force_terminal=color, no_color=not color, color_system="standard" if color else None)
    with console.capture() as capture:
        console.print(content, soft_wrap=not wrap)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def stack(*parts: RenderableType | None) -> Group:
    """Return the parts below one another, without those that are not there."""
    return Group(*(part for part in parts if part is not None))

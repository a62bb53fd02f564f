"""The command about copies.

Heavy imports stand inside the command, so that `--help` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from nutgraf.cli.answers import answer, open_read
from nutgraf.cli.program import PLAIN, Options, app


@app.command
def copies(
    key: Annotated[str, Parameter(name="ID")],
    /,
    *,
    other: Annotated[str | None, Parameter(name="--with")] = None,
    full: Annotated[bool, Parameter(negative="")] = False,
    format: Literal["text", "html"] = "text",
    out: Path | None = None,
    options: Options = PLAIN,
) -> None:
    """Show who carries the text of an article, or the texts of a story: the original, whose words, side by side.

    Example: nutgraf copies 9c41 --with 3f2a

    Parameters
    ----------
    other
        Set this article beside it instead of the original or the nearest.
    full
        Show every sentence, also long stretches that stand in one of the two only.
    format
        text for the terminal, html for one self-contained page.
    out
        Write to this file instead of standard output.
    """
    from nutgraf.desk import gather_copies
    from nutgraf.export.copies import export_copies
    from nutgraf.export.terminal.copies import copies_page

    with open_read(options) as archive, archive.snapshot():
        view = gather_copies(archive, key, other, full=full)
    if format == "html" and not options.json:
        from nutgraf.export.copies_html import copies_html
        from nutgraf.export.output import write_out

        return write_out([copies_html(view)], out)
    return answer(options, export_copies(view) if options.json else None, lambda: copies_page(view), out=out)

"""The command about edits.

Heavy imports stand inside the command, so that `--help` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from nutgraf.cli.answers import answer, open_read
from nutgraf.cli.program import PLAIN, Options, app


@app.command
def edits(
    key: Annotated[str | None, Parameter(name="ID")] = None,
    /,
    *,
    out: Path | None = None,
    options: Options = PLAIN,
) -> None:
    """Show what changed between versions of an article, whether a note says so, and who still prints the old.

    Without an id: the articles that have more than one version, those that changed most in silence first.

    Example: nutgraf edits 9c41

    Parameters
    ----------
    out
        Write to this file instead of standard output.
    """
    from nutgraf.edited import edits_rows, gather_edits
    from nutgraf.export.edits import export_edits
    from nutgraf.export.terminal.edits import edits_list, edits_page

    with open_read(options) as archive, archive.snapshot():
        if key is None:
            rows = edits_rows(archive)
            return answer(options, rows, lambda: edits_list(rows), out=out)
        views = gather_edits(archive, key)
    record = [export_edits(view) for view in views] if options.json else None
    return answer(options, record, lambda: edits_page(views), out=out)

"""A brief in each format it can be written in."""

from __future__ import annotations

from typing import Literal

import msgspec

from nutgraf.export.dossier import Dossier

Format = Literal["text", "md", "html", "json"]


def brief_bytes(dossier: Dossier, format: Format) -> bytes:
    """Return a story's brief in one format, UTF-8, ending in a line break."""
    if format == "md":
        from nutgraf.export.markdown import brief_markdown

        return brief_markdown(dossier).encode()
    if format == "html":
        from nutgraf.export.html import brief_html

        return brief_html(dossier).encode()
    if format == "json":
        from nutgraf.export.stories import export_brief

        return msgspec.json.format(msgspec.json.encode(export_brief(dossier.brief)), indent=2) + b"\n"
    from nutgraf.export.terminal.brief import brief_page
    from nutgraf.export.terminal.pieces import render
    from nutgraf.export.terminal.screen import WIDTH

    return render(brief_page(dossier), WIDTH).encode()

"""A brief in each format of a file; as text it is a page of the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import msgspec

from nutgraf.export.dossier import Dossier

Format = Literal["md", "html", "json"]


def brief_bytes(dossier: Dossier, format: Format) -> bytes:
    """Return a story's brief in one format, UTF-8, ending in a line break."""
    if format == "md":
        from nutgraf.export.markdown import brief_markdown

        return brief_markdown(dossier).encode()
    if format == "html":
        from nutgraf.export.html import brief_html

        return brief_html(dossier).encode()
    from nutgraf.export.known import export_known
    from nutgraf.export.stories import export_brief

    brief = export_brief(dossier.brief)
    if dossier.known:
        brief = replace(brief, as_of=export_known(dossier.known))
    return msgspec.json.format(msgspec.json.encode(brief), indent=2) + b"\n"

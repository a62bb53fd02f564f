"""What the head of a page says in meta tags, links and its title."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.extract.html_lines import Document
from nutgraf.extract.references import unescape

_LONGEST = 2_000
_MOST = 20


@dataclass(frozen=True, slots=True)
class Head:
    """Meta tags by name in lower case, each with all its values in order, and the page's title."""

    metas: dict[str, tuple[str, ...]]
    title: str | None

    def first(self, *names: str) -> str | None:
        """Return the first value of the first meta tag of these names that has one."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def read_head(source: str, document: Document) -> Head:
    """Return what the meta tags and the title of a page say."""
    found: dict[str, list[str]] = {}
    for meta in document.metas:
        value = meta.get("content", "")
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if not name or not value or value.isspace():
            continue
        name = (unescape(name) if "&" in name else name).strip().lower()
        value = " ".join((unescape(value) if "&" in value else value)[:_LONGEST].split())
        values = found.setdefault(name, [])
        if len(values) < _MOST and value not in values:
            values.append(value)
    return Head({name: tuple(values) for name, values in found.items()}, _title(source, document))


def _title(source: str, document: Document) -> str | None:
    """The first title that is not a drawing's: the head's."""
    token = next((raw for raw in document.raw if raw.name == "title"), None)
    if token is None:
        return None
    return " ".join(unescape(source[token.inner : token.inner_end][:_LONGEST]).split()) or None

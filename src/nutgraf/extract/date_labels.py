# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Words beside a date that say what it is the date of, in the languages of Europe."""

from __future__ import annotations

import re

UPDATED_WORDS = re.compile(
    r"\b(?:updated|modified|last (?:updated?|modified|edited|reviewed|changed|revised)|edited|revised|reviewed|aktualisiert|geändert|zuletzt|update|mis à jour|modifié|actualizad[oa]|aggiornat[oa]|bijgewerkt|laatst|uppdaterad|opdateret|oppdatert|päivitetty|zaktualizowano|aktualizacja|aktualizováno|atualizad[oa]|обновлено)\b",
    re.IGNORECASE,
)
PUBLISHED_WORDS = re.compile(
    r"\b(?:published|posted|publish(?:ing)?(?: date)?|publication date|release(?:d)?(?: date)?|first published|originally|created|date|erstellt|veröffentlicht|publié|paru|créé|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|udgivet|publisert|julkaistu|opublikowano|publikováno|опубликовано|stand)\b",
    re.IGNORECASE,
)
_JOINED = 12
POSTED = re.compile(
    r"\b(?:posted|published|updated) on\b|\b(?:veröffentlicht|geschrieben|erstellt|gepostet|erschienen|verfasst|eingestellt|online gestellt) (?:am|von)\b|\bpublié(?:e)? le\b|\bpublicado (?:el|em)\b|\bpubblicato il\b|\bgeplaatst op\b",
    re.IGNORECASE,
)
"""Words that date a text wherever they stand in a line."""


def is_change(label: str, otherwise: bool) -> bool:
    """Tell whether the last word of a label says that a date is that of a change; `otherwise` where none says anything."""
    updated = max((found.start() for found in UPDATED_WORDS.finditer(label)), default=-1)
    published = max((found.start() for found in PUBLISHED_WORDS.finditer(label)), default=-1)
    if updated < 0 and published < 0:
        return otherwise
    # "Updated date: ..." holds a word of each kind, and the first tells.
    return updated >= published or (
        updated >= 0 and published - updated < _JOINED and "date" in label[published:].lower()
    )

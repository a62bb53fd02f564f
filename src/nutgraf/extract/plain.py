"""The words in a stretch of HTML."""

from __future__ import annotations

import re

from nutgraf.extract.references import unescape

_UNSEEN = re.compile(r"<(script|style|svg|noscript|template)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"</?(?:p|div|li|ul|br|h\d|td|tr|section|header)\b[^<>]*>", re.IGNORECASE)


def plain_words(source: str) -> str:
    """Return the words of a stretch of HTML, blocks parted by line ends; what a browser does not show is left out."""
    if "<" in source:
        if "<s" in source or "<!--" in source or "<n" in source or "<t" in source:
            source = _UNSEEN.sub(" ", source)
        source = _TAG.sub(" ", _BLOCK.sub("\n", source))
        source = source.rsplit("<", 1)[0] if source.rfind("<") > source.rfind(">") else source
    shown = unescape(source) if "&" in source else source
    return "\n".join(words for line in shown.splitlines() if (words := " ".join(line.split())))

"""What a browser shows of an HTML page, by a parser that is not nutgraf's: lexbor, which builds the standard's tree.

Shown are the text nodes of that tree, parsed as with scripts on, except where one of these stands around them:

- an element that no browser shows: what the standard's own style sheet hides (`head`, `title`, `script`, `style`,
  `template`, `noembed`, `noframes`, `datalist`, `rp`, a `dialog` that is not open), `noscript`, what stands in
  `iframe`, `audio`, `video`, `canvas`, `meter` and `progress` for browsers that do not know them, and
  `selectedcontent`, which shows an option a second time;
- in a drawing (`svg`) all that is not inside `text` or `foreignObject`, in a formula (`math`) its annotations;
- an element with the attribute `hidden`, or with `display: none` or `visibility: hidden` in its own `style`.

So the labels of a `select`, the words in a `textarea`, the fallback of an `object`, closed `details`, formulas and the
words in drawings count as shown; attributes (`alt`, `title`, `value`, `placeholder`), comments and what scripts or
style sheets would do do not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

UNSEEN = frozenset(
    """
    head title meta link base basefont script style template noscript noembed noframes datalist rp param area iframe
    audio video canvas meter progress annotation annotation-xml selectedcontent
    """.split()
)
_DRAWN = frozenset(("text", "foreignobject"))
_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

SHOWN, HIDDEN, DRAWING = range(3)
"""What holds for the text in an element: it is shown, no text in it is, or only that of a drawing's texts."""


def shown_text(page: str | bytes) -> list[str]:
    """Return the text nodes of a page that a browser shows, in the order of its tree."""
    tree = LexborHTMLParser(page, encoding=isinstance(page, bytes), scripting=True)
    states: dict[int, int] = {}
    pieces: list[str] = []
    if tree.root is None:
        return pieces
    for node in tree.root.traverse(include_text=True):
        parent = node.parent
        above = states.get(parent.mem_id, SHOWN) if parent is not None else SHOWN
        if node.is_text_node:
            if above == SHOWN:
                pieces.append(node.text_content or "")
        elif node.is_element_node:
            states[node.mem_id] = state_of((node.tag or "").lower(), node.attributes, above)
    return pieces


def state_of(name: str, given: Mapping[str, str | None], above: int) -> int:
    """Return what holds inside an element of this name with these attributes, inside one for which `above` holds."""
    if above == HIDDEN or name in UNSEEN:
        return HIDDEN
    if "hidden" in given or _STYLE.search(given.get("style") or "") or (name == "dialog" and "open" not in given):
        return HIDDEN
    if name == "svg":
        return DRAWING
    return SHOWN if name in _DRAWN else above

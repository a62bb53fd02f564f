"""The line of an HTML page that is the title of its one article."""

from __future__ import annotations

from nutgraf.extract.lines import Line
from nutgraf.extract.metadata import Metadata, same_headline
from nutgraf.extract.shapes import PROSE_LENGTH

_FRAME = ("nav", "footer")


def find_title(lines: list[Line], hits: list[int], metadata: Metadata) -> int | None:
    """Return the number of the title: a heading that the page's head bears out, else the first of rank one.

    `hits` are the numbers of the lines of the text; what stands below them is no title.
    """
    if not hits:
        return None
    above = [at for at in range(hits[-1] + 1) if lines[at].region not in _FRAME]
    heads = [at for at in above if lines[at].tag in ("h1", "h2")]
    same = [at for at in heads if same_headline(metadata, lines[at].words)]
    first = [at for at in heads if lines[at].tag == "h1" and len(lines[at].words.split()) >= 3]
    text = next((at for at in hits if len(lines[at].words) >= PROSE_LENGTH), hits[0])
    plain = [at for at in above if at < text and lines[at].link < 0.5 and same_headline(metadata, lines[at].words)]
    return next(iter(same or first or plain), None)

"""Pages of a given size, made of one invented report: for seeing how time and memory grow."""

from __future__ import annotations

from pathlib import Path

SIZES = (10_000, 100_000, 1_000_000, 4_990_000)
"""Bytes; the last is just below the cap of 5 MB a page."""

_SENTENCES = (
    "The harbour board of Tolvik said on day {n} that the northern quay would stay shut until the crane was mended.",
    "Engineers found {n} cracked bolts in its foot, and a second inspection is to begin next week.",
    '"We will not let a single crew work under it before that," said Ilse Marandt, who leads the board.',
    "Ships of the Korvell line will use the old basin meanwhile, which is dredged to {n} centimetres less.",
    "The union of dockers had asked for the closure for {n} days and welcomed it.",
)
_LINKS = "".join(f'<li><a href="/section/{n}">Section number {n}</a></li>' for n in range(40))
_HEAD = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quay of Tolvik stays shut</title>'
    '<meta property="article:published_time" content="2031-03-03T08:00:00+01:00"></head><body>'
    f"<header><nav><ul>{_LINKS}</ul></nav></header><main><article><h1>Quay of Tolvik stays shut</h1>"
    '<p class="byline">By Jon Ervald</p>'
)
_FOOT = f"</article></main><aside><ul>{_LINKS}</ul></aside><footer><p>All rights reserved.</p></footer></body></html>"


def write_page(folder: Path, size: int) -> Path:
    """Write a page of about this many bytes, never more: paragraphs of the report, each with its own numbers."""
    pieces, left, number = [_HEAD], size - len(_HEAD) - len(_FOOT), 0
    while True:
        paragraph = "<p>" + " ".join(sentence.format(n=number + 2) for sentence in _SENTENCES) + "</p>\n"
        if len(paragraph) > left:
            break
        pieces.append(paragraph)
        left -= len(paragraph)
        number += 1
    path = folder / f"page_{size}.html"
    path.write_text("".join([*pieces, _FOOT]), encoding="utf-8")
    return path

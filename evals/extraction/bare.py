"""The benchmark pages as bare text, as a crawler without tags would save them, and what is read from that.

The rule of rendering: `head`, `script`, `style`, `noscript`, `template`, `svg` and comments are removed; block
elements, table cells and `br` begin a line; white space inside a line is folded; empty lines are dropped. In the second
form an empty line stands between blocks instead (lines parted only by `br`, and cells of one row, stay together).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import lxml.html
from lxml import etree

from evals.extraction import baselines, ours
from evals.extraction.cases import Case, Told
from evals.extraction.peers import decode

FORMS = {"a line for each block": "\n", "an empty line between blocks": "\n\n"}

_REMOVED = frozenset("head script style noscript template svg".split())
_BLOCKS = frozenset(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select"
    " summary table tbody tfoot thead tr ul".split()
)
_LINES = frozenset("br td th caption".split())

BREAK, LINE = "\x00", "\x01"
"""Stand for the border of a block and for a new line inside one, until white space is folded."""

_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_forms(cases: Sequence[Case]) -> Iterator[tuple[str, dict[str, Mapping[str, Told]]]]:
    """Yield both forms with what nutgraf and the baselines tell about every page."""
    for form, between in FORMS.items():
        texts = {case.id: render(case.html, between) for case in cases}
        systems: dict[str, Mapping[str, Told]] = {
            ours.NAME: dict(zip(texts, ours.read_texts(texts.items()), strict=True))
        }
        for name, rule in baselines.BASELINES.items():
            systems[name] = {page: Told(rule(text.splitlines())) for page, text in texts.items()}
        yield form, systems


def render(content: bytes, between: str = "\n") -> str:
    """Return the visible text of a page by the rule above."""
    text = _DECLARED.sub("", decode(content), count=1)
    try:
        root = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(huge_tree=True))
    except (etree.ParserError, ValueError):
        return ""
    blocks = "".join(_pieces(root)).replace("\u00a0", " ").split(BREAK)
    lines = (_fold(block) for block in blocks)
    return between.join(line for line in lines if line)


def _fold(block: str) -> str:
    lines = (" ".join(line.split()) for line in block.split(LINE))
    return "\n".join(line for line in lines if line)


def _pieces(root: lxml.html.HtmlElement) -> Iterator[str]:
    """Yield the texts of a page in its order, with marks where a block or a line begins or ends."""
    removed = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not removed:
                yield element.tail or ""
            continue
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            removed += name in _REMOVED
            if not removed:
                yield _mark(name) + (element.text or "")
            continue
        removed -= name in _REMOVED
        if not removed:
            yield (_mark(name) if name != "br" else "") + (element.tail or "")


def _mark(name: str) -> str:
    return BREAK if name in _BLOCKS else LINE if name in _LINES else ""

"""Simple ways to find an article's text among lines without tags, to be measured beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

LONG = 80
"""Characters from which a line is taken for a paragraph."""
GAP = 2
"""So many shorter lines may stand between two paragraphs of one run (a subheading, a caption)."""

STOP_LISTS = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch"}
"""Those of jusText by language code, for the languages the benchmarks have most of; else English."""


def all_lines(lines: Sequence[str]) -> str:
    """Return everything."""
    return "\n".join(lines)


def first_paragraphs(lines: Sequence[str]) -> str:
    """Return the run of long lines that has the most characters, from its first long line to its last."""
    runs: list[list[int]] = []
    filled = [line for line in lines if line]
    for at, line in enumerate(filled):
        if len(line) < LONG:
            continue
        if runs and at - runs[-1][-1] <= GAP + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    best = max(runs, key=lambda run: sum(len(filled[at]) for at in run), default=None)
    return "\n".join(filled[best[0] : best[-1] + 1]) if best else ""


def justext_lines(lines: Sequence[str]) -> str:
    """Return the lines that jusText itself keeps: its two passes over lengths and stop words, each line a paragraph."""
    from justext import core
    from justext.paragraph import Paragraph
    from py3langid import classify

    paragraphs = []
    for line in filter(None, lines):
        paragraph = Paragraph(_Place())
        paragraph.append_text(line)
        paragraphs.append(paragraph)
    if not paragraphs:
        return ""
    stop_words = _stop_words(STOP_LISTS.get(str(classify(" ".join(lines)[:20_000])[0]), "English"))
    core.classify_paragraphs(paragraphs, stop_words)
    core.revise_paragraph_classification(paragraphs, core.MAX_HEADING_DISTANCE_DEFAULT)
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


class _Place:
    """What jusText wants to know of a paragraph's place in the page: here nothing, for there are no tags."""

    dom = "body.p"
    xpath = "/"


@cache
def _stop_words(language: str) -> frozenset[str]:
    from justext import get_stoplist

    return frozenset(get_stoplist(language))


BASELINES: dict[str, Callable[[Sequence[str]], str]] = {
    "jusText on lines": justext_lines,
    "longest run of long lines": first_paragraphs,
    "all lines": all_lines,
}

# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""One entry of a feed: whether it holds an article or only points to one, and the sheet that is made of it.

The rule and the figures behind it stand in docs/decisions/feed-entries.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import DEFAULT
from nutgraf.extract.lines import read_lines
from nutgraf.extract.shapes import PROSE_LENGTH
from nutgraf.extract.ties import Tied, Weaver, as_markup, cut, one_line, unescaped
from nutgraf.extract.unwrapped import Fact, Holds, Sheet
from nutgraf.records.page import Media

LONG = 150
"""Words from which a text is an article whatever the feed calls it."""
PARAGRAPHS = 3
SHORT = 50
"""Words from which what a feed gives as the whole content is an article, where it is more than the summary."""
_MORE = 1.3
LONGEST_PLAIN = 3 * DEFAULT.characters
"""Characters of plain text that are looked at: more than an article may hold."""
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.|&hellip;)\s*\]|…|\.\.\.|\(more\)"
    r"|(?:…|\.\.\.|\[…\])?\s*(?i:continue reading|read (?:more|on|the (?:full|whole|rest)[\w ]*|full (?:story|article))|keep reading|full story"
    r"|weiterlesen|mehr lesen|lire la suite|leer m[aá]s|seguir leyendo|continua a leggere|leggi tutto|lees verder|czytaj (?:dalej|wi[eę]cej)"
    r"|ler mais|leia mais|читать далее)\b[^.!?]{0,100})[\s\W]*$"
)  # fmt: skip
_TAG = re.compile(r"<[a-zA-Z/!]")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Words:
    """What an entry gives in one place: the text, whether it is HTML, and which element it is."""

    text: Tied
    markup: bool
    name: str


@dataclass(slots=True)
class Entry:
    """What a feed gives for one entry."""

    title: Words | None = None
    contents: list[Words] = field(default_factory=list)
    summaries: list[Words] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    address: str | None = None
    guid: str | None = None
    sounds: bool = False


@dataclass(frozen=True, slots=True)
class _Size:
    words: int = 0
    paragraphs: int = 0
    cut: str = ""


def measure(words: Words) -> _Size:
    """Count the words and paragraphs of a text, and return the sign at its end that it goes on elsewhere."""
    words = plain(words)
    read = read_document(words.text.text, DEFAULT).lines if words.markup else read_lines(words.text.text)
    lines = [line for line in read if line.region not in ("hidden", "figure", "nav") and line.link < 0.8]
    shown = [line.words for line in read if line.region != "hidden"]
    found = _CUT.search(shown[-1][-200:]) if shown else None
    if found is None and len(shown) > 1 and len(shown[-1]) < 200 and "appeared first" in shown[-1]:
        found = _CUT.search(shown[-2][-200:])
    long = [line for line in lines if len(line.words) >= PROSE_LENGTH]
    return _Size(sum(len(line.words.split()) for line in lines), len(long), found.group().strip() if found else "")


def sheet_of(entry: Entry, key: tuple[str, ...]) -> Sheet | None:
    """Return the sheet of an entry: an article where its text is here, else a teaser; nothing where it says nothing."""
    content, size = _best(entry.contents)
    summary, brief = _best(entry.summaries)
    full = content is not None and _is_full(size, brief)
    if not full and summary is not None and _is_long(brief):
        content, size, full = summary, brief, True
    if full and content is not None:
        told = f"the feed's entry ends with “{size.cut[:60]}”; what follows stands at its address" if size.cut else None
        return woven(entry, content, Holds.READY, ("entry", *key), told)
    text = summary or content
    if text is None and entry.title is None:
        return None
    return woven(entry, text, Holds.TEASER, ("entry, teaser", *key), None)


def _best(given: list[Words]) -> tuple[Words | None, _Size]:
    sized = [(words, measure(words)) for words in given]
    return max(sized, key=lambda pair: pair[1].words, default=(None, _Size()))


def _is_long(size: _Size) -> bool:
    """A text that stops short must be long and of several paragraphs to be more than a teaser."""
    if size.cut:
        return size.words >= LONG and size.paragraphs >= PARAGRAPHS
    return size.words >= LONG or size.paragraphs >= PARAGRAPHS


def _is_full(size: _Size, brief: _Size) -> bool:
    return _is_long(size) or (not size.cut and size.words >= SHORT and size.words >= _MORE * brief.words)


def woven(entry: Entry, text: Words | None, holds: Holds, key: tuple[str, ...], partial: str | None) -> Sheet:
    """The title above the text, as a page would print it; in HTML where either of them is."""
    title = plain(entry.title) if entry.title is not None else None
    body = plain(text) if text is not None else None
    markup = any(words is not None and words.markup for words in (title, body))
    weaver = Weaver()
    if title is not None:
        line = one_line(title.text)
        weaver.put("<h1>" if markup else "")
        weaver.take_all(line if title.markup or not markup else as_markup(line))
        weaver.put("</h1>" if markup else "")
    end = weaver.length
    weaver.put("\n\n")
    if body is not None and markup and not body.markup:
        _paragraphs(body.text, weaver)
    elif body is not None:
        weaver.take_all(body.text)
    media = Media.HTML if markup else Media.TEXT
    return Sheet(weaver.done(), media, holds, tuple(entry.facts), end, key, partial)


def shown(words: Words) -> str:
    """Return what a reader sees of words that may be HTML, on one line."""
    seen = plain(words)
    if not seen.markup:
        return seen.text.text
    return " ".join(line.words for line in read_document(seen.text.text, DEFAULT).lines if line.region != "hidden")


def plain(words: Words) -> Words:
    """Return words that are called HTML but hold no tag as the plain text that they are, up to a cap."""
    if words.markup and _TAG.search(words.text.text):
        return words
    text = words.text if len(words.text.text) <= LONGEST_PLAIN else cut(words.text, 0, LONGEST_PLAIN)
    return Words(unescaped(text) if words.markup else text, False, words.name)


def _paragraphs(text: Tied, weaver: Weaver) -> None:
    """Plain text as HTML, each of its lines a paragraph."""
    written = as_markup(text)
    for found in _LINE.finditer(written.text):
        weaver.put("<p>")
        weaver.take_all(cut(written, found.start(), found.end()))
        weaver.put("</p>")

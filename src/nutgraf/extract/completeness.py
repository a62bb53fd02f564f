"""Visible characters by a tokenizer of its own, against those that stand in a part of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.extract.references import unescape
from nutgraf.records.article import PagePart
from nutgraf.records.page import Media

_MARK = re.compile(r"<(?:!--|(?P<name>[a-z][^\t\n\f\r />]{0,80})|[/!?])")
_PLAIN = re.compile(r"<(?:/|(?P<name>[a-z][^\t\n\f\r />]{0,80}))[^\"'>]*+>")
"""A tag without a quote in it: two of three are."""
_COMMENT_END = re.compile(r"--!?>")
_VALUES = re.compile(r"""(?:[^>=]++|=[\t\n\f\r ]*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_LONGEST_TAG = 2_000
_UNSEEN = frozenset("script style title template noscript svg iframe audio video canvas".split())
_TO_THE_END = frozenset(("script", "style", "title"))
_VERBATIM = frozenset(("textarea", "xmp", "plaintext"))
"""In these, tags are text."""
_SPECIAL = _UNSEEN | _VERBATIM
_WORDS_IN_DRAWING = re.compile(
    "<(?:text|foreignobject|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|embed|h[1-6]|head|hr|i|img|li|listing|menu"
    "|meta|nobr|ol|p|pre|ruby|s|small|span|strong|strike|sub|sup|table|tt|u|ul|var)(?![^\t\n\f\r />])"
)
"""Texts of a drawing, and the elements that end one wherever they stand."""
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Count:
    """Visible characters of a page (white space apart), and how many of them stand in a part."""

    visible: int
    accounted: int

    @property
    def share(self) -> float:
        """Return the share accounted for, 1 for an empty page."""
        return min(1.0, self.accounted / self.visible) if self.visible else 1.0


def count_visible(text: str, media: Media, parts: tuple[PagePart, ...]) -> Count:
    """Count the visible letters and digits of the decoded page and those inside a part, each once."""
    accounted, last = 0, 0
    for part in parts:
        start = max(part.start, last)
        if part.end > start:
            piece = text[start : part.end]
            accounted += _letters(unescape(piece) if media is Media.HTML else piece)
            last = part.end
    shown = unescape(_shown(text)) if media is Media.HTML else text
    return Count(_letters(shown), accounted)


def _shown(text: str) -> str:
    """The page without its markup: cut at each `<`, so that the time is linear whatever is never closed."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    first, *rest = text.split("<")
    shown, at, until, plain = [first], len(first), 0, 0
    missed: set[str] = set()
    plain_tag = _PLAIN.match
    for piece in rest:
        end = at + 1 + len(piece)
        if at < plain:
            shown.append(text[at:end])
            until = end
        elif at >= until:
            tag = plain_tag(lower, at)  # nine in ten are; a call would cost as much as the question
            if tag is not None and tag[1] not in _SPECIAL:
                until = tag.end()
            else:
                until, plain = _end_of_markup(lower, at, missed)
            if until <= at:  # a `<` that begins no markup
                shown.append("<")
                until = at
        if until < end:
            shown.append(text[max(until, at + 1) : end])
        at = end
    return " ".join(shown)


def _end_of_markup(lower: str, at: int, missed: set[str]) -> tuple[int, int]:
    """The place after the comment, the element that shows no text, or other tag at a `<`; the place itself for none.

    The second is the place up to which tags are text. An element whose end was once missed is not looked for again, so
    that the time is linear.
    """
    found = _MARK.match(lower, at)
    if found is None:
        return at, 0
    name = found.group("name")
    if name is None:
        return _end_of_comment(lower, at, found.end()), 0
    end = _end_of_tag(lower, found.end())
    if name not in _SPECIAL or name in missed or lower[end - 2 : end] == "/>":
        return end, 0
    if name == "plaintext":
        return end, len(lower)
    close = _close(lower, name, end)
    if close < 0:
        missed.add(name)
        return len(lower) if name in _TO_THE_END else end, 0
    if name in _VERBATIM:
        return end, close
    if name == "svg" and _WORDS_IN_DRAWING.search(lower, end, close):
        return end, 0
    return _end_of_tag(lower, close), 0


def _end_of_comment(lower: str, at: int, inner: int) -> int:
    if not lower.startswith("<!--", at):
        return _end_of_tag(lower, inner)
    if lower.startswith((">", "->"), inner):
        return lower.index(">", inner) + 1
    found = _COMMENT_END.search(lower, inner)
    return found.end() if found is not None else len(lower)


def _end_of_tag(lower: str, at: int) -> int:
    """The place after a tag's `>`, which one in a quoted value is not."""
    end = lower.find(">", at) + 1
    if not end:
        return len(lower)
    if not (lower.count('"', at, end) & 1 or lower.count("'", at, end) & 1):
        return end
    found = _VALUES.match(lower, at, min(len(lower), at + _LONGEST_TAG))
    return found.end() if found is not None else end


def _close(lower: str, name: str, at: int) -> int:
    """The place of an element's end tag, -1 where it has none."""
    found = re.compile(rf"</{name}(?![^\t\n\f\r />])").search(lower, at)
    return found.start() if found is not None else -1


def _letters(text: str) -> int:
    return len(_NO_LETTER.sub("", text))

"""What the form of a line and of the lines beside it makes sure or likely, added to what the classifier says.

The classifier weighs everything and is sure of little; each rule here is one form that leaves little doubt, as a number
of units on a few labels. None decides by itself: the best way through the page does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nutgraf.extract.furniture import is_closer, is_furniture, is_link, is_paywall, is_picture_name
from nutgraf.extract.glued import INNER, LINK, MASTHEAD
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_ago, find_byline, is_caption, is_credit
from nutgraf.extract.only_teasers import find_summaries
from nutgraf.extract.own_forms import (
    is_advert,
    is_assistant,
    is_contact,
    is_notice,
    is_post,
    is_remark,
    is_unnamed,
    offers_text,
    shows_picture,
)
from nutgraf.extract.page_forms import head_lines, ruled_reports, running_heads, signed_off, spoken_lines
from nutgraf.extract.shapes import ends_sentence
from nutgraf.extract.stamps import is_clock, is_stamp
from nutgraf.models.line_roles import BEGINS, LABELS, UNIT
from nutgraf.models.names import first_names
from nutgraf.models.outlets import find_outlet, outlet_like
from nutgraf.text import fold

Scores = NDArray[np.int64]
Rule = Callable[[tuple[Line, ...], int], tuple[str, ...]]

_CUT = {INNER: "byline", MASTHEAD: "furniture", LINK: "teaser_title"}
_TEXT = [LABELS.index(label) for label in ("body", "list", "subheading")]
_SURE, _LIKELY = 20 * UNIT, 5 * UNIT
_SPONSOR = re.compile(
    r"(?:an? (?:message|word) from|presented by|sponsored(?: by)?|paid (?:for|content|post)|brought to you by"
    r"|partner content)\b",
    re.IGNORECASE,
)
_MARKS = "“”\"„«»‘’'., "
_SPEAKER = re.compile(r"(?:[—–-] ?)?[A-ZÀ-Þ][^.!?]{2,40}(?:, [^.!?]{2,40})?")
_BY = re.compile(r"(?:by|written by|von|par|por|di)\s", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,2}")
_LONGEST_NAME = 80
_LEAST_QUOTE, _LONGEST_QUOTE, _NEAR, _REACH = 20, 200, 4, 30
_LENGTH = re.compile(r"0:[0-5]\d")
_HEADING, _LEAST_CUT, _LEAST_HEADING = 120, 3, 4
_CAPTION, _PARAGRAPH, _LEAST_TEXT, _FEW = 420, 140, 100, 3
_LINKS = 8
"""Under a heading over links stand so many of them at most."""


def add_forms(lines: tuple[Line, ...], scores: Scores) -> Scores:
    """Return the scores with what forms tell added; a label named twice counts twice, with a minus against it."""
    told = scores.copy()
    for at, line in enumerate(lines):
        cut = _CUT.get(line.hint)
        if cut is not None:
            told[at, LABELS.index(cut)] += _SURE
            told[at, BEGINS] -= _SURE
            continue
        for rule in _RULES:
            for label in rule(lines, at):
                told[at, LABELS.index(label.strip("-"))] += -_LIKELY if label[0] == "-" else _LIKELY
    _add_links(lines, told)
    _add_page_forms(lines, told)
    for heading, sentence in find_summaries(lines):
        told[heading, LABELS.index("teaser_title")] += _SURE
        told[sentence, LABELS.index("teaser_text")] += _SURE
    return told


def tells_something(lines: tuple[Line, ...]) -> bool:
    """Whether a page has a long paragraph or two in a row, as no page of teasers has, or little but a paragraph."""
    own = [not is_furniture(line.words) for line in lines]
    told = zip(lines, own, strict=True)
    sizes = [len(line.words) * (mine and ends_sentence(line.words)) for line, mine in told]
    pairs = (min(pair) for pair in itertools.pairwise(sizes))
    if max(sizes) > _CAPTION or max(pairs, default=0) >= _PARAGRAPH:
        return True
    return sum(own) <= _FEW and max(sizes) >= _PARAGRAPH


def _offering(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A button or an offer that is no sentence and names no other text is the page's own."""
    words = lines[at].words
    own = _heads(words) and is_furniture(words) and not is_link(words) and lines[at].hint != LINK
    return ("furniture",) if own else ()


def _over_byline(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A heading right over a byline that was glued to a text is that part's heading, or the text's title."""
    over = at + 1 < len(lines) and lines[at + 1].hint == INNER and _heads(lines[at].words)
    return ("subheading", "title") if over else ()


def _walled(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """Words without an end under a paragraph and over an offer to read on: the sentence that the wall cuts."""
    words = lines[at].words
    if not at or at + 2 >= len(lines) or ends_sentence(words) or len(words.split()) <= _LEAST_CUT:
        return ()
    asks = any(is_paywall(lines[below].words) for below in (at + 1, at + 2)) and is_furniture(lines[at + 1].words)
    return ("body",) if asks and ends_sentence(lines[at - 1].words) and not is_furniture(words) else ()


def _pictured(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A picture's credit at the end of a line makes it a caption, a teaser's where it stands among teasers."""
    words = lines[at].words
    return ("caption", "teaser_caption") if is_caption(words) or shows_picture(words) else ()


def _asking(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A short question between a time, a byline or an outlet's name and a paragraph is the title."""
    words = lines[at].words
    if not at or at + 1 == len(lines) or not words.endswith("?") or not _heads(words.rstrip("?")):
        return ()
    return ("title",) if _signs(lines[at - 1].words) and len(lines[at + 1].words) >= _LEAST_TEXT else ()


def _lengthy(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A line of many sentences that is not printed twice is text, no caption and no deck."""
    words = lines[at].words
    near = lines[max(0, at - 2) : at] + lines[at + 1 : at + 3]
    long = len(words) > _CAPTION and ends_sentence(words) and all(line.words != words for line in near)
    return ("-caption", "-teaser_caption", "-deck") if long else ()


def _listed(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A whole sentence with a bullet under another is one of the text's list."""
    pair = lines[max(0, at - 1) : at + 1]
    same = len(pair) == 2 and all(line.tag == "li" and line.words.endswith(".") for line in pair)
    return ("list",) if same and not is_furniture(lines[at].words) else ()


def _idle(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """How long a recording is, and what a picture that only decorates is called."""
    words = lines[at].words
    return ("furniture", "furniture") if _LENGTH.fullmatch(words) or is_picture_name(words) else ()


def _under_picture(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A heading right under a picture's caption is the title of what the picture belongs to, or a subheading."""
    words = lines[at].words
    if not at or is_caption(words) or not is_caption(lines[at - 1].words):
        return ()
    heads = _heads(words.rstrip(" .…")) and words[-1] != "." and len(words.split()) >= _LEAST_HEADING
    return ("teaser_title", "title", "subheading") if heads else ()


def _last(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """Whole sentences right over the line that says who wrote or edited a text are the text's last."""
    words = lines[at].words
    if at + 1 == len(lines) or not is_credit(lines[at + 1].words) or not words.endswith((".", ".”", '."')):
        return ()
    return () if is_credit(words) or is_furniture(words) or is_caption(words) else ("body", "body")


def _quoted(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A quote on a line of its own that a paragraph near by holds is the title or the text's, which sets it aside
    later, and no subheading; who said it stands under it."""
    if _pulled(lines, at):
        return ("body", "body", "title", "title")
    if _set_twice(lines, at):
        return ("furniture", "furniture", "-body", "-subheading")
    named = at > 0 and _SPEAKER.fullmatch(lines[at].words) is not None
    return ("furniture", "furniture") if named and _pulled(lines, at - 1) else ()


def _set_twice(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a quote on a line of its own under a paragraph stands so again some paragraphs on."""
    words = lines[at].words
    if words[0] not in _MARKS or words[-1] not in _MARKS or not _LEAST_QUOTE <= len(words) <= _LONGEST_QUOTE:
        return False
    if not at or not ends_sentence(lines[at - 1].words):
        return False
    apart = lines[max(0, at - _REACH) : max(0, at - _NEAR)] + lines[at + _NEAR : at + 1 + _REACH]
    return any(line.words == words for line in apart)


def _pulled(lines: tuple[Line, ...], at: int) -> bool:
    words = lines[at].words
    bare = words.strip(_MARKS)
    if words[0] not in _MARKS or words[-1] not in _MARKS or not _LEAST_QUOTE <= len(bare) <= _LONGEST_QUOTE:
        return False
    near = lines[max(0, at - _NEAR) : at] + lines[at + 1 : at + 1 + _NEAR]
    return any(len(line.words) > len(words) and bare in line.words for line in near)


def _signed(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A byline by its form, and a person's name alone on a line beside a time."""
    words = lines[at].words
    if len(words) <= _LONGEST_NAME and _BY.match(words) and find_byline(words) is not None:
        return ("byline", "teaser_meta")
    if is_unnamed(words):
        return ("byline", "byline")
    beside = (lines[at - 1].words if at else "", lines[at + 1].words if at + 1 < len(lines) else "")
    if (
        len(words) <= _LONGEST_NAME
        and outlet_like(words)
        and any(map(str.isdigit, beside[1]))
        and _is_person(beside[0])
    ):
        return ("outlet", "outlet", "-title")
    if not _is_person(words):
        return ()
    return ("byline", "teaser_meta") if any(other and is_stamp(other) for other in beside) else ()


def _is_person(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and fold(words.split()[0]) in first_names()


def _noticed(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A short line that says how the text was changed, and a post of somebody's account, are not the text's own."""
    words = lines[at].words
    if is_remark(words):
        return ("furniture", "-body")
    return ("furniture", "furniture", "-body") if is_notice(words) or is_post(words) or is_contact(words) else ()


def _wordless(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A long line of hardly a letter is no text."""
    head = lines[at].words[:_CAPTION]
    bare = len(head) > _HEADING and 3 * sum(map(str.isalpha, head)) < len(head)
    return ("furniture", "furniture", "-body", "-body") if bare else ()


def _paid(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A line that names who pays for what stands below it, an advertisement, an offer of a machine to sum up."""
    words = lines[at].words
    offered = is_assistant(words) or (at + 1 < len(lines) and _heads(words) and is_assistant(lines[at + 1].words))
    if is_advert(words) or offered:
        return ("furniture", "furniture", "-body")
    return ("furniture",) if _SPONSOR.match(words) and _heads(words) else ()


def _also(lines: tuple[Line, ...], at: int) -> tuple[str, ...]:
    """A line that offers another text to read."""
    words = lines[at].words
    return ("teaser_title", "teaser_title", "-body") if offers_text(words) and _heads(words.rstrip("?!")) else ()


_RULES: tuple[Rule, ...] = (
    _offering,
    _paid,
    _also,
    _listed,
    _idle,
    _under_picture,
    _last,
    _quoted,
    _signed,
    _noticed,
    _wordless,
    _over_byline,
    _walled,
    _pictured,
    _asking,
    _lengthy,
)


def _add_links(lines: tuple[Line, ...], told: Scores) -> None:
    """Headings right under a heading over links are links, up to an empty line: no list of the text, no subheading."""
    left, close = 0, False
    for at, line in enumerate(lines):
        if is_closer(line.words):
            left, close = _LINKS, False
            continue
        ended = line.gap and close
        if not left or ended or line.tag == "li" or not _heads(line.words) or len(line.words.split()) <= 2:
            left = 0
            continue
        close = close or not line.gap
        told[at, LABELS.index("teaser_title")] += 2 * _LIKELY
        told[at, _TEXT] -= _LIKELY
        left -= 1


def _add_page_forms(lines: tuple[Line, ...], told: Scores) -> None:
    """What only the whole page tells: the name that a magazine prints on each leaf, and who speaks in a transcript."""
    for at in running_heads(lines):
        told[at, LABELS.index("furniture")] += _SURE
        told[at, BEGINS] -= _SURE
    for at in spoken_lines(lines):
        told[at, LABELS.index("body")] += 2 * _LIKELY
        told[at, BEGINS] -= _LIKELY
    for at in signed_off(lines):
        told[at, LABELS.index("credit")] += _LIKELY
        told[at, LABELS.index("body")] -= _LIKELY
    heads = head_lines(lines)
    for at in heads:
        if (
            told[at, LABELS.index("caption")] > 0
            and not is_caption(lines[at].words)
            and not shows_picture(lines[at].words)
        ):
            told[at, LABELS.index("caption")] -= _LIKELY
        if any(lines[other].words == lines[at].words for other in heads if other != at):
            told[at, LABELS.index("title")] += _LIKELY
    for at in ruled_reports(lines):
        told[at, BEGINS] += _LIKELY


def _heads(words: str) -> bool:
    """Whether a line may be a heading: short, and without a sentence's end."""
    return len(words) <= _HEADING and not ends_sentence(words)


def _signs(words: str) -> bool:
    if is_stamp(words) or is_clock(words) or find_ago(words) is not None:
        return True
    return find_byline(words) is not None or find_outlet(words) is not None

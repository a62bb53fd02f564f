"""What one line of an HTML page may be where it holds several texts: text, a heading, a time, what signs a text."""

from __future__ import annotations

import re

from nutgraf.extract.day_forms import find_days
from nutgraf.extract.furniture import is_button
from nutgraf.extract.lines import Line
from nutgraf.extract.marks import find_dateline
from nutgraf.extract.person_names import is_known_person
from nutgraf.extract.shapes import Shape, ends_sentence, shape_of
from nutgraf.extract.signs import dated_outlet, is_signature
from nutgraf.extract.stamps import is_clock, is_stamp
from nutgraf.models.places import place_size

AROUND = ("nav", "footer", "aside", "hidden")
"""Parts of a page that stand round its texts."""
OUTSIDE = (*AROUND, "figure")
TEXTUAL = (Shape.PROSE, Shape.SHORT, Shape.LIST)
_LONG = 80
_LONGEST_HOUR = 24
_HOUR = re.compile(
    r"(?:at |as of )?\d{1,2}[:.h]\s?\d\d(?:\s?h)?\s*(?:[ap]\.?m\.?|uhr|hrs?)?\s*(?:[A-Z]{2,4})?"
    r"|\d{1,2}\s?(?:[ap]\.?m\.?|uhr)",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\s*(?:link to this|permalink|link|share(?: this)?|#|¶)$", re.IGNORECASE)
_LONGEST_TIME, _FEW = 40, 3
_WHISTLE = ("HT", "FT", "KO", "Finish")
"""Half time, full time and kick-off stand among the minutes of a match, the finish among the kilometres of a race."""
_KILOMETRES = re.compile(r"\d{1,3}(?:[.,]\d)? ?km")


def is_text(line: Line) -> bool:
    """Tell whether a line can be of a text: a sentence, an item, or a long line that ends as none does."""
    if line.link >= 0.5 or line.region in OUTSIDE or "caption" in line.hint:
        return False
    if len(line.words) <= _LONGEST_HOUR and is_time(line):
        return False  # an hour in a list of entries is not their text
    shape = shape_of(line)
    return shape in TEXTUAL or (shape is Shape.HEADLINE and line.tag[:1] != "h" and len(line.words) >= _LONG)


def is_time(line: Line) -> bool:
    """Tell whether a line is a time or an hour."""
    if line.tag == "time" or line.words in _WHISTLE or is_clock(line.words) or _begins_with_time(line.words):
        return True
    if shape_of(line) is Shape.TIME or _KILOMETRES.fullmatch(line.words):
        return True
    return _HOUR.fullmatch(line.words) is not None


def _begins_with_time(words: str) -> bool:
    """A day with a number or two words behind it ("21.11.2017 NFR 117/17"), an hour with a link's ("8.55pm Link")."""
    if len(words) > _LONGEST_TIME or not words[:1].isdigit():
        return False
    linked = _LINKED.sub("", words)
    if linked != words and (is_clock(linked) or is_stamp(linked)):
        return True
    days = find_days(words)
    return bool(days) and days[0].start == 0 and len(words[days[0].end :].split()) < _FEW and not ends_sentence(words)


def signs_text(line: Line) -> bool:
    """Tell whether a line says who wrote a text: a byline, or a name or an outlet beside a day."""
    if shape_of(line) is Shape.BYLINE:
        return True
    return line.tag[:1] != "h" and is_signature(line.words)


def is_heading(line: Line) -> bool:
    """Tell whether a line may be the title of a text: a heading, or a short line that is no sentence."""
    if len(line.words.split()) < 2 or len(line.words) > 250 or is_button(line.words):
        return False
    signed = dated_outlet(line.words) is not None or is_signature(line.words)
    return not is_time(line) and not signed and shape_of(line) is Shape.HEADLINE


def is_one_word(line: Line) -> bool:
    """Tell whether a line is one word that may be a title beside others that look alike ("Library")."""
    one = len(line.words.split()) == 1 and line.words.isalpha()
    return one and not is_button(line.words) and shape_of(line) is Shape.HEADLINE


def is_name(line: Line) -> bool:
    """Tell whether a line is a person's name and nothing else."""
    return line.tag[:1] != "h" and line.link < 0.5 and is_known_person(line.words)


def is_filed(words: str) -> bool:
    """Tell whether a dateline names an agency or a known place: any capitals before a dash have the form of one."""
    found = find_dateline(words)
    return found is not None and (found.agency is not None or place_size(found.words.split(",")[0].title()) > 0)

"""Clauses: the stretches of a sentence that each say something by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from nutgraf.text import trim, words

_LEAST = 4
"""Words of a clause; a shorter one stays with its neighbour."""

_HELPERS = "is are was were has have had does do did will would can could may might must shall should isn’t wasn’t"
_PAST = """
arose ate beat became began bent bet bit bled blew broke brought built burst bought came caught chose clung cost crept
cut dealt drank drew drove fed fell felt fled flew fought found forbade forgave forgot froze gave went grew hid hit held
hung hurt kept knelt knew laid lay led left lent let lit lost made meant met paid put quit ran rang read rode rose said
sang sank sat saw sent set shook shone shot showed shut slept slid sold sought spent spoke sprang spread stole stood
stuck struck swam swept swore swung taught tore threw told took thought understood underwent upheld woke won wore
withdrew withheld wrote says tells wants plans expects hopes warns denies employs opens closes begins ends runs holds
faces owns costs leaves makes takes gives calls remains includes shows seeks
"""
_FINITE = re.compile(rf"\b(?:{'|'.join((_HELPERS + _PAST).split())}|[a-z]{{3,}}ed)\b|\b[a-z]+n['’]t\b")
_FORMS = rf"(?:{'|'.join((_HELPERS + _PAST).split())}|[a-z]{{3,}}ed)\b(?! (?:had|have|has|was|were|is|are)\b)"
_VERB = rf"(?:(?:also|then|later|now|never|not|already|still|since|[a-z]+ly) )?{_FORMS}"
_NO_HEAD = r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bon )(?<!\bin )(?<!\bwith )(?<!\bfor )(?<!\bby )(?<!\bits )"
_SUBJECT = rf"(?:(?!(?:to|that|which|who|what|and|or|as|if) )[\w’'“”$£€%.-]+ ){{1,7}}?{_NO_HEAD}"
_NOT_DOING = (
    r"(?!(?:accord|includ|dur|follow|concern|regard|noth|someth|anyth|everyth|even|morn|pend|be|exclud|involv|depend)"
    r"ing\b)"
)
_CUT = re.compile(
    "|".join(
        (
            r";\s+",
            r"(?:,| –| —) (?=(?:but|while|whereas|although|though|yet)\s)",
            r",? (?:and|but) (?=that )",
            rf",? (?:and|but|while|whereas) (?={_VERB})",
            rf"(?P<joined>,? (?:and|but|while|whereas) (?={_SUBJECT}{_VERB}))",
            r", (?=(?:which|who|whose|where|whom) )",
            rf", (?:thereby |thus |often |and )?(?={_NOT_DOING}[a-z]{{2,}}ing )",
            r", (?=with (?:[\w’'-]+ ){1,8}(?:[a-z]+ing|[a-z]{3,}ed)\b)",
        )
    )
)
_LIST = re.compile(r",(?: [\w’'“”.-]+){1,4}$")
"""What stands before "and" in a list of names or things: "Argentina, Australia"."""


def cut_clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the clauses of a sentence, in order.

    A sentence is cut where a further verb begins to say something of its own: behind "and", "which", a semicolon,
    at ", leaving …"; never inside quotation marks, and never at "when", "because" or "if", without which the words say
    something else.
    """
    begins = [first for first, _, _ in words(text, start, end)]

    def count(first: int, last: int) -> int:
        return bisect_right(begins, last - 1) - bisect_right(begins, first - 1)

    begun = start
    for match in _CUT.finditer(text, start, end):
        at, goes_on = match.span()
        if count(begun, at) < _LEAST or count(goes_on, end) < _LEAST or _inside_marks(text, start, at):
            continue
        if (match["joined"] and _LIST.search(text[begun:at])) or not _FINITE.search(text, begun, at):
            continue
        yield _bare(text, begun, at)
        begun = goes_on
    yield _bare(text, begun, end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a clause without the space and the commas around it."""
    start, end = trim(text, start, end)
    while end > start + 1 and text[end - 1] in ",;–— ":
        end -= 1
    return start, end


def _inside_marks(text: str, start: int, at: int) -> bool:
    stretch = text[start:at]
    return stretch.count('"') % 2 == 1 or stretch.count("“") > stretch.count("”")

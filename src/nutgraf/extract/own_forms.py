# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Forms in which a page speaks for itself round its texts: notices of changes, posts, advertisements, offers, credits."""

from __future__ import annotations

import re

from nutgraf.models.names import first_names
from nutgraf.text import fold

_NOTICE = re.compile(
    r"\W*(?:corrections?(?: \([^()]{3,30}\))?:|(?:an |in an )?earlier version of this (?:article|story|column|report|post|piece)\b"
    r"|this (?:article|story|column|report|post|piece|interview|conversation) (?:has been|was|is|has since been) (?:\w+ ){0,2}?(?:updated|amended|edited|corrected|condensed|shortened)\b"
    r"|interview (?:was )?(?:edited|condensed)\b)",
    re.IGNORECASE,
)
_POST = re.compile(r"[^@.!?:]{0,48}\(?@\w{2,30}\)?(?: ?[·•|,–—-] ?[^:]{1,24})?: \S")
_REMARK = re.compile(r"\[[^\[\]]{20,}[.!?]\]")
_AD = re.compile(
    r"(?:advertisement|anzeige|werbung|publicit[éy]|publicidade?|pubblicità|reklama|sponsored|promoted|ad) ?[—–:|·-] ?\S",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?:read (?:also|more|next|this)|see also|also read|more on this|related|leer? también|lea también|te puede interesar|leia (?:também|mais)|(?:à )?lire aussi|leggi anche"
    r"|lesen sie auch|mehr zum thema|auch interessant|lees ook|czytaj (?:też|także|również)) ?[:|»>–—-] ?\S",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"names?(?: and address(?:es)?)? (?:supplied|withheld)(?: by request| on request)?\.?", re.IGNORECASE
)
_SENT_IN = re.compile(
    r"\((?:(?i:sent in by|submitted by|pictured? by|courtesy of|from a reader)[^()]{0,60}|[^()]{2,30} (?:[Aa]rchives?|[Ff]ile))\)$"
)
_BESIDE = re.compile(
    r", (?:(?:far|second from (?:the )?) ?)?(?:left|right), (?:and|with|during|at|of|speaks|talks|walks|stands) "
)
_TAKEN = re.compile(
    r"[.!?] (?:(?:Fot|Foto|Photo|Pic|Bild|Crédit)[.:] [^.]{3,50}|(?P<name>[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+){1,2}(?P<outlet> for (?:[Tt]he )?[A-ZÀ-Þ][\w ]{2,40})?)$"
)
_CONTACT = re.compile(
    r"(?:(?:media|press) (?:contacts?|enquiries|inquiries|office|desk)|(?:for )?(?:further|more) information(?: contact)?|pressekontakt|contacto de prensa|contact presse) ?: ?\S",
    re.IGNORECASE,
)
_ASSISTANT = re.compile(
    r"(?:let|ask|try|use|explore|meet|chat with)\b.{0,60}\b(?:assistant|AI|chatbot)\b.{0,80}", re.IGNORECASE
)
_LONGEST_NOTICE, _LONGEST_LINE = 420, 200


def is_notice(words: str) -> bool:
    """Tell whether a line says how a text was corrected, changed or cut."""
    return len(words) <= _LONGEST_NOTICE and _NOTICE.match(words) is not None


def is_post(words: str) -> bool:
    """Tell whether a line is a post of somebody's account, with the account before it."""
    return "@" in words[:80] and len(words) <= _LONGEST_NOTICE and _POST.match(words) is not None


def is_remark(words: str) -> bool:
    """Tell whether a line is a remark that the editors put in brackets."""
    return words[0] == "[" and len(words) <= _LONGEST_NOTICE and _REMARK.fullmatch(words) is not None


def is_contact(words: str) -> bool:
    """Tell whether a line says whom of an office to ask."""
    return len(words) <= _LONGEST_LINE and _CONTACT.match(words) is not None


def is_assistant(words: str) -> bool:
    """Tell whether a line offers a machine that sums up the page or answers about it."""
    return len(words) <= _LONGEST_LINE and words[-1] != "." and _ASSISTANT.fullmatch(words) is not None


def is_advert(words: str) -> bool:
    """Tell whether a line is an advertisement that calls itself one."""
    return len(words) <= _LONGEST_LINE and _AD.match(words) is not None


def offers_text(words: str) -> bool:
    """Tell whether a line names another text to read, with the words that offer it before."""
    return len(words) <= _LONGEST_LINE and _OFFER.match(words) is not None


def is_unnamed(words: str) -> bool:
    """Tell whether a line stands for the name of a writer who is not named."""
    return words[:4].casefold() == "name" and _UNNAMED.fullmatch(words) is not None


def shows_picture(words: str) -> bool:
    """Tell whether a line ends with who took or sent in the picture that it describes."""
    if len(words) > _LONGEST_LINE:
        return False
    if _BESIDE.search(words):
        return True
    if words[-1] in ".!?:":
        return False
    if words[-1] == ")":
        return _SENT_IN.search(words, 8) is not None
    taken = _TAKEN.search(words, 8)
    if taken is None or taken["name"] is None or taken["outlet"]:
        return taken is not None
    return fold(taken["name"]) in first_names()

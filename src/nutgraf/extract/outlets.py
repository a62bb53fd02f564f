# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Whose page it is (the carrier) and whose text it is (the origin), from what stands on the page."""

from __future__ import annotations

import re
from collections import Counter

from nutgraf.extract.furniture import is_button
from nutgraf.extract.glued import MASTHEAD
from nutgraf.extract.marks import credit_of, find_ago, find_copyright, find_dateline, find_original, is_outlet_name
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.sorting import Marked
from nutgraf.models.outlets import find_outlet, outlet_like
from nutgraf.records.article import Role
from nutgraf.text import fold

_APP = (
    re.compile(
        r"\b(?:[Dd]ownload|[Gg]et|[Ii]nstall|[Tt]ry|[Oo]pen) (?:the |our )?([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) [Aa]pp\b"
    ),
    re.compile(r"\bwhat ([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) (?:AI|Plus|Premium) can do\b"),
    re.compile(
        r"\b(?:[Ss]ubscribe to|[Ss]upport|[Jj]oin|[Ff]ollow|[Ww]elcome to) (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) (?:newsletter|on (?:X|Facebook|Twitter|Instagram|Google News|WhatsApp))"
    ),
)
_DESK = re.compile(
    r"\b(?:staff|desk|editors?|editorial|newsroom|team|correspondents?|reporters?|writers?)\b", re.IGNORECASE
)
_OFTEN = 2
"""A name above the title that stands in so many more lines, credits and signatures, is the page's own."""
_NOT_NAMES = frozenset("the our app now mobile free news store google play apple android ios our today".split())
_CREDIT_FORMS = (
    re.compile(
        r"^(?:[Pp]hoto by )?[\w.'’ -]{3,40}? ?[/|,] ?(?:[Tt]he )?(?P<who>[A-Z][\w.'’& -]{2,50}?)(?: (?:file|staff|courtesy))?(?: (?:photo|image|archive|illustration|graphic))?$"
    ),
    re.compile(
        r"^(?:[Pp]hoto by )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} for (?:[Tt]he )?(?P<who>[A-Z][\w.'’& -]{2,50})$"
    ),
    re.compile(r"^(?P<who>[A-Z][\w.'’& -]{2,50}?) (?:file )?(?:photo|image|archives?|graphic)$"),
)


def page_carrier(marks: list[Marked], teasers: frozenset[int]) -> str | None:
    """Return the outlet that runs a page of plain text, where the evidence on it agrees; else nothing.

    Evidence, strongest first: an outlet's name above the first title, the page's own advertisements and copyright lines, then the credits of at least two
    pictures of teasers (draft numbers `teasers`) that name one outlet.
    """
    masthead = [mark.line.words for mark in marks if mark.line.hint == MASTHEAD] or _masthead(marks)
    if masthead:
        return masthead[0]
    own: Counter[str] = Counter()
    for mark in marks:
        if mark.role is Role.FURNITURE:
            own.update(_advertised(mark.line.words))
            holder = find_copyright(mark.line.words)
            known = find_outlet(holder) if holder else None
            own.update([holder] if holder and not (known and known.agency) else [])
    if own:
        return _agreed(own, least=1)
    credits: Counter[str] = Counter()
    captions = {mark.line.words for mark in marks if mark.role is Role.CAPTION and mark.draft in teasers}
    for words in sorted(captions):
        who = credited_outlet(words)
        agency = find_outlet(who) if who else None
        credits.update([who] if who and not (agency and agency.agency) else [])
    return _agreed(credits, least=2)


def _masthead(marks: list[Marked]) -> list[str]:
    """An outlet's name alone on a line above the first title: a known one, or one that has the form."""
    first = next((at for at, mark in enumerate(marks) if mark.role is Role.TITLE), 0)
    names: list[str] = []
    keys = [f" {fold(mark.line.words)}" for mark in marks]
    for mark in marks[:first]:
        words = mark.line.words
        key = fold(words).removeprefix("the ")
        known = find_outlet(words) if mark.role in (Role.FURNITURE, Role.OUTLET) else None
        if known is not None:
            names.append(known.name)
        elif mark.role in (Role.FURNITURE, Role.OUTLET) and is_outlet_name(words):
            again = " " in key and sum(key in line for line in keys) > _OFTEN and not is_button(words)
            names.extend([words] if again or outlet_like(words) else [])
    return names[:1]


def credited_outlet(words: str) -> str | None:
    """Return the outlet in a picture's credit ("(Name / Harbor Gazette file photo)")."""
    inner = credit_of(words)
    if inner is None:
        return None
    for form in _CREDIT_FORMS:
        found = form.match(inner)
        if found:
            return found.group("who").strip()
    return None


def article_origin(
    marks: list[Marked], carrier: str | None, authors: str | None, *, credited: bool = False
) -> str | None:
    """Return the outlet that made one article: whom its lines name, else the carrier on whose own page it stands.

    A reprint line comes first, then an outlet line, the dateline's agency, an outlet or agency among the `authors`.
    On a page that credits its articles to outlets (`credited`), one without a credit is not known to be the carrier's.
    """
    found = _named_origin(marks, authors)
    if found is None:
        return None if credited else carrier
    return carrier if _is_short_for(found, carrier) else found


def _is_short_for(name: str, carrier: str | None) -> bool:
    """Tell whether a name is the first words of the carrier's ("Norland" in a dateline on the Norland News' page)."""
    short, whole = fold(name).removeprefix("the "), fold(carrier or "").removeprefix("the ")
    return bool(short) and (whole == short or whole.startswith(f"{short} "))


def _named_origin(marks: list[Marked], authors: str | None) -> str | None:
    for mark in marks:
        if mark.role is Role.REPRINT:
            who = find_original(mark.line.words) or find_copyright(mark.line.words)
            if who:
                return who
    for mark in marks:
        if mark.role is Role.OUTLET:
            ago = find_ago(mark.line.words)
            name = ago.outlet if ago is not None else dated_outlet(mark.line.words) or mark.line.words
            if name:
                return name
    return _agency(marks) or _signed(marks, authors)


def _signed(marks: list[Marked], authors: str | None) -> str | None:
    """An outlet among those who sign: behind the last comma of a byline, or given as the author."""
    parts = [_last_part(mark.line.words) for mark in marks if mark.role is Role.BYLINE]
    for part in (*parts, *re.split(r"\s*[,|/]\s*", authors or "")):
        known = find_outlet(part)
        if known:
            return known.name
        if outlet_like(part) and is_outlet_name(part) and not _DESK.search(part):
            return part
    return None


def _agency(marks: list[Marked]) -> str | None:
    for mark in marks:
        if mark.role is Role.BODY:
            dateline = find_dateline(mark.line.words)
            if dateline is None or dateline.agency is None:
                continue
            known = find_outlet(dateline.agency)
            return known.name if known else dateline.agency
    return None


def _last_part(words: str) -> str:
    return re.split(r"[,|/•·–—]", words)[-1].strip(" .")


def _advertised(words: str) -> list[str]:
    names = [found.group(1) for form in _APP for found in form.finditer(words)]
    return [name for name in names if name.lower() not in _NOT_NAMES and not name.isupper()]


def _agreed(votes: Counter[str], least: int) -> str | None:
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least:
        return None
    first, count = ranked[0]
    others = sum(number for _, number in ranked[1:])
    return first if count > others and (least == 1 or count >= 2 or outlet_like(first)) else None

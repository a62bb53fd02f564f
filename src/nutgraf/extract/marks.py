# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""Lines that tell about a text without being of it: captions, bylines, datelines, outlets with times, reprint lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_AGENCIES = r"(?:AP|Reuters|REUTERS|AFP|dpa|DPA|UPI|EFE|ANSA|PA|CP|TASS|Xinhua|Kyodo|ANI|PTI|IANS|CNN|BBC|Bloomberg|AAP|PTI|CNS|TNS|NPR|ABC|CBS|NBC)"
_DASH = r"\s*(?:—|–|--?|:)\s*"
_NAME = r"[A-Z][\w.'’-]*"

# --- captions -------------------------------------------------------------------------------------------------------
_CREDIT_END = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\W{0,2}$")
_CREDIT_WORDS = re.compile(
    r"\b(?:[Pp]hoto|PHOTO|[Cc]redit|photos|photograph|photographs|photographer|[Cc]ourtesy|[Ii]mage|images|handout|pool|screenshot|screengrab|illustration|graphic|file"
    r"|AP|AFP|EPA|Getty|Reuters|REUTERS|Shutterstock|Bloomberg)\b|/"
)
_FOR_THE = re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?: ?[/,|] ?| for (?:the )?)[A-Z]")
_PLAIN_CREDIT = re.compile(r"^(?:[A-Z][\w.'’&-]*|of|the|and|for)(?: (?:[A-Z][\w.'’&-]*|of|the|and|for))*$")
_CAPTION_START = re.compile(
    r"(?:FILE|File)(?: (?:photo|PHOTO|image|picture))?\s*[-–—:.]\s?|(?:Image|Photo|Picture|Video) caption\b|Image (?:source|credit)"
    r"|(?:Photo|PHOTO|Image|Picture|Photograph|Illustration|Credit|Photo credit|Image credit|Video)\s*(?::|by [A-Z]|courtesy|\|)"
    r"|(?:Pictured|PICTURED)\s*[:(]|(?:MAP|GRAPHIC|CHART|TIMELINE|GRAFIK|KARTE|Map|Graphic|Chart)\s*: .{3,160}\([^()]{3,60}\)$"
)
_CAPTION_CREDIT = re.compile(
    r"[.!?”\"]\s(?:Photograph|Photographs|Photo|Picture|Pictures|Image|Foto|Pic|Illustration):\s[A-ZÀ-Þ][\w .'’&-]{2,60}(?:/[\w .'’&-]{2,60})?$|"
    r"(?:\||/|–|—|-|\.|,|©|Credit:|Photo:|Photograph:|Image:|Picture:)\s*(?:[^.|]{0,60}\b)?(?:Getty(?: Images)?|Shutterstock|AP Photo[^.]{0,40}"
    r"|AFP(?: via Getty Images)?|REUTERS(?:/[\w .'-]+)?|EPA(?:-EFE)?|Anadolu(?: Agency)?|PA Wire|/AP|via AP|Handout[^.]{0,40}|Pool[^.]{0,30})\W{0,2}$"
)

# --- bylines --------------------------------------------------------------------------------------------------------
_BYLINE = re.compile(
    rf"(?:By|BY|by|Von|VON|von|Par|PAR|Por|POR|Di|di|DI|(?:Posted|Published|Submitted|Filed) by|Written by|Story by|Reported by|Words by|Text by|From)\s+(?P<who>(?:the )?{_NAME}(?: (?:{_NAME}|of|de|van|von|der|den|la|al|bin|and|the|&|und|et|y|e)"
    rf"|, {_NAME}){{0,12}})(?P<rest>\s*(?:(?:[|•·,/–—-]|(?:on|at)\b).{{0,100}})?)"
)
_ROLE_LINE = re.compile(
    rf"(?P<who>{_NAME}(?: {_NAME}){{1,3}})(?:, | \| | - | – |\s*/\s*)(?:[\w' ’-]{{0,40}}\b)?(?i:reporter|correspondent|editor|staff writer|writer|columnist"
    rf"|contributor|staff|associated press|news desk|journalist|producer)\W?"
)
_INNER = re.compile(
    rf"By (?P<who>(?:[A-Z]?[\w&'’-]+ ){{0,6}}?(?:editor|correspondent|reporter|analyst|writer|columnist)(?:,)? "
    rf"{_NAME}(?: {_NAME}?){{0,2}}?[a-z’'-]+)(?P<glue>(?=[A-Z][a-z]*\b)|(?=\s*$))"
)
_GLUED = re.compile(
    rf"By (?P<who>{_NAME} (?:{_NAME} )?[A-Z][a-z’'-]+)(?=[A-Z][a-z]*(?: [A-Z][\w’'-]+){{0,2}},? [a-z0-9])"
)
_CONTRIBUTED = re.compile(
    r"(?:\(?(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|Edited) by [A-Z].{2,300})|.{3,200}\bcontributed to this (?:report|story|article)\.?"
    r"|[A-Z].{2,120}\bcontributed (?:reporting|research)(?: (?:from|in) .{2,60})?\.?|The (?:authors?|writers?) (?:wish(?:es)?|would like) to thank .{2,200}"
    r"|\((?:[Ww]ith|[Mm]it) (?:the )?[A-Z][^()]{2,60}\)"
    r"|With (?:files|reporting|inputs?|additional reporting) from .{2,120}|\(With .{0,20}inputs? from .{2,80}\)"
    rf"|{_NAME}(?: {_NAME}){{1,3}} (?:is|covers|reports|writes) .{{0,160}}\b(?:reporter|correspondent|editor|journalist|columnist|writer|producer)\b.{{0,160}}"
    rf"|{_NAME}(?: {_NAME}){{1,3}} (?:covers|reports|writes) .{{0,160}}\b(?:for the|at the)\b.{{0,160}}"
)

# --- datelines ------------------------------------------------------------------------------------------------------
_PLACE = r"(?:[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]*){0,4})"
_PLACE_MIXED = rf"{_NAME}(?: (?:{_NAME}|of|de|the)){{0,3}}"
_DATELINES = (
    re.compile(
        rf"(?P<line>(?:{_PLACE_MIXED}(?:[,/] ?{_PLACE_MIXED}){{0,3}},? )?{_MONTH} \d{{1,2}}(?:, \d{{4}})? ?\((?P<agency>[A-Z][\w ./&-]{{1,40}})\)){_DASH}(?=\S)"
    ),
    re.compile(
        rf"(?P<line>{_PLACE_MIXED}(?:[,/] ?{_PLACE_MIXED}){{0,3}} ?\((?P<agency>{_AGENCIES}(?: ?[/|] ?[A-Z]\w+)?|[A-Z][\w ]+ (?:News|Press|Times|Post|Service|Agency))\)){_DASH}(?=\S)"
    ),
    re.compile(
        rf"(?P<line>{_PLACE}(?:, [A-Z][\w. ’'-]{{1,30}}){{0,2}}(?:,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)?)(?P<agency>)\s*(?:—|–|--|\s-\s|:\s(?=[A-Z]))\s*(?=\S)"
    ),
    re.compile(
        rf"(?P<line>{_PLACE}(?:, [A-Z][\w. ’'-]{{1,30}}){{0,2}}(?:,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)? ?\((?P<agency>[A-Z][\w./&-]{{1,30}}(?: [A-Z][\w./&-]+){{0,2}})\)){_DASH}(?=\S)"
    ),
    re.compile(rf"(?P<line>\((?P<agency>{_AGENCIES}|[A-Z][\w ]+ (?:News|Press|Service|Agency))\)){_DASH}(?=\S)"),
    re.compile(
        rf"(?P<line>{_PLACE_MIXED}(?:, {_PLACE_MIXED}){{0,2}},? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)(?P<agency>)\s*(?:—|–|--|\s-\s)\s*(?=\S)"
    ),
    re.compile(rf"(?P<line>{_PLACE_MIXED}(?:, {_PLACE_MIXED}){{0,2}})(?P<agency>)\s*(?:—|--)\s*(?=[A-Z])"),
)

# --- outlets and times ----------------------------------------------------------------------------------------------
_AGO = re.compile(
    r"(?P<outlet>[^\d\n]{0,60}?)\s*[|•·-]?\s*(?:time|clock|published|posted|updated|last updated|last modified)?:?\s*"
    r"(?P<count>\d{1,3}|an?|one)\s*\+?\s*(?P<unit>s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.? ago\b"
    r"(?P<rest>.{0,40})",
    re.IGNORECASE,
)
_SHORT_AGO = re.compile(
    r"(?:(?P<outlet>[^\d\n|•·]{2,60}?)\s*[|•·]\s*)?(?P<count>\d{1,3})\s?(?P<unit>s|secs?|m|mins?|h|hrs?|d|w|wks?)\.?"
)
"""The same without "ago", as feeds print it ("Northern Wire · 9h")."""
_AGO_ABROAD = re.compile(
    r"(?P<outlet>[^\d\n]{0,60}?)\s*[|•·-]?\s*(?P<whole>(?:(?:vor|hace|il y a|há) (?P<count>\d{1,3}|einer|einem|una|un|une|uma|um) ?(?P<unit>sek|min|std|stunden?|tg|tagen?|wochen?"
    r"|segundos?|minutos?|horas?|h|d[ií]as?|semanas?|secondes?|minutes?|heures?|jours?|j|semaines?)[a-zé]{0,8}\.?)"
    r"|(?:(?P<before>\d{1,3}|una|un)\s(?P<units>minut[oi]|or[ae]|giorn[oi]|settiman[ae]|minutos?|horas?|dias?) (?:fa|atrás)))",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    r"(?P<outlet>[^\d\n]{0,60}?)\s*[|•·-]?\s*(?P<whole>(?:Yesterday|Gestern|Ayer|Hier|Ieri|Ontem)(?:,? (?:at |um |a las |à |alle |às )?\d{1,2}[:.h]\d\d.{0,8})?)"
)
_ABROAD_WORDS = (
    *("vor ", "hace ", "il y a ", "há ", " fa", " atrás", " atras"),
    *("yesterday", "gestern", "ayer", "hier", "ieri", "ontem"),
)
"""One of these stands in every line that either form matches: looking for words is faster than for forms."""
_UNITS_ABROAD = {
    "s": "s",
    "m": "m",
    "st": "h",
    "h": "h",
    "o": "h",
    "t": "d",
    "d": "d",
    "j": "d",
    "g": "d",
    "w": "w",
    "se": "w",
}
_OUTLET = re.compile(
    r"(?:[A-Z0-9][\w.'’&!+-]*|of|the|and|for|on|in|de|la|le|el|der|die)(?: (?:[A-Z0-9][\w.'’&!+-]*|of|the|and|for|on|in|de|la|le|el|der|die|&)){0,5}"
)
_ORIGINAL = (
    re.compile(
        r"(?:this|the following) (?:article|story|piece|report|column|post|content|essay|interview|commentary|text|dispatch)? ?(?:was |has been |is )?"
        r"(?:originally |first |also |initially )*(?:appeared|published|ran|printed|posted|reported|produced|distributed|written|republished|reprinted|syndicated|released|provided)"
        r"(?: (?:and distributed|and published|here))? (?:in|on|by|at|from|through|with permission (?:from|of))(?: (?-i:the))? (?P<who>[^.;]{2,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:re-?printed|re-?published|syndicated|reproduced|adapted|used|shared) (?:here )?(?:with (?:the )?(?:kind )?permission )?(?:from|of|by|courtesy of|with permission (?:from|of|by))(?: (?-i:the))? (?P<who>[^.;]{2,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:originally|first) (?:published|appeared|printed|posted)(?: by| in| on| at)?:?(?: (?-i:the))? (?P<who>[A-Z][^.;]{1,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:source|via|courtesy of|courtesy|read (?:the )?original (?:at|on|article at))\s*:?\s*(?P<who>(?:the )?[A-Z][\w.'’&-]*(?: [\w.'’&-]+){0,5})\W?",
        re.IGNORECASE,
    ),
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright\b|\d{4}(?:\s*[-–]\s*\d{4})?))*[\s,]*(?:by )?(?P<who>[A-Z][^.,;|]{1,60})?",
    re.IGNORECASE,
)
_WHO_END = re.compile(
    r"(?:,? (?:(?:19|20)\d\d\b|and is|and was|and has|under|on [A-Z0-9]|with permission|as part|in (?:print|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})"
    r"|through|here|at https?|https?|via|a nonprofit|an? |which|where|before|with the|all rights|company|inc|ltd|llc|limited|media group)|\s*[,(:|–—]).*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the head of a paragraph: its words and the agency named in it, if any."""

    words: str
    agency: str | None


@lru_cache(maxsize=4096)
def is_caption(words: str) -> bool:
    """Tell whether a line is a picture's caption by its own form: a credit at its end, or a caption's opening."""
    if len(words) > 700:
        return False
    if _CAPTION_START.match(words) or (len(words) < 400 and _CAPTION_CREDIT.search(words)):
        return True
    inner = credit_of(words)
    return inner is not None and (_CREDIT_WORDS.search(inner) is not None or _FOR_THE.match(inner) is not None)


def credit_of(words: str) -> str | None:
    """Return what stands in parentheses at the end of a line, where a picture's credit stands."""
    found = _CREDIT_END.search(words)
    return found.group(1).strip() if found else None


def has_plain_credit(words: str) -> bool:
    """Tell whether a line ends with a bare name in parentheses, which is a credit only where a caption is expected."""
    inner = credit_of(words)
    return inner is not None and _PLAIN_CREDIT.match(inner.replace("U.S.", "US")) is not None


def find_byline(words: str) -> str | None:
    """Return whom a byline line names, or nothing where the line is no byline."""
    if len(words) > 160:
        return None
    words = words.strip("*_ ")
    found = _BYLINE.fullmatch(words)
    if (
        found
        and not words.rstrip().endswith((".”", '."', "?", "!"))
        and not (words.endswith(".") and len(words.split()) > 8)
    ):
        return found.group("who").strip(" ,")
    found = _ROLE_LINE.fullmatch(words) or _INNER.fullmatch(words)
    return found.group("who") if found else None


def find_inner_byline(words: str) -> str | None:
    """Return whom a byline glued to the head of a paragraph names ("By Europe editor Ann BellThe first ...")."""
    found = _INNER.match(words)
    return found.group("who") if found else None


def inner_byline_end(words: str) -> int | None:
    """Return where a byline glued to the head of a paragraph ends."""
    found = _INNER.match(words) or _GLUED.match(words)
    return found.end("who") if found and found.end("who") < len(words) - 40 else None


def is_credit(words: str) -> bool:
    """Tell whether a line says who else worked on a text ("Reporting by ...; editing by ...")."""
    return len(words) <= 320 and _CONTRIBUTED.fullmatch(words) is not None


def find_dateline(words: str) -> Dateline | None:
    """Return the dateline at the head of a paragraph."""
    head = words[:160]
    for form in _DATELINES:
        found = form.match(head)
        if found and len(words) > found.end() + 30:
            return Dateline(found.group("line").strip(), found.group("agency") or None)
    return None


@dataclass(frozen=True, slots=True)
class Ago:
    """A relative time ("14 minutes ago") with the words before it, in whole units."""

    words: str
    outlet: str | None
    count: int
    unit: str


@lru_cache(maxsize=4096)
def find_ago(words: str) -> Ago | None:
    """Return the relative time a short line consists of, with the outlet glued or set before it."""
    if len(words) > 110:
        return None
    found = _AGO.fullmatch(words) if "ago" in words.lower() else _SHORT_AGO.fullmatch(words)
    if found is None:
        return _ago_abroad(words) if len(words) <= 90 else None
    count = found.group("count").lower()
    outlet = (found.group("outlet") or "").strip(" |•·-–—,/")
    if outlet and not is_outlet_name(outlet):
        return None
    number = 1 if count in ("a", "an", "one") else int(count)
    unit = found.group("unit").lower()
    return Ago(
        words[found.start("count") :].strip(), outlet or None, number, "mo" if unit.startswith("mo") else unit[0]
    )


def _ago_abroad(words: str) -> Ago | None:
    """The same in other languages, and the bare word for the day before."""
    lower = words.lower()
    if not any(word in lower for word in _ABROAD_WORDS):
        return None
    found = _AGO_ABROAD.fullmatch(words) or _YESTERDAY.fullmatch(words)
    if found is None:
        return None
    outlet = (found.group("outlet") or "").strip(" |•·-–—,/")
    if outlet and not is_outlet_name(outlet):
        return None
    told = found.groupdict()
    count = told.get("count") or told.get("before") or "1"
    unit = (told.get("unit") or told.get("units") or "d").lower()
    short = "w" if unit.startswith(("sem", "sett", "wo")) else "s" if unit.startswith(("se", "sek")) else None
    short = short or _UNITS_ABROAD.get(unit[:2]) or _UNITS_ABROAD[unit[0]]
    return Ago(found.group("whole"), outlet or None, int(count) if count.isdigit() else 1, short)


def is_outlet_name(words: str) -> bool:
    """Tell whether words have the form of an outlet's name: one to six capitalised words."""
    return len(words) <= 60 and _OUTLET.fullmatch(words) is not None


def find_original(words: str) -> str | None:
    """Return the outlet that a reprint line names ("This article originally appeared in ...")."""
    if len(words) > 400:
        return None
    for form in _ORIGINAL:
        found = form.search(words) if form is _ORIGINAL[0] else form.match(words.lstrip("(*_ "))
        if found:
            return _outlet(found.group("who"))
    return None


def find_copyright(words: str) -> str | None:
    """Return the holder that a copyright line names."""
    found = _COPYRIGHT.match(words) if len(words) <= 400 else None
    return _outlet(found.group("who")) if found and found.group("who") else None


def _outlet(who: str) -> str | None:
    name = _WHO_END.sub("", who).strip(" .,\"'“”‘’*_)")
    return name if name and name[0].isupper() and len(name.split()) <= 7 else None

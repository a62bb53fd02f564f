# ruff: noqa: E501 - a regular expression is read in one piece or not at all
"""What a line's own form tells, as small numbers: what the classifier of lines reads before it looks at neighbours.

Every trait is a whole number from 0 to `MOST`. None holds a word of the line: lengths, signs, shares, and whether the
line has a form that the rules know (a byline, a date, a button).
"""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.extract.furniture import is_button, is_closer, is_furniture, is_inner_closer, is_link, is_offer, is_paywall
from nutgraf.extract.marks import (
    credit_of,
    find_ago,
    find_byline,
    find_copyright,
    find_dateline,
    find_original,
    has_plain_credit,
    inner_byline_end,
    is_caption,
    is_credit,
    is_outlet_name,
)
from nutgraf.extract.page_words import ADDRESSING, PAGE_WORDS, SAYING, SMALL_WORDS
from nutgraf.extract.shapes import ends_sentence
from nutgraf.extract.signs import dated_outlet
from nutgraf.extract.stamps import is_clock, is_stamp
from nutgraf.models.names import first_names
from nutgraf.models.outlets import find_outlet, outlet_like
from nutgraf.text import fold

MOST = 16
_SHORT, _LABELLED, _BRIEF, _LEAST_DATED = 420, 110, 70, 50
"""A longer line is prose or a list run together; forms of short lines are not looked for in it."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_INNER_ENDS = re.compile(r"[a-zà-ÿ0-9)”\"’»][.!?…][\"”’»)]* +[\"“‘«(]?[A-ZÀ-Þ]|[a-zà-ÿ][.!?][A-Z][a-zà-ÿ]")
_NUMBERED = re.compile(r"#?\d{1,2}[.):]? +(?=[^\W\d])|\(\d{1,2}\) ")
_TIMED = re.compile(r"\+{0,3} ?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\b\.?| uhr)?\W|\d{1,3}(?:\+\d)?['’′]\W")
_CLOCKED = re.compile(r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|\b\d{1,2} ?[ap]\.?m\b")
_YEARED = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"https?:|www\.|\b[\w-]+\.(?:com|org|net|example|co|io|de|fr|es|it|uk|info|news)\b(?!\.\w)")
_MAIL = re.compile(r"\S@\S+\.\w")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w{2,}")
_LABEL = re.compile(r"[^\s:][^:.?!]{1,28}: ?\S")
_MORE = re.compile(
    r"(?:read|see|show|view|load|find|learn|continue|weiter|lire|leer|leia|leggi|ver|voir|mehr|more|read on)\b[^.]{0,24}[.…»›→>]*$"
)
_IMAGE = re.compile(
    r"\b(?:photo|foto|bild|image|picture|pic|video|graphic|illustration|fotografía|crédit|crédito|quelle|archiv|handout|getty|caption)\b|©"
)
_QUOTES = '"“”„«»'
_OPENERS = "\"“„«‘'"
_CLOSERS = "\"“”„«»’'"
_MONEY = re.compile(r"[$£€]\s?\d|\d\s?[$£€%]")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|da|di|la|le|al|bin)){1,3}")
_PLACED = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,20}(?:[ /-][A-ZÀ-Þ][\w'’-]{1,20}){0,2}(?: \([^()]{2,24}\))?[.:] [A-ZÀ-Þ„“\"«]")
_SPEAKS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}(?:, [A-ZÀ-Þ ]{2,24})?:(?: |$)|[QA]: ")
_RUNS_IN = re.compile(r"[^\W\d_][^.:!?–—]{1,48}(?:[.:]| ?[!?]| [–—]) +[\"“«¿¡]?[A-ZÀ-Þ0-9]")
_LEADERS = re.compile(
    r".{3,60}?(?:\. ?){4,}\d{1,3}$|.{3,60}, (?:page|p\.|seite|p[aá]g(?:ina|\.)) ?\d{1,3}$", re.IGNORECASE
)
_HANDLED = re.compile(r"[^@.!?]{0,48}@\w{2,30}\)?(?:$| ?[·•|:,–—-])")
_SIGNED = re.compile(r"(?:by|von|par|por|di|text|words|story|author|autor|posted by|published by)\b:?")
_LIVE = re.compile(r"\b(?:live|liveticker|liveblog|en directo|en direct|ao vivo|diretta|as it happened)\b")
_REPORTED = re.compile(
    r"(?:report|editing|writing|compiled|contribut|with inputs|files from|translated|mit material|avec|con información)"
)
_REPRINTED = re.compile(
    r"(?:originally|first appeared|first published|reprint|republish|permission|courtesy of|read (?:the )?original|source:|via |appeared in|report (?:is|was) from|kindly)"
)
_SALUTES = re.compile(
    r"(?:dear |sir\b|to the editor|madam|good morning|good evening|hello|hi[, ]|guten morgen|bonjour|buenos días|bom dia|buongiorno)"
)
_CLOSES = re.compile(r"(?:yours|sincerely|regards|with best|best wishes|ends|- ends|###|-30-)")

_ONES = {PAGE_WORDS: 1, SMALL_WORDS: 1 << 8, SAYING: 1 << 16, ADDRESSING: 1 << 24}
_KNOWN: dict[str, int] = {}
"""What a word counts towards: how many page words, small words, words of saying and of address, eight bits for each."""
for _words, _one in _ONES.items():
    for _word in _words:
        _KNOWN[_word] = _KNOWN.get(_word, 0) + _one
_STRIPPED = ".,:;!?\"'“”’‘()[]|·•»«"
_DIGITS = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]")
_NO_DIGITS = bytes(sign for sign in range(128) if not chr(sign).isdigit())
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())
_COUNTED, _LOOKED_AT = 160, 2_000
"""So many words of a line are looked up at most, so many characters counted; shares are of these."""

NAMES = tuple(
    """
    letters letters_short words one_word few_words some_words line_long prose_long prose_longer
    ends_stop ends_question ends_call ends_colon ends_dots ends_comma ends_quote ends_bracket ends_digit ends_sentence
    starts_capital starts_small starts_digit starts_quote starts_bracket starts_sign
    capitals shouted digits signs commas inner_ends small_words page_words page_words_many addressing saying quotes
    button closer inner_closer furniture link offer paywall ago ago_outlet stamp clock dated_outlet byline signed
    reporting caption image credit_bracket plain_credit original reprinted copyright dateline agency inner_byline
    outlet outlet_like outlet_name person_name first_name numbered timed clocked yeared address mail handle bars dots_between
    breadcrumb label more money live reported salutes closes question_words asks quote_only placed double_space
    speaks runs_in leaders handled
    """.split()
)  # fmt: skip


@lru_cache(maxsize=32768)
def read_traits(words: str) -> bytes:
    """Return the traits of a line's words, one byte each, in the order of `NAMES`."""
    tokens, lower = words.split(), words.lower()
    return bytes(
        (
            *_sizes(words, tokens),
            *_edges(words),
            *_shares(words, tokens),
            *_forms(words, lower),
            *_looks(words, lower, tokens),
        )
    )


def _sizes(words: str, tokens: list[str]) -> tuple[int, ...]:
    length, count = len(words), len(tokens)
    return (
        min(MOST, length.bit_length() + (length >> max(0, length.bit_length() - 2) & 1)),
        min(MOST, length // 6),
        min(MOST, count // 2),
        MOST * (count == 1),
        MOST * (count <= 3),
        MOST * (count <= 7),
        MOST * (length >= 80),
        MOST * (length >= 140),
        MOST * (length >= 240),
    )


def _edges(words: str) -> tuple[int, ...]:
    last = words.rstrip("\"“”’'»)*_] ")[-1:]
    first, end = words[0], words[-1]
    opens, brackets = first in _OPENERS, first in "(["
    return (
        MOST * (last == "."),
        MOST * (last == "?"),
        MOST * (last == "!"),
        MOST * (last == ":"),
        MOST * (words.rstrip("\"“”’'»)*_] ").endswith(("…", "..."))),
        MOST * (last == ","),
        MOST * (end in '"”’»“'),
        MOST * (end in ")]"),
        MOST * end.isdigit(),
        MOST * ends_sentence(words),
        MOST * first.isupper(),
        MOST * first.islower(),
        MOST * first.isdigit(),
        MOST * opens,
        MOST * brackets,
        MOST * (not (first.isalnum() or opens or brackets)),
    )


def _shares(words: str, tokens: list[str]) -> tuple[int, ...]:
    words = words[:_LOOKED_AT]
    length, count = len(words), max(1, min(len(tokens), words.count(" ") + 1))
    looked = tokens[:_COUNTED]
    known = sum(_KNOWN.get(token.strip(_STRIPPED).lower(), 0) for token in looked)
    capitals = sum(token[0].isupper() for token in looked)
    digits, letters = _count_signs(words)
    paged = known & 255
    return (
        capitals * MOST // len(looked) if looked else 0,
        MOST * (letters > 2 and words.isupper()),
        min(MOST, digits * 2 * MOST // length),
        min(MOST, (length - letters - digits - count + 1) * 4 * MOST // length),
        min(MOST, words.count(",") * 4),
        min(MOST, len(_INNER_ENDS.findall(words)) * 4),
        min(MOST, (known >> 8 & 255) * 2 * MOST // max(1, len(looked))),
        paged * MOST // max(1, len(looked)),
        min(MOST, paged * 3),
        min(MOST, (known >> 24) * 4),
        MOST * ((known >> 16 & 255) > 0),
        min(MOST, sum(words.count(sign) for sign in _QUOTES) * 4),
    )


def _count_signs(words: str) -> tuple[int, int]:
    """How many digits and letters a line holds; most lines are ASCII, where bytes are counted faster."""
    if words.isascii():
        held = words.encode()
        return len(held.translate(None, _NO_DIGITS)), len(held.translate(None, _NO_LETTERS))
    return len(_DIGITS.findall(words)), len(_LETTERS.findall(words))


def _forms(words: str, lower: str) -> tuple[int, ...]:
    """Whether the line has a form that the rules know; long lines have few of them."""
    length = len(words)
    if length > _SHORT:
        dateline = find_dateline(words)
        agency = dateline is not None and dateline.agency is not None
        return (*_NONE, MOST * (dateline is not None), MOST * agency, MOST * (inner_byline_end(words) is not None))
    ago = find_ago(words) if length <= _LABELLED else None
    dateline = find_dateline(words) if length > _LEAST_DATED else None
    return (
        MOST * is_button(words),
        MOST * is_closer(words),
        MOST * is_inner_closer(words),
        MOST * is_furniture(words),
        MOST * is_link(words),
        MOST * (length < 200 and is_offer(words)),
        MOST * is_paywall(words),
        MOST * (ago is not None),
        MOST * (ago is not None and ago.outlet is not None),
        MOST * is_stamp(words),
        MOST * is_clock(words),
        MOST * (dated_outlet(words) is not None),
        MOST * (find_byline(words) is not None),
        MOST * (_SIGNED.match(lower) is not None),
        MOST * is_credit(words),
        MOST * is_caption(words),
        MOST * (_IMAGE.search(lower) is not None),
        MOST * (credit_of(words) is not None),
        MOST * has_plain_credit(words),
        MOST * (find_original(words) is not None),
        MOST * (_REPRINTED.search(lower) is not None),
        MOST * (find_copyright(words) is not None),
        MOST * (dateline is not None),
        MOST * (dateline is not None and dateline.agency is not None),
        MOST * (length > _LEAST_DATED and inner_byline_end(words) is not None),
    )


_NONE = (0,) * 22


def _looks(words: str, lower: str, tokens: list[str]) -> tuple[int, ...]:
    short = len(words) <= _BRIEF
    named = short and is_outlet_name(words)
    head, low = words[:200], lower[:200]
    counted = _DIGITS.search(head) is not None
    return (
        MOST * (named and find_outlet(words) is not None),
        MOST * (short and outlet_like(words)),
        MOST * named,
        MOST * (short and _NAMED.fullmatch(words) is not None),
        MOST * (short and len(tokens) <= 6 and any(map(_is_first, tokens[:4]))),
        MOST * (counted and _NUMBERED.match(words) is not None),
        MOST * (counted and _TIMED.match(lower) is not None),
        MOST * (counted and _CLOCKED.search(low) is not None),
        MOST * (counted and _YEARED.search(head) is not None),
        MOST * (_ADDRESS.search(head) is not None),
        MOST * ("@" in head and _MAIL.search(head) is not None),
        MOST * (("@" in head or "#" in head) and _HANDLE.search(head) is not None),
        min(MOST, head.count("|") * 6),
        min(MOST, (head.count("·") + head.count("•") + head.count("∙")) * 6),
        MOST * (short and (" > " in words or " / " in words or " » " in words or " › " in words)),
        MOST * (_LABEL.match(words) is not None),
        MOST * (short and _MORE.match(lower) is not None),
        MOST * (counted and _MONEY.search(head) is not None),
        MOST * (_LIVE.search(low) is not None),
        MOST * (short and _REPORTED.search(lower) is not None),
        MOST * (_SALUTES.match(lower) is not None),
        MOST * (short and _CLOSES.match(lower) is not None),
        MOST * (short and "?" in words),
        MOST * (len(words) > 90 and "?" in words),
        MOST * (words[0] in _OPENERS and words[-1] in _CLOSERS),
        MOST * (len(words) > _LEAST_DATED and _PLACED.match(words) is not None),
        MOST * ("  " in words or "\t" in words),
        MOST * (":" in head and _SPEAKS.match(words) is not None),
        MOST * (len(words) > _LEAST_DATED and _RUNS_IN.match(words) is not None),
        MOST * (counted and short and words[-1].isdigit() and _LEADERS.fullmatch(words) is not None),
        MOST * ("@" in head and _HANDLED.match(words) is not None),
    )


def _is_first(token: str) -> bool:
    return token[0].isupper() and fold(token) in first_names()

"""Currencies that no table knows: which words an article itself uses as money."""

from __future__ import annotations

import re
from collections import Counter

from nutgraf.annotate.counted import is_plural
from nutgraf.annotate.money import CURRENCY_SIGNS, CURRENCY_WORDS
from nutgraf.annotate.numbers import DIGITS
from nutgraf.annotate.units import UNIT

_SCALE = r"(?:\s?(?:hundred|thousand|million|billion|trillion)\b|(?:bn|tn|trn|mn|mln|k|m|b)\b)"
_AMOUNT = re.compile(
    rf"(?=[\d.])(?<![\w.,$€£¥₹-])(?!(?:19|20)\d\d\s)(?P<number>{DIGITS})(?P<scale>{_SCALE})?"
    rf"[\s\u00a0](?P<noun>[a-z]{{3,14}})\b"
)
_SIGNS = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_KNOWN_NAMES = "|".join(f"(?:{words})" for words in CURRENCY_WORDS.values())
_CONVERTED = re.compile(
    r"(?:\s?[(\[](?:or\s|about\s|around\s|roughly\s|some\s|nearly\s|almost\s|approximately\s|~|=\s?)*|,?\sor\s(?:about|around|roughly|nearly|some)?\s?)"
    rf"(?:(?:{_SIGNS})\s?\d|\d[\d,.]*{_SCALE}?\s(?:{_KNOWN_NAMES})\b)"
)
_PRICED = re.compile(
    r"\b(?:costs?|costing|pays?|paid|paying|priced at|fined|charged|earn(?:s|ed)?|borrow(?:s|ed)?|lent|owes?|owed"
    r"|spent|spend|spends|spending|worth|sold for|bought for|fell to|rose to"
    r"|(?:price|prices|cost|costs|damage|damages|debt|debts|loan|fine|fee|fees|salary|wages?|bill|budget|profits?"
    r"|revenues?|sales|losses|compensation|grant|ransom|reward|tax|rent|deposit|tickets?|subsidy|aid|guarantee)"
    r"(?:\s(?:of|at|is|was|to|for|from|stood|stands|stood at|stands at|were|are|by|worth))?)"
    r"\s(?:(?:up to|at least|about|around|some|nearly|almost|more than|less than|over|under|only|just|between|roughly"
    r"|an estimated|an extra|another|as much as)\s)?(?:\d[\d,.]*\s(?:and|to)\s)?\Z"
)
_MONEY_WORD = re.compile(
    r"\b(?:cost|costs|price|prices|priced|paid|pay|pays|debt|budget|loan|tax|taxes|fine|fined|fee|fees|salary|wages?"
    r"|compensation|revenue|profit|losses|bonds?|money|damage|worth|spent|spend|spending|fund|funds|grant|raised"
    r"|tickets?|invest(?:ed|ment)|estimate|estimates|exchange|bank|currency|treasury)\b",
    re.I,
)
_RATE = re.compile(
    r"\b[Tt]he\s([a-z]{3,14})\s(?:was|is|fell|rose|slid|gained|traded|weakened|strengthened|lost|firmed)\b"
    r"[^\n;]{0,60}?\d(?:\sto|\sagainst|\sper)\s(?:the\s)?(?:U\.?S\.?\s)?(?:dollar|euro)\b"
)
_NO_MONEY = frozenset(
    """
    lives jobs points goals seats votes homes houses hours days weeks months years minutes seconds times others copies
    units shares tickets cars buses trucks ships planes doses tests cases deaths workers members users customers
    passengers visitors voters students pupils pages words items tonnes people percent per cent more fewer less
    other extra million billion trillion thousand hundred dozen year month week day hour bond thousands millions
    billions square cubic metric basis nautical and the for from than with and was were
    are has have had new old farmers families residents households taxpayers pensioners children women men patients
    visits trips calls questions meals rooms beds books trees animals cattle sheep barrels bottles boxes bags
    """.split()
)
_OFTEN = frozenset(
    """
    crowns marks florins thalers talers ducats guilders shillings dinars dirhams riyals rials francs pesetas escudos
    drachmas sovereigns guineas groats denars kronas krones
    """.split()
)
"""Names that several states have given their money, or had, and that no table can give one code."""

_LEAD = 60
"""Characters before an amount in which a word of money counts."""

_ENOUGH = 2
"""A noun without a conversion beside it must follow amounts this often to be money."""


def find_currencies(text: str) -> frozenset[str]:
    """Return the nouns that an article uses as money ("340 million talers"), in the plural where they have one.

    One place with the sum in a known currency beside it is enough ("talers ($48 million)"), or a name that many
    currencies have had near any word of money. Otherwise the noun must follow an amount in the millions that a price
    word leads to ("a debt of 2 billion talers"), or two amounts, one of them a price, and be named without one nowhere.
    """
    seen: Counter[str] = Counter()
    priced: Counter[str] = Counter()
    traded = "dollar" in text or "euro" in text
    sure = {f"{found[1]}s" for found in _RATE.finditer(text)} if traded else set()
    for found in _AMOUNT.finditer(text):
        noun, converted = found["noun"], bool(_CONVERTED.match(text, found.end()))
        if noun in _NO_MONEY or UNIT.match(text, found.start("noun") - 1) or not (converted or is_plural(noun)):
            continue
        lead = text[max(0, found.start() - _LEAD) : found.start()]
        leads, near = bool(_PRICED.search(lead)), bool(_MONEY_WORD.search(lead))
        seen[noun] += 1
        priced[noun] += leads
        if converted or (noun in _OFTEN and (leads or near or found["scale"])):
            sure.add(noun)
        elif leads and found["scale"]:
            seen[noun] += 1
    often = {noun for noun in seen if seen[noun] >= _ENOUGH and priced[noun]} - sure
    return frozenset(sure | {noun for noun in often if not _of_things(text, noun)})


def _of_things(text: str, noun: str) -> bool:
    """Tell whether an article speaks of "the schools", "many schools": money is named by its amount only."""
    things = rf"\b(?:the|these|those|many|other|all|most|some|few|several|our|their|his|her|its)\s(?:[a-z]+\s)?{noun}\b"
    return re.search(things, text, re.I) is not None


_NOUN = re.compile(r"[\s\u00a0-]([a-z]{3,14})\b")


def currency_after(words: str, end: int, currencies: frozenset[str]) -> tuple[int, str] | None:
    """Return where the currency noun right after an amount ends, and its plural; `None` where none stands there."""
    found = _NOUN.match(words, end)
    if found is None:
        return None
    noun = found[1] if found[1] in currencies else f"{found[1]}s"
    return (found.end(), noun) if noun in currencies else None

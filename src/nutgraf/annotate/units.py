"""Tables of what stands beside a number: currencies, units of measure, words that qualify it."""

from __future__ import annotations

import re

from nutgraf.records.annotation import Qualifier

CURRENCY_SIGNS = {
    "US$": "usd", "A$": "aud", "AU$": "aud", "C$": "cad", "CA$": "cad", "NZ$": "nzd", "HK$": "hkd", "S$": "sgd",
    "R$": "brl", "NT$": "twd", "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "Rs": "inr", "Rs.": "inr",
    "₽": "rub", "₩": "krw", "₺": "try", "₴": "uah", "₦": "ngn", "₱": "php", "₪": "ils", "USD": "usd", "EUR": "eur",
    "GBP": "gbp", "CHF": "chf", "JPY": "jpy", "AUD": "aud", "CAD": "cad",
}  # fmt: skip
"""Signs before a number; a bare `$` is read as US dollars, as most outlets print it."""

CURRENCY_WORDS = {
    "usd": "US dollars?|U\\.S\\. dollars?|dollars?|bucks|USD",
    "eur": "euros?|EUR",
    "gbp": "pounds sterling|sterling|GBP",
    "inr": "rupees?",
    "rub": "roubles?|rubles?",
    "uah": "hryvnias?",
    "jpy": "yen",
    "cny": "yuan|renminbi",
    "chf": "Swiss francs?|CHF",
    "try": "Turkish lira|liras?",
    "zar": "rand",
    "sek": "Swedish kronor|kronor",
    "nok": "kroner",
    "pln": "zlotys?",
    "brl": "reais",
    "mxn": "pesos?",
    "ngn": "naira",
    "ils": "shekels?",
    "thb": "baht",
    "myr": "ringgits?",
    "idr": "rupiahs?",
    "kzt": "tenge",
    "huf": "forints?",
    "ron": "lei",
    "bgn": "leva",
    "etb": "birr",
    "ghs": "cedis?",
    "bdt": "taka",
    "vnd": "dong",
    "gel": "lari",
    "uzs": "soums?",
    "egp": "Egyptian pounds?",
    "sar": "Saudi riyals?",
    "aed": "UAE dirhams?",
    "cent": "cents?",
    "penny": "pence",
}
MEASURES = {
    "%": "%|percent\\b|per cent\\b|pct\\b",
    "percentage points": "percentage points?|percentage-points?|pp\\b",
    "basis points": "basis points?",
    "km2": "square kilomet(?:re|er)s?|sq\\.? km|km²|km2",
    "square miles": "square miles?|sq\\.? mi(?:les)?",
    "m2": "square met(?:re|er)s?|sq\\.? m\\b|m²|sqm",
    "square feet": "square f(?:ee|oo)t|sq\\.? ft",
    "m3": "cubic met(?:re|er)s?|m³",
    "cubic feet": "cubic f(?:ee|oo)t",
    "km/h": "kilomet(?:re|er)s? (?:per|an) hour|km/h|kph|kmh",
    "mph": "miles (?:per|an) hour|mph",
    "knots": "knots?",
    "m/s": "met(?:re|er)s (?:per|a) second|m/s",
    "km": "kilomet(?:re|er)s?|km",
    "nautical miles": "nautical miles?",
    "miles": "miles?|mi",
    "cm": "centimet(?:re|er)s?|cm",
    "mm": "millimet(?:re|er)s?|mm",
    "m": "met(?:re|er)s?",
    "feet": "f(?:ee|oo)t|ft",
    "inches": "inch(?:es)?",
    "yards": "yards?",
    "acres": "acres?",
    "ha": "hectares?|ha",
    "barrels per day": "barrels (?:per|a) day|bpd",
    "barrels": "barrels?",
    "litres": "lit(?:re|er)s?",
    "gallons": "gallons?",
    "t": "metric tons?|tonnes?|tons?",
    "kg": "kilogram(?:me)?s?|kilos?|kgs?",
    "g": "grams?|grammes?",
    "lb": "pounds?|lbs?",
    "oz": "ounces?|oz",
    "°C": "degrees Celsius|degrees centigrade|°C|ºC",
    "°F": "degrees Fahrenheit|°F|ºF",
    "°": "degrees?|°",
    "GW": "gigawatts?|GW",
    "MW": "megawatts?|MW",
    "kW": "kilowatts?|kW",
    "GWh": "gigawatt[- ]hours?|GWh",
    "MWh": "megawatt[- ]hours?|MWh",
    "kWh": "kilowatt[- ]hours?|kWh",
    "TB": "terabytes?|TB",
    "GB": "gigabytes?|GB",
    "MB": "megabytes?|MB",
    "people": "people|persons",
}
_WORD_PATTERN = {
    **{unit: f"(?:{words})" for unit, words in MEASURES.items()},
    **{unit: f"(?:{words})" for unit, words in CURRENCY_WORDS.items()},
}
_ORDER = sorted(_WORD_PATTERN, key=lambda unit: (unit not in CURRENCY_WORDS, list(_WORD_PATTERN).index(unit)))
_UNIT_TABLE = tuple(_WORD_PATTERN[unit] for unit in _ORDER)
UNIT = re.compile(r"(?:\s|-(?=[a-z]))?(?:" + "|".join(f"({pattern})" for pattern in _UNIT_TABLE) + r")(?![\w²³])")
"""A unit right after a number, with the space or hyphen before it; `unit_name` tells which one it is."""

CURRENCY_BEFORE = re.compile(
    "(?:" + "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True)) + r")\s?\Z"
)
_QUALIFIERS = {
    Qualifier.AT_LEAST: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|upwards of|at a minimum"
    ),
    Qualifier.AT_MOST: "up to|as many as|as much as|at most|no more than|not more than|a maximum of|as high as",
    Qualifier.MORE_THAN: (
        "well over|just over|slightly more than|more than|over|above|exceeding|in excess of"
        "|greater than|higher than|north of|upward of"
    ),
    Qualifier.LESS_THAN: "fewer than|less than|under|below|lower than",
    Qualifier.NEARLY: "nearly|almost|just under|close to|approaching|not quite|virtually",
    Qualifier.ABOUT: (
        "an estimated|estimated|approximately|about|around|roughly|some|circa|c\\.|in the region of|perhaps|maybe"
    ),
    Qualifier.EXACT: "exactly|precisely|just|only|a total of|a mere|a record",
}
_BY_WORDS = {
    words.replace("\\", ""): qualifier for qualifier, listed in _QUALIFIERS.items() for words in listed.split("|")
}
QUALIFIER = re.compile(
    r"(?<![\w-])("
    + "|".join(sorted((re.escape(words) for words in _BY_WORDS), key=len, reverse=True))
    + r"|~)\s?(?:the\s)?\Z",
    re.I,
)
"""A qualifier at the end of the words before a number."""

QUALIFIER_AFTER = re.compile(
    r"\s?(?:(\+)|(or more|and more|or above|at least)|(or so|or thereabouts)|(or (?:fewer|less)))(?!\w)"
)


def qualifier_of(words: str) -> Qualifier:
    """Return what a matched qualifier says."""
    return Qualifier.ABOUT if words == "~" else _BY_WORDS[words.lower()]


def unit_name(found: re.Match[str]) -> str:
    """Return the unit that a match of `UNIT` names."""
    return _ORDER[(found.lastindex or 1) - 1]


def is_money(unit: str) -> bool:
    """Tell whether a unit of the table is a currency."""
    return unit in _MONEY


_MONEY = frozenset(CURRENCY_SIGNS.values()) | frozenset(CURRENCY_WORDS)

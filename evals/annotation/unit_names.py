"""Names of units as NewsQuant writes them: singular, in words, British spelling."""

from __future__ import annotations

import re

OURS = {
    "%": "percentage", "percentage points": "percentage point", "basis points": "basis point",
    "usd": "dollar", "eur": "euro", "gbp": "pound sterling", "inr": "indian rupee", "rub": "russian ruble",
    "uah": "ukrainian hryvnia", "jpy": "japanese yen", "cny": "chinese yuan", "chf": "swiss franc",
    "try": "turkish lira", "zar": "south african rand", "sek": "swedish krona", "nok": "norwegian krone",
    "pln": "polish zloty", "brl": "brazilian real", "mxn": "mexican peso", "ngn": "nigerian naira",
    "ils": "israeli new shekel", "thb": "thai baht", "myr": "malaysian ringgit", "idr": "indonesian rupiah",
    "kzt": "kazakhstani tenge", "huf": "hungarian forint", "ron": "romanian leu", "bgn": "bulgarian lev",
    "etb": "ethiopian birr", "ghs": "ghanaian cedi", "bdt": "bangladeshi taka", "vnd": "vietnamese dong",
    "gel": "georgian lari", "uzs": "uzbekistani som", "egp": "egyptian pound", "sar": "saudi riyal",
    "aed": "united arab emirates dirham", "aud": "australian dollar", "cad": "canadian dollar",
    "nzd": "new zealand dollar", "hkd": "hong kong dollar", "sgd": "singapore dollar", "twd": "new taiwan dollar",
    "krw": "south korean won", "php": "philippine peso", "dkk": "danish krone", "czk": "czech koruna",
    "pkr": "pakistani rupee", "lkr": "sri lankan rupee",
    "kes": "kenyan shilling", "crc": "costa rican colón", "lak": "lao kip", "btc": "bitcoin", "eth": "ethereum",
    "cent": "cent", "penny": "penny",
    "km2": "square kilometre", "square miles": "square mile", "m2": "square metre", "square feet": "square foot",
    "square inches": "square inch", "square yards": "square yard", "cm2": "square centimetre", "m3": "cubic metre",
    "cm3": "cubic centimetre", "cubic feet": "cubic foot", "cubic inches": "cubic inch", "cubic yards": "cubic yard",
    "acre-feet": "acre-foot", "km/h": "kilometre per hour", "mph": "mile per hour", "km/s": "kilometre per second",
    "miles per second": "mile per second", "mpg": "mile per gallon", "m/s": "metre per second",
    "m/s2": "metre per second squared", "feet per second": "foot per second", "light-years": "light-year",
    "lb-ft": "pound-foot", "Nm": "newton metre", "psi": "pound per square inch", "km": "kilometre", "cm": "centimetre",
    "mm": "millimetre", "µm": "micrometre", "nm": "nanometre", "pm": "picometre", "dm": "decimetre", "m": "metre",
    "ha": "hectare", "barrels per day": "barrel per day", "ml": "millilitre", "cl": "centilitre", "kt": "kiloton",
    "Mt": "megaton", "Gt": "gigaton", "t": "metric ton", "kg": "kilogram", "mg": "milligram", "µg": "microgram",
    "g": "gram", "lb": "pound-mass", "oz": "ounce", "troy ounces": "troy ounce", "°C": "celsius", "°F": "fahrenheit",
    "K": "kelvin", "°": "degree", "TWh": "terawatt hour", "GWh": "gigawatt hour", "MWh": "megawatt hour",
    "kWh": "kilowatt hour", "Wh": "watt hour", "TW": "terawatt", "GW": "gigawatt", "MW": "megawatt", "kW": "kilowatt",
    "W": "watt", "bhp": "brake horsepower", "hp": "horsepower", "kV": "kilovolt", "V": "volt",
    "mAh": "milliampere-hour", "A": "ampere", "J": "joule", "kJ": "kilojoule", "kcal": "kilocalorie",
    "eV": "electronvolt", "GHz": "gigahertz", "MHz": "megahertz", "kHz": "kilohertz", "Hz": "hertz", "dB": "decibel",
    "rpm": "revolutions per minute", "Pa": "pascal", "hPa": "hectopascal", "kPa": "kilopascal", "MPa": "megapascal",
    "mb": "millibar", "Gbps": "gigabit per second", "Mbps": "megabit per second", "MB/s": "megabyte per second",
    "GB/s": "gigabyte per second", "PB": "petabyte", "TB": "terabyte", "GB": "gigabyte", "MB": "megabyte",
    "KB": "kilobyte", "Gb": "gigabit", "Mb": "megabit", "megapixels": "megapixel", "ppi": "pixel per inch",
    "frames per second": "frame per second", "ppm": "part per million", "ppb": "parts-per-billion",
    "years old": "year of age", "months old": "month of age", "weeks old": "week of age", "days old": "day of age",
    "times": "count", "years": "year",
}  # fmt: skip
"""Our units in the set's names."""

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "people": "people", "persons": "person",
    "teeth": "tooth", "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "thieves": "thief", "halves": "half", "series": "series", "species": "species", "police": "police", "news": "news",
    "dice": "die", "movies": "movie", "cookies": "cookie", "ties": "tie", "pence": "penny",
    "geese": "goose", "loaves": "loaf",
    "analyses": "analysis", "crises": "crisis", "bases": "base", "cases": "case", "houses": "house", "horses": "horse",
    "nurses": "nurse", "courses": "course", "losses": "loss", "buses": "bus", "viruses": "virus", "gas": "gas",
    "bus": "bus", "celsius": "celsius", "status": "status", "us": "us", "calories": "calorie",
}  # fmt: skip
_SPELT = (("meter", "metre"), ("liter", "litre"), ("gramme", "gram"))
_SAME = {
    "$": "dollar", "us$": "dollar", "usd": "dollar", "us dollar": "dollar", "united states dollar": "dollar",
    "percent": "percentage", "per cent": "percentage", "%": "percentage", "€": "euro", "£": "pound sterling",
    "yuan": "chinese yuan", "yen": "japanese yen", "rand": "south african rand", "lira": "turkish lira",
    "franc": "swiss franc", "ringgit": "malaysian ringgit", "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "centigrade": "celsius", "metric tonne": "metric ton", "tonne": "metric ton", "time": "count", "ghz": "gigahertz",
    "hz": "hertz", "g": "gram", "min": "minute", "ppb": "parts-per-billion", "deg": "degree",
    "btc": "bitcoin",
    "kilowatt-hour": "kilowatt hour", "gigawatt-hour": "gigawatt hour", "sq m": "square metre", "mph": "mile per hour",
}  # fmt: skip
"""Other names of one unit."""


def singular(word: str) -> str:
    """Return a plural noun's singular by its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|zz)es\Z", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^su]s\Z|[^aeiou]us\Z", word) and not word.endswith("ss") else word


def singular_phrase(words: str) -> str:
    """Return the words of what is counted, lower case, its last noun (before "of" or "per") in the singular."""
    head, joined, rest = words.lower().strip(), "", ""
    for link in (" per ", " of "):
        if link in head:
            head, joined, rest = head.partition(link)
    *before, last = head.split() or [""]
    return " ".join([*before, singular(last)]) + joined + rest


def plain_unit(words: str) -> str:
    """Return another system's unit in the set's spelling."""
    unit = words.lower().strip()
    unit = _SAME.get(unit, unit)
    unit = singular_phrase(unit.replace(" / ", " per ").replace("/", " per "))
    for ours, theirs in _SPELT:
        unit = re.sub(rf"{ours}\b", theirs, unit)
    return _SAME.get(unit, unit) or "-"


_SUPERLATIVES = {
    "largest": "large", "biggest": "big", "smallest": "small", "highest": "high", "lowest": "low", "oldest": "old",
    "youngest": "young", "newest": "new", "latest": "late", "richest": "rich", "poorest": "poor", "fastest": "fast",
    "longest": "long", "nearest": "near", "closest": "close", "top": "top", "best": "good", "worst": "bad",
}  # fmt: skip
"""The set names what is counted by lemmas."""


def our_unit(unit: str, counted: str, per: str = "", words: str = "") -> str:
    """Return one of our units, or what a bare number counts, in the set's name; `words` are the figure's."""
    if per:
        return f"{our_unit(unit, counted, words=words)} per {plain_unit(per)}"
    if unit == "t" and not re.search(r"tonne|metric|\bm?t\b|\dt\b", words):
        return "ton"
    if unit in OURS:
        return OURS[unit]
    named = counted if unit in {"", "share"} else unit
    plain = [_SUPERLATIVES.get(word, word) for word in named.lower().split() if word not in {"most", "least"}]
    name = singular_phrase(" ".join(plain))
    return {"time": "count", "franc": "swiss franc"}.get(name, name) or "-"

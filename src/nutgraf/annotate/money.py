"""Names and signs of currencies."""

from __future__ import annotations

import re

CURRENCY_SIGNS = {
    "US$": "usd", "U.S.$": "usd", "A$": "aud", "AU$": "aud", "C$": "cad", "c$": "cad", "CA$": "cad", "CAD$": "cad",
    "NZ$": "nzd", "HK$": "hkd", "S$": "sgd", "R$": "brl", "NT$": "twd", "Mex$": "mxn", "MX$": "mxn", "$": "usd",
    "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "Rs": "inr", "Rs.": "inr", "₽": "rub", "₩": "krw", "₺": "try",
    "₴": "uah", "₦": "ngn", "₱": "php", "₪": "ils", "₿": "btc", "₫": "vnd", "฿": "thb", "₾": "gel", "₡": "crc",
    "₭": "lak", "₵": "ghs", "₸": "kzt", "RM": "myr", "RMB": "cny", "元": "cny",
}  # fmt: skip
CURRENCY_CODES = {
    code: code.lower()
    for code in (
        "USD EUR GBP CHF JPY AUD CAD CNY INR HKD SGD NZD SEK NOK DKK PLN CZK HUF RUB TRY ZAR BRL MXN KRW THB MYR IDR "
        "PHP ILS AED SAR EGP NGN KES UAH TWD BTC ETH"
    ).split()
}
CURRENCY_SIGNS |= CURRENCY_CODES
CURRENCY_SIGNS |= {f"{code}$": name for code, name in CURRENCY_CODES.items() if code.endswith("D") or code == "MXN"}
"""Signs before a number; a bare `$` is read as US dollars, as most outlets print it."""

_WORDS = {
    "cad": "Canadian dollars?",
    "aud": "Australian dollars?",
    "nzd": "New Zealand dollars?",
    "hkd": "Hong Kong dollars?",
    "sgd": "Singapore(?:an)? dollars?",
    "twd": "(?:New )?Taiwan(?:ese)? dollars?",
    "usd": "US dollars?|U\\.S\\. dollars?|us dollars?|American dollars?|dollars?|bucks",
    "eur": "euros?|€",
    "gbp": "pounds sterling|British pounds?|sterling|quid|£",
    "pkr": "Pakistani rupees?",
    "lkr": "Sri Lankan rupees?",
    "inr": "(?:Indian )?rupees?|₹",
    "rub": "(?:Russian )?roubles?|(?:Russian )?rubles?|₽",
    "uah": "hryvnias?|hryvnyas?|hryvni|₴",
    "jpy": "(?:Japanese )?yen",
    "cny": "(?:Chinese )?yuan|renminbi|RMB|rmb|元",
    "chf": "Swiss francs?",
    "try": "Turkish liras?|liras?",
    "zar": "(?:South African )?rand",
    "sek": "Swedish (?:kronor|krona|crowns)|kronor",
    "nok": "Norwegian (?:kroner|krone|crowns)|kroner",
    "dkk": "Danish (?:kroner|krone|crowns)",
    "czk": "koruna|korunas|Czech crowns",
    "pln": "(?:Polish )?zlotys?|złotys?",
    "brl": "(?:Brazilian )?reais|Brazilian reals?",
    "php": "Philippine pesos?",
    "mxn": "(?:Mexican )?pesos?",
    "krw": "(?:South Korean|Korean) won",
    "ngn": "nairas?",
    "ils": "(?:new )?shekels?",
    "thb": "baht",
    "myr": "ringgits?",
    "idr": "(?:Indonesian )?rupiahs?",
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
    "aed": "(?:UAE )?dirhams?",
    "kes": "Kenyan shillings?",
    "btc": "bitcoins?",
    "cent": "cents?|¢",
    "penny": "pence|p(?= (?:a|per)\\b)|penny|pennies",
}
_AFTER = {name: sign for sign, name in CURRENCY_SIGNS.items() if len(sign) == 1 and sign != "$"}
CURRENCY_WORDS = {
    name: "|".join(
        filter(None, (_WORDS.get(name), _AFTER.get(name), name.upper() if name.upper() in CURRENCY_CODES else ""))
    )
    for name in dict.fromkeys((*_WORDS, *_AFTER, *CURRENCY_CODES.values()))
}
"""Names after a number, as patterns; the code stands for it too."""

CURRENCY_BEFORE = re.compile(
    r"(?:(?<!\w)|(?=\W))(?:"
    + "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
    + r")\s?\Z"
)

# ruff: noqa: E501 - tables of words
"""Invented people, places and outlets, dates in six languages: what fills the slots of frames."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

FIRST = """
Ada Agnes Ahmed Alba Aldo Alma Amara Ana Anders Anouk Arne Asha Astrid Aurel Babak Bea Benno Bertil Bo Bruna Callum
Carmen Cato Cecil Chidi Clara Colm Cora Dagny Dario Delia Dina Dov Edda Efua Elif Elio Ella Emeka Enid Enzo Erin Esme
Ezra Farah Femi Fern Finn Flora Freya Gerd Gita Greta Gus Hana Hedda Hugo Ida Idris Ilse Imke Ines Inga Ivo Jana Jem
Jonas Jorge Joy Juna Kaja Kamal Karim Kit Klara Lars Lea Lena Leon Lina Livia Lotte Luca Lucia Magnus Mara Marek Maud
Mei Milan Mina Mira Nadia Nell Nils Nina Noor Nora Oda Olaf Olga Omar Oona Otto Pavel Petra Pia Piet Priya Quentin
Rafa Rhea Rita Roald Rosa Ruth Sami Sana Selma Signe Sofia Stig Tamsin Tara Teo Thea Tilda Tomas Ugo Una Uwe Vera Vik
Wanda Wim Xenia Yann Yara Yusuf Zara Zelda Zoe
""".split()
LAST = """
Abara Achterberg Adeyemi Alder Amundsen Andrade Aske Balint Barth Bell Berger Blom Brandt Brennan Brock Calder Carro
Castell Chandra Clegg Corvo Crane Dahl Dallimore Darke Dole Donati Drummond Ebner Eklund Ellacott Esposito Fairweather
Falk Farrow Ferreira Finch Fisk Galvao Garrick Gless Goodall Greaves Halsey Harker Haugen Hersh Holm Holloway Hurst
Ibarra Iversen Jansen Jarvis Kaczmar Kallas Kemp Keller Kirk Kovar Kruse Larsen Lascelles Lindqvist Lode Lorne Lund
Maddox Madsen Malik Marsh Mbeki Merrow Moberg Morrow Nakamura Neame Novak Nygaard Obi Oduya Okafor Okonjo Orde Ostrow
Palmer Pascoe Peake Pell Penhallow Perrin Quiles Quist Rask Reyes Ridley Roth Rowe Sabel Salter Sandoval Sarkis Seidel
Sharma Skov Solheim Stolz Strand Tamblyn Tarrant Thorne Tindall Torres Tull Ueda Ulrich Vance Varga Venn Verhoeven Vik
Voss Walcott Weber Wexley Whitcombe Wray Yeo Zeller Zima Zoll
""".split()
PLACES = """
Aldermoor|Amberton|Arnsby|Askham|Bellhaven|Belmont|Berrow|Birkhall|Brackwater|Brennick|Callowby|Castlemere|Cobrin
|Coldharbour|Corrin|Dalby|Dunmallow|Eastry|Elbrach|Elmstead|Fallowfield|Farrow Bridge|Fenwick|Garrin|Glasshaven|Gorse Hill
|Halden|Harbin Falls|Harle|Hohenbruck|Holmgate|Ivory Point|Karst|Kestrel Bay|Kilbrannan|Lakemoor|Lindale|Lower Besk|Marenne
|Mill Flats|Netherholme|Niederau|Norland|Oakhurst|Orrin|Ostrel|Pennard|Port Aldane|Port Vell|Prairie Junction|Quarry Bank
|Red Lake|Ridgeway|Rosenau|Saint Osric|San Brenno|Sandwick|Silver Creek|Skarvoy|South Tarrow|Stone Ferry|Tennrode|Tessary
|Thornbury|Upper Cleave|Valmora|Vilanova|Wexcombe|Whitewater|Wickering|Winterbourne|Zell
"""
_PAPERS = """
Courier Gazette Herald Post Times Journal Chronicle Standard Observer Examiner Ledger Echo Mercury Tribune Monitor
Advertiser Bulletin Record Star Sun News Dispatch Review Reporter Beacon Argus Telegraph Mail Independent Register
""".split()
_FORMS = (
    "{place} {paper}", "The {place} {paper}", "{place} {paper}", "{place} News", "The {place} {paper}", "Radio {place}",
    "{place} Today", "Daily {paper}", "The Daily {paper}", "{place} Live", "{place}Live", "{word} Wire", "The {word}",
    "{word} Review", "{word} News Network", "{word}line", "{place} Evening {paper}", "{place} {paper}-{paper}", "{caps} News",
    "{caps}", "{word} {digit}", "{place} Public Radio", "The {word} Report", "{word} Daily", "{word} Magazine", "Tech{word}",
)  # fmt: skip
_FOREIGN = {
    "de": (
        "{place}er Anzeiger",
        "{place}er Zeitung",
        "{place}er Nachrichten",
        "{place}er Tageblatt",
        "{word} Rundschau",
    ),
    "es": (
        "El {word} de {place}",
        "La Voz de {place}",
        "Diario de {place}",
        "El Correo de {place}",
        "Noticias {place}",
    ),
    "fr": ("Le Courrier de {place}", "La Dépêche de {place}", "{place} Matin", "L'Écho de {place}", "Le {word}"),
    "it": ("Il Corriere di {place}", "Gazzetta di {place}", "La Voce di {place}", "{place}Oggi", "Il {word}"),
    "pt": ("Jornal de {place}", "Diário de {place}", "Folha de {place}", "O {word}", "Correio de {place}"),
}
_WORDS = """
Northern Harbor Meridian Summit Lantern Compass Anchor Signal Beacon Prairie Delta Summit Cobalt Juniper Orbit Vector
Granite Willow Falcon Atlas Pressbox Roundel Newsloom Dayglass Glance Quill Margin Ferry Copper Kite
""".split()
_TRADES = "Brightwater|Kranich|Hartnell's|Tessary Spring Water|Alder & Sons|Northgate Bank|Lumo|Polaris|Sound Lines|Merrow Foods"
_AGENCIES = ("MNA", "CPA", "NW", "ANP", "TNA", "Coastal Press Agency", "Northern Wire", "Meridian Wire", "NordPress")
_ORGS = """
the harbour authority|Sheriff's Office|Fire Service|State Archive|Museum of Transport|Velitsa River Trust|County Council
|Ministry of Transport|City Police|Weather Office|{place} University|{place} Zoo|Parks Department|the family
"""
SECTIONS = """
News Local World Politics Business Economy Sport Opinion Culture Health Science Tech Travel Crime Education Environment
Farming Courts Council Region National Markets Energy Transport Weather Food Books
""".split()
_TAGS = """
courts|elections|harbour|weather|police|budget|schools|Council|High Court|energy|farming|football|climate|Wildfires
|transport|museums|{place}|{place}|health|trade|data|strike
"""
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(),
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica".split(),
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo".split(),
}
_DATES = {
    "en": (
        "{M} {d}, {y}", "{M} {d}, {y}", "{d} {M} {y}", "{m} {d}, {y}", "{m}. {d}, {y}", "{d} {m} {y}", "{D}, {M} {d}, {y}",
        "{D} {d} {M} {y}", "{e} {d} {m} {y}", "{d}th {M} {y}", "{y}-{mm}-{dd}", "{dd}/{mm}/{y}", "{mm}/{dd}/{y}", "{M} {d}",
        "{d} {m}", "{d} {M}", "{D}, {d} {M} {y}", "{dd}.{mm}.{y}", "{e}, {M} {d}, {y}", "{M} {d} {y}", "{D} {d} {M}",
    ),
    "de": ("{d}. {M} {y}", "{dd}.{mm}.{y}", "{d}.{n}.{y}", "{D}, {d}. {M} {y}", "{dd}.{mm}.{yy}", "{d}. {M}"),
    "es": ("{d} de {M} de {y}", "{dd}/{mm}/{y}", "{D}, {d} de {M} de {y}", "{d} {m} {y}", "{d} de {M}"),
    "fr": ("{d} {M} {y}", "{dd}/{mm}/{y}", "{D} {d} {M} {y}", "le {d} {M} {y}", "{d} {M}"),
    "it": ("{d} {M} {y}", "{dd}/{mm}/{y}", "{D} {d} {M} {y}", "{d} {m} {y}", "{d} {M}"),
    "pt": ("{d} de {M} de {y}", "{dd}/{mm}/{y}", "{D}, {d} de {M} de {y}", "{d} {m} {y}", "{d} de {M}"),
}  # fmt: skip
_CLOCKS = {
    "en": ("{h}:{t} {p}", "{h}:{t} {p}", "{H}:{t}", "{h}:{t}{q}", "{h}.{t}{q}", "{H}.{t}", "{H}:{t} {z}", "{h}:{t} {p} {z}", "{h} {p}"),
    "de": ("{H}:{t} Uhr", "{H}.{t} Uhr", "{H}:{t}"),
    "es": ("{H}:{t}", "{H}:{t} h", "{H}.{t}h", "{H}:{t} CET"),
    "fr": ("{H}h{t}", "{H}:{t}", "à {H}h{t}", "{H} h {t}"),
    "it": ("{H}:{t}", "ore {H}:{t}", "alle {H}:{t}", "{H}.{t}"),
    "pt": ("{H}h{t}", "{H}:{t}", "às {H}h{t}", "às {H}:{t}"),
}  # fmt: skip
_AGO = {
    "en": ("{n} {u}{s} ago", "{n} {u}{s} ago", "{n}{c} ago", "{n} {c} ago", "{n} {k} ago", "{n}{c}", "Yesterday", "about {n} {u}{s} ago", "an hour ago"),
    "de": ("vor {n} {u}", "Vor {n} {u}", "vor {n} {c}.", "gestern", "Gestern, {H}:{t} Uhr"),
    "es": ("hace {n} {u}", "Hace {n} {u}", "Hace {n} {c}", "Ayer"),
    "fr": ("il y a {n} {u}", "Il y a {n} {u}", "Il y a {n} {c}", "Hier à {H}h{t}"),
    "it": ("{n} {u} fa", "{n} {u} fa", "Ieri"),
    "pt": ("há {n} {u}", "Há {n} {u}", "{n} {u} atrás", "Ontem"),
}  # fmt: skip
_UNITS = {
    "en": (("minute", "m", "mins"), ("hour", "h", "hrs"), ("day", "d", "days"), ("week", "w", "wks")),
    "de": (("Minuten", "Min", ""), ("Stunden", "Std", ""), ("Tagen", "Tg", "")),
    "es": (("minutos", "min", ""), ("horas", "h", ""), ("días", "d", "")),
    "fr": (("minutes", "min", ""), ("heures", "h", ""), ("jours", "j", "")),
    "it": (("minuti", "min", ""), ("ore", "h", ""), ("giorni", "g", "")),
    "pt": (("minutos", "min", ""), ("horas", "h", ""), ("dias", "d", "")),
}


def _listed(words: str) -> list[str]:
    return [bare for part in words.split("|") if (bare := " ".join(part.split()))]


_PLACE_NAMES = _listed(PLACES)
_TRADE_NAMES = _listed(_TRADES)
_ORG_NAMES = _listed(_ORGS)
_TAG_NAMES = _listed(_TAGS)


@dataclass(slots=True)
class Names:
    """Draws names and dates for one page; `lang` is the language of the page's own words."""

    dice: random.Random
    lang: str
    day: date
    date_form: str = ""
    clock_form: str = ""
    known: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.date_form = self.dice.choice(_DATES[self.lang])
        self.clock_form = self.dice.choice(_CLOCKS[self.lang])

    def person(self) -> str:
        """Return a name of two words, sometimes three, sometimes with a hyphen or an initial."""
        pick = self.dice.choice
        first, last = pick(FIRST), pick(LAST)
        turn = self.dice.random()
        if turn < 0.06:
            return f"{first} {pick(LAST)}-{last}"
        if turn < 0.11:
            return f"{first} {pick('ABCDEHJKLMRST')}. {last}"
        if turn < 0.15:
            return f"{first} {pick(('van der', 'de', 'von', 'Mc', 'O’'))} {last}".replace("Mc ", "Mc").replace(
                "O’ ", "O’"
            )
        return f"{first} {last}"

    def place(self) -> str:
        """Return an invented place."""
        return self.dice.choice(_PLACE_NAMES)

    def trade(self) -> str:
        """Return an invented firm."""
        return self.dice.choice(_TRADE_NAMES)

    def org(self) -> str:
        """Return a body that hands out pictures."""
        return self.dice.choice(_ORG_NAMES).replace("{place}", self.place())

    def tag(self) -> str:
        """Return a topic."""
        return self.dice.choice(_TAG_NAMES).replace("{place}", self.place())

    def agency(self) -> str:
        """Return an agency, invented or from the shipped table."""
        real = ("Reuters", "AP", "AFP", "dpa", "Getty Images", "EPA", "PA")
        return self.dice.choice(real) if self.dice.random() < 0.3 else self.dice.choice(_AGENCIES)

    def outlet(self) -> str:
        """Return an outlet: invented, or one of the shipped table's."""
        if self.known and self.dice.random() < 0.3:
            return self.dice.choice(self.known)
        forms = _FOREIGN.get(self.lang, ()) if self.dice.random() < 0.7 else ()
        form = self.dice.choice(forms or _FORMS)
        for slot, draw in (
            ("{place}", self.place),
            ("{paper}", lambda: self.dice.choice(_PAPERS)),
            ("{word}", lambda: self.dice.choice(_WORDS)),
            ("{caps}", lambda: "".join(self.dice.choices("ABCDEKLMNRST", k=3))),
            ("{digit}", lambda: str(self.dice.randint(2, 99))),
        ):
            while slot in form:
                form = form.replace(slot, draw(), 1)
        return form

    def date(self, back: int | None = None, form: str | None = None) -> str:
        """Return a date in the page's own form, some days before the page's day."""
        then = self.day - timedelta(days=self.dice.choice((0, 0, 0, 1, 1, 2, 5, 30, 200)) if back is None else back)
        months, days = _MONTHS[self.lang], _DAYS[self.lang]
        month, weekday = months[then.month - 1], days[then.weekday()]
        return (form or self.date_form).format(
            M=month, m=month[:3], d=then.day, y=then.year, yy=f"{then.year % 100:02}", D=weekday, e=weekday[:3],
            mm=f"{then.month:02}", dd=f"{then.day:02}", n=then.month,
        )  # fmt: skip

    def weekday(self) -> str:
        """Return a day of the week."""
        return self.dice.choice(_DAYS[self.lang])

    def month(self) -> str:
        """Return a month."""
        return self.dice.choice(_MONTHS[self.lang])

    def clock(self, minutes: int | None = None, form: str | None = None) -> str:
        """Return a time of day in the page's own form."""
        minutes = self.dice.randint(0, 1439) if minutes is None else minutes % 1440
        hour, minute = divmod(minutes, 60)
        half, low = ("p.m." if hour >= 12 else "a.m."), ("pm" if hour >= 12 else "am")
        style = half if self.day.day % 2 else low.upper()
        zone = ("ET", "GMT", "EST", "UTC", "PDT", "CET")[self.day.day % 6]
        return (form or self.clock_form).format(
            h=(hour - 1) % 12 + 1, H=f"{hour:02}", t=f"{minute:02}", p=style, q=low, z=zone
        )

    def ago(self) -> str:
        """Return a relative time."""
        form = self.dice.choice(_AGO[self.lang])
        unit, short, middle = self.dice.choice(_UNITS[self.lang])
        count = self.dice.randint(1, 59) if unit[0] in "mM" else self.dice.randint(1, 23)
        hour, minute = divmod(self.dice.randint(0, 1439), 60)
        return form.format(
            n=count, u=unit, c=short, k=middle or short, s="" if count == 1 else "s", H=f"{hour:02}", t=f"{minute:02}"
        )  # fmt: skip

    def url(self) -> str:
        """Return an address under a reserved name."""
        host = self.dice.choice(_WORDS).lower()
        return f"https://{self.dice.choice(('www.', '', 'mail.', 'links.'))}{host}.example/{self.code()}"

    def code(self) -> str:
        """Return a few letters and digits."""
        return "".join(self.dice.choices("abcdef0123456789", k=self.dice.randint(4, 9)))

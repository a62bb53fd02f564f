"""Under which printed names a place is found: aliases written by hand, tails cut off, foreign spellings sifted."""

from __future__ import annotations

import re
import unicodedata

OWN, CUT, FOREIGN, LOOSE, PEOPLE = range(5)
"""How a row is found by a name: its own or one given by hand, without its tail, spelt otherwise, without its kind, by
the word for its people."""

CITY_ALIASES = {
    "Kyiv": "Kiev", "Kharkiv": "Kharkov", "Odesa": "Odessa", "Lviv": "Lvov", "Zaporizhzhya": "Zaporizhzhia|Zaporozhye",
    "Luhansk": "Lugansk", "Dnipro": "Dnipropetrovsk", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras",
    "Bengaluru": "Bangalore", "Ho Chi Minh City": "Saigon", "Yangon": "Rangoon", "Beijing": "Peking",
    "New York City": "New York|NYC", "Washington": "Washington DC|Washington D.C.|Washington, D.C.|D.C.|DC",
    "Los Angeles": "LA|L.A.", "Las Vegas": "Vegas", "Philadelphia": "Philly", "New Orleans": "NOLA",
    "The Hague": "Hague", "Ad Dammam": "Dammam", "Mexico City": "Ciudad de Mexico",
    "Mykolayiv": "Mykolaiv", "Frankfurt am Main": "Frankfurt", "Köln": "Cologne", "Sevilla": "Seville",
    "Québec": "Quebec City", "Cork": "Cork City", "St Petersburg": "Saint Petersburg|St. Petersburg|Petersburg",
    "Saint Petersburg": "St Petersburg|St. Petersburg", "Ashgabat": "Ashkhabad", "Almaty": "Alma-Ata",
    "Guangzhou": "Canton", "Tel Aviv": "Tel-Aviv", "Mariupol": "Mariupol'", "Genève": "Geneva", "Zürich": "Zurich",
    "Johannesburg": "Joburg|Jo'burg", "Jeddah": "Jiddah", "Mecca": "Makkah", "Sanaa": "Sana'a|Sana",
}  # fmt: skip
PRESS = (
    "Ala.=Alabama Ariz.=Arizona Ark.=Arkansas Calif.=California Colo.=Colorado Conn.=Connecticut Del.=Delaware "
    "Fla.=Florida Ga.=Georgia Ill.=Illinois Ind.=Indiana Kan.=Kansas Ky.=Kentucky La.=Louisiana Md.=Maryland "
    "Mass.=Massachusetts Mich.=Michigan Minn.=Minnesota Miss.=Mississippi Mo.=Missouri Mont.=Montana Neb.=Nebraska "
    "Nev.=Nevada N.H.=New_Hampshire N.J.=New_Jersey N.M.=New_Mexico N.Y.=New_York N.C.=North_Carolina "
    "N.D.=North_Dakota Okla.=Oklahoma Ore.=Oregon Pa.=Pennsylvania R.I.=Rhode_Island S.C.=South_Carolina "
    "S.D.=South_Dakota Tenn.=Tennessee Vt.=Vermont Va.=Virginia Wash.=Washington W.Va.=West_Virginia Wis.=Wisconsin "
    "Wyo.=Wyoming Tex.=Texas"
)
"""Abbreviations as the press prints them, written by hand (2026-11)."""
PRESS_TOO = (
    "Cal.=California Penn.=Pennsylvania Penna.=Pennsylvania Ida.=Idaho Ia.=Iowa Me.=Maine Nebr.=Nebraska Oreg.=Oregon "
    "Wisc.=Wisconsin N._H.=New_Hampshire N._J.=New_Jersey N._M.=New_Mexico N._Y.=New_York N._C.=North_Carolina "
    "N._D.=North_Dakota R._I.=Rhode_Island S._C.=South_Carolina S._D.=South_Dakota W._Va.=West_Virginia "
    "N.Mex.=New_Mexico "
    "NC=North_Carolina SC=South_Carolina NJ=New_Jersey NY=New_York TX=Texas CA=California FL=Florida PA=Pennsylvania "
    "VA=Virginia WV=West_Virginia GA=Georgia IL=Illinois MI=Michigan MN=Minnesota WI=Wisconsin MO=Missouri KS=Kansas "
    "KY=Kentucky TN=Tennessee CT=Connecticut MD=Maryland NH=New_Hampshire VT=Vermont RI=Rhode_Island NM=New_Mexico "
    "NV=Nevada WY=Wyoming ND=North_Dakota SD=South_Dakota MT=Montana UT=Utah AZ=Arizona IA=Iowa NE=Nebraska AL=Alabama "
    "AR=Arkansas LA=Louisiana MS=Mississippi AK=Alaska MA=Massachusetts DE=Delaware"
)
"""Abbreviations that are words or initials elsewhere: they help to place a town, never make a place by themselves."""
ELSEWHERE = (
    "CA:Ont.=Ontario Que.=Quebec B.C.=British_Columbia Alta.=Alberta Man.=Manitoba Sask.=Saskatchewan N.S.=Nova_Scotia "
    "N.B.=New_Brunswick P.E.I.=Prince_Edward_Island Nfld.=Newfoundland_and_Labrador N.L.=Newfoundland_and_Labrador "
    "Newfoundland=Newfoundland_and_Labrador;AU:NSW=New_South_Wales N.S.W.=New_South_Wales Qld=Queensland Vic.=Victoria "
    "Tas.=Tasmania W.A.=Western_Australia S.A.=South_Australia"
)
_TAIL = re.compile(
    r" (?:Oblast['’]?|Province|Region|Governorate|Prefecture|County|Parish|Borough|Department|District|State|Krai|"
    r"Republic|Municipality|Census Area|City and Borough|Regency|Kabupaten|Raion|Rayon|Division|Canton|Voivodeship|"
    r"Wilayat|Muhafazat|Zone|Township|Ward|Commune|Okrug)$"
)
_HEAD = re.compile(
    r"^(?:Republic of|Province of|State of|City of|Departamento de|Departamento del|Département de(?: la| l'|s)?|"
    r"Provincia de|Provincia di|Provincia del|Provincia della|Kabupaten|Kota|Città metropolitana di|Comarca de|"
    r"Powiat|Landkreis|Kreis|Bezirk|Opština|Grad|Municipio de|Distrito de|Arrondissement de|Arrondissement d'|"
    r"Metropolitan City of|Autonomous Republic of|County of|Kreisfreie Stadt|Region of|Wilaya de|Wilaya d'|"
    r"Gouvernorat de|Gouvernorat d'|Région de|Ostān-e|Shahrestān-e|Muḩāfaz̧at|Judeţul|Okres|Oblast|Raionul|"
    r"District of|Borough of|London Borough of|Royal Borough of|Metropolitan Borough of) "
)
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-ỸÆŒØÅĐŁ][A-Za-zÀ-ɏḀ-ỹ'’. -]{2,40}")
_KEPT = ((1_000_000, 60), (100_000, 30), (15_000, 10), (5_000, 4), (0, 1))


def shorter(name: str) -> str:
    """Return the name of a division without the word for what it is ("Kharkiv Oblast" → "Kharkiv")."""
    return _HEAD.sub("", _TAIL.sub("", name))


def plain(name: str) -> str:
    """Return a name in ASCII where its letters have a plain form, as wire services print it."""
    spelt = name.translate(str.maketrans("łŁøØđĐıßæÆœŒ’‘ʻ", "lLoOdDisaAoO'''"))
    return "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))


def foreign(name: str, others: list[str], people: int) -> list[str]:
    """Return the spellings of a city worth keeping: Latin letters, no codes, more of them the larger the city.

    GeoNames tells no languages here, so those nearest to the own name come first; for a large city all are kept.
    """
    own = plain(name).lower()
    fit = {plain(other): other for other in others if _LATIN.fullmatch(other) and not _odd(other)}
    fit.pop(plain(name), None)
    ordered = sorted(fit, key=lambda spelt: (-_shared(own, spelt.lower()), len(spelt), spelt))
    return [fit[spelt] for spelt in ordered[: next(count for least, count in _KEPT if people >= least)]]


def _odd(name: str) -> bool:
    """Tell whether a spelling is a code or a transliteration sign by sign ("KBP", "Kol'n")."""
    return name.isupper() or bool(re.search(r"[a-z]'[a-z]|'$", plain(name)))


def _shared(left: str, right: str) -> float:
    """Return how much two names share, by pairs of letters."""
    pairs = [{name[at : at + 2] for at in range(len(name) - 1)} for name in (left, right)]
    return round(2 * len(pairs[0] & pairs[1]) / max(1, len(pairs[0]) + len(pairs[1])), 3)


def press_names() -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Return the abbreviations of divisions by (country, name), each with how it finds them."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    lists = [("US", PRESS, CUT), ("US", PRESS_TOO, LOOSE), ("US", "District_of_Columbia=Washington,_D.C.", CUT)]
    lists += [(part[:2], part[3:], LOOSE) for part in ELSEWHERE.split(";")]
    for country, pairs, how in lists:
        for pair in pairs.split():
            short, name = pair.replace("_", " ").split("=")
            found.setdefault((country, name), []).append((short, how))
    return found

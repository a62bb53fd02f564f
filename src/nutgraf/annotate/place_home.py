"""Where the outlet of an article is at home, as far as its country, its name and its address tell."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.annotate.place_context import Weights, weigh
from nutgraf.annotate.place_names import Choice, choices
from nutgraf.models.gazetteer import CUT, PlaceRow, country_row, division_row, name_key, rows_named
from nutgraf.models.outlet_homes import home_of_domain
from nutgraf.models.registry import Outlet, current_registry
from nutgraf.records.article import Article
from nutgraf.text import host_of

_COUNTRY, _TOWN = 0.7, 1.0
"""What it weighs where an outlet is published, and what the town in its name weighs."""
_LEAST, _LONGEST = 3.0, 40
"""How large a town is at least that an address may mean, and how much of the address is read."""
_PRESS = re.compile(
    r"(?:daily|news|times|post|herald|tribune|gazette|journal|star|press|courier|chronicle|observer|examiner|record|"
    r"register|sentinel|dispatch|telegraph|telegram|today|online|live|now|sun|leader|ledger|enquirer|inquirer|citizen|"
    r"mercury|globe|mail|echo|argus|review|reporter|reporters|republic|republican|democrat|independent|standard|"
    r"advertiser|advocate|bulletin|bee|eagle|free|banner|messenger|mirror|world|union|paper|newspaper|newspapers|weekly|"
    r"media|radio|tv|the|my|web|net|info|local|express|evening|morning|sunday|statesman|american|city|county)"
)
_NO_COUNTRY = frozenset("co tv me io fm cc ws ly to ai eu gg la ms ps pw sc st vc ag am".split())


def home_of(article: Article) -> Weights:
    """Return what the outlet's country and the town in its name or address weigh for the article's places."""
    registry, host = current_registry(), host_of(article.address)
    outlet = registry.find(article.carrier) if article.carrier else None
    return _home(outlet or (registry.of_domain(host) if host else None), host)


@lru_cache(maxsize=256)
def _home(outlet: Outlet | None, host: str) -> Weights:
    country = _country(outlet, host)
    places = [(country, _COUNTRY)] if country else []
    found = (
        _listed_town(host) or (_town_of_name(outlet.name, country) if outlet else []) or _town_of_host(host, country)
    )
    whole = sum(10.0 ** (one.prior - found[0].prior) for one in found)
    places += [(one.row, _TOWN * 10.0 ** (one.prior - found[0].prior) / whole) for one in found]
    return weigh(places)


def _country(outlet: Outlet | None, host: str) -> PlaceRow | None:
    if outlet and outlet.country:
        rows = [one.row for one in rows_named(name_key(outlet.country)) if one.row.kind == "country"]
        return rows[0] if rows else None
    ending = host.rpartition(".")[2]
    if len(ending) != 2 or ending in _NO_COUNTRY:
        return None
    return country_row({"uk": "GB"}.get(ending, ending.upper()))


def _listed_town(host: str) -> list[Choice]:
    """Return the town that the table of homes gives for an address."""
    home = home_of_domain(host)
    found = [one for one in choices(home[0]) if one.row.kind == "city"] if home else []
    return [one for one in found if home and _division_name(one.row) == home[1]][:1]


def _division_name(row: PlaceRow) -> str:
    division = division_row(row.division)
    return division.name if division else ""


def _town_of_name(name: str, country: PlaceRow | None) -> list[Choice]:
    """Return the towns that an outlet's name may mean: of its longest beginning that names one."""
    words = name.removeprefix("The ").split()
    for count in range(min(3, len(words) - 1), 0, -1):
        found = _towns(" ".join(words[:count]), country)
        if found:
            return found
    return []


def _town_of_host(host: str, country: PlaceRow | None) -> list[Choice]:
    """Return the towns in an address without the words that papers have in theirs ("ostbynews.example" → Ostby)."""
    labels = host.removeprefix("www.").split(".")
    label = max(labels[:-1], key=len, default="")[:_LONGEST].replace("-", " ")
    for town in dict.fromkeys((label, *_bare(label))):
        spelt = [town, *(f"{town[:at]} {town[at:]}" for at in range(3, len(town) - 3) if " " not in town)]
        for one in spelt:
            found = _towns(one, country) if len(one) > 3 else []
            if found:
                return found
    return []


def _bare(label: str) -> list[str]:
    """Return an address's label without press words at its end, its beginning, both."""
    behind = re.sub(rf"{_PRESS.pattern}+$", "", label).strip()
    ahead = re.sub(r"^(?:the|my|news|daily)", "", label).strip()
    return [behind, ahead, re.sub(r"^(?:the|my|news|daily)", "", behind).strip()]


def _towns(name: str, country: PlaceRow | None) -> list[Choice]:
    return [
        one
        for one in choices(name)
        if not one.inside
        and one.how <= CUT
        and one.row.kind in ("city", "division", "county")
        and one.prior >= _LEAST
        and (country is None or one.row.country == country.country)
    ][:8]

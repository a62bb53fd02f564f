"""Outlets by name and by domain, and what an unknown outlet's name looks like."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from nutgraf.text import fold


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes; `family` is the owner's name, the outlet's own where none is known; `agency` sells its texts."""

    name: str
    domains: tuple[str, ...]
    country: str
    family: str
    agency: bool


LONGEST_ACRONYM = 5
"""Names of at most so many capitals are matched in capitals only ("APP" is an agency, "app" is not)."""

_PAPER_WORDS = frozenset(
    """
    times post herald gazette tribune journal chronicle courier observer examiner inquirer dispatch sentinel ledger echo
    telegraph guardian mirror bulletin monitor advertiser argus recorder reporter enquirer register statesman citizen
    mercury messenger spectator beacon banner bee clarion democrat-gazette star-tribune intelligencer leader-post
    zeitung rundschau tageblatt anzeiger kurier nachrichten allgemeine diario correo gazeta pravda novosti shimbun
    """.split()
)
_SURE_WORDS = frozenset("news newspaper newswire newsroom newsday radio broadcasting tv television".split())
_MAYBE_WORDS = frozenset(
    "daily mail standard star sun wire press globe record independent express world review".split()
)
_PHRASES = ("press agency", "news agency", "wire service", "press association", "news service")
_NO_OUTLET = re.compile(
    r"\b(?:square|office|officer|secretary|conference|release|minister|tower|street|road|avenue|building|bridge|park|"
    r"war|cup|series|bank|trade|health|food|court|briefing|corps|freedom|party|union|council|guild|awards?)\b"
)


def find_outlet(words: str) -> Outlet | None:
    """Return the outlet of this name or alias, upper and lower case alike (capitals stay capitals: "AP"), or none."""
    names, _ = _tables()
    bare = re.sub(r"['’]s$", "", words.strip(" .,:;()\"'“”‘’"))
    bare = bare[4:] if bare[:4].casefold() == "the " else bare
    return names.get(bare) or names.get(fold(bare))


def outlet_of_domain(domain: str) -> Outlet | None:
    """Return the outlet of a domain or of the nearest domain above it ("edition.x.example" → "x.example"), or none."""
    _, domains = _tables()
    labels = domain.casefold().strip().rstrip(".").removeprefix("www.").split(".")
    for first in range(max(len(labels) - 1, 0)):
        found = domains.get(".".join(labels[first:]))
        if found:
            return found
    return None


def outlet_like(words: str) -> bool:
    """Tell whether an unknown capitalised name looks like an outlet's ("Port Vell Courier", "Radio Norland")."""
    parts = [part for part in re.split(r"[\s/]+", words.strip()) if part]
    folded = fold(words)
    if re.fullmatch(r"[a-z0-9-]+\.(?:com|org|net|news|info|tv)", folded):
        return True
    if not parts or not any(part[0].isupper() for part in parts):
        return False
    keys = [part.strip(".,'\"") for part in folded.split()]
    if _NO_OUTLET.search(folded):
        return False
    if any(folded == phrase or folded.endswith(" " + phrase) for phrase in _PHRASES):
        return True
    if len(keys) < 2:
        return bool(re.fullmatch(r"[A-Z][a-z]+(?:News|Times|Post|Wire|TV|Zeitung)", parts[0]))
    if keys[-1] in _PAPER_WORDS or keys[-1] in _SURE_WORDS or keys[0] in {"radio", "daily"}:
        return True
    paper_first = keys[0] == "the" and keys[1] in _PAPER_WORDS
    return paper_first or (
        keys[-1] in _MAYBE_WORDS and (len(keys) > 2 or keys[0] in {"the", "daily", "sunday", "morning"})
    )


@cache
def _tables() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    """Read the shipped table: outlets by folded name or alias, and by domain; the earlier row wins."""
    packed = resources.files("nutgraf.models").joinpath("tables/outlets.tsv.gz").read_bytes()
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, aliases, places, country, family, agency = line.split("\t")
        outlet = Outlet(name, tuple(places.split("|")), country, family or name, agency == "1")
        for printed in (name, *filter(None, aliases.split("|"))):
            bare = printed.removeprefix("The ").removeprefix("the ")
            short = bare.isupper() and len(bare) <= LONGEST_ACRONYM
            names.setdefault(bare if short else fold(bare), outlet)
        for domain in outlet.domains:
            domains.setdefault(domain, outlet)
    return names, domains

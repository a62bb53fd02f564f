"""Outlets by name and by domain, and what an unknown outlet's name looks like."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.models.publishers import publisher_domain
from nutgraf.models.registry import Outlet, current_registry
from nutgraf.text import fold

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
    return current_registry().find(words)


def outlet_of_domain(domain: str) -> Outlet | None:
    """Return the outlet of a domain or of the nearest domain above it ("edition.x.example" → "x.example"), or none."""
    return current_registry().of_domain(domain)


def outlet_of_address(address: str) -> Outlet | None:
    """Return the outlet whose page an address is, also where an archive, a cache or a translator shows it, or none."""
    return current_registry().of_domain(publisher_domain(address))


def merged_papers(words: str) -> bool:
    """Tell whether a name ends in two papers' words that a hyphen joins ("Belmont Ledger-Star")."""
    joined = set(fold(words).rpartition(" ")[2].split("-"))
    return len(joined) > 1 and bool(joined & _PAPER_WORDS) and joined <= _PAPER_WORDS | _MAYBE_WORDS | _SURE_WORDS


@lru_cache(maxsize=4096)
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

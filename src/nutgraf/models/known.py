"""Known people, bodies and places: one name for each body whatever it is called, and the ids that others gave them."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib import resources

from nutgraf.models.names import fold_name
from nutgraf.text import fold

_SPELT = [
    (re.compile(rf"\b{left}"), right)
    for left, right in (
        ("organisation", "organization"), ("defence", "defense"), ("labour", "labor"), ("programme", "program"),
        ("centre", "center"), ("theatre", "theater"), ("harbour", "harbor"), (r"u\.s\.(?=\s)", "us"),
        (r"u\.k\.(?=\s)", "uk"), (r"u\.n\.(?=\s)", "un"), (r"co-operation", "cooperation"),
    )
]  # fmt: skip
_OF = re.compile(
    r"(?P<before>(?:[\w.'-]+ )*?)(?P<head>ministry|department|university|bank) (?:of|for) (?:the )?(?P<what>.+)"
)
_TURNED = frozenset(("ministry", "department"))
_FOLDS = 8
_LEGAL = re.compile(r",? (?:inc|ltd|limited|corp|corporation|plc|llc|gmbh|ag|sa|spa|nv|co)\.?$")


def fold_organisation(printed: str) -> str:
    """Return the key of an organisation: acronyms and other names that are known give its own name's key, "Ministry of
    Defence" that of "Defense Ministry", British spelling that of American, without "the", "&" and "Inc.".
    """
    known = _by_name()[0]
    return known.get(printed.removeprefix("the ").removeprefix("The ")) or _plain(printed)


def known_links(kind: str, name: str) -> tuple[str, ...]:
    """Return the ids of what a name means before all others ("wikidata:Q458"), or nothing."""
    key = fold_name(name) if kind == "person" else fold_organisation(name) if kind == "organisation" else fold(name)
    if kind == "person" and " " not in key:
        return ()
    link = _by_name()[1].get((kind, key))
    return (f"wikidata:{link}",) if link else ()


def _plain(printed: str) -> str:
    """Fold a name until nothing is left to fold, so that a key is its own key."""
    for _ in range(_FOLDS):
        key = _fold_once(printed)
        if key == printed:
            break
        printed = key
    return printed


def _fold_once(printed: str) -> str:
    key = fold(printed).removeprefix("the ").replace(" & ", " and ")
    for pattern, right in _SPELT:
        key = pattern.sub(right, key)
    key = _LEGAL.sub("", key) or key
    turned = _OF.fullmatch(key)
    if turned and turned.group("head") in _TURNED and not turned.group("before"):
        key = f"{turned.group('what')} {turned.group('head')}"
    return key


@cache
def _by_name() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Read the table once: keys of bodies by their other names, and links by kind and key; two links are none."""
    packed = resources.files("nutgraf.models").joinpath("tables/known_entities.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    keys: dict[str, str] = {}
    links: dict[tuple[str, str], set[str]] = {}
    for kind, name, others, link in (line.split("\t") for line in lines if not line.startswith("#")):
        names = [name, *filter(None, others.split("|"))]
        if kind == "organisation":
            keys |= dict.fromkeys(names, _plain(name))
            links.setdefault((kind, _plain(name)), set()).add(link)
        for spelling in names if kind != "organisation" else ():
            key = fold_name(spelling) if kind == "person" else fold(spelling)
            links.setdefault((kind, key), set()).add(link)
    return keys, {key: next(iter(found)) for key, found in links.items() if len(found) == 1}

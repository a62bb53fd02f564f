"""A person's own outlets, as the settings file writes them: rows of the registry, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nutgraf.models.domains import bare_domain, is_suffix
from nutgraf.models.publishers import publisher_domain
from nutgraf.models.registry import Outlet, OutletKind, name_key

KEYS = {
    "name": (str, 'the name to show, in quotes: "Port Vell Courier"'),
    "domains": (list, 'a list of domains: ["portvell.example"]'),
    "aliases": (list, 'a list of further names it is printed under: ["PVC", "The Courier"]'),
    "country": (str, 'a country, in quotes: "Norway"'),
    "family": (str, 'the owner\'s name, in quotes: "Vell Media"'),
    "agency": (bool, "true or false: whether it sells its texts to other outlets"),
    "aggregator": (bool, "true or false: whether it only carries what others made"),
}
"""The legal keys of one table: type, and what they take."""


def read_own_outlets(tables: Sequence[object]) -> tuple[tuple[Outlet, ...], list[str]]:
    """Return the rows of a person's own outlets, and all that is wrong with them, each in a sentence."""
    rows: list[Outlet] = []
    faults: list[str] = []
    for number, table in enumerate(tables, 1):
        if not isinstance(table, Mapping):
            faults.append(f"outlet {number} is no table: begin each with a line [[outlets]].")
            continue
        name = table.get("name")
        which = f"outlet {number} ({name})" if isinstance(name, str) and name.strip() else f"outlet {number}"
        told = [f"{which}: {fault}" for fault in _faults_of_table(table)]
        faults += told
        if not told:
            rows.append(_row(table))
    return tuple(rows), faults + _shared(rows)


def _faults_of_table(table: Mapping[str, object]) -> list[str]:
    faults = [] if "name" in table else [f"it has no name; name takes {KEYS['name'][1]}."]
    for key, value in table.items():
        if key not in KEYS:
            faults.append(f"there is no key '{key}'. The keys are: {', '.join(KEYS)}.")
        elif not _fits(value, KEYS[key][0]):
            faults.append(f"{key} takes {KEYS[key][1]}; it has {value!r}.")
        elif key == "domains":
            faults += [fault for domain in _texts(value) if (fault := _fault_of_domain(domain))]
    if table.get("agency") is True and table.get("aggregator") is True:
        faults.append("it is an agency or an aggregator, not both: take one of the two lines out.")
    return faults


def _fits(value: object, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(part, str) and part.strip() for part in value)
    return isinstance(value, bool) if kind is bool else isinstance(value, str) and bool(value.strip())


def _fault_of_domain(words: str) -> str | None:
    bare = bare_domain(words)
    if not bare:
        meant = publisher_domain(words)
        return f"{words!r} is no domain; write {f'{meant!r}' if meant else 'one'} without https:// and without a path."
    if is_suffix(bare):
        return f"{words!r} is nobody's own domain, names are given out below it; write the outlet's, as in 'x.{bare}'."
    return None


def _row(table: Mapping[str, object]) -> Outlet:
    name, country, family = (" ".join(str(table.get(key, "")).split()) for key in ("name", "country", "family"))
    kinds = {key: OutletKind(key) for key in ("agency", "aggregator") if table.get(key)}
    aliases = tuple(" ".join(alias.split()) for alias in _texts(table.get("aliases")))
    domains = tuple(dict.fromkeys(bare_domain(domain) for domain in _texts(table.get("domains"))))
    return Outlet(name, aliases, domains, country, family or name, next(iter(kinds.values()), OutletKind.UNKNOWN))


def _texts(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list) else []


def _shared(rows: Sequence[Outlet]) -> list[str]:
    """What two rows claim: looked up, it could only be answered by chance."""
    first: dict[str, Outlet] = {}
    faults = []
    for row in rows:
        names = {name_key(printed): printed for printed in (row.name, *row.aliases)}
        for claim in (*names, *row.domains):
            other = first.setdefault(claim, row)
            if other is not row:
                faults.append(
                    f"two outlets have '{names.get(claim, claim)}': {other.name} and {row.name}. Keep one of them."
                )
    return faults

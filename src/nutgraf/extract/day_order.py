"""Whether digits alone (3/4/2025) are read day first or month first."""

from __future__ import annotations

from nutgraf.extract.day_forms import UNTOLD, Order
from nutgraf.text import host_of

_DAY_FIRST = ("uk", "au", "nz", "ie", "in", "za", "ng", "ke", "gh", "pk", "sg", "my", "mt")


def find_order(language: str | None, address: str | None) -> Order:
    """Return the order by the page's declared language and the country of its host.

    English is month first in the United States and day first nearly everywhere else; where a page says neither which
    English it is nor where it stands, it is read as American, and not surely.
    """
    tag = (language or "").lower().replace("_", "-")
    top = host_of(address).rsplit(".", 1)[-1]
    if top in _DAY_FIRST or (tag and not tag.startswith("en")):
        return Order(True, True)
    if tag.startswith("en-"):
        return Order(not tag.startswith("en-us"), True)
    return Order(False, False) if tag else UNTOLD

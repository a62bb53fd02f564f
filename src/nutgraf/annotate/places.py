"""Where the places of a text lie, by the gazetteer and by what the text says around them."""

from __future__ import annotations

from nutgraf.models import places as gazetteer
from nutgraf.records.annotation import Place

lies_in = gazetteer.lies_in
"""Tell whether one place lies in another (the same function that the comparison uses)."""


def locate_place(name: str, context: tuple[str, ...] = ()) -> Place | None:
    """Return where a place lies, or none; `context` are larger places that the text names, the surest first."""
    return gazetteer.locate_place(name, context)


def place_inside(name: str, container: Place | None) -> Place:
    """Return a place that the gazetteer lacks as lying in one that the text says it lies in, at that one's point."""
    if container is None:
        return Place(name, None, None, (), "the text")
    within = (container.name, *container.within)
    return Place(name, container.latitude, container.longitude, within, f"the text; point of {container.name}")

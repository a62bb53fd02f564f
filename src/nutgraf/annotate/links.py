"""The ids that others gave an entity: Wikidata's of well-known names, GeoNames' of located places."""

from __future__ import annotations

from nutgraf.models.known import known_links
from nutgraf.models.places import place_kind
from nutgraf.records.annotation import EntityKind, Place

_GEONAMES = "GeoNames "


def find_links(kind: EntityKind, forms: list[str], place: Place | None) -> tuple[str, ...]:
    """Return the links of an entity by its printed names, or none where they are ambiguous or lead to different ids."""
    if kind is EntityKind.PLACE:
        return _place_links(forms, place)
    found = {link for form in forms for link in known_links(kind.value, form)}
    return tuple(found) if len(found) == 1 else ()


def _place_links(forms: list[str], place: Place | None) -> tuple[str, ...]:
    """Return GeoNames' id, and Wikidata's for a country: of smaller places a name alone does not tell which it is."""
    if place is None or not place.reference.startswith(_GEONAMES):
        return ()
    found = {f"geonames:{place.reference.removeprefix(_GEONAMES)}"}
    if place_kind(place.name) == "country":
        found |= {link for form in (place.name, *forms) for link in known_links(EntityKind.PLACE.value, form)}
    return tuple(sorted(found)) if len(found) < 3 else (min(found),)

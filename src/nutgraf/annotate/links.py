"""The ids that others gave an entity: Wikidata's of well-known names, GeoNames' of located places."""

from __future__ import annotations

from nutgraf.models.known import known_links
from nutgraf.models.places import locate_place
from nutgraf.records.annotation import EntityKind, Place

_GEONAMES = "GeoNames "


def find_links(kind: EntityKind, forms: list[str], place: Place | None) -> tuple[str, ...]:
    """Return the links of an entity by its printed names, or none where they are ambiguous or lead to different ids."""
    if kind is EntityKind.PLACE:
        return _place_links(forms, place)
    found = {link for form in forms for link in known_links(kind.value, form)}
    return tuple(found) if len(found) == 1 else ()


def _place_links(forms: list[str], place: Place | None) -> tuple[str, ...]:
    """Return GeoNames' id, and Wikidata's where a name means this place before all others or tells where it lies
    ("Austin, Texas").
    """
    if place is None or not place.reference.startswith(_GEONAMES):
        return ()
    own = [name for name in (place.name, *forms) if _means_first(name, place)]
    own += [f"{place.name}, {larger}" for larger in place.within[:1]]
    found = {link for name in own for link in known_links(EntityKind.PLACE.value, name)}
    return (f"geonames:{place.reference.removeprefix(_GEONAMES)}", *(found if len(found) == 1 else ()))


def _means_first(name: str, place: Place) -> bool:
    likeliest = locate_place(name)
    return likeliest is not None and likeliest.reference == place.reference

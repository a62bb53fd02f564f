"""Two places printed side by side without a comma."""

import pytest

from nutgraf.annotate.naming import Naming
from nutgraf.annotate.side_by_side import part_places
from nutgraf.records.annotation import EntityKind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Miramar Florida", ["Miramar", "Florida"]),
        ("brittany france", ["brittany", "france"]),
        ("San Rafael Ca", ["San Rafael", "Ca"]),
        ("Kansas City Missouri", ["Kansas City", "Missouri"]),
        ("Paris Texas", ["Paris", "Texas"]),
        ("New Mexico", ["New Mexico"]),
        ("South Africa", ["South Africa"]),
        ("West Texas", ["West Texas"]),
        ("Papua New Guinea", ["Papua New Guinea"]),
        ("Bergen Texas", ["Bergen Texas"]),
        ("Halden Bridge", ["Halden Bridge"]),
        ("Miramar, Florida", ["Miramar, Florida"]),
    ],
)
def test_a_town_and_what_it_lies_in(words, expected):
    text = f"They met in {words} again."
    start = text.index(words)
    parts = part_places(text, Naming(start, start + len(words), EntityKind.PLACE, 3, 0))
    assert [text[part.start : part.end] for part in parts] == expected


def test_what_is_no_place_stays_whole():
    text = "Paris Texas spoke."
    naming = Naming(0, 11, EntityKind.PERSON, 3, 0)
    assert part_places(text, naming) == [naming]

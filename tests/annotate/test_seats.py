"""Capitals and seats that stand for a government."""

import pytest

from nutgraf.annotate.places import resolve_places
from nutgraf.annotate.seats import means_government


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Washington denied the report.", "Washington", True),
        ("Talks with Washington broke down.", "Washington", True),
        ("Oslo's sanctions hold.", "Oslo", True),
        ("Ties between Oslo and Copenhagen are cool.", "Copenhagen", True),
        ("The fair in Washington drew crowds.", "Washington", False),
        ("Oslo is cold.", "Oslo", False),
        ("Bergen denied it.", "Bergen", False),
        ("The Kremlin kept silent.", "Kremlin", True),
        ("Guests waited at the White House.", "White House", False),
        ("She has friends on Capitol Hill.", "Capitol Hill", False),
        ("He will visit Downing Street on Monday.", "Downing Street", False),
    ],
)
def test_means_government(make_article, text, name, expected):
    span = (text.index(name), text.index(name) + len(name))
    place = resolve_places(make_article([text]), [span])[0]
    assert place is not None
    assert means_government(text, *span, place) is expected

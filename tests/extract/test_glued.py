import pytest

from nutgraf.extract.glued import part_lines
from nutgraf.extract.lines import read_lines

AFTER = " crossing will be closed for nine weeks, the harbour office said on Monday."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("By Coast editor Anna WeberThe" + AFTER, ["By Coast editor Anna Weber", "The" + AFTER]),
        ("By Olaf LindThe" + AFTER, ["By Olaf Lind", "The" + AFTER]),
        ("By Monday the" + AFTER, ["By Monday the" + AFTER]),
        ("VIDEO: The ferry at nightMAPS: Where it sails", ["VIDEO: The ferry at night", "MAPS: Where it sails"]),
        (
            "Follow live updates from the harbourTown hall workers call for calm",
            ["Follow live updates from the harbour", "Town hall workers call for calm"],
        ),
        (
            "New crane arrives, but the quay must wait… Read more",
            ["New crane arrives, but the quay must wait…", "Read more"],
        ),
        ("McDonald said the YouTube film was hers.", ["McDonald said the YouTube film was hers."]),
    ],
)
def test_glued_lines_are_parted_and_nothing_is_lost(text, pieces):
    lines = part_lines(read_lines(text))
    assert [line.words for line in lines] == pieces
    assert [text[line.start : line.end] for line in lines] == pieces

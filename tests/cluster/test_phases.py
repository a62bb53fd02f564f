"""How an account speaks of a planned event."""

import pytest

from nutgraf.cluster.phases import FAMILIES, Phase, events_in, read_phase


@pytest.mark.parametrize(
    ("title", "text", "event", "phase"),
    [
        (
            "Voters head for the polls",
            "The referendum on the canal is set to be held on Sunday.",
            "referendum",
            "before",
        ),
        (
            "Canal plan rejected",
            "Norland voted no to the canal after a referendum that split it.",
            "referendum",
            "after",
        ),
        ("What to watch", "The final between Olsk and Lumen will begin at nine on Saturday.", "final", "before"),
        ("Olsk are champions", "Olsk danced until dawn after the match.", "match", "after"),
        ("Rocket on its way", "Following the launch from Port Ellery the crew sent a greeting.", "launch", "after"),
        ("Rocket waits", "Engineers expect good weather ahead of the launch on Friday.", "launch", "before"),
        ("Rocket at rest", "A launch is a fine thing to see.", "launch", "untold"),
        ("Rocket of old", "The tower has rusted since the launch of 1987 was called off.", "launch", "untold"),
    ],
)
def test_how_an_account_speaks_of_the_event(write, title, text, event, phase):
    assert read_phase(write("a", title, text), (event,))[0] is Phase(phase)


def test_every_word_of_the_table_stands_in_one_family():
    words = [word for family in FAMILIES for word in family]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The talks, the two ceremonies and the election's end", {"talks", "ceremony", "election"}),
        ("They talked, closed the door and landed", set()),
        ("", set()),
    ],
)
def test_events_are_nouns_of_the_table(text, events):
    assert events_in(text) == events

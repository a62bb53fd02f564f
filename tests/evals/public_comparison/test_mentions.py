"""Gold mentions found again in our texts: spaces and quote marks do not count, lines left out have no places."""

from evals.public_comparison.mentions import GoldDocument, GoldMention, place_mentions, place_tokens
from evals.stories.writing import make_article
from hypothesis import given
from hypothesis import strategies as st

LINES = (("http://harbour.example/ferry",), ("The", "``", "Ada", "''", "sank", "."), ("Divers", "went", "down", "."))
TEXT = 'The "Ada" sank.\nDivers went down.'


def told(text, places):
    return {key: text[start:end] for key, (start, end) in places.items()}


def test_tokens_are_found_in_the_text_that_was_written_from_them():
    found = told(TEXT, place_tokens(LINES, TEXT))
    assert found[1, 2] == "Ada"
    assert found[1, 1] == found[1, 3] == '"'
    assert found[2, 0] == "Divers"
    assert not any(line == 0 for line, _ in found)


def test_a_line_that_says_something_else_has_no_places_and_the_rest_stands():
    assert {line for line, _ in place_tokens((("It", "rained", "."), LINES[2]), "Divers went down.")} == {1}


@given(st.lists(st.lists(st.text("ab.'\"", min_size=1, max_size=3), min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_token_of_a_text_joined_by_spaces_is_found(lines):
    text = "\n".join(" ".join(line) for line in lines)
    found = told(text, place_tokens(lines, text))
    assert found == {(number, place): token for number, line in enumerate(lines) for place, token in enumerate(line)}


def test_mentions_of_events_alone_are_placed_where_they_begin():
    mentions = (
        GoldMention(1, (4,), "ACT1", "Sink"),
        GoldMention(2, (1, 2), "ACT2", "go"),
        GoldMention(2, (0,), "HUM1", "diver", event=False),
        GoldMention(0, (0,), "ACT3", "ferry"),
    )
    document = GoldDocument(LINES, make_article("a", "a", TEXT.split("\n")), mentions)
    found = list(place_mentions(document))
    assert [(one.chain, one.lemma, TEXT[one.start :][:4]) for one in found] == [
        ("ACT1", "sink", "sank"),
        ("ACT2", "go", "went"),
    ]

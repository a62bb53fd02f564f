"""Quoted words that only the tagger hears as speech; its tags are given by hand."""

import pytest

from nutgraf.annotate.entities import annotate_entities
from nutgraf.annotate.heard import find_roles, read_heard
from nutgraf.annotate.quotes import annotate_quotes
from nutgraf.annotate.reading import read_article
from nutgraf.annotate.speech import find_speech
from nutgraf.models.tagger import Tag

TEXT = "Mary Low is all in on “a bridge for everyone” and the tolls."


@pytest.fixture
def heard(make_article, tagged):
    def found(*told, text=TEXT):
        article = make_article([text])
        sentences, names = tagged(article)
        reading = read_article(article, sentences, *annotate_entities(article, sentences, names))
        tags = [
            Tag(text.index(words), text.index(words) + len(words), "attribution", label, sure)
            for words, label, sure in told
        ]
        roles = find_roles(sentences, [tags])
        (piece,) = reading.marked
        (quote,) = (q for q in annotate_quotes(reading, find_speech(reading), roles) if q.start == piece.start)
        return text, read_heard(reading, roles, piece), quote

    return found


def test_content_with_source_and_cue_is_speech(heard):
    text, found, quote = heard(
        ("Mary Low", "source", 90), ("is all in on", "cue", 80), ("“a bridge for everyone”", "content", 90)
    )
    assert found.speaker.name == "Mary Low"
    assert text[found.cue_start : found.cue_end] == "is all in on"
    assert (quote.kind.value, quote.speaker.name, quote.speaker.sure.value) == ("mixed", "Mary Low", "likely")


@pytest.mark.parametrize(
    "told",
    [
        (),
        (("Mary Low", "source", 90), ("is all in on", "cue", 80)),
        (("Mary Low", "source", 90), ("“a bridge for everyone”", "content", 90)),
        (("is all in on", "cue", 80), ("“a bridge for everyone”", "content", 90)),
        (("Mary Low", "source", 90), ("is all in on", "cue", 80), ("“a", "content", 90)),
        (("Mary Low", "source", 90), ("is all in on", "cue", 40), ("“a bridge for everyone”", "content", 90)),
    ],
)
def test_without_all_three_or_in_doubt_the_marks_give_nobodys_words(heard, told):
    _, found, quote = heard(*told)
    assert found is None
    assert quote.speaker is None
    assert quote.kind.value == "scare"


def test_a_rule_that_knows_the_verb_has_the_first_word(heard):
    text = "Mary Low said “a bridge for everyone” was due, as Ann Vardo hoped."
    *_, quote = heard(
        ("Ann Vardo", "source", 99), ("hoped", "cue", 99), ("“a bridge for everyone”", "content", 99), text=text
    )
    assert quote.speaker.name == "Mary Low"

"""Which act of speech gives quoted words, and which words go on with those before them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.annotate.entities import annotate_entities
from nutgraf.annotate.giving import find_giver, opens_sentence, whole_sentences
from nutgraf.annotate.quotes import annotate_quotes
from nutgraf.annotate.reading import read_article
from nutgraf.annotate.speech import find_speech


@pytest.fixture(scope="session")
def read(make_article, tagged):
    """Return the reading of paragraphs and the acts of speech in it."""

    def of(*paragraphs):
        article = make_article(list(paragraphs))
        sentences, tags = tagged(article)
        reading = read_article(article, sentences, *annotate_entities(article, sentences, tags))
        return reading, find_speech(reading)

    return of


@pytest.fixture(scope="session")
def give(read):
    """Return (words, cue, source) of every quoted piece, each read as if nothing stood before it."""

    def of(*paragraphs):
        reading, acts = read(*paragraphs)
        return [told(reading, piece, find_giver(reading, acts, piece, None).act) for piece in reading.marked]

    return of


def told(reading, piece, act):
    words = reading.text[piece.start : piece.end]
    if act is None:
        return words, None, None
    return words, reading.text[act.cue_start : act.cue_end], act.source and act.source.name


@pytest.mark.parametrize(
    ("text", "words", "cue", "source"),
    [
        ("“The lock is stuck,” said Mary Okafor.", "The lock is stuck,", "said", "Mary Okafor"),
        ("“The lock is stuck,” Mary Okafor told the crew.", "The lock is stuck,", "told", "Mary Okafor"),
        ("“The lock is stuck,” as Mary Okafor put it.", "The lock is stuck,", "put", "Mary Okafor"),
        ("Mary Okafor said: “The lock is stuck.”", "The lock is stuck.", "said", "Mary Okafor"),
        ("Mary Okafor said the lock had been “a lasting worry”.", "a lasting worry", "said", "Mary Okafor"),
        ("Jan Holt called the lock “a menace”, Mary Okafor said.", "a menace", "called", "Jan Holt"),
    ],
)
def test_the_act_beside_gives_the_words(give, text, words, cue, source):
    assert give(text) == [(words, cue, source)]


def test_whose_deed_is_told_later_does_not_say_what_others_call_him(give):
    text = "The minister, Jan Holt, described by colleagues as “a stubborn man”, refused to leave."
    assert give(text) == [("a stubborn man", "described", "colleagues")]


def test_words_after_a_semicolon_are_another_ones(give):
    assert give("Jan Holt said he was tired; the sign beside him read “Keep out”.") == [("Keep out", None, None)]


@pytest.mark.parametrize(
    ("before", "source"),
    [("Mary Okafor told the crew at noon:", "Mary Okafor"), ("Mary Okafor told the crew at noon.", None)],
)
def test_only_a_colon_leads_from_one_paragraph_into_the_next(give, before, source):
    assert give(before, "“The lock is stuck.”")[0][2] == source


def test_a_title_somebody_is_told_of_is_not_what_is_told(give):
    given_words = give("Mary Okafor told “Harbour Lights” that the lock was stuck.")
    assert ("Harbour Lights", "told", "Mary Okafor") not in given_words


@pytest.mark.parametrize(
    ("paragraphs", "parts"),
    [
        (["“The lock,” Mary Okafor said, “is stuck.”"], 1),
        (["“The lock is stuck,” Mary Okafor said. “We wait.”"], 1),
        (["Mary Okafor said: “The lock is stuck.", "“We wait until noon.”"], 1),
        (["“The lock is stuck,” Mary Okafor said.", "“We wait,” Jan Holt said."], 2),
    ],
)
def test_words_that_go_on_are_one_utterance(read, paragraphs, parts):
    reading, acts = read(*paragraphs)
    quotes = annotate_quotes(reading, acts)
    spoken = [quote for quote in quotes if quote.kind.value == "direct"]
    assert len(spoken) == 2
    assert len({quote.utterance for quote in spoken}) == parts


def test_a_piece_goes_on_only_with_a_quote_before_it(read):
    reading, acts = read("“The lock,” Mary Okafor said, “is stuck.”")
    first, second = annotate_quotes(reading, acts)
    opening, closing = reading.marked
    assert find_giver(reading, acts, closing, first).continues
    assert not find_giver(reading, acts, closing, None).continues
    assert not find_giver(reading, acts, opening, None).continues
    assert (first.start, second.end) == (opening.start, closing.end)


@pytest.mark.parametrize(
    ("text", "opens", "whole"),
    [
        ("“We wait. We hope.” So they did.", True, True),
        ("“we wait,” she said.", True, False),
        ("They call it “the long wait”.", False, False),
    ],
)
def test_sentences_of_their_own(read, text, opens, whole):
    reading, _ = read(text)
    (piece,) = reading.marked
    assert (opens_sentence(reading, piece), whole_sentences(reading, piece)) == (opens, whole)


FRAMES = (
    "“{},” Mary Okafor said.",
    "“{},” said Jan Holt, who runs the lock.",
    "Mary Okafor said the lock was “{}”.",
    "The harbour office called it “{}”.",
    "The lock, the crew says, is “{}”.",
)
WORDS = st.lists(st.sampled_from("rusty old gates swing shut by night and said nobody knows".split()), min_size=1)


@settings(max_examples=30)  # the tagger reads every sentence once
@given(st.sampled_from(FRAMES), WORDS, WORDS)
def test_what_stands_between_the_marks_does_not_choose_who_gives_it(give, frame, one, other):
    first, second = give(frame.format(" ".join(one))), give(frame.format(" ".join(other)))
    assert [cue for _, cue, _ in first] == [cue for _, cue, _ in second]
    assert [words.rstrip(",") for words, _, _ in first] == [" ".join(one)]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=5))
def test_a_giver_is_one_of_the_acts_and_nobody_gives_what_goes_on(read, frames):
    reading, acts = read(*(frame.format("shut by night") for frame in frames))
    before = None
    for piece in reading.marked:
        found = find_giver(reading, acts, piece, before)
        assert found.act is None or found.act in acts
        assert not (found.continues and found.act)
        assert found == find_giver(reading, acts, piece, before)

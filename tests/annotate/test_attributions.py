"""Attribution: whom each sentence rests on, where the words that say so stand, and what they cover."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.article import annotate_article
from nutgraf.records.article import Role


def rests(make_article, *blocks):
    """Return (kind, attributing words, content) of every attribution in order."""
    article = make_article(list(blocks))
    return [
        (one.kind.value, article.text[one.start : one.end], article.text[one.content_start : one.content_end])
        for one in annotate_article(article).attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell.", ("own", "The bridge fell.", "The bridge fell.")),
        ("Ilse Brandt said the bridge fell.", ("named", "Ilse Brandt said", "the bridge fell.")),
        ("The bridge fell, Ilse Brandt said.", ("named", "Ilse Brandt said", "The bridge fell")),
        (
            "The bridge fell at noon, according to Ilse Brandt.",
            ("named", "according to Ilse Brandt", "The bridge fell at noon"),
        ),
        ("A senior official said the bridge fell.", ("anonymous", "A senior official said", "the bridge fell.")),
        ("The report said the bridge fell.", ("document", "The report said", "the bridge fell.")),
        ("The bridge reportedly fell.", ("anonymous", "reportedly", "The bridge reportedly fell.")),
    ],
)
def test_words_and_content(text, expected, make_article):
    assert rests(make_article, text) == [expected]


def test_sentences_inside_a_quotation_rest_on_its_speaker(make_article):
    found = rests(make_article, "“It fell. Nobody was hurt. We will rebuild,” Ilse Brandt said.")
    assert {kind for kind, _, _ in found} == {"named"}


def test_a_quoted_paper_stays_a_paper_in_its_next_sentence(make_article):
    found = rests(make_article, "“It fell,” the letter said. “Nobody was hurt.”")
    assert {kind for kind, _, _ in found} == {"document"}


def test_a_cited_address_is_a_document(make_article):
    found = rests(make_article, "The bridge was built in 1957 (bridges.example).")
    assert ("document", "bridges.example") in [(kind, words) for kind, words, _ in found]


def test_subheadings_rest_on_nobody(make_article):
    assert rests(make_article, ("What Brandt said", Role.SUBHEADING)) == []


SENTENCES = [
    "The bridge fell.",
    "Ilse Brandt said the bridge fell.",
    "“It fell,” she said.",
    "A source told Reuters it fell.",
    "According to the report, it fell.",
    "He denied it.",
    "“It was rusty. It fell.”",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_every_sentence_rests_on_something_inside_the_text(make_article, chosen):
    article = make_article([" ".join(chosen)])
    annotation = annotate_article(article)
    for sentence in annotation.sentences:
        assert any(
            (one.content_start < sentence.end and sentence.start < one.content_end)
            or sentence.start <= one.start < sentence.end
            for one in annotation.attributions
        )
    for one in annotation.attributions:
        assert 0 <= one.start < one.end <= len(article.text)
        assert 0 <= one.content_start <= one.content_end <= len(article.text)

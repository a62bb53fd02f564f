"""Whom pronouns and descriptions stand for, with invented people; where two remain, nobody."""

import pytest

from nutgraf.annotate.coreference import Reader, resolve_references
from nutgraf.annotate.entities import name_entities


@pytest.fixture(scope="session")
def resolve(make_article, tagged):
    def found(words, guess=False):
        article = make_article([words])
        sentences, tags = tagged(article)
        mentions, _ = resolve_references(article, sentences, *name_entities(article, sentences, tags), guess)
        return [(article.text[m.start : m.end], m.entity) for m in sorted(mentions, key=lambda m: m.start)]

    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mrs Orlo spoke. She left.", [("She", "person:orlo")]),
        ("Mr Teck said he would leave.", [("he", "person:teck")]),
        ("Mr Teck hurt himself.", [("himself", "person:teck")]),
        ("Mr Teck met Mrs Orlo. She left.", [("She", "person:orlo")]),
        ("Mr Teck told Mr Orlo that he would leave.", [("he", "person:teck")]),
        ("Mr Teck opened the bridge. “It is safe,” he said.", [("he", "person:teck")]),
    ],
)
def test_the_one_who_fits(resolve, words, expected):
    assert resolve(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "She left.",
        "Mrs Orlo left. He slept.",
        "Mr Teck and Mr Orlo met before he left.",
        "Mr Teck said: “He is tired.”",
        "Mr Teck left. The official said he was tired.",
    ],
)
def test_nobody_where_none_or_two_fit(resolve, words):
    assert resolve(words) == []


def test_a_guess_takes_the_likeliest(resolve):
    assert len(resolve("Mr Teck and Mr Orlo met before he left.", guess=True)) == 1


def test_everybody_near_is_weighed_and_the_shares_are_one(make_article, tagged):
    article = make_article(["Mr Teck met Mr Orlo. His mother slept before he left."])
    sentences, tags = tagged(article)
    reader = Reader(article, sentences, *name_entities(article, sentences, tags))
    for index in range(len(sentences)):
        reader.read(index)
    for weighed in reader.weighed:
        assert {"person:teck", "person:orlo", ""} <= {candidate.key for candidate in weighed.candidates}
        assert sum(weighed.shares) == pytest.approx(1)

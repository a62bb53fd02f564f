"""What sort of source is not named, as the words tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.anonymous import sort_source
from nutgraf.annotate.article import annotate_article
from nutgraf.records.annotation import AnonymousSort, AttributionKind


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("a senior official", "official"),
        ("two Ardovian officials familiar with the talks", "official"),
        ("three diplomats", "official"),
        ("A palace aide", "official"),
        ("a police source", "official"),
        ("a Kremlin source", "official"),
        ("people familiar with the matter", "source familiar"),
        ("two people briefed on the plan", "source familiar"),
        ("a person close to the minister", "source familiar"),
        ("sources", "source familiar"),
        ("company insiders", "source familiar"),
        ("a person who was in the room", "witness"),
        ("residents of Lower Vale", "witness"),
        ("Eyewitnesses", "witness"),
        ("analysts", "analyst"),
        ("one expert on dams", "analyst"),
        ("a spokeswoman for the harbour", "spokesperson"),
        ("a fisherman", "people"),
        ("63 percent", "people"),
        ("reportedly", "hearsay"),
        ("is said to", "hearsay"),
    ],
)
def test_the_words_tell_the_sort(words, sort):
    assert sort_source(words).value == sort


@given(st.text(max_size=60))
def test_any_words_have_one_sort(words):
    assert sort_source(words) in AnonymousSort


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people familiar with the talks told Reuters the bridge fell.", ("source familiar", "Reuters")),
        ("The bridge reportedly fell.", ("hearsay", None)),
        ("“It fell,” a witness said. “We ran.”", ("witness", None)),
    ],
)
def test_anonymous_sources_alone_have_a_sort(text, expected, make_article):
    found = annotate_article(make_article([text])).attributions
    assert {(one.sort.value, one.via) for one in found if one.kind is AttributionKind.ANONYMOUS} == {expected}


def test_other_sources_have_none(make_article):
    found = annotate_article(
        make_article(["Ilse Brandt said it fell. The report denied it. It was dark."])
    ).attributions
    assert {one.sort for one in found} == {None}

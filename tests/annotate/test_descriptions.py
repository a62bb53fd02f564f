"""Whom or what a description stands for, with invented people and bodies; where two fit, nobody."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.annotate.descriptions import DESCRIPTION, Descriptions, country_of


@pytest.fixture(scope="session")
def described(scene_named):
    """Return (words, key) of every description that stands for somebody; those who are named count, nobody else."""

    def of(*paragraphs):
        scene = scene_named(*paragraphs)
        known = Descriptions(scene)
        found = []
        for index, sentence in enumerate(scene.sentences):
            for match in DESCRIPTION.finditer(scene.text, sentence.start, sentence.end):
                found.append((match.group(), known.described(index, match)))
        return found

    return of


@pytest.fixture(scope="session")
def last_described(described):
    return lambda *paragraphs: described(*paragraphs)[-1][1]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mayor Mary Okafor met Governor Jan Holt. The mayor slept.", "person:mary okafor"),
        ("Mayor Mary Okafor met Governor Jan Holt. The governor slept.", "person:jan holt"),
        ("Mary Okafor, the mayor of Sund, left. Rain fell. The mayor slept.", "person:mary okafor"),
        ("President Jan Holt spoke. The leader left.", "person:jan holt"),
        ("Norwegian President Jan Holt met Swedish President Mary Okafor. The Swedish president left.",
         "person:mary okafor"),
        ("Mary Okafor has said no. The Norwegian premier will fly home.", "person:mary okafor"),
        ("Norvik Power Company shut the plant. The company paid.", "organisation:norvik power company"),
        ("The Sund City Council met. The council voted.", "organisation:sund city council"),
    ],
)  # fmt: skip
def test_the_one_who_fits(last_described, text, key):
    assert last_described(text) == key


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mayor slept. Mayor Mary Okafor left.", "not named yet"),
        ("Mayor Mary Okafor met Mayor Jan Holt. The mayor slept.", "two mayors"),
        ("Mary Okafor, a fellow of the college, left. The fellow slept.", "anybody can be a fellow"),
        ("President Jan Holt left. The Zorblethian president slept.", "a people that no table knows"),
        ("Norwegian President Jan Holt left. The Swedish president slept.", "another country's"),
        ("Norvik Power Company and Sund Water Company closed. The company paid.", "two companies"),
        ("The Interior Ministry spoke. The company paid.", "a ministry is no company"),
        ("Rain fell. The company paid.", "no company named"),
    ],
)
def test_nobody(last_described, text, why):
    assert last_described(text) is None, why


@pytest.mark.parametrize(
    "text",
    ["the mayor of Sund slept", "the police chief Holt slept", "the mayor’s office of works", "a mayor slept"],
)
def test_what_is_no_description(text):
    heads = {match.group("last") for match in DESCRIPTION.finditer(text)}
    assert not heads & {"mayor", "chief"}


@pytest.mark.parametrize(
    ("word", "country"),
    [("Norwegian", "norway"), ("Norwegians", "norway"), ("US", "united states"), ("U.K.", "united kingdom"),
     ("Norway’s", "norway"), ("Oslo", None), ("norway", None), ("Zorblethian", None)],
)  # fmt: skip
def test_the_country_a_word_tells(word, country):
    assert country_of(word) == country


@pytest.mark.parametrize(
    "behind", [", a group of divers, wrote to the Foreign Ministry.", " wrote to the Foreign Ministry."]
)
def test_of_two_bodies_the_one_that_is_called_so_or_else_the_subject_is_meant(last_described, behind):
    told = last_described(f"The Norvik Tide Network{behind} Then the group left.")
    assert told == "organisation:norvik tide network"


ROLES = st.lists(st.sampled_from("mayor governor judge bishop senator ambassador".split()), min_size=2, max_size=2)


@settings(max_examples=40)  # the tagger reads every sentence once
@given(ROLES, st.booleans(), st.booleans())
def test_the_role_tells_who_is_meant_whoever_is_named_first(last_described, roles, turned, asked):
    people = [f"{role.title()} {name}" for role, name in zip(roles, ["Mary Okafor", "Jan Holt"], strict=True)]
    one, other = reversed(people) if turned else people
    told = last_described(f"{one} met {other} in the rain. The {roles[asked]} slept.")
    expected = "person:jan holt" if asked else "person:mary okafor"
    assert told == (expected if roles[0] != roles[1] else None)


SENTENCES = st.lists(
    st.sampled_from(
        ["Mayor Mary Okafor left.", "Judge Jan Holt slept.", "Norvik Power Company paid.", "The mayor spoke.",
         "The company closed.", "The judge wept.", "The official ate.", "The Norwegian premier flew."]
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@settings(max_examples=40)
@given(SENTENCES)
def test_only_who_is_named_before_is_meant_and_the_same_each_time(described, sentences):
    text = " ".join(sentences)
    found = described(text)
    assert found == described(text)
    keys = {"person:mary okafor": "Mary", "person:jan holt": "Jan", "organisation:norvik power company": "Norvik"}
    places = [match.start() for match in re.finditer(r"\bThe ", text)]
    assert len(found) == len(places)
    for place, (_, key) in zip(places, found, strict=True):
        assert key is None or keys[key] in text[:place]

"""Whom a pronoun means by plain rules: the one who fits, here or in the nearest sentence before; of two, nobody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.annotate.nearest import nearest_fitting


@pytest.fixture(scope="session")
def nearest(scene_named):
    """Return whom the pronoun at a star can mean; the star itself is no part of the text."""

    def of(*paragraphs, gender="f"):
        marked = "\n\n".join(paragraphs)
        scene = scene_named(*(paragraph.replace("*", "") for paragraph in paragraphs))
        place = marked.index("*")
        index = max(n for n, sentence in enumerate(scene.sentences) if sentence.start <= place)
        for each in range(index + 1):
            scene.meet_others(each)
        return nearest_fitting(scene, index, place, gender)

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Mary Okafor said *she would wait.",
        "Mary Okafor opened the gate. *She left.",
        "Mary Okafor opened the gate. Rain fell. *She left.",
        "Mary Okafor met Mr Holt before *she left.",
        "Mrs Brandt slept. Mary Okafor opened the gate. *She left.",
        "Mary Okafor told Ilse Brandt that *she would wait.",
        "Mary Okafor praised Ilse Brandt for what *she called a great effort.",
        "Mary Okafor met Ilse Brandt. *She left.",
        "Mary Okafor opened the gate. “Ilse Brandt is late,” *she said.",
    ],
)
def test_the_one_who_fits(nearest, text):
    assert nearest(text) == "person:mary okafor"


@pytest.mark.parametrize(
    ("paragraphs", "why"),
    [
        (["*She left."], "nobody stands before"),
        (["Mr Holt said *she would wait."], "the other gender"),
        (["Mary Okafor saw Ilse Brandt before *she left."], "two in one sentence"),
        (["Rain fell on Mary Okafor. Night came. The wind rose. *She left."], "too far away"),
        (["Mary Okafor left.", "Rain fell.", "*She slept."], "two paragraphs away"),
        (["Mary Okafor left. The official said *she would wait."], "somebody told of without a name"),
        (["The nurse met Mary Okafor. *She slept."], "a subject told of without a name"),
    ],
)
def test_nobody(nearest, paragraphs, why):
    assert nearest(*paragraphs) is None, why


def test_who_is_told_to_be_a_woman_goes_before_one_who_may_be(nearest):
    assert nearest("Kwame-Lee Zorbleth met Mary Okafor. *She left.") == "person:mary okafor"


OPENINGS = st.lists(
    st.sampled_from(["Mary Okafor left.", "Mr Holt slept.", "Rain fell.", "The nurse woke.", "Mrs Brandt ate."]),
    max_size=4,
)
AFTER = st.lists(st.sampled_from(["Rain fell.", "The gate shut.", "Nobody came."]), max_size=3)


@settings(max_examples=40)  # the tagger reads every sentence once
@given(OPENINGS, AFTER, st.sampled_from("fm"))
def test_only_people_of_the_gender_before_the_pronoun_and_no_matter_what_follows(nearest, before, after, gender):
    told = nearest(" ".join([*before, "*They left."]), gender=gender)
    assert told in ({None, "person:mary okafor", "person:brandt"} if gender == "f" else {None, "person:holt"})
    assert told is None or any(told.split()[-1].removeprefix("person:") in said.lower() for said in before[-2:])
    assert told == nearest(" ".join([*before, "*They left.", *after]), gender=gender)

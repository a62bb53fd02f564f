"""Whom a pronoun can mean, what speaks for and against each, and how likely that makes them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.annotate.positions import Position
from nutgraf.annotate.pronoun_weights import WEIGHTS
from nutgraf.annotate.pronouns import LOOK_BACK, Candidate, find_candidates, read_pronoun, weigh

_PRONOUN = re.compile(r"\b(?:[Ss]?[Hh]e|[Hh]ers?|[Hh]im(?:self)?|[Hh]is|[Hh]erself)\b")


@pytest.fixture(scope="session")
def last_pronoun(scene_of):
    """Return the scene of paragraphs, everybody in it met, and its last pronoun."""

    def of(*paragraphs):
        scene = scene_of(*paragraphs)
        match = list(_PRONOUN.finditer(scene.text))[-1]
        index = max(n for n, sentence in enumerate(scene.sentences) if sentence.start <= match.start())
        return scene, read_pronoun(scene, index, match)

    return of


@pytest.fixture(scope="session")
def candidates(last_pronoun):
    """Return the features of everybody whom the last pronoun of paragraphs can mean, by key, in their order."""

    def of(*paragraphs):
        return {one.key: one.features for one in find_candidates(*last_pronoun(*paragraphs))}

    return of


@pytest.mark.parametrize(
    ("text", "gender", "position", "speaks"),
    [
        ("Mary Okafor left. She slept.", "f", Position.SUBJECT, False),
        ("“We wait,” she said.", "f", Position.SUBJECT, True),
        ("“We wait,” said he.", "m", Position.SUBJECT, True),
        ("They told him.", "m", Position.OBJECT, False),
        ("They saw her dog.", "f", Position.OWNER, False),
        ("Mr Holt hurt himself.", "m", Position.ITSELF, False),
    ],
)
def test_a_pronoun_as_its_words_tell_it(last_pronoun, text, gender, position, speaks):
    _, pronoun = last_pronoun(text)
    assert (pronoun.gender, pronoun.position, pronoun.speaks) == (gender, position, speaks)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("She left.", [""]),
        ("Mr Holt met Mary Okafor. He left.", ["person:holt", ""]),
        ("Mary Okafor met Mrs Brandt. She left.", ["person:brandt", "person:mary okafor", ""]),
        ("When she arrived, Mary Okafor was tired.", ["person:mary okafor", ""]),
        ("Mary Okafor left. “Mrs Brandt is late,” she said.", ["person:mary okafor", ""]),
        ("The Norvik Power Company sued. She left.", [""]),
        ("A widow waited. She left.", ["unnamed:0", ""]),
    ],
)
def test_everybody_of_the_gender_the_last_seen_first_then_nobody(candidates, text, keys):
    assert list(candidates(text)) == keys


def test_nobody_is_looked_for_further_back_than_a_few_sentences(candidates):
    rain = " ".join(["Rain fell."] * (LOOK_BACK - 1))
    assert "person:mary okafor" in candidates(f"Mary Okafor left. {rain} She slept.")
    assert "person:mary okafor" not in candidates(f"Mary Okafor left. {rain} Rain fell. She slept.")


def test_sentences_inside_a_quote_take_nobody_further_away(candidates):
    said = "“" + " ".join(["Rain fell here."] * (LOOK_BACK + 2)) + "”"
    assert "person:mary okafor" in candidates("Mary Okafor left.", said, "She slept.")


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Mary Okafor said that she would wait.", "said that"),
        ("Mary Okafor and her dog left.", "joined"),
        ("“The gate is shut,” Mary Okafor said. “We wait,” she said.", "speaks on"),
        ("“The gate is shut,” Mary Okafor said. Rain woke her.", "spoke last"),
        ("Mary Okafor’s mother slept. She woke.", "kin of them"),
        ("Mary Okafor left. She slept.", "alone in the article"),
        ("Mary Okafor left. She slept.", "nearest by rule"),
        ("When she arrived, Mary Okafor was tired.", "ahead of main clause"),
        ("In her first speech, Mary Okafor wept.", "owned, then named"),
        ("With her help Mary Okafor won.", "owned and named"),
    ],
)
def test_what_speaks_for_somebody(candidates, text, feature):
    assert candidates(text)["person:mary okafor"][feature] == 1.0


def test_another_paragraph_is_told(candidates):
    near, far = candidates("Mary Okafor left. She slept."), candidates("Mary Okafor left.", "She slept.")
    assert "other paragraph" not in near["person:mary okafor"]
    assert "other paragraph" in far["person:mary okafor"]


FEATURES = st.dictionaries(st.sampled_from([*sorted(WEIGHTS), "never learned"]), st.floats(0, 3), max_size=8)
CANDIDATES = st.lists(FEATURES, min_size=1, max_size=6).map(
    lambda told: [Candidate(str(number), features) for number, features in enumerate(told)]
)


@given(CANDIDATES)
def test_shares_are_one_together_and_grow_with_the_weight(everybody):
    shares = weigh(everybody)
    assert sum(shares) == pytest.approx(1)
    ranked = sorted(zip(everybody, shares, strict=True), key=lambda pair: pair[0].weight)
    assert [share for _, share in ranked] == sorted(shares)


@given(CANDIDATES.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_shares_do_not_depend_on_the_order(orders):
    first, second = ({c.key: s for c, s in zip(order, weigh(order), strict=True)} for order in orders)
    assert first == pytest.approx(second)


def test_what_was_not_learned_weighs_nothing():
    assert Candidate("a", {"never learned": 2.0}).weight == 0.0
    assert Candidate("a", {"joined": 2.0}).weight == pytest.approx(2 * WEIGHTS["joined"])


SENTENCES = st.lists(
    st.sampled_from(
        ["Mary Okafor left.", "Mr Holt slept.", "Ilse Brandt said it rained.", "A widow wept.", "“He lies,” they said."]
    ),
    max_size=5,
)


@settings(max_examples=40)  # the tagger reads every sentence once
@given(SENTENCES, st.sampled_from(["She left.", "They saw him.", "It was his.", "They asked her mother."]))
def test_each_candidate_once_of_the_right_gender_and_from_the_text(last_pronoun, before, asked):
    scene, pronoun = last_pronoun(" ".join([*before, asked]))
    found = find_candidates(scene, pronoun)
    keys = [one.key for one in found]
    assert keys[-1] == ""
    assert len(set(keys)) == len(keys)
    assert all(scene.genders[key] in ("", pronoun.gender) for key in keys[:-1])
    assert {key for key in keys[:-1] if key.startswith("person:")} <= set(scene.first)
    assert all(value >= 0 for one in found for value in one.features.values())
    assert scene.text[pronoun.start : pronoun.end] in asked

"""Who was seen where in an article: named people, people without a name, and what stands between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.annotate.positions import Position
from nutgraf.annotate.scene import Scene, Seen
from nutgraf.records.annotation import Entity, EntityKind, Mention, Sentence
from nutgraf.records.article import Role


@pytest.fixture(scope="session")
def met(scene_of):
    """Return (words, sort, gender) of everybody seen, in order."""

    def of(*paragraphs):
        scene = scene_of(*paragraphs)
        return [
            (scene.text[one.start : one.end], one.sort, scene.genders[one.key]) for seen in scene.seen for one in seen
        ]

    return of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An official waited.", [("An official", "unnamed", "")]),
        ("A young fisherman waited.", [("A young fisherman", "kin", "m")]),
        ("Mary Okafor phoned her mother.", [("Mary Okafor", "name", "f"), ("her mother", "kin", "f")]),
        ("Mary Okafor, a nurse, waited.", [("Mary Okafor", "name", "f")]),
        ("Mary Okafor was a nurse.", [("Mary Okafor", "name", "f")]),
        ("A nurse, Mary Okafor, waited.", [("Mary Okafor", "name", "f")]),
        ("The council house burned.", []),
        ("The mayor of Sund waited.", []),
        ("The mayors waited.", []),
    ],
)
def test_people_without_a_name(met, text, expected):
    assert [one for one in met(text) if "Sund" not in one[0]] == expected


def test_words_nobody_knows_may_name_somebody_and_are_counted(make_article):
    article = make_article(["Zorbleth waited. Zorbleth slept. On Monday nobody came."])
    ends = [text_end for text_end, sign in enumerate(article.text, 1) if sign == "."]
    sentences = tuple(
        Sentence(start, end, 0, Role.BODY) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)
    )
    scene = Scene(article, sentences, (), ())
    for index in range(len(sentences)):
        scene.meet_others(index)
    assert [[(one.key, one.sort) for one in seen] for seen in scene.seen] == [
        [("unlisted:zorbleth", "unlisted")],
        [("unlisted:zorbleth", "unlisted")],
        [],
    ]
    assert scene.total == {"unlisted:zorbleth": 2}


def test_where_each_was_named_first_and_how_often(scene_of):
    scene = scene_of("Mary Okafor met Jan Holt.", "Okafor slept. Okafor woke.")
    assert scene.first == {"person:mary okafor": 0, "person:jan holt": 16}
    assert scene.total == {"person:mary okafor": 3, "person:jan holt": 1}


def test_alone_is_who_has_no_other_of_the_gender_beside(scene_of):
    scene = scene_of("Mrs Okafor met Mr Holt.")
    assert scene.alone("person:okafor", "f")
    assert not scene.alone("person:nobody", "f")
    two = scene_of("Mrs Okafor met Mrs Brandt.")
    assert not two.alone("person:okafor", "f")


def test_sentences_that_are_quotes_from_end_to_end(scene_of):
    scene = scene_of("“The gate is shut. Nobody came.” Mary Okafor left. “We wait,” she said.")
    assert [scene.is_spoken(index) for index in range(len(scene.sentences))] == [True, True, False, False]


def test_a_quote_that_runs_on_is_quoted_to_the_end_of_its_paragraph(scene_of):
    scene = scene_of("“The gate is shut.", "“We wait,” Mary Okafor said.")
    quoted = "".join(sign for place, sign in enumerate(scene.text) if scene.is_quoted(place))
    assert quoted == "The gate is shut.We wait,"


PIECES = st.lists(st.tuples(st.booleans(), st.sampled_from(["the gate", "nobody came", "rain fell"])), min_size=1)


@given(PIECES)
def test_quoted_is_what_stands_between_marks(make_article, pieces):
    text, inside = "", []
    for quoted, words in pieces:
        text += (" " if text else "") + ("“" if quoted else "")
        inside += range(len(text), len(text) + len(words)) if quoted else ()
        text += words + ("”" if quoted else "")
    scene = Scene(make_article([text]), (Sentence(0, len(text), 0, Role.BODY),), (), ())
    assert [place for place in range(len(text)) if scene.is_quoted(place)] == inside


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))), unique=True, max_size=8
)


@given(SPANS.flatmap(lambda spans: st.tuples(st.just(spans), st.permutations(spans))))
def test_the_order_in_which_people_join_does_not_matter(make_article, orders):
    article = make_article(["Rain fell on the lock gates of the harbour until the morning came."])
    bounds = (Sentence(0, len(article.text), 0, Role.BODY),)
    seen = []
    for spans in orders:
        scene = Scene(article, bounds, (), ())
        for start, end in spans:
            scene.add(0, Seen(start, end, f"person:{start}", EntityKind.PERSON, "name", Position.OTHER))
        seen.append(scene.seen[0])
    assert seen[0] == seen[1]
    assert [(one.start, one.end) for one in seen[0]] == sorted(orders[0])


def test_a_mention_outside_the_sentences_is_counted_but_seen_nowhere(make_article):
    article = make_article(["Mary Okafor", "She left."])
    sentence = Sentence(13, 22, 1, Role.BODY)
    key = "person:mary okafor"
    entity = Entity(key, EntityKind.PERSON, "Mary Okafor", ("Mary Okafor",), "", "f", None)
    scene = Scene(article, (sentence,), (entity,), (Mention(0, 11, EntityKind.PERSON, key, True),))
    assert (scene.seen, scene.total[key], scene.first[key]) == ([[]], 1, 0)


NAMES = st.sampled_from(["Mary Okafor", "Jan Holt", "An official", "The mayor", "A widow", "Ilse Brandt"])
DEEDS = st.sampled_from(["left", "met a fisherman", "thanked “a brave man”", "phoned his brother"])


@settings(max_examples=30)  # the tagger reads every sentence once
@given(st.lists(st.tuples(NAMES, DEEDS), min_size=1, max_size=4))
def test_everybody_stands_whole_in_a_sentence_and_nobody_twice(scene_of, told):
    scene = scene_of(" ".join(f"{name} {deed}." for name, deed in told))
    for sentence, seen in zip(scene.sentences, scene.seen, strict=True):
        assert all(sentence.start <= one.start < one.end <= sentence.end for one in seen)
        assert all(one.end <= after.start for one, after in pairwise(seen))
        assert all(one.key in scene.genders for one in seen)

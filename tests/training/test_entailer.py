"""What the entailer learns from: edits that do what they say, and events told by several outlets."""

import random

import pytest
from training.entailer.edits import negate, say_in_part, say_otherwise, swap_day, swap_number, turn_round
from training.entailer.sets import Pair
from training.entailer.told import BadStory, pairs_of_events, read_event, read_events, relation_of

from nutgraf.models.entailer import FEATURES, Relation, read_pair

EVENT = """# a lock that failed
= 1 The gate failed on Monday.
~ 1b The gate failed on Tuesday.
= 2 Nine were hurt.
## Halden Post
{1 The gate gave way on Monday}, {2 hurting nine}.
It rained.
## Canal Times
{2 Nine barge crew were injured} in the flood that followed it.
{1b It happened on Tuesday}, the agency said.
"""


def dice():
    return random.Random(4)


def test_a_number_becomes_one_that_does_not_fit_it():
    assert swap_number("The fire killed 14 people.", dice()) not in {None, "The fire killed 14 people."}
    assert swap_number("A fire killed people.", dice()) is None


def test_a_day_becomes_another_of_its_kind():
    assert swap_day("It closed on Friday.", dice()) != "It closed on Friday."
    assert swap_day("It closed in the end.", dice()) is None


def test_no_becomes_yes_and_yes_no():
    assert negate("The bridge was closed.", dice()) == "The bridge was not closed."
    assert negate("The bridge was not closed.", dice()) == "The bridge was closed."
    assert negate("The bridge closed.", dice()) is None


def test_a_word_becomes_its_contrary():
    assert turn_round("Shares rose sharply.", dice()) == "Shares fell sharply."


def test_other_words_say_the_same():
    assert say_otherwise("He purchased nine of them.", dice()) in {"He bought nine of them.", "He purchased 9 of them."}


def test_a_part_leaves_out_what_stands_aside():
    whole = "On Friday, the old bridge at Korsund was closed."
    assert say_in_part(whole, dice()) == "The old bridge at Korsund was closed."
    assert say_in_part("It was closed.", dice()) is None


def test_an_event_is_read_with_its_stretches_and_whole_sentences():
    event = read_event("lock", EVENT)
    assert [(one.account, one.words, sorted(one.facts)) for one in event.said] == [
        (1, "The gate gave way on Monday", ["1"]),
        (1, "hurting nine", ["2"]),
        (1, "The gate gave way on Monday, hurting nine.", ["1", "2"]),
        (2, "Nine barge crew were injured", ["2"]),
        (2, "Nine barge crew were injured in the flood that followed it.", ["2"]),
        (2, "It happened on Tuesday", ["1b"]),
        (2, "It happened on Tuesday, the agency said.", ["1b"]),
    ]


def test_relations_follow_from_the_facts():
    monday, hurt, both, injured, *_, tuesday, _ = read_event("lock", EVENT).said
    assert relation_of(hurt, injured) == {Relation.SAME, Relation.ENTAILS}
    assert relation_of(both, injured) == {Relation.ENTAILS}
    assert relation_of(injured, both) == {Relation.RELATED}
    assert relation_of(monday, tuesday) == relation_of(both, tuesday) == {Relation.CONTRADICTS}
    assert relation_of(monday, injured) == {Relation.RELATED}


@pytest.mark.parametrize("line", ["{3 It rained}.", "{1 It rained.", "It rained}."])
def test_a_story_that_is_wrongly_marked_is_refused(line):
    with pytest.raises(BadStory, match="lock:7"):
        read_event("lock", EVENT.replace("It rained.", line))


def test_every_event_is_well_written_and_told_in_several_accounts():
    events = read_events()
    assert len(events) == 40
    for event in events:
        assert len({one.account for one in event.said}) == 5, event.name
        told = {fact for one in event.said for fact in one.facts}
        assert told == event.facts.keys(), (event.name, sorted(event.facts.keys() - told))


def test_pairs_hold_every_relation_and_are_the_same_for_the_same_dice():
    events = read_events()[:4]
    pairs = pairs_of_events(events, dice())
    assert pairs == pairs_of_events(events, dice())
    assert {relation for pair in pairs for relation in pair.possible} == set(Relation)


def test_a_pair_is_read_with_what_each_word_is_to_the_other_side():
    pieces, features = read_pair("Nine were hurt.", "Nine were not injured.")
    assert len(pieces) == len(features) == len("Nine were hurt .".split()) + len("Nine were not injured .".split()) + 3
    assert features.shape[1] == FEATURES
    assert features[1, 1] == 1  # "Nine" stands in the other side
    assert features[3, 1] == 0  # "hurt" does not
    assert isinstance(Pair("a", "b", frozenset(), "x").weight, float)

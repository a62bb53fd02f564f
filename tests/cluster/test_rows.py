"""Rows of numbers: each two are exactly as alike as their profiles are."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cluster.test_likeness import any_profiles

from nutgraf.cluster.likeness import are_across, liken
from nutgraf.cluster.rows import liken_rows
from nutgraf.records.rows import pack_row


def told(own, others, least=0):
    return {near.place: (near.timeless, near.whole) for near in liken_rows(own, others, least)}


def known(own, others):
    found = [liken(own, other) for other in others]
    return {place: (likeness.timeless, likeness.whole) for place, likeness in enumerate(found)}


@settings(max_examples=100)
@given(st.data())
def test_many_at_once_are_as_alike_as_each_two(profile, data):
    own, *others = data.draw(st.lists(any_profiles(profile).map(lambda one: replace(one, language="en")), min_size=1))
    assert told(pack_row(own), list(map(pack_row, others))) == known(own, others)


def test_real_accounts_are_as_alike_as_their_profiles(profiles):
    every = list(profiles.values())
    for own in every:
        others = [other for other in every if not are_across(own, other)]
        assert told(pack_row(own), list(map(pack_row, others))) == known(own, others)


def test_only_those_that_are_enough_alike_are_told(profiles):
    own, *others = (one for one in profiles.values() if one.language == "en")
    whole = known(own, others)
    least = sorted(timeless for timeless, _ in whole.values())[len(whole) // 2]
    found = told(pack_row(own), list(map(pack_row, others)), least)
    assert found == {place: likeness for place, likeness in whole.items() if likeness[0] >= least}
    assert 0 < len(found) < len(whole)


def test_beside_nothing_there_is_nothing(profile):
    bare = pack_row(profile("a"))
    assert told(bare, []) == {}
    assert told(bare, [bare]) == {0: (0, 0)}

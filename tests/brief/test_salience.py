"""Salience: how much of the story some words tell."""

from nutgraf.brief.salience import shared_weights, tell_weight


def test_what_one_account_alone_opens_with_weighs_nothing(make_accounts):
    shared = shared_weights(make_accounts("The bridge fell. A crab sang.", "The bridge fell."))
    assert shared["bridg"] > 0
    assert "crab" not in shared


def test_more_of_the_story_in_fewer_words_tells_more(make_accounts):
    shared = shared_weights(make_accounts("The bridge collapsed.", "The bridge collapsed."))
    full = tell_weight("The bridge collapsed", shared)
    assert full > tell_weight("The bridge was painted green in spring by volunteers", shared) > 0
    assert tell_weight("", shared) == 0.0
    assert tell_weight("Cats sleep", shared) == 0.0

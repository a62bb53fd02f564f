from dataclasses import replace

from evals.copies.peers import PEERS, Peer, Setting, ask_peer, shingles
from scenes import FLOOD, STRIKE, made

HASH, TITLE = PEERS[0], PEERS[1]
ONE, TWO, OTHER = made("one").article, made("two").article, made("other", base=STRIKE).article


def test_the_plain_hash_sees_the_same_words_whatever_their_marks_and_spaces():
    shouted = replace(TWO, text=TWO.text.upper().replace(" ", "  ").replace(".", " ."))
    told = ask_peer(HASH, [ONE, shouted, OTHER])
    assert told.kinds == {("one", "two"): "near"}
    assert told.groups == (("one", "two"), ("other",))
    assert ask_peer(HASH, [ONE, replace(TWO, text=TWO.text + " More follows.")]).kinds == {}


def test_the_same_headline_is_enough_for_the_second_and_none_is_not():
    assert ask_peer(TITLE, [ONE, replace(OTHER, title=FLOOD.title.upper())]).kinds == {("one", "other"): "near"}
    assert ask_peer(TITLE, [replace(ONE, title=None), replace(OTHER, title=None)]).kinds == {}


def test_a_likeness_between_the_two_thresholds_is_a_copy_but_not_one_text():
    peer = Peer(
        "likeness",
        lambda articles, size: {("one", "two"): 0.5, ("one", "other"): 0.2},
        copies=Setting(0, 0.2),
        one=Setting(0, 0.5),
    )
    told = ask_peer(peer, [ONE, TWO, OTHER])
    assert told.kinds == {("one", "two"): "near", ("one", "other"): "partial"}
    assert told.groups == (("one", "two"), ("other",))


def test_a_library_that_is_not_here_says_what_to_install():
    peer = Peer("Nobody’s MinHash", lambda articles, size: {}, "no_such_library_anywhere")
    assert peer.missing == (
        "Nobody’s MinHash: not run: pip install no_such_library_anywhere (no package of nutgraf's own)"
    )
    assert HASH.missing is None


def test_shingles_are_runs_of_folded_words():
    assert shingles(replace(ONE, text="The weir’s gate HELD."), 3) == ["the weir's gate", "weir's gate held"]
    assert shingles(replace(ONE, text="Rain."), 3) == ["rain"]

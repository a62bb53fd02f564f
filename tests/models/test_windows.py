"""Sentences in windows: every word once, and in step again soon after another beginning."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.windows import MOST, make_windows
from nutgraf.models.word_pieces import read_words

WORDS = st.sampled_from("the mayor of Norland said that twelve boats had left , and nobody knew why .".split())
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), max_size=30)


def windows_of(sentences):
    return make_windows(sentences, read_words(sentences))


@given(SENTENCES)
def test_every_sentence_stands_in_one_window_and_begins_where_it_says(sentences):
    words = read_words(sentences)
    seen = []
    for window in make_windows(sentences, words):
        assert len(window.pieces) == len(window.features)
        for number, start in zip(range(window.first, window.last), window.starts, strict=True):
            pieces = [piece for word in words[number].pieces[window.cut : window.until] for piece in word]
            assert window.pieces[start : start + len(pieces)].tolist() == pieces
            seen.append(number)
    assert sorted(set(seen)) == seen == list(range(len(sentences)))


def test_a_long_sentence_is_cut_and_every_word_is_read_once():
    sentences = ["Short one.", "word " * 700, "Last one."]
    windows = [window for window in windows_of(sentences) if window.first == 1]
    assert next((window.cut, window.until) for window in windows)[0] == 0
    assert windows[-1].until == 700
    assert all(one.until == other.cut for one, other in itertools.pairwise(windows))
    assert all(len(window.pieces) <= MOST for window in windows)


def test_the_sentence_before_is_read_with_a_window():
    sentences = [f"The mayor of ward {number} spoke at length about the bridge and its cost." for number in range(30)]
    words = read_words(sentences)
    later = [window for window in make_windows(sentences, words) if window.first]
    assert later
    for window in later:
        before = [piece for word in words[window.first - 1].pieces for piece in word]
        assert window.pieces[1 : 1 + len(before)].tolist() == before
        assert window.starts[0] == len(before) + 2


def test_windows_fall_into_step_after_another_beginning():
    sentences = [
        f"In year {number} the council of Norland met {number * 7} times to speak of the bridge."
        for number in range(60)
    ]
    own = {window.pieces.tobytes() for window in windows_of(sentences)}
    shifted = windows_of(["Another outlet wrote this first line.", "And this one.", *sentences[5:]])
    again = sum(window.pieces.tobytes() in own for window in shifted)
    assert again >= len(shifted) - 4

"""Sentences as vectors: of length 1, near where the meaning is near, and the same whatever stands beside them."""

import numpy as np

from nutgraf.models.embedder import WIDTH, embed_sentences

TEXTS = [
    "Forty boats left the harbour on Friday.",
    "On Friday 40 vessels sailed from port.",
    "The bank raised its rate.",
]


def test_vectors_have_length_one_and_near_meanings_are_near():
    vectors = embed_sentences(TEXTS)
    assert vectors.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    near = vectors @ vectors.T
    assert near[0, 1] > 0.6 > 0.3 > near[0, 2]


def test_a_sentence_has_the_same_vector_alone_and_among_others():
    together = embed_sentences(TEXTS)
    for number, text in enumerate(TEXTS):
        assert np.array_equal(embed_sentences([text])[0], together[number])


def test_nothing_and_very_much():
    assert embed_sentences([]).shape == (0, WIDTH)
    assert embed_sentences(["", "boat " * 2000]).shape == (2, WIDTH)

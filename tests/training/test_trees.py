"""Attribution read off invented dependency trees."""

import pytest
from training.tagger.attribution.trees import Node, attribution_marks
from training.tagger.labelled import guess_spaces, join_words

TREES = {
    "Low said that boats left .": (
        "Low/low/PROPN/2/nsubj said/say/VERB/0/root that/that/SCONJ/5/mark boats/boat/NOUN/5/nsubj "
        "left/leave/VERB/2/ccomp ././PUNCT/2/punct",
        [("source", "Low"), ("cue", "said"), ("content", "that boats left")],
    ),
    "“ Boats left , ” Low said .": (
        "“/“/PUNCT/3/punct Boats/boat/NOUN/3/nsubj left/leave/VERB/7/ccomp ,/,/PUNCT/3/punct ”/”/PUNCT/3/punct "
        "Low/low/PROPN/7/nsubj said/say/VERB/0/root ././PUNCT/7/punct",
        [("content", "“Boats left,”"), ("source", "Low"), ("cue", "said")],
    ),
    "Boats left , according to police .": (
        "Boats/boat/NOUN/2/nsubj left/leave/VERB/0/root ,/,/PUNCT/6/punct according/accord/VERB/6/case "
        "to/to/ADP/4/fixed police/police/NOUN/2/obl ././PUNCT/2/punct",
        [("content", "Boats left"), ("cue", "according to"), ("source", "police")],
    ),
    "Low has been critical of plans .": (
        "Low/low/PROPN/4/nsubj has/have/AUX/4/aux been/be/AUX/4/cop critical/critical/ADJ/0/root of/of/ADP/6/case "
        "plans/plan/NOUN/4/obl ././PUNCT/4/punct",
        [("source", "Low"), ("cue", "has been critical of"), ("content", "plans")],
    ),
    "Boats left the harbour .": (
        "Boats/boat/NOUN/2/nsubj left/leave/VERB/0/root the/the/DET/4/det harbour/harbour/NOUN/2/obj ././PUNCT/2/punct",
        [],
    ),
}


@pytest.mark.parametrize("sentence", TREES)
def test_roles(sentence):
    tree, expected = TREES[sentence]
    cells = [word.split("/") for word in tree.split()]
    nodes = [Node(cell[0], cell[1], cell[2], int(cell[3]) - 1, cell[4]) for cell in cells]
    words = [node.word for node in nodes]
    text, places = join_words(words, guess_spaces(words))
    assert [(mark.label, text[mark.start : mark.end]) for mark in attribution_marks(nodes, places)] == expected

"""What the tagger marks, and that it is the same whatever stands beside it."""

import itertools
import random
from importlib import resources

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.models import tagger
from nutgraf.models.runtime import run_windows
from nutgraf.models.tagger import HEADS, tag_sentences

TEXT = [
    "Mayor Ines Okafor told reporters in Port Selmo on Friday that 40 boats had left.",
    "“We were told to go,” said Okafor, who leads the Selmo Harbour Authority.",
    "The Norwegian government said it would wait until 3 May 2031.",
    "She did not say who had given the order.",
]


def names(sentences):
    return [
        [(text[tag.start : tag.end], tag.label) for tag in tags if tag.head == "name"]
        for text, tags in zip(sentences, tag_sentences(sentences), strict=True)
    ]


def test_names_of_every_kind():
    found = names(TEXT)
    assert any(name.endswith("Ines Okafor") and kind == "person" for name, kind in found[0])
    assert ("Port Selmo", "place") in found[0]
    assert ("Okafor", "person") in found[1]
    assert ("Norwegian", "group") in found[2]
    assert found[3] == []


def test_speech_times_and_quantities():
    tags = tag_sentences(TEXT)
    said = {(tag.label, TEXT[1][tag.start : tag.end]) for tag in tags[1] if tag.head == "attribution"}
    assert ("cue", "said") in said
    assert any(label == "content" and "told to go" in words for label, words in said)
    assert any(tag.head == "time" and "Friday" in TEXT[0][tag.start : tag.end] for tag in tags[0])
    assert any(tag.head == "quantity" and "40" in TEXT[0][tag.start : tag.end] for tag in tags[0])


@settings(max_examples=25)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_tags_lie_in_their_sentences_whatever_stands_there(sentences):
    for text, tags in zip(sentences, tag_sentences(sentences), strict=True):
        for tag in tags:
            assert 0 <= tag.start < tag.end <= len(text)
            assert tag.label in HEADS[tag.head]
            assert 0 <= tag.sure <= 100
        for head in HEADS:
            own = [tag for tag in tags if tag.head == head]
            assert all(one.end <= other.start for one, other in itertools.pairwise(own))


def test_the_same_text_has_the_same_tags_whatever_was_read_before(monkeypatch):
    first = tag_sentences(TEXT * 10)
    monkeypatch.setattr(tagger, "_kept", type(tagger._kept)())
    assert tag_sentences(TEXT * 10) == first


def test_a_reprint_is_not_read_again(monkeypatch):
    tag_sentences(TEXT)
    asked = []

    def run(network, windows):
        asked.extend(windows)
        return []

    monkeypatch.setattr(tagger, "run_windows", run)
    assert tag_sentences(TEXT)
    assert asked == []


def test_a_network_named_by_its_file_is_read_as_the_shipped_one_and_kept_apart(monkeypatch, tmp_path):
    other = tmp_path / "other.onnx"
    other.write_bytes(resources.files("nutgraf.models").joinpath("weights/tagger.onnx").read_bytes())
    shipped = tag_sentences(TEXT)
    asked = []

    def run(network, windows):
        asked.append((network, len(windows)))
        return run_windows(network, windows)

    monkeypatch.setattr(tagger, "run_windows", run)
    assert tag_sentences(TEXT, other) == shipped
    assert asked == [(other, 1)]


def test_what_is_kept_is_bounded(monkeypatch):
    monkeypatch.setattr(tagger, "KEPT", 2)
    for number in range(5):
        tag_sentences([f"Ann Low of ward {number} left."])
    assert len(tagger._kept) <= 2


@pytest.mark.parametrize("seed", range(20))
def test_the_best_path_is_allowed_and_none_is_better(seed):
    dice = np.random.default_rng(seed)
    width, length = 5, 4
    scores = dice.normal(size=(length, width)).astype(np.float32)
    allowed = tagger._allowed(width)

    def worth(path):
        steps = zip((0, *path), (*path, 0), strict=True)
        return (
            sum(scores[at, label] for at, label in enumerate(path)) if all(allowed[a, b] for a, b in steps) else -np.inf
        )

    best = tuple(tagger._best_path(scores).tolist())
    paths = [tuple(random.Random(seed * 1000 + n).randrange(width) for _ in range(length)) for n in range(400)]
    assert worth(best) > -np.inf
    assert all(worth(best) >= worth(path) - 1e-5 for path in paths)

"""The made articles of the benchmark: the same bytes twice, few copies, and strangers that share no passage."""

import json
import os
import sys
from unittest.mock import patch

import pytest
from benchmarks.copies.__main__ import GIVEN_UP, _run, _too_much
from benchmarks.copies.adding import keep_copies
from benchmarks.copies.memory import peak, resident
from benchmarks.copies.ours import group_texts
from benchmarks.copies.texts import COPIES, NotHere, make_texts, read_texts

PLACES = "Millbrook Eastport Northam Arnside Hollow Quay Weirgate Stonebeck Harrow Linfield".split()
DEEDS = "closed opened mended sold bought praised doubted measured painted flooded".split()
THINGS = "bridge school ferry harbour market library station hospital theatre mill".split()


@pytest.fixture
def cache(tmp_path):
    """A set of thirty invented articles in the place of articles-12k."""
    folder = tmp_path / "articles-12k"
    folder.mkdir()
    texts = []
    for number in range(30):
        sentences = [
            f"The council of {PLACES[(number + at) % 10]} {DEEDS[(number * at) % 10]} the old"
            f" {THINGS[(number + 3 * at) % 10]} near {PLACES[(3 * number + at) % 10]}"
            f" before {number * 31 + at * 7} visitors came from the hills."
            for at in range(12)
        ]
        texts.append(json.dumps({"content_original": " ".join(sentences) + " "}))
    (folder / "articles.jsonl").write_text("\n".join(texts) + "\n")
    return tmp_path


def test_the_same_number_gives_the_same_bytes(cache):
    first = make_texts(cache, 300)
    bytes_once, copies = first.texts.read_bytes(), json.loads(first.copies.read_text())
    for path in (first.texts, first.copies):
        path.unlink()
    assert make_texts(cache, 300).texts.read_bytes() == bytes_once
    assert 0.3 * COPIES < len(copies) / 300 < 3 * COPIES
    assert all(of < place for place, of in copies)


def test_the_seam_finds_an_unchanged_copy(cache):
    made = make_texts(cache, 300)
    texts = read_texts(made.texts)
    same = next((place, of) for place, of in json.loads(made.copies.read_text()) if texts[place] == texts[of])
    assert any(set(same) <= set(group) for group in group_texts([texts[place] for place in range(300)]))


def test_kept_one_by_one_the_same_texts_have_as_many_groups_as_all_at_once(cache, tmp_path):
    texts = read_texts(make_texts(cache, 300).texts)
    kept = keep_copies(tmp_path / "n.db", texts, 200)
    assert kept.groups == len(group_texts(texts)) > 0
    assert (kept.articles, len(kept.singles)) == (200, 100)
    assert kept.database > kept.bare > 0


def test_a_system_that_falls_or_takes_too_much_has_its_reason_in_place_of_figures(cache):
    assert _run([sys.executable, "-c", "raise SystemExit(3)"], make_texts(cache, 10), 10) == "fell (3)"
    held = resident()
    assert _too_much(os.getpid(), 10) == ""
    assert _too_much(os.getpid(), GIVEN_UP + 1) == "over 30 min"
    with patch("benchmarks.copies.__main__.MOST_GB", held / 2048):
        assert _too_much(os.getpid(), 10).startswith("over")


def test_without_the_pack_it_says_where_it_looked(tmp_path):
    with pytest.raises(NotHere, match="articles-12k"):
        make_texts(tmp_path, 10)


def test_the_peak_is_at_least_what_is_held_now():
    assert 0 < resident() <= peak()

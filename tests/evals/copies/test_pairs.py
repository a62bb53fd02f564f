from dataclasses import replace
from hashlib import sha256

import msgspec
import pytest
from evals.copies.merges import JudgedPair, read_judged, sort_pairs
from evals.copies.pairs import LabelledPair, TextChanged, _groups, _row, check_texts, read_labels
from evals.copies.told import Told
from scenes import FLOOD, STRIKE, made

ARTICLES = {"a": made("a").article, "b": made("b", base=STRIKE).article}


def test_a_text_that_changed_by_one_letter_is_refused():
    hashes = {name: sha256(article.text.encode()).hexdigest() for name, article in ARTICLES.items()}
    check_texts(ARTICLES, hashes)
    changed = ARTICLES | {"b": replace(ARTICLES["b"], text=ARTICLES["b"].text.replace("dawn", "dusk"))}
    with pytest.raises(TextChanged, match="b is not the text"):
        check_texts(changed, hashes)
    with pytest.raises(TextChanged):
        check_texts({"a": ARTICLES["a"]}, hashes)


def test_the_labels_hold_a_hash_for_every_text_and_places_for_every_partial_copy():
    labels = read_labels()
    assert len(labels.pairs) == len({(pair.set, pair.a, pair.b) for pair in labels.pairs}) >= 200
    for pair in labels.pairs:
        assert {pair.a, pair.b} <= labels.texts[pair.set].keys()
        assert (pair.original is not None) == (pair.kind in ("exact", "near", "partial"))
        assert bool(pair.passages) == (pair.kind == "partial" or ("partial" in pair.also and pair.kind == "near"))
        assert all(start < end and other < stop for start, end, other, stop in pair.passages)


def test_an_original_is_named_rightly_or_left_open():
    sure = LabelledPair("set", "a", "b", "near", original="a")
    open_too = msgspec.structs.replace(sure, or_unsure=True)
    unsure = msgspec.structs.replace(sure, original="unsure")
    assert [sure.names_rightly(named) for named in ("a", "b", None)] == [True, False, False]
    assert [open_too.names_rightly(named) for named in ("a", "b", None)] == [True, False, True]
    assert [unsure.names_rightly(named) for named in ("a", "b", None)] == [False, False, True]


def test_passages_are_judged_sentence_by_sentence_on_both_sides():
    text = ARTICLES["a"].text
    first, other = FLOOD.sentences[0], STRIKE.sentences[0]
    at = text.index(first)
    pair = LabelledPair("set", "a", "b", "partial", original="a", passages=((at, at + len(first), 0, len(other)),))
    told = Told(
        {("a", "b"): "partial"},
        originals={("a", "b"): "b"},
        shared={(("a", "b"), "a"): [(at, at + len(first))], (("a", "b"), "b"): []},
    )
    row = _row(pair, told, ARTICLES)
    assert row[0:3].tolist() == [1, 1, 1]
    assert row[6:9].tolist() == [1, 1, 2], "found on one side, missed on the other"
    assert row[11:15].tolist() == [0, 1, 1, 1], "the original is named, and wrongly"


def test_a_pair_that_shares_a_quotation_is_found_by_that_kind_alone():
    pair = LabelledPair("set", "a", "b", "quotes")
    assert _row(pair, Told({("a", "b"): "quotes"}), ARTICLES)[15:].tolist() == [1, 1, 1, 0, 0, 0, 0, 0]
    assert _row(pair, Told({("a", "b"): "title"}), ARTICLES)[15:].tolist() == [0, 0, 1, 0, 0, 1, 0, 0]


def test_pairs_that_share_an_article_are_drawn_together():
    pairs = [LabelledPair("set", *names, "none") for names in (("a", "b"), ("c", "d"), ("b", "e"))]
    assert [[pair.a + pair.b for pair in group] for group in _groups(pairs)] == [["ab", "be"], ["cd"]]


def test_found_pairs_are_sorted_by_kind_and_source_and_only_copies_are_kept():
    articles = ARTICLES | {"c": ARTICLES["a"], "d": ARTICLES["a"]}
    articles["b"] = replace(articles["b"], carrier="Another Gazette")
    kinds = {("a", "c"): "partial", ("a", "b"): "partial", ("c", "d"): "near", ("b", "d"): "quotes"}
    assert sort_pairs(kinds, articles) == {
        "one text": [("c", "d")],
        "partial, two sources": [("a", "b")],
        "partial, one source": [("a", "c")],
    }


def test_judgements_are_read_by_pair():
    judged = read_judged()
    assert len(judged) >= 200
    assert all(isinstance(pair, JudgedPair) and one < two for (one, two), pair in judged.items())

"""Copies among invented articles: kinds, groups, originals, and the laws."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.article import ArticleKind, CopyKind, Sure
from nutgraf.text import fold


def sentences(text):
    return [f"{part.rstrip('.')}." for part in text.split(". ")]


def kinds(copies):
    return {(pair.article, pair.of): pair.kind for pair in copies.pairs}


def test_the_same_words_are_an_exact_copy_whatever_the_marks(write, bridge):
    other = bridge.replace("“", '"').replace("”", '"').replace(". ", ".\n\n").upper()
    copies = dedupe_articles([write("a", bridge), write("b", other)])
    assert copies.groups == (("a", "b"),)
    assert [(pair.kind, pair.share) for pair in copies.pairs] == [(CopyKind.EXACT, 1.0)]


def test_an_edited_reprint_is_a_near_copy(write, bridge):
    edited = bridge.replace("canoeist", "rower").replace("about four thousand", "some 4,000").replace("Market", "The")
    copies = dedupe_articles([write("a", bridge), write("b", edited)])
    assert [pair.kind for pair in copies.pairs] == [CopyKind.NEAR]
    assert copies.groups == (("a", "b"),)


def test_a_shortened_reprint_belongs_to_the_group(write, bridge):
    short = " ".join(sentences(bridge)[:4])
    copies = dedupe_articles([write("long", bridge), write("short", short)])
    (pair,) = copies.pairs
    assert (pair.article, pair.of, pair.kind) == ("short", "long", CopyKind.NEAR)
    assert pair.share > 0.95
    assert copies.groups == (("long", "short"),)


def test_a_wire_passage_in_an_own_report_is_a_pair_and_no_group(write, bridge, harbour):
    own = f"{harbour} {' '.join(sentences(bridge)[3:6])} {harbour.replace('Sunday', 'that day')[::-1]}"
    copies = dedupe_articles([write("wire", bridge), write("own", own)])
    (pair,) = copies.pairs
    assert pair.kind is CopyKind.PARTIAL
    assert copies.groups == (("own",), ("wire",))


def test_passages_are_the_same_words_in_both_texts(write, bridge, harbour):
    own = f"{harbour}\n{' '.join(sentences(bridge)[3:6])}"
    articles = {"own": write("own", own), "wire": write("wire", bridge)}
    (pair,) = dedupe_articles(list(articles.values())).pairs
    for passage in pair.passages:
        mine = articles[pair.article].text[passage.start : passage.end]
        other = articles[pair.of].text[passage.other_start : passage.other_end]
        assert fold(mine) == fold(other)


def test_a_shared_quotation_alone_is_no_copy(write, bridge, harbour, quote):
    one = f"{bridge} {quote}, the minister said."
    two = f"{harbour} In the hall of Port Ellery the minister told the crowd: {quote}."
    assert dedupe_articles([write("a", one), write("b", two)]).pairs == ()


def test_a_shared_quotation_in_single_marks_is_no_copy(write, bridge, harbour, quote):
    single = quote.replace("“", "'").replace("”", "'")
    one, two = f"{bridge} {single}, the minister said.", f"{harbour} The minister told the crowd: {single}."
    assert dedupe_articles([write("a", one), write("b", two)]).pairs == ()


def test_shared_boilerplate_is_no_copy(write, bridge, harbour):
    tail = (
        " Sign up for our morning newsletter and have the most important news of the valley and the coast sent to you "
        "every day before breakfast. Follow us on every network to be the first to know when things happen."
    )
    assert dedupe_articles([write("a", bridge + tail), write("b", harbour + tail)]).pairs == ()


def test_other_events_are_not_copies(write, bridge, harbour):
    copies = dedupe_articles([write("a", bridge), write("b", harbour)])
    assert copies.pairs == ()
    assert copies.groups == (("a",), ("b",))


def test_teasers_never_enter(write, bridge):
    copies = dedupe_articles([write("a", bridge), write("t", bridge, kind=ArticleKind.TEASER)])
    assert copies.groups == (("a",),)


@pytest.mark.parametrize("text", ["", "   \n", "Ferry resumes.", "…!"])
def test_texts_of_few_words_do_not_stop_the_rest(write, bridge, text):
    copies = dedupe_articles([write("a", bridge), write("b", text), write("c", bridge)])
    assert copies.groups == (("a", "c"), ("b",))


@pytest.mark.parametrize(
    ("first", "second", "original"),
    [
        ({"carrier": "Gazette", "origin": "Wire"}, {"carrier": "Wire"}, "b"),
        ({"carrier": "Wire", "origin": "Wire"}, {"carrier": "Gazette", "origin": "Wire"}, "a"),
        ({"carrier": "Gazette", "reprint": "First ran in The Wire"}, {"carrier": "Wire"}, "b"),
        ({"published": "2031-04-02T08:00:00Z"}, {"published": "2031-04-02T09:00:00Z"}, "a"),
        ({"published": "2031-04-05"}, {"published": "2031-04-02"}, "b"),
        ({"published": "2031-04-02"}, {"published": "2031-04-02T09:00:00Z"}, None),
        ({"published": "2031-04-02", "sure": Sure.UNSURE}, {"published": "2031-04-09"}, None),
        ({"carrier": "Gazette", "origin": "Wire"}, {"carrier": "Hill Echo", "origin": "Wire"}, None),
        ({}, {}, None),
        ({"published": "not a date"}, {"published": "2031-04-09"}, None),
    ],
)  # fmt: skip
def test_the_original_is_named_only_where_shown(write, bridge, first, second, original):
    (pair,) = dedupe_articles([write("a", bridge, **first), write("b", bridge, **second)]).pairs
    assert pair.original == original
    assert pair.reason
    assert original is None or pair.of == original


def test_a_text_printed_everywhere_is_one_group(write, bridge):
    copies = dedupe_articles([write(f"{number:03}", bridge) for number in range(80)])
    assert len(copies.groups) == 1
    assert len(copies.pairs) < 80 * 33


PIECES = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=12)


@settings(max_examples=40)
@given(st.lists(PIECES, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(write, bridge, harbour, recipes, random):
    stock = sentences(bridge) + sentences(harbour)
    texts = [
        " ".join(stock[number] if plain else stock[number].replace("the", "a") for number, plain in recipe)
        for recipe in recipes
    ]
    articles = [write(f"{number}", text) for number, text in enumerate(texts)]
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert dedupe_articles(shuffled) == dedupe_articles(articles)


@settings(max_examples=40)
@given(st.lists(st.integers(0, 7), min_size=1, max_size=8, unique=True))
def test_shares_and_passages_stay_in_bounds(write, bridge, kept):
    part = " ".join(sentences(bridge)[number] for number in kept)
    articles = {"a": write("a", bridge), "b": write("b", part)}
    for pair in dedupe_articles(list(articles.values())).pairs:
        assert 0 < pair.share <= 1
        assert all(0 <= passage.start < passage.end <= len(articles[pair.article].text) for passage in pair.passages)


def test_a_stray_quote_mark_does_not_hide_a_copy(write, bridge):
    stray = f'He called it "a shame. {" ".join(sentences(bridge)[3:])}'
    copies = dedupe_articles([write("a", bridge), write("b", stray)])
    assert copies.groups == (("a", "b"),)


def test_an_outlet_repeating_its_own_background_is_no_copy(write, bridge, harbour):
    background = " ".join(sentences(harbour)[:2])
    filler = " ".join(f"word{number} stands here" for number in range(80))
    one, two = f"{bridge} {background} {filler}", f"{background} {harbour[::-1]} {harbour[::-1]}"
    apart = dedupe_articles([write("a", one, carrier="Gazette"), write("b", two, carrier="Echo")])
    same = dedupe_articles([write("a", one, carrier="Gazette"), write("b", two, carrier="Gazette")])
    assert [pair.kind for pair in apart.pairs] == [CopyKind.PARTIAL]
    assert same.pairs == ()

"""Copies among invented articles: kinds, groups, originals, and the laws."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.dedupe.credits import read_facts
from nutgraf.dedupe.judging import direct_pair
from nutgraf.dedupe.originals import Verdict
from nutgraf.records.article import ArticleKind, Sure
from nutgraf.records.copies import CopyKind
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


def reuse(copies):
    return [(pair.kind, len(pair.passages)) for pair in copies.reuse]


def test_a_shared_quotation_is_told_as_reuse_with_its_place(write, bridge, harbour, quote):
    texts = {
        "a": f"{bridge} {quote}, the minister said.",
        "b": f"{harbour} In the hall of Port Ellery the minister told the crowd: {quote}.",
    }
    copies = dedupe_articles([write(key, text) for key, text in texts.items()])
    (pair,) = copies.reuse
    assert (pair.kind, copies.pairs, copies.groups) == (CopyKind.QUOTES, (), (("a",), ("b",)))
    assert copies.carried == ()
    passage = pair.passages[0]
    assert "waited for a railway" in texts[pair.article][passage.start : passage.end]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Divers find crack in footbridge pier", [(CopyKind.TITLE, 0)]),
        ("Divers FIND a crack in western footbridge pier", [(CopyKind.TITLE, 0)]),
        ("Divers find crack in railway pier", []),
        ("Bakers find crack in western market hall", []),
        ("World news in brief", []),
    ],
)
def test_a_headline_that_says_something_is_told_where_it_stands_over_another_text(write, bridge, harbour, other, told):
    first = write("a", bridge, title="Divers find crack in footbridge pier")
    assert reuse(dedupe_articles([first, write("b", harbour, title=other)])) == told


def test_a_rubric_that_says_little_pairs_nothing(write, bridge, harbour):
    articles = [write(key, text, title="World news in brief") for key, text in (("a", bridge), ("b", harbour))]
    assert dedupe_articles(articles).reuse == ()


def test_a_recurring_headline_pairs_with_a_few_only(write):
    title = "Ferry times, tide tables and harbour lights today"
    articles = [write(f"{n:03}", f"Day {n}: boat {n * 7} sails at {n * 13}.", title=title) for n in range(60)]
    assert 0 < len(dedupe_articles(articles).reuse) <= 60 * 4


def test_a_word_changed_in_every_sentence_is_a_near_copy(write, bridge):
    swaps = {
        "closed": "shut", "called": "summoned", "open": "reopen", "carries": "bears", "run": "go",
        "repairs": "works", "halved": "shrunk", "due": "expected",
    }  # fmt: skip
    edited = bridge
    for old, new in swaps.items():
        edited = edited.replace(f" {old} ", f" {new} ")
    (pair,) = dedupe_articles([write("a", bridge), write("b", edited)]).pairs
    assert (pair.kind, pair.share) == (CopyKind.NEAR, 1.0)


@pytest.mark.parametrize("seed", range(5))
def test_a_text_with_one_word_in_seven_changed_is_found(write, bridge, seed):
    chance = random.Random(seed)
    changed = " ".join("thing" if chance.random() < 1 / 7 else word for word in bridge.split())
    (pair,) = dedupe_articles([write("a", bridge), write("b", changed)]).pairs
    assert pair.share > 0.6
    assert all(fold(bridge[p.start : p.end]) == fold(changed[p.other_start : p.other_end]) for p in pair.passages)


BRIEF = "The ferry to Lonholm stopped on Saturday after twelve passengers fell ill. It sails again on Monday."


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (BRIEF, CopyKind.EXACT),
        (BRIEF.replace("twelve", "a dozen").replace("Monday", "Tuesday"), CopyKind.NEAR),
        ("A storm held the mail boat in Tarn harbour over Sunday. It sails again on Monday.", None),
    ],
)
def test_briefs_of_two_sentences(write, other, kind):
    pairs = dedupe_articles([write("a", BRIEF), write("b", other)]).pairs
    assert [pair.kind for pair in pairs] == ([kind] if kind else [])


def test_a_text_that_is_a_headline_only(write):
    told = [write("a", "Ferry runs aground off Port Example"), write("b", "Ferry runs aground off Port Example")]
    assert dedupe_articles(told).groups == (("a", "b"),)
    assert dedupe_articles([write("a", "Read more"), write("b", "Read more")]).groups == (("a",), ("b",))


def carried(copies):
    return {each.article: each for each in copies.carried}


def test_what_each_article_carries_adds_up(write, bridge, harbour):
    own = f"{harbour} {' '.join(sentences(bridge)[3:6])}"
    wire = write("wire", bridge, published="2031-04-02T08:00:00Z", carrier="Wire")
    late = write("own", own, published="2031-04-02T12:00:00Z", carrier="Echo")
    told = carried(dedupe_articles([wire, late]))
    assert told["wire"].own == 1.0
    assert 0.3 < told["own"].copied < 0.5
    assert told["own"].shared == 0
    assert all(abs(each.copied + each.shared + each.own - 1) < 1e-9 for each in told.values())
    assert told["own"].text != told["wire"].text


def test_nothing_shows_who_had_it_first_so_it_is_shared(write, bridge):
    told = carried(dedupe_articles([write("a", bridge), write("b", bridge)]))
    assert [(each.copied, each.shared, each.own) for each in told.values()] == [(0.0, 1.0, 0.0)] * 2
    assert told["a"].text == told["b"].text
    assert told["a"].original is None


def test_a_group_has_one_original_and_every_pair_agrees(write, bridge):
    wire = write("m", bridge, carrier="Wire", published="2031-04-02")
    copies = [write(key, bridge, carrier=f"Paper {key}", origin="Wire", published="2031-04-01") for key in "abz"]
    found = dedupe_articles([wire, *copies])
    assert {pair.original for pair in found.pairs} == {"m", None}
    assert all(pair.original == "m" for pair in found.pairs if "m" in (pair.article, pair.of))
    assert {each.original for each in found.carried} == {"m"}
    assert {each.copied for each in found.carried if each.article != "m"} == {1.0}


def test_outlets_that_name_one_another_in_a_circle_leave_it_open(write, bridge):
    ring = [write(key, bridge, carrier=key, origin=other) for key, other in (("A", "B"), ("B", "C"), ("C", "A"))]
    found = dedupe_articles(ring)
    assert {pair.original for pair in found.pairs} == {None}
    assert {(each.original, each.origin) for each in found.carried} == {(None, None)}


def test_an_outlet_that_was_not_read_is_named_all_the_same(write, bridge):
    pair = [write(key, bridge, carrier=f"Paper {key}", origin="Far Wire") for key in "ab"]
    assert {(each.original, each.origin) for each in dedupe_articles(pair).carried} == {(None, "Far Wire")}


@pytest.mark.parametrize(
    ("first", "second", "original"),
    [
        ({"carrier": "Reuters"}, {"carrier": "Hill Echo"}, "a"),
        ({"carrier": "Reuters", "published": "2031-04-09"}, {"carrier": "Hill Echo", "published": "2031-04-02"}, None),
        ({"carrier": "Google News"}, {"carrier": "Hill Echo"}, "b"),
        ({"carrier": "The Times"}, {"carrier": "Echo", "reprint": "First published by The New York Times"}, None),
        ({"carrier": "The Times"}, {"carrier": "Echo", "reprint": "First published by The Times"}, "a"),
        ({"carrier": "Norland News"}, {"carrier": "Echo", "origin": "Norland"}, "a"),
    ],
)
def test_trades_and_names_of_outlets_tell_the_original(write, bridge, first, second, original):
    (pair,) = dedupe_articles([write("a", bridge, **first), write("b", bridge, **second)]).pairs
    assert pair.original == original


def test_a_text_that_holds_the_other_whole_and_more_is_the_original_where_nothing_speaks_against_it(write, bridge):
    short = " ".join(sentences(bridge)[:4])
    told = {"carrier": "Echo", "published": "2031-04-02"}
    (pair,) = dedupe_articles([write("a", short, **told), write("b", bridge, **told | {"carrier": "Gazette"})]).pairs
    assert pair.original == "b"
    assert "whole and more" in pair.reason
    early = {"carrier": "Echo", "published": "2031-03-02"}
    (pair,) = dedupe_articles([write("a", short, **early), write("b", bridge, **told | {"carrier": "Gazette"})]).pairs
    assert pair.original == "a"


def test_a_line_in_the_text_names_the_origin(write, bridge):
    copy = write("a", f"{bridge}\n\nThis article first appeared in The Marsh Courier.", carrier="Echo")
    (pair,) = dedupe_articles([copy, write("b", bridge, carrier="Marsh Courier")]).pairs
    assert pair.original == "b"


def test_two_papers_of_one_house_are_said_to_be_so(write, bridge):
    (pair,) = dedupe_articles([write("a", bridge, carrier="The Sun"), write("b", bridge, carrier="The Times")]).pairs
    assert "The Sun and The Times belong to one owner family" in pair.reason


def test_a_pair_that_was_turned_before_names_its_outlets_in_the_same_order(write, bridge):
    """An original known for a while turns a pair; when it is unknown again nothing of that may stay."""
    articles = [write("a", bridge, carrier="The Sun"), write("b", bridge, carrier="The Times")]
    facts = {article.id: read_facts(article) for article in articles}
    (pair,) = dedupe_articles(articles).pairs
    verdict = Verdict(None, None, "nobody says")
    assert direct_pair(pair.turned(), verdict, facts) == direct_pair(pair, verdict, facts)

"""Copies as they are printed: who carries a text, whose words, and two texts side by side, letter for letter."""

import json
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.dedupe.conftest import BRIDGE, HARBOUR, QUOTE, article_of

from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.errors import NotFound
from nutgraf.export.articles import export_article
from nutgraf.export.copies import CopiesView, export_copies, nearest_pair, other_end
from nutgraf.export.copies_html import copies_html
from nutgraf.export.printable import one_line
from nutgraf.export.side_by_side import set_side_by_side
from nutgraf.export.terminal.copies import copies_page
from nutgraf.export.terminal.pieces import render

SENTENCES = [f"{part.rstrip('.')}." for part in BRIDGE.split(". ")]
OWN = [f"{part.rstrip('.')}." for part in HARBOUR.split(". ")]
CHANGED = SENTENCES[4].replace("Tuesday", "Wednesday")
WIRE = article_of("wire0000", BRIDGE, title="Crack found", carrier="Far Wire", published="2031-04-02")
COPY = article_of(
    "copy0000",
    f"{SENTENCES[6]} {' '.join(OWN)} {SENTENCES[0]} {SENTENCES[1]}\n{CHANGED} <b>Nobody</b> fell.\x1b[31m",
    title="Traders <i>suffer</i>",
    carrier="Echo",
    published="2031-04-05",
)


def view_of(articles, asked, *, other=None, full=False):
    copies = dedupe_articles(articles)
    by_id = {each.id: each for each in articles}
    pair = nearest_pair(asked, copies, other)
    beside = set_side_by_side(by_id[asked], by_id[other_end(pair, asked)], pair, full=full) if pair else None
    return CopiesView((asked,), copies, by_id, beside)


@pytest.fixture(scope="module")
def view():
    return view_of([WIRE, COPY], "copy0000")


def marks(view):
    """Return the rows as (mark and words, mark and words), the words shortened to three."""

    def short(cell, article):
        return cell and (cell.mark, " ".join(article.text[cell.start : cell.end].split()[:3]))

    return [(short(row.left, COPY), short(row.right, WIRE)) for row in view.beside.rows]


def test_sentences_stand_beside_the_ones_they_are(view):
    assert marks(view) == [
        (("▌", "Market traders say"), ("▌", "Market traders say")),
        (("+", "Dock workers in"), None),
        (None, None),
        (("+", "No vessel has"), None),
        (("▌", "The Tarn footbridge"), ("▌", "The Tarn footbridge")),
        (("▌", "Engineers of the"), ("▌", "Engineers of the")),
        (None, ("−", "“We will not")),
        (None, ("−", "The bridge carries")),
        (("~", "A ferry will"), ("~", "A ferry will")),
        (("+", "<b>Nobody</b> fell. \x1b[31m".replace(" \x1b", "\x1b")), None),
        (None, ("−", "The town council")),
        (None, ("−", "A first report")),
    ]


def test_what_was_moved_bears_one_number_on_both_sides(view):
    first = view.beside.rows[0]
    assert (first.left.moved, first.right.moved) == (1, 1)
    assert [row.left.moved for row in view.beside.rows[4:6]] == [0, 0]


def test_long_stretches_are_cut_and_counted_and_shown_in_full_where_asked_for(view):
    assert [row.left_cut for row in view.beside.rows if row.left_cut] == [len(OWN) - 2]
    whole = view_of([WIRE, COPY], "copy0000", full=True)
    assert sum(1 for row in whole.beside.rows if row.left) == len(OWN) + 5


@pytest.mark.parametrize("width", [60, 140])
def test_a_terminal_shows_marks_without_colour_and_nothing_unsafe(view, width):
    shown = render(copies_page(view), width)
    assert "\x1b" not in shown
    assert re.search(r"▌↕1\s+Market traders", shown)
    assert "3 sentences of its own (--full shows all)" in re.sub(r"\s+", " ", shown)
    assert "copied" in shown
    columns = "Market traders say that their takings" in shown and shown.count("Market traders say") == 2
    assert columns == (width == 140)


def test_a_page_shows_every_word_as_text(view):
    page = html.document_fromstring(copies_html(view))
    assert page.xpath("//td//b | //td//i | //script") == []
    cells = [" ".join(cell.text_content().split()) for cell in page.xpath("//span[contains(@class,'words')]")]
    printed = [one_line(COPY.text), one_line(WIRE.text).replace(" ¶ ", " ")]
    assert all(any(cell in text.replace(" ¶ ", " ") for text in printed) for cell in cells)
    assert page.xpath("string(//title)") == "Copies"


def view_of_story(*articles):
    return CopiesView(
        tuple(each.id for each in articles), dedupe_articles(articles), {each.id: each for each in articles}
    )


def test_of_several_texts_of_a_story_each_has_its_original():
    articles = [
        article_of(f"{name}{day}", text, carrier=f"Paper {day}", published=f"2031-04-0{day}")
        for name, text in (("bridge", BRIDGE), ("harbour", HARBOUR))
        for day in (2, 6)
    ]
    view = view_of_story(*articles)
    page = html.document_fromstring(copies_html(view))
    marked = page.xpath("//ul[@class='carriers']/li[b='original']/code/text()")
    shown = re.findall(r"^original (\S+) ", render(copies_page(view)), re.MULTILINE)
    assert marked == shown == ["bridge2", "harbour2"]


def test_an_outlet_that_made_a_text_is_named_and_not_said_to_be_unread_where_several_of_its_pages_carry_it():
    pages = [article_of(key, BRIDGE, carrier="Far Wire") for key in ("one", "two")]
    shown = render(
        copies_page(view_of_story(*pages, article_of("copy", BRIDGE, carrier="Echo", origin="Far Wire"))), 200
    )
    assert "made by Far Wire; " in shown
    assert "several of its pages carry it" in shown
    assert "was not read" not in shown


def test_json_gives_every_sentence_with_its_place(view):
    told = json.loads(msgspec.json.encode(export_copies(view)))
    assert told["beside"]["other"] == "wire0000"
    shown = [(COPY.text[each["start"] : each["end"]].split()[0], each["taken"]) for each in told["beside"]["sentences"]]
    assert shown[0] == ("Market", "whole")
    assert ("A", "changed") in shown
    assert next(each["moved"] for each in told["pairs"][0]["passages"]) is True
    assert told["carried"]["original"] is None
    assert told["pairs"][0]["original"] == "wire0000"


def test_the_export_of_an_article_says_whose_words_it_carries():
    copies = dedupe_articles([WIRE, COPY])
    told = export_article(COPY, None, copies).carried
    assert (told.copied > 0.4, told.shared, round(told.copied + told.own, 4)) == (True, 0.0, 1.0)
    assert export_article(WIRE, None, copies).carried.own == 1.0
    assert export_article(article_of("x", HARBOUR), None, copies).carried is None


def test_a_shared_quotation_is_exported_as_reuse():
    articles = [article_of("a", f"{BRIDGE} {QUOTE}."), article_of("b", f"{HARBOUR} {QUOTE}.", carrier="Echo")]
    copies = dedupe_articles(articles)
    for article in articles:
        (reuse,) = export_article(article, None, copies).reuse
        assert (reuse.kind, reuse.article != article.id) == ("quotes", True)


def test_the_other_article_is_the_one_asked_for_the_original_or_the_nearest():
    near = article_of("near", f"{BRIDGE} A word more.", carrier="Echo", published="2031-04-09")
    articles = [WIRE, near, article_of("same", BRIDGE, carrier="Sun", published="2031-04-08")]
    assert view_of(articles, "same").beside.other.id == "wire0000"
    assert view_of(articles, "same", other="near").beside.other.id == "near"
    assert view_of(articles, "wire0000").beside.other.id == "same"
    with pytest.raises(NotFound, match="share no text"):
        view_of([*articles, article_of("far", HARBOUR)], "same", other="far")
    assert view_of([article_of("far", HARBOUR)], "far").beside is None
    assert "No other article shares" in render(copies_page(view_of([article_of("far", HARBOUR)], "far")))


@given(st.permutations(range(len(SENTENCES))), st.sets(st.integers(0, len(SENTENCES) - 1), min_size=3))
def test_every_sentence_of_both_texts_is_shown_or_counted(order, kept):
    mixed = article_of("mixed", " ".join(SENTENCES[at] for at in order if at in kept))
    copies = dedupe_articles([WIRE, mixed])
    for pair in copies.pairs:
        rows = set_side_by_side(mixed, WIRE, pair, full=True).rows
        left = [(row.left.start, row.left.end) for row in rows if row.left]
        right = {(row.right.start, row.right.end) for row in rows if row.right}
        assert left == sorted(set(left))
        assert len(left) == len(kept)
        assert len(right) == len(SENTENCES)

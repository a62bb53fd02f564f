"""One article as a marked page: whole, letter for letter, nothing of it markup; who speaks can be told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from nutgraf.export.article_html import article_html
from nutgraf.export.marks import Layer, Mark, cut_segments, find_marks, find_voices
from nutgraf.export.printable import printable


@pytest.fixture
def account(dossier):
    return dossier.accounts[1]


@pytest.fixture
def page(account):
    return html.document_fromstring(article_html(account.article, account.annotation))


def test_the_text_stands_whole_block_by_block(page, account):
    article = account.article
    shown = [block.text_content() for block in page.xpath("//main/*")]
    assert shown == [printable(article.text[block.start : block.end]) for block in article.blocks]


def test_words_of_a_page_are_no_markup(page):
    assert page.xpath("//main//b | //script") == []
    assert "<b>Nobody</b>" in page.xpath("string(//main)")


def test_a_quote_has_its_speakers_colour_and_number(page, account):
    quote = page.xpath("//main//span[contains(@class,'quote')]")[0]
    assert quote.text_content() == "We were asked to go,"
    assert "v1" in quote.get("class")
    assert page.xpath("//main//sup/@data-voice")[0] == "1"
    assert page.xpath("//ul[@class='voices']//bdi")[0].text_content() == find_voices(account.annotation)[0].name


def test_every_kind_of_mark_stands_in_the_legend(page, account):
    told = {mark.layer.value for mark in find_marks(account.annotation)}
    assert {name.text_content() for name in page.xpath("//dl[@class='layers']/dt")} == told


def test_an_article_without_marks_says_so(account):
    shown = html.document_fromstring(article_html(account.article, None))
    assert "marks are missing" in shown.xpath("string(//aside)")


def test_a_title_cannot_close_the_page(account):
    evil = replace(account.article, title="</style><script>alert(1)</script>")
    assert html.document_fromstring(article_html(evil, account.annotation)).xpath("//script") == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(Layer)), max_size=8))
def test_segments_join_to_the_whole_text(spans):
    marks = [Mark(min(a, b), max(a, b), layer, 0, "") for a, b, layer in spans]
    parts = cut_segments(31, marks)
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == 31
    for part in parts:
        assert set(part.marks) == {mark for mark in marks if mark.start <= part.start < part.end <= mark.end}

"""The brief as a web page: nothing of a page becomes markup, and every word leads to its source."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from nutgraf.export.html import brief_html
from nutgraf.export.printable import printable
from nutgraf.records.brief import Line
from nutgraf.records.comparison import FindingKind, Verdict

VECTORS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "\"'><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "<a href='javascript:alert(1)'>x</a>",
)


@pytest.fixture
def page(dossier):
    return html.document_fromstring(brief_html(dossier).encode())


def test_every_link_leads_to_a_place_on_the_page(page):
    links = page.xpath("//a/@href")
    assert links
    assert [link for link in links if not link.startswith("#") or not page.xpath("//*[@id=$name]", name=link[1:])] == []


def test_ids_are_unique(page):
    names = page.xpath("//@id")
    assert len(names) == len(set(names))


def test_the_texts_stand_whole_and_in_order(page, dossier):
    shown = [part.text_content() for part in page.xpath("//div[@class='source']")]
    assert shown == [printable(account.article.text) for account in dossier.accounts]


def test_a_link_opens_at_the_words(page, dossier):
    place = page.xpath("//*[@id='s1-0-11']")[0]
    mark = place if place.tag == "mark" else place.getparent()
    assert mark.tag == "mark"
    assert mark.text_content() == "At least 40"


def test_it_needs_nobody_else(page):
    assert page.xpath("//script | //link | //img | //iframe | //*[@src]") == []
    assert "default-src 'none'" in page.xpath("//meta/@content")[1]


def test_headings_do_not_skip_a_level(page):
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_can_be_read_without_seeing_it(page):
    assert page.get("lang") == "en"
    assert [bool(table.xpath("./caption")) for table in page.iter("table")].count(False) == 0
    assert page.xpath("//th[not(@scope)]") == []
    assert len(page.xpath("//main")) == len(page.xpath("//header")) == len(page.xpath("//footer")) == 1


@pytest.mark.parametrize("vector", VECTORS)
def test_words_of_a_page_never_become_markup(dossier, vector):
    line = Line(vector, dossier.brief.headline.evidence, (vector,), vector)
    brief = replace(dossier.brief, headline=line, nut_graf=line, remarks=(vector,))
    text = brief_html(replace(dossier, brief=brief))
    page = html.document_fromstring(text.encode())
    assert page.xpath("//script | //img | //svg | //@onerror | //@onload") == []
    assert [link for link in page.xpath("//a/@href") if not link.startswith("#")] == []
    assert page.xpath("//h1")[0].text_content() == vector
    assert len(re.findall("<style", text)) == 1


def test_a_story_without_differences_has_no_section_on_them(dossier):
    calm = replace(dossier, comparison=replace(dossier.comparison, findings=(), quotes=(), timeline=(), sourcing=()))
    page = html.document_fromstring(brief_html(calm).encode())
    assert page.xpath("//*[@id='differ' or @id='quotes' or @id='timeline' or @id='sourcing']") == []


def test_the_same_dossier_gives_the_same_page(dossier):
    assert brief_html(dossier) == brief_html(dossier)


def test_words_for_one_thing_stand_apart_from_differences(dossier):
    found = dossier.comparison.findings[0]
    chosen = replace(found, id="l1", kind=FindingKind.LOADED, verdict=Verdict.SIDE_BY_SIDE, reason="two words")
    both = replace(dossier, comparison=replace(dossier.comparison, findings=(found, chosen)))
    page = html.document_fromstring(brief_html(both).encode())
    assert [title.text_content() for title in page.xpath("//section[@aria-labelledby='chosen']/h2")] == [
        "Words for one thing"
    ]
    assert "two words" not in page.xpath("//section[@aria-labelledby='differ']")[0].text_content()

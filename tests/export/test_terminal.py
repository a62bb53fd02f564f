"""Terminal pages: safe, plain in a pipe, no line wider than the terminal."""

from dataclasses import replace

import pytest

from nutgraf.export.terminal.article import article_page
from nutgraf.export.terminal.brief import brief_page, story_page
from nutgraf.export.terminal.comparison import comparison_page
from nutgraf.export.terminal.lists import articles_list, matching, quotes_list, set_aside_list, stories_list
from nutgraf.export.terminal.matrix import matrix_page
from nutgraf.export.terminal.pieces import render
from nutgraf.export.terminal.reading import reading_page
from nutgraf.records.annotation import AnonymousSort, AttributionKind
from nutgraf.records.comparison import Verdict
from nutgraf.records.page import Outcome, SetAside

PAGES = (brief_page, story_page, comparison_page, matrix_page)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(dossier, page, width):
    assert max(len(line) for line in render(page(dossier), width).splitlines()) <= width


@pytest.mark.parametrize("page", PAGES)
def test_a_pipe_gets_plain_text(dossier, page):
    assert "\x1b" not in render(page(dossier))


def test_colour_never_comes_from_a_page(dossier):
    assert "\x1b[31m why" not in render(brief_page(dossier), color=True)


def test_a_brief_says_what_it_rests_on(dossier):
    shown = render(brief_page(dossier))
    for words in (
        "2 independent origins",
        "aaaa1111:0-44",
        "DIFFER",
        "not found in the texts read",
        "No text read says why.",
    ):
        assert words in shown


def test_many_differences_leave_room_for_news(dossier):
    first = dossier.comparison.findings[0]
    many = tuple(replace(first, id=f"d{number}", reason=f"difference {number}.") for number in range(12))
    news = replace(first, id="u1", verdict=Verdict.UPDATE, reason="a newer count.")
    shown = render(brief_page(replace(dossier, comparison=replace(dossier.comparison, findings=(*many, news)))))
    assert "difference 9." in shown
    assert "difference 10." not in shown
    assert "a newer count." in shown
    assert "2 more, as telling or less" in shown


def test_an_article_in_a_pipe_is_whole(dossier):
    account = dossier.accounts[0]
    shown = render(article_page(account.article, account.annotation), 20, wrap=False)
    assert account.article.text in shown
    assert "1 quote" in shown


def test_marks_can_be_seen_in_colour(dossier):
    account = dossier.accounts[0]
    assert "\x1b[" in render(article_page(account.article, account.annotation), color=True)


@pytest.mark.parametrize(("speaker", "found"), [(None, 2), ("okafor", 2), ("INES", 1), ("nobody", 0)])
def test_quotes_by_speaker(dossier, speaker, found):
    assert len(matching(dossier.accounts, speaker)) == found


def test_lists(dossier):
    assert "Boats leave Port Selmo" in render(articles_list([account.article for account in dossier.accounts]))
    assert "“We were told to go,”" in render(quotes_list(matching(dossier.accounts, None)))
    assert "No stories yet" in render(stories_list(()))
    entry = SetAside("pages/odd.bin", "ingest", Outcome.REFUSED, "not a page: binary content")
    assert "1 entry set aside" in render(set_aside_list([entry]))
    assert "nutgraf brief cccc3333" in render(reading_page(2, 2, ("cccc3333",), (entry,)))


def test_an_article_says_whom_it_rests_on(dossier):
    account = dossier.accounts[0]
    named = account.annotation.attributions[0]
    unnamed = replace(
        named, kind=AttributionKind.ANONYMOUS, source="two officials", via="Reuters", sort=AnonymousSort.OFFICIAL
    )
    annotation = replace(account.annotation, attributions=(named, unnamed, unnamed))
    shown = render(article_page(account.article, annotation))
    assert "named      Ines Okafor" in shown
    assert shown.count("“two officials” · official · through Reuters") == 1


def test_an_article_in_its_own_voice_rests_on_nobody(dossier):
    account = dossier.accounts[0]
    assert "rests on" not in render(article_page(account.article, replace(account.annotation, attributions=())))

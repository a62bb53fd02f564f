import pytest
from evals.split.__main__ import main, write_tables
from evals.split.labels import GoldArticle, GoldPage
from evals.split.pinned import check_floors
from evals.split.score import harmonic, judge, score_pages

from nutgraf.extract.page import extract_page
from nutgraf.records.page import Media, Page
from nutgraf.text import digest, stable_id

TITLE, LEAD = (
    "Ferry sails again",
    "The ferry to Skarn Head sailed on Friday after three weeks in the dock, the harbour said.",
)
CREW = "Its crew of nine had been paid throughout, according to the owner, who would not give his name."


def read(text):
    content = text.encode()
    return extract_page(
        Page(stable_id("file:///a.txt", content), "file:///a.txt", "a.txt", Media.TEXT, content, digest(content), "")
    )


def gold(*articles, teasers=(), not_body=()):
    told = tuple(GoldArticle(title, None, None, None, paragraphs) for title, paragraphs in articles)
    return GoldPage("digest", told, teasers, not_body)


def scores(page, text):
    return {score.name: score.value for score in score_pages([judge("a.txt", page, read(text))])}


def test_a_page_read_right_scores_one_in_everything():
    told = scores(gold((TITLE, (LEAD, CREW))), f"{TITLE}\n\n{LEAD}\n\n{CREW}\n")
    assert told["boundaries.recall"] == told["boundaries.precision"] == told["title"] == told["unmerged"] == 1


@pytest.mark.parametrize("paragraphs", [(LEAD,), (CREW, LEAD), (LEAD, CREW, "One more.")])
def test_a_text_that_lacks_a_paragraph_or_has_one_too_many_is_not_exact(paragraphs):
    told = scores(gold((TITLE, paragraphs)), f"{TITLE}\n\n{LEAD}\n\n{CREW}\n")
    assert told["boundaries.recall"] == told["boundaries.precision"] == 0


def test_two_articles_found_as_one_are_merged():
    told = scores(gold((TITLE, (LEAD,)), (None, (CREW,))), f"{TITLE}\n\n{LEAD}\n\n{CREW}\n")
    assert told["unmerged"] == 0
    assert told["unsplit"] == 1


def test_what_is_no_text_of_an_article_must_be_kept_out():
    told = scores(gold((TITLE, (LEAD,)), not_body=(CREW, "Share")), f"{TITLE}\n\n{LEAD}\n\n{CREW}\n\nShare\n")
    assert told["furniture.kept_out"] == 0.5


def test_the_tables_name_both_forms_and_every_kind():
    pages = [judge("a.txt", gold((TITLE, (LEAD, CREW))), read(f"{TITLE}\n\n{LEAD}\n\n{CREW}\n"))]
    told = write_tables({"text": pages, "html": []})
    assert "| boundaries.recall | 1.000 | 1 | - | 0 |" in told
    assert "| digest, text | 1 | 1 | 1 | 1 |" in told
    assert harmonic(score_pages(pages)) == 1


def test_a_score_below_its_floor_is_told_and_floors_only_rise(tmp_path):
    place = tmp_path / "floors.json"
    place.write_bytes(b"{}")
    page = gold((TITLE, (LEAD, CREW)))
    right = score_pages([judge("a.txt", page, read(f"{TITLE}\n\n{LEAD}\n\n{CREW}\n"))])
    wrong = score_pages([judge("a.txt", page, read(f"{TITLE}\n\n{LEAD}\n"))])
    assert check_floors({"x text": right}, ("2031-01-01", "first"), place) == []
    assert check_floors({"x text": wrong}, ("2031-01-02", "worse"), place)[0].startswith("x text: boundaries.")
    assert check_floors({"x text": right}, None, place) == []


def test_a_set_is_scored_and_its_tables_are_printed(capsys):
    assert main(["a", "--only", "text", "--markdown"]) == 0
    assert "| boundaries.recall |" in capsys.readouterr().out

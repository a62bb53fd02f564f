from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from evals.alignment import align, through_anchors
from evals.exported import Anchor, Export, ExportedArticle
from evals.gold import Gold, Place

HTML = """<html><head><style>p {color: red}</style></head><body><nav>Home Tides</nav>
<h1>Ferry talks open</h1><p>By Ada Brook</p>
<p>Ferry talks opened in&nbsp;Marl on <b>Monday</b>.</p>
<p>“We will stay,” said <a href="/m">Ida</a><!-- who? --> <b>Marsh</b>.</p>
<footer>All rights kept</footer></body></html>"""
BODY = "Ferry talks opened in Marl on Monday.\n“We will stay,” said Ida Marsh."


def gold(**fields: object) -> Gold:
    article = {"key": "one", "story": "ferry", "places": [{"first": "Ferry talks opened", "last": "said Ida Marsh."}]}
    pages = [{"file": "one.html", "articles": [article | fields]}]
    return msgspec.convert({"format": 1, "what": "one page", "pages": pages}, Gold)


def export(*texts: str) -> Export:
    return Export(
        tuple(
            ExportedArticle(id=str(number), kind="article", text=text, address="file:///pages/one.html")
            for number, text in enumerate(texts)
        )
    )


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "one.html").write_text(HTML, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "recall", "precision"),
    [
        (BODY, 1, 1),
        (BODY + "\nAll rights kept", 1, 13 / 16),
        (BODY[:37], 7 / 13, 1),
    ],
)
def test_a_web_page_is_measured_in_words(pages, text, recall, precision):
    (pair,) = align(gold(), export(text), pages)
    assert (pair.recall, pair.precision) == pytest.approx((recall, precision))


@pytest.mark.parametrize("text", [BODY, f"By Ada Brook\n{BODY}"])
def test_optional_words_may_be_there_or_not(pages, text):
    (pair,) = align(gold(optional=[{"words": "By Ada Brook"}]), export(text), pages)
    assert (pair.recall, pair.precision) == (1, 1)


@pytest.mark.parametrize("text", [BODY, BODY.replace("Ferry talks", ""), BODY + "\nFerry talks"])
def test_optional_words_inside_the_body_count_neither_way(pages, text):
    (pair,) = align(gold(optional=[{"words": "Ferry talks"}]), export(text), pages)
    assert pair.recall == 1
    assert pair.precision == pytest.approx(1 if text.count("Ferry") < 2 else 11 / 13)


def test_the_best_of_several_texts_of_the_page_is_taken_and_another_text_is_not(pages):
    (pair,) = align(gold(), export("Home Tides", BODY, BODY[:37]), pages)
    assert pair.article
    assert pair.article.id == "1"
    (missed,) = align(gold(), export("Home Tides All rights kept"), pages)
    assert missed.article is None


def test_a_place_given_in_words_is_found_in_the_text(pages):
    (pair,) = align(gold(), export(BODY), pages)
    assert pair.article
    start, end = pair.locate(Place(words="WE WILL STAY,")) or (0, 0)
    assert pair.article.text[start:end] == "We will stay,"
    assert pair.locate(Place(words="We will go")) is None


@pytest.mark.parametrize(
    ("place", "found"),
    [((100, 104), (0, 4)), ((108, 204), (8, 15)), ((150, 160), None), ((90, 105), (0, 5)), ((203, 220), (14, 21))],
)
def test_a_place_on_the_page_is_carried_into_the_text(place, found):
    anchors = (Anchor(0, 10, 100, 110), Anchor(11, 21, 200, 210))
    article = ExportedArticle(id="a", kind="article", text="x" * 21, anchors=anchors)
    assert through_anchors(article, place) == found

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.decode import decode_page
from nutgraf.extract.page import extract_page
from nutgraf.records.article import ArticleKind, Extraction
from nutgraf.records.page import Media, Page
from nutgraf.text import digest, fold, stable_id

PAGES = Path(__file__).parent.parent / "pages"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def page_of(content: bytes, media: Media = Media.TEXT) -> Page:
    return Page(
        stable_id("file:///p", content), "file:///p", None, media, content, digest(content), "2024-05-14T00:00:00Z"
    )


def told(extraction: Extraction) -> list[dict[str, object]]:
    return [
        {
            "kind": article.kind.value,
            "title": article.title,
            "byline": article.byline,
            "dateline": article.dateline,
            "carrier": article.carrier,
            "origin": article.origin,
            "published": article.published.value,
            "partial": article.partial is not None,
            "blocks": [f"{block.role.value}: {article.text[block.start : block.end]}" for block in article.blocks],
            "asides": [f"{aside.role.value}: {aside.words}" for aside in article.asides],
        }
        for article in extraction.articles
    ]


def check_traced(page: Page, extraction: Extraction) -> None:
    """Every anchor is verbatim on the page, every block lies in the text, no part overlaps another."""
    text = decode_page(page).text
    for article in extraction.articles:
        for anchor in article.anchors:
            taken = article.text[anchor.start : anchor.end]
            if page.media is Media.TEXT:
                assert text[anchor.page_start : anchor.page_end] == taken
        assert "\n\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
    last = 0
    for part in extraction.parts:
        assert last <= part.start < part.end <= len(text)
        last = part.end
    assert 0 <= extraction.accounted <= extraction.visible or extraction.visible == 0


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.json")), ids=lambda path: path.stem)
def test_golden_pages(path):
    name = next(file for file in PAGES.glob(f"{path.stem}.*") if file.suffix != ".json")
    page = page_of(name.read_bytes(), Media.HTML if name.suffix == ".html" else Media.TEXT)
    extraction = extract_page(page)
    check_traced(page, extraction)
    assert told(extraction) == json.loads(path.read_text())
    assert extraction.accounted == extraction.visible


def test_the_same_page_gives_the_same_extraction():
    page = page_of((PAGES / "aggregator.txt").read_bytes())
    assert extract_page(page) == extract_page(page)


def test_html_anchors_hold_the_same_words():
    page = page_of((PAGES / "paywall.html").read_bytes(), Media.HTML)
    (article, *_) = extract_page(page).articles
    source = decode_page(page).text
    anchored = {article.text[a.start : a.end]: source[a.page_start : a.page_end] for a in article.anchors}
    assert anchored["Ilse"] == "Ilse"
    assert any("&amp;" in there and "&" in here and fold(here) != fold(there) for here, there in anchored.items())
    assert not any("praise the builders" in block["blocks"] for block in told(extract_page(page)))


LINES = st.sampled_from(
    [
        "Council delays vote",
        "-",
        "",
        "Related Articles",
        "By Nadia Kron",
        "time12 minutes ago",
        "The Coast Courier",
        "0 Comments",
        "This article originally appeared in The Norland Times.",
        "A heron stands in the reeds. (Piet Olsen/Harbor Gazette)",
        "She wants to swim.",
        "NORDHAVEN — The governor will meet the mayor on Thursday to talk about the sea gate, an aide said.",
        "The crews ask for a rise of 6 per cent. " * 5,
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25))
def test_every_part_is_verbatim_and_nothing_counts_twice(lines):
    page = page_of("\n".join(lines).encode("utf-8", "replace"))
    extraction = extract_page(page)
    check_traced(page, extraction)
    assert extraction.accounted == extraction.visible


@given(
    st.lists(
        st.one_of(
            LINES,
            st.sampled_from(
                ["<p>", "</p>", "<div hidden>", "</div>", "<li>", "<h2>", "<a href=x>", "</a>", "<!--", "&amp;", "<b"]
            ),
        ),
        max_size=30,
    )
)
def test_any_html_is_read_without_loss(pieces):
    page = page_of(" ".join(pieces).encode(), Media.HTML)
    check_traced(page, extract_page(page))


@pytest.mark.skipif(not SEEDS.exists(), reason="the five real pages are not beside this checkout")
@pytest.mark.parametrize(
    ("number", "articles", "teasers"), [("000", 1, 9), ("001", 1, 0), ("002", 1, 0), ("003", 1, 0), ("004", 4, 5)]
)
def test_real_pages(number, articles, teasers):
    page = page_of(next(SEEDS.glob(f"{number}_*")).read_bytes())
    extraction = extract_page(page)
    check_traced(page, extraction)
    kinds = [article.kind for article in extraction.articles]
    assert (kinds.count(ArticleKind.ARTICLE), kinds.count(ArticleKind.TEASER)) == (articles, teasers)
    assert extraction.accounted == extraction.visible

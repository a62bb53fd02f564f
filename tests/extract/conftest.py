"""Pages of every media, and what must hold of whatever is made of them."""

import os
from pathlib import Path

import pytest

from nutgraf.extract.decode import decode_page
from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import Limits
from nutgraf.extract.metadata import read_metadata
from nutgraf.extract.page import extract_page
from nutgraf.records.page import Media, Page
from nutgraf.text import digest, stable_id

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("NUTGRAF_CORPORA", ROOT / ".cache"))


@pytest.fixture(scope="session")
def wrapped():
    """Return the folder of pages that real programs wrapped."""
    return ROOT / "tests" / "pages" / "wrapped"


@pytest.fixture(scope="session")
def hostile():
    """Return the folder of bad input, unpacked from the pack “hostile”; where it is missing, a test says so."""
    folder = CORPORA / "hostile"
    if not folder.is_dir():
        pytest.skip("the pack “hostile” is not unpacked under .cache or NUTGRAF_CORPORA: not run")
    return folder


@pytest.fixture(scope="session")
def page_of():
    """Make a page of bytes or text."""

    def make(content, media, address="file:///saved/page", **more):
        content = content.encode() if isinstance(content, str) else content
        name = stable_id(address, content)
        return Page(name, address, None, Media(media), content, digest(content), "2031-05-09T00:00:00Z", **more)

    return make


@pytest.fixture(scope="session")
def extract():
    """Extract a page and check that all of it can be traced to the decoded page."""

    def extract(page):
        extraction = extract_page(page)
        text = decode_page(page).text
        for article in extraction.articles:
            assert "\n\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
            for anchor in article.anchors:
                assert 0 <= anchor.start < anchor.end <= len(article.text)
                assert 0 <= anchor.page_start < anchor.page_end <= len(text)
                words, there = article.text[anchor.start : anchor.end], text[anchor.page_start : anchor.page_end]
                assert words == there or len(words) != len(there) or words.split() == there.split()
            for found in article.found:
                assert found.value
                assert found.start is None or 0 <= found.start < found.end <= len(text)
        last = 0
        for part in extraction.parts:
            assert last <= part.start < part.end <= len(text)
            last = part.end
        assert extraction.accounted <= extraction.visible
        return extraction

    return extract


@pytest.fixture(scope="session")
def tell():
    """Read what an invented page of the Nordhaven Post tells of its text; `prose` is two paragraphs of it."""

    def make(body="", head="", language="en", title=None, **more):
        heading = f"<h1>{title}</h1>" if title else ""
        source = (
            f"<html lang='{language}'><head>{head}</head><body><header><a href='/'>Nordhaven Post</a></header>"
            f"<main>{heading}{body}</main></body></html>"
        )
        page = Page("p", "file:///p", None, Media.HTML, source.encode(), "", "", **more)
        return read_metadata(source, read_document(source, Limits()), page)

    return make


PROSE = (
    "<p>The council of Port Vell met on Tuesday to vote on the sea gate, and put the vote off once again because three "
    "members were missing and the report on the cost of the gate was not yet printed.</p>"
    "<p>The harbour master said that the old gate would hold for one more winter, but not for two, and that nobody had "
    "asked him about it since the spring before last, when the pumps failed.</p>"
)


@pytest.fixture(scope="session")
def prose():
    """Return two paragraphs of an invented text."""
    return PROSE

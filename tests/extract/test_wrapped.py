"""Every kind of wrapped page through the child process, as it comes in."""

import contextlib
import subprocess
import sys

import msgspec
import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.articles import extract_articles
from nutgraf.extract.decode import decode_page, unwrap_page
from nutgraf.extract.limits import Limits
from nutgraf.records.article import ArticleKind, Extraction
from nutgraf.records.page import Media, Outcome, Ready, SetAside

OPML = (
    '<opml version="2.0"><body><outline text="Gazette" type="rss" xmlUrl="https://gazette.example/feed"/></body></opml>'
)
RECORD = msgspec.json.encode(
    Ready("The ferry stopped on Saturday after at least twelve passengers fell ill.", title="Ferry")
)


@pytest.fixture
def pages(page_of, wrapped):
    files = {
        "mhtml": "chromium.mhtml", "mail": "newsletter.eml", "pdf": "paper.pdf", "feed": "feedgen_rss.xml",
    }  # fmt: skip
    read = {media: page_of((wrapped / name).read_bytes(), media, f"file:///{name}") for media, name in files.items()}
    return {**read, "listing": page_of(OPML, "listing"), "record": page_of(RECORD, "record")}


def test_every_kind_is_read_in_the_child_as_it_is_here(pages):
    assert set(pages) == {media.value for media in Media} - {"html", "text"}
    read = list(extract_articles(pages.values(), Limits(children=1)))
    assert all(isinstance(extraction, Extraction) for extraction in read)
    counts = {
        media: sum(article.kind is ArticleKind.ARTICLE for article in extraction.articles)
        for media, extraction in zip(pages, read, strict=True)
    }
    assert counts == {"mhtml": 1, "mail": 1, "pdf": 1, "feed": 1, "listing": 0, "record": 1}
    assert [link.kind for link in read[list(pages).index("listing")].links] == ["feed"]


def test_what_is_refused_is_set_aside_with_the_reason(page_of, wrapped):
    pages = [
        page_of((wrapped / "scan.pdf").read_bytes(), "pdf", "file:///scan.pdf"),
        page_of("<!DOCTYPE r [<!ENTITY a 'b'>]><rss/>", "feed", "file:///bad.xml"),
        page_of(RECORD, "record"),
    ]
    scan, bad, good = extract_articles(pages, Limits(children=1))
    assert isinstance(scan, SetAside)
    assert (scan.what, scan.outcome) == ("file:///scan.pdf", Outcome.QUARANTINED)
    assert "pictures of text only" in scan.reason
    assert isinstance(bad, SetAside)
    assert "declares entities" in bad.reason
    assert isinstance(good, Extraction)


@pytest.mark.parametrize("media", [media.value for media in Media])
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 64, b"\xff\xfe", b"{", b"<", b"%PDF-", b"From: x\n\n", "Ö".encode() * 99]
)
def test_any_bytes_are_read_or_refused_in_words(page_of, extract, media, content):
    with contextlib.suppress(DocumentRefused):
        extract(page_of(content, media))


def test_the_decoded_page_is_one_function_of_the_bytes(pages):
    for page in pages.values():
        assert decode_page(page) == decode_page(page)
        unwrapped = unwrap_page(page)
        assert unwrapped.text == decode_page(page).text
        for sheet in unwrapped.sheets:
            for run in sheet.text.runs:
                there = unwrapped.text[run.page_start : run.page_end]
                here = sheet.text.text[run.start : run.end]
                assert len(here) != len(there) or here == there


def test_wrapped_pages_touch_no_file_and_no_network(pages, hostile, page_of):
    names = ("f_xxe_file.xml", "f_xxe_http.xml", "f_dtd_http.xml")
    program = (
        "import sys\nfrom nutgraf.records.page import Media, Page\nfrom nutgraf.extract.page import extract_page\n"
        "from nutgraf.errors import DocumentRefused\n"
        "contents = [open(path, 'rb').read() for path in sys.argv[1:]]\n"
        "warm = b'<rss><channel><item><title>A long title of words</title></item></channel></rss>'\n"
        "extract_page(Page('w', 'file:///w', None, Media.FEED, warm, '', ''))\n"
        "def hook(event, args):\n"
        "    if event.startswith('socket.') or event == 'open':\n"
        "        print(event, args)\n"
        "sys.addaudithook(hook)\n"
        "for content in contents:\n"
        "    try:\n        extract_page(Page('x', 'file:///x', None, Media.FEED, content, '', ''))\n"
        "    except DocumentRefused:\n        pass\n"
    )
    command = [sys.executable, "-c", program, *(str(hostile / "generated" / name) for name in names)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == ""

# ruff: noqa: E501 - what pages hold is read in one piece or not at all
import base64
import quopri

import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.decode import decode_page
from nutgraf.records.article import Field

STORY = (
    "Der Rat von Nordhaven hat am Dienstagabend beschlossen, die Mauer am Hafen um anderthalb Meter zu erhöhen, sagte er.",
    "„Wir können die Mauer einmal bezahlen oder jedes Jahr die Flut“, sagte der Kämmerer Piet Olsen vor der Abstimmung.",
    "Der Bau soll im Oktober beginnen, nach der Heringszeit, und vierzehn Monate dauern, sagte die Bürgermeisterin dazu.",
)
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in STORY)
PAGE = f"<html><head><title>Mauer</title></head><body><h1>Nordhaven erhöht die Mauer</h1>{PARAGRAPHS}</body></html>"
ADDRESS = "https://www.hafenblatt.example/mauer"


def saved(body, encoding, head="", kind='text/html; charset="utf-8"'):
    """A page as the writer of the old Internet Explorer saves it: picture first where `start` says so."""
    return (
        (
            f"From: <Saved by the test>\r\nSubject: Mauer\r\nDate: Wed, 14 May 2025 09:00:00 +0200\r\nMIME-Version: 1.0\r\n{head}"
            'Content-Type: multipart/related; type="text/html"; boundary="=_b"\r\n\r\nA multipart message.\r\n\r\n--=_b\r\n'
            f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {ADDRESS}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n--=_b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n--=_b--\r\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        saved(quopri.encodestring(PAGE.encode()), "quoted-printable"),
        saved(base64.encodebytes(PAGE.encode()), "base64"),
        saved(PAGE.encode(), "8bit"),
        saved(PAGE.encode("cp1252", "xmlcharrefreplace"), "binary", kind="text/html; charset=windows-1252"),
        saved(PAGE.replace("<title>", '<meta charset="iso-8859-1"><title>').encode("cp1252"), "8bit", kind="text/html"),
    ],
    ids=["quoted-printable", "base64", "8bit", "binary", "declared in the page"],
)
def test_a_saved_page_is_read_whatever_packs_it(page_of, extract, content):
    extraction = extract(page_of(content, "mhtml"))
    (article,) = extraction.articles
    assert (article.title, article.text) == ("Nordhaven erhöht die Mauer", "\n\n".join(STORY))
    assert article.address == ADDRESS
    assert extraction.damage == ()


def test_a_page_saved_by_chromium(page_of, extract, wrapped):
    page = page_of((wrapped / "chromium.mhtml").read_bytes(), "mhtml")
    extraction = extract(page)
    (article,) = extraction.articles
    assert (article.title, article.byline, article.carrier) == (
        "Harbour town votes to raise its sea wall", "Nadia Kron", "Harbour Gazette",
    )  # fmt: skip
    assert len(article.blocks) == 12
    assert article.address == "https://www.harbourgazette.example/news/sea-wall-vote"
    assert article.published.value == "2025-05-14T06:10+02:00"
    assert "1 framed documents of the saved page were not read" in extraction.notes
    text = decode_page(page).text
    assert text.startswith("Snapshot-Content-Location: http://www.harbourgazette.example/news/sea-wall-vote.html\n")
    (first, *_) = article.anchors
    assert text[first.page_start : first.page_end] == article.text[first.start : first.end]


def test_the_time_of_saving_is_never_the_date_of_the_article(page_of, extract):
    (article,) = extract(page_of(saved(PAGE.encode(), "8bit"), "mhtml")).articles
    assert article.published.value is None
    (date,) = [found for found in article.found if found.field is Field.PUBLISHED]
    assert (date.value, date.chosen) == ("2025-05-14T09:00+02:00", False)
    assert date.why_not == "when the page was saved, not when the article was published"


def test_a_saved_page_and_the_page_are_one_article(page_of, extract):
    html = PAGE.replace("<title>", f'<link rel="canonical" href="{ADDRESS}"><title>')
    (one,) = extract(page_of(html, "html")).articles
    (two,) = extract(page_of(saved(html.encode(), "8bit"), "mhtml", "file:///elsewhere.mht")).articles
    assert (one.id, one.version) == (two.id, two.version)


def test_the_root_is_the_part_that_is_named(page_of, extract):
    frame = "Content-Type: text/html\r\nContent-ID: <frame@x>\r\n\r\n<p>An advertisement in a frame, as long as a text could be.</p>\r\n"
    root = f"Content-Type: text/html; charset=utf-8\r\nContent-ID: <root@x>\r\n\r\n{PAGE}\r\n"
    content = f'Content-Type: multipart/related; start="<root@x>"; boundary=b\r\n\r\n--b\r\n{frame}--b\r\n{root}--b--'
    (article,) = extract(page_of(content, "mhtml")).articles
    assert article.title == "Nordhaven erhöht die Mauer"


def test_a_cut_file_is_told(page_of, extract):
    content = saved(PAGE.encode(), "8bit")
    extraction = extract(page_of(content[: content.index(b"vierzehn")], "mhtml"))
    assert extraction.damage == ("the file ends before its last part does; what is there was read",)
    assert extraction.articles[0].title == "Nordhaven erhöht die Mauer"


def test_what_holds_no_page_is_refused(page_of, extract):
    with pytest.raises(DocumentRefused, match="none of its parts is HTML"):
        extract(page_of("MIME-Version: 1.0\nContent-Type: image/png\n\nxx", "mhtml"))

import subprocess
import sys

import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.decode import decode_page
from nutgraf.extract.limits import Limits
from nutgraf.extract.page import extract_page
from nutgraf.extract.pdf_lines import Printed
from nutgraf.extract.pdf_order import reading_order, running_lines
from nutgraf.extract.pdf_text import Placed, paragraphs
from nutgraf.records.article import Field

TITLE = "Harbour town votes to raise its sea wall"


def text_of(extract, page_of, wrapped, name):
    (article,) = extract(page_of((wrapped / name).read_bytes(), "pdf")).articles
    return article


@pytest.mark.parametrize("name", ["chromium.pdf", "columns.pdf", "paper.pdf", "rows.pdf"])
def test_real_files_give_the_paragraphs_of_the_page_they_were_made_of(page_of, extract, wrapped, name):
    saved = (wrapped / "chromium.mhtml").read_bytes()
    (page,) = extract(page_of(saved, "mhtml")).articles
    article = text_of(extract, page_of, wrapped, name)
    assert (article.title, article.byline, article.dateline) == (TITLE, "Nadia Kron", "NORDHAVEN")
    printed, wanted = article.text.split("\n\n"), page.text.split("\n\n")
    right = sum(paragraph in printed for paragraph in wanted)
    # At a column's end a full line that ends a sentence leaves open whether the paragraph goes on.
    assert right >= len(wanted) - 1
    assert "".join(page.text.split()) in "".join(article.text.split())


def test_what_runs_along_the_pages_is_kept_apart_and_read(page_of, extract, wrapped):
    extraction = extract(page_of((wrapped / "paper.pdf").read_bytes(), "pdf"))
    (article,) = extraction.articles
    assert "Page 1" not in article.text
    assert "14 May" not in article.text
    assert (article.carrier, article.published.value) == ("Harbour Gazette", "2025-05-14")
    assert article.published.sure.value == "likely"
    assert any("running heads" in note for note in extraction.notes)
    assert extraction.accounted == extraction.visible
    browser = text_of(extract, page_of, wrapped, "chromium.pdf")
    assert browser.address == "http://www.harbourgazette.example/news/sea-wall-vote.html"
    dates = [
        (found.value[:4], found.chosen, found.why_not) for found in browser.found if found.field is Field.PUBLISHED
    ]
    assert dates == [("2026", False, "when the PDF was made, not when the article was published")]


def test_each_word_leads_to_the_line_it_is_printed_on(page_of, wrapped):
    page = page_of((wrapped / "broken_words.pdf").read_bytes(), "pdf")
    source = decode_page(page).text
    assert source.startswith("The council of the town held a long elec-\ntion debate about the well-\nknown barrier")
    assert extract_page(page).accounted == extract_page(page).visible


def lines(*rows, size=10.0, page=0):
    return [Printed(words, page, left, left + 5.0 * len(words), base, size) for words, left, base in rows]


def joined(*pieces):
    placed, text = [], ""
    for piece in pieces:
        placed.append(Placed(piece, len(text)))
        text += piece.words + "\n"
    tied = paragraphs(placed, text)
    for run in tied.runs:
        there = text[run.page_start : run.page_end]
        assert len(there) != run.end - run.start or there == tied.text[run.start : run.end]
    return tied.text


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "the council held a long elec-",
            "tion debate there",
            "<p>the council held a long election debate there</p>\n",
        ),
        ("they talked about the well-", "known barrier now", "<p>they talked about the well-known barrier now</p>\n"),
        ("the figures are for 2024-", "25 and were told now", "<p>the figures are for 2024-25 and were told now</p>\n"),
        ("it came with the anti-", "EU party on that day", "<p>it came with the anti-EU party on that day</p>\n"),
        (
            "the mayor & the < sign",
            "stood there for long",
            "<p>the mayor &amp; the &lt; sign stood there for long</p>\n",
        ),
    ],
)
def test_words_broken_at_a_line_end_are_whole_again(first, second, expected):
    assert joined(*lines((first, 50, 700), (second, 50, 688))) == expected


def test_paragraphs_end_at_a_gap_an_indent_and_a_short_line():
    full = "the council sat for five hours"
    rows = [
        (full, 50, 700),
        ("and then went home.", 50, 688),
        (full, 50, 676),
        (full, 50, 664),
        (full[:-1] + ".", 50, 640),
        ("It rained now, all of it.", 60, 628),
    ]
    assert joined(*lines(*rows)).count("<p>") == 4


def test_headings_are_told_by_the_size_of_their_letters():
    title, inner = lines(("Wall vote", 50, 740), size=20.0), lines(("What it costs", 50, 712), size=13.0)
    text = lines(("the council sat for five hours", 50, 695), ("and then went home.", 50, 683))
    assert joined(*title, *inner, *text).startswith("<h1>Wall vote</h1>\n<h2>What it costs</h2>\n<p>the council")


def test_columns_drawn_row_by_row_are_read_one_after_the_other():
    left = [(f"left {n} of the words there", 50, 700 - 12 * n) for n in range(6)]
    right = [(f"right {n} of the words there", 310, 700 - 12 * n) for n in range(6)]
    rows = lines(*(each for pair in zip(left, right, strict=True) for each in pair))
    assert [piece.words for piece in reading_order(rows)] == [words for words, _, _ in (*left, *right)]


def test_a_table_stays_in_its_rows():
    rows = lines(*((f"cell {n}{side}", left, 700 - 12 * n) for n in range(8) for side, left in (("a", 50), ("b", 300))))
    assert reading_order(rows) == rows


def test_running_lines_are_found_by_place_and_words():
    pages = [
        lines(("Gazette, 14 May", 50, 800), (f"A line of words {n}", 50, 500), (f"{n + 1}", 290, 20), page=n)
        for n in range(4)
    ]
    assert {piece.words for piece in running_lines(pages)} == {"Gazette, 14 May", "1", "2", "3", "4"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("scan.pdf", "this PDF holds pictures of text only"),
        ("locked.pdf", "locked with a password"),
        (b"%PDF-1.4 and nothing more", "the PDF is damaged and cannot be opened"),
        (b"", "the PDF is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(page_of, wrapped, content, reason):
    content = (wrapped / content).read_bytes() if isinstance(content, str) else content
    with pytest.raises(DocumentRefused, match=reason):
        extract_page(page_of(content, "pdf"))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_cut_file_is_refused_in_words(page_of, wrapped, share):
    content = (wrapped / "paper.pdf").read_bytes()
    with pytest.raises(DocumentRefused, match=r"damaged|no text"):
        extract_page(page_of(content[: int(len(content) * share)], "pdf"))


def test_pages_beyond_the_cap_are_told(page_of, wrapped):
    extraction = extract_page(page_of((wrapped / "paper.pdf").read_bytes(), "pdf"), Limits(pdf_pages=1))
    assert extraction.damage == ("only the first 1 of its 2 pages were read (cap: 1 pages, 1000000 characters)",)


def test_without_the_extra_it_is_said_what_to_install(wrapped):
    program = (
        "import sys; sys.modules['pypdfium2'] = None\n"
        "from nutgraf.errors import DocumentRefused\nfrom nutgraf.extract.pdf_lines import read_pdf\n"
        "try:\n    read_pdf(b'%PDF', 1)\nexcept DocumentRefused as refused:\n    print(refused)\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert 'pip install "nutgraf[pdf]"' in told

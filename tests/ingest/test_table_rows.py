import csv
import io

import msgspec
import pytest

from nutgraf.ingest.fields import USUAL
from nutgraf.ingest.steps import Place, Told
from nutgraf.ingest.table_rows import read_table_rows
from nutgraf.ingest.tally import Tally
from nutgraf.records.page import Ready

PLACE = Place("/data/a.csv", "a.csv", "file:///data/a.csv")
TEXT = "The ferry stopped,\nand nobody knows why. “Ill,” they said."


def walk(data, start=(), passing=False):
    tally, pages, told = Tally(), [], []
    for each in read_table_rows(io.BytesIO(data), PLACE, USUAL, start, passing):
        for count in each.counts:
            tally.add(count)
        if isinstance(each.made, Told):
            told.append(each.made.reason)
        elif each.made is not None:
            pages.append(
                (each.made.container.removeprefix("a.csv, "), msgspec.json.decode(each.made.content, type=Ready))
            )
    return pages, told, [words for _, words in tally.lines()]


def table(delimiter=",", rows=3):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(("title", "text", "date", "rank"))
    writer.writerows((f"Ferry {n}", TEXT, "2031-05-03", n) for n in range(1, rows + 1))
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_every_delimiter(delimiter, codec):
    pages, told, counted = walk(table(delimiter).encode(codec))
    assert pages == [
        (f"row {n}", Ready(TEXT, title=f"Ferry {n}", published="2031-05-03", more=(("rank", str(n)),)))
        for n in (1, 2, 3)
    ]
    assert (told, counted) == ([], [])


def test_other_charsets_are_read_and_told():
    pages, told, _ = walk("title;text\nFerry;Sjøfart – “slutt”".encode("cp1252"))
    assert pages[0][1].body == "Sjøfart – “slutt”"
    assert told == ["some of its bytes are no UTF-8; they were read as Windows-1252"]


def test_rows_longer_and_shorter_than_the_names():
    pages, _, counted = walk(b"title,text\nFerry,It stopped.,more,\nonly a title\n\n,\n")
    assert pages == [("row 1", Ready("It stopped.", title="Ferry", more=(("column 3", "more"),)))]
    assert counted == ["1 row with neither text nor HTML (first: row 2; its fields: title)"]


def test_lines_that_end_with_a_carriage_return_alone():
    assert [place for place, _ in walk(b'title,text\rFerry 1,"It\rstopped."\rFerry 2,It stopped.')[0]] == [
        "row 1",
        "row 2",
    ]
    assert len(walk(b"title,text\r\rFerry,It stopped.\r\r\n")[0]) == 1


def test_a_quote_mark_that_is_never_closed_is_told():
    data = b'title,text\nFerry 1,It stopped.\nFerry 2,"It stopped.\n' + b"Ferry,It stopped.\n" * 600_000
    pages, _, counted = walk(data)
    assert len(pages) >= 1
    assert "a quote mark that is never closed, or a field too long (first: row 2 (lines 3 to" in counted[0]


@pytest.mark.parametrize("begin", [0, 1, 2])
def test_reading_goes_on_from_any_place(begin):
    assert [place for place, _ in walk(table().encode(), (begin,))[0]] == [f"row {n}" for n in range(begin + 1, 4)]
    assert len(walk(table().encode(), (begin,), passing=True)[0]) == 2 - begin


def test_a_file_of_rows(ingest):
    pages, aside = ingest("a.tsv", table("\t").encode())
    assert [page.container for page in pages] == ["a.tsv, row 1", "a.tsv, row 2", "a.tsv, row 3"]
    assert pages[0].address.endswith("/a.tsv#row=1")
    assert aside == []


def test_a_table_without_articles_is_told_in_one_line(ingest):
    assert ingest("prices.csv", b"day,price\n" + b"1,2\n" * 50) == (
        [],
        [("refused", "50 rows with neither text nor HTML (first: row 1; its fields: day, price)")],
    )

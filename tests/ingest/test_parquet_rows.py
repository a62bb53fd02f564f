import io
from datetime import UTC, datetime

import msgspec
import pyarrow
import pytest
from pyarrow import parquet

from nutgraf.ingest.fields import USUAL, Fields
from nutgraf.records.page import Media, Ready

ROWS = {
    "url": [f"https://g.example/{number}" for number in range(1, 201)],
    "text": [f"Ferry {number} stopped." for number in range(1, 200)] + [None],
    "author": [["Mara Vint"], None] * 100,
    "published_at": [datetime(2031, 5, 3, 6, 30, tzinfo=UTC)] * 200,
    "score": [0.5] * 200,
}


def written(rows, **more):
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(rows), out, **more)
    return out.getvalue()


@pytest.mark.parametrize("compression", ["snappy", "zstd", "none"])
def test_rows(ingest, compression):
    pages, aside = ingest("a.parquet", written(ROWS, compression=compression, row_group_size=50))
    assert [page.container for page in pages] == [f"a.parquet, row {number}" for number in range(1, 200)]
    assert pages[0].address == "https://g.example/1"
    assert msgspec.json.decode(pages[0].content, type=Ready) == Ready(
        "Ferry 1 stopped.", address="https://g.example/1", byline="Mara Vint",
        published="2031-05-03T06:30:00+00:00", more=(("score", "0.5"),),
    )  # fmt: skip
    reason = "1 row with neither text nor HTML (first: row 200; its fields: author, published_at, score, text, url)"
    assert aside == [("refused", reason)]


def test_pages_in_a_binary_column(ingest):
    rows = {"address": ["https://g.example/1"], "warc_html": ["<html><p>Sjøfart</p>".encode("latin-1")]}
    (page,), _ = ingest("a.parquet", written(rows), fields=Fields(html=("warc_html",)))
    assert (page.media, page.charset, page.address) == (Media.HTML, None, "https://g.example/1")
    assert USUAL.html != ("warc_html",)


def test_a_damaged_table_is_told(ingest):
    data = bytearray(written(ROWS, row_group_size=50))
    pages, ((outcome, reason),) = ingest("cut.parquet", bytes(data[:-20]))
    assert (pages, outcome) == ([], "refused")
    assert reason.startswith("the Parquet table cannot be read from row 1 on")

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from nutgraf.ingest.fields import USUAL
from nutgraf.ingest.steps import Place
from nutgraf.ingest.zips import read_zip
from nutgraf.records.page import Media

REAL = Path(__file__).parent / "files" / "port.wacz"


def zipped(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_saved_pages(ingest, html, method):
    files = {
        "site/Ferry stops.html": html(1), "site/Ferry stops_files/a": b"let", "site/Ferry stops_files/b": b"\x89PNG",
        "notes.txt": b"The ferry stopped.", "feed.xml": b"<rss version='2.0'/>", "page.html.gz": gzip.compress(html(2)),
        "pic.jpg": b"\xff\xd8\xff", "empty.txt": b"", ".hidden.html": html(3), "__MACOSX/._x.html": html(4),
        "folder/": b"",
    }  # fmt: skip
    pages, aside = ingest("saved.zip", zipped(files, method))
    assert [(page.address.rpartition("saved.zip")[2], page.media) for page in pages] == [
        ("#site/Ferry%20stops.html", Media.HTML),
        ("#notes.txt", Media.TEXT),
        ("#feed.xml", Media.FEED),
        ("#page.html.gz", Media.HTML),
    ]
    assert (pages[0].content, pages[0].container) == (html(1), "saved.zip, site/Ferry stops.html")
    assert pages[3].content == html(2)
    assert aside == [
        ("refused", "2 files that belong to a page saved whole: 2 with site/Ferry stops.html"),
        ("refused", "2 files that are no pages: 1 a picture (JPEG), 1 empty"),
    ]


def test_archives_in_it_are_read_and_a_zip_in_it_is_not(ingest, crawl, html):
    files = {
        "c.warc.gz": crawl().page(1).data,
        "rows.jsonl.gz": gzip.compress(json.dumps({"text": "The ferry stopped."}).encode()),
        "rows.csv": b"title,text\nFerry,It stopped.\n",
        "inner.zip": zipped({"a.html": html()}),
    }
    pages, aside = ingest("all.zip", zipped(files))
    assert [page.container.removeprefix("all.zip, ") for page in pages] == [
        "c.warc.gz, record 1 at byte 0",
        "rows.jsonl.gz, line 1",
        "rows.csv, row 1",
    ]
    assert pages[1].address.endswith("/all.zip#rows.jsonl.gz&line=1")
    assert aside == [("refused", "1 file that is no page: 1 a zip inside an archive")]


def test_a_wacz_as_its_own_tools_write_it(read):
    pages, aside = read(REAL)
    assert [page.address for page in pages] == ["https://gazette.example/news/1", "https://gazette.example/news/2"]
    assert pages[0].container == "port.wacz, archive/port.warc.gz, record 2 at byte 253"
    assert pages[0].captured == "2031-05-03T06:30:00+00:00"
    assert aside[-1] == ("refused", "4 files of the archive's own")


TRAPS = [
    (
        {"a.html": b"<p>" + b"ha " * 9_000_000},
        "1 file that cannot be unpacked: 1 more than 400 times their packed size",
    ),
    (
        {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<p/>"},
        "it is an Office document; save it as HTML or PDF",
    ),
    ({"mimetype": b"application/epub+zip", "a.xhtml": b"<html>"}, "it is an e-book or an OpenDocument text"),
]


@pytest.mark.parametrize(("files", "told"), TRAPS)
def test_traps_and_documents(ingest, files, told):
    pages, ((_, reason),) = ingest("a.zip", zipped(files))
    assert pages == []
    assert reason.startswith(told)


def test_files_that_lie_over_each_other(ingest, html):
    """A directory that names one packed file a thousand times."""
    data = zipped({"a.html": html(1) * 300})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        begin = archive.start_dir
        size = archive.infolist()[0].compress_size
    end = data.rindex(b"PK\x05\x06")
    entry, count = data[begin:end], 1_000
    tail = data[end : end + 8] + count.to_bytes(2, "little") * 2 + (len(entry) * count).to_bytes(4, "little")
    made = data[:begin] + entry * count + tail + data[end + 16 :]
    assert size * count > len(made)
    pages, ((_, reason),) = ingest("a.zip", made)
    assert (pages, reason) == ([], "its files lie over each other, as those of traps do")


def locked(data):
    """Return a ZIP archive whose files say that they are locked."""
    data = bytearray(data)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def test_locked_damaged_and_cut(ingest, html):
    assert ingest("a.zip", locked(zipped({"a.html": html()})))[1] == [
        ("refused", "1 file that cannot be unpacked: 1 locked with a password (first: a.html)")
    ]
    data = bytearray(zipped({"a.html": html(1), "b.html": html(2)}))
    data[60] ^= 255
    pages, ((_, reason),) = ingest("b.zip", bytes(data))
    assert (len(pages), reason.partition(":")[0]) == (1, "1 file that cannot be unpacked")
    assert "it may be cut short" in ingest("c.zip", zipped({"a.html": html()})[:-30])[1][0][1]


def test_names_are_only_labels(ingest, html, tmp_path):
    (page,), _ = ingest("a.zip", zipped({"../../etc/ferry.html": html(), "./.x": html()}))
    assert page.container == "a.zip, ../../etc/ferry.html"
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_reading_goes_on_from_any_place(html, crawl):
    data = zipped({"a.html": html(1), "c.warc.gz": crawl().page(2).page(3).data, "d.html": html(4)})
    place = Place("/a.zip", "a.zip", "file:///a.zip")
    steps = [step for step in read_zip(io.BytesIO(data), place, USUAL) if step.made]
    for number, step in enumerate(steps):
        rest = [each.made for each in read_zip(io.BytesIO(data), place, USUAL, step.at) if each.made]
        assert rest == [each.made for each in steps[number + 1 :]]
    for step in steps[:2]:  # past the archive in it, and past the second page of that
        rest = [each.made for each in read_zip(io.BytesIO(data), place, USUAL, step.at, passing=True) if each.made]
        assert rest == [steps[-1].made]

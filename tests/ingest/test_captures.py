"""Archives of crawls, written by warcio and FastWARC."""

import gzip
import io
import zlib

import brotli
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from nutgraf.ingest.captures import captured_at
from nutgraf.records.page import Media

try:
    from compression import zstd
except ImportError:
    from backports import zstd

PAGE = "https://gazette.example/news/1"


def test_a_page_of_a_crawl(ingest, crawl, html):
    (page,), aside = ingest("c.warc.gz", crawl().info().page().request().data)
    assert (page.address, page.media, page.content) == (PAGE, Media.HTML, html())
    assert (page.charset, page.captured) == ("utf-8", "2031-05-03T06:30:00+00:00")
    assert page.path.endswith("/c.warc.gz")
    assert page.container.startswith("c.warc.gz, record 2 at byte ")
    assert page.retrieved == "2031-05-04T08:00:00+00:00"
    assert aside == [("refused", "2 records of the crawler itself: 1 request, 1 warcinfo")]


def test_the_byte_that_a_page_names_is_its_record(ingest, crawl, html):
    data = crawl().info().page(1).page(2).data
    for page in ingest("c.warc.gz", data)[0]:
        offset = int(page.container.rpartition(" ")[2])
        record = next(iter(WarcioIterator(io.BytesIO(data[offset:]))))
        assert record.rec_headers.get_header("WARC-Target-URI") == page.address


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz", "no-suffix", "CC-NEWS-20310503063000-00042.warc.gz"])
def test_whatever_the_file_is_called(ingest, crawl, name):
    assert len(ingest(name, crawl(gzip="gz" in name).page().page(2).data)[0]) == 2


PAYLOADS = [
    (b"<rss version='2.0'><channel/></rss>", "application/rss+xml", Media.FEED),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/xml; charset=utf-8", Media.FEED),
    (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/feed+json", Media.FEED),
    (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "application/xml", Media.LISTING),
    (b"<opml version='2.0'/>", "text/x-opml", Media.LISTING),
    (b"%PDF-1.7 ...", "application/pdf", Media.PDF),
    (b"The ferry stopped.", "text/plain", Media.TEXT),
    (b"The ferry stopped.", "text/html", Media.HTML),
    (b"<html><p>The ferry stopped.", "", Media.HTML),
    (b"<html><p>The ferry stopped.", "application/octet-stream", Media.HTML),
    (b"<html><p>A page that a server calls text.", "text/plain", Media.HTML),
]


@pytest.mark.parametrize(("body", "declared", "media"), PAYLOADS)
def test_what_a_server_sends(ingest, crawl, body, declared, media):
    (page,), aside = ingest("c.warc.gz", crawl().answer(PAGE, body, Content_Type=declared).data)
    assert (page.media, page.content, aside) == (media, body, [])


NO_PAGES = [
    (b"\xff\xd8\xff\xe0", "image/jpeg", "1 record of other kinds than pages: 1 image/jpeg"),
    (b"\xff\xd8\xff\xe0", "text/html", "1 record of other kinds than pages: 1 a picture (JPEG)"),
    (b"body {}", "text/css", "1 record of other kinds than pages: 1 text/css"),
    (b"let a = 1", "application/javascript; charset=utf-8", "1 application/javascript"),
    (b'{"ferries": [1]}', "application/json", "1 record of other kinds than pages: 1 application/json"),
    (b"a=1&b=2", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
    (b"  \r\n", "text/html", "1 record with nothing in it: 1 text/html"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "declared", "told"), NO_PAGES)
def test_what_is_no_page_is_counted(ingest, crawl, body, declared, told):
    pages, ((outcome, reason),) = ingest("c.warc.gz", crawl().answer(PAGE, body, Content_Type=declared).data)
    assert (pages, outcome) == ([], "refused")
    assert told in reason


def test_robots_files_are_no_pages(ingest, crawl):
    data = crawl().answer("https://gazette.example/robots.txt", b"User-agent: *", Content_Type="text/plain").data
    assert "robots.txt and its like" in ingest("c.warc.gz", data)[1][0][1]


PACKED = [
    ("gzip", gzip.compress),
    ("x-gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", lambda body: zlib.compress(body, wbits=-15)),
    ("br", brotli.compress),
    ("zstd", zstd.compress),
    ("gzip", lambda body: gzip.compress(body[:50]) + gzip.compress(body[50:])),
    ("gzip", bytes),  # undone by the crawler, which kept the field
    ("deflate", bytes),
    ("br", bytes),
    ("zstd", bytes),
    ("identity", bytes),
    ("UTF-8", bytes),
]


@pytest.mark.parametrize(("name", "pack"), PACKED)
def test_one_packing_is_undone(ingest, crawl, html, name, pack):
    data = crawl().answer(PAGE, pack(html()), Content_Type="text/html", Content_Encoding=name).data
    (page,), aside = ingest("c.warc.gz", data)
    assert (page.content, aside) == (html(), [])


def test_several_packings_are_counted(ingest, crawl, html):
    twice = gzip.compress(gzip.compress(html()))
    data = crawl().answer(PAGE, twice, Content_Type="text/html", Content_Encoding="gzip, gzip").data
    assert ingest("c.warc.gz", data) == (
        [],
        [("refused", "1 page packed in a way that cannot be undone: 1 gzip in gzip: more than one packing")],
    )


def quick(body):
    return brotli.compress(body, quality=1)


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("br", quick), ("zstd", zstd.compress)])
def test_a_bomb_in_a_page_stops_at_the_cap(ingest, crawl, name, pack):
    body = pack(b"<p>" + b"ha " * 20_000_000)
    data = crawl().answer(PAGE, body, Content_Type="text/html", Content_Encoding=name).page(2).data
    pages, aside = ingest("c.warc.gz", data)
    assert [len(page.content) for page in pages] == [5_000_000, len(pages[1].content)]
    assert [told for told in aside if "cut at the cap" in told[1]]


def test_a_page_whose_packing_breaks_off_is_told(ingest, crawl, html):
    body = gzip.compress(html())
    data = crawl().answer(PAGE, body[:-30], Content_Type="text/html", Content_Encoding="gzip").data
    (page,), ((outcome, reason),) = ingest("c.warc.gz", data)
    assert html().startswith(page.content)
    assert (outcome, reason.partition(" (")[0]) == ("partial", "1 page that ends too early")


def test_chunks_are_joined(ingest, crawl, html):
    body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (html()[:70], html()[70:])) + b"0\r\n\r\n"
    data = crawl().answer(PAGE, body, Content_Type="text/html", Transfer_Encoding="chunked").data
    assert [page.content for page in ingest("c.warc.gz", data)[0]] == [html()]


def test_answers_without_success_are_counted(ingest, crawl):
    data = crawl().page(status="301 Moved").page(status="404 Not Found").page(status="404 Not Found").page(2).data
    pages, aside = ingest("c.warc.gz", data)
    assert len(pages) == 1
    assert aside == [("refused", "3 answers of servers that had no page to give: 2 status 404, 1 status 301")]


def test_records_of_other_kinds(ingest, crawl, html):
    made = crawl().answer(PAGE, html(), kind="resource").answer("https://x.example/2", b"The ferry.", kind="conversion",
                                                                Content_Type="text/plain")  # fmt: skip
    made.answer("urn:pageinfo:https://x.example/", b"{}", kind="resource", Content_Type="application/json")
    made.answer("https://x.example/3", b"fetch time: 3", kind="metadata", Content_Type="application/warc-fields")
    made.answer("https://x.example/4", b"", kind="revisit", Content_Type="text/html")
    pages, aside = ingest("c.warc.gz", made.data)
    assert [page.media for page in pages] == [Media.HTML, Media.TEXT]
    assert aside == [
        ("refused", "2 records of the crawler itself: 1 metadata, 1 resource for urn:"),
        ("refused", "1 record that only points to an earlier capture: 1 revisit"),
    ]


def test_what_the_crawler_cut_is_told(ingest, crawl):
    pages, aside = ingest("c.warc.gz", crawl().page(warc={"WARC-Truncated": "length"}).data)
    assert (len(pages), aside) == (1, [("partial", "1 page cut by the crawler: 1 length")])


def test_a_damaged_and_cut_archive_tells_every_place_and_the_sum(ingest, crawl):
    made = crawl().page(1)
    end = len(made.data)
    behind = len(made.page(2).data)
    data = bytearray(made.page(3).page(4).data)
    data[behind - 6] ^= 255  # in the sum at the end of the second record: found whatever zlib made of what lies before
    pages, aside = ingest("c.warc.gz", bytes(data[:-40]))
    assert [page.address[-1] for page in pages] == ["1", "3"]
    assert aside[0] == ("partial", f"record 2 at byte {end} cannot be unpacked: it is damaged")
    assert aside[1][1].startswith("the archive is cut short in record 4 at byte ")
    assert aside[2] == ("partial", "records: 2 whole, 1 damaged; it is cut short")


def test_thousands_of_broken_places_stay_readable(ingest, crawl):
    data = crawl(gzip=False).page().data.replace(b"Content-Length", b"Content-Longth")
    _, aside = ingest("c.warc", data * 300)
    assert len(aside) == 21
    assert aside[-1] == ("partial", "records: 0 whole, 300 damaged")


def test_addresses_with_spaces_and_brackets(ingest, crawl):
    pages, _ = ingest("c.warc.gz", crawl().page(address="<https://gazette.example/a b>").data)
    assert [page.address for page in pages] == ["https://gazette.example/a%20b"]


DATES = [
    ("2031-05-03T06:30:00Z", "2031-05-03T06:30:00+00:00"),
    ("2031-05-03T06:30:00.123456Z", "2031-05-03T06:30:00+00:00"),
    ("2031-05-03T06:30:00+02:00", "2031-05-03T04:30:00+00:00"),
    ("2031-05-03", "2031-05-03T00:00:00+00:00"),
    ("20310503063000", "2031-05-03T06:30:00+00:00"),
    ("2031-05-294T05:21:46-0700", None),
    ("20319903063000", None),
    ("0001-01-01T00:00:00+14:00", None),
    ("", None),
]


@pytest.mark.parametrize(("date", "captured"), DATES)
def test_the_time_of_capture(date, captured):
    assert captured_at(date) == captured


def fastwarc(addresses):
    out = io.BytesIO()
    for address in addresses:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = address
        record.headers["WARC-Date"] = "2031-05-03T06:30:00Z"
        record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ferry stopped.</p>")
        record.write(out)
    return out.getvalue()


def test_an_archive_of_fastwarc(ingest):
    addresses = [f"https://gazette.example/{number}" for number in range(3)]
    pages, aside = ingest("c.warc", fastwarc(addresses))
    assert [page.address for page in pages] == addresses
    assert [page.content for page in pages] == [b"<p>The ferry stopped.</p>"] * 3
    assert aside == []


@pytest.mark.parametrize("packed", [True, False])
def test_the_same_records_as_warcio_and_fastwarc_read(ingest, crawl, packed):
    made = crawl(gzip=packed).info()
    for number in range(1, 30):
        made.page(number).request(number).answer(
            f"https://x.example/{number}.png", b"\x89PNG", Content_Type="image/png"
        )
    pages, _ = ingest("c.warc.gz", made.data)
    theirs = [
        (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
        for record in WarcioIterator(io.BytesIO(made.data))
        if record.rec_type == "response" and record.http_headers.get_header("Content-Type").startswith("text/html")
    ]
    assert [(page.address, page.content) for page in pages] == theirs
    numbers = [number for number, record in enumerate(ArchiveIterator(io.BytesIO(made.data)), 1)
               if record.is_http and record.record_type == WarcRecordType.response
               and record.http_content_type == "text/html"]  # fmt: skip
    assert [int(page.container.split()[2]) for page in pages] == numbers

"""Invented pages, archives of them written by warcio, and what ingest makes of a file."""

import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from nutgraf.ingest.source import ingest_source
from nutgraf.records.page import Page, SetAside

NOW = "2031-05-04T08:00:00+00:00"
WHEN = "2031-05-03T06:30:00Z"


def page_html(number=1):
    return (
        f"<!doctype html><html><head><title>Ferry {number} stops at Lonholm</title></head><body>"
        f"<p>LONHOLM — Ferry {number} stopped on Saturday after passengers fell ill, the port said.</p></body></html>"
    ).encode()


class Writer(WARCWriter):
    """warcio's writer, which leaves its temporary files open, with buffers in their place."""

    def _create_temp_file(self):
        return io.BytesIO()


def record_id(number):
    """Return a record's identity; warcio's own are random, and so would be the packed bytes that a test damages."""
    return f"<urn:uuid:20310503-0630-4000-8000-{number:012}>"


class Crawl:
    """An archive of a crawl in memory, one record after the other."""

    def __init__(self, gzip=True):
        self.out = io.BytesIO()
        self.writer = Writer(self.out, gzip=gzip)
        self.records = 0

    def answer(self, address, body, status="200 OK", kind="response", warc=None, **fields):
        headers = [(name.replace("_", "-"), value) for name, value in fields.items()]
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1") if kind in ("response", "revisit") else None
        self.records += 1
        more = {"WARC-Date": WHEN, "WARC-Record-ID": record_id(self.records), **(warc or {})}
        media = {} if http else {"warc_content_type": fields.get("Content_Type", "text/html")}
        record = self.writer.create_warc_record(
            address, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict=more, **media
        )
        self.writer.write_record(record)
        return self

    def page(self, number=1, address=None, **fields):
        where = address or f"https://gazette.example/news/{number}"
        return self.answer(where, page_html(number), Content_Type="text/html; charset=utf-8", **fields)

    def request(self, number=1):
        http = StatusAndHeaders("GET / HTTP/1.1", [("Host", "gazette.example")], is_http_request=True)
        where = f"https://gazette.example/news/{number}"
        self.writer.write_record(self.writer.create_warc_record(where, "request", http_headers=http))
        return self

    def info(self):
        self.writer.write_record(self.writer.create_warcinfo_record("c.warc.gz", {"software": "a crawler"}))
        return self

    @property
    def data(self):
        return self.out.getvalue()


@pytest.fixture
def crawl():
    return Crawl


@pytest.fixture
def html():
    return page_html


@pytest.fixture
def ingest(tmp_path):
    """Return (pages, what was set aside) of a file that is given with its bytes."""

    def run(name, data, **more):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return split(ingest_source(str(path), lambda: NOW, **more))

    return run


@pytest.fixture
def read():
    """Return (pages, what was set aside) of a place."""
    return lambda path, **more: split(ingest_source(str(path), lambda: NOW, **more))


def split(found):
    made = list(found)
    pages = [each for each in made if isinstance(each, Page)]
    return pages, [(each.outcome.value, each.reason) for each in made if isinstance(each, SetAside)]

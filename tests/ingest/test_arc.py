import gzip

import pytest

VERSION_1 = "1 0 Example Crawl\nURL IP-address Archive-date Content-type Archive-length\n"
VERSION_2 = (
    "2 0 Example Crawl\nURL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename "
    "Archive-length\n"
)


def record(line, body, end="\n"):
    return f"{line} {len(body.encode())}\n{body}{end}".encode()


def answer(text="The ferry stopped."):
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin-1\r\n\r\n<html><p>{text}</p></html>"


def parts(version=VERSION_1, more=""):
    yield record("filedesc://crawl.arc 127.0.0.1 20310503063000 text/plain" + more, version)
    for number in range(1, 4):
        address = f"http://gazette.example/the ferry/{number}"
        yield record(f"{address} 192.0.2.1 2031050306300{number} text/html{more}", answer(f"Ferry {number} stopped."))


MORE = " 200 - - 17 crawl.arc"


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(("version", "more"), [(VERSION_1, ""), (VERSION_2, MORE)])
def test_both_versions(ingest, packed, version, more):
    pieces = list(parts(version, more))
    data = b"".join(gzip.compress(piece) for piece in pieces) if packed else b"".join(pieces)
    pages, aside = ingest("crawl.arc.gz" if packed else "crawl.arc", data)
    assert [page.address for page in pages] == [f"http://gazette.example/the%20ferry/{number}" for number in (1, 2, 3)]
    assert pages[0].content == b"<html><p>Ferry 1 stopped.</p></html>"
    assert (pages[0].charset, pages[0].captured) == ("latin-1", "2031-05-03T06:30:01+00:00")
    assert aside == [("refused", "1 record of the crawler itself: 1 filedesc")]


def test_a_wrong_length_costs_its_own_record(ingest):
    data = b"".join(parts()).replace(b"20310503063002 text/html ", b"20310503063002 text/html 9")
    pages, aside = ingest("crawl.arc", data)
    assert [page.address[-1] for page in pages] == ["1", "3"]
    assert aside[0][1].endswith("tells a length that is wrong")


def test_a_cut_file_says_so(ingest):
    data = b"".join(parts())
    pages, aside = ingest("crawl.arc", data[:-30])
    assert len(pages) == 2
    assert aside[0][1].startswith("the archive is cut short in record 4")

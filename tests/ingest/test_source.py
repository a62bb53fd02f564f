import gzip
import os

import pytest

from nutgraf.errors import UsageError
from nutgraf.ingest.limits import PAGE_CAP
from nutgraf.ingest.source import ingest_source
from nutgraf.records.page import Media, Outcome, Page, SetAside
from nutgraf.text import stable_id


def clock() -> str:
    return "2024-05-14T00:00:00Z"


def read(path, **more):
    return list(ingest_source(str(path), clock, **more))


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.txt", b"The council met.", Media.TEXT),
        ("a.md", b"# Title", Media.TEXT),
        ("a.html", b"<p>The council met.", Media.HTML),
        ("a.htm.gz", gzip.compress(b"<html><p>The council met."), Media.HTML),
        ("a.txt", b"<!DOCTYPE html><p>Met.", Media.HTML),
        ("page", b"The council met.", Media.TEXT),
        ("a.pdf", b"%PDF-1.7", Media.PDF),
        ("a.xml.gz", gzip.compress(b"<rss version='2.0'><channel/></rss>"), Media.FEED),
        ("a.txt.gz", gzip.compress(b"The council ") + gzip.compress(b"met."), Media.TEXT),
        ("a.html.gz", b"<html><p>A browser unpacked it and kept the name.", Media.HTML),
    ],
)
def test_kinds_of_files(tmp_path, name, content, media):
    (tmp_path / name).write_bytes(content)
    (page,) = read(tmp_path / name)
    assert isinstance(page, Page)
    assert page.media is media
    assert page.address == (tmp_path / name).resolve().as_uri()
    assert page.id == stable_id(page.address, page.content)
    assert page.retrieved == clock()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("a.pdf", b"%PDF-1.7" + bytes(20_000_000), "a PDF of more than 20000000 bytes (the cap)"),
        ("a.zip.gz", gzip.compress(b"PK\x03\x04"), "a zip file inside a gzip file; unpack it first"),
        ("a.bin", bytes(range(32)) * 40, "binary"),
        ("a.txt.gz", b"no gzip", "damaged"),
        ("a.txt.gz", gzip.compress(gzip.compress(b"twice")), "gzip inside gzip"),
    ],
)
def test_what_cannot_be_read_is_set_aside(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    (aside,) = read(tmp_path / name)
    assert isinstance(aside, SetAside)
    assert aside.outcome is Outcome.REFUSED
    assert reason in aside.reason


@pytest.mark.parametrize("name", ["big.txt", "bomb.txt.gz"])
def test_large_files_are_cut_and_said_to_be(tmp_path, name):
    content = b"word " * 10_000_000
    (tmp_path / name).write_bytes(gzip.compress(content, 1) if name.endswith("gz") else content)
    page, aside = read(tmp_path / name)
    assert len(page.content) == PAGE_CAP
    assert aside.outcome is Outcome.PARTIAL
    assert str(PAGE_CAP) in aside.reason


def test_a_folder_is_read_sorted_and_links_that_loop_end(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "b/1.txt", "a.txt"):
        (tmp_path / name).write_bytes(name.encode())
    os.symlink(tmp_path, tmp_path / "b" / "loop")
    os.symlink(tmp_path / "nowhere", tmp_path / "gone.txt")
    pages = read(tmp_path)
    assert [page.content for page in pages if isinstance(page, Page)] == [b"a.txt", b"b/1.txt", b"b/2.txt"]
    assert [aside.what for aside in pages if isinstance(aside, SetAside)] == [str(tmp_path / "gone.txt")]


def test_standard_input():
    (page,) = read("-", standard_input=lambda: b"The council met.")
    assert (page.address, page.path) == (f"stdin:{page.digest}", None)


def test_standard_input_that_holds_many_pages_says_what_to_do():
    (aside,) = read("-", standard_input=lambda: b"WARC/1.0\r\n")
    assert "give it as a file" in aside.reason


def test_a_missing_path_says_what_to_do(tmp_path):
    with pytest.raises(UsageError, match="Give a file, a folder"):
        read(tmp_path / "none")

"""Measure the reading of a crawl's archive alone, beside its peers: `python -m benchmarks.archives [PAGES]`.

An archive is written by warcio: pages of the size of news pages, a request for each, pictures and answers of other
kinds among them. Each reader runs in a process of its own; seconds are those of the processor, children included.
"""

from __future__ import annotations

import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PAGES = 10_000
Reader = Callable[[Path], tuple[int, int]]
"""Reads an archive and returns how many records (or pages) it gave, and how many bytes they hold."""


def write_archive(path: Path, pages: int) -> None:
    """Write an archive of so many pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    chance = random.Random(7)
    words = [
        "".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randint(2, 9))) for _ in range(6_000)
    ]
    menu = "".join(f'<li class="menu"><a href="/s/{n}">{chance.choice(words)}</a></li>' for n in range(300))

    def answer(address: str, body: bytes, status: str, media: str) -> None:
        http = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
        made = writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=http)
        writer.write_record(made)

    def body() -> bytes:
        text = (" ".join(chance.choice(words) for _ in range(45)) for _ in range(chance.randint(8, 20)))
        return f"<!doctype html><html><body><ul>{menu}</ul><p>{'</p><p>'.join(text)}</p></body></html>".encode()

    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for number in range(pages):
            address = f"https://gazette.example/{number}"
            answer(address, body(), "200 OK", "text/html; charset=utf-8")
            http = StatusAndHeaders("GET / HTTP/1.1", [("Host", "gazette.example")], is_http_request=True)
            writer.write_record(writer.create_warc_record(address, "request", http_headers=http))
            if number % 3 == 0:
                answer(address + ".jpg", chance.randbytes(20_000), "200 OK", "image/jpeg")
            if number % 10 == 0:
                answer(address + "/old", b"gone", "404 Not Found", "text/html")


def read_whole(path: Path) -> tuple[int, int]:
    """Read with the stage as it is: in a child process, to pages with their hashes."""
    from nutgraf.ingest.source import ingest_source
    from nutgraf.records.page import Page

    sizes = [len(page.content) for page in ingest_source(str(path), lambda: "") if isinstance(page, Page)]
    return len(sizes), sum(sizes)


def read_records(path: Path) -> tuple[int, int]:
    """Read records and payloads with our reader, in this process."""
    from nutgraf.ingest.members import Members
    from nutgraf.ingest.messages import payload_of, read_message
    from nutgraf.ingest.records import Record, Records
    from nutgraf.ingest.warc import WARC

    count = size = 0
    with path.open("rb") as stream:
        for event in Records(Members(stream, 0, WARC.starts), WARC):
            if isinstance(event, Record):
                count += 1
                message = read_message(event.block) if event.header.sort == "response" else None
                size += len(payload_of(message).data) if message else 0
    return count, size


def read_fastwarc(path: Path) -> tuple[int, int]:
    """Read records and payloads with FastWARC."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = size = 0
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=True):
            count += 1
            size += len(record.reader.read()) if record.record_type == WarcRecordType.response else 0
    return count, size


def read_warcio(path: Path) -> tuple[int, int]:
    """Read records and payloads with warcio."""
    from warcio.archiveiterator import ArchiveIterator

    count = size = 0
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            count += 1
            size += len(record.content_stream().read()) if record.rec_type == "response" else 0
    return count, size


READERS: dict[str, Reader] = {
    "nutgraf, the stage whole (pages)": read_whole,
    "nutgraf, records alone": read_records,
    "FastWARC, records alone": read_fastwarc,
    "warcio, records alone": read_warcio,
}


def main() -> None:
    """Write an archive, let each reader read it in a process of its own, and print a table."""
    if len(sys.argv) == 3:
        begun = time.perf_counter()
        count, size = READERS[sys.argv[1]](Path(sys.argv[2]))
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        seconds = sum(each.ru_utime + each.ru_stime for each in used)
        print(
            json.dumps([count, size, seconds, time.perf_counter() - begun, *(each.ru_maxrss / 1024 for each in used)])
        )
        return
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        write_archive(path, pages)
        print(f"{pages} pages, {path.stat().st_size / 1e6:.0f} MB packed\n")
        print(
            "| reader | given | MB | s | given/s | MB/s | s wall | MB held | MB held by the child |\n|---|" + "--:|" * 8
        )
        for name in READERS:
            command = [sys.executable, "-m", "benchmarks.archives", name, str(path)]
            told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            count, size, seconds, wall, own, child = json.loads(told)
            rates = f"{count / seconds:.0f} | {size / seconds / 1e6:.0f} | {wall:.1f}"
            print(f"| {name} | {count} | {size / 1e6:.0f} | {seconds:.2f} | {rates} | {own:.0f} | {child:.0f} |")


if __name__ == "__main__":
    main()

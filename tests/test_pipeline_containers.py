"""Archives and tables on the road: every batch size, stopped anywhere and begun again, gives the same records."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ingest.conftest import Crawl
from tests.small_stages import SMALL, fixed_clock
from tests.test_pipeline import read, records

from nutgraf.ingest.fields import USUAL, Fields
from nutgraf.ingest.source import MADE_BY, ingest_source
from nutgraf.pipeline import read_pages
from nutgraf.records.page import Media, Page, SetAside
from nutgraf.stages import Clock, Stages, default_stages
from nutgraf.store.archive import open_archive


def ingest(source: str, clock: Clock) -> Iterator[Page | SetAside]:
    return ingest_source(source, lambda: clock().isoformat())


STAGES: Stages = replace(SMALL, ingest=ingest, made_by=replace(SMALL.made_by, ingest=MADE_BY))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive of a crawl, cut short, a table, and a plain file."""
    place = tmp_path_factory.mktemp("containers") / "in"
    place.mkdir()
    crawl = Crawl().info()
    for number in range(1, 8):
        text = f"Ferry {number}\n2031-05-0{number}\nFerry {number} ran aground off Lonholm.".encode()
        crawl.answer(f"https://gazette.example/{number}", text, Content_Type="text/plain").request(number)
    (place / "crawl.warc.gz").write_bytes(crawl.data[:-50])
    rows = [{"url": f"https://herald.example/{n}", "text": f"Bakers {n}\nFlour is dear."} for n in range(5)] + [
        {"id": 3}
    ]
    (place / "rows.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    (place / "plain.txt").write_text("Ferry freed\n2031-05-09\nTugs freed the ferry.")
    return place


@pytest.fixture(scope="module")
def whole(folder: Path) -> bytes:
    return read(folder.parent / "whole.db", [folder], STAGES)[0]


@pytest.mark.parametrize("batch_size", [1, 3])
def test_any_batch_size(folder: Path, whole: bytes, tmp_path: Path, batch_size: int) -> None:
    first, report = read(tmp_path / "n.db", [folder], STAGES, batch_size)
    assert first == whole
    assert (report.pages, report.new_pages) == (13, 13)
    again, report = read(tmp_path / "n.db", [folder], STAGES)
    assert (again, report.new_pages, report.extracted) == (whole, 0, 0)
    assert len(report.set_aside) == 4


class Stopped(Exception):
    """The reading is stopped here."""


def stop_at(step: str, passage: int) -> Callable[[str], None]:
    passed: list[str] = []

    def boundary(name: str) -> None:
        passed.append(name)
        if name == step and passed.count(name) == passage:
            raise Stopped

    return boundary


@pytest.mark.parametrize("step", ["ingest-before", "ingest-after"])
@pytest.mark.parametrize("passage", [1, 2, 4, 6])
def test_stopped_in_the_middle_of_an_archive_and_begun_again(
    folder: Path, whole: bytes, tmp_path: Path, step: str, passage: int
) -> None:
    with (
        pytest.raises(Stopped),
        open_archive(tmp_path / "n.db", write=True, boundary=stop_at(step, passage)) as archive,
    ):
        read_pages([str(folder)], archive, fixed_clock, STAGES, 2)
    assert read(tmp_path / "n.db", [folder], STAGES)[0] == whole


def test_what_is_told_of_an_archive_is_told_anew_when_it_changes(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "crawl.warc.gz"
    place.write_bytes((folder / "crawl.warc.gz").read_bytes())
    read(tmp_path / "n.db", [place], STAGES)
    place.write_bytes(Crawl().page(1, status="404 Not Found").data)
    read(tmp_path / "n.db", [place], STAGES)
    with open_archive(tmp_path / "n.db") as archive:
        told = [each.reason for each in archive.ledger.set_aside() if each.stage == "ingest"]
        assert told == ["1 answer of servers that had no page to give: 1 status 404"]
        assert records(archive)


def test_other_names_of_fields_make_new_pages(tmp_path: Path) -> None:
    place = tmp_path / "rows.jsonl"
    place.write_text(json.dumps({"text": "A teaser.", "story": "Ferry aground\nThe whole story."}))
    stages = [replace(SMALL, ingest=default_stages(fields).ingest) for fields in (USUAL, Fields(text=("story",)))]
    for each in stages:
        read(tmp_path / "n.db", [place], each)
    with open_archive(tmp_path / "n.db") as archive:
        pages = list(archive.pages.iterate())
        assert {page.media for page in pages} == {Media.RECORD}
        assert len({page.address for page in pages}) == 1
        assert sorted(json.loads(page.content)["body"] for page in pages) == [
            "A teaser.",
            "Ferry aground\nThe whole story.",
        ]

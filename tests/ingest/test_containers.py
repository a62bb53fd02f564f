"""What breaks the child process costs its own record."""

import json
from contextlib import closing

import pytest

from nutgraf.ingest.answers import Question
from nutgraf.ingest.containers import container_task, read_container
from nutgraf.ingest.fields import USUAL
from nutgraf.ingest.kinds import Container
from nutgraf.ingest.packing import Packing
from nutgraf.records.page import Page
from nutgraf.sandbox.caps import Caps
from nutgraf.sandbox.process import Sandbox

SMALL = Caps(seconds=5.0, memory=200_000_000, answer=20_000)
"""An answer with a page of more than 20 000 bytes breaks off."""


def read(path, kind, packing=None):
    with closing(Sandbox(container_task(USUAL, SMALL))) as sandbox:
        made = list(read_container(sandbox, Question(str(path), kind, packing), lambda: "now"))
    return [each for each in made if isinstance(each, Page)], [
        each.reason for each in made if not isinstance(each, Page)
    ]


@pytest.mark.parametrize("gzip", [True, False])
def test_a_record_that_breaks_the_child_is_told_and_passed_over(tmp_path, crawl, gzip):
    made = crawl(gzip=gzip).info().page(1).request(1)
    place = len(made.data)
    made.answer("https://gazette.example/long", b"<p>" + b"x" * 30_000, Content_Type="text/html").request(2).page(2)
    (tmp_path / "c.warc").write_bytes(made.data)
    pages, told = read(tmp_path / "c.warc", Container.WARC, Packing.GZIP if gzip else None)
    assert [page.address[-1] for page in pages] == ["1", "2"]
    assert told[0].startswith(
        f"the record after record 3, at byte {place}, broke the reader (its answer is larger than"
    )
    assert told[0].endswith(") and was passed over")
    assert told[1:] == ["3 records of the crawler itself: 2 request, 1 warcinfo"]


@pytest.mark.parametrize("lines", [True, False])
def test_rows_one_after_the_other(tmp_path, lines):
    rows = [{"text": ("x" * 30_000) if number in (2, 3, 5) else f"Ferry {number}."} for number in range(7)]
    text = "\n".join(map(json.dumps, rows)) if lines else json.dumps(rows)
    (tmp_path / "a.json").write_text(text)
    pages, told = read(tmp_path / "a.json", Container.JSON)
    assert [page.container.split()[-1] for page in pages] == ["1", "2", "5", "7"]
    assert len(told) == 3


def test_what_breaks_it_again_and_again_is_given_up(tmp_path):
    rows = [{"text": "x" * 30_000}] * 30
    (tmp_path / "a.json").write_text("\n".join(map(json.dumps, rows)))
    pages, told = read(tmp_path / "a.json", Container.JSON)
    assert (pages, len(told)) == ([], 20)
    assert told[-1].endswith("; the rest of the file was not read")


def test_a_file_that_has_gone_is_told(tmp_path):
    pages, told = read(tmp_path / "gone.csv", Container.TABLE)
    assert pages == []
    assert "FileNotFoundError" in told[0]
    assert told[-1].endswith("; the rest of the file was not read")

import gzip
import io
import json
import tarfile

import pytest

from nutgraf.ingest.fields import USUAL
from nutgraf.ingest.steps import Place
from nutgraf.ingest.tars import read_tar
from nutgraf.records.page import Media


def tarred(files, form=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        archive.addfile(tarfile.TarInfo("folder/../../link"))
    return out.getvalue()


def files(html):
    return {
        "site/Ferry.html": html(1), "site/Ferry_files/a.html": html(9), "notes.txt": b"The ferry stopped.",
        "site/.hidden.html": html(8), "rows.jsonl": json.dumps({"text": "It stopped."}).encode(), "a.png": b"\x89PNG",
    }  # fmt: skip


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
@pytest.mark.parametrize("packed", [True, False])
def test_saved_pages(ingest, html, form, packed):
    data = tarred(files(html), form)
    pages, aside = ingest("a.tar.gz" if packed else "a.tar", gzip.compress(data) if packed else data)
    assert [(page.address.rpartition("#")[2], page.media) for page in pages] == [
        ("site/Ferry.html", Media.HTML),
        ("notes.txt", Media.TEXT),
        ("rows.jsonl&line=1", Media.RECORD),
    ]
    assert aside == [
        ("refused", "1 file that belongs to a page saved whole: 1 with site/Ferry.html"),
        ("refused", "2 files that are no pages: 1 a picture (PNG), 1 empty"),
    ]


def test_a_cut_archive_says_so_and_keeps_what_came_before(ingest, html):
    data = tarred({f"{number}.html": html(number) * 9 for number in range(9)})
    pages, aside = ingest("a.tar.gz", gzip.compress(data, 0)[:-9_000])
    assert len(pages) > 2
    assert aside[0] == ("partial", "the gzip file is cut short")
    pages, aside = ingest("b.tar", data[: 5 * 2048 + 700])
    assert (len(pages), aside[0][0]) == (4, "partial")
    assert aside[0][1].startswith("the TAR archive breaks off in or after file 5")


def test_reading_goes_on_from_any_place(html):
    data = tarred({f"{number}.html": html(number) for number in range(5)})
    place = Place("/a.tar", "a.tar", "file:///a.tar")
    for begin in range(5):
        for passing in (0, 1):
            steps = read_tar(io.BytesIO(data), place, None, USUAL, (begin,), bool(passing))
            assert [step.made.content for step in steps if step.made] == [html(n) for n in range(begin + passing, 5)]

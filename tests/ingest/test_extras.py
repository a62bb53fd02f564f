"""Without the optional packages everything else is read, and the reason says what to install."""

import io
import os
import subprocess
import sys
from pathlib import Path

import brotli
import lz4.frame
import pyarrow
import pytest
from pyarrow import parquet

PROGRAM = """
import sys
from nutgraf.ingest.source import ingest_source
for found in ingest_source(sys.argv[1], lambda: "now"):
    print(getattr(found, "reason", None) or found.address)
"""


@pytest.fixture
def without(tmp_path):
    """Run ingest in a process that finds none of the optional packages, and return what it tells."""
    for name in ("pyarrow", "brotli", "lz4", "backports"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('not installed')")
    root = Path(__file__).parents[2]
    paths = os.pathsep.join((str(tmp_path), str(root / "src"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)))

    def run(name, data):
        (tmp_path / name).write_bytes(data)
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / name)]
        environment = {**os.environ, "PYTHONPATH": paths}
        return subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout.splitlines()

    return run


def test_parquet(without):
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": ["The ferry stopped."]}), out)
    assert without("a.parquet", out.getvalue()) == ['it is a Parquet table; to read it: pip install "nutgraf[parquet]"']


def test_packed_files(without):
    told = without("a.txt.lz4", lz4.frame.compress(b"The ferry stopped."))
    assert told == ['it is packed with lz4; unpack it first, or: pip install "nutgraf[archives]"']


def test_packed_pages(without, crawl, html):
    made = crawl().answer(
        "https://x.example/1", brotli.compress(html()), Content_Type="text/html", Content_Encoding="br"
    )
    assert without("c.warc.gz", made.page(2).data) == [
        "https://gazette.example/news/2",
        '1 page packed in a way that cannot be undone: 1 br (pip install "nutgraf[archives]")',
    ]

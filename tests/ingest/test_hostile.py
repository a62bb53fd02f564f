"""Archives that others broke on: exact counts of whole, damaged and cut, and the pages that come out."""

import tarfile
from pathlib import Path

import pytest

from nutgraf.ingest.captures import read_captures
from nutgraf.ingest.files import look_into
from nutgraf.ingest.steps import Place
from nutgraf.ingest.tally import Sort, Tally
from nutgraf.records.page import Page

PACK = Path(__file__).parents[3] / "shared" / "data" / "hostile.tar.xz"

COUNTS = {
    # name: whole, damaged, cut, pages
    "generated/warc-bitflip.warc.gz": (5, 1, 0, 0),
    "generated/warc-contentlength-huge.warc": (5, 1, 0, 1),
    "generated/warc-contentlength-negative.warc": (5, 1, 0, 1),
    "generated/warc-contentlength-text.warc": (5, 1, 0, 1),
    "generated/warc-double-gzip-bomb.warc.gz": (1, 0, 0, 0),
    "generated/warc-garbage-between-members.warc.gz": (12, 1, 0, 2),
    "generated/warc-gzip-header-only-tail.warc.gz": (6, 0, 1, 1),
    "generated/warc-header-10mb.warc": (0, 1, 0, 0),
    "generated/warc-headers-500k-lines.warc": (0, 1, 0, 0),
    "generated/warc-payload-gzip-bomb-200MB.warc": (1, 0, 0, 0),
    "generated/warc-truncated-mid-member.warc.gz": (3, 0, 1, 1),
    "warc/fastwarc/block-sized-records.warc": (3, 0, 0, 0),
    "warc/fastwarc/block-sized-records.warc.gz": (3, 0, 0, 0),
    "warc/fastwarc/block-sized-records.warc.lz4": (3, 0, 0, 0),
    "warc/fastwarc/clipped.warc.gz": (0, 0, 1, 0),
    "warc/fastwarc/clueweb-quirk.warc.gz": (30, 0, 0, 29),
    "warc/fastwarc/warcfile.warc": (50, 0, 0, 16),
    "warc/fastwarc/warcfile.warc.gz": (50, 0, 0, 16),
    "warc/fastwarc/warcfile.warc.lz4": (50, 0, 0, 16),
    "warc/warcio/bad.arc": (1, 3, 0, 0),
    "warc/warcio/example-bad-non-chunked.warc.gz": (6, 0, 0, 1),
    "warc/warcio/example-bad.warc.gz.bad": (6, 0, 0, 1),
    "warc/warcio/example-digest.warc": (4, 0, 0, 0),
    "warc/warcio/example-iana.org-chunked.warc": (3, 0, 0, 1),
    "warc/warcio/example-resource.warc.gz": (3, 0, 0, 1),
    "warc/warcio/example-space-in-target-uri.warc.gz": (2, 0, 0, 0),
    "warc/warcio/example-space-in-url.arc": (1, 0, 1, 0),  # its line ends were changed, so its length is too long
    "warc/warcio/example-trunc.warc": (4, 0, 0, 1),  # a payload that breaks off in a whole record
    "warc/warcio/example-wget-bad-target-uri.warc.gz": (6, 0, 0, 1),
    "warc/warcio/example-wrong-chunks.warc.gz": (2, 0, 0, 1),
    "warc/warcio/example.arc": (2, 0, 0, 1),
    "warc/warcio/example.arc.gz": (2, 0, 0, 1),
    "warc/warcio/example.warc": (6, 0, 0, 1),
    "warc/warcio/example.warc.gz": (6, 0, 0, 1),
    "warc/warcio/post-test.warc.gz": (6, 0, 0, 0),
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    if not PACK.is_file():
        pytest.skip(f"not run: the pack of hostile files is missing ({PACK})")
    folder = tmp_path_factory.mktemp("hostile")
    with tarfile.open(PACK) as archive:
        for member in archive:
            place = "/".join(Path(member.name).parts[-3:] if "/warc/" in member.name else Path(member.name).parts[-2:])
            if place in COUNTS and (source := archive.extractfile(member)) is not None:
                (folder / place).parent.mkdir(parents=True, exist_ok=True)
                (folder / place).write_bytes(source.read())
    return folder


@pytest.mark.parametrize("name", COUNTS)
def test_counts(pack, name):
    path = pack / name
    tally, pages = Tally(), 0
    with path.open("rb") as stream:
        look = look_into(stream, path.name)
        place = Place(str(path), path.name, path.as_uri())
        for step in read_captures(stream, place, look.kind, look.packing, ()):
            for count in step.counts:
                tally.add(count)
            pages += isinstance(step.made, Page)
    whole, damaged, cut = (tally.total(sort) for sort in (Sort.WHOLE, Sort.DAMAGED, Sort.CUT))
    assert (whole, damaged, cut, pages) == COUNTS[name]

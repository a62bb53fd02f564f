"""The whole road, end to end: real files, the real program in a process of its own, the export it writes."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nutgraf.export.verify import verify_export

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample" / "pages"
SEEDS = ROOT.parent / "shared" / "seeds"
FEW = (
    "01_transmar_talks.html",
    "02_valley_herald_reprint.txt",
    "04_roundel_aggregator.txt",
    "14_transmar_outcome.html",
)
"""A wire report, its reprint, a page of several articles, a later report: what order could change."""

SECONDS = 300
MEMORY = 1_000_000
"""What one process of a reading may hold at its peak, in KB: its libraries and the 512 MB that a page may take."""


@dataclass(frozen=True)
class Desk:
    """One database in a folder of its own, read and asked by the real program."""

    folder: Path
    batch_size: int = 64

    def __post_init__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "nutgraf.toml").write_text(f'database = "n.db"\nbatch_size = {self.batch_size}\n')

    def run(self, *words):
        """Run the program to its end and return what it printed."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUTGRAF_", "XDG_"))}
        command = [sys.executable, "-m", "nutgraf.cli", *map(str, words)]
        done = subprocess.run(command, cwd=self.folder, env=kept, capture_output=True, timeout=SECONDS, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def read(self, *paths):
        """Read paths and return the export's bytes."""
        self.run("read", *paths)
        return self.run("export", "--format", "json")

    def set_aside(self):
        """Return (file name, outcome, reason) of all that is set aside."""
        entries = json.loads(self.run("set-aside", "--json"))
        return {(Path(each["what"]).name, each["outcome"], each["reason"]) for each in entries}


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """Make a new desk each time it is called."""
    numbers = count()
    return lambda batch_size=64: Desk(tmp_path_factory.mktemp("road") / str(next(numbers)), batch_size)


@pytest.fixture(scope="session")
def sample(desk):
    """Return a desk that has read the whole sample, and its export."""
    whole = desk()
    return whole, whole.read(SAMPLE)


@pytest.fixture(scope="session")
def few(desk):
    return desk().read(*(SAMPLE / name for name in FEW))


@settings(max_examples=3, derandomize=True, suppress_health_check=list(HealthCheck))
@given(names=st.permutations(FEW), batch_size=st.integers(1, 5))
def test_any_order_and_any_batch_size_give_the_same_bytes(desk, few, names, batch_size):
    assert desk(batch_size).read(*(SAMPLE / name for name in names)) == few


def test_the_whole_sample_backwards_one_page_at_a_time_gives_the_same_bytes(desk, sample):
    pages = sorted(SAMPLE.iterdir(), reverse=True)
    assert desk(batch_size=1).read(*pages) == sample[1]


def test_reading_twice_changes_nothing(sample):
    whole, first = sample
    assert whole.read(SAMPLE) == first
    assert b"0 of them new" in whole.run("read", SAMPLE)


def test_no_stage_breaks_on_the_sample(sample):
    assert [entry for entry in sample[0].set_aside() if entry[1] == "quarantined"] == []


def test_every_span_of_the_sample_holds_the_words_shown(sample):
    document = json.loads(sample[1])
    assert verify_export(document) == ()
    assert len(document["articles"]) >= 15
    assert any(story["findings"] for story in document["stories"])


def test_the_export_has_the_shape_that_is_documented(sample):
    schema = json.loads((ROOT / "docs" / "reference" / "export.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    faults = Draft202012Validator(schema).iter_errors(json.loads(sample[1]))
    assert [fault.message[:200] for fault in faults] == []


GOOD = ("02_valley_herald_reprint.txt", "07_monitor_denial.html")
QUAY = b"The quay at Port Vell was closed on Tuesday after a crane fell into the water, the council said. "
HOSTILE = {
    "empty.html": (b"", "refused", "the file is empty"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "refused", "it is a picture (PNG)"),
    "line.txt": (b"harbour " * 6_250_000, "partial", "truncated: the text reached the cap of 200000 characters"),
    "not-utf8.html": (
        b"<meta charset=utf-8><h1>Quay closed</h1><p>" + QUAY * 3 + b"\xff\xfe\xc3(</p>",
        "partial",
        "places could not be read as text",
    ),
    "nul.txt": ((QUAY * 3).replace(b" quay", b"\x00 quay"), "partial", "3 control characters removed"),
    "nested.html": (
        b"<html><body>" + b"<div>" * 100_000 + b"<p>" + QUAY * 3 + b"</p>" + b"</div>" * 100_000,
        "partial",
        "its elements are nested 10",
    ),
}


@pytest.fixture(scope="module")
def hostile(desk, tmp_path_factory):
    """Return a folder of two good pages among hostile ones, a desk that has read it, and its export."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in GOOD:
        shutil.copy(SAMPLE / name, folder / name)
    for name, (content, _, _) in HOSTILE.items():
        (folder / name).write_bytes(content)
    whole = desk()
    return folder, whole, whole.read(folder)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_page_stands_in_the_list_with_its_reason(hostile, name):
    _, outcome, reason = HOSTILE[name]
    entries = [entry for entry in hostile[1].set_aside() if entry[0] == name]
    assert [entry for entry in entries if entry[1] == outcome and reason in entry[2]], entries


def test_good_pages_are_not_in_the_list(hostile):
    assert {name for name, _, _ in hostile[1].set_aside()} == set(HOSTILE)


def records_of(whole, names):
    """Return the lines of an export that speak of articles from these files, or of stories that hold one."""
    known = {line: json.loads(line) for line in whole.run("export", "--format", "jsonl").splitlines()}
    articles = {line: each["article"] for line, each in known.items() if "article" in each}
    own = {line: each["id"] for line, each in articles.items() if Path(each["path"]).name in names}
    told = {
        line: {each["id"] for each in found["story"]["articles"]}
        for line, found in known.items()
        if line not in articles
    }
    return [*own, *(line for line, members in told.items() if members & set(own.values()))]


def test_hostile_pages_change_nothing_for_good_ones(desk, hostile):
    folder, among, _ = hostile
    alone = desk()
    alone.read(*(folder / name for name in GOOD))
    expected = records_of(alone, GOOD)
    assert len(expected) > len(GOOD)
    assert records_of(among, GOOD) == expected


def test_no_process_holds_more_than_it_may(hostile):
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY


def test_damaged_pages_keep_the_text_that_could_be_read(hostile):
    document = json.loads(hostile[2])
    texts = {Path(article["path"]).name: article["text"] for article in document["articles"]}
    assert verify_export(document) == ()
    assert {texts[name].count("Port Vell") for name in ("not-utf8.html", "nul.txt", "nested.html")} == {3}
    assert 199_000 < len(texts["line.txt"]) <= 200_000


@pytest.fixture(scope="module")
def seeds(desk):
    if not SEEDS.is_dir():
        pytest.skip("the five real pages are not beside this checkout")
    whole = desk()
    export = json.loads(whole.read(SEEDS))
    assert whole.set_aside() == set()
    return export


def test_the_real_pages_are_eight_articles_in_two_stories(seeds):
    told = {each["id"] for each in seeds["articles"] if each["kind"] == "article"}
    stories = [{each["id"] for each in story["articles"]} for story in seeds["stories"]]
    assert len(told) == 8
    assert sorted(map(len, stories)) == [1, 7]
    assert set.union(*stories) == told
    assert verify_export(seeds) == ()


def test_each_account_of_the_real_event_has_its_day_with_a_reason(seeds):
    (large,) = (story for story in seeds["stories"] if len(story["articles"]) == 7)
    members = {each["id"] for each in large["articles"]}
    for article in (each for each in seeds["articles"] if each["id"] in members):
        days = [time for time in article["times"] if time["value"] == "2025-08-15"]
        assert days, article["path"]
        for time in days:
            assert time["sure"] in ("sure", "likely")
            assert "2025-08-15" in time["how"]
            assert "2025" in time["how"].replace(time["value"], "")

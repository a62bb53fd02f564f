"""A reading is killed at every commit and at random instants; reading again must end in the same records."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small_stages import SMALL, fixed_clock
from tests.test_pipeline import FILES, read, records, write_files

from nutgraf.pipeline import read_pages, renew_records
from nutgraf.records.correction import Correction, CorrectionKind
from nutgraf.store.archive import Archive, open_archive
from nutgraf.store.database import Boundary, die_at, pass_boundary

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RANDOM_KILLS = 60
COUNTED = {"ingest": "pages", "annotate": "annotations", "compare": "comparisons", "brief": "briefs"}


def read_small(database: Path, folder: Path, boundary: Boundary, journal: int | None = None) -> None:
    """Read in batches of two, and write to the journal what was acknowledged, after it was."""

    def acknowledge(stage: str, done: int, total: int) -> None:
        if journal is not None:
            os.write(journal, f"{stage} {done}\n".encode())

    with open_archive(database, write=True, boundary=boundary) as archive:
        read_pages([str(folder)], archive, fixed_clock, SMALL, 2, acknowledge)


def correct_small(database: Path, folder: Path, boundary: Boundary, journal: int | None = None) -> None:
    """Merge the first two stories by hand, and bring the records up to date."""

    def acknowledge(stage: str, done: int, total: int) -> None:
        if journal is not None:
            os.write(journal, f"{stage} {done}\n".encode())

    with open_archive(database, write=True, boundary=boundary) as archive:
        one, two, *_ = ([member.article for member in story.members] for story in archive.stories.iterate())
        with archive.transaction("correct"):
            at = fixed_clock().isoformat()
            archive.corrections.add(Correction(0, CorrectionKind.MERGE, tuple(one), tuple(two), "Mara", at))
        acknowledge("correct", 1, 1)
        renew_records(archive, fixed_clock, SMALL, 2, acknowledge)


Act = Callable[[Path, Path, Boundary, int | None], None]


def killed(
    database: Path, folder: Path, boundary: Boundary = pass_boundary, after: float = 0.0, act: Act = read_small
) -> tuple[int, dict[str, int]]:
    """Read, or do something else, in a process of its own that is killed at a boundary or after some seconds.

    Returns the signal that ended it, and what it had acknowledged.
    """
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            # The kernel ends the process at the alarm as SIGKILL would: nobody handles it.
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, after)
            act(database, folder, boundary, writer)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as lines:
        acknowledged = dict(line.split() for line in lines)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WTERMSIG(status), {stage: int(done) for stage, done in acknowledged.items()}


def check(database: Path, acknowledged: dict[str, int]) -> None:
    """Check that a killed database is whole and holds all that was acknowledged."""
    if not database.exists():
        assert not acknowledged
        return
    with open_archive(database) as archive:
        health = archive.health()
        assert (health.integrity, health.damaged) == ("ok", ())
        counts = dict(health.counts)
        for stage, name in COUNTED.items():
            assert counts[name] >= acknowledged.get(stage, 0)
        half_written(archive)


def half_written(archive: Archive) -> None:
    """Check that no record points at one that is not there."""
    for page in archive.pages.iterate():
        assert archive.articles.of_page(page.id) == () or archive.articles.extraction(page.id).articles
    for story in archive.stories.iterate():
        assert {archive.articles.get(each.article, each.version).id for each in story.members}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_files(tmp_path_factory.mktemp("killed") / "in", FILES)


@pytest.fixture(scope="module")
def undisturbed(folder):
    return read(folder.parent / "undisturbed.db", [folder])[0]


def all_passages(folder: Path) -> list[tuple[str, int]]:
    names: list[str] = []
    read_small(folder.parent / "passages.db", folder, names.append)
    return [(name, names[: place + 1].count(name)) for place, name in enumerate(names)]


def test_killed_at_every_commit(folder, undisturbed, tmp_path):
    passages = all_passages(folder)
    assert {name for name, _ in passages} >= {
        f"{step}-{side}"
        for step in ("create", "migration", "begin", "ingest", "extract", "annotate", "dedupe", "cluster", "brief")
        for side in ("before", "after")
    }
    for number, (name, passage) in enumerate(passages):
        database = tmp_path / f"{number}.db"
        ended, acknowledged = killed(database, folder, die_at(name, passage))
        assert ended == signal.SIGKILL
        check(database, acknowledged)
        assert read(database, [folder])[0] == undisturbed, (name, passage)


def test_a_correction_killed_at_every_commit_is_there_whole_or_not_at_all(folder, undisturbed, tmp_path):
    corrected = tmp_path / "corrected.db"
    read_small(corrected, folder, pass_boundary)
    passages: list[str] = []
    correct_small(corrected, folder, passages.append)
    with open_archive(corrected) as archive:
        merged = records(archive)
    assert {"correct-before", "correct-after", "cluster-before", "cluster-after", "finish-after"} <= set(passages)
    for number, name in enumerate(passages):
        database = tmp_path / f"{number}.db"
        read_small(database, folder, pass_boundary)
        passage = passages[: number + 1].count(name)
        ended, acknowledged = killed(database, folder, die_at(name, passage), act=correct_small)
        assert ended == signal.SIGKILL
        kept = acknowledged.pop("correct", 0)
        check(database, acknowledged)
        after = read(database, [folder])[0]
        assert after == (undisturbed if name == "correct-before" else merged), (name, passage)
        assert not kept or after == merged


def test_killed_at_random_instants(folder, undisturbed, tmp_path):
    begun = time.perf_counter()
    read_small(tmp_path / "timed.db", folder, pass_boundary)
    lasting = time.perf_counter() - begun
    chance = random.Random(20260102)
    for number in range(RANDOM_KILLS):
        database = tmp_path / f"{number}.db"
        check(database, killed(database, folder, after=max(0.001, chance.random() * lasting))[1])
        assert read(database, [folder], batch_size=3)[0] == undisturbed


def test_killed_again_and_again_it_still_arrives(folder, undisturbed, tmp_path):
    database = tmp_path / "n.db"
    for name, passage in all_passages(folder):
        check(database, killed(database, folder, die_at(name, passage))[1])
    assert read(database, [folder])[0] == undisturbed


def test_the_environment_names_the_commit_to_die_at(folder, undisturbed, tmp_path):
    database = tmp_path / "n.db"
    command = [sys.executable, "-m", "tests.small_stages", str(database), str(folder)]
    environment = {**os.environ, "NUTGRAF_CRASH_AT": "extract-after:2"}
    root = Path(__file__).parents[1]
    assert subprocess.run(command, cwd=root, env=environment, check=False).returncode == -signal.SIGKILL
    with open_archive(database) as archive:
        assert records(archive) != undisturbed
    assert subprocess.run(command, cwd=root, check=False).returncode == 0
    with open_archive(database) as archive:
        assert records(archive) == undisturbed

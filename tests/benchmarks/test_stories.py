"""The made articles of the benchmark of stories, how its clock counts, and what its table says."""

from itertools import islice, pairwise

import numpy as np
import pytest
from benchmarks.stories.bases import NotHere, read_bases
from benchmarks.stories.ours import SHELVES
from benchmarks.stories.pace import ALONE, BATCH, STEADY, keep_pace
from benchmarks.stories.report import OURS, Taken, expect, write_report
from benchmarks.stories.stream import DAYS, FIRST_DAY, LATEST, MINUTES, MIXED, MOST, make_stream
from benchmarks.stories.vectors import vector_of, write_vectors
from tests.cluster.conftest import STORIES, _write

from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.likeness import liken
from nutgraf.cluster.profiles import profile_accounts


@pytest.fixture(scope="module")
def bases():
    return profile_accounts([_write(key, *row) for rows in STORIES.values() for key, row in rows.items()])


@pytest.fixture(scope="module")
def made(bases):
    return list(islice(make_stream(bases), 600))


def test_the_same_profiles_give_the_same_stream_and_another_seed_another(bases, made):
    assert list(islice(make_stream(bases), 600)) == made
    assert list(islice(make_stream(bases, 1), 5)) != made[:5]


def test_events_have_many_sizes_and_lie_in_sixty_days(bases, made):
    sizes = {}
    for each in islice(make_stream(bases), 600 + 2 * MIXED):
        sizes[each.event] = sizes.get(each.event, 0) + 1
    assert max(sizes.values()) <= MOST
    assert min(sizes.values()) == 1 < 10 < max(sizes.values())
    first, last = FIRST_DAY * MINUTES, (FIRST_DAY + DAYS) * MINUTES + LATEST
    assert all(first <= each.profile.published[0] < last for each in made)
    assert len({each.profile.article for each in made}) == len(made)


def test_accounts_of_one_event_are_alike_and_come_among_others(made):
    pairs = [(one, two) for one in made[:80] for two in made[:80] if one.profile.article < two.profile.article]
    same = [liken(one.profile, two.profile).whole for one, two in pairs if one.event == two.event]
    other = [liken(one.profile, two.profile).whole for one, two in pairs if one.event != two.event]
    assert sum(same) / len(same) > 2 * sum(other) / len(other)
    assert any(one.event != two.event for one, two in pairwise(made))


def test_without_the_accounts_it_says_where_it_looked(tmp_path):
    with pytest.raises(NotHere, match="noise"):
        read_bases(tmp_path)


def test_the_window_is_filled_then_grows_in_batches_then_one_by_one():
    sizes = []
    pace = keep_pace(iter(range(10**6)), 250, 100, lambda several: sizes.append(len(several)))
    assert sizes == [100, 100, 50, *[BATCH] * (STEADY // BATCH), *[1] * ALONE]
    assert len(pace.alone) == len(pace.alone_clock) == ALONE
    assert list(pace.alone) == sorted(pace.alone)


def test_both_shelves_tell_the_same_stories(tmp_path, made):
    told = []
    for shelf in SHELVES.values():
        with shelf(tmp_path / "n.db") as window:
            for start in range(0, 60, 7):
                window.add(made[start : min(60, start + 7)])
            told.append(group_texts(window.shelf, [each.profile.article for each in made[:60]]))
    assert told[0] == told[1]
    assert sum(len(group) for group in told[0]) == 60


def test_vectors_are_those_of_the_stream_and_of_length_one(tmp_path, bases, made):
    written = write_vectors(bases, 20, tmp_path, 20250815)
    rows = np.fromfile(written.vectors, dtype=np.float32).reshape(20, -1)
    assert np.array_equal(rows, np.array([vector_of(each.profile) for each in made[:20]]))
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert written.events.read_text().split() == [str(each.event) for each in made[:20]]


def taken(count, fill, rate):
    pace = {"fill": fill, "steady": STEADY / rate, "steady_clock": 1.0, "alone": [0.001] * 94 + [0.5] * 6}
    return Taken(count, {**pace, "alone_clock": [0.002] * 100}, 10, 0, [0, 0, 1], ["a", "a", "b"])


def test_the_table_tells_ratios_growth_and_what_was_not_run():
    (ours, _), peer = OURS, "a peer"
    table = {
        (ours, 100): taken(100, 1.0, 50.0),
        (peer, 100): taken(100, 0.1, 500.0),
        (ours, 1000): taken(1000, 20.0, 25.0),
    }
    assert expect(table, ours, 10_000) == pytest.approx(400.0)
    assert expect(table, peer, 1000) == pytest.approx(10.0)
    assert expect(table, "unknown", 1000) == 0
    told = write_report({**table, (ours, 10_000): 7.2})
    lines = [line.split() for line in told.splitlines()]
    assert lines[1][-9:] == ["100", "50", "0.1000", "500.00", "2.00", "10", "-", "-", "1.000"]
    assert lines[3][-2:] == ["1.30", "1.000"]
    assert "not run: would take 7 h" in told

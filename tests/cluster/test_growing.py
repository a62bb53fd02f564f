"""Texts that come and go: whatever the order and the batches, the stories are those of all at once."""

import random
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cluster import growing, joining, seeds
from nutgraf.cluster.growing import grow
from nutgraf.cluster.homes import group_texts
from nutgraf.cluster.joining import nearest_homes
from nutgraf.cluster.likeness import liken
from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.seeds import FLOOR
from nutgraf.cluster.shelf import Text
from nutgraf.cluster.stumps import SHORT

FOUR_ROWS = 53
"""Likeness, in millionths, that a weight of one adds where it stands in people, places, opening and numbers alike."""

FAR, NEAR, KIN, LOOSE, FAST = (0, 4_000), (5_000, 5_200), (3_600, 4_600), (6_100, 7_000, 8_200), (8_400, 9_000, 9_900)
"""Weights by which two texts are not tied or hardly, enough to be put to, as kin is, enough to gather, to be a seed."""

DAYS = (None, None, 730_000, 730_001, 730_020)


def invent(seed, make):
    """Return profiles of a few stories; a word that only two of them share says by its weight how alike the two are.

    Some texts stand apart: they are tied to those of their story, and no more.
    """
    chance = random.Random(seed)
    keys = [f"k{place:02}" for place in range(chance.randrange(1, 16))]
    story_of = {key: chance.randrange(max(1, len(keys) // chance.choice([2, 3, 5, 8]))) for key in keys}
    apart = {key for key in keys if chance.random() < 0.2}
    noise, far = chance.random() / 2, chance.choice([FAR, FAR + NEAR, FAR + KIN + LOOSE])
    rows = {key: {} for key in keys}
    for place, one in enumerate(keys):
        for two in keys[:place]:
            together = story_of[one] == story_of[two] and chance.random() > noise
            near = KIN if apart & {one, two} else NEAR + LOOSE + FAST
            rows[one][f"{one}~{two}"] = chance.choice(near if together else far)
            rows[two][f"{one}~{two}"] = 10_000
    return {key: _told(make, chance, key, story_of[key], rows[key]) for key in keys}


def _told(make, chance, key, story, row):
    """Return a profile with some words of its story, short or full, dated or not."""
    words = [f"zq{story}{place}" for place in range(6)] + ["zqx", "zqy", "zqz"]
    held = dict.fromkeys(sorted(chance.sample(words, chance.randrange(2, len(words)))), 100)
    day = chance.choice(DAYS)
    return make(
        key, words=held, told=dict.fromkeys(held, 1), people=row, places=row, opening=row, numbers=row,
        published=(day * 1440, day * 1440 + 1440) if day else None, size=chance.choice([10, 100, 100]),
    )  # fmt: skip


def text(key, teller=None, short=False):
    return Text(key, (key,), teller or key, ("anywhere", "everywhere"), (), short)


def stories(shelf, keys):
    return [tuple(text.key for text in group) for group in group_texts(shelf, keys)]


def story_of(shelf, keys):
    return {key: story for story in stories(shelf, keys) for key in story}


def every_core(shelf, keys):
    return {core.key: core for core in shelf.cores_of(keys).values()}


@contextmanager
def limits(crowd, small):
    """Let a crowd, and seeds that are not small, be what a handful of texts can be."""
    with pytest.MonkeyPatch.context() as patch:
        for step in (seeds.link_texts, seeds.gather_seeds):
            patch.setattr(step, "__defaults__", (crowd,))
        for module in (seeds, growing):
            patch.setattr(module, "SMALL", small)
        yield


class Diary:
    """A shelf through a random life; after each batch it is as if all that is there had come at once."""

    def __init__(self, profiles, chance):
        self.profiles, self.chance, self.here = profiles, chance, {}
        self.shelf = MemoryShelf(profiles.values())

    def text(self, key, teller):
        return text(key, teller, self.profiles[teller].size < SHORT)

    def live(self):
        before, then = story_of(self.shelf, self.here), dict(self.here)
        gone = [key for key in self.here if self.chance.random() < 0.25]
        come = [self.text(key, key) for key in self.profiles if key not in self.here and self.chance.random() < 0.5]
        changed = [key for key in self.here if key not in gone and self.chance.random() < 0.15]
        come += [self.text(key, self.chance.choice(list(self.profiles))) for key in changed]
        self.chance.shuffle(come)
        self.here = {key: told for key, told in self.here.items() if key not in gone} | {
            each.key: each for each in come
        }
        touched = grow(self.shelf, gone, come)
        after = story_of(self.shelf, self.here)
        for key in {*before, *after}:
            if before.get(key) != after.get(key) or then.get(key) != self.here.get(key):
                assert key in touched

    def check(self):
        fresh = MemoryShelf(self.profiles.values())
        grow(fresh, (), sorted(self.here.values(), key=lambda each: each.key))
        found = stories(self.shelf, self.here)
        assert found == stories(fresh, self.here)
        assert every_core(self.shelf, self.here) == every_core(fresh, self.here)
        assert self.shelf.cores(self.profiles) == fresh.cores(self.profiles)
        assert {key: set(ties) for key, ties in self.shelf.ties(self.here).items()} == {
            key: set(ties) for key, ties in fresh.ties(self.here).items()
        }
        assert sorted(key for story in found for key in story) == sorted(self.here)
        assert self.shelf.cores_of(self.profiles.keys() - self.here.keys()) == {}


@pytest.mark.parametrize(("crowd", "small"), [(1000, 6), (1000, 2), (4, 2), (3, 1)])
@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_any_life_of_texts_gives_the_stories_of_all_at_once(profile, crowd, small, seed):
    diary = Diary(invent(seed, profile), random.Random(seed))
    with limits(crowd, small):
        for _ in range(4):
            diary.live()
            diary.check()


def alike(make, pairs, **parts):
    """Return the profiles of texts, given {"one two": likeness} in thousands; `parts` are told by the text's key."""
    rows = {key: {} for pair in pairs for key in pair.split()} | {key: {} for key in parts}
    for pair, likeness in pairs.items():
        one, two = pair.split()
        rows[one][pair], rows[two][pair] = 10_000, -(-likeness * 1000 // FOUR_ROWS)
    return {
        key: make(key, people=row, places=row, opening=row, numbers=row, **parts.get(key, {}))
        for key, row in sorted(rows.items())
    }


def all_of(keys, likeness):
    return {f"{one} {two}": likeness for one in keys for two in keys if one < two}


def between(some, others, likeness):
    return {f"{one} {two}": likeness for one in some for two in others}


@pytest.fixture
def grown(profile):
    """Return a shelf on which texts came, one batch for each word, given how alike they are."""

    def grown_of(batches, pairs, **parts):
        shelf = MemoryShelf(alike(profile, pairs, **parts).values())
        for batch in batches.split():
            grow(shelf, (), [text(key) for key in batch])
        return shelf

    return grown_of


def told(shelf, keys):
    return ["".join(story) for story in stories(shelf, keys)]


def test_invented_lives_hold_every_kind_of_group(profile):
    """The laws are worth what their material is: cores of several seeds, and cores put to others in each way."""
    kinds = dict.fromkeys(["several seeds", "put", "put to what is put", "stump", "own manner"], 0)
    for seed in range(80):
        profiles = invent(seed, profile)
        shelf = MemoryShelf(profiles.values())
        grow(shelf, (), [text(key, short=told.size < SHORT) for key, told in profiles.items()])
        cores = every_core(shelf, profiles)
        for core in cores.values():
            kinds["several seeds"] += len(core.seeds) > 1
            near = nearest_homes(core, shelf)[:1]
            by_likeness = bool(near and near[0][0] >= joining.NEAR)
            kinds["put"] += bool(core.joins) and by_likeness
            kinds["put to what is put"] += bool(core.joins and cores[core.joins].joins)
            kinds["stump"] += bool(core.joins) and not by_likeness and profiles[core.key].size < SHORT
            kinds["own manner"] += bool(core.joins) and not by_likeness and profiles[core.key].size >= SHORT
    assert all(kinds.values()), kinds


def test_a_home_that_loses_its_first_text_keeps_what_was_put_to_it(grown):
    shelf = grown("abcdx", all_of("abcd", 500) | between("abcd", "x", 270))
    assert shelf.cores(["x"])["x"].joins == "a"
    assert grow(shelf, ["a"], ()) >= set("abcdx")
    assert shelf.cores(["x"])["x"].joins == "b"
    assert told(shelf, "bcdx") == ["bcdx"]


def test_a_home_that_is_too_small_now_lets_go_what_was_put_to_it(grown):
    shelf = grown("abcx", all_of("abc", 500) | between("abc", "x", 270))
    assert told(shelf, "x") == ["abcx"]
    assert grow(shelf, ["c"], ()) == set("abcx")
    assert told(shelf, "abx") == ["ab", "x"]
    assert grow(shelf, (), [text("c")]) == set("abcx")
    assert told(shelf, "abcx") == ["abcx"]


def test_a_home_that_is_near_no_more_lets_go_though_no_tie_to_it_changed(grown):
    """A fourth text that is far from the lone one makes the mean of all too low."""
    shelf = grown("abcx", all_of("abcd", 500) | between("abc", "x", 230))
    assert told(shelf, "x") == ["abcx"]
    assert grow(shelf, (), [text("d")]) == set("abcdx")
    assert told(shelf, "abcdx") == ["abcd", "x"]


def test_what_goes_over_to_a_nearer_home_is_missed_at_the_old_one(grown):
    """No text of the old home came or went; but its story has lost one."""
    pairs = all_of("abc", 500) | all_of("defg", 500) | between("abc", "x", 270) | between("def", "x", 265)
    shelf = grown("abcdefx", pairs | {"g x": 400})
    assert told(shelf, "abcdefx") == ["abcx", "def"]
    assert grow(shelf, (), [text("g")]) == set("abcdefgx")
    assert told(shelf, "abcdefgx") == ["abc", "defgx"]


def test_a_text_that_hangs_on_by_just_enough_is_linked_anew_with_all(grown):
    shelf = grown("abcd", {"a b": 441, "b c": 600, "c d": 700, "b d": 600, "a c": 450, "a d": 441})
    assert [core.seeds for core in shelf.cores("abcd").values()] == [(("a", "b", "c", "d"),)]
    grow(shelf, ["d"], ())
    grow(shelf, (), [text("d")])
    assert [core.seeds for core in shelf.cores("abcd").values()] == [(("a", "b", "c", "d"),)]


def test_a_text_that_changed_is_measured_anew(profile):
    shelf = MemoryShelf(alike(profile, all_of("abc", 500) | {"b z": 200}).values())
    grow(shelf, (), [text(key) for key in "abc"])
    assert told(shelf, "abc") == ["abc"]
    assert grow(shelf, (), [text("c", teller="z")]) == set("abc")
    assert told(shelf, "abc") == ["ab", "c"]
    assert grow(shelf, (), [text("c")]) == set("abc")
    assert told(shelf, "abc") == ["abc"]


def test_small_seeds_that_gathered_part_when_what_held_them_goes(grown):
    shelf = grown("abc", {"a b": 400, "b c": 400, "a c": 250})
    assert told(shelf, "abc") == ["abc"]
    assert grow(shelf, ["b"], ()) == set("abc")
    assert told(shelf, "ac") == ["a", "c"]


def test_what_was_a_crowd_by_a_seed_that_grew_may_gather_now(grown):
    """Three hang together, two at most may: all stay apart, until one grows too large to gather at all."""
    pairs = {"a b": 337, "a c": 323, "b d": 600}
    with limits(crowd=2, small=1):
        shelf = grown("abc d", pairs)
        assert told(shelf, "abcd") == told(grown("abcd", pairs), "abcd") == ["ac", "bd"]
        assert grow(shelf, ["d"], ()) == set("abcd")
        assert told(shelf, "abc") == ["a", "b", "c"]


def test_the_last_text_leaves_nothing(grown):
    shelf = grown("a", {"a b": 500})
    assert grow(shelf, ["a"], ()) == {"a"}
    assert (shelf.texts("a"), shelf.cores("a"), shelf.ties("a")) == ({}, {}, {"a": ()})
    assert grow(shelf, ["a"], ()) == grow(shelf, (), ()) == frozenset()


@pytest.mark.parametrize("batches", ["abcdefx", "x fedcba", "a b c d e f x", "ace xbdf"])
def test_texts_far_away_change_nothing_and_are_not_told_of(grown, batches):
    pairs = all_of("abc", 500) | all_of("def", 350) | between("abc", "x", 270) | between("abc", "def", 170)
    shelf = grown(batches, pairs | all_of("mno", 500) | between("abcdefx", "mno", 170))
    cores = every_core(shelf, "abcdefx")
    assert told(shelf, "abcdefx") == ["abcx", "def"]
    assert grow(shelf, (), [text(key) for key in "mno"]) == set("mno")
    assert grow(shelf, "n", ()) == set("mno")
    assert every_core(shelf, "abcdefx") == cores


def tied(shelf, key):
    return {tie.other: (tie.whole, tie.timeless) for tie in shelf.ties([key])[key]}


@pytest.mark.parametrize("batches", ["ab", "a b", "b a"])
def test_two_texts_are_tied_from_the_floor_on_whoever_came_first(profile, batches):
    """At 180,200 they are tied with what a day in common adds left out; 360 days apart all of it is taken away."""
    year = {"a": {"published": (730_000 * 1440,) * 2}, "b": {"published": (730_360 * 1440,) * 2}}
    profiles = alike(profile, {"a b": FLOOR / 1000, "a c": FLOOR / 1000 - 1}, **year)
    shelf = MemoryShelf(profiles.values())
    for batch in batches.split():
        grow(shelf, (), [text(key) for key in batch])
    likeness = liken(profiles["a"], profiles["b"])
    assert FLOOR <= likeness.timeless < FLOOR + FOUR_ROWS
    assert likeness.whole == 0
    assert tied(shelf, "a") == {"b": (0, likeness.timeless)}
    assert tied(shelf, "b") == {"a": (0, likeness.timeless)}
    grow(shelf, (), [text("c")])
    assert set(tied(shelf, "a")) == {"b"}


@pytest.mark.parametrize(
    ("one", "two", "days", "compared"),
    [
        ("zqtarn govern", "zqtarn govern", ((100,), (160,)), True),
        ("zqtarn govern", "zqtarn govern", ((100,), (161,)), False),
        ("zqtarn govern", "zqtarn govern", ((100, 161), (161,)), True),
        ("zqtarn govern", "zqtarn govern", ((100,), ()), True),
        ("zqtarn govern", "zqtarn", ((100,), (100,)), False),
        ("zqa zqb zqc zqd", "zqa zqb zqc zqd", ((100,), (900,)), True),
        ("zqa zqb zqc govern", "zqa zqb zqc govern", ((100,), (900,)), False),
        ("zqa zqb zqc", "zqa zqb zqc", ((100,), (900,)), False),
    ],
)
def test_texts_are_compared_by_two_clues_nearby_or_four_rare_ones_far_off(profile, one, two, days, compared):
    clues = {"a": one.split(), "b": two.split()}
    come = [Text(key, (key,), key, tuple(clues[key]), days[place], False) for place, key in enumerate("ab")]
    for batches in ([come], [come[:1], come[1:]], [come[1:], come[:1]]):
        shelf = MemoryShelf(alike(profile, {"a b": 500}).values())
        for batch in batches:
            grow(shelf, (), batch)
        assert set(tied(shelf, "a")) == ({"b"} if compared else set())

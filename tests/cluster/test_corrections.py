"""Corrections by hand on groups of letters: what each kind does, and the laws that hold for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.cluster.corrections import apply_corrections, touching, waits
from nutgraf.records.correction import Correction, CorrectionKind, counting, undone

AT = "2026-11-28T09:30:00+00:00"
KINDS = {kind.value: kind for kind in CorrectionKind}


def correction(number, words):
    """Return a correction drawn as "merge ab cd"; "undo 3" undoes the third."""
    kind, articles, beside = [*words.split(), ""][:3]
    if kind == "undo":
        return Correction(number, CorrectionKind.UNDO, (), (), "Mara", AT, undoes=int(articles))
    return Correction(number, KINDS[kind], tuple(articles), tuple(beside), "Mara", AT)


def corrections(*drawn):
    return [correction(number, words) for number, words in enumerate(drawn, start=1)]


def by_letter(article, others):
    """Call two articles alike by how near their letters stand in the alphabet."""
    return -min(abs(ord(article) - ord(other)) for other in others)


def corrected(groups, made, copies=()):
    found, moved = apply_corrections(groups.split(), made, by_letter, copies)
    return " ".join("".join(group) for group in found), {article: each.number for article, each in moved.items()}


# What likeness gave, the corrections, the stories after them, and which correction put whom there.
CASES = {
    "two stories are one, with all that came to either since": (
        "abn cd ef", ["merge ab cd"], "abcdn ef", dict.fromkeys("abcdn", 1),
    ),
    "where the first named is gone the next speaks for the story": (
        "bx cd", ["merge ab cd"], "bcdx", dict.fromkeys("bcdx", 1),
    ),
    "a story is where most of its articles are": ("a bc d", ["merge abc d"], "a bcd", dict.fromkeys("bcd", 1)),
    "who is split off stands apart": ("abcd", ["split cd ab"], "ab cd", {"c": 1, "d": 1}),
    "a newcomer to the whole goes to the side of its nearest": (
        "abcdxyz", ["split xz ab"], "abcd xyz", {"x": 1, "y": 1, "z": 1},
    ),
    "a newcomer as near to both stays": ("aec", ["split e a"], "ac e", {"e": 1}),
    "what likeness has parted in the meantime stays apart, and what left together is together": (
        "abx y", ["split xy ab"], "ab xy", {"x": 1, "y": 1},
    ),
    "what left goes to what left before, and takes no strangers along": (
        "abx yq zr", ["split xyz ab"], "ab qxyz r", {"x": 1, "y": 1, "z": 1},
    ),
    "a move takes one article": ("abc de", ["move c de"], "ab cde", {"c": 1}),
    "a move takes several from several stories": ("abc de fg", ["move cf de"], "ab cdef g", {"c": 1, "f": 1}),
    "a pin brings back what likeness took away": ("ab cde", ["pin c ab"], "abc de", {"c": 1}),
    "a pin of all holds them together": ("ab c", ["pin abc"], "abc", {"a": 1, "b": 1, "c": 1}),
    "who is pinned is no newcomer, though it was gone when others were split off": (
        "abyz", ["pin y ab", "split z ab"], "aby z", {"y": 1, "z": 2},
    ),
    "a later move wins over a pin": ("abc d", ["pin c ab", "move c d"], "ab cd", {"c": 2}),
    "a later pin wins over a move": ("abc d", ["move c d", "pin c ab"], "abc d", {"c": 2}),
    "a split after a merge parts again": ("ab cd", ["merge ab cd", "split cd ab"], "ab cd", {"c": 2, "d": 2}),
    "a merge after a split joins again": (
        "abcd", ["split cd ab", "merge ab cd"], "abcd", {"a": 2, "b": 2, "c": 1, "d": 1},
    ),
    "of two merges in one story the later is told": (
        "ab cd ef", ["merge ab cd", "merge ab ef"], "abcdef", dict.fromkeys("abcdef", 2),
    ),
    "what was undone does not count": ("ab cd", ["merge ab cd", "undo 1"], "ab cd", {}),
    "an undo that was undone does not count": (
        "ab cd", ["merge ab cd", "undo 1", "undo 2"], "abcd", dict.fromkeys("abcd", 1),
    ),
    "a story made of one that is undone is found by the rest": (
        "ax bc d", ["move a bc", "merge bca d", "undo 1"], "ax bcd", dict.fromkeys("bcd", 2),
    ),
    "a correction of articles that are gone does nothing": ("ab cd", ["merge xy cd", "move z ab"], "ab cd", {}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_kind(case):
    groups, drawn, expected, moved = CASES[case]
    assert corrected(groups, corrections(*drawn)) == (expected, moved)


COPIES = {
    "copies that stand with it go along": ("abc de", ["move b de"], ["bc"], "a bcde", {"b": 1, "c": 1}),
    "a pinned copy stays": ("abc de", ["pin c ab", "move b de"], ["bc"], "ac bde", {"b": 2, "c": 1}),
    "a copy that was moved by name is pinned no more": (
        "abc de", ["pin c ab", "move c de"], ["bc"], "a bcde", {"b": 2, "c": 2},
    ),
    "a copy that is pinned no more goes along again": (
        "abc de f", ["pin c ab", "move c de", "move b f"], ["bc"], "a bcf de", {"b": 3, "c": 3},
    ),
    "copies named to stay do not hold back what left": (
        "ay xzb", ["split xy za"], ["xz"], "a bxyz", {"x": 1, "y": 1, "z": 1},
    ),
    "copies that a person parted stay parted": (
        "abc de", ["pin c ab", "move b de", "move d ac"], ["bc", "de"], "acde b", {"b": 2, "c": 1, "d": 3, "e": 3},
    ),
    "a split takes copies along, also those named to stay": (
        "abcd", ["split b acd"], ["bc"], "ad bc", {"b": 1, "c": 1},
    ),
    "a new copy of what was split off goes with it": ("abz", ["split b a"], ["bz"], "a bz", {"b": 1, "z": 1}),
    "a new copy of what stayed stays": ("abz", ["split b a"], ["az"], "az b", {"b": 1}),
    "new copies of one text go one way": ("adeh", ["split h a"], ["de"], "ade h", {"h": 1}),
    "a pin brings copies back, too": ("ab cd", ["pin c ab"], ["cd"], "abcd", {"c": 1, "d": 1}),
}  # fmt: skip


@pytest.mark.parametrize("case", COPIES)
def test_one_text_is_one_voice(case):
    groups, drawn, copies, expected, moved = COPIES[case]
    assert corrected(groups, corrections(*drawn), copies) == (expected, moved)


@pytest.mark.parametrize(
    ("drawn", "there", "told"),
    [
        ("merge ab cd", "bd", ""),
        ("merge ab cd", "cd", "none of the articles it is about is in a story now"),
        ("move a cd", "ab", "none of the articles it sets them beside is in a story now"),
        ("pin ab", "ab", ""),
        ("pin ab", "a", "none of the articles it sets them beside is in a story now"),
        ("undo 1", "", ""),
    ],
)
def test_a_correction_waits_for_its_articles_and_says_so(drawn, there, told):
    assert waits(correction(2, drawn), there) == told


def test_what_is_undone_by_which():
    made = corrections("merge ab cd", "move a cd", "undo 1", "undo 3", "undo 2")
    assert undone(made) == {3: 4, 2: 5}
    assert [each.number for each in counting(made)] == [1]


def test_the_day_in_words():
    assert correction(1, "pin a b").day == "28 November 2026"


@pytest.mark.parametrize(
    ("articles", "together"), [("a", "abcdx"), ("e", "e"), ("x", "abcdx"), ("fg", "fg"), ("", ""), ("d", "abcdx")]
)
def test_stories_that_a_correction_names_are_worked_out_together(articles, together):
    made = corrections("merge ab cd", "move x d", "merge fg ah", "undo 3")
    assert "".join(sorted(touching(made, articles))) == together


LETTERS = "abcdefghij"


@st.composite
def partitions(draw):
    """Draw groups of some of the letters."""
    groups = {}
    for letter in draw(st.sets(st.sampled_from(LETTERS), min_size=1)):
        groups.setdefault(draw(st.integers(0, 3)), []).append(letter)
    return list(groups.values())


@st.composite
def one_correction(draw, number=1):
    if number > 1 and draw(st.integers(0, 4)) == 0:
        return correction(number, f"undo {draw(st.integers(1, number - 1))}")
    named = draw(st.lists(st.sampled_from(LETTERS), unique=True, min_size=2, max_size=6))
    cut = draw(st.integers(1, len(named) - 1))
    kind = draw(st.sampled_from(["merge", "split", "move", "pin"]))
    return correction(number, f"{kind} {''.join(named[:cut])} {''.join(named[cut:])}")


@st.composite
def histories(draw):
    return [draw(one_correction(number)) for number in range(1, draw(st.integers(1, 6)) + 1)]


@st.composite
def copy_groups(draw):
    letters = draw(st.permutations(LETTERS))
    return [letters[:2], letters[2:5]] if draw(st.booleans()) else []


def likeness(article, others):
    """Return a fixed likeness of letters that prefers none by its place in the alphabet."""
    return max((ord(article) * 7919 + ord(other) * 7919) % 101 / 100 for other in others)


@given(partitions(), histories(), copy_groups(), st.randoms(use_true_random=False))
def test_no_order_matters_and_no_article_is_lost(groups, made, copies, random):
    found, moved = apply_corrections(groups, made, likeness, copies)
    assert sorted(article for group in found for article in group) == sorted(
        article for each in groups for article in each
    )
    assert set(moved) <= {article for group in found for article in group}
    for shuffled in (groups, made, copies, *groups, *copies):
        random.shuffle(shuffled)
    assert apply_corrections(groups, made, likeness, copies) == (found, moved)


@given(partitions(), histories(), copy_groups())
def test_undoing_all_gives_the_groups_as_they_were(groups, made, copies):
    last = len(made)
    undos = [correction(last + n, f"undo {each.number}") for n, each in enumerate(reversed(made), start=1)]
    assert apply_corrections(groups, [*made, *undos], likeness, copies) == apply_corrections(
        groups, [], likeness, copies
    )


@given(partitions(), histories(), copy_groups())
def test_undoing_the_last_gives_what_was_before_it(groups, made, copies):
    before = apply_corrections(groups, made[:-1], likeness, copies)
    assert apply_corrections(groups, [*made, correction(9, f"undo {len(made)}")], likeness, copies) == before


@given(partitions(), one_correction(), copy_groups())
def test_one_correction_made_twice_is_made_once(groups, once, copies):
    found = apply_corrections(groups, [once], likeness, copies)
    assert apply_corrections(found[0], [once], likeness, copies)[0] == found[0]


@given(partitions(), histories(), copy_groups())
def test_the_last_correction_holds(groups, made, copies):
    last = made[-1]
    found, _ = apply_corrections(groups, made, likeness, copies)
    home = {article: group for group in found for article in group}
    if last.kind is CorrectionKind.UNDO or waits(last, home):
        return
    named, beside = ([each for each in side if each in home] for side in (last.articles, last.beside))
    if last.kind is CorrectionKind.MERGE:
        assert any(home[one] == home[two] for one in named for two in beside)
    elif last.kind is CorrectionKind.SPLIT:
        carried = {each for group in copies if set(group) & set(named) for each in group}
        assert len({home[each] for each in named}) == 1
        assert set(home[named[0]]).isdisjoint(set(beside) - carried)
    else:
        assert len({home[each] for each in named}) == 1


@given(partitions(), histories(), copy_groups())
def test_what_no_correction_names_together_does_not_meet(groups, made, copies):
    together = touching(made, groups[0])
    near = [group for group in groups if not together.isdisjoint(group)]
    for _ in groups:
        together = touching(made, {*together, *(each for group in near for each in group)})
        near = [group for group in groups if not together.isdisjoint(group)]
    alone, _ = apply_corrections(near, made, likeness, copies)
    assert set(alone) <= set(apply_corrections(groups, made, likeness, copies)[0])

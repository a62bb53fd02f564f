"""The scoring of comparison: places found, pairs counted, differences and origins judged, on a small story."""

import msgspec
import pytest
from evals.comparison.__main__ import main
from evals.comparison.accounts import FIRST, WrongLabels, compare_stories, read_labels
from evals.comparison.agreement import agreement_sheet
from evals.comparison.gold import (
    GoldAccount,
    GoldCounts,
    GoldFinding,
    GoldPoint,
    GoldStory,
    Tempting,
    Where,
    check_story,
    find_place,
)
from evals.comparison.measures import (
    count_origins,
    judge_differences,
    judge_shown,
    judge_tempting,
    judge_verdicts,
    pair_statements,
    same_place,
    untrue_cells,
)
from evals.comparison.silence import judge_silence

TOLL = "The ferry Saltwind injured {} passengers when it hit the harbour wall at Port Vell on Tuesday, police said."
WALL = "The harbour wall was closed to all ferries until divers have looked at it."
BREAD = "A bakery in the old town gave out bread to the drivers who had to wait."


def points(*told):
    return tuple(
        GoldPoint(
            id=f"p{n}", note="", statements=tuple(Where(key, words=words) for key, words in places), origins=origins
        )
        for n, (origins, *places) in enumerate(told)
    )


def story_of(**labels):
    accounts = (
        GoldAccount(key="a", carrier="Sund Gazette", text=f"{TOLL.format('nine')} {WALL}", published="2026-03-04"),
        GoldAccount(
            key="b", carrier="Vale Tribune", text=f"{TOLL.format('twelve')}\n{WALL} {BREAD}", published="2026-03-04"
        ),
    )
    empty = {"points": (), "findings": (), "counts": GoldCounts(2, 2, (2, 2), (2, 2))}
    return GoldStory(format=1, what="a ferry", part="dev", reader="first", accounts=accounts, **(empty | labels))


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    def read_story(**labels):
        return compare_stories(
            {"ferry": story_of(**labels)}, tmp_path_factory.mktemp("p"), tmp_path_factory.mktemp("c")
        )[0]

    return read_story


TOLLS = (Where("a", words="nine passengers"), Where("b", words="twelve passengers"))


def test_words_are_found_where_they_stand_the_nth_time():
    assert find_place(Where("a", words="it"), "it sits, it does") == (0, 2)
    assert find_place(Where("a", words="it", nth=3), "it sits, it does") == (9, 11)
    assert find_place(Where("a", 3, 7), "it sits") == (3, 7)
    with pytest.raises(ValueError, match="do not stand 2 times"):
        find_place(Where("a", words="does", nth=2), "it sits, it does")
    with pytest.raises(ValueError, match="no code points"):
        find_place(Where("a", 3, 8), "it sits")


def test_labels_that_point_nowhere_are_told():
    cells = (Where("a", words="eleven passengers"), Where("a", words=WALL))
    finding = GoldFinding(id="f", kind="figures", verdict="differ", substance=True, note="", cells=cells)
    gold = story_of(findings=(finding,), points=points(((1, 1), ("z", WALL))))
    wrong = check_story(gold, {"a": gold.accounts[0].text, "b": gold.accounts[1].text})
    assert len(wrong) == 3
    assert any("eleven passengers" in fault for fault in wrong)
    assert "f has cells of one account only" in wrong


def test_a_label_of_words_that_are_not_there_stops_the_evaluation(read):
    with pytest.raises(WrongLabels, match="ferry: p0"):
        read(points=points(((1, 1), ("a", "no such words"))))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (("a", 0, 10), ("a", 5, 15), True),
        (("a", 0, 10), ("a", 6, 16), False),
        (("a", 0, 100), ("a", 10, 14), True),
        (("a", 0, 10), ("b", 0, 10), False),
        (("a", 0, 10), ("a", 10, 20), False),
    ],
)
def test_places_are_one_by_half_of_the_shorter(one, two, same):
    assert same_place(one, two) is same


def test_pairs_of_statements_are_wanted_found_shown_and_right(read):
    told = read(
        points=points(
            ((2, 2), ("a", TOLL.format("nine")), ("b", TOLL.format("twelve"))), ((1, 1), ("a", WALL), ("b", BREAD))
        )
    )
    paired = pair_statements(told)
    assert (paired.wanted, paired.found) == (2, 1)
    assert (paired.shown, paired.right) == (2, 1)


def test_a_pair_of_an_optional_point_counts_neither_way(read):
    (sure, loose) = points(
        ((2, 2), ("a", TOLL.format("nine")), ("b", TOLL.format("twelve"))), ((2, 2), ("a", WALL), ("b", WALL))
    )
    paired = pair_statements(read(points=(sure, msgspec.structs.replace(loose, optional=True))))
    assert (paired.wanted, paired.found, paired.shown, paired.right) == (1, 1, 1, 1)


def test_a_labelled_difference_is_found_and_its_verdict_judged(read):
    label = GoldFinding(id="f", kind="figures", verdict="differ", substance=True, note="", cells=TOLLS)
    told = read(findings=(label,))
    assert [one.right for one in judge_differences(told)] == [True]
    assert [one.right for one in judge_verdicts(told)] == [True]
    assert [one.right for one in judge_shown(told)] == [True]
    other = read(findings=(msgspec.structs.replace(label, verdict="update"),))
    assert [one.right for one in judge_verdicts(other)] == [False]


def test_a_difference_that_no_label_knows_is_false_and_may_be_a_tempting_one(read):
    tempting = Tempting(id="t", note="", cells=TOLLS, kinds=("figures",))
    told = read(tempting=(tempting,))
    assert [one.right for one in judge_shown(told)] == [False]
    assert [one.right for one in judge_tempting(told)] == [False]


def test_origins_are_judged_by_the_readers_range(read):
    """The two texts are copies with a number changed: one origin."""
    told = read(
        points=points(
            ((2, 3), ("a", TOLL.format("nine")), ("b", TOLL.format("twelve"))), ((1, 2), ("a", WALL), ("b", WALL))
        )
    )
    counted = [(one.point, one.shown, one.off, one.too_many) for one in count_origins(told)]
    assert counted == [("p0", (1, 1), 1, False), ("p1", (1, 1), 0, False)]


def test_every_cell_stands_in_its_text(read):
    assert untrue_cells(read()) == []


def test_the_labelled_stories_are_six_for_rules_and_six_held_out():
    parts = [gold.part for gold in read_labels(FIRST).values()]
    assert (parts.count("dev"), parts.count("test")) == (6, 6)
    assert all(len(gold.accounts) >= 5 for gold in read_labels(FIRST).values())


def test_without_the_packs_it_says_why_it_is_not_run(tmp_path, capsys):
    assert main(["--packs", str(tmp_path), "--cache", str(tmp_path)]) == 0
    assert "not run:" in capsys.readouterr().out


def test_two_readers_agree_by_what_each_has_of_the_other():
    label = GoldFinding(id="f", kind="figures", verdict="differ", substance=True, note="", cells=TOLLS)
    toll, wall = (
        ((2, 2), ("a", TOLL.format("nine")), ("b", TOLL.format("twelve"))),
        ((1, 2), ("a", WALL), ("b", WALL)),
    )
    first, second = story_of(points=points(toll, wall), findings=(label,)), story_of(points=points(toll))
    texts = {account.key: account.text for account in first.accounts}
    (line,) = agreement_sheet({"ferry": first}, {"ferry": second}, {"ferry": texts}).lines
    assert line.figures["points F1"].value == pytest.approx(2 / 3)
    assert line.figures["findings F1"].value == 0
    assert line.figures["fewest origins the same"].value == 1


def test_a_silence_is_wrong_where_the_labels_say_that_the_account_tells_it(tmp_path):
    told = {
        "a": TOLL.format("nine"),
        "b": "On Tuesday the Saltwind, a ferry, struck the harbour wall of Port Vell injured nine passengers.",
        "c": "Nine passengers were injured at Port Vell when the ferry Saltwind hit the harbour wall on Tuesday.",
        "d": BREAD,
    }
    accounts = tuple(GoldAccount(key=key, carrier=f"Paper {key}", text=text) for key, text in told.items())
    three = points(((1, 4), *((key, told[key]) for key in "abc")))
    four = points(((1, 4), *told.items()))
    for number, (labels, wrong) in enumerate(((three, False), (four, True))):
        story = msgspec.structs.replace(story_of(points=labels), accounts=accounts)
        (read,) = compare_stories({"ferry": story}, tmp_path, tmp_path / str(number))
        assert list(judge_silence(read)) == [("left out", wrong)]

"""Groups of pages, the lines of a table, floors, misses, kept answers."""

import pytest
from evals.extraction import pinned
from evals.extraction.answers import own_place, peer_place, read_own, read_peer, write_answers
from evals.extraction.cases import Body, Case, NotHere, Told
from evals.extraction.misses import list_misses
from evals.extraction.peers import PEERS
from evals.extraction.results import groups_of, measure_group, score_answers
from evals.extraction.run import list_failures
from evals.extraction.tables import HEAD, rows_of
from evals.tables import write_markdown, write_plain

CASES = [
    Case(id="a", path=None, part="dev", kind="article", body="The quay stays shut", title="Quay", day="2031-03-03"),
    Case(id="b", path=None, part="dev", kind="forum", body="Which crane", title="Crane"),
    Case(id="c", path=None, part="check", kind="article", body="Nine bolts", title="Bolts"),
]
OURS = {
    "a": Told("The quay stays shut", "Quay", (), "2031-03-03"),
    "b": Told(failed="it could not be parsed"),
    "c": Told("Nine bolts", "Bolts and nuts"),
}
PEER = {"a": Told("The quay"), "b": Told("Which crane")}


def measured(group: int, *systems: dict[str, Told]):
    told = dict(zip(("nutgraf", "peer"), systems, strict=False))
    columns = {name: score_answers(CASES, Body.WORDS, answers) for name, answers in told.items()}
    return measure_group(list(groups_of(CASES))[group], CASES, columns, told, "nutgraf")


def test_groups_are_parts_and_kinds_and_none_comes_twice():
    named = {group.name: group.places for group in groups_of(CASES)}
    assert named == {
        "dev, articles": (0,),
        "dev, all kinds": (0, 1),
        "check, articles": (2,),
        "both parts, articles": (0, 2),
        "both parts, all kinds": (0, 1, 2),
        "dev, forum": (1,),
    }
    (whole,) = groups_of([Case(id="a", path=None), Case(id="b", path=None, kind="mixed")])
    assert (whole.name, whole.places) == ("all pages", (0, 1))


def test_a_line_has_figures_fields_failures_and_the_difference():
    ours, peer = measured(1, OURS, PEER)
    assert (ours.figures["F1"].value, ours.failed, ours.less) == (0.5, 1, {})
    assert ours.figures["title"].value == 0.5
    assert (ours.figures["day"].value, ours.asked["day"]) == (1.0, 1)
    assert peer.less["F1"].value == pytest.approx(0.5 - (2 / 3 + 1) / 2)


def test_a_field_that_a_system_never_tells_is_a_dash_and_not_a_nought():
    _, row = rows_of(measured(1, OURS, PEER))
    assert row[HEAD.index("title")] == row[HEAD.index("day")] == "-"
    assert row[HEAD.index("failed")] == "0"


def test_tables_for_the_terminal_and_for_the_docs():
    rows = list(rows_of(measured(1, OURS, PEER)))
    assert write_plain(HEAD, rows).splitlines()[1].startswith("nutgraf ")
    assert write_markdown(HEAD, rows).splitlines()[2].startswith("| nutgraf | 0.500 (")


def test_misses_show_the_dev_part_alone_worst_first():
    lines = list(list_misses(CASES, Body.WORDS, OURS, 10))
    assert lines == [
        "b forum: F1 0.000 P 0.000 R 0.000",
        "    it could not be parsed",
        "    title: None instead of 'Crane'",
        "a article: F1 1.000 P 1.000 R 1.000",
    ]
    assert "only measures" in next(list_misses([Case(id="x", path=None)], Body.WORDS, {}, 10))


def test_failed_pages_are_listed_by_their_reason_and_very_many_are_counted():
    told = {f"p{number}": Told(failed="it broke") for number in range(23)} | {
        "q": Told(failed="too deep"),
        "r": Told("x"),
    }
    first, second = list_failures(told)
    assert first.startswith("nutgraf failed on p0, p1, ")
    assert first.endswith("p19 and 3 more: it broke")
    assert second == "nutgraf failed on q: too deep"


def test_answers_are_kept_and_read_again(tmp_path):
    write_answers(own_place(tmp_path, "wcxb", "before"), "extract/1", OURS)
    assert read_own(tmp_path, "wcxb", "before") == OURS
    peer = next(iter(PEERS))
    write_answers(peer_place(tmp_path, "wcxb", peer, "1.2"), "1.2", PEER)
    assert read_peer(tmp_path, "wcxb", peer) == (f"{peer} 1.2", PEER)


def test_answers_that_are_not_kept_are_named(tmp_path):
    with pytest.raises(NotHere, match="--keep before"):
        read_own(tmp_path, "wcxb", "before")
    with pytest.raises(NotHere, match="wcxb"):
        read_peer(tmp_path, "wcxb", next(iter(PEERS)))


def test_floors_are_pinned_and_then_hold(tmp_path):
    place = tmp_path / "floors.json"
    place.write_text("{}")
    good, worse = {"wcxb, dev": measured(1, OURS)}, {"wcxb, dev": measured(1, {"a": Told("The quay")})}
    assert pinned.check_floors(worse, "nutgraf", None, place) == []
    assert pinned.check_floors(good, "nutgraf", ("2031-03-03", "first"), place) == []
    falls = pinned.check_floors(worse, "nutgraf", None, place)
    assert any("F1 is 0.3333, below its floor of 0.5" in fall for fall in falls)
    assert any("title was not measured" in fall for fall in falls)

import pytest

from nutgraf.ingest.tally import Count, Sort, Tally


def lines(*counts):
    tally = Tally()
    for count in counts:
        tally.add(count)
    return [words for _, words in tally.lines()]


LINES = [
    ([Count(Sort.NO_PAGE, "image/png")], ["1 record of other kinds than pages: 1 image/png"]),
    (
        [Count(Sort.NO_PAGE, "text/css")] + [Count(Sort.NO_PAGE, "image/png")] * 2,
        ["3 records of other kinds than pages: 2 image/png, 1 text/css"],
    ),
    (
        [Count(Sort.NOTE, f"kind {number}") for number in range(9)],
        ["9 records of the crawler itself: " + ", ".join(f"1 kind {n}" for n in range(6)) + ", and 3 more kinds"],
    ),
    (
        [Count(Sort.BARE, first="line 3"), Count(Sort.BARE, first="line 9")],
        ["2 rows with neither text nor HTML (first: line 3)"],
    ),
    ([Count(Sort.WHOLE)] * 3, []),
    ([Count(Sort.WHOLE)] * 3 + [Count(Sort.DAMAGED)], ["records: 3 whole, 1 damaged"]),
    ([Count(Sort.CUT)], ["records: 0 whole, 0 damaged; it is cut short"]),
    ([Count(Sort.EMPTY)], ["1 record with nothing in it"]),
    ([Count(Sort.EMPTY)] * 2, ["2 records with nothing in them"]),
    (
        [Count(Sort.NO_FILE), Count(Sort.REVISIT)],
        ["1 record that only points to an earlier capture", "1 file that is no page"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("counts", "expected"), LINES)
def test_lines(counts, expected):
    assert lines(*counts) == expected


def test_details_from_outside_stay_few_and_short():
    tally = Tally()
    for number in range(2_000):
        tally.add(Count(Sort.NO_PAGE, f"x{number}" * 99))
    assert len(tally.counts[Sort.NO_PAGE]) == 501
    assert tally.total(Sort.NO_PAGE) == 2_000
    assert len("".join(words for _, words in tally.lines())) < 1_200


def test_what_is_taken_and_added_again_is_the_same():
    counts = [
        Count(Sort.BARE, "", "line 3"),
        Count(Sort.NO_PAGE, "a"),
        Count(Sort.NO_PAGE, "b"),
        Count(Sort.NO_PAGE, "a"),
    ]
    one, two = Tally(), Tally()
    for count in counts:
        one.add(count)
        for taken in one.take():
            two.add(taken)
    assert [words for _, words in two.lines()] == lines(*counts)
    assert one.counts == {}

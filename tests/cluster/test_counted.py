"""What accounts count by order."""

import pytest

from nutgraf.cluster.counted import counted_things


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("The 13th package of sanctions is law now.", ("13 law", "13 packag", "13 sanction")),
        ("EU agrees 13th EU sanctions package", ("13 eu", "13 packag", "13 sanction")),
        ("The twelfth round of talks ended.", ("12 end", "12 round", "12 talk")),
        ("The third round (Talks go on", ("3 round",)),
        ("The 4th herring summit round table", ("4 herring", "4 round", "4 summit")),
        ("The twelfth round. Talks go on.", ("12 round",)),
        ("THE 1ST ROUND; the winner waits", ("1 round",)),
        ("the 22nd summit", ("22 summit",)),
        ("their 3rd strike", ("3 strike",)),
        ("a seventeenth patrol", ("17 patrol",)),
        ("The twentieth\nstrike", ("20 strike",)),
        ("the sixth and last strike", ("6 strike",)),
    ],
)
def test_a_number_of_order_counts_the_words_behind_it(opening, found):
    assert counted_things(opening) == found


def test_two_numbers_in_one_sentence_are_both_read():
    """Who writes of the thirteenth package recalls the twelfth: the account is about both."""
    found = counted_things("Months after the twelfth package the EU agreed on the 13th package of sanctions.")
    assert {"12 packag", "13 packag", "13 sanction"} <= set(found)
    assert {"3 packag", "4 packag"} <= set(counted_things("The third and fourth packages are law."))


@pytest.mark.parametrize(
    "thing",
    "time day week months year decade century half person man woman place anniversary birthday floor degree "
    "amendment street avenue district lady minute consecutive straight successive".split(),
)
def test_days_of_one_event_and_the_like_are_not_counted(thing):
    assert counted_things(f"It was the third {thing} of rain") == ()


@pytest.mark.parametrize(
    "opening",
    [
        "A third-placed team won.",
        "In the 21st-century town hall",
        "In the twenty-first round",
        "It was built in 1913 by workers.",
        "the 1913th brick",
        "thirdly the strike went on",
        "They came third. Strikes go on.",
        "the first",
        "",
    ],
)
def test_what_counts_nothing_gives_nothing(opening):
    assert counted_things(opening) == ()


@pytest.mark.parametrize(
    ("title", "months"),
    [
        ("Inflation in November at 3.1%", ("november month",)),
        ("October sales fall again", ("october month",)),
        ("Talks to end on November 14", ()),
        ("Talks to end on 14 November", ()),
        ("Minister may resign", ()),
        ("May to meet Putin", ()),
        ("Jobs report for May", ("may month",)),
    ],
)
def test_a_title_that_tells_of_a_whole_month_counts_it(title, months):
    assert counted_things("Prices rose.", title) == months

import pytest

from nutgraf.extract.lines import read_lines
from nutgraf.extract.roles import TEXT, Told
from nutgraf.extract.run_in import cut_heads
from nutgraf.records.article import Role

REST = "The council voted on Tuesday to keep the ferry for another year, its clerk said."


def cuts(*texts):
    lines = read_lines("\n".join(texts))
    told = tuple(Told("body", True, False, TEXT) for _ in lines)
    return [
        (cut.role, lines[at].words[slice(*cut.head)], lines[at].words[cut.rest :])
        for at, cut in cut_heads(lines, told).items()
    ]


@pytest.mark.parametrize(
    ("head", "time"),
    [("18:40 ", "18:40"), ("9.05 a.m. – ", "9.05 a.m."), ("[07h30] ", "07h30"), ("14:10 Uhr: ", "14:10 Uhr")],
)
def test_the_hour_of_an_entry_is_parted_from_its_text(head, time):
    assert cuts(head + REST, head + "Recount.") == [(Role.TIME, time, REST), (Role.TIME, time, "Recount.")]


@pytest.mark.parametrize(
    ("head", "title"), [("Ferry fares. ", "Ferry fares."), ("A wolf ? ", "A wolf ?"), ("Ferry fares: ", "Ferry fares")]
)
def test_a_title_set_before_the_text_is_parted_from_it(head, title):
    assert cuts(*[head + REST] * 3) == [(Role.TITLE, title, REST)] * 3


@pytest.mark.parametrize(
    "texts",
    [
        (f"18:40 {REST}", REST, REST),
        (f"Ferry fares. {REST}", REST, REST, REST),
        (f"Dr. {REST}", f"Mr. {REST}", f"St. {REST}"),
        (f"LAKE OSWIN — {REST}",) * 3,
    ],
)
def test_what_few_texts_of_a_page_begin_with_stays(texts):
    assert cuts(*texts) == []

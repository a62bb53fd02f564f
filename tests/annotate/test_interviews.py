"""Words given to an outlet beside the cue."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“It fell,” Ilse Brandt said in an interview with the BBC.",
        "In an interview with the BBC, Ilse Brandt said the bridge fell.",
        "In a telephone interview with the BBC on Monday, Ilse Brandt said the bridge fell.",
        "Ilse Brandt told the BBC in an interview that the bridge fell.",
        "Speaking to the BBC, Ilse Brandt said “it fell.”",
        "In a statement to the BBC, Ilse Brandt said the bridge fell.",
        "“It fell,” Ilse Brandt said in a statement carried by the BBC.",
        "“It fell,” Ilse Brandt was quoted as saying by the BBC.",
        "Ilse Brandt said on the BBC that the bridge fell.",
        "Ilse Brandt confirmed to the BBC that the bridge fell.",
    ],
)
def test_through_the_outlet(text, hear):
    assert hear(text)[1] == [("named", "Ilse Brandt", "BBC")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilse Brandt said on Tuesday the bridge fell.", [("named", "Ilse Brandt", None)]),
        ("In an interview with Tomas Okeke, Ilse Brandt said the bridge fell.", [("named", "Ilse Brandt", None)]),
        (
            "An official, speaking to Reuters on condition of anonymity, said the bridge fell.",
            [("anonymous", "An official", "Reuters")],
        ),
        ("The bridge fell, according to a report by Axios.", [("document", "a report by Axios", "Axios")]),
        ("The bridge fell, according to a Reuters investigation.", [("outlet", "Reuters", None)]),
    ],
)
def test_outlets_only_and_reports_by_them(text, expected, hear):
    found = hear(text)[1]
    assert found == expected or (expected[0][0] == "outlet" and found)

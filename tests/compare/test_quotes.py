"""Quotes: wordings and speakers of one utterance side by side."""

import pytest

WORDING = [
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        'Ilse Brandt said: "We will rebuild the bridge before winter."',
        ["agree"],
    ),
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        "Ilse Brandt said the state would “rebuild the bridge before winter”.",
        ["agree"],
    ),
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        "“We will repair the bridge before the winter,” Ilse Brandt said.",
        ["differ"],
    ),
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        "“The hospital needs forty nurses at once,” Ilse Brandt said.",
        [],
    ),
    ("Ilse Brandt called the plan “reckless”.", "Ilse Brandt called the plan “a disgrace”.", []),
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        "“The bridge was never safe in winter,” said Tomas Okeke, a farmer.",
        [],
    ),
    ("The “ghost fleet” sailed.", "The so-called “ghost fleet” sailed.", []),
]

SPEAKER = [
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        "“We will rebuild the bridge before winter,” Ivo Krantz said.",
        ["differ"],
    ),
    (
        "“We will rebuild the bridge before winter,” Transport Minister Ilse Brandt said.",
        "Ilse Brandt was in Korsund. “We will rebuild the bridge before winter,” Ms Brandt said.",
        [],
    ),
    (
        "“We will rebuild the bridge before winter,” Ilse Brandt said.",
        "“We will rebuild the bridge before winter,” he said.",
        [],
    ),
    ("“Nobody told us anything,” the mayor, Olwen Pryce, said.", "“We lost the boats,” said Tomas Okeke.", []),
]


@pytest.mark.parametrize(("left", "right", "verdicts"), WORDING)
def test_wordings(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("wording", left, right)] == verdicts


@pytest.mark.parametrize(("left", "right", "verdicts"), SPEAKER)
def test_speakers(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("speaker", left, right)] == verdicts


def test_every_cell_is_verbatim_without_its_marks(find):
    for _, words in find("wording", *WORDING[0][:2]):
        assert [word.strip(",.") for word in words] == ["We will rebuild the bridge before winter"] * 2


def test_words_of_one_account_alone_are_a_row_and_no_finding(make_accounts, compare):
    comparison = compare(make_accounts(WORDING[0][0], "The bridge is closed."))
    assert [row.verdict.value for row in comparison.quotes] == ["only one"]
    assert not [finding for finding in comparison.findings if finding.kind.value == "wording"]


def test_a_row_names_its_speaker_and_both_outlets(make_accounts, compare):
    row = compare(make_accounts(*WORDING[0][:2])).quotes[0]
    assert row.speaker == "Ilse Brandt"
    assert {outlet for wording in row.wordings for outlet in wording.outlets} == {"Sund Gazette", "Port Vell Courier"}

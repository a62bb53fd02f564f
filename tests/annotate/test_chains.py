"""Chains: who says it, to whom, and who prints it."""

import pytest

CITING = [
    "The bridge fell, according to CNN, citing two officials.",
    "According to CNN, citing two officials, the bridge fell.",
    "CNN reported, citing two officials, that the bridge fell.",
    "CNN, citing two officials, reported that the bridge fell.",
    "Citing two officials, CNN reported that the bridge fell.",
    "The bridge fell, CNN reported, citing two officials.",
]


@pytest.mark.parametrize("text", CITING)
def test_whom_an_outlet_cites_comes_through_it(text, hear):
    assert hear(text)[1] == [("anonymous", "two officials", "CNN"), ("outlet", "CNN", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell, Reuters reported, quoting a ministry spokesman.", ("anonymous", "a ministry spokesman")),
        ("The bridge fell, Reuters reported on Tuesday, citing court documents.", ("document", "court documents")),
        ("Citing a police source, Reuters said the bridge fell.", ("anonymous", "a police source")),
    ],
)
def test_kinds_of_cited_sources(text, expected, hear):
    assert (*expected, "Reuters") in hear(text)[1]


def test_a_body_that_reports_citing_others_is_an_outlet(hear):
    found = hear("Norpress reported, citing two officials, that the bridge fell.")[1]
    assert ("outlet", "Norpress", None) in found
    assert ("anonymous", "two officials", "Norpress") in found

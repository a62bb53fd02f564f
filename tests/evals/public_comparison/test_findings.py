"""A claim beside its sentence as two accounts: differences that are shown."""

from evals.public_comparison.fever import Claim
from evals.public_comparison.findings import compare_claims, write_articles

SUNK = Claim(
    "1", "The ferry Ada sank with 40 passengers aboard .", "The ferry Ada sank with 12 passengers aboard .", False
)
SAME = Claim("2", "The ferry Ada sank with 12 passengers aboard .", SUNK.evidence, True)


def test_the_two_texts_are_of_two_outlets():
    sentence, claim = write_articles(SUNK)
    assert (sentence.text, claim.text) == (SUNK.evidence, SUNK.claim)
    assert sentence.carrier != claim.carrier
    assert sentence.id != claim.id


def test_another_figure_is_shown_and_the_same_is_not(tmp_path):
    refuted, supported = compare_claims([SUNK, SAME], tmp_path)
    assert "figures" in refuted.kinds
    assert not supported.kinds

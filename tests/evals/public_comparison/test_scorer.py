"""The published figures that prove the scorer, on an invented table."""

from evals.public_comparison.mentions import GoldMention
from evals.public_comparison.scorer import count_lemmas, read_printed, score_lemmas

SANK, FELL = (GoldMention(0, (n,), "A", lemma) for n, lemma in enumerate(("sink", "Sink")))
OTHER = GoldMention(0, (5,), "B", "burn")


def test_the_table_is_read_by_event(tmp_path):
    place = tmp_path / "summary.csv"
    place.write_text(
        "dataset,topic,unique_lemmas_all,F1_CONLL_all\nECBplus,36/36ecb,1.25,75.26\nNewsWCL50,0/-,7.4,48.78\n",
        encoding="utf-8",
    )
    assert read_printed(place) == {"36ecb": (1.25, 0.7526)}


def test_capitals_make_no_other_lemma_when_they_are_counted_but_do_in_the_chains():
    assert count_lemmas([SANK, FELL, OTHER]) == 1.0
    assert score_lemmas([SANK, SANK, OTHER]) == 1.0
    assert score_lemmas([SANK, FELL, OTHER]) < 1.0

"""PolNeAR's files read as instances, on invented text."""

import pytest
from evals.annotation.amber.instances import cut_article, read_cuts
from evals.annotation.brat import read_brat
from evals.annotation.polnear import FOLDER

TEXT = "Gate holds.\n\n“It holds,” Low said, “and will.\n\nSo be it,” she added."
BRAT = """T1\tContent 13 24;35 45;47 57\t“It holds,” “and will. So be it,”
T2\tSource 25 28\tLow
T3\tCue 29 33\tsaid
T4\tAttribution 29 33\tsaid
E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
T5\tSource 58 61\tshe
T6\tCue 62 67\tadded
E2\tAttribution:T7 Source:T5 Cue:T6
"""
FIRST = [("“It holds,”", "content"), ("Low", "source"), ("said", "cue"), ("“and will.", "content")]
SECOND = [("So be it,”", "content"), ("she", "source"), ("added", "cue")]


def shown(cut):
    return [(cut.text[mark.start : mark.end], mark.label) for mark in cut.marks]


def test_every_piece_is_a_span_and_one_over_a_border_is_cut():
    cuts = list(cut_article("paper_aa", TEXT, read_brat(BRAT)[0]))
    assert [shown(cut) for cut in cuts] == [[], FIRST, SECOND]
    whole = BRAT.replace("35 45;47 57", "35 57")
    assert [shown(cut) for cut in cut_article("paper_aa", TEXT, read_brat(whole)[0])] == [[], FIRST, SECOND]


def test_places_follow_what_is_printed_anew():
    text = '"It — he — holds…"\n said Low.'
    brat = "T1\tContent 0 18\t-\nT2\tCue 20 24\tsaid\nT3\tSource 25 28\tLow\nE1\tA:T2 Content:T1 Cue:T2 Source:T3\n"
    (cut,) = cut_article("paper_aa", text, read_brat(brat)[0])
    assert cut.text == "“It -- he -- holds...” said Low."
    assert shown(cut) == [("“It -- he -- holds...”", "content"), ("said", "cue"), ("Low", "source")]


@pytest.fixture
def cache(tmp_path):
    folder = tmp_path / FOLDER / "train"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "paper_1.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (folder / "text" / "paper_2.txt").write_text("It never rained.", encoding="utf-8")
    for name, brat in (("paper_1_aa", BRAT), ("paper_1_bb", ""), ("paper_2_cc", "")):
        (folder / "attributions" / f"{name}.ann").write_text(brat, encoding="utf-8")
    return tmp_path


def test_texts_are_read_by_one_annotator_or_by_all(cache):
    assert [cut.text_id for cut in read_cuts(cache, "train")] == ["paper_1_aa"] * 3 + ["paper_2_cc"]
    assert [cut.text_id for cut in read_cuts(cache, "train", articles=1)] == ["paper_1_aa"] * 3
    by_all = read_cuts(cache, "train", every_annotator=True)
    assert [(cut.text_id, len(cut.marks)) for cut in by_all[2:5]] == [
        ("paper_1_aa", 3), ("paper_1_bb", 0), ("paper_1_bb", 0),
    ]  # fmt: skip

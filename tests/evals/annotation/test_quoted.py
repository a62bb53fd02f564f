"""Gold quotations by simple pairing, PolNeAR's brat files, and the speakers read by hand."""

import hashlib

import pytest
from evals.annotation.polnear import read_polnear
from evals.annotation.quoted import double_quoted
from evals.annotation.quotes import Part, measure
from evals.annotation.speakers import (
    LabelledPlace,
    LabelledQuote,
    LabelledText,
    Labels,
    TextChanged,
    judge_speakers,
    read_labels,
)

from nutgraf.annotate.article import annotate_article

TEXT = "Gate holds.\n\n“It holds,” Ilse Brandt said.\n\nHe called it “sound” and left “Harbour Lights” on."
BRAT = """T1\tContent 14 23\t“It holds,
T2\tSource 25 36\tIlse Brandt
T3\tCue 37 41\tsaid
T4\tAttribution 37 41\tsaid
E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
T5\tContent 57 64\t“sound”
E2\tAttribution-no-source:T6 Content:T5
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“One,” he said, “two.”", ["One,", "two."]),
        ('"One," he said.', ["One,"]),
        ("“One “two” three,” he said.", ["One “two” three,"]),
        ('"One” he said.', ["One"]),
        ('"One runs on', ["One runs on"]),
        ("none", []),
    ],
)
def test_marks_are_paired_within_a_line(text, words):
    assert [text[start:end] for start, end in double_quoted(text)] == words


@pytest.fixture
def cache(tmp_path):
    folder = tmp_path / "annotation-measure" / "polnear" / "data" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "paper_1.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "paper_1_aa.ann").write_text(BRAT, encoding="utf-8")
    (folder / "attributions" / "paper_1_bb.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_the_first_annotator_is_read_and_the_headline_is_no_text(cache):
    (text,) = read_polnear(cache, "dev")
    assert text.article.text[text.article.blocks[0].start :].startswith("“It holds")
    assert [(TEXT[one.start : one.end], len(one.sources)) for one in text.gold] == [("It holds,", 1), ("sound", 0)]


def test_a_part_is_measured(cache):
    part = Part("made up", lambda folder: read_polnear(folder, "dev"), read=True)
    (sheet,) = measure(cache, [part])
    assert sheet.lines[0].figures["speaker"].value == 1.0


def test_a_missing_pack_is_said(tmp_path, capsys):
    assert measure(tmp_path, [Part("none", lambda folder: read_polnear(folder, "dev"), read=True)]) == []
    assert "not run" in capsys.readouterr().out


def test_labels_are_whole():
    labels = read_labels()
    quotes = [quote for text in labels.values() for quote in text.quotes]
    assert len(quotes) == 200
    assert all((quote.speaker is None) == (quote.kind in {"nobody", "unsure"}) for quote in quotes)


def test_a_speaker_is_judged_by_any_place_of_the_name(cache):
    (text,) = read_polnear(cache, "dev")
    label = LabelledQuote(14, 23, "person", LabelledPlace(25, 36))
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    annotation = annotate_article(text.article)
    judged = list(judge_speakers(text.article, annotation, LabelledText("paper_1", digest, (label,))))
    assert [right for _, _, right in judged] == [True]
    with pytest.raises(TextChanged):
        list(judge_speakers(text.article, annotation, LabelledText("paper_1", "0", (label,))))
    assert Labels("what", ()).texts == ()

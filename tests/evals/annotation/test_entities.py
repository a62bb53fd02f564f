"""How names are scored, and how the WorldWide files are read."""

import pytest
from evals.annotation.entities import _line
from evals.annotation.worldwide import FOLDER, read_worldwide
from training.tagger.labelled import NAMES, Document, Mark, Sentence


def document(*marks):
    return Document("made", "one", (Sentence("Ann Low left Norland.", {"made": marks}),))


def found(*marks):
    return lambda document: [marks]


PERSON, PLACE = Mark(0, 7, "person"), Mark(13, 20, "place")


def test_exact_boundaries_and_kind_count():
    line = _line("x", [document(PERSON, PLACE)], "made", NAMES[:3], found(PERSON, Mark(13, 21, "place")))
    assert line.figures["P"].value == line.figures["R"].value == line.figures["F1"].value == 0.5
    assert line.figures["person"].value == 1.0
    assert line.figures["place"].value == 0.0
    assert line.ours


def test_groups_stand_apart():
    line = _line("x", [document(PERSON, Mark(13, 20, "group"))], "made", NAMES, found(PERSON))
    assert line.figures["F1"].value == 1.0
    assert line.figures["group"].value == 0.0


def test_worldwide_files_lose_their_address_line(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "af_x_1.txt.tsv").write_text(
        "http://made.example/1\tO\n\nAnn\tB-Person\nLow\tI-Person\nleft\tO\nLagos\tB-Location\n.\tO\n\nGhanaian\tB-NORP\n"
    )
    (document,) = read_worldwide(tmp_path)
    assert [sentence.text for sentence in document.sentences] == ["Ann Low left Lagos.", "Ghanaian"]
    assert document.sentences[0].marks["worldwide"] == (Mark(0, 7, "person"), Mark(13, 18, "place"))
    assert document.sentences[1].marks["worldwide"] == (Mark(0, 8, "group"),)


def test_a_missing_pack_says_what_to_unpack(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"unpack annotation-measure\.tar\.xz"):
        read_worldwide(tmp_path)

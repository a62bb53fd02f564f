"""What an answer adds to the figures, and how the corpora are read."""

import pytest
from evals.annotation import toponyms
from evals.annotation.articles import article_of_text
from evals.annotation.places import FARTHEST, Told, found_sheet, given_sheet, measure, score_found, score_given
from evals.annotation.report import show_sheet
from evals.annotation.toponyms import Placed, Toponym, kilometres, read_corpus

from nutgraf.records.annotation import Place

HERE = (46.79, -92.1)
TEXT = "Nine ships left Duluth, Minnesota, for Oslo."
PLACED = Placed(
    article_of_text("a", TEXT),
    (Toponym(16, 22, HERE, 5024719), Toponym(39, 43, (59.91, 10.75), 3143244)),
    ((24, 33),),
    ((Toponym(16, 22, (46.0, -92.0)),), (), ()),
)


def test_one_answer():
    right = Place("Duluth", 46.8, -92.1, (), "GeoNames 5024719")
    near, _, *rest = score_given(PLACED.toponyms[0], right)
    assert (near, *rest) == (1.0, 1.0, 1.0, 1.0)
    assert score_given(PLACED.toponyms[0], Place("Duluth", 34.0, -84.1, (), "GeoNames 4191124"))[0] == 0.0
    assert score_given(PLACED.toponyms[0], None) == (0.0, 1.0, 1.0, 0.0, 1.0)
    assert kilometres((90.0, 0.0), (-90.0, 0.0)) < FARTHEST


def test_found_places_need_the_span_and_the_point():
    told = [Told(16, 22, HERE), Told(39, 43, (10.0, 10.0)), Told(24, 33, (46.0, -94.0)), Told(0, 4, HERE)]
    assert score_found(PLACED, told) == (1.0, 3.0, 2.0)


def test_the_sheets_show_ours_and_the_peers():
    given = show_sheet(given_sheet("GeoVirus", [PLACED]), markdown=False)
    assert "nutgraf, unknown names at the nearest" in given
    assert "right GeoNames id" in given
    found = show_sheet(found_sheet("GeoWebNews", [PLACED]), markdown=True)
    assert "yahoo (stored)" in found


def test_without_the_pack_there_is_nothing(tmp_path, capsys):
    assert measure(tmp_path) == []
    assert "unpack" in capsys.readouterr().err


@pytest.fixture
def pack(tmp_path):
    corpora, brat, stored = tmp_path / "Corpora", tmp_path / "GeoWebNews", tmp_path / "Geocoding"
    for folder in (corpora, brat, stored / "files"):
        folder.mkdir(parents=True)
    (corpora / "GeoVirus.xml").write_text(
        "<articles><article><source>https://ostby.example/a</source><text>Nine ships left Duluth.</text><locations>"
        "<location><name>Duluth</name><start>17</start><end>23</end><lat>46.79</lat><lon>-92.1</lon></location>"
        "</locations></article></articles>"
    )
    tagged = (
        '<articles><article docid="7"><title>Ships</title><domain>chron.com</domain><url>http://chron.com/a</url>'
        "<text>Nine ships left Duluth for Ostby.</text><toponyms>"
        "<toponym><start>19</start><end>25</end><phrase>Duluth</phrase>"
        '<gaztag geonameid="5024719"><lat>46.79</lat><lon>-92.1</lon></gaztag></toponym>'
        "<toponym><start>27</start><end>32</end><phrase>Ostby</phrase></toponym></toponyms></article></articles>"
    )
    for name in ("lgl", "TR-News"):
        (corpora / f"{name}.xml").write_text(tagged)
    (brat / "3.txt").write_text("https://ostby.example\nShips\n\nNine ships left Duluth.\n")
    (brat / "3.ann").write_text("T1\tLiteral 45 51\tDuluth\n#1\tAnnotatorNotes T1\t5024719\n")
    (stored / "files/0").write_text("Nine ships left Duluth.")
    for name in ("full", *toponyms.PEERS):
        (stored / f"gwn_{name}.txt").write_text("Duluth,,Duluth,,46.79,,-92.1,,16,,22||No,,Ostby,,,,,,1,,2||\n")
    return tmp_path


@pytest.mark.parametrize("name", ["GeoVirus", "LGL", "TR-News", "GeoWebNews"])
def test_every_corpus_is_read_to_the_exact_span(pack, name):
    (placed,) = read_corpus(pack, name)
    (toponym,) = placed.toponyms
    assert placed.article.text[toponym.start : toponym.end] == "Duluth"
    assert toponym.point == (46.79, -92.1)
    assert toponym.number == (None if name == "GeoVirus" else 5024719)
    assert toponym.part == ("literal" if name == "GeoWebNews" else "")
    assert [placed.article.text[start:end] for start, end in placed.unplaced] == (
        ["Ostby"] if name in ("LGL", "TR-News") else []
    )
    assert len(placed.peers) == (3 if name == "GeoWebNews" else 0)


def test_the_outlet_of_a_domain_carries_the_article(pack):
    (placed,) = read_corpus(pack, "LGL")
    assert placed.article.carrier == "Chron"

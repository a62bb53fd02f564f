"""The commands, where packs or peers are missing, and our own reading on an invented page."""

from pathlib import Path

import pytest
from evals.extraction import __main__ as measure
from evals.extraction import ours, peers_run, peers_start, prove
from evals.extraction.cases import Case, Told
from evals.extraction.peers import PEERS, decode

from nutgraf.extract.page import extract_page
from nutgraf.records.article import Extraction
from nutgraf.records.page import Outcome, SetAside

PAGE = """<html lang="en"><head><title>Quay stays shut</title>
<meta property="article:published_time" content="2031-03-03T08:00:00+01:00"></head><body><article>
<h1>Northern quay stays shut until the crane is mended</h1><p>By Jon Ervald and Ilse Ny</p>{}</article></body></html>"""
PARAGRAPH = (
    "<p>The harbour board of Tolvik said on Monday that the northern quay would stay shut until the crane was mended, "
    "and that ships of the Korvell line would use the old basin meanwhile.</p>"
)


def quay(tmp_path: Path) -> Case:
    path = tmp_path / "quay.html"
    path.write_text(PAGE.format(PARAGRAPH * 4))
    return Case(id="quay", path=path)


@pytest.mark.parametrize("pool", [False, True])
def test_our_own_reading_goes_the_real_path(tmp_path, pool):
    told = ours.read_all([quay(tmp_path)], pool=pool)["quay"]
    assert told.title == "Northern quay stays shut until the crane is mended"
    assert told.authors == ("Jon Ervald", "Ilse Ny")
    assert told.day == "2031-03-03"
    assert told.body.count("Korvell") == 4
    assert told.failed is None


def test_a_page_with_several_texts_is_one_text_to_a_benchmark_unless_the_longest_is_asked_for():
    entry = "<article><h2>{0}</h2><time>10:{1}</time>{2}{2}</article>"
    entries = "".join(
        entry.format(name, 10 + at, PARAGRAPH.replace("The harbour", f"{name}. The harbour"))
        for at, name in enumerate(("One", "Two", "Six"))
    )
    page = ours.page_of("live", f"<html><body><main><h1>Quay live</h1>{entries}</main></body></html>".encode())
    answer = extract_page(page)
    assert isinstance(answer, Extraction)
    assert len(answer.articles) == 3
    assert [name in ours.adapt(answer).body for name in ("One.", "Two.", "Six.")] == [True] * 3
    assert sum(name in ours.adapt(answer, longest=True).body for name in ("One.", "Two.", "Six.")) == 1


def test_a_page_that_was_set_aside_tells_nothing_and_says_why():
    aside = SetAside("quay.html", "extract", Outcome.QUARANTINED, "reading it took too long")
    assert ours.adapt(aside) == Told(failed="reading it took too long")


def test_missing_packs_are_not_run_and_say_why(tmp_path, capsys):
    assert measure.main(["--cache", str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("not run: the pack") == 5


def test_the_proof_says_where_it_was_not_run(tmp_path, capsys):
    assert prove.main(["--cache", str(tmp_path)]) == 0
    assert "not run: the pack extraction-small" in capsys.readouterr().out


def test_missing_peers_are_not_run_and_say_how_to_get_them(tmp_path):
    missing = peers_start.run_peers(tmp_path / "python", "aeb", ["goose3"], tmp_path, again=False)
    assert missing is not None
    assert "requirements.txt says how" in missing


def test_the_peer_that_is_nutgrafs_own_library_is_run_and_kept(tmp_path):
    name = "trafilatura fast"
    assert peers_run.run_peer(PEERS[name], "aeb", [quay(tmp_path)], tmp_path, again=False).endswith("1 pages, 0 failed")
    assert peers_run.run_peer(PEERS[name], "aeb", [quay(tmp_path)], tmp_path, again=False).endswith("answers are kept")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("caf\u00e9".encode(), "caf\u00e9"),
        (b'<meta charset="iso-8859-2">\xb1', '<meta charset="iso-8859-2">\u0105'),
        (b"caf\xe9", "caf\u00e9"),
        (b'<meta charset="no-such">\xe9', '<meta charset="no-such">\u00e9'),
    ],
)
def test_pages_are_decoded_for_the_peers_that_take_text(content, text):
    assert decode(content) == text


def test_the_proof_fails_where_a_stored_output_does_not_give_the_published_row(tmp_path, capsys):
    folder = tmp_path / "extraction-small" / "aeb"
    (folder / "output").mkdir(parents=True)
    (folder / "ground-truth.json").write_text('{"a": {"articleBody": "The quay stays shut", "url": ""}}')
    (folder / "output" / "right.json").write_text(
        '{"version": "1", "output": {"a": {"articleBody": "The quay stays shut"}}}'
    )
    (folder / "README.rst").write_text(
        "    right  1.0   1.000 ± 0.006  1.000 ± 0.009  1.000 ± 0.006  1.000 ± 0.034\n"
        "    wrong  Nov 2031   0.500 ± 0.006  1.000 ± 0.009  1.000 ± 0.006  1.000 ± 0.034\n"
    )
    assert prove.main(["--cache", str(tmp_path)]) == 0
    (folder / "output" / "wrong.json").write_text('{"a": {"articleBody": "The quay stays shut"}}')
    assert prove.main(["--cache", str(tmp_path)]) == 1
    assert "1 of 2 stored outputs" in capsys.readouterr().out

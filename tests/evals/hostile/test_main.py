"""The whole way: documents read in a process of their own, judged, counted, held against the floors."""

import pytest
from evals.hostile.__main__ import find_above, main
from evals.hostile.cases import Case, in_page
from evals.hostile.corpora import CORPORA, read_cases
from evals.hostile.mutations import mutated
from evals.hostile.pack import CACHE, PACKED, NotHere, Pack
from evals.hostile.run import judge_cases
from evals.hostile.tables import Row, add, faults, total

FEW = 8


def test_what_is_told_of_documents():
    cases = [
        in_page("a page", "<p>The gate stays shut.</p>"),
        Case("nothing", ".html", b""),
        Case("a picture", ".html", b"\x89PNG\r\n\x1a\n"),
        Case("cut", ".html", b"<p>The gate stays shut.<script>" + b"var a; " * 90),
        Case("a feed", ".xml", b"<rss><channel><item><title>Gate</title></item></channel></rss>"),
    ]
    row = Row()
    verdicts = list(judge_cases(cases))
    for verdict in verdicts:
        add(row, verdict)
    assert [verdict.name for verdict in verdicts] == [case.name for case in cases]
    assert (row.documents, row.pages, row.aside, row.partial) == (5, 3, 2, 1)
    assert list(faults(verdicts)) == []
    assert find_above(row) == []


def test_a_figure_above_its_floor_is_told():
    (told,) = find_above(total([Row(documents=3), Row(documents=2, silent=1)]))
    assert told.startswith("silent: 1 of 5 documents")


def test_missing_corpora_are_not_run(tmp_path, capsys):
    assert main(["--cache", str(tmp_path), "--packed", str(tmp_path / "none.tar.xz")]) == 2
    assert capsys.readouterr().err.startswith("not run: the hostile corpora are neither in ")


def test_the_same_changes_each_time():
    cases = {"one": [in_page("a page", "<p>gate</p>")], "none": []}
    first, again = list(mutated(cases, 20)), list(mutated(cases, 20))
    assert first == again
    assert len({case.content for case in first}) > 10


def test_a_few_documents_of_every_corpus():
    try:
        pack = Pack(CACHE, PACKED)
    except NotHere as missing:
        pytest.skip(str(missing))
    cases = {}
    for name in CORPORA:
        small = [case for case in read_cases(pack, name) if len(case.content) < 30_000]
        cases[name] = small[:: max(1, len(small) // FEW)][:FEW]
    row = Row()
    verdicts = list(judge_cases([case for some in cases.values() for case in some] + list(mutated(cases, 24))))
    for verdict in verdicts:
        add(row, verdict)
    assert row.documents > 5 * FEW
    assert (list(faults(verdicts)), find_above(row)) == ([], [])

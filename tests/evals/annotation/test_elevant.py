"""News-Fair's files and ELEVANT's way of counting, on an invented article; and what of ours is a link."""

import json

import pytest
from evals.annotation.elevant import FOLDER, judge_links, read_news_fair, widen
from evals.annotation.links import _figures, _sheet, find_told, known_ids

from nutgraf.annotate.article import annotate_article

TEXT = "Intro. The UN team met Ada Low of Sund on 3 May. She left. After."
SPAN = (7, 58)


def label(number, words, entity, parent=None, children=(), **more):
    start = TEXT.index(words)
    made = {"id": number, "span": [start, start + len(words)], "entity_id": entity, "name": words, "type": "OTHER"}
    return made | ({"parent": parent} if parent is not None else {}) | {"children": list(children)} | more


LABELS = [
    label(0, "UN team", "Q77", children=[1]),
    label(1, "UN", "Q1065", parent=0),
    label(2, "Ada Low", "<NIL>"),
    label(3, "Sund", "Q55", optional=True),
    label(4, "3 May", "DATETIME", type="DATETIME"),
    label(5, "She", "Q9", coref=True),
]


@pytest.fixture
def cache(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    documents = [
        {"id": number, "title": "Made", "text": TEXT, "evaluation_span": SPAN, "labels": LABELS} for number in (1, 2)
    ]
    lines = [json.dumps(document) + "\n" for document in documents]
    (folder / "news-fair-v2.benchmark.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "news-fair-v2-test.benchmark.jsonl").write_text(lines[1], encoding="utf-8")
    bare = [json.dumps(document | {"labels": LABELS[:5]}) + "\n" for document in documents]
    (folder / "news-fair-v2-no-coref.benchmark.jsonl").write_text("".join(bare), encoding="utf-8")
    return tmp_path


@pytest.fixture
def text(cache):
    (text,) = read_news_fair(cache, "dev", coreference=True)
    return text


def place(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_parts_and_variants(cache):
    for part, name in (("dev", "1"), ("test", "2")):
        for coreference, labels in ((True, 6), (False, 5)):
            (text,) = read_news_fair(cache, part, coreference=coreference)
            assert (text.article.id, len(text.labels)) == (name, labels)


@pytest.mark.parametrize(
    ("told", "right", "missed", "wrong"),
    [
        ({}, [], [0, 5], []),
        ({"UN team": "Q77", "She": "Q9"}, [0, 5], [], []),
        ({"UN": "Q1065"}, [0], [5], []),  # what lies inside counts in its stead
        ({"UN": "Q2"}, [], [0, 5], ["UN"]),
        ({"UN team": "Q2"}, [], [0, 5], ["UN team"]),
        ({"UN team": "Q2", "UN": "Q1065"}, [0], [5], []),
        ({"Ada Low": "Q3"}, [], [0, 5], ["Ada Low"]),
        ({"Sund": "Q55"}, [], [0, 5], []),  # optional: neither right nor missed
        ({"Sund": "Q54"}, [], [0, 5], ["Sund"]),
        ({"team": "Q4"}, [], [0, 5], ["team"]),  # nothing is marked there
        ({"Intro": "Q5", "After": "Q6"}, [], [0, 5], []),  # outside what is judged
        ({"Lo": "Q7"}, [], [0, 5], ["Lo"]),
    ],
)
def test_what_is_right(text, told, right, missed, wrong):
    judged = judge_links(text, {place(words): link for words, link in told.items()})
    assert [label.id for label in judged.right] == right
    assert [label.id for label in judged.missed] == missed
    assert [TEXT[start:end] for start, end in judged.wrong] == wrong


def test_figures(text):
    told = {place("UN"): "Q1065", place("Ada Low"): "Q3", place("She"): "Q9", place("team"): "Q4"}
    figures = _figures([text], [told])
    assert [figures[name].value for name in ("P", "R", "F1", "none left alone")] == pytest.approx([0.5, 1, 2 / 3, 0])


@pytest.mark.parametrize(
    ("words", "part", "wide"),
    [
        ("Albert's home is Ulm.", (0, 6), (0, 8)),
        ('He wrote: "Gore is', (11, 15), (11, 15)),
        ("Sea-side", (0, 3), (0, 3)),
    ],
)
def test_a_span_is_widened_to_its_words(words, part, wide):
    assert widen(part, words) == wide


def test_ours_are_the_ids_of_mentions_that_have_one(text):
    annotation = annotate_article(text.article)
    assert find_told(annotation, False) == {place("UN"): "Q1065"}
    assert "Q1065" in known_ids()


def test_a_sheet_has_ceilings_and_only_dev_shows_what_was_missed(cache):
    dev, test = _sheet(cache, "dev", True), _sheet(cache, "test", True)
    assert [line.ours for line in dev.lines] == [True, False, False]
    assert dev.lines[0].figures["R"].value == pytest.approx(0.5)
    assert dev.lines[1].figures["R"] == pytest.approx(0.5)  # of the gold the table holds the UN alone
    assert [line.system for line in test.lines][3:] == [
        "ReFinED (published)", "REL (published)", "most popular (published floor)",
    ]  # fmt: skip
    assert test.misses == ()


def test_a_missing_pack_says_what_to_unpack(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"unpack annotation-measure\.tar\.xz"):
        read_news_fair(tmp_path, "dev", coreference=True)

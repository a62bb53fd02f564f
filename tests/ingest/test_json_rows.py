import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.ingest.fields import USUAL
from nutgraf.ingest.json_rows import read_json_rows
from nutgraf.ingest.steps import Place, Told
from nutgraf.ingest.tally import Tally
from nutgraf.records.page import Page, Ready

PLACE = Place("/data/a.json", "a.json", "file:///data/a.json")


def row(number):
    return {"url": f"https://g.example/{number}", "title": f"Ferry {number}", "text": f"Ferry {number} stopped. " * 9}


ROWS = [row(number) for number in range(1, 6)]


class Slow(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def __init__(self, data, step):
        super().__init__(data)
        self.step = step

    def read(self, size=-1, /):
        return super().read(min(size, self.step))


def walk(data, start=(), passing=False, step=1_000_000):
    """Return (address, place) of the pages, what was told, what was counted."""
    tally, pages, told = Tally(), [], []
    for each in read_json_rows(Slow(data, step), PLACE, USUAL, start, passing):
        for count in each.counts:
            tally.add(count)
        if isinstance(each.made, Told):
            told.append(each.made.reason)
        elif each.made is not None:
            pages.append((each.made.address, each.made.container.removeprefix("a.json, ")))
    return pages, told, [words for _, words in tally.lines()]


FORMS = [
    ("\n".join(json.dumps(each) for each in ROWS), "line"),
    ("\n".join(json.dumps(each) for each in ROWS) + "\n", "line"),
    ("\r\n".join(json.dumps(each, ensure_ascii=False) for each in ROWS), "line"),
    (json.dumps(ROWS), "item"),
    (json.dumps(ROWS, indent=2), "item"),
    (json.dumps({"status": "ok", "articles": ROWS}), "line 1, item"),
    (json.dumps({"status": "ok", "articles": ROWS}, indent=2), "item 1, item"),
    (json.dumps({"data": {"list": ROWS}, "tags": [{"a": 1}]}), "line 1, item"),
]


@pytest.mark.parametrize(("text", "word"), FORMS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("step", [7, 1_000_000])
def test_every_form(text, word, codec, step):
    pages, told, counted = walk(text.encode(codec), step=step)
    assert pages == [(each["url"], f"{word} {number}") for number, each in enumerate(ROWS, 1)]
    assert (told, counted) == ([], [])


@pytest.mark.parametrize(("text", "word"), FORMS[:5])
def test_reading_goes_on_from_any_place(text, word):
    for begin in range(5):
        assert [place for _, place in walk(text.encode(), (begin,))[0]] == [f"{word} {n}" for n in range(begin + 1, 6)]
        assert len(walk(text.encode(), (begin,), passing=True)[0]) == 4 - begin


def test_one_article_alone():
    for indent in (None, 2):
        assert [address for address, _ in walk(json.dumps(row(1), indent=indent).encode())[0]] == [
            "https://g.example/1"
        ]


def test_lines_that_are_none_are_counted_and_passed_over():
    lines = [
        json.dumps(row(1)),
        "",
        "{broken",
        json.dumps({"id": 3}),
        json.dumps([1]),
        '{"text": "x',
        json.dumps(row(2)),
    ]
    pages, told, counted = walk("\n".join(lines).encode())
    assert ([place for _, place in pages], told) == (["line 1", "line 7"], [])
    assert counted == [
        "1 row with neither text nor HTML (first: line 4; its fields: id)",
        "3 rows that cannot be read: 2 no JSON, 1 no object with fields (first: line 3)",
    ]


def test_what_strict_readers_refuse_is_read():
    lines = [b'{"text": "NaN is", "score": NaN}', b'{"text": "half a pair \\ud83d"}', b'{"text": "a\ttab"}']
    assert len(walk(b"\n".join(lines))[0]) == 3


def test_bytes_that_are_no_text_are_told():
    pages, told, _ = walk(b'{"text": "Sj\xf8fart"}\n{"text": "Sj\xc3\xb8fart"}')
    assert (len(pages), told) == (2, ["some of its bytes are no UTF-8; a mark stands for each of them"])


def test_a_line_over_the_cap_is_passed_over():
    data = json.dumps({"text": "x" * 17_000_000}).encode() + b"\n" + json.dumps(row(1)).encode()
    pages, _, counted = walk(data)
    assert ([place for _, place in pages], counted) == (["line 2"], ["1 row longer than the cap (first: line 1)"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (json.dumps(ROWS)[:-1], "its JSON is cut short after item 5"),
        (json.dumps(ROWS)[:-9], "its JSON cannot be read from item 5 on; the 4 before it stand"),
        (json.dumps(ROWS[:2])[:-1] + ", oops, {}]", "its JSON cannot be read from item 3 on; the 2 before it stand"),
        ("[" * 100_000, "its JSON cannot be read from item 1 on; the 0 before it stand"),
        (" [ ]\n ", "its list is empty"),
        (json.dumps(ROWS) + " " * 70_000 + "{}", "what follows the end of its list was not read"),
        ('{"a":\n' * 100_000, "its JSON cannot be read"),
        ('{"a":\n' + '"' + "x" * 17_000_000 + '"}', "longer than the cap of 16000000 bytes; write one article a line"),
    ],
)
def test_broken_documents_are_told(text, told):
    assert told in walk(text.encode())[1][0]


def test_an_array_larger_than_its_window_streams():
    data = json.dumps([row(number) for number in range(5_000)]).encode()
    assert len(walk(data)[0]) == 5_000


@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=90), max_size=3)), st.integers(1, 60), st.booleans()
)
def test_any_items_come_back_in_any_steps(rows, step, lines):
    rows = [{**each, "text": f"Ferry {number} stopped"} for number, each in enumerate(rows)]
    text = "\n".join(map(json.dumps, rows)) if lines else json.dumps(rows)
    pages = [
        msgspec.json.decode(each.made.content, type=Ready)
        for each in read_json_rows(Slow(text.encode(), step), PLACE, USUAL)
        if isinstance(each.made, Page)
    ]
    assert [page.body for page in pages] == [each["text"] for each in rows]


def test_a_file_of_many_rows(ingest):
    lines = "\n".join(json.dumps(each) for each in ROWS)
    pages, aside = ingest("a.jsonl", lines.encode())
    assert [page.address for page in pages] == [each["url"] for each in ROWS]
    assert pages[0].container == "a.jsonl, line 1"
    assert aside == []


def test_json_without_articles_is_told_in_one_line(ingest):
    pages, aside = ingest("package.json", json.dumps({"name": "ferry", "version": "1"}, indent=1).encode())
    assert (pages, len(aside)) == ([], 1)
    assert "its fields: name, version" in aside[0][1]

import msgspec
import pytest

from nutgraf.ingest.fields import USUAL, Fields
from nutgraf.ingest.rows import row_step
from nutgraf.ingest.steps import Place
from nutgraf.ingest.tally import Sort
from nutgraf.records.page import Media, Page, Ready

PLACE = Place("/data/a.jsonl", "a.jsonl", "file:///data/a.jsonl")
TEXT = "The ferry to Lonholm stopped on Saturday."


def step(row, fields=USUAL):
    return row_step((3,), row, ("line", 3), PLACE, fields)


def ready(row, fields=USUAL):
    page = step(row, fields).made
    assert page.media is Media.RECORD
    return msgspec.json.decode(page.content, type=Ready)


ROWS = [
    # what services and data sets call things
    (
        {"url": "https://g.example/1", "title": "Ferry stops", "text": TEXT, "authors": ["Mara Vint", "Jon Ohl"],
         "publish_date": "2031-05-03", "source_domain": "g.example"},
        Ready(TEXT, address="https://g.example/1", title="Ferry stops", byline="Mara Vint, Jon Ohl",
              published="2031-05-03", outlet="g.example"),
    ),
    (
        {"source": {"id": "g", "name": "Sund Gazette"}, "author": None, "content": TEXT,
         "publishedAt": "2031-05-03T06:30Z", "url": "https://g.example/1", "description": "A ferry."},
        Ready(TEXT, address="https://g.example/1", published="2031-05-03T06:30Z", outlet="Sund Gazette",
              more=(("description", "A ferry."), ("source.id", "g"))),
    ),
    (
        {"link": "https://g.example/1", "title": {"rendered": "Ferry stops"}, "content": {"rendered": f"<p>{TEXT}</p>"},
         "id": 41, "date": "2031-05-03T06:30:00"},
        Ready(f"<p>{TEXT}</p>", html=True, address="https://g.example/1", title="Ferry stops",
              published="2031-05-03T06:30:00", more=(("id", "41"),)),
    ),
    (
        {"@type": "NewsArticle", "headline": "Ferry stops", "articleBody": TEXT, "author": [{"name": "Mara Vint"}],
         "datePublished": 1_935_556_200, "dateModified": 1_935_559_800_000, "inLanguage": "en",
         "articleSection": "Coast"},
        Ready(TEXT, title="Ferry stops", byline="Mara Vint", published="2031-05-03T06:30:00+00:00",
              modified="2031-05-03T07:30:00+00:00", section="Coast", language="en", more=(("@type", "NewsArticle"),)),
    ),
    (
        {"id": "https://g.example/1", "content_html": f"<p>{TEXT}", "tags": ["sea", "ports"], "read": True},
        Ready(f"<p>{TEXT}", html=True, address="https://g.example/1",
              more=(("read", "True"), ("tags", '["sea","ports"]'))),
    ),
    (
        {"text": TEXT, "source": "https://g.example/1", "hostname": "g.example", "date": 20310503},
        Ready(TEXT, address="https://g.example/1", published="20310503", outlet="g.example"),
    ),
    ({"body": f"One.<br/>{TEXT}"}, Ready(f"One.<br/>{TEXT}", html=True)),
    ({"body": "A < B and B > C"}, Ready("A < B and B > C")),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_usual_names(row, expected):
    assert ready(row) == expected


def test_the_record_is_canonical_json_of_all_fields():
    page = step({"text": TEXT, "b": 1, "a": 2}).made
    assert page.content == msgspec.json.encode(Ready(TEXT, more=(("a", "2"), ("b", "1"))), order="sorted")
    assert page.content == step({"a": 2, "b": 1, "text": TEXT}).made.content
    assert (page.charset, page.container) == ("utf-8", "a.jsonl, line 3")


def test_a_row_with_an_address_has_it_and_one_without_has_its_place():
    assert step({"text": TEXT, "url": "https://g.example/1"}).made.address == "https://g.example/1"
    assert step({"text": TEXT, "url": "not an address"}).made.address == "file:///data/a.jsonl#line=3"


def test_a_whole_page_is_a_page():
    page = step({"url": "https://g.example/1", "html": "<!doctype html><p>Sjøfart</p>", "title": "Ferry"}).made
    assert (page.media, page.charset) == (Media.HTML, "utf-8")
    assert page.content == "<!doctype html><p>Sjøfart</p>".encode()


def test_bytes_of_a_page_are_left_as_they_are():
    page = step({"html": "<html><p>Sjøfart</p>".encode("latin-1")}).made
    assert (page.content, page.charset) == ("<html><p>Sjøfart</p>".encode("latin-1"), None)


OTHER = Fields(text=("deep.er.story", "story"), title=("kop",), byline=())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"deep": {"er": {"story": TEXT}}, "kop": "A", "title": "B"}, Ready(TEXT, title="A", more=(("title", "B"),))),
        ({"deep.er.story": TEXT, "author": "x"}, Ready(TEXT, more=(("author", "x"),))),
        ({"story": TEXT, "deep": 3}, Ready(TEXT, more=(("deep", "3"),))),
    ],
)  # fmt: skip
def test_names_of_ones_own(row, expected):
    assert ready(row, OTHER) == expected


@pytest.mark.parametrize("row", [{"title": "Ferry"}, {"text": "  "}, {}, {"html": None, "text": None}])
def test_a_row_without_text_is_counted_and_names_its_fields(row):
    (count,) = step(row).counts
    assert (step(row).made, count.sort) == (None, Sort.BARE)
    assert count.first == f"line 3; its fields: {', '.join(sorted(row)) or 'none'}"


@pytest.mark.parametrize("row", ["text", 3, None, ["text"], {1: "text"}])
def test_what_is_no_row_is_counted(row):
    assert step(row).counts[0].sort is Sort.UNREADABLE


def test_nesting_without_end_is_counted():
    row = {"text": TEXT}
    for _ in range(3_000):
        row = {"text": row}
    assert step(row).counts[0].sort is Sort.UNREADABLE


def test_a_row_over_the_cap_loses_first_what_has_no_name():
    row = {"text": TEXT, "vectors": "x" * 5_000_000}
    (count,) = step(row).counts
    assert (count.sort, ready(row)) == (Sort.CAPPED, Ready(TEXT))
    page = step({"text": "Sjø " * 3_000_000}).made
    assert isinstance(page, Page)
    assert 4_000_000 < len(page.content) <= 5_000_000


def test_half_a_character_pair_becomes_a_mark():
    assert ready({"text": "The ferry \ud83d stopped", "note": "\udc00"}) == Ready(
        "The ferry � stopped", more=(("note", "�"),)
    )

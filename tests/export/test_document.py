"""The export: its shape, its spans, its bytes."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import msgspec
import pytest

from nutgraf.export.articles import export_article
from nutgraf.export.document import Document, document_schema, read_document, write_json, write_jsonl
from nutgraf.export.links import LinkOut
from nutgraf.export.stories import export_story
from nutgraf.export.verify import verify_export

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "export.schema.json"


@pytest.fixture
def document(dossier):
    calendar = dossier.comparison.calendar
    articles = tuple(export_article(a.article, a.annotation, dossier.copies, calendar) for a in dossier.accounts)
    return Document(articles, (export_story(dossier),))


def test_an_export_fits_the_schema_in_the_docs(document):
    content = b"".join(write_json(document.articles, document.stories))
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_bytes()))
    jsonschema.validate(json.loads(content), json.loads(SCHEMA.read_bytes()))


def test_the_schema_in_the_docs_is_the_one_of_this_release():
    assert SCHEMA.read_bytes() == document_schema(), "write it again with: make schema"


def test_an_empty_archive_is_a_sound_document():
    content = b"".join(write_json((), (), ()))
    assert json.loads(content) == {"articles": [], "stories": [], "links": []}
    assert content.endswith(b"\n")


def test_the_document_reads_back_as_it_was(document):
    link = LinkOut("p1", "feeds.opml", "https://harbour.example/feed.xml", "Harbour News", "feed", None)
    listed = replace(document, links=(link,))
    content = b"".join(write_json(listed.articles, listed.stories, listed.links))
    assert read_document(content) == listed
    assert content == b"".join(write_json(listed.articles, listed.stories, listed.links))


def test_json_lines_hold_one_record_each(document):
    link = LinkOut("p1", "feeds.opml", "https://harbour.example/feed.xml", None, "feed", "2031-05-09")
    lines = b"".join(write_jsonl(document.articles, document.stories, (link,))).splitlines()
    assert [list(json.loads(line)) for line in lines] == [["article"], ["article"], ["story"], ["link"]]


def test_every_span_holds_its_words(document):
    assert verify_export(document) == ()
    assert verify_export(json.loads(b"".join(write_json(document.articles, document.stories)))) == ()


def test_dates_come_from_the_story_where_the_page_tells_none(document):
    assert document.articles[0].times[0].value == "2031-05-09"
    assert document.articles[1].published.value == "2031-05-10"


def plain(document):
    return json.loads(msgspec.json.encode(document))


def shifted(value):
    """Yield the document once for each span in it, with that span moved by one."""
    if isinstance(value, dict):
        if {"start", "end"} <= set(value) and "page_start" not in value and "role" not in value:
            yield value
        for inner in value.values():
            yield from shifted(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from shifted(inner)


def test_a_span_moved_by_one_is_told(document):
    whole = plain(document)
    unheld = 0
    for span in list(shifted(whole)):
        span["start"] += 1
        unheld += not verify_export(whole)
        span["start"] -= 1
    # places shown without words of their own: speakers, attributed content, second evidence, coverage
    assert unheld == len([1 for a in whole["articles"] for _ in a["attributions"] + a["quotes"]]) + 5


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["articles"][0]["figures"][0].update(words="41"), "figure"),
        (lambda d: d["articles"][0]["mentions"][0].update(entity="person:nobody"), "not listed"),
        (lambda d: d["stories"][0]["points"][0].update(words="x"), "point p1"),
        (lambda d: d["stories"][0]["findings"][0]["statements"].append("s9"), "in no point"),
        (lambda d: d["stories"][0]["articles"][0].update(id="gone"), "not in the export"),
        (lambda d: d["stories"][0]["points"][0]["span"].update(end=9999), "outside"),
    ],
)
def test_what_is_wrong_is_told(document, change, told):
    whole = plain(document)
    change(whole)
    assert any(told in wrong for wrong in verify_export(whole))

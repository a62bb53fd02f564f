import msgspec
import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.decode import decode_page
from nutgraf.records.article import Field
from nutgraf.records.page import Ready

TEXT = (
    "The ferry to Lonholm stopped on Saturday after at least 12 passengers fell ill, the port said.\n\n"
    "“We do not know what made them ill,” port director Mara Vint said. “We will not sail before we know.”"
)


def record(page_of, *fields, **more):
    return page_of(msgspec.json.encode(Ready(*fields, **more)), "record", container="news.jsonl, line 3")


def test_every_field_is_told_by_its_name(page_of, extract):
    page = record(
        page_of, TEXT, address="https://courier.example/ferry", title='Ferry "Mary" stops', byline="Ann Bell",
        published="2031-05-03T18:00:00Z", modified="2031-05-04", outlet="Coast Courier", section="Local", language="en",
    )  # fmt: skip
    (article,) = extract(page).articles
    assert article.text == TEXT
    assert (article.title, article.byline, article.carrier, article.section) == (
        'Ferry "Mary" stops', "Ann Bell", "Coast Courier", "Local",
    )  # fmt: skip
    assert (article.published.value, article.modified.value) == ("2031-05-03T18:00+00:00", "2031-05-04")
    assert article.address == "https://courier.example/ferry"
    title = next(found for found in article.found if found.field is Field.TITLE)
    assert title.how == "field “title” of the record"
    assert decode_page(page).text[title.start : title.end] == 'Ferry \\"Mary\\" stops'


def test_html_is_read_as_html(page_of, extract):
    body = "<h2>At sea</h2>" + "".join(f"<p>{words}</p>" for words in TEXT.split("\n\n")) + "<script>x()</script>"
    (article,) = extract(record(page_of, body, html=True, title="Ferry <stops> & waits")).articles
    assert article.title == "Ferry <stops> & waits"
    assert article.text == "At sea\n\n" + TEXT
    assert article.blocks[0].role.value == "subheading"


def test_all_of_a_ready_text_is_its_text(page_of, extract):
    text = f"{TEXT}\n\nRelated Articles\n\nShare this line, please, with all of your readers today\n\nShort."
    (article,) = extract(record(page_of, text)).articles
    assert article.text.startswith(TEXT)
    assert article.text.endswith("Short.")


def test_the_same_address_keeps_its_id(page_of, extract):
    one, two = (record(page_of, text, address="https://courier.example/ferry") for text in (TEXT, TEXT + " More."))
    (first,), (second,) = extract(one).articles, extract(two).articles
    assert first.id == second.id
    assert first.version != second.version


def test_what_is_not_read_is_noted(page_of, extract):
    extraction = extract(record(page_of, TEXT, published="yesterday", more=(("wordcount", "34"), ("crawl", "7"))))
    assert "further fields stand in the record and are not read: wordcount, crawl" in extraction.notes
    assert extraction.articles[0].published.how.startswith(
        "“yesterday” (field “published” of the record) was not taken"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"body": ""}', "holds no text"),
        ('{"title": "x"}', "holds no text"),
        ('{"body": "cut', "cut or damaged"),
        ("[]", "no text"),
    ],
)
def test_a_record_without_a_text_is_refused(page_of, extract, content, reason):
    with pytest.raises(DocumentRefused, match=reason):
        extract(page_of(content, "record"))

import pytest

from nutgraf.extract.fields import Evidence, choose_fields
from nutgraf.extract.metadata import Metadata
from nutgraf.extract.ties import whole
from nutgraf.extract.unwrapped import Fact, Holds, Sheet
from nutgraf.records.article import Field, Sure
from nutgraf.records.page import Media

TOLD = (
    Fact(Field.TITLE, "Told", "Subject"),
    Fact(Field.BYLINE, "Ann Bell", "dc:creator"),
    Fact(Field.BYLINE, "Jon Berg", "dc:creator"),
    Fact(Field.BYLINE, "Desk", "author"),
    Fact(Field.PUBLISHED, "2025-05-14", "Date", Sure.LIKELY),
    Fact(Field.PUBLISHED, "2031-01-01", "saved", why_not="when the page was saved"),
    Fact(Field.CARRIER, "Letter", "From"),
)
PRINTED = (
    Fact(Field.TITLE, "Printed", "the heading"),
    Fact(Field.PUBLISHED, "2025-05-13", "printed"),
    Fact(Field.PUBLISHED, "--05-12", "printed without a year", Sure.LIKELY),
)
HEAD = Metadata(
    told=(
        Fact(Field.TITLE, "Head", "the first heading"),
        Fact(Field.BYLINE, "Head Author", "JSON-LD"),
        Fact(Field.PUBLISHED, "2025-05-12", "meta"),
        Fact(Field.LANGUAGE, "en-GB", "lang"),
    )
)
DOUBTED = Metadata(told=(Fact(Field.PUBLISHED, "2025-05-11", "the last change", Sure.UNSURE),))


def evidence(holds=Holds.PAGE, own_head=True, printed=PRINTED, metadata=HEAD, **more):
    sheet = Sheet(whole("words"), Media.HTML, holds, TOLD, own_head=own_head)
    return Evidence(sheet, printed, metadata, "Site", **more)


@pytest.mark.parametrize(
    ("given", "title", "byline", "published", "carrier"),
    [
        (evidence(), "Head", "Head Author", "2025-05-12", "Site"),
        (evidence(metadata=DOUBTED), "Printed", "Ann Bell, Jon Berg", "2025-05-13", "Site"),
        (evidence(metadata=DOUBTED, printed=()), "Told", "Ann Bell, Jon Berg", "2025-05-14", "Site"),
        (evidence(metadata=Metadata()), "Printed", "Ann Bell, Jon Berg", "2025-05-13", "Site"),
        (evidence(metadata=Metadata(), printed=PRINTED[2:]), "Told", "Ann Bell, Jon Berg", "2025-05-14", "Site"),
        (evidence(own_head=False), "Printed", "Ann Bell, Jon Berg", "2025-05-13", "Letter"),
        (evidence(own_head=False, printed=()), "Told", "Ann Bell, Jon Berg", "2025-05-14", "Letter"),
        (evidence(Holds.READY), "Told", "Ann Bell, Jon Berg", "2025-05-14", "Letter"),
        (evidence(single=False, metadata=Metadata(), printed=()), None, None, "2025-05-14", "Site"),
        (evidence(teaser=True, metadata=Metadata(), printed=()), None, None, None, "Site"),
    ],
)
def test_the_most_trusted_place_is_chosen(given, title, byline, published, carrier):
    fields = choose_fields(given)
    assert [fields.value(field) for field in (Field.TITLE, Field.BYLINE, Field.PUBLISHED, Field.CARRIER)] == [
        title, byline, published, carrier,
    ]  # fmt: skip


def test_every_value_is_kept_and_one_of_each_field_is_chosen():
    found = choose_fields(evidence()).found
    for field in (Field.TITLE, Field.BYLINE, Field.PUBLISHED):
        assert sum(one.chosen for one in found if one.field is field) == 1
    assert {one.value for one in found if one.field is Field.TITLE} == {"Printed", "Head", "Told"}
    assert next(one.why_not for one in found if one.value == "2031-01-01") == "when the page was saved"


def test_a_date_that_was_refused_is_told():
    sheet = Sheet(whole("words"), Media.HTML, told=TOLD[5:6])
    fields = choose_fields(Evidence(sheet, ()))
    assert fields.published(Field.PUBLISHED) is None
    assert fields.undated().how == "“2031-01-01” (saved) was not taken: when the page was saved"


@pytest.mark.parametrize(
    ("language", "chosen", "why_not"),
    [("en", "en-GB", None), ("da", "da", "the words are not in it but in “da”"), ("und", "en-GB", None)],
)
def test_the_language_of_the_words_goes_before_the_declared_one(language, chosen, why_not):
    fields = choose_fields(evidence()).in_language(language)
    assert [one.value for one in fields.found if one.field is Field.LANGUAGE and one.chosen] == [chosen]
    assert next(one.why_not for one in fields.found if one.value == "en-GB") == why_not

"""Title, authors and day against gold."""

import pytest
from evals.extraction.cases import Case, Told, read_day, split_names
from evals.extraction.fields import field_row

GOLD = Case(
    id="quay", path=None, title="Quay stays shut: “crane first”", authors=("Jon Ervald", "Ilse Ny"), day="2031-03-03"
)


@pytest.mark.parametrize(
    ("field", "told", "right"),
    [
        ("title", Told(title='QUAY stays shut - "Crane first"'), 1),
        ("title", Told(title="Quay stays shut"), 0),
        ("title", Told(), 0),
        ("author exact", Told(authors=("ilse ny", "Jon  Ervald")), 1),
        ("author exact", Told(authors=("Jon Ervald",)), 0),
        ("author F1", Told(authors=("Jon Ervald",)), 2 / 3),
        ("author F1", Told(authors=("Jon Ervald", "Ilse Ny", "Staff", "Desk")), 2 * 2 / 6),
        ("author F1", Told(), 0),
        ("day", Told(day="2031-03-03"), 1),
        ("day", Told(day="2031-03-04"), 0),
        ("day", Told(), 0),
    ],
)
def test_a_field_is_right_folded_and_missing_is_wrong(field, told, right):
    assert field_row(field, GOLD, told) == (pytest.approx(right), 1)


@pytest.mark.parametrize("field", ["title", "author exact", "author F1", "day"])
def test_a_page_without_a_gold_value_is_not_asked(field):
    told = Told(title="Quay", authors=("Jon Ervald",), day="2031-03-03")
    assert field_row(field, Case(id="quay", path=None), told) == (0, 0)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03 23:10:00+02:00", "2031-03-03"),
        ("2031-03-03T23:10:00Z/2031-03-04T00:00:00Z", "2031-03-03"),
        ("2031-3-3", "2031-03-03"),
        ("2031-03.03", "2031-03-03"),
        ("2031-03", None),
        ("2031", None),
        ("NaT", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_as_they_are_written(written, day):
    assert read_day(written) == day


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Jon Ervald", ("Jon Ervald",)),
        ("Jon Ervald, Ilse Ny and Ada Sandholm", ("Jon Ervald", "Ilse Ny", "Ada Sandholm")),
        ("Jon Ervald; Ilse Ny | Ada Sandholm", ("Jon Ervald", "Ilse Ny", "Ada Sandholm")),
        ("Jon Ervald und Ilse Ny & Ada Sandholm", ("Jon Ervald", "Ilse Ny", "Ada Sandholm")),
        ("Andrea Undset", ("Andrea Undset",)),
        (" ", ()),
    ],
)
def test_names_are_split(written, names):
    assert split_names(written) == names

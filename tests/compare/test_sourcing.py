"""Sourcing: whom an account relies on."""

import pytest

from nutgraf.compare.sourcing import share_sourcing, sum_sourcing
from nutgraf.records.annotation import Attribution, AttributionKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import Statement


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("The bridge fell. It rained.", "Sund Gazette names no source: everything is in its own voice."),
        ("Ilse Brandt said the bridge fell.", "Sund Gazette names Ilse Brandt."),
        (
            "A senior official said the bridge fell.",
            "Sund Gazette names no source; it leans on unnamed “A senior official”.",
        ),
        ("The bridge fell, according to Reuters.", "Sund Gazette cites Reuters."),
    ],
)
def test_remark(text, remark, make_account):
    assert sum_sourcing(make_account(text), "Sund Gazette").remark == remark


def test_every_use_of_a_source_is_a_place_in_the_text(make_account):
    account = make_account("Ilse Brandt said the bridge fell. It rained. “It was old,” Brandt said.")
    sourcing = sum_sourcing(account, "Sund Gazette")
    assert sum(number for _, number in sourcing.counts) == len(account.annotation.attributions)
    assert all("said" in account.article.words(span) for use in sourcing.sources for span in use.spans)


@pytest.mark.parametrize(
    ("kinds", "remark"),
    [
        ("", "No statement was found in its text."),
        ("own own", "All of its statements rest on the outlet's own word."),
        ("named own own own", "25% of its statements rest on named sources and 75% on the outlet's own word."),
        (
            "anonymous document own own",
            "25% of its statements rest on unnamed sources, 25% on documents and 50% on the outlet's own word.",
        ),
    ],
)
def test_shares_of_statements_by_what_they_rest_on(kinds, remark):
    rests = [Attribution(0, 1, AttributionKind(kind), "x", None, None, 0, 1) for kind in kinds.split()]
    found = share_sourcing(
        [Statement("s", "a", "Sund Gazette", Span("a", "v", 0, 1), "x", one, "did") for one in rests]
    )
    assert found.remark == remark
    assert sum(one.statements for one in found.rests) == len(rests)
    assert [one.kind for one in found.rests] == [kind.value for kind in AttributionKind]
    assert sum(one.share for one in found.rests) == pytest.approx(1 if rests else 0)

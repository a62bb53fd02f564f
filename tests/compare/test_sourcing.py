"""Sourcing: whom an account relies on."""

import pytest

from nutgraf.compare.sourcing import sum_sourcing


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

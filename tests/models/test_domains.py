"""Domains: their plain form, and where names are given out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.domains import bare_domain, is_suffix


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("WWW.PortVell.Example.", "portvell.example"),
        (" news.portvell.example ", "news.portvell.example"),
        ("m\u00fcnster-bote.example", "xn--mnster-bote-thb.example"),
        ("www.example", ""),
        ("portvell", ""),
        ("port vell.example", ""),
        ("127.0.0.1", ""),
        ("-.example", ""),
        ("", ""),
    ],
)
def test_bare_domain(words, expected):
    assert bare_domain(words) == expected


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("uk", True),
        ("co.uk", True),
        ("com.au", True),
        ("or.jp", True),
        ("web.za", True),
        ("blogspot.com", True),
        ("example.co.uk", False),
        ("vell.blogspot.com", False),
        ("bbc.uk", False),
        ("co.example", False),
        ("net.hr", False),
        ("tv.de", False),
    ],
)
def test_is_suffix(domain, expected):
    assert is_suffix(domain) is expected


@given(st.text())
def test_any_words_have_a_plain_form(words):
    bare = bare_domain(words)
    assert bare_domain(bare) == bare
    assert isinstance(is_suffix(bare), bool)

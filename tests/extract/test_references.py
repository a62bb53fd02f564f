import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.references import unescape


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Quay &amp; mole, caf&#233;, &#xe9;", "Quay & mole, café, é"),
        ("&#" + "0" * 9_000 + "65;", "A"),
        ("&#" + "0" * 9_000 + ";", "\ufffd"),
        ("a&#" + "1" * 50_000 + ";b", "a\ufffdb"),
        ("a&#" + "9" * 5_000 + " b", "a\ufffd b"),
        ("a&#x" + "f" * 50_000 + ";b", "a\ufffdb"),
    ],
)
def test_references_of_any_length(written, shown):
    assert unescape(written) == shown


@given(st.text("&#x0165;a <amp", max_size=40))
def test_all_others_are_read_as_python_reads_them(words):
    assert unescape(words) == html.unescape(words)

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.html_features import WIDTH, block_features
from nutgraf.extract.html_lines import read_document
from nutgraf.extract.limits import DEFAULT

PAGE = "<div class='{}'><h1>Vote put off</h1><p>{} met, and {} voted.</p><ul><li><a href=x>More</a></ul></div>"


def features(page):
    return block_features(read_document(page, DEFAULT))


def test_words_do_not_matter_their_form_does():
    one = features(PAGE.format("post", "The council", "nobody"))
    assert np.array_equal(one, features(PAGE.format("post", "Sea captains"[:11], "anybod")))
    assert not np.array_equal(one, features(PAGE.format("post", "THE COUNCIL", "nobody")))
    assert not np.array_equal(one, features(PAGE.format("newsletter", "The council", "nobody")))


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class=ad>",
                "</div>",
                "<li>",
                "word. ",
                "Ünï, ",
                "&amp; ",
                "<td>",
                "<a href=x>",
                "</a>",
            ]
        )
    )
)
def test_every_line_has_a_row(pieces):
    document = read_document("".join(pieces), DEFAULT)
    rows = block_features(document)
    assert rows.shape == (len(document.lines), WIDTH)
    assert rows.dtype == np.uint8

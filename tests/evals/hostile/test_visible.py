"""What a browser shows of a page, by a parser of its own."""

import pytest
from evals.hostile.visible import shown_text

SHOWN = [
    ("<p>Gate <b>shut</b></p><!-- no -->", ["Gate", "shut"]),
    ("<head><title>no</title></head><p>Gate</p><script>no</script><style>no</style><noscript>no</noscript>", ["Gate"]),
    ("<p hidden>no</p><p style='color: red; display : none'>no</p>Gate", ["Gate"]),
    ("<p style='visibility:hidden'><b>no</b></p>Gate", ["Gate"]),
    ("<svg><title>no</title><g>no</g><text>Gate</text></svg><svg><p>quay", ["Gate", "quay"]),
    ("<math><mi>x</mi><annotation>no</annotation></math>", ["x"]),
    ("<select><option>North</option></select><textarea><b></textarea>", ["North", "<b>"]),
    ("<select><button><selectedcontent></selectedcontent></button><option>North</option></select>", ["North"]),
    ("<dialog>no</dialog><dialog open>Gate</dialog><iframe>no</iframe><video>no</video>", ["Gate"]),
    ("<!--><p>Gate<!-- no --!>shut", ["Gate", "shut"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "shown"), SHOWN)
def test_the_text_that_is_shown(page, shown):
    assert [words for piece in shown_text(page) if (words := piece.strip())] == shown

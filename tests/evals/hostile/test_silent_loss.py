"""Whatever a page is made of, what a browser shows of it is kept, or its loss is told."""

import pytest
from evals.hostile.cases import in_page
from evals.hostile.judge import LEAST_KEPT, marks_of
from evals.hostile.oracle import count
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.extract.page import extract_page
from nutgraf.ingest.making import make_page
from nutgraf.records.page import Media

NAMES = """
a b p div span h1 h2 ul li table tr td th select option textarea title style script noscript template svg math text
foreignObject iframe object video xmp plaintext form button label details summary dialog article aside nav footer br
hr img input center font body html head frameset selectedcontent
""".split()
PIECES = st.one_of(
    st.sampled_from(NAMES).map(lambda name: f"<{name}>"),
    st.sampled_from(NAMES).map(lambda name: f"</{name}>"),
    st.sampled_from(NAMES).map(lambda name: f"<{name} class='related' hidden=x title=\"a>b\">"),
    st.sampled_from(("<!--", "-->", "<!", "<?x", "<![CDATA[", "]]>", "<", ">", "&amp;", "&#0;", "&", "\0", "\n")),
    st.sampled_from(("The gate stays shut. ", "By Nadia Kron", "3 March 2031", "Read more", "quay")),
)  # fmt: skip


def lost(media, content):
    """Return what was shown and kept where too little is kept and nothing tells of it."""
    page = make_page("https://courier.example/gate", None, media, content)
    extraction = extract_page(page)
    found = count(page, extraction)
    return found if found.kept < LEAST_KEPT * found.shown and not marks_of(extraction) else None


@settings(max_examples=150, derandomize=True)
@given(st.lists(PIECES, max_size=30))
def test_a_page_of_any_tags(pieces):
    soup = "".join(pieces)
    assert lost(Media.HTML, in_page("soup", soup).content) is None
    assert lost(Media.HTML, soup.encode()) is None


LOST = [
    "<svg><g><p>The gate stays shut.</p></g></svg>",
    "<math><p>The gate stays shut.</p></math>",
    "<select><option>North</option></select><object>The gate stays shut.</object>",
    "<textarea><b>The gate</b> stays shut.</textarea>",
    "<title>no</title><title>The gate stays shut.",
    "<table>The gate<td>stays</td>shut</table>",
    "<p>" * 3_000 + "The gate stays shut.",
    "<div>" * 3_000 + "The gate stays shut.",
    "<p>The gate <!--> stays <!---> shut",
    '<p title="a>b">The gate stays shut.',
    "<p>The gate &#" + "1" * 5_000 + "; stays shut.",
]


@pytest.mark.parametrize("vector", LOST)
def test_what_was_once_lost(vector):
    assert lost(Media.HTML, in_page("once", vector).content) is None


FEED = "<rss><channel><title>Courier</title><item>{}</item><item><title>Quay</title></item></channel></rss>"
ENTRIES = [
    "<title>The gate stays shut<title><description>Crews were told.</description>",
    "<div><title>The gate stays shut</title><description>Crews were told.</description>",
    '<title>Gate</title><description>&lt;span a="<style>b;"&gt;The gate stays shut&lt;/span&gt;</description>',
    "<title>Gate</title><description>&lt;p&gt;Gate &lt;a href<![CDATA[='x'&gt;stays&lt;/a&gt; shut]]></description>",
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_was_once_lost_in_feeds(entry):
    assert lost(Media.FEED, FEED.format(entry).encode()) is None

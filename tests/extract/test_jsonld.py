import pytest

from nutgraf.extract.html_lines import read_document
from nutgraf.extract.jsonld import read_nodes
from nutgraf.extract.limits import Limits

WHOLE = '{"@type": "NewsArticle", "headline": "Gate"}'
SCRIPTS = [
    ("whole", WHOLE, 1),
    ("a list", f"[{WHOLE}, {WHOLE}]", 2),
    ("a graph", f'{{"@graph": [{WHOLE}]}}', 1),
    ("several in a row", f"{WHOLE}\n{WHOLE}", 2),
    ("a comma too many", '{"@type": "NewsArticle", "headline": "Gate",}', 1),
    ("a raw line end", '{"@type": "NewsArticle", "headline": "Gate\n"}', 1),
    ("a comment round it", f"<!-- {WHOLE} -->", 1),
    ("CDATA round it", f"//<![CDATA[\n{WHOLE}\n//]]>", 1),
    ("entities for quotes", WHOLE.replace('"', "&quot;"), 1),
    ("an escape that is none", '{"@type": "NewsArticle", "headline": "Gate", "x": "it\\\'s"}', 1),
    ("a semicolon", f"{WHOLE};", 1),
    ("cut off", '{"@type": "NewsArticle", "headline": "Ga', 0),
    ("deep", "[" * 100_000, 0),
    ("spaces", "{" + " " * 200_000 + "-->" + " " * 200_000 + "x", 0),
    ("empty", "", 0),
]


def nodes_of(script):
    source = f'<script type="application/ld+json">{script}</script>'
    document = read_document(source, Limits())
    return read_nodes(source, document), document.notes


@pytest.mark.parametrize(("name", "script", "count"), SCRIPTS, ids=[script[0] for script in SCRIPTS])
def test_damaged_scripts_are_mended_within_reason(name, script, count):
    nodes, notes = nodes_of(script)
    assert [node.text("headline") for node in nodes] == ["Gate"] * count
    assert notes == ([] if count or not script else ["damaged JSON-LD not read"])


def test_what_is_listed_is_told_from_what_is_said():
    nodes, _ = nodes_of(
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle"}, "hasPart": [{"@type": "BlogPosting"}]}'
    )
    assert [(node.kinds, node.listed) for node in nodes] == [
        (("WebPage",), False),
        (("NewsArticle",), False),
        (("BlogPosting",), True),
    ]

"""The walks over XML and JSON: linear, lenient, and safe on anything."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import DocumentRefused
from nutgraf.extract.json_walk import JsonEnds, json_text, leaves
from nutgraf.extract.xml_walk import attributes, refuse_declarations, walk


def marks(source):
    return [(mark.kind, mark.name or source[mark.inner : mark.inner_end]) for mark in walk(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a>x</a>", [("start", "a"), ("text", "x"), ("end", "a")]),
        ("<a b='>'/>y", [("start", "a"), ("text", "y")]),
        ("<![CDATA[<p>x]]>y", [("cdata", "<p>x"), ("text", "y")]),
        ("<![CDATA[<p>x", [("cdata", "<p>x")]),
        ("<!-- <a> --><?php ?>z", [("text", "z")]),
        ("5 < 6", [("text", "5 "), ("text", "<"), ("text", " 6")]),
        ("<!-- never closed <a>x", [("text", " never closed "), ("start", "a"), ("text", "x")]),
        ("<a", [("start", "a")]),
    ],
)
def test_xml_is_taken_apart(source, expected):
    assert marks(source) == expected


def test_attributes_are_read_with_their_entities():
    source = """<outline text="Sport &amp; Weather" xmlUrl='https://gate.example/?a=1&amp;b=2' n=3 text="again"/>"""
    (mark,) = walk(source)
    assert attributes(source, mark) == {
        "text": "Sport & Weather", "xmlurl": "https://gate.example/?a=1&b=2", "n": "3",
    }  # fmt: skip
    assert mark.closed


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ('<?xml version="1.0"?><rss/>', False),
        ('<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://far.example/rss.dtd"><rss/>', True),
        ("<!-- told --> <!DOCTYPE rss><rss/>", True),
        ("<rss><![CDATA[<!DOCTYPE html [<!ENTITY x 'y'>]>]]></rss>", False),
    ],
)
def test_a_plain_document_type_is_passed_over(source, plain):
    assert refuse_declarations(source) is plain


@pytest.mark.parametrize(
    "source",
    [
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
        '<?xml version="1.0"?>\n<!doctype r PUBLIC "a" "b" [ <!ELEMENT r ANY> ]><r/>',
    ],
)
def test_a_document_type_that_declares_is_refused(source):
    with pytest.raises(DocumentRefused, match="declares entities of its own"):
        refuse_declarations(source)


@given(
    st.lists(st.sampled_from(["<a>", "</a>", "<![CDATA[", "]]>", "<!--", "-->", "<", ">", '"', "x ", "<b c='", "<?"]))
)
def test_any_xml_is_walked_to_its_end(pieces):
    source = "".join(pieces)
    last = 0
    for mark in walk(source):
        assert last <= mark.start < mark.end <= len(source)
        last = mark.end


def found(source):
    return [(leaf.path, json_text(source, leaf.start, leaf.end).text) for leaf in leaves(source)]


def test_json_values_are_found_with_their_paths():
    source = r'{"a": "x\ny", "b": [1, {"c": "\ud83d\ude00"}, []], "d": {}, "e\"f": null}'
    assert found(source) == [
        (("a",), "x\ny"), (("b", 0), "1"), (("b", 1, "c"), "😀"), (('e"f',), "null"),
    ]  # fmt: skip


@pytest.mark.parametrize("source", ["", "{", '{"a": "x', '{"a": 1]', "[1, 2", "}", ",", "[" * 5_000])
def test_damaged_json_ends_the_walk(source):
    with pytest.raises(JsonEnds):
        list(leaves(source))


def flat(value, path=()):
    if isinstance(value, dict):
        return [each for key, one in value.items() for each in flat(one, (*path, key))]
    if isinstance(value, list):
        return [each for at, one in enumerate(value) for each in flat(one, (*path, at))]
    return [(path, value)]


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
VALUES = st.recursive(
    st.one_of(WORDS, st.integers(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
)


@given(VALUES, st.booleans())
def test_json_is_read_as_the_library_reads_it(value, plain):
    source = json.dumps(value, ensure_ascii=plain)
    read = [
        (
            leaf.path,
            json_text(source, leaf.start, leaf.end).text if leaf.string else json.loads(source[leaf.start : leaf.end]),
        )
        for leaf in leaves(source)
    ]
    assert read == flat(value)


def test_walks_take_linear_time():
    # Two seconds would be ten times what it takes; without care each of these takes minutes.
    for source in ("<!--" * 200_000, "<![CDATA[" * 100_000, "<a b='" * 100_000, "<" * 100_000, f"<a {'x' * 500_000}>"):
        for mark in walk(source):
            if mark.kind == "start":
                attributes(source, mark)

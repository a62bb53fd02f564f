"""The brief as Markdown: what a page prints stays words."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from nutgraf.export.markdown import brief_markdown, escaped
from nutgraf.records.comparison import FindingKind, Verdict


@pytest.mark.parametrize(
    "words",
    [
        "# no heading",
        "*no* _stress_ **at** `all`",
        "[no](http://example.org) link",
        "![no](x.png) picture",
        "<b>no</b> & &amp; markup",
        "1. no list",
        "- no list",
        "> no quote",
        "| no | table |",
        "https://example.org is no link",
    ],
)
def test_words_stay_words(words):
    (block, inline, _) = MarkdownIt("gfm-like", {"linkify": False}).parse(escaped(words))
    assert block.type == "paragraph_open"
    assert {token.type for token in inline.children} <= {"text", "text_special"}
    assert "".join(token.content for token in inline.children) == words


def test_the_brief_has_its_sections(dossier):
    text = brief_markdown(dossier)
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Boats leave Port Selmo",
        "## Who, what, when, where, why",
        "## Points",
        "## Where accounts differ",
        "## Quotes board",
        "## Timeline",
        "## Whom each account relies on",
        "## What is not known",
        "## Read from",
    ]
    assert "\x1b" not in text
    assert "| Selmo Courier | At least 40 | `aaaa1111:0-11` |" in text


def test_words_for_one_thing_stand_apart_from_differences(dossier):
    found = dossier.comparison.findings[0]
    chosen = replace(found, id="l1", kind=FindingKind.LOADED, verdict=Verdict.SIDE_BY_SIDE, reason="two words")
    text = brief_markdown(replace(dossier, comparison=replace(dossier.comparison, findings=(found, chosen))))
    differ, words = text.split("## Words for one thing")
    assert "two words" not in differ
    assert "**side by side** (loaded): two words" in words

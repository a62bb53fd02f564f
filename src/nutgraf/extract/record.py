"""A ready article out of its record: its text is the article, every field is told by name."""

from __future__ import annotations

from nutgraf.errors import DocumentRefused
from nutgraf.extract.entries import Entry, Words, woven
from nutgraf.extract.feed_facts import Facts, web_address
from nutgraf.extract.feed_json import Given
from nutgraf.extract.json_walk import JsonEnds, leaves
from nutgraf.extract.limits import Limits
from nutgraf.extract.unwrapped import Fact, Holds, Unwrapped
from nutgraf.extract.wrapping import trimmed, uncovered
from nutgraf.records.article import Field
from nutgraf.records.page import Page

_TOLD = (
    ("title", Field.TITLE), ("byline", Field.BYLINE), ("outlet", Field.CARRIER), ("section", Field.SECTION),
    ("language", Field.LANGUAGE),
)  # fmt: skip
_DATES = (("published", Field.PUBLISHED), ("modified", Field.MODIFIED))


def unwrap_record(page: Page, text: str, limits: Limits) -> Unwrapped:
    """Return the one article of a record."""
    given = Given(text)
    try:
        for leaf in leaves(text):
            given.add(leaf.path, leaf)
    except JsonEnds as error:
        raise DocumentRefused("the record is cut or damaged: it is not whole JSON") from error
    body, title = given.text("body"), given.text("title")
    if body is None:
        raise DocumentRefused("the record holds no text (its field “body” is empty)")
    markup = any(text[leaf.start : leaf.end] == "true" for leaf in given.leaves.get("html", []))
    address = web_address(given.words("address"), "")
    entry = Entry(
        title=Words(title, False, "title") if title is not None else None,
        facts=_facts(given, address, page.captured),
    )
    sheet = woven(entry, Words(body, markup, "body"), Holds.READY, ("record", address) if address else (), None)
    unwrapped = Unwrapped(text, [sheet])
    words = [(leaf.start, leaf.end) for named in given.leaves.values() for leaf in named if leaf.string]
    unwrapped.wrapping = trimmed(text, uncovered(words, unwrapped.sheets))
    more = [words.text for words in given.texts("more")[::2]]
    if more:
        unwrapped.notes.append(f"further fields stand in the record and are not read: {', '.join(more)[:300]}")
    return unwrapped


def _facts(given: Given, address: str | None, captured: str | None) -> list[Fact]:
    facts = Facts("the record", captured)
    for name, field in _TOLD:
        for words in given.texts(name)[:1]:
            facts.tell(field, words, f"field “{name}”")
    if address is not None:
        facts.say(Field.ADDRESS, address, "field “address”", given.text("address"))
    for name, field in _DATES:
        for words in given.texts(name)[:1]:
            facts.date(field, words, f"field “{name}”")
    return facts.told

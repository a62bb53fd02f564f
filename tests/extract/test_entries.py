"""Whether an entry of a feed is an article or a teaser: the rule of docs/decisions/feed-entries.md."""

import pytest

from nutgraf.extract.entries import Entry, Words, sheet_of
from nutgraf.extract.ties import whole
from nutgraf.extract.unwrapped import Holds

SENTENCE = "The crews of the ferries ask for a rise of six per cent and for two more days of leave. "
"""Eighteen words."""


def words(text, name="content"):
    return Words(whole(text), True, name)


def paragraphs(number, sentences=1, end=""):
    return "".join(f"<p>{(SENTENCE * sentences).strip()}</p>" for _ in range(number)) + end


@pytest.mark.parametrize(
    ("content", "summary", "holds", "partial"),
    [
        (None, "", Holds.TEASER, False),
        (None, SENTENCE, Holds.TEASER, False),
        (None, SENTENCE * 3, Holds.TEASER, False),
        (None, paragraphs(3), Holds.READY, False),
        (None, SENTENCE * 9, Holds.READY, False),
        (None, paragraphs(3, end="<p><a href='x'>Continue reading...</a></p>"), Holds.TEASER, False),
        (None, paragraphs(4, 3, "<p>The mayor said […]</p>"), Holds.READY, True),
        (None, paragraphs(2, 2, " [&#8230;]"), Holds.TEASER, False),
        (SENTENCE, SENTENCE, Holds.TEASER, False),
        (SENTENCE * 4, SENTENCE * 4, Holds.TEASER, False),
        (SENTENCE * 4, SENTENCE, Holds.READY, False),
        (SENTENCE * 4, None, Holds.READY, False),
        (SENTENCE * 2, None, Holds.TEASER, False),
        (SENTENCE * 4 + "Weiterlesen", SENTENCE, Holds.TEASER, False),
        (paragraphs(3), SENTENCE, Holds.READY, False),
        (
            "<ul>" + "<li><a href='x'>A headline that leads to another page of news</a></li>" * 20 + "</ul>",
            None,
            Holds.TEASER,
            False,
        ),
    ],
)
def test_the_rule(content, summary, holds, partial):
    entry = Entry(title=Words(whole("Crews ask for a rise"), False, "title"))
    entry.contents = [words(content)] if content is not None else []
    entry.summaries = [words(summary, "description")] if summary else []
    sheet = sheet_of(entry, ("key",))
    assert sheet.holds is holds
    assert (sheet.partial is not None) is partial
    assert sheet.key == (("entry", "key") if holds is Holds.READY else ("entry, teaser", "key"))


def test_an_entry_that_says_nothing_gives_no_sheet():
    assert sheet_of(Entry(address="https://gazette.example/1"), ()) is None


def test_the_reason_names_the_sign_at_the_end():
    entry = Entry(contents=[words(paragraphs(4, 3, "<p>And more. Read the full story</p>"))])
    assert "ends with “Read the full story”" in sheet_of(entry, ()).partial

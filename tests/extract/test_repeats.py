from nutgraf.extract.page import extract_page
from nutgraf.records.article import Role
from nutgraf.records.page import Media, Page

PULLED = "“Nobody asked us about the stairs.”"
TEXT = f"""Keeper's cottage becomes a school

The empty cottage at Skarn Head will become a school for harbour pilots, the county said on Monday after six years.

{PULLED}

“Nobody asked us about the stairs,” said the pilot Otto Brem, who has lived on the head for eleven years with a dog.

“They rang twice.” The county answered on Tuesday that it had rung only once, and that nobody had answered.
"""


def test_a_pull_quote_stands_beside_the_text():
    page = Page("p", "file:///p", None, Media.TEXT, TEXT.encode(), "", "")
    (article,) = extract_page(page).articles
    assert PULLED not in article.text
    assert "rang twice" in article.text
    assert [aside.words for aside in article.asides if aside.role is Role.DECK] == [PULLED]

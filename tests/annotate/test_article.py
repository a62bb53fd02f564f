"""Article to annotation: every mark inside the frozen text, sorted, and the same each time."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.article import MADE_BY, annotate_article

TEXT = (
    "The bridge at Korsund fell on Monday, killing 14 people, police said. “We will rebuild it,” Ilse Brandt told "
    "Reuters.",
    "A report said the bridge was “rusty”. It was built in 1957.",
)


def marks_of(annotation):
    return (
        annotation.sentences, annotation.mentions, annotation.quotes, annotation.attributions, annotation.figures,
        annotation.times,
    )  # fmt: skip


def test_everything_is_marked_and_sorted(make_article):
    article = make_article(list(TEXT))
    annotation = annotate_article(article)
    assert annotation.made_by == MADE_BY
    for marks in marks_of(annotation):
        assert marks
        assert all(0 <= one.start < one.end <= len(article.text) for one in marks)
    for marks in (annotation.sentences, annotation.mentions, annotation.quotes, annotation.figures, annotation.times):
        assert [one.start for one in marks] == sorted(one.start for one in marks)


def test_the_same_article_gives_the_same_annotation_to_the_byte(make_article):
    first, second = (msgspec.json.encode(annotate_article(make_article(list(TEXT)))) for _ in range(2))
    assert first == second


def test_an_empty_article_has_no_marks(make_article):
    assert not any(marks_of(annotate_article(make_article([]))))


@given(st.text(max_size=200))
def test_no_text_breaks_the_annotation(make_article, text):
    article = make_article([text.strip() or "x"])
    for marks in marks_of(annotate_article(article)):
        assert all(0 <= one.start < one.end <= len(article.text) for one in marks)

"""Sentence boundaries: short forms, quotes, glued sentences, datelines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.sentences import sentence_spans, split_sentences
from nutgraf.records.article import Role


@pytest.fixture
def split(make_article):
    def sentences(words, **options):
        article = make_article([words], **options)
        return [article.text[sentence.start : sentence.end] for sentence in split_sentences(article)]

    return sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The dam broke. Nobody was hurt.", ["The dam broke.", "Nobody was hurt."]),
        ("Mr. Orlo met Gen. Abt at No. 12 Mill St. Hall on Jan. 4.", None),
        ("The U.S. Navy left at 6 a.m. Friday.", ["The U.S. Navy left at 6 a.m. Friday."]),
        ("It closed at 6 p.m. The crowd went home.", ["It closed at 6 p.m.", "The crowd went home."]),
        ("Talks moved to the U.S. He stayed.", ["Talks moved to the U.S.", "He stayed."]),
        ("J. D. Corvan and A.B. Sonnet spoke.", ["J. D. Corvan and A.B. Sonnet spoke."]),
        ("She bought Hallam Inc. for $2.5 million.", ["She bought Hallam Inc. for $2.5 million."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("“It is over. We lost,” he said.", ["“It is over.", "We lost,” he said."]),
        ("“Is it over?” he asked.", ["“Is it over?” he asked."]),
        ("“Is it over?” Lena Marsh asked.", ["“Is it over?” Lena Marsh asked."]),
        ("“Is it over?” The crowd went home.", ["“Is it over?”", "The crowd went home."]),
        ("It was already gone.And that is odd.", ["It was already gone.", "And that is odd."]),
        ('"This is not settled."On Monday he left.', ['"This is not settled."', "On Monday he left."]),
        ('It fell in the last century."Borders move," wrote one.',
         ["It fell in the last century.", '"Borders move," wrote one.']),
        ('He gave it "two minutes"."I may go," he said.', ['He gave it "two minutes".', '"I may go," he said.']),
        ("He left the summit.Norland stayed.", ["He left the summit.", "Norland stayed."]),
        ("The U.S.-Norland talks, said archive.state.example, and a Ph.D. from Yoho.com.", None),
        ("No. We will not.", ["No.", "We will not."]),
        ("Well... and more.", ["Well... and more."]),
        ("It ended… Nobody knew.", ["It ended…", "Nobody knew."]),
        ("1. Open the gate.", ["1. Open the gate."]),
        ("'We count on them,' she said. 'They should be home.' Since then they came.",
         ["'We count on them,' she said.", "'They should be home.'", "Since then they came."]),
        ("今日は晴れ。明日は雨。", ["今日は晴れ。", "明日は雨。"]),
        ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
        ("", []),
    ],
)  # fmt: skip
def test_split_sentences(split, words, expected):
    assert split(words) == ([words] if expected is None else expected)


@pytest.mark.parametrize(
    ("words", "dateline", "first"),
    [
        ("HALDEN — The mayor resigned.", "HALDEN —", "The mayor resigned."),
        ("HALDEN (WNA) - The mayor resigned.", "HALDEN", "The mayor resigned."),
        ("PORT ELSE, Norland — The mayor resigned.", None, "The mayor resigned."),
        ("Aug 17 (Wirenews) - The mayor resigned.", None, "The mayor resigned."),
        ("NATO ministers met - and parted.", None, "NATO ministers met - and parted."),
        ("The mayor - a doctor - resigned.", None, "The mayor - a doctor - resigned."),
    ],
)
def test_dateline_is_no_part_of_the_first_sentence(split, words, dateline, first):
    assert split(words, dateline=dateline) == [first]


def test_a_subheading_is_one_sentence_with_its_role_and_block(make_article):
    article = make_article(["One. Two.", ("Why now? The reasons", Role.SUBHEADING), ("A. Item", Role.LIST)])
    found = [(sentence.block, sentence.role) for sentence in split_sentences(article)]
    assert found == [(0, Role.BODY), (0, Role.BODY), (1, Role.SUBHEADING), (2, Role.LIST)]


@given(st.text(alphabet="aB.!?…\"'“” \n1。", max_size=60))
def test_sentences_cover_the_text_in_order(text):
    spans = list(sentence_spans(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)

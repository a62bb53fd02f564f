"""Texts of the packs by id, written from tokens by a fixed rule; skipped where a pack is absent."""

from pathlib import Path

import pytest
from evals.comparison.documents import OUTLETS, join_tokens, read_texts, write_tokens
from evals.comparison.gold import Document, check_story, read_story
from evals.stories.sets import CROSS, PACKS

STORIES = sorted((Path(__file__).resolve().parents[2] / "evals" / "comparison" / "stories").glob("corpus-*.json"))
here = pytest.mark.skipif(not (PACKS / CROSS).exists(), reason=f"the pack {CROSS} is not in ../shared/data")


@pytest.mark.parametrize(
    ("tokens", "line"),
    [
        ('" No , " he said ; " it \'s 25 % . "', '"No," he said; "it\'s 25%."'),
        ("She ca n't come ( yet ) .", "She can't come (yet)."),
        ("Mar - a - Lago , the ports ' owners", "Mar-a-Lago, the ports' owners"),
        ("GATE ( Agency ) - It failed", "GATE (Agency) - It failed"),
        ("he calls it ' a gate ' , they say", "he calls it 'a gate', they say"),
        ("what he calls ' a gate '", "what he calls 'a gate'"),
        ("‘ We do n't , ' they said of $ 3 — or less", "‘We don't,' they said of $3 — or less"),
        ("It is [ the gate ] ...", "It is [the gate]..."),
        ("", ""),
    ],
)
def test_a_line_is_written_from_its_tokens(tokens, line):
    assert join_tokens(tokens.split()) == line


def test_a_short_first_line_is_the_title_and_spaces_are_no_tokens():
    assert write_tokens(["Gate", "fails", "\\n", "It", "\xa0", "failed", ".", " \\n", "Twice", "."]) == (
        "Gate fails",
        "It failed.\nTwice.",
    )
    long = ["word"] * 40
    assert write_tokens(long) == (None, " ".join(long))


@here
def test_a_document_of_each_set_is_told():
    documents = [Document("newswcl50", "0_RR", ""), Document("newswcl50", "9_M", ""), Document("ecbplus", "1_1ecb", "")]
    told = read_texts(PACKS, documents)
    assert list(told) == documents
    first, second, third = told.values()
    assert (first.outlet, second.outlet, third.outlet) == (OUTLETS["RR"], OUTLETS["M"], None)
    assert first.title
    assert not first.text.startswith(first.title)
    assert all(" ," not in one.text and "\\n" not in one.text and one.text for one in told.values())


@here
def test_an_id_that_a_set_does_not_have_is_named():
    with pytest.raises(ValueError, match="newswcl50 99_X"):
        read_texts(PACKS, [Document("newswcl50", "99_X", "")])


@here
def test_the_labels_of_every_story_fit_the_texts():
    stories = [read_story(path) for path in STORIES]
    told = read_texts(PACKS, [account.document for story in stories for account in story.accounts])
    assert len(stories) == 6
    for story in stories:
        texts = {account.key: told[account.document].text for account in story.accounts}
        assert check_story(story, texts) == []

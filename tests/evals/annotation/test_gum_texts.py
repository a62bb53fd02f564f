"""GUM's documents laid out as articles, and the quotations marked in them, on invented documents."""

import pytest
from evals.annotation.gum_quotes import read_gum
from evals.annotation.gum_texts import lay_out

SENTENCES = [
    ("# newpar", [("1", "Gate", "_"), ("2", "holds", "SpaceAfter=No"), ("3", ".", "_")]),
    (
        "# newpar_block = p (2 s)",
        [
            ("1-2", "She’s", "_"),
            ("1", "She", "Discourse=attribution-positive:1->2:1:x"),
            ("2", "’s", "_"),
            ("3", "said", "SpaceAfter=No"),
            ("4", ":", "_"),
            ("5", "“", "Discourse=ROOT:2|SpaceAfter=No|XML=<quote>"),
            ("6", "Wait", "SpaceAfter=No"),
            ("7", ".", "SpaceAfter=No"),
            ("8", "”", "XML=</quote>"),
        ],
    ),
    ("# s_type = decl", [("1", "Rain", "_"), ("2", "fell", "SpaceAfter=No"), ("3", ".", "_")]),
]


@pytest.fixture
def cache(tmp_path):
    folder = tmp_path / "annotation-green/gum"
    (folder / "dep").mkdir(parents=True)
    (folder / "splits.md").write_text("## dev\n\n  * GUM_news_other\n", encoding="utf-8")
    blocks = [
        "\n".join([comment, *("\t".join([n, word, *"____", "0", *"__", notes]) for n, word, notes in rows)])
        for comment, rows in SENTENCES
    ]
    (folder / "dep/GUM_news_made.conllu").write_text("\n\n".join(blocks) + "\n\n", encoding="utf-8")
    return tmp_path


def test_a_paragraph_is_a_block_and_sentences_know_their_place(cache):
    article, placed = lay_out(cache / "annotation-green/gum/dep/GUM_news_made.conllu")
    assert article.text == "Gate holds.\n\nShe’s said: “Wait.” Rain fell."
    assert [article.text[block.start : block.end] for block in article.blocks] == article.text.split("\n\n")
    assert [article.text[at : at + len(block.text)] for at, block in placed] == [
        "Gate holds.", "She’s said: “Wait.”", "Rain fell.",
    ]  # fmt: skip


def test_a_quotation_has_the_unit_that_attributes_it(cache):
    (text,) = read_gum(cache, ["train"])
    words = text.article.text
    told = [(words[one.start : one.end], [words[start:end] for start, end in one.sources]) for one in text.gold]
    assert told == [("Wait.", ["She’s said: "])]
    assert read_gum(cache, ["dev"]) == []


def test_a_missing_pack_says_what_to_unpack(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"unpack annotation-green\.tar\.xz"):
        read_gum(tmp_path, ["train"])

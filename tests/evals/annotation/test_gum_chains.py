"""GUM's files as articles with mentions and chains, on an invented document."""

from evals.annotation.coreference import judge_pronouns
from evals.annotation.gum_chains import read_texts
from evals.annotation.gum_matching import match_span

from nutgraf.records.annotation import EntityKind, Mention

ROWS = [
    ("Mayor", "NOUN", "Entity=(1-person-new-a-b-2,3-coref-Ada_Low"),
    ("Ada", "PROPN", "_"),
    ("Low", "PROPN", "Entity=1)"),
    ("left", "VERB", "_"),
    ("her", "PRON", "Entity=(2-person-new-a-b-2-sgl(1-person-giv-a-b-1-ana)"),
    ("dog", "NOUN", "SpaceAfter=No|Entity=2)"),
    (".", "PUNCT", "_"),
]


def written(tmp_path):
    folder = tmp_path / "annotation-green/gum"
    (folder / "dep").mkdir(parents=True)
    (folder / "splits.md").write_text("## dev\n\n  * GUM_news_other\n", encoding="utf-8")
    lines = [f"{n}\t{word}\t_\t{tag}\t_\t_\t0\t_\t_\t{notes}" for n, (word, tag, notes) in enumerate(ROWS, 1)]
    (folder / "dep/GUM_news_made.conllu").write_text("# newpar\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return read_texts(tmp_path, "train")


def test_mentions_chains_and_answers(tmp_path):
    (text,) = written(tmp_path)
    assert text.article.text == "Mayor Ada Low left her dog."
    assert [(m.sort, m.chain) for m in text.wanted()] == [("pronoun", "1"), ("name", "1")] or [
        (m.sort, m.chain) for m in text.wanted()
    ] == [("name", "1"), ("pronoun", "1")]
    assert match_span(text, 6, 13).chain == "1"
    (pronoun,) = text.pronouns()
    named = Mention(6, 13, EntityKind.PERSON, "person:ada low", True)
    brought = Mention(pronoun.start, pronoun.end, EntityKind.PERSON, "person:ada low", False)
    assert judge_pronouns(text, [named, brought]) == {pronoun: True}
    assert judge_pronouns(text, [named]) == {pronoun: None}

"""MEANTIME's chains and the sort of words that name a speaker, on invented texts."""

import hashlib

import pytest
from evals.annotation.brought_home import score_references, score_speakers, sort_of
from evals.annotation.meantime_chains import FOLDER, read_chains
from evals.annotation.polnear import read_polnear
from evals.annotation.speakers import LabelledPlace, LabelledQuote, LabelledText

from nutgraf.records.annotation import EntityKind, Mention

SENTENCES = [
    "Gate opens", "May 3 , 2009", "Ada Low opened a gate .", "She said the harbour firm paid .", "It had .",
    "Rain fell .", "She left .",
]  # fmt: skip
MARKED = [("1", "Ada Low", "9"), ("2", "She", "9"), ("3", "the harbour firm", "8"), ("4", "It", "8"), ("5", "Rain", "")]
"""Number, words and instance of each mention; the last one refers to nothing."""


def written(folder, topic="apple"):
    tokens, numbers = [], {}
    for sentence, words in enumerate(SENTENCES):
        for word in words.split():
            numbers.setdefault(word, str(len(tokens) + 1))
            tokens.append(f'<token t_id="{len(tokens) + 1}" sentence="{sentence}">{word}</token>')
    marks = [
        f'<ENTITY_MENTION m_id="{number}">'
        + "".join(f'<token_anchor t_id="{numbers[word]}"/>' for word in words.split())
        + "</ENTITY_MENTION>"
        for number, words, _ in MARKED
    ]
    ties = [f'<REFERS_TO><source m_id="{n}"/><target m_id="{to}"/></REFERS_TO>' for n, _, to in MARKED if to]
    created = f'<TIMEX3 functionInDocument="CREATION_TIME"><token_anchor t_id="{numbers["May"]}"/></TIMEX3>'
    kinds = '<ENTITY m_id="9" ent_type="PER"/><ENTITY m_id="8" ent_type="ORG"/>'
    path = folder / FOLDER / f"corpus_{topic}"
    path.mkdir(parents=True)
    body = "".join([*tokens, created, *marks, kinds, *ties])
    (path / "1_made.xml").write_text(f"<Document>{body}</Document>", encoding="utf-8")
    return folder


def test_chains_of_the_first_sentences_without_title_and_date(tmp_path):
    (text,) = read_chains(written(tmp_path), ["apple"])
    words = text.article.text
    assert words == "Ada Low opened a gate. She said the harbour firm paid. It had. Rain fell. She left."
    assert [(words[m.start : m.end], m.sort, text.kinds[m.chain]) for m in text.mentions] == [
        ("Ada Low", "name", "person"),
        ("She", "pronoun", "person"),
        ("the harbour firm", "description", "organization"),
        ("It", "body pronoun", "organization"),
    ]
    assert text.named() == {"9"}


def test_references_are_asked_for_where_the_text_names_somebody(tmp_path):
    (text,) = read_chains(written(tmp_path), ["apple"])
    named = Mention(0, 7, EntityKind.PERSON, "person:ada low", True)
    home = Mention(23, 26, EntityKind.PERSON, "person:ada low", False)
    astray = Mention(32, 48, EntityKind.PERSON, "person:ada low", False)
    assert score_references(text, [named]) == [0, 1, 0, 0, 0, 0, 0, 0]
    assert score_references(text, [named, home]) == [1, 1, 0, 0, 0, 0, 1, 1]
    assert score_references(text, [named, home, astray]) == [1, 1, 0, 0, 0, 0, 1, 2]


def test_a_missing_pack_says_what_to_unpack(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"unpack annotation-green\.tar\.xz"):
        read_chains(tmp_path, ["apple"])


LINES = [
    "Gate holds.", "“It holds,” Ilse Brandt said.", "“We wait,” she said.", "“It rains,” the chair said.",
    "“Go home,” Brandt said.", "“Nobody came,” a guard said.",
]  # fmt: skip
TEXT = "\n\n".join(LINES)
SOURCES = ["Ilse Brandt", "she", "the chair", "Brandt said", "a guard"]


@pytest.fixture
def spoken(tmp_path):
    folder = tmp_path / "annotation-measure" / "polnear" / "data" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "paper_1.txt").write_text(TEXT, encoding="utf-8")
    lines, labels, full = [], [], TEXT.index("Ilse Brandt")
    for number, source in enumerate(SOURCES):
        opens, at = TEXT.index(LINES[number + 1]), TEXT.index(source)
        closes = TEXT.index("”", opens)
        lines += [
            f"T{2 * number + 1}\tContent {opens} {closes + 1}\tx",
            f"T{2 * number + 2}\tSource {at} {at + len(source.removesuffix(' said'))}\tx",
        ]
        lines.append(f"E{number + 1}\tAttribution:T0 Content:T{2 * number + 1} Source:T{2 * number + 2}")
        place = (at, at + len(source)) if source == "a guard" else (full, full + len("Ilse Brandt"))
        labels.append(LabelledQuote(opens + 1, closes, "person", LabelledPlace(*place)))
    (folder / "attributions" / "paper_1_aa.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (text,) = read_polnear(tmp_path, "dev")
    return text, LabelledText("paper_1", hashlib.sha256(TEXT.encode()).hexdigest(), tuple(labels))


def test_which_sort_of_words_names_a_speaker(spoken):
    text, labels = spoken
    assert [sort_of(text, label) for label in labels.quotes] == ["name", "pronoun", "description", "name", ""]


def test_speakers_are_counted_by_the_sort_of_their_words(spoken):
    pronouns, of_pronouns, descriptions, of_descriptions, names, of_names = score_speakers(*spoken)
    assert (of_pronouns, of_descriptions, of_names) == (1, 1, 2)
    assert (pronouns, names) == (1, 2)
    assert descriptions == 0  # no rule knows that Brandt is the chair

"""Quotations: the words inside the marks, whether they are speech, and whose."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.article import annotate_article

SPOKEN = {"direct", "mixed"}

DIRECT = [
    (
        "“We will rebuild the bridge,” Harbour Minister Ilse Brandt said on Tuesday.",
        [("direct", "We will rebuild the bridge,", "Ilse Brandt")],
    ),
    (
        '"The river rose faster than anyone had seen," said Tomas Okeke, a farmer in Lower Vale.',
        [("direct", "The river rose faster than anyone had seen,", "Tomas Okeke")],
    ),
    (
        "‘I have never seen a season like it,’ says the mayor, Olwen Pryce.",
        [("direct", "I have never seen a season like it,", "Olwen Pryce")],
    ),
    (
        "'We are not closing the ward,' says Dr Anil Mehra, the trust's medical director.",
        [("direct", "We are not closing the ward,", "Anil Mehra")],
    ),
    (
        "Ilse Brandt said: “We will not sell the port.”",
        [("direct", "We will not sell the port.", "Ilse Brandt")],
    ),
    (
        "Coach Rafael Duarte said, “We played for ninety minutes and deserved the point.”",
        [("direct", "We played for ninety minutes and deserved the point.", "Rafael Duarte")],
    ),
    (
        "“It was a good night for the club,” said Duarte, who took charge in March.",
        [("direct", "It was a good night for the club,", "Duarte")],
    ),
    (
        "“Prices will fall by spring,” Marta Velin, the chief executive of Norvik Power, told investors.",
        [("direct", "Prices will fall by spring,", "Marta Velin")],
    ),
    (
        "“Nobody was hurt,” police said.",
        [("direct", "Nobody was hurt,", "police")],
    ),
    (
        "“Nobody was hurt in the fire,” a spokeswoman for the fire brigade said.",
        [("direct", "Nobody was hurt in the fire,", "a spokeswoman for the fire brigade")],
    ),
    (
        "“Is this the best that we can do?” asked Judge Helen Marsh.",
        [("direct", "Is this the best that we can do?", "Helen Marsh")],
    ),
    (
        "“Stay away from the shore!” the coastguard warned in a bulletin.",
        [("direct", "Stay away from the shore!", "the coastguard")],
    ),
    (
        "Asked about the delay, Marta Velin replied: “Ask the ministry.”",
        [("direct", "Ask the ministry.", "Marta Velin")],
    ),
    (
        "“We found traces of the metal in every sample,” Priya Nandakumar, a geologist, wrote in an email.",
        [("direct", "We found traces of the metal in every sample,", "Priya Nandakumar")],
    ),
    (
        "“The verdict speaks for itself,” Joanna Reyes wrote on social media.",
        [("direct", "The verdict speaks for itself,", "Joanna Reyes")],
    ),
    (
        "“I did what I was told,” Peter Lund told the court.",
        [("direct", "I did what I was told,", "Peter Lund")],
    ),
    (
        "“Our thoughts are with the families,” the company said in a statement.",
        [("direct", "Our thoughts are with the families,", "the company")],
    ),
    (
        "“The data do not support that reading,” according to Priya Nandakumar.",
        [("direct", "The data do not support that reading,", "Priya Nandakumar")],
    ),
]

DIRECT += [
    (
        [
            "The day matters to the town. As Ilse Brandt expressed:",
            "“We wish the crews well and hope for a dry spring.”",
        ],
        [("direct", "We wish the crews well and hope for a dry spring.", "Ilse Brandt")],
    ),
]

MIXED = [
    (
        "Ilse Brandt said the plan was “a gift to speculators” and would be withdrawn.",
        [("mixed", "a gift to speculators", "Ilse Brandt")],
    ),
    (
        "Brandt called the offer “an insult”.",
        [("mixed", "an insult", "Brandt")],
    ),
    (
        "Marta Velin described the quarter as “bruising but honest”.",
        [("mixed", "bruising but honest", "Marta Velin")],
    ),
    (
        "Judge Helen Marsh said Lund had shown “no flicker of remorse” during the trial.",
        [("mixed", "no flicker of remorse", "Helen Marsh")],
    ),
    (
        "The union accused the company of “bad faith”.",
        [("mixed", "bad faith", "The union")],
    ),
    (
        "Olwen Pryce warned of “a lost summer” for hotels.",
        [("mixed", "a lost summer", "Olwen Pryce")],
    ),
    (
        "Rafael Duarte insisted that his side were “not finished yet”.",
        [("mixed", "not finished yet", "Rafael Duarte")],
    ),
    (
        'Police described the man as "armed and dangerous".',
        [("mixed", "armed and dangerous", "Police")],
    ),
]

BROKEN = [
    (
        "“We will rebuild,” Brandt said, “and we will do it before winter.”",
        [("direct", "We will rebuild,", "Brandt"), ("direct", "and we will do it before winter.", "Brandt")],
    ),
    (
        "“The water came at night,” said Tomas Okeke. “Nobody slept.”",
        [("direct", "The water came at night,", "Tomas Okeke"), ("direct", "Nobody slept.", "Tomas Okeke")],
    ),
    (
        '"It is a strange result," Duarte said. "We had more of the ball. We had more shots."',
        [
            ("direct", "It is a strange result,", "Duarte"),
            ("direct", "We had more of the ball. We had more shots.", "Duarte"),
        ],
    ),
    (
        ["Ilse Brandt said: “We will rebuild the bridge.", "“And we will do it before winter.”"],
        [
            ("direct", "We will rebuild the bridge.", "Ilse Brandt"),
            ("direct", "And we will do it before winter.", "Ilse Brandt"),
        ],
    ),
    (
        "“We need,” said Priya Nandakumar, a geologist at Sund University, “to look at the soil again.”",
        [("direct", "We need,", "Priya Nandakumar"), ("direct", "to look at the soil again.", "Priya Nandakumar")],
    ),
]

NESTED = [
    (
        "“He looked at me and said ‘run’,” Tomas Okeke recalled.",
        [
            ("direct", "He looked at me and said ‘run’,", "Tomas Okeke"),
            ("mixed", "run", "Tomas Okeke"),
        ],
    ),
    (
        "“My mother said ‘leave the cows behind’ and we ran,” said Tomas Okeke.",
        [
            ("direct", "My mother said ‘leave the cows behind’ and we ran,", "Tomas Okeke"),
            ("mixed", "leave the cows behind", "Tomas Okeke"),
        ],
    ),
]

PRONOUNS = [
    (
        "Ilse Brandt visited the bridge on Monday. “We will rebuild,” she said.",
        [("direct", "We will rebuild,", "Ilse Brandt")],
    ),
    (
        "Marta Velin runs Norvik Power. She said the plant was “beyond repair”.",
        [("mixed", "beyond repair", "Marta Velin")],
    ),
    (
        "A volunteer at the shelter wept. “I lost my dog,” she said.",
        [("direct", "I lost my dog,", "A volunteer")],
    ),
]

TWO = [
    (
        "“It was a penalty,” said Rafael Duarte, but referee Jon Aske said “there was no contact”.",
        [("direct", "It was a penalty,", "Rafael Duarte"), ("mixed", "there was no contact", "Jon Aske")],
    ),
    (
        "While Brandt called the ruling “a victory”, Lund said it was “a disgrace”.",
        [("mixed", "a victory", "Brandt"), ("mixed", "a disgrace", "Lund")],
    ),
]

SCARE = [
    ("The so-called “ghost fleet” has grown to forty ships.", "ghost fleet"),
    ("The film “A Night in Sund” opens on Friday.", "A Night in Sund"),
    ("Residents know the crossing as “the Needle”.", "the Needle"),
    ("The “free” bus now costs two crowns.", "free"),
    ("The programme, known as “Clean Shore”, began in 2019.", "Clean Shore"),
    ("Her first novel, “The Salt Road”, won a prize.", "The Salt Road"),
    ("A banner reading “Shame” hung from the town hall.", "Shame"),
]

NO_MARKS = [
    ("The farmers' market and the dockers' club were flooded.", 0),
    ("It wasn't the players' fault, and they'd train again.", 0),
    ('The pipe is 12" wide and the hatch 30" deep.', 0),
    ("In the '90s the '68 generation ran the town.", 0),
]

INDIRECT = [
    ("Ilse Brandt said the bridge would reopen in May.", "the bridge would reopen in May.", "Ilse Brandt"),
    ("Police said that two men had been arrested.", "two men had been arrested.", "Police"),
    ("The bridge would reopen in May, Ilse Brandt said.", "The bridge would reopen in May", "Ilse Brandt"),
    (
        "The company declined to say how many jobs would go, but Velin said most would stay.",
        "most would stay.",
        "Velin",
    ),
    ("According to Priya Nandakumar, the soil is safe.", "the soil is safe.", "Priya Nandakumar"),
    ("The soil is safe, according to Priya Nandakumar.", "The soil is safe", "Priya Nandakumar"),
    (
        "Helen Marsh ruled that the strike was lawful, adding that the union had kept to the rules.",
        "the union had kept to the rules.",
        "Helen Marsh",
    ),
]

PIECES = [
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    " ",
    ". ",
    ", ",
    "Ilse Brandt",
    " said",
    "We will rebuild",
    "told",
    "the mayor",
    ": ",
    "\n",
]


@pytest.mark.parametrize(("text", "expected"), DIRECT + MIXED + BROKEN + NESTED + PRONOUNS + TWO)
def test_spoken_words_and_speaker(text, expected, hear):
    quotes, _ = hear(text)
    assert [quote for quote in quotes if quote[0] != "indirect"] == expected


@pytest.mark.parametrize(("text", "label"), SCARE)
def test_labels_titles_and_irony_are_nobodys_words(text, label, hear):
    quotes, _ = hear(text)
    assert ("scare", label, None) in quotes
    assert not [quote for quote in quotes if quote[0] in SPOKEN]


@pytest.mark.parametrize(("text", "number"), NO_MARKS)
def test_apostrophes_and_inches_mark_nothing(text, number, hear):
    assert len([quote for quote in hear(text)[0] if quote[0] != "indirect"]) == number


@pytest.mark.parametrize(("text", "content", "speaker"), INDIRECT)
def test_reported_words(text, content, speaker, hear):
    assert ("indirect", content, speaker) in hear(text)[0]


def test_pieces_of_one_utterance_share_its_number(make_article):
    article = make_article(["“We will rebuild,” Brandt said, “and soon.” “Why wait?” asked Lund."])
    quotes = annotate_article(article).quotes
    assert [quote.utterance for quote in quotes] == [0, 0, 1]


def test_a_speech_over_paragraphs_is_one_utterance(make_article):
    article = make_article(["Brandt said: “We will rebuild.", "“We will not wait.", "“We start today.”", "It rained."])
    quotes = annotate_article(article).quotes
    assert {quote.utterance for quote in quotes} == {0}
    assert len(quotes) == 3


def test_a_pronoun_that_fits_nobody_leaves_the_speaker_unsure(make_article):
    quotes = annotate_article(make_article(["“We lost,” he said."])).quotes
    assert [quote.speaker.sure.value for quote in quotes] == ["unsure"]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_every_span_lies_inside_the_text_and_no_quote_keeps_its_marks(make_article, pieces):
    article = make_article(["".join(pieces) or "x"])
    for quote in annotate_article(article).quotes:
        assert 0 <= quote.start < quote.end <= len(article.text)
        assert article.text[quote.start : quote.end] == article.text[quote.start : quote.end].strip()
        if quote.cue_start is not None:
            assert quote.cue_start < quote.cue_end <= len(article.text)


MARKS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "“A. B”",
    "Low:",
    "LOW:",
    "said",
    "Ilse Brandt",
    "he",
    "They",
    "it",
]
PIECES = [
    *MARKS,
    "wrote on X",
    "told Reuters",
    "according to",
    ", citing two officials,",
    ".",
    ",",
    "―",
    "\n",
    "no",
    "The gate",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join).filter(str.strip), min_size=1, max_size=4))
def test_broken_marks_break_nothing(make_article, blocks):
    article = make_article([block.strip() for block in blocks])
    annotation = annotate_article(article)
    for quote in annotation.quotes:
        assert 0 <= quote.start < quote.end <= len(article.text)
        speaker = quote.speaker
        if speaker and speaker.start is not None:
            assert 0 <= speaker.start < speaker.end <= len(article.text)
        if quote.cue_start is not None:
            assert 0 <= quote.cue_start < quote.cue_end <= len(article.text)
    outer = [one for one in annotation.quotes if not one.nested and one.kind.value != "indirect"]
    assert all(left.end <= right.start for left, right in itertools.pairwise(outer))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("”We will rebuild the bridge,” Ilse Brandt said.", "We will rebuild the bridge,"),
        ("„We will rebuild the bridge“, Ilse Brandt said.", "We will rebuild the bridge"),
        ("»We will rebuild the bridge«, Ilse Brandt said.", "We will rebuild the bridge"),
        ("« We will rebuild the bridge », Ilse Brandt said.", "We will rebuild the bridge"),
        ("“We will rebuild the bridge,“ Ilse Brandt said.", "We will rebuild the bridge,"),
        ("Ilse Brandt said: “We will rebuild the bridge.", "We will rebuild the bridge."),
        ("Ilse Brandt wrote on X: “We will rebuild the bridge.”", "We will rebuild the bridge."),
        ("“We will rebuild the bridge.” ― Ilse Brandt", "We will rebuild the bridge."),
        ("“BRANDT: We will rebuild the bridge.” So began Ilse Brandt.", "BRANDT: We will rebuild the bridge."),
    ],
)
def test_marks_of_every_kind_and_broken_ones(text, expected, hear):
    assert ("direct", expected, "Ilse Brandt") in hear(text)[0]


@pytest.mark.parametrize(
    ("text", "kind", "words", "speaker"),
    [
        ("Ilse Brandt likened the vote to “a lottery”.", "mixed", "a lottery", "Ilse Brandt"),
        ("Ilse Brandt blasted the union as “a club of idlers”.", "mixed", "a club of idlers", "Ilse Brandt"),
        ("Marta Velin began by saying she would “never” sell.", "mixed", "never", "Marta Velin"),
        ("The union criticised Ilse Brandt for saying the strike was “a stunt”.", "mixed", "a stunt", "Ilse Brandt"),
        ("After saying the gate was “perfectly sound”, Ilse Brandt left.", "mixed", "perfectly sound", "Ilse Brandt"),
        ("Ilse Brandt took to the radio to call the strike “a stunt”.", "mixed", "a stunt", "Ilse Brandt"),
        ("Olof Rand (R-Ohio), a member of the panel, said it was “over”.", "mixed", "over", "Olof Rand"),
        ("Olof Rand, R-Ky., said it was “over”.", "mixed", "over", "Olof Rand"),
        ("“Nothing holds it,” the letter read.", "direct", "Nothing holds it,", "the letter"),
        ("The gate was “an old friend,” as one memo put it.", "mixed", "an old friend,", "one memo"),
        ("Only 12 percent said the plan was “good enough”.", "mixed", "good enough", "Only 12 percent"),
        ("Ilse Brandt told the host: “It holds,” she said.", "direct", "It holds,", "Ilse Brandt"),
    ],
)
def test_cues_that_stand_apart(text, kind, words, speaker, hear):
    assert (kind, words, speaker) in hear(text)[0]


def test_a_nickname_is_no_quotation(hear):
    assert hear("Ilse “Mo” Brandt left.")[0] == []


def test_words_inside_words_are_nested(hear):
    quotes, _ = hear("“He said “never again” and he meant it,” Ilse Brandt said.")
    assert [quote[1] for quote in quotes] == ["He said “never again” and he meant it,", "never again"]

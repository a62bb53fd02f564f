"""Reported speech as news prints it, made: frames of speech filled with green sentences and invented people.

Trees of green text give attribution in all its kinds; what they hold little of is the plain trade of news: long runs
of quotations, titles, agencies, sources who must not be named. Each made document is a short run of such sentences.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from training.pages.names import Names
from training.tagger.labelled import Document, Mark, Sentence

Piece = tuple[str, str]
"""Words and their role; an empty role is none."""

_SAY = """
said said said said said said says says told_TELL told_TELL added wrote stated announced explained noted insisted argued
warned claimed acknowledged admitted reported confirmed denied declared suggested predicted recalled conceded
maintained stressed tweeted testified has_said had_said also_said later_said has_argued has_warned did_say
""".split()
_ASIDE_SAY = "said said said said says added explained wrote recalled noted insisted told_TELL".split()
_ADDING = "adding saying arguing noting insisting warning claiming explaining citing_no".split()[:7]
_TELL = (
    "reporters", "{outlet}", "the {outlet}", "lawmakers", "a crowd of supporters", "the committee", "CNN", "{person}",
    "the court", "the BBC", "parliament", "an audience in {place}",
)  # fmt: skip
_ROLES = """
spokesman|spokeswoman|president|prime minister|foreign minister|mayor of {place}|director of the {org}|police chief
|a professor at the University of {place}|an analyst at {org}|a lawyer for the family|the group's leader
|a resident of {place}
|a former judge|governor of {place}|chief executive of {org}|head of the {place} fire service|the defence minister
|an adviser to the president|a senior researcher|the party's candidate|a neighbour|a Democrat from {place}|a Republican
|a member of the council|a union official|chairman of the board|an economist|the team's coach|a spokesperson for {org}
""".replace("\n", "").split("|")
_TITLES = """
President|Prime Minister|Foreign Minister|Mayor|Gov.|Sen.|Rep.|Judge|Professor|Dr.|Mr.|Ms.|Mrs.|Police Chief|Gen.
|Lt. Col.|Secretary of State|Chancellor|Health Minister|Attorney General|Ambassador|Sheriff|Chief Executive
|Defence Secretary|Spokesman|campaign manager|party leader|spokeswoman|lawyer|coach
""".replace("\n", "").split("|")
_OFFICERS = ("spokesman", "spokeswoman", "president", "chief")
_UNNAMED = """
a senior official familiar with the talks|two people briefed on the matter|police|officials|witnesses|authorities
|a government source|a diplomat who asked not to be named|one aide, speaking on condition of anonymity|residents|experts
|analysts|critics|supporters|doctors at the hospital|local media|state television|the ministry|the company|the court
|the government|prosecutors|a spokesman for the ministry|a spokeswoman|a person close to the family|investigators
|several lawmakers|people familiar with the decision|a Western diplomat|many voters|some economists|the army|rescuers
""".replace("\n", "").split("|")
_PAPERS = """
the report|a statement|court documents|the study|a new survey|the indictment|the letter|an internal memo|a poll by {org}
|the complaint|official figures|a police report|the document|records obtained by the {outlet}|a press release|the ruling
""".replace("\n", "").split("|")
_TAILS = (
    "", "", "", "", " in a statement", " on Tuesday", " at a news conference", " in an interview", " on Thursday",
    " on Twitter", " in an interview with {outlet}", " Wednesday", " last week", " in a speech in {place}",
    " by telephone", " in an email",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A green sentence without its full stop, as it stands and with a small letter where it may have one."""

    sentence: str
    inner: str


def make_documents(clauses: Sequence[Clause], plain: Sequence[str], count: int, seed: int) -> list[Document]:
    """Return so many documents of four to eight sentences, about half of them reported speech."""
    dice = random.Random(seed)
    writer = _Writer(dice, clauses)
    documents = []
    for number in range(count):
        sentences: list[Sentence] = []
        while len(sentences) < dice.randint(4, 8):
            if dice.random() < 0.3:
                sentences.append(Sentence(dice.choice(plain), {"attribution": ()}))
            else:
                sentences += writer.speech()
        documents.append(Document("frames", f"frames-{number}", tuple(sentences)))
    return documents


class _Writer:
    def __init__(self, dice: random.Random, clauses: Sequence[Clause]) -> None:
        self.dice = dice
        self.clauses = clauses
        self.names = Names(dice, "en", date(2025, 8, 15))
        self.marks = ("“", "”")

    def speech(self) -> list[Sentence]:
        """Return one to three sentences of reported speech."""
        self.marks = self.dice.choice((("“", "”"), ("“", "”"), ('"', '"'), ("‘", "’")))
        frames = (
            self._after, self._after, self._after, self._before, self._quoted, self._quoted, self._quoted, self._broken,
            self._according, self._according, self._inverted, self._adding, self._labelled, self._part_quoted,
            self._led_in, self._through,
        )  # fmt: skip
        return [_sentence(pieces) for pieces in self.dice.choice(frames)()]

    def _fill(self, words: str) -> str:
        for slot in ("person", "place", "org", "outlet"):
            while "{" + slot + "}" in words:
                words = words.replace("{" + slot + "}", getattr(self.names, slot)(), 1)
        return words

    def _source(self, *, named: bool = False, opens: bool = False) -> str:
        roll = self.dice.random()
        if roll < 0.25:
            words = f"{self.dice.choice(_TITLES)} {self.names.person()}"
        elif roll < 0.4:
            words = f"{self.names.person()}, {self.dice.choice(_ROLES)}"
        elif roll < 0.5:
            words = f"{self.names.org()} {self.dice.choice(_OFFICERS)} {self.names.person()}"
        elif roll < 0.65:
            words = self.names.person() if self.dice.random() < 0.5 else self.names.person().split()[-1]
        elif named or roll < 0.8:
            words = self.dice.choice(
                ("he", "she", "they", "the minister", "the mayor", "the president", "the judge", "I", "we")
            )
        elif roll < 0.93:
            words = self.dice.choice(_UNNAMED)
        else:
            words = self.dice.choice(_PAPERS)
        words = self._fill(words)
        return words[:1].upper() + words[1:] if opens else words

    def _cue(self, among: Sequence[str] = _SAY) -> list[Piece]:
        verb = self.dice.choice(among)
        if verb.endswith("_TELL"):
            return [(verb.removesuffix("_TELL"), "cue"), (" " + self._fill(self.dice.choice(_TELL)), "")]
        return [(verb.replace("_", " "), "cue")]

    def _clause(self) -> Clause:
        return self.dice.choice(self.clauses)

    def _after(self) -> list[list[Piece]]:
        source = self._source(opens=True)
        that = self.dice.choice(("", "", "that "))
        comma = "," if ", " in source and not source.endswith("anonymity") else ""
        return [
            [
                (source, "source"),
                (comma + " ", ""),
                *self._cue(),
                (" ", ""),
                (that + self._clause().inner, "content"),
                (".", ""),
            ]
        ]

    def _before(self) -> list[list[Piece]]:
        return [
            [
                (self._clause().sentence, "content"),
                (", ", ""),
                (self._source(), "source"),
                (" ", ""),
                *self._cue(_ASIDE_SAY),
                (self._tail() + ".", ""),
            ]
        ]

    def _tail(self) -> str:
        return self._fill(self.dice.choice(_TAILS))

    def _quote(self, end: str) -> str:
        words = self._clause().sentence
        if self.dice.random() < 0.2:
            words += ". " + self._clause().sentence
        return f"{self.marks[0]}{words}{end}{self.marks[1]}"

    def _quoted(self) -> list[list[Piece]]:
        first: list[Piece] = [
            (self._quote(","), "content"),
            (" ", ""),
            (self._source(), "source"),
            (" ", ""),
            *self._cue(_ASIDE_SAY),
            (self._tail() + ".", ""),
        ]
        more = [[(self._quote("."), "content")] for _ in range(self.dice.choice((0, 0, 1, 1, 2)))]
        if more and self.dice.random() < 0.6:
            first = [*first, (" ", ""), *more[0]]
            more = more[1:]
        return [first, *more]

    def _broken(self) -> list[list[Piece]]:
        words = self._clause().sentence.split(" ")
        cut = self.dice.randint(1, max(1, len(words) - 2))
        first, rest = " ".join(words[:cut]).rstrip(","), " ".join(words[cut:])
        opening, closing = self.marks
        return [
            [
                (f"{opening}{first},{closing}", "content"),
                (" ", ""),
                (self._source(), "source"),
                (" ", ""),
                *self._cue(_ASIDE_SAY),
                (", ", ""),
                (f"{opening}{rest}.{closing}", "content"),
            ]
        ]

    def _inverted(self) -> list[list[Piece]]:
        quoted = self._quote(",") if self.dice.random() < 0.7 else self._clause().sentence + ","
        cut = quoted if quoted.endswith(self.marks[1]) else quoted[:-1]
        return [
            [
                (cut, "content"),
                (quoted[len(cut) :] + " ", ""),
                (self.dice.choice(("said", "said", "says", "wrote")), "cue"),
                (" ", ""),
                (self._source(), "source"),
                (self._tail() + ".", ""),
            ]
        ]

    def _according(self) -> list[list[Piece]]:
        source = self._source()
        if self.dice.random() < 0.5:
            return [
                [
                    ("According to", "cue"),
                    (" ", ""),
                    (source, "source"),
                    (", ", ""),
                    (self._clause().inner, "content"),
                    (".", ""),
                ]
            ]
        return [
            [
                (self._clause().sentence, "content"),
                (", ", ""),
                ("according to", "cue"),
                (" ", ""),
                (source, "source"),
                (".", ""),
            ]
        ]

    def _adding(self) -> list[list[Piece]]:
        (first,) = self._after()
        adding = self.dice.choice(_ADDING)
        return [
            [
                *first[:-1],
                (", ", ""),
                (adding, "cue"),
                (" ", ""),
                ("that " + self._clause().inner, "content"),
                (".", ""),
            ]
        ]

    def _labelled(self) -> list[list[Piece]]:
        source = self._source(opens=True)
        if self.dice.random() < 0.5:
            return [[(source, "source"), (":", "cue"), (" ", ""), (self._clause().sentence, "content")]]
        return [
            [
                (self._clause().sentence, "content"),
                (", ", ""),
                (source[:1].lower() + source[1:] if source.split()[0].islower() else source, "source"),
                (" ", ""),
                (self.dice.choice(("says", "say", "said")), "cue"),
            ]
        ]

    def _part_quoted(self) -> list[list[Piece]]:
        words = self._clause().inner.split(" ")
        first = self.dice.randint(1, max(1, len(words) - 2))
        opening, closing = self.marks
        content = " ".join(words[:first]) + f" {opening}" + " ".join(words[first:]) + f"{closing}"
        return [
            [(self._source(opens=True), "source"), (" ", ""), *self._cue(), (" ", ""), (content, "content"), (".", "")]
        ]

    def _led_in(self) -> list[list[Piece]]:
        lead = self.dice.choice(
            ("In a statement, ", "On Monday, ", "Earlier, ", "Asked about it, ", "Speaking in {place}, ", "But ")
        )
        verb = self.dice.choice(("said", "said", "wrote", "told reporters", "declared"))
        cue, _, to = verb.partition(" ")
        content = self._quote(".") if self.dice.random() < 0.6 else None
        told: list[Piece] = [
            (self._fill(lead), ""),
            (self._source(), "source"),
            (" ", ""),
            (cue, "cue"),
            (f" {to}" if to else "", ""),
        ]
        if content:
            return [[*told, (self.dice.choice((", ", ": ")), ""), (content, "content")]]
        return [[*told, (" ", ""), ("that " + self._clause().inner, "content"), (".", "")]]

    def _through(self) -> list[list[Piece]]:
        outlet = self._fill(
            self.dice.choice(("{outlet}", "the {outlet}", "Reuters", "the Associated Press", "AFP", "local media"))
        )
        verb = self.dice.choice(("reported", "reported", "reports", "said"))
        if self.dice.random() < 0.5:
            return [
                [
                    (self._clause().sentence, "content"),
                    (", ", ""),
                    (outlet, "source"),
                    (" ", ""),
                    (verb, "cue"),
                    (self._tail() + ".", ""),
                ]
            ]
        opened = outlet[:1].upper() + outlet[1:]
        return [
            [
                (opened, "source"),
                (" ", ""),
                (verb, "cue"),
                (" ", ""),
                ("that " + self._clause().inner, "content"),
                (".", ""),
            ]
        ]


def _sentence(pieces: Sequence[Piece]) -> Sentence:
    text, marks = "", []
    for words, role in pieces:
        if role and words:
            marks.append(Mark(len(text), len(text) + len(words), role))
        text += words
    return Sentence(text, {"attribution": tuple(marks)})

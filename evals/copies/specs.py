"""The kinds and degrees of edits, each as a function from a base and a foreign text to an edited draft."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from evals.copies import edits
from evals.copies.edits import Draft

Edit = Callable[[Draft, Draft, random.Random], Draft | None]
"""From a draft and another outlet's own report to the edited draft; nothing where the text does not allow it."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One kind of edit in one degree ("40 %", "2 sentences").

    `shorter` is true where the edited text is a part of the other, so that its length tells the original.
    """

    kind: str
    degree: str
    edit: Edit
    shorter: bool = False
    title: bool | None = None
    """Whether the headline stays; `None` lets the dice say."""
    wire: bool = False
    """Whether a dateline with an agency's name and a credit line are added to the text."""
    kinds: frozenset[str] | None = None
    """What ought to be said of the pair where nothing of the text is shared."""
    furniture: bool = False
    """Whether both stand on pages of one house, whose lines were taken for text."""

    @property
    def name(self) -> str:
        """Return kind and degree in words."""
        return f"{self.kind}, {self.degree}" if self.degree else self.kind


PASSAGE = "in a row"
DEGREES = tuple(range(10, 100, 10))


def _by_degree(percent: int) -> list[Spec]:
    share, kept = percent / 100, f"{percent} % kept"
    return [
        Spec("tail cut", kept, lambda draft, own, dice: edits.cut_tail(draft, share), shorter=True),
        Spec("sentences dropped", kept, lambda draft, own, dice: edits.drop_some(draft, share, dice), shorter=True),
        Spec("sentences replaced", kept, lambda draft, own, dice: edits.mix_in(draft, share, own, dice)),
    ]


def _reworded(percent: int, *, light: bool) -> Spec:
    kind = "one word changed" if light else "reworded"
    degree = f"in {percent} % of sentences" if percent < 100 else "wherever the table can"
    return Spec(kind, degree, lambda draft, own, dice: edits.reword_some(draft, percent / 100, dice, light=light))


def _spliced(sentences: int) -> Spec:
    degree = f"{sentences} {PASSAGE}"
    return Spec(
        "sentences in an own report", degree,
        lambda draft, own, dice: edits.splice(edits.passage_of(draft, sentences, dice), own, dice),
    )  # fmt: skip


def _desk(percent: int) -> Spec:
    """Make what a desk makes of a wire text: cut at random, reworded in half of what is left, in another order."""

    def edit(draft: Draft, own: Draft, dice: random.Random) -> Draft:
        left = edits.reword_some(edits.drop_some(draft, percent / 100, dice), 0.5, dice)
        return edits.shuffle_paragraphs(left, dice)

    return Spec("edited by a desk", f"{percent} % kept", edit, title=False, wire=True)


def _same(draft: Draft, own: Draft, dice: random.Random) -> Draft:
    return draft


SPECS: tuple[Spec, ...] = (
    *sorted((spec for percent in DEGREES for spec in _by_degree(percent)), key=lambda spec: spec.kind),
    *(_reworded(percent, light=True) for percent in (20, 100)),
    *(_reworded(percent, light=False) for percent in (20, 100)),
    Spec("paragraphs shuffled", "", lambda draft, own, dice: edits.shuffle_paragraphs(draft, dice)),
    Spec("other headline", "", _same, title=False),
    Spec("other outlet and time", "", _same, title=True),
    Spec("dateline and agency credit added", "", _same, wire=True),
    *(_spliced(sentences) for sentences in (1, 2, 3, 5)),
    *(_desk(percent) for percent in (30, 50, 70, 90)),
    Spec("only a quotation shared", "", lambda draft, own, dice: edits.share_quotes(draft, own, dice, 1), title=False,
         kinds=frozenset(("quotes",))),
    Spec("only quotations shared", "", lambda draft, own, dice: edits.share_quotes(draft, own, dice, 4), title=False,
         kinds=frozenset(("quotes",))),
    Spec("only the headline shared", "", lambda draft, own, dice: own, title=True, kinds=frozenset(("title",))),
    Spec("only lines of the house shared", "", lambda draft, own, dice: own, title=False, kinds=frozenset(("none",)),
         furniture=True),
)  # fmt: skip

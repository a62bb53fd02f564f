"""Whether a note speaks of a change: a note that owns up to one thing owns up to nothing else."""

from __future__ import annotations

import re

from nutgraf.compare.facets import weigh
from nutgraf.compare.notes import note_stems, telling_stems
from nutgraf.models.terms import content_stems
from nutgraf.records.edits import Edit, EditKind, EditNote, Printed
from nutgraf.text import fold, folded_words, words

_SHARE = 0.3  # of the changed words' weight, that a note must hold to speak of the change
_TELLING = 3.0  # weight that the shared words must have at least
_VALUES = frozenset({EditKind.FIGURE, EditKind.TIME, EditKind.NAME})
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATES = re.compile(
    rf"\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[:.]\d\d\b"
)
_IN_WORDS = {
    **{
        word: number
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty".split()
        )
    },
    **{word: 10 * number for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)},
}
_HEADLINE = frozenset(content_stems("headline title"))


def speaks_of(note: EditNote, edit: Edit) -> bool:
    """Tell whether a note speaks of a change.

    Of a figure, a time or a name it does where it holds the old or the new one; of all else where it holds enough of
    the words that changed. A note that says "headline" speaks of a headline.
    """
    if edit.kind is EditKind.HEADLINE and _HEADLINE & note_stems(note):
        return True
    if edit.kind in _VALUES:
        if any(_holds(note, each) for each in (edit.old, edit.new) if each):
            return True
        return edit.kind is EditKind.FIGURE and _counts(note, edit)
    changed = _changed(edit)
    shared = changed & telling_stems(note)
    return weigh(shared) >= min(_TELLING, weigh(changed)) and 0 < weigh(shared) >= _SHARE * weigh(changed)


def _holds(note: EditNote, printed: Printed) -> bool:
    """Tell whether a note holds printed words, in their order."""
    held, asked = (" ".join(folded_words(text)) for text in (note.words, printed.words))
    return bool(asked) and f" {asked} " in f" {held} "


def _counts(note: EditNote, edit: Edit) -> bool:
    """Tell whether a note has the old or the new number ("14" for "fourteen people") and a telling word of the
    sentence.
    """
    numbers = {number for each in (edit.old, edit.new) if each for number in _numbers(each.words)}
    stems = (content_stems(each.sentence) for each in (edit.old, edit.new) if each)
    about = telling_stems(note) & frozenset(stem for found in stems for stem in found if not stem.isdigit())
    return bool(about) and bool(numbers & _numbers(_DATES.sub(" ", note.words)))


def _numbers(printed: str) -> set[float]:
    """Return the numbers in words or digits; "4.2 million" is 4.2, since the note will say "million", too."""
    found = {float(match.group().replace(",", "")) for match in _DIGITS.finditer(printed)}
    return found | {float(_IN_WORDS[word]) for _, _, each in words(printed) if (word := fold(each)) in _IN_WORDS}


def _changed(edit: Edit) -> frozenset[str]:
    """Return the stems that changed: of what stands re-worded in both versions those that one of them lacks."""
    left, right = (frozenset(content_stems(each.words)) if each else frozenset() for each in (edit.old, edit.new))
    return left ^ right

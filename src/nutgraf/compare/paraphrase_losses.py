"""What a telling in other words changes or leaves out: figures, days, yes or no, will or may, and limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.compare.modes import Deed, read_deeds
from nutgraf.compare.statements import Told
from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems
from nutgraf.records.annotation import Figure, Qualifier

Said = tuple[Told, str, tuple[int, int]]
"""A statement, its article's text, and the place in it of what is said."""

_LIMIT = re.compile(
    r"\b(?:probably|perhaps|maybe|possibly|presumably|apparently|allegedly|almost|nearly|hardly|partly|mostly|"
    r"as far as (?:I|we) know|it (?:would |may |might )?(?:appear|seem)s?|appears? to|seems? to|"
    r"I (?:think|believe|suppose|guess)|we (?:think|believe|suspect))\b"
)
_LIMITED = re.compile(
    r"\b(?:probabl[ey]|perhaps|maybe|possibl[ey]|presumabl[ey]|apparent(?:ly)?|alleged(?:ly)?|almost|nearly|hardly|part(?:ly)?|"
    r"most(?:ly)?|likely|may|might|could|seems?|seemed|appears?|appeared|think(?:s|ing)?|thought|believe[sd]?|"
    r"suspect(?:s|ed)?|suggest(?:s|ed)?|suppose[sd]?|reckon(?:s|ed)?|guess(?:es|ed)?)\b"
)
_MAY = re.compile(r"\b(?:may|might|could|likely)\b")
"""What makes a verb itself uncertain; "probably" is a limit, and "would" may be either."""

_TOLD_MODES = frozenset({"did", "will", "may", "wants"})


@dataclass(frozen=True, slots=True)
class Loss:
    """What a telling does to a quotation: `changed` where it says something else, else it leaves something out."""

    remark: str
    changed: bool


def find_losses(quotation: Said, telling: Said) -> tuple[Loss, ...] | None:
    """Return what a telling changes or leaves out, `None` where one says no and nothing shows to what."""
    pairs = list(_one_deed(quotation, telling))
    unclear = quotation[0].negative != telling[0].negative and not any(a.negative != b.negative for a, b in pairs)
    if unclear:
        return None
    return (
        *_figures(quotation, telling),
        *_days(quotation, telling),
        *(loss for left, right in pairs for loss in _deeds(quotation[1], left, telling[1], right)),
        *_limits(quotation, telling),
    )


def _one_deed(quotation: Said, telling: Said) -> Iterator[tuple[Deed, Deed]]:
    """Yield the verbs that both have, where each has it once."""
    left, right = _deeds_in(quotation), _deeds_in(telling)
    for verb in sorted(left.keys() & right.keys()):
        if len(left[verb]) == len(right[verb]) == 1:
            yield left[verb][0], right[verb][0]


def _deeds_in(said: Said) -> dict[str, list[Deed]]:
    told, text, (start, end) = said
    found: dict[str, list[Deed]] = {}
    for deed in read_deeds(text, told.statement.span.start, told.statement.span.end):
        if start <= deed.main < end:
            found.setdefault(deed.verb, []).append(deed)
    return found


def _deeds(left_text: str, left: Deed, right_text: str, right: Deed) -> Iterator[Loss]:
    here, there = left_text[left.start : left.end], right_text[right.start : right.end]
    remark = f"the quotation says “{here}”, the telling “{there}”"
    told_later = there.startswith("would") and left.mode == "will"
    hedged = any(deed.mode == "may" and not _MAY.search(text) for text, deed in ((here, left), (there, right)))
    modes = {left.mode, right.mode}
    otherwise = len(modes) == 2 and modes <= _TOLD_MODES and not told_later and not hedged
    if left.negative != right.negative or otherwise:
        yield Loss(remark, changed=True)


def _figures(quotation: Said, telling: Said) -> Iterator[Loss]:
    theirs = _figures_in(telling)
    kept = frozenset(map(same_thing, content_stems(telling[1][slice(*telling[2])])))
    for figure in _figures_in(quotation):
        printed = quotation[1][figure.start : figure.end]
        same = [other for other in theirs if (other.low, other.high) == (figure.low, figure.high)]
        of_one = [other for other in theirs if _one_count(figure, other)]
        if same:
            if figure.qualifier not in (Qualifier.EXACT, same[0].qualifier) and same[0].qualifier is Qualifier.EXACT:
                yield Loss(f"“{figure.qualifier.value}” is left out", changed=False)
        elif of_one and figure.qualifier is of_one[0].qualifier is Qualifier.EXACT:
            other = telling[1][of_one[0].start : of_one[0].end]
            yield Loss(f"the quotation says “{printed}”, the telling “{other}”", changed=True)
        elif not theirs and _counted(figure) & kept:
            yield Loss(f"“{printed}” is left out", changed=False)


def _figures_in(said: Said) -> list[Figure]:
    told, _, (start, end) = said
    return [figure for figure in told.figures if start <= figure.start < end]


def _one_count(left: Figure, right: Figure) -> bool:
    """Tell whether two figures count the same thing."""
    return left.unit == right.unit and left.change is right.change and bool(_counted(left) & _counted(right))


def _counted(figure: Figure) -> frozenset[str]:
    return frozenset(map(same_thing, content_stems(figure.counted)))


def _days(quotation: Said, telling: Said) -> Iterator[Loss]:
    here, there = _days_in(quotation), _days_in(telling)
    if here and there and not here.keys() & there.keys():
        yield Loss(f"the quotation says “{min(here.values())}”, the telling “{min(there.values())}”", changed=True)


def _days_in(said: Said) -> dict[str, str]:
    told, text, (start, end) = said
    return {
        value[:10]: text[time.start : time.end]
        for time, value in told.times
        if len(value) >= len("2026-03-04") and "/" not in value and start <= time.start < end
    }


def _limits(quotation: Said, telling: Said) -> Iterator[Loss]:
    limit = _LIMIT.search(quotation[1], *quotation[2])
    span = telling[0].statement.span
    if limit and not _LIMITED.search(telling[1], span.start, span.end):
        yield Loss(f"“{limit.group()}” is left out", changed=False)

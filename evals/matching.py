"""When two names, dates, places or words count as the same."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

SMALL = frozenset({"the", "a", "an", "mr", "mrs", "ms", "other", "some"})
FOLLOWING = frozenset("at briefed by close familiar from in of on that to under which who whose with".split())
"""Words that open what follows a name or a description: "an official | familiar with the plan"."""
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2011": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in matching form, each character with the offset it came from."""

    text: str
    offsets: tuple[int, ...]


def fold_text(text: str) -> Folded:
    """Return the text lower-case, without accents, with straight marks and single spaces, and the way back."""
    out: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        for piece in unicodedata.normalize("NFKD", character.translate(_MARKS)).casefold():
            if unicodedata.combining(piece) or (piece.isspace() and (not out or out[-1] == " ")):
                continue
            out.append(" " if piece.isspace() else piece)
            offsets.append(index)
    return Folded("".join(out), tuple(offsets))


def fold_words(words: str) -> str:
    """Return words in matching form."""
    return fold_text(words).text.strip()


def find_words(folded: Folded, words: str, nth: int = 1) -> tuple[int, int] | None:
    """Return the offsets of the nth occurrence of words in a folded text, or `None`."""
    wanted, at = fold_words(words), -1
    if not wanted:
        return None
    for _ in range(nth):
        at = folded.text.find(wanted, at + 1)
        if at < 0:
            return None
    return folded.offsets[at], folded.offsets[at + len(wanted) - 1] + 1


def word_list(words: str) -> list[str]:
    """Return the words of a text in matching form."""
    return re.findall(r"\w+", fold_words(words))


def same_name(printed: str | None, accepted: Iterable[str | None], *, outlet: bool = False) -> bool:
    """Tell whether a name is one of those accepted: the same words, or fewer or more of them with the same last word.

    What follows a description may be missing ("an official", "an official familiar with the plan"). For outlets the
    last word may be missing ("NBS", "NBS News"). `None` is only matched by `None`.
    """
    names = list(accepted)
    if printed is None:
        return None in names
    own = [word for word in word_list(printed) if word not in SMALL]
    for name in names:
        other = [word for word in word_list(name or "") if word not in SMALL]
        if not own or not other:
            continue
        nested = set(own) <= set(other) or set(other) <= set(own)
        if nested and (outlet or own[-1] == other[-1] or _opens(own, other) or _opens(other, own)):
            return True
    return False


def _opens(short: list[str], long: list[str]) -> bool:
    """Tell whether a description is the head of a longer one."""
    return len(short) < len(long) and long[: len(short)] == short and long[len(short)] in FOLLOWING


def same_title(one: str | None, other: str | None) -> bool:
    """Tell whether two titles are the same words."""
    return one is not None and other is not None and word_list(one) == word_list(other)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def bare(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return a place without punctuation and space at its ends."""
    start, end = place
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def same_time(value: str | None, accepted: Iterable[str]) -> bool:
    """Tell whether an ISO value is one of those accepted; a clock time on an accepted day is right."""
    if value is None:
        return False
    return any(value == right or (len(right) == 10 and value.startswith(f"{right}T")) for right in accepted)


def within_days(value: str | None, right: str | None, slack: int = 8) -> bool:
    """Tell whether a publication value fits: null for null, else an interval of at most `slack` days that meets it."""
    if value is None or right is None:
        return value is right
    printed, known = _days(value), _days(right)
    if printed is None or known is None:
        return value == right
    return printed[0] <= known[1] and known[0] <= printed[1] and (printed[1] - printed[0]).days <= slack


def _days(value: str) -> tuple[datetime.date, datetime.date] | None:
    ends = value.split("/")
    try:
        days = [datetime.date.fromisoformat(end[:10]) for end in ends]
    except ValueError:
        return None
    return days[0], days[-1]

"""What a feed or a record tells of a text, with the place where it stands and how it is called there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from nutgraf.extract.feed_names import Names
from nutgraf.extract.ties import Tied, one_line
from nutgraf.extract.unwrapped import Fact
from nutgraf.extract.wire_dates import read_moment
from nutgraf.records.article import Field, Sure

_LONGEST = 2_000
_SPACES = re.compile(r"[\s\x00-\x20]")
NO_DATE = "it cannot be read as a date between 1990 and two days after the page was captured"


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed tells of itself: its title, its site's address, its own address, what relative links start from."""

    names: Names = field(default_factory=Names)
    title: Tied | None = None
    site: str | None = None
    address: str | None = None
    base: str = ""
    language: str | None = None


def web_address(given: str | None, base: str) -> str | None:
    """Return a web address, made whole with the base; nothing for any other kind (`javascript:`, `file:`)."""
    words = _SPACES.sub("", given or "")
    if not words or len(words) > _LONGEST:
        return None
    try:
        whole = urljoin(base, words) if base else words
        parts = urlsplit(whole)
        return whole if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


@dataclass(slots=True)
class Facts:
    """Collects what one text's wrapping tells; `whose` ends each fact's account of how it was found."""

    whose: str
    captured: str | None = None
    told: list[Fact] = field(default_factory=list)

    def has(self, wanted: Field) -> bool:
        """Tell whether a value was found that may be chosen."""
        return any(fact.field is wanted and fact.why_not is None for fact in self.told)

    def tell(self, what: Field, words: Tied, name: str) -> None:
        """Note the words of an element as they stand."""
        self.say(what, words.text, name, words)

    def say(self, what: Field, value: str, name: str, words: Tied | None = None) -> None:
        """Note a value, taken from words that stand in the feed if they are given."""
        value = " ".join(value.split())[:_LONGEST]
        if value:
            self.told.append(Fact(what, value, f"{name} of {self.whose}", Sure.SURE, None, *_place(words)))

    def date(self, what: Field, words: Tied, name: str) -> None:
        """Note a date: read where it is plausible, else as it stands and never chosen."""
        raw = one_line(words)
        if not raw.text:
            return
        value = read_moment(raw.text, self.captured)
        why_not = NO_DATE if value is None else None
        how = f"{name} of {self.whose}"
        self.told.append(Fact(what, value or raw.text[:100], how, Sure.SURE, why_not, *_place(words)))


def _place(words: Tied | None) -> tuple[int | None, int | None]:
    line = one_line(words) if words is not None else None
    place = line.place(0, len(line.text)) if line is not None else None
    return place if place is not None else (None, None)

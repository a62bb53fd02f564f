"""The values of a row: taken by the names of its fields, as words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime

import msgspec

from nutgraf.ingest.fields import Names

Row = Mapping[str, object]

_WEB_ADDRESS = re.compile(r"\s*https?://\S+\s*\Z", re.IGNORECASE)
_INNER = ("name", "rendered", "title", "text", "@value", "#text", "value", "url")
"""Where an object holds its words: {"name": "…"}, {"rendered": "…"}."""
_SECONDS = (100_000_000, 4_100_000_000)
"""Numbers that are taken for seconds since 1970 where a time is asked for: 1973 to 2099, or a thousand times these."""


class Taken:
    """A row from which values are taken by name; what is never taken is left over."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._taken: set[str] = set()

    def words(self, names: Names, fits: Callable[[str], bool] = bool) -> str | None:
        """Return the words under the first of the names that has any which fit."""
        return self._first(names, words_of, fits)

    def time(self, names: Names) -> str | None:
        """Return the words of a time; a bare number that counts seconds becomes ISO 8601."""
        return self._first(names, time_of, bool)

    def value(self, names: Names) -> str | bytes | None:
        """Return words, or the bytes that a binary column holds."""
        for name in names:
            found = _look_up(self._row, name)
            if isinstance(found, bytes) and found.strip():
                self._taken.add(name)
                return found
        return self.words(names)

    def rest(self) -> tuple[tuple[str, str], ...]:
        """Return what was never taken, as words, by name."""
        left = ((name, value) for name, value in _leaves(self._row, "") if name not in self._taken)
        return tuple(sorted((name, words) for name, value in left if (words := _whole(value))))

    def _first(self, names: Names, words_in: Callable[[object], str], fits: Callable[[str], bool]) -> str | None:
        for name in names:
            value = _look_up(self._row, name)
            words = words_in(value)
            if words and fits(words):
                self._taken.update((name, f"{name}.{_inner(value)}") if isinstance(value, Mapping) else (name,))
                return words
        return None


def is_web_address(words: str) -> bool:
    """Tell whether words are a web address."""
    return _WEB_ADDRESS.match(words) is not None


def is_name(words: str) -> bool:
    """Tell whether words can be a name: short, and no web address."""
    return len(words) <= 200 and "\n" not in words and not is_web_address(words)


def words_of(value: object) -> str:
    """Return a value as words: a list's joined with commas, an object's name; nothing where it has none."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case bytes():
            return value.decode("utf-8", "replace").strip()
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return words_of(value.get(_inner(value)))
        case list() | tuple():
            return ", ".join(words for each in value if (words := words_of(each)))
        case _:
            return str(value)


def _inner(value: Row) -> str:
    """Return the name under which an object holds its words."""
    return next((name for name in _INNER if words_of(value.get(name))), "")


def time_of(value: object) -> str:
    """Return a time as words."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return words_of(value)
    for divisor in (1, 1_000):
        if _SECONDS[0] <= value / divisor <= _SECONDS[1]:
            return datetime.fromtimestamp(int(value / divisor), UTC).isoformat()
    return words_of(value)


def _look_up(row: Row, name: str) -> object:
    """Return the value under a name; where no field has the whole name, its dots lead into objects."""
    if name in row or "." not in name:
        return row.get(name)
    head, _, rest = name.partition(".")
    inner = row.get(head)
    return _look_up(inner, rest) if isinstance(inner, Mapping) else None


def _leaves(row: Row, before: str) -> Iterator[tuple[str, object]]:
    """Yield the fields of a row with those of the objects in it, named with dots."""
    for name, value in row.items():
        if isinstance(value, Mapping) and before.count(".") < 3:
            yield from _leaves(value, f"{before}{name}.")
        else:
            yield before + str(name), value


def _whole(value: object) -> str:
    """Return a value as words that hold all of it: lists and objects as JSON."""
    if isinstance(value, (list, tuple, Mapping)):
        return msgspec.json.encode(value, order="sorted", enc_hook=str).decode() if value else ""
    return words_of(value)

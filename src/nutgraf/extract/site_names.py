"""An outlet's name beside a title, and how it is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.models.outlets import find_outlet
from nutgraf.text import fold

GLUE = re.compile(r"\s*(?:\||»|«|::|›|‹|\s/\s|¦|│|｜)\s*|\s+[–—•·~―⋅‒−-]+\s+|(?<=\w):\s+")
_TAILS = re.compile(r"\s*(?:\||»|«|::|›|‹|\s/\s|¦|│|｜)\s*|\s+[–—•·~―⋅‒−-]+\s+")
_SHORT = 3
_MOST_WORDS = 6
_LONGEST = 60
_COMMON = frozenset("com co org net blog news www m en de gov ac edu".split())
"""Labels of hosts that are no site's name."""
_WORDS = re.compile(r"[^\W_]+")
_GENERIC = frozenset(
    """
    home blog news opinion article articles story index untitled startseite accueil inicio aktuelles magazin magazine
    search contact menu login error page video videos photos gallery newsletter podcast press releases insights
    resources updates welcome about
    """.split()
)
"""Words that, alone, are a part of a site and no title."""


@dataclass(frozen=True, slots=True)
class SiteNames:
    """The names that a page gives its own site, folded, and the labels of its host."""

    names: frozenset[str]
    hosts: frozenset[str]
    printed: tuple[str, ...] = ()
    """The names as the page writes them."""

    def is_site(self, words: str) -> bool:
        """Tell whether words are the site's name, a known outlet's, or spell its host."""
        key = _key(words)
        if not key:
            return False
        if key in self.names or key.removeprefix("the ") in self.names:
            return True
        compact = key.replace(" ", "")
        return any(_spells(compact, host) for host in self.hosts) or find_outlet(words) is not None

    def spells_host(self, words: str) -> bool:
        """Tell whether a short name goes with the host in part: it holds the host's name, or the host holds it."""
        key = _key(words)
        compact, initials = key.replace(" ", ""), "".join(word[0] for word in key.split())
        if len(compact) <= _SHORT or len(words.split()) > _MOST_WORDS:
            return False
        return any(_goes_with(compact, initials, host) for host in self.hosts)

    def without(self, title: str) -> str:
        """Return a title without the site's name before or after it, as often as it stands there."""
        for _ in range(3):
            shorter = self._cut(title)
            if shorter == title:
                return title
            title = shorter
        return title

    def without_end(self, title: str) -> str:
        """Return a heading without the site's own name behind a mark at its end."""
        found = list(_TAILS.finditer(title))
        if found and self.is_site(title[found[-1].end() :].strip()) and title[: found[-1].start()].strip():
            return title[: found[-1].start()].strip()
        return title

    def _is_beside(self, name: str, title: str) -> bool:
        """Whether the part of a title is the site's name and the other part is not."""
        return self.is_site(name) or (self.spells_host(name) and not self.spells_host(title))

    def _cut(self, title: str) -> str:
        found = list(GLUE.finditer(title))
        for glue in found[:2] + found[-2:]:
            before, after = title[: glue.start()].strip(), title[glue.end() :].strip()
            colon = glue.group().strip() == ":"
            if before and not colon and self._is_beside(after, before):
                return before
            if after and (
                self.is_site(before) or (not colon and len(before.split()) <= 4 and self._is_beside(before, after))
            ):
                return after
        return title


def _spells(compact: str, host: str) -> bool:
    """Whether a name without spaces is a host's label, with an article before or a few letters behind."""
    if compact == host:
        return True
    return len(host) > _SHORT and (
        compact == f"the{host}" or (compact.startswith(host) and len(compact) <= len(host) + 4)
    )


def _goes_with(compact: str, initials: str, host: str) -> bool:
    if compact in host or (len(host) > _SHORT and host in compact):
        return True
    return len(initials) >= _SHORT and initials == host


def read_site_names(names: tuple[str, ...], host: str) -> SiteNames:
    """Return the names of a site from what its head calls it and from its host."""
    keys = {_key(name) for name in names}
    parts = [part for name in names for part in _TAILS.split(name) if len(_key(part)) > _SHORT]
    keys.update(_key(part) for part in parts if len(part.split()) <= 6)
    keys.update(key.removeprefix("the ") for key in list(keys))
    labels = [label for label in host.lower().removeprefix("www.").split(".") if label]
    hosts = {label.replace("-", "") for label in labels[:-1] if label not in _COMMON}
    whole = "".join(labels)
    return SiteNames(
        frozenset(key for key in keys if key),
        frozenset(host for host in {*hosts, whole, ".".join(labels)} if len(host) > 1),
        names,
    )


def parts_of(title: str) -> Iterator[str]:
    """Yield a title whole, then what stands before and after each mark that glues names to titles."""
    yield title
    for found in GLUE.finditer(title):
        yield title[: found.start()].strip()
        yield title[found.end() :].strip()


def without_tail(title: str, bars: bool) -> str:
    """Return a title without a last short part that has the form of a name ("... | Harbor Gazette").

    `bars`: only a bar parts it, no dash.
    """
    found = [one for one in _TAILS.finditer(title) if not bars or one.group().strip() == "|"]
    if not found:
        return title
    last = found[-1]
    before, after = title[: last.start()].strip(), title[last.end() :].strip()
    words = after.split()
    raised = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    named = len(words) <= _MOST_WORDS and len(after) <= _LONGEST and raised * 2 >= len(words)
    longer = len(before) > len(after) or len(before.split()) >= 4
    return before if before and named and longer else title


def is_generic(words: str) -> bool:
    """Tell whether a title is one of the words that head a part of a site."""
    return fold(words).strip(" .!:") in _GENERIC


def key_of(words: str) -> str:
    """Return the key under which two spellings of a title are one: its words without accents, marks and case."""
    return _key(words)


@lru_cache(maxsize=8192)
def _key(words: str) -> str:
    return " ".join(_WORDS.findall(fold(words)))

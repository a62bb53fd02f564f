"""What every line of a page was taken for, and which article it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

from nutgraf.extract.lines import Line
from nutgraf.records.article import ArticleKind, Role


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its role, and the number of the draft it belongs to (`None`: the page's own)."""

    line: Line
    role: Role
    draft: int | None = None


@dataclass(slots=True)
class Sorter:
    """Collects marked lines while a page is walked; a draft is an article or a teaser in the making."""

    marks: list[Marked] = field(default_factory=list)
    kinds: list[ArticleKind] = field(default_factory=list)

    def open(self, kind: ArticleKind) -> int:
        """Begin a draft and return its number."""
        self.kinds.append(kind)
        return len(self.kinds) - 1

    def mark(self, line: Line, role: Role, draft: int | None = None) -> None:
        """Give a line its role."""
        self.marks.append(Marked(line, role, draft))

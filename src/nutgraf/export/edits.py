"""The edits of an article, as they are printed and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.export.dossier import outlet_name
from nutgraf.records.article import Article, Span
from nutgraf.records.edits import Edit, EditKind, Edits, EditVerdict, OnPage, Sighting

ORDER = (EditVerdict.SILENTLY, EditVerdict.OPENLY, EditVerdict.UNSURE, EditVerdict.NEWS, EditVerdict.NO_EDIT)
"""Verdicts, the weightiest first."""

_KINDS = list(EditKind)


@dataclass(frozen=True, slots=True)
class EditsView:
    """What is printed of an article's edits: its versions from the first to the current one, and when each was on hand.

    Versions that could not be annotated are in `versions` and in no edits; the ledger says why.
    """

    versions: tuple[Article, ...]
    sightings: tuple[Sighting, ...]
    edits: tuple[Edits, ...]

    @property
    def article(self) -> Article:
        """The current version."""
        return self.versions[-1]

    def version(self, version: str) -> Article:
        """Return one of the versions."""
        return next(each for each in self.versions if each.version == version)

    def sighting(self, version: str) -> Sighting:
        """Return when a version was on hand."""
        return next(each for each in self.sightings if each.version == version)

    @property
    def unread(self) -> tuple[str, ...]:
        """The versions that could not be annotated."""
        compared = {version for each in self.edits for version in (each.earlier, each.later)}
        return tuple(each.version for each in self.versions if each.version not in compared and len(self.versions) > 1)


@dataclass(frozen=True, slots=True)
class VersionOut:
    """One version of an article: what it bears, and when it was on hand."""

    version: str
    title: str | None
    published: str | None
    modified: str | None
    seen: Sighting


@dataclass(frozen=True, slots=True)
class EditsOut:
    """What `nutgraf edits ID --json` gives of one article."""

    article: str
    outlet: str
    title: str | None
    versions: tuple[VersionOut, ...]
    edits: tuple[Edits, ...]


@dataclass(frozen=True, slots=True)
class EditsRow:
    """An article with more than one version, in the list: how many changes of which verdict, and the weightiest one.

    `still` counts the other accounts of its story that print what was changed.
    """

    article: str
    outlet: str
    title: str | None
    versions: int
    silently: int
    openly: int
    unsure: int
    news: int
    no_edit: int
    first: Edit | None
    still: int


def export_edits(view: EditsView) -> EditsOut:
    """Return an article's edits in the shape of the export."""
    article = view.article
    versions = tuple(
        VersionOut(each.version, each.title, each.published.value, each.modified.value if each.modified else None, seen)
        for each, seen in zip(view.versions, view.sightings, strict=True)
    )
    return EditsOut(article.id, outlet_name(article), article.title, versions, view.edits)


def edits_row(view: EditsView) -> EditsRow:
    """Return the row of one article."""
    article, found = view.article, tuple(all_edits(view))
    counts = Counter(edit.verdict for edit in found)
    still = {each.article for edit in found for each in edit.still}
    return EditsRow(
        article.id,
        outlet_name(article),
        article.title,
        len(view.versions),
        silently=counts[EditVerdict.SILENTLY],
        openly=counts[EditVerdict.OPENLY],
        unsure=counts[EditVerdict.UNSURE],
        news=counts[EditVerdict.NEWS],
        no_edit=counts[EditVerdict.NO_EDIT],
        first=weightiest(found),
        still=len(still),
    )


def all_edits(view: EditsView) -> Iterator[Edit]:
    """Yield the edits of all versions, from the first version on."""
    for each in view.edits:
        yield from each.edits


def by_weight(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Return edits with the weightiest verdict first, of one verdict in the order of the text."""
    return tuple(edit for verdict in ORDER for edit in edits if edit.verdict is verdict)


def weightiest(edits: tuple[Edit, ...]) -> Edit | None:
    """Return the edit to name first: by verdict, then values before words, then by place; what is no edit is none."""
    found = [edit for edit in edits if edit.verdict is not EditVerdict.NO_EDIT]
    return min(found, key=lambda edit: (ORDER.index(edit.verdict), _weight(edit.kind)), default=None)


def _weight(kind: EditKind) -> int:
    """Return the place of a kind in the list; a headline tells least, since it is often only shortened."""
    return len(_KINDS) if kind is EditKind.HEADLINE else _KINDS.index(kind)


def verify_edits(view: EditsView, others: Sequence[Article]) -> Iterator[str]:
    """Yield every place in a frozen text at which other words stand than an edit shows; `others` print the old."""
    texts = {(each.id, each.version): each for each in (*view.versions, *others)}
    for edits in view.edits:
        notes = ((note.span, note.words) for note in edits.notes)
        cells = (cell for edit in edits.edits for cell in _cells(edit))
        for span, words in (*notes, *cells):
            if isinstance(span, Span) and texts[span.article, span.version].words(span) != words:
                yield f"edit of {span.article} at {span.start}-{span.end} of version {span.version}: {words[:60]!r}"


def _cells(edit: Edit) -> Iterator[tuple[Span | OnPage, str]]:
    for printed in (edit.old, edit.new, *(each.printed for each in edit.still)):
        if printed:
            yield printed.span, printed.words
            yield printed.within, printed.sentence

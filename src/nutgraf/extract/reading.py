"""One road for HTML and plain text: page to lines to sorted lines."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.extract.glued import part_lines
from nutgraf.extract.html_fields import field_lines
from nutgraf.extract.html_lines import read_document
from nutgraf.extract.html_split import split_document
from nutgraf.extract.html_tables import join_rows
from nutgraf.extract.limits import Limits
from nutgraf.extract.line_breaks import join_wrapped
from nutgraf.extract.lines import read_lines
from nutgraf.extract.metadata import NO_METADATA, Metadata, read_metadata, site_of_title
from nutgraf.extract.repeats import set_aside_repeats
from nutgraf.extract.sorting import Sorter
from nutgraf.extract.split import split_lines
from nutgraf.models.outlets import outlet_of_domain
from nutgraf.records.article import Role
from nutgraf.records.page import Media, Page
from nutgraf.text import host_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's sorted lines, what its head tells, remarks, why it was cut where it was, whose page it is, and how deep
    its elements are nested where that is beyond what pages do."""

    sorter: Sorter
    metadata: Metadata
    notes: tuple[str, ...]
    cut: str | None
    site: str | None = None
    deep: str | None = None


def read_page(page: Page, text: str, limits: Limits) -> Reading:
    """Return the sorted lines of a decoded page."""
    cut = None
    if len(page.content) >= limits.page_bytes:
        cut = f"truncated: the page reached the cap of {limits.page_bytes} bytes, what follows was not read"
    if page.media is Media.TEXT:
        sorter = split_lines(part_lines(join_wrapped(read_lines(text))))
        set_aside_repeats(sorter)
        return Reading(sorter, NO_METADATA, (cut,) if cut else (), cut)
    document = read_document(text, limits)
    join_rows(document)
    metadata = read_metadata(text, document, page)
    sorter = split_document(document, metadata, "LiveBlogPosting" in text)
    set_aside_repeats(sorter)
    for line in field_lines(text, document.raw):
        sorter.mark(line, Role.FURNITURE)
    notes = tuple(
        dict.fromkeys((*document.notes, *((cut,) if cut else ()), *((document.cut,) if document.cut else ())))
    )
    deep = f"its elements are nested {document.depth} deep" if document.depth > limits.deep else None
    return Reading(sorter, metadata, notes, cut or document.cut, _site(metadata, sorter, document.logo), deep)


def _site(metadata: Metadata, sorter: Sorter, logo: str | None) -> str | None:
    """Whose page it is: what the head names, a name beside the headline in the title, the logo, the known domain."""
    if metadata.site:
        return metadata.site
    headlines = [mark.line.words for mark in sorter.marks if mark.role is Role.TITLE]
    beside = next((name for words in headlines if (name := site_of_title(metadata, words))), None)
    known = outlet_of_domain(host_of(metadata.address))
    return beside or logo or (known.name if known else None)

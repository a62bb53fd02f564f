"""Labels that point nowhere: a place that cannot be found on its page would be a miss that nobody can mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.alignment import read_page
from evals.gold import Gold, Place


def find_lost_places(gold: Gold, pages: Path) -> list[str]:
    """Return in words every labelled place that is not on its page."""
    texts = {page.file: read_page(pages, page) for page in gold.pages}
    return [
        f"{what}: {place.words or place.first or (place.start, place.end)} is not on {file}"
        for what, file, place in _places(gold)
        if not _there(texts[file].offsets(place), len(texts[file].text))
    ]


def _there(found: tuple[int, int] | None, size: int) -> bool:
    return found is not None and 0 <= found[0] < found[1] <= size


def _places(gold: Gold) -> Iterator[tuple[str, str, Place]]:
    """Yield every place of the labels with what it labels and its page."""
    of = {article.key: page.file for page in gold.pages for article in page.articles}
    for page in gold.pages:
        for article in page.articles:
            named = (*article.places, *article.optional, *((article.title,) if article.title else ()))
            yield from ((article.key, page.file, place) for place in named)
        yield from (("page", page.file, place) for place in (*page.teasers, *page.furniture))
    for quote in gold.quotes:
        yield from ((f"quote of {quote.article}", of[quote.article], piece) for piece in quote.pieces)
    for report in gold.indirect:
        yield f"reported speech of {report.article}", of[report.article], report.content
    for source in gold.sources:
        yield f"source of {source.article}", of[source.article], source.place
    for figure in gold.figures:
        yield f"figure of {figure.article}", of[figure.article], figure.place
    for time in gold.times:
        yield f"time of {time.article}", of[time.article], time.place
    rows = [(point.id, point.cells) for point in (*gold.agreements, *gold.not_differences)]
    rows += [(difference.id, difference.cells) for difference in gold.differences]
    for name, cells in rows:
        yield from ((name, of[cell.article], cell.place) for cell in cells)

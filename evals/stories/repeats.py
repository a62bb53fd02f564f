"""Articles of one set whose text another set repeats, found by the runs of ten words that both hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from nutgraf.records.article import Article
from nutgraf.text import fold, words

LENGTH, SHARE = 10, 0.3
"""An article repeats another if three tenths of the shorter one's runs of ten words stand in both."""


def find_repeats(articles: Iterable[Article], of: Sequence[Article]) -> set[str]:
    """Return the ids of those articles that repeat the text, or bear the address, of one of `of`."""
    runs = [_runs(article) for article in of]
    addresses = {article.address for article in of if article.address}
    holding: dict[int, list[int]] = defaultdict(list)
    for place, held in enumerate(runs):
        for run in held:
            holding[run].append(place)
    repeating = set()
    for article in articles:
        own = _runs(article)
        shared = Counter(place for run in own & holding.keys() for place in holding[run])
        if article.address in addresses or any(
            count >= SHARE * min(len(own), len(runs[place])) for place, count in shared.items()
        ):
            repeating.add(article.id)
    return repeating


def _runs(article: Article) -> set[int]:
    """Return the runs by their hashes: whole runs of a long text would be kept ten times over."""
    told = [fold(word) for _, _, word in words(article.text)]
    return {hash(tuple(told[start : start + LENGTH])) for start in range(len(told) - LENGTH + 1)}

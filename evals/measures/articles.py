"""Articles told apart on their pages: bodies, titles, outlets, dates, teasers, furniture."""

from __future__ import annotations

from evals.alignment import PageText, Pair
from evals.exported import Export, ExportedArticle
from evals.gold import Gold, GoldPage, Place
from evals.matching import find_words, fold_text, overlap, same_name, same_title, within_days
from evals.trials import Score, Trial, hit

EXACT = 0.995


def score_articles(gold: Gold, export: Export, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score boundaries and what each page says about its articles."""
    pages = {page.file: page for page in gold.pages}
    used = {pair.article.id for pair in pairs if pair.article}
    printed = [item for item in export.articles if item.kind == "article" and item.file in pages]
    return [
        Score("articles.found", tuple(hit(p.gold.key, p.article is not None, p.gold.key) for p in pairs)),
        Score("articles.precision", tuple(hit(i.file, i.id in used, i.title or i.text[:60]) for i in printed)),
        Score("articles.exact", tuple(_exact(pair) for pair in pairs)),
        Score("articles.body_recall", tuple(Trial(p.gold.key, p.recall, 1, p.gold.key) for p in pairs)),
        Score("articles.body_precision", tuple(Trial(p.gold.key, p.precision, 1, p.gold.key) for p in pairs)),
        Score("articles.title", tuple(_title(pair) for pair in pairs)),
        Score("articles.byline", tuple(_byline(pair) for pair in pairs if pair.gold.byline)),
        Score("articles.carrier", tuple(_carrier(pair) for pair in pairs)),
        Score("articles.origin", tuple(_origin(pair) for pair in pairs)),
        Score("articles.published", tuple(_published(pair) for pair in pairs)),
    ]


def _exact(pair: Pair) -> Trial:
    right = pair.recall >= EXACT and pair.precision >= EXACT
    return hit(pair.gold.key, right, f"{pair.gold.key}: recall {pair.recall:.3f}, precision {pair.precision:.3f}")


def _title(pair: Pair) -> Trial:
    printed = pair.article.title if pair.article else None
    wanted = pair.page.words(pair.gold.title) if pair.gold.title else None
    right = pair.article is not None and (same_title(printed, wanted) if wanted else not printed)
    return hit(pair.gold.key, right, f"{pair.gold.key}: {printed!r}, not {wanted!r}")


def _byline(pair: Pair) -> Trial:
    printed = fold_text((pair.article.byline or "") if pair.article else "")
    right = all(find_words(printed, name) for name in pair.gold.byline)
    return hit(pair.gold.key, right, f"{pair.gold.key}: {printed.text!r}, not {', '.join(pair.gold.byline)}")


def _carrier(pair: Pair) -> Trial:
    accepted = (pair.gold.carrier, *pair.gold.acceptable_carriers)
    return _outlet(pair, pair.article.carrier if pair.article else None, accepted)


def _origin(pair: Pair) -> Trial:
    accepted = (pair.gold.origin, *pair.gold.acceptable_origins)
    return _outlet(pair, pair.article.origin if pair.article else None, accepted)


def _outlet(pair: Pair, printed: str | None, accepted: tuple[str | None, ...]) -> Trial:
    right = pair.article is not None and same_name(printed, accepted, outlet=True)
    return hit(pair.gold.key, right, f"{pair.gold.key}: {printed!r}, not {accepted[0]!r}")


def _published(pair: Pair) -> Trial:
    printed = pair.article.published.value if pair.article and pair.article.published else None
    right = pair.article is not None and within_days(printed, pair.gold.published.value)
    return hit(pair.gold.key, right, f"{pair.gold.key}: {printed!r}, not {pair.gold.published.value!r}")


def score_teasers(gold: Gold, export: Export, texts: dict[str, PageText]) -> list[Score]:
    """Score teasers kept as teasers, and furniture kept out of every article."""
    found: list[Trial] = []
    right: list[Trial] = []
    clean: list[Trial] = []
    for page in gold.pages:
        there = [item for item in export.articles if item.file == page.file]
        titles = [item.title or item.text for item in there if item.kind == "teaser"]
        wanted = [(place, texts[page.file].words(place)) for place in page.teasers]
        for place, words in wanted:
            if not place.optional:
                found.append(hit(page.file, any(same_title(words, title) for title in titles), words))
        for title in titles:
            right.append(hit(page.file, any(same_title(words, title) for _, words in wanted), title))
        clean += [_clean(page, place, there, texts[page.file]) for place in page.furniture]
    return [
        Score("teasers.recall", tuple(found)),
        Score("teasers.precision", tuple(right)),
        Score("furniture.kept_out", tuple(clean)),
    ]


def _clean(page: GoldPage, place: Place, there: list[ExportedArticle], text: PageText) -> Trial:
    words = text.words(place)
    articles = [item for item in there if item.kind == "article"]
    if place.start is not None and place.end is not None:
        span = (place.start, place.end)
        inside = any(overlap(span, (a.page_start, a.page_end)) for item in articles for a in item.anchors)
    else:
        inside = any(find_words(fold_text(item.text), words) for item in articles)
    return hit(page.file, not inside, words)

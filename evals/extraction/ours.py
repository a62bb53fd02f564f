"""What nutgraf itself says about the pages of a benchmark: the real path, and one place that reads its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256

from evals.extraction.cases import Case, Told, read_day, split_names
from nutgraf.extract.articles import extract_articles
from nutgraf.extract.page import extract_page
from nutgraf.records.article import Article, ArticleKind, Extraction
from nutgraf.records.page import Media, Page, SetAside

NAME = "nutgraf"
PROCESSES = 2
_SLICE = 8


def read_all(cases: Sequence[Case], *, longest: bool = False, pool: bool = False) -> dict[str, Told]:
    """Return what is told for every case; a page that fails tells nothing and says why.

    `longest` takes the longest article of a page alone, instead of all that it holds. `pool` reads through the
    product's own child processes instead of in this program's.
    """
    if pool:
        answers = extract_articles(page_of(case.id, case.html) for case in cases)
        told = [adapt(answer, longest=longest) for answer in answers]
    else:
        tasks = [(case, longest) for case in cases]
        with ProcessPoolExecutor(PROCESSES) as workers:
            told = list(workers.map(_read_case, tasks, chunksize=_SLICE))
    return {case.id: answer for case, answer in zip(cases, told, strict=True)}


def read_texts(texts: Iterable[tuple[str, str]]) -> Iterator[Told]:
    """Yield what is told for bare texts, given as (name, text)."""
    with ProcessPoolExecutor(PROCESSES) as workers:
        yield from workers.map(_read_text, texts, chunksize=_SLICE)


def page_of(name: str, content: bytes, media: Media = Media.HTML) -> Page:
    """Return a page as it would come from a file of this name; its web address is not told."""
    digest = sha256(content).hexdigest()
    return Page(digest, f"file:///{name}", name, media, content, digest, "")


def adapt(answer: Extraction | SetAside, *, longest: bool = False) -> Told:
    """Return an extraction as the scorer wants it: the one place that knows nutgraf's records.

    A benchmark has one text for each page, so the texts of all its articles are put together in the page's order, or,
    where a page holds none, its teasers. The fields are those of the longest.
    """
    if isinstance(answer, SetAside):
        return Told(failed=answer.reason)
    articles = [article for article in answer.articles if article.kind is ArticleKind.ARTICLE]
    if not articles:
        return Told() if longest else Told("\n".join(f"{card.title or ''}\n{card.text}" for card in answer.articles))
    main = max(articles, key=lambda article: len(article.text))
    body = main.text if longest else "\n".join(article.text for article in articles)
    return Told(body, main.title, _authors(main), read_day(main.published.value))


def _authors(article: Article) -> tuple[str, ...]:
    return split_names(article.byline or "")


def _read_case(task: tuple[Case, bool]) -> Told:
    case, longest = task
    return _read_page(page_of(case.id, case.html), longest=longest)


def _read_text(task: tuple[str, str]) -> Told:
    name, text = task
    return _read_page(page_of(name, text.encode(), Media.TEXT), longest=False)


def _read_page(page: Page, *, longest: bool) -> Told:
    try:
        return adapt(extract_page(page), longest=longest)
    except Exception as error:  # one page's fault is listed, and the others are still measured
        return Told(failed=f"{type(error).__name__}: {str(error)[:200]}")

"""Pages to articles: the stage's public function."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue

from nutgraf.extract.limits import DEFAULT, Limits
from nutgraf.extract.page import MADE_BY as MADE_BY
from nutgraf.extract.sandbox import Sandbox
from nutgraf.records.article import Extraction
from nutgraf.records.page import Page, SetAside


def extract_articles(pages: Iterable[Page], limits: Limits = DEFAULT) -> Iterator[Extraction | SetAside]:
    """Yield what each page gave, in the order of the pages, parsing in child processes under limits.

    Pages are taken a few at a time, so any number of them may be given.
    """
    idle: SimpleQueue[Sandbox] = SimpleQueue()
    sandboxes = [Sandbox(limits) for _ in range(limits.children)]
    for sandbox in sandboxes:
        idle.put(sandbox)
    waiting: deque[Future[Extraction | SetAside]] = deque()
    with ThreadPoolExecutor(limits.children) as threads:
        try:
            for page in pages:
                waiting.append(threads.submit(_extract_one, page, idle))
                if len(waiting) > 2 * limits.children:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            threads.shutdown()
            for sandbox in sandboxes:
                sandbox.close()


def _extract_one(page: Page, idle: SimpleQueue[Sandbox]) -> Extraction | SetAside:
    sandbox = idle.get()
    try:
        return sandbox.extract(page)
    finally:
        idle.put(sandbox)

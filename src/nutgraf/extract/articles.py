"""Pages to articles: the stage's public function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from nutgraf.extract.limits import DEFAULT, Limits
from nutgraf.extract.page import MADE_BY as MADE_BY
from nutgraf.extract.pdf_lines import INSTALL
from nutgraf.models.registry import Outlet
from nutgraf.records.article import Extraction
from nutgraf.records.page import Outcome, Page, SetAside
from nutgraf.sandbox.caps import Caps
from nutgraf.sandbox.pool import ask_in_order
from nutgraf.sandbox.process import ChildLost, Sandbox, Task


def extract_articles(
    pages: Iterable[Page], limits: Limits = DEFAULT, outlets: tuple[Outlet, ...] = ()
) -> Iterator[Extraction | SetAside]:
    """Yield what each page gave, in the order of the pages, parsing in child processes under limits.

    Pages are taken a few at a time, so any number of them may be given. `outlets` are a person's own.
    """
    task = Task(
        "nutgraf.extract.child:answer_pages",
        msgspec.msgpack.encode((limits, outlets)),
        Caps(limits.seconds, limits.memory),
        limits.pages_per_child,
    )
    return ask_in_order(pages, _extract_one, task, limits.children)


def _extract_one(sandbox: Sandbox, page: Page) -> Extraction | SetAside:
    try:
        return msgspec.msgpack.decode(sandbox.ask(msgspec.msgpack.encode(page)), type=Extraction)
    except ChildLost as lost:
        return _aside(page, str(lost))
    except msgspec.MsgspecError:
        sandbox.close()
        return _aside(page, "the reader answered what cannot be read")


def _aside(page: Page, reason: str) -> SetAside:
    outcome = Outcome.WAITING if INSTALL in reason else Outcome.QUARANTINED
    return SetAside(page.container or page.path or page.address, "extract", outcome, reason, page.digest)

"""Several children at once: answers come in the order of the questions."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from nutgraf.sandbox.process import Sandbox, Task

Item = TypeVar("Item")
Made = TypeVar("Made")

_AHEAD = 2
"""So many items per child are taken before the first answer is waited for: none idles, and memory stays bounded."""


def ask_in_order(
    items: Iterable[Item], ask: Callable[[Sandbox, Item], Made], task: Task, children: int
) -> Iterator[Made]:
    """Yield what `ask` makes of each item with the help of a child, in the order of the items."""
    idle: SimpleQueue[Sandbox] = SimpleQueue()
    sandboxes = [Sandbox(task) for _ in range(children)]
    for sandbox in sandboxes:
        idle.put(sandbox)

    def ask_one(item: Item) -> Made:
        sandbox = idle.get()
        try:
            return ask(sandbox, item)
        finally:
            idle.put(sandbox)

    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(children) as threads:
        try:
            for item in items:
                waiting.append(threads.submit(ask_one, item))
                if len(waiting) > _AHEAD * children:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            threads.shutdown()
            for sandbox in sandboxes:
                sandbox.close()

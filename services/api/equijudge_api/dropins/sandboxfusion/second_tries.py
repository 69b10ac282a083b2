"""Go on with what was answered 504 when the same request comes again, rather than begin anew.

Clients that try again send the same bytes a few seconds later. What they asked for has waited for its turn meanwhile,
or is half done: a program that is late takes longer to be found out for certain than its request has. So work goes on
for KEPT_S after its request was given up; who comes again in that time with the same request takes it over, and what
nobody takes over is cancelled. What somebody waits for is nobody else's: equal requests at the same time are run each.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")
KEPT_S = 10.0
LONGEST_S = 600.0  # that work may take beyond the time of its first try


class NotInTime(Exception):
    """It is not done yet; it goes on for a while."""


@dataclass
class SecondTries(Generic[T]):
    """Work by whose and which request it is. One for the application; used from its event loop alone."""

    kept_s: float = KEPT_S
    _left: dict[tuple[str, str], list[asyncio.Task[T]]] = field(default_factory=dict)

    async def result(self, key: tuple[str, str], start: Callable[[], Coroutine[Any, Any, T]], until: float) -> T:
        """The result of the work, which is started unless it was left. Raise NotInTime when it is not there by `until`
        (monotonic s), and what the work raises. Who is cancelled cancels the work."""
        task = self._take(key) or asyncio.ensure_future(start())
        try:
            async with asyncio.timeout_at(until):
                return await asyncio.shield(task)
        except TimeoutError as late:
            if task.done() and not task.cancelled():
                return task.result()  # of the work itself, if it is its own
            self._leave(key, task)
            raise NotInTime from late
        except asyncio.CancelledError:
            task.cancel()
            raise

    def _take(self, key: tuple[str, str]) -> asyncio.Task[T] | None:
        left = self._left.get(key)
        if not left:
            return None
        task = left.pop(0)
        if not left:
            del self._left[key]
        return task

    def _leave(self, key: tuple[str, str], task: asyncio.Task[T]) -> None:
        self._left.setdefault(key, []).append(task)
        task.add_done_callback(lambda done: done.cancelled() or done.exception())  # nobody may ask for it any more
        asyncio.get_running_loop().call_later(self.kept_s, self._give_up, key, task)

    def _give_up(self, key: tuple[str, str], task: asyncio.Task[T]) -> None:
        left = self._left.get(key, [])
        if task in left:
            left.remove(task)
            if not left:
                del self._left[key]
            task.cancel()

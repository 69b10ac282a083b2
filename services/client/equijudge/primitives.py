"""What is done in two ways: `_sync` is `_async` with the second of each pair in the place of the first."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def async_sleep(seconds: float) -> None:
    """Let other tasks run for so long."""
    await asyncio.sleep(seconds)


def sync_sleep(seconds: float) -> None:
    """Stop this thread for so long."""
    time.sleep(seconds)


def async_shield(work: Coroutine[Any, Any, T]) -> asyncio.Future[T]:
    """Run work to its end, even if the task that waits for it is cancelled meanwhile."""
    return asyncio.shield(work)


def sync_shield(result: T) -> T:
    """Return the result: a thread is not cancelled, and a second Ctrl-C shall leave at once."""
    return result

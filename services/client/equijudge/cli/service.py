"""Find or start the service that a command talks to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from equijudge._sync.client import Client
from equijudge.cli.console import make_wait_note, note
from equijudge.embedded.datadir import DataDir
from equijudge.embedded.judge import StartOptions, share_judge
from equijudge.retry import Retry
from equijudge.settings import load_settings

Tell = Callable[[str], None]


@contextmanager
def open_client(url: str | None, key: str | None, tell: Tell = note) -> Iterator[Client]:
    """Open a client of the named service, else of the embedded judge, which is started for the block if none runs.
    `tell` is told what is waited for."""
    retry = Retry(total_s=load_settings().retry_total_s)
    on_wait = make_wait_note(retry.total_s)
    with open_service(url, key, tell) as (url, key), Client(url, key, retry=retry, on_wait=on_wait) as client:
        yield client


@contextmanager
def open_service(url: str | None, key: str | None, tell: Tell = note) -> Iterator[tuple[str, str | None]]:
    """Give the address of that service, and its key."""
    settings = load_settings()
    url = url or settings.url
    if url is not None:
        yield url, key or settings.api_key
        return
    options = StartOptions(
        slots=settings.slots,
        timeout_s=settings.start_timeout_s,
        redis_memory_bytes=settings.redis_memory_bytes,
    )
    with share_judge(DataDir(settings.data_path()), options, tell) as instance:
        yield instance.url, instance.api_key

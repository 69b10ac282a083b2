"""The service a command talks to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from equijudge._sync.client import Client
from equijudge.cli.console import note, waited
from equijudge.embedded.datadir import DataDir
from equijudge.embedded.judge import StartOptions, shared
from equijudge.retry import Retry
from equijudge.settings import load


@contextmanager
def service(url: str | None, key: str | None) -> Iterator[Client]:
    """A client of the named service, else of the embedded judge, started for the block if none runs."""
    retry = Retry(total_s=load().retry_total_s)
    with address(url, key) as (url, key), Client(url, key, retry=retry, on_wait=waited) as client:
        yield client


@contextmanager
def address(url: str | None, key: str | None) -> Iterator[tuple[str, str | None]]:
    """Where that service is, and its key."""
    settings = load()
    url = url or settings.url
    if url is not None:
        yield url, key or settings.api_key
        return
    options = StartOptions(
        slots=settings.slots,
        timeout_s=settings.start_timeout_s,
        redis_memory_bytes=settings.redis_memory_bytes,
    )
    with shared(DataDir(settings.data_path()), options, note) as instance:
        yield instance.url, instance.api_key

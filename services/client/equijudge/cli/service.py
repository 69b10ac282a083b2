"""The service a command talks to, and following a job on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from equijudge import wire
from equijudge.cli.console import note, waited
from equijudge.client import Client
from equijudge.embedded.datadir import DataDir
from equijudge.embedded.judge import StartOptions, shared
from equijudge.retry import Retry
from equijudge.settings import load
from equijudge_core.contracts import ResultLine


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
    options = StartOptions(slots=settings.slots, timeout_s=settings.start_timeout_s)
    with shared(DataDir(settings.data_path()), options, note) as instance:
        yield instance.url, instance.api_key


def judged(
    client: Client, batch: wire.Batch, options: wire.Options, seen: Callable[[ResultLine], None]
) -> list[ResultLine]:
    """All results in request order; `seen` gets each as it comes. Ctrl-C cancels the job."""
    job = client.submit(batch, **options)
    results: list[ResultLine] = []
    try:
        for result in client.results(job.job_id):
            results.append(result)
            seen(result)
    except KeyboardInterrupt:
        note("cancelling")
        client.cancel(job.job_id)
        raise
    return wire.in_order(results, job)

"""The service a command talks to, and following a job on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from equijudge import wire
from equijudge.cli.console import note, waited
from equijudge.client import Client
from equijudge.embedded.datadir import DataDir, Instance
from equijudge.embedded.judge import StartOptions, shared
from equijudge.retry import Retry
from equijudge.settings import ClientSettings, load
from equijudge_core.contracts import ResultLine


@contextmanager
def service(url: str | None, key: str | None) -> Iterator[Client]:
    """A client of the named service, else of the embedded judge, started for the block if none runs."""
    settings = load()
    url = url or settings.url
    if url is not None:
        with _client(url, key or settings.api_key, settings) as client:
            yield client
        return
    options = StartOptions(slots=settings.slots, timeout_s=settings.start_timeout_s)
    with (
        shared(DataDir(settings.data_path()), options, note) as instance,
        _local(instance, settings) as client,
    ):
        yield client


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


def _local(instance: Instance, settings: ClientSettings) -> Client:
    return _client(instance.url, instance.api_key, settings)


def _client(url: str, key: str | None, settings: ClientSettings) -> Client:
    return Client(url, key, retry=Retry(total_s=settings.retry_total_s), on_wait=waited)

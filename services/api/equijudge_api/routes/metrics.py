"""GET /metrics: what is counted, in Prometheus's text format.

The counts lie in Redis, where API and workers add to them, so prometheus_client's own counters, which a process holds
for itself, are of no use: its registry collects a snapshot of Redis instead. Not open to outcome-only keys
(outcome_only.OPEN_CALLS): on an idle service one cache hit more would tell what others have submitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import APIRouter, Response
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from equijudge_api.dependencies import QueueDep
from equijudge_api.openapi import refusal_responses
from equijudge_api.queue.snapshot import Snapshot
from equijudge_api.routes.stats import build_stats
from equijudge_core.contracts.stats import Stats, WorkerState
from equijudge_queue import counters
from equijudge_queue.counters import Count, Histogram

router = APIRouter(tags=["numbers"])
TEXT: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "Prometheus's text format"}
}
PREFIX = "equijudge_"


@router.get("/metrics", response_class=Response, responses={**TEXT, **refusal_responses()})
async def get_metrics(queue: QueueDep) -> Response:
    """Counters, histograms and gauges. They lie in Redis: every API gives the same, after a restart too."""
    return Response(expose(await queue.snapshot()), media_type=CONTENT_TYPE_PLAIN_0_0_4)


class SnapshotCollector(Collector):
    """Give prometheus_client one snapshot as metric families."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def collect(self) -> Iterable[Metric]:
        """See Collector."""
        yield from (counter_metric(count, self._snapshot) for count in counters.COUNTS)
        yield from (histogram_metric(times, self._snapshot) for times in counters.HISTOGRAMS)
        yield from gauges(build_stats(self._snapshot))


def expose(snapshot: Snapshot) -> bytes:
    """Render a snapshot as the text that Prometheus reads."""
    registry = CollectorRegistry()
    registry.register(SnapshotCollector(snapshot))
    return generate_latest(registry)


def counter_metric(count: Count, snapshot: Snapshot) -> Metric:
    """One counter, with all values of its label that have been seen or are known."""
    if not count.label:
        return CounterMetricFamily(PREFIX + count.name, count.help, value=snapshot.total(count))
    family = CounterMetricFamily(PREFIX + count.name, count.help, labels=[count.label])
    for value, number in snapshot.by_label(count).items():
        family.add_metric([value], number)
    return family


def histogram_metric(times: Histogram, snapshot: Snapshot) -> Metric:
    """One histogram; Prometheus's buckets hold what the smaller ones hold too."""
    buckets, below = [], 0
    for number, bound in enumerate((*map(str, times.bounds), "+Inf")):
        below += snapshot.counts.get(times.bucket(number), 0)
        buckets.append((bound, below))
    total_s = snapshot.counts.get(times.sum_field, 0) / 1e6
    return HistogramMetricFamily(f"{PREFIX}{times.name}_seconds", times.help, buckets=buckets, sum_value=total_s)


def gauges(stats: Stats) -> Iterator[Metric]:
    """What goes up and down, and two totals that are kept elsewhere than the rest."""
    yield CounterMetricFamily(
        PREFIX + "cache_misses", "Candidates that were not in the verdict cache.", value=stats.cache_misses
    )
    yield CounterMetricFamily(
        PREFIX + "lease_takeovers", "Chunks put back because their worker fell silent.", value=stats.takeovers
    )
    yield GaugeMetricFamily(PREFIX + "backlog_candidates", "Candidates accepted, not answered.", value=stats.backlog)
    yield GaugeMetricFamily(PREFIX + "backlog_bytes", "Bytes held by jobs that run.", value=stats.backlog_bytes)
    yield GaugeMetricFamily(PREFIX + "open_chunks", "Chunks that wait or are worked on.", value=stats.open_chunks)
    yield GaugeMetricFamily(PREFIX + "redis_used_bytes", "Memory that Redis uses.", value=stats.store.used_bytes)
    yield GaugeMetricFamily(
        PREFIX + "redis_max_bytes", "Redis's maxmemory; 0: none is set.", value=stats.store.max_bytes or 0
    )
    held = GaugeMetricFamily(PREFIX + "held_bytes", "What lies in Redis, by kind.", labels=["kind"])
    bound = GaugeMetricFamily(PREFIX + "held_max_bytes", "Beyond so much the oldest go.", labels=["kind"])
    for name, kind in stats.store.kinds.items():
        held.add_metric([name], kind.bytes)
        if kind.max_bytes is not None:
            bound.add_metric([name], kind.max_bytes)
    yield held
    yield bound
    workers = GaugeMetricFamily(PREFIX + "workers", "Worker processes; in trouble: without cells.", labels=["state"])
    states = Counter(worker.state for worker in stats.workers)
    for state in WorkerState:
        workers.add_metric([state], states[state])
    yield workers
    cells = GaugeMetricFamily(PREFIX + "cells", "Cells at the moment.", labels=["driver", "state"])
    for driver, number in stats.cells.items():
        for name, value in number.model_dump().items():
            cells.add_metric([driver, name], value)
    yield cells

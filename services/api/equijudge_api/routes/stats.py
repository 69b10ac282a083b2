"""GET /stats: the service at a glance, for `equijudge top`. Not open to outcome-only keys, like /metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from fastapi import APIRouter

from equijudge_api.dependencies import QueueDep
from equijudge_api.openapi import refusal_responses
from equijudge_api.queue.cleanup import memory_bounds
from equijudge_api.queue.snapshot import Snapshot, WorkerReport
from equijudge_core.contracts.stats import CellStates, KindStats, Stats, Step, StoreStats, WorkerState, WorkerStats
from equijudge_core.contracts.verdict import JUDGED, Verdict
from equijudge_queue import counters, schema

router = APIRouter(tags=["numbers"])
STARTING = "starting"  # what a worker says of its engine before it has looked
NOW_STEPS = 2  # whole steps that "now" covers, beside the one that is not over


@router.get("/stats", responses=refusal_responses())
async def get_stats(queue: QueueDep) -> Stats:
    """The service at a glance: queue, workers, cells, verdicts, and the last five minutes."""
    return build_stats(await queue.snapshot())


def build_stats(snapshot: Snapshot) -> Stats:
    """Build the answer of a snapshot."""
    workers = tuple(sorted(map(worker_stats, snapshot.workers), key=lambda worker: (worker.name, worker.slot or 0)))
    steps = tuple(build_step(fields) for fields in snapshot.steps)
    per_s = candidates_per_s(steps, snapshot.at)
    hits = snapshot.total(counters.CACHE_HITS)
    verdicts = snapshot.by_label(counters.CANDIDATES)
    return Stats(
        at=snapshot.at,
        backlog=snapshot.backlog,
        backlog_bytes=snapshot.backlog_bytes,
        open_chunks=snapshot.open_chunks,
        candidates_per_s=per_s,
        eta_s=snapshot.backlog / per_s if per_s else None,
        workers=workers,
        cells=cells_by_driver(workers),
        verdicts={verdict: verdicts[verdict] for verdict in JUDGED},
        internal_errors=snapshot.by_label(counters.FAULTS),
        cache_hits=hits,
        cache_misses=sum(verdicts.values()) - hits,
        takeovers=snapshot.takeovers,
        confirming_runs=snapshot.total(counters.CONFIRMING),
        store=store_stats(snapshot),
        step_s=counters.PACE_STEP_S,
        steps=steps,
    )


def store_stats(snapshot: Snapshot) -> StoreStats:
    """What lies in Redis, and how much may."""
    most = int(snapshot.memory.get("maxmemory", 0))
    dropped, dropped_bytes = (snapshot.by_label(count) for count in (counters.DROPPED, counters.DROPPED_BYTES))
    bounds = asdict(memory_bounds(most))
    return StoreStats(
        used_bytes=int(snapshot.memory.get("used_memory", 0)),
        max_bytes=most or None,
        kinds={
            kind: KindStats(
                bytes=snapshot.held.get(kind, 0),
                max_bytes=bounds.get(kind),
                dropped=dropped.get(kind, 0),
                dropped_bytes=dropped_bytes.get(kind, 0),
            )
            for kind in schema.KINDS
        },
    )


def worker_stats(heard: WorkerReport) -> WorkerStats:
    """One worker; of one that has fallen silent only its name is left."""
    if heard.facts is None:
        return WorkerStats(name=heard.name, state=WorkerState.SILENT, silent_for_s=heard.ago_s)
    engine, job = str(heard.facts.get("engine", "")), str(heard.facts.get("job", ""))
    return WorkerStats(
        name=heard.name,
        state=worker_state(engine, job),
        silent_for_s=heard.ago_s,
        slot=heard.facts.get("slot"),
        driver=heard.facts.get("driver", ""),
        isolation=heard.facts.get("isolation", ""),
        trouble="" if engine == STARTING else engine,
        job=job,
        candidates=heard.facts.get("candidates", 0),
        candidates_per_s=heard.facts.get("candidates_per_s", 0.0),
        cells=CellStates(**heard.facts.get("cells", {})),
    )


def worker_state(engine: str, job: str) -> WorkerState:
    """What a worker does, from what it says of its engine and of the job at hand."""
    if engine == STARTING:
        return WorkerState.STARTING
    if engine:
        return WorkerState.TROUBLE
    return WorkerState.JUDGING if job else WorkerState.IDLE


def cells_by_driver(workers: Sequence[WorkerStats]) -> dict[str, CellStates]:
    """Cells by driver, of all workers that are heard of."""
    found: dict[str, CellStates] = {}
    for worker in workers:
        if worker.driver:
            before, more = found.get(worker.driver, CellStates()), worker.cells
            found[worker.driver] = CellStates(
                starting=before.starting + more.starting, idle=before.idle + more.idle, busy=before.busy + more.busy
            )
    return found


def build_step(fields: Mapping[str, int]) -> Step:
    """One step of time."""
    verdicts = {Verdict(name): number for name, number in fields.items() if name != "cached"}
    return Step(verdicts=verdicts, cached=fields.get("cached", 0))


def candidates_per_s(steps: Sequence[Step], at: float) -> float:
    """Candidates a second, of the last NOW_STEPS steps and the one that is not over at the time `at`."""
    seconds = NOW_STEPS * counters.PACE_STEP_S + at % counters.PACE_STEP_S
    return sum(step.candidates for step in steps[-1 - NOW_STEPS :]) / seconds

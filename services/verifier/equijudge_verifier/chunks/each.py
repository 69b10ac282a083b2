"""What a chunk holds, done one by one: the same only once, and what becomes a fault of ours. Of any kind of chunk."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from equijudge_core.logs import log_context
from equijudge_queue.counters import FAULTS, Fault
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.worker.session import TRIES, ChunkSession
from equijudge_verifier.worker.store import REDIS_AWAY

log = logging.getLogger(__name__)


class Task(Protocol):
    """One thing to do. key: the same for those that have the same result."""

    @property
    def key(self) -> str: ...
    @property
    def index(self) -> int: ...
    @property
    def problem_id(self) -> str: ...


T = TypeVar("T", bound=Task)
R = TypeVar("R")


def do_each(
    session: ChunkSession,
    tasks: Sequence[T],
    do: Callable[[T], R],
    fault: Callable[[T, str], R],
    report: Callable[[T, R, bool], bool],
) -> None:
    """Do task after task, and of those that are the same only the first. Raise Abandoned.

    `fault`: the result of one that comes to nothing through a fault of ours, whose reason this is. `report` takes each
    result, and whether it is that of one before; it says whether the task need not be done again when the chunk is
    begun again.
    """
    results: dict[str, R] = {}
    if tasks and (tries := session.count_try()) > TRIES:  # every worker that began with it has ended: no more
        session.slot.metrics.count(FAULTS, Fault.WORKERS_LOST)
        results[tasks[0].key] = fault(tasks[0], f"{tries - 1} workers ended while this candidate was judged")
    for task in tasks:
        session.start_candidate()
        with log_context(problem=task.problem_id, candidate=task.index):
            same = task.key in results
            if not same:
                results[task.key] = _do_one(session, task, do, fault)
            if report(task, results[task.key], same):
                session.time_slice.count_candidate()


def _do_one(session: ChunkSession, task: T, do: Callable[[T], R], fault: Callable[[T, str], R]) -> R:
    """Do one task. What goes wrong on our side is a fault, of this one alone."""
    log.debug("begun")
    try:
        return session.wait_for_cells(lambda: do(task))
    except (Abandoned, *REDIS_AWAY):
        raise
    except Exception as error:  # whatever it is, the others go on
        log.exception("an error of the judge")
        session.slot.metrics.count(FAULTS, Fault.BUG)
        return fault(task, f"{type(error).__name__} in the judge")

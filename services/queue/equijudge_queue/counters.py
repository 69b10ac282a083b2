"""What is counted, and how the counts lie in Redis: names and bounds. Pure.

One hash, METRICS, holds whole numbers that only grow, so that they survive every process and all APIs show the
same. Its fields are `counter/label value`, `histogram/n` (observations in the n-th bucket alone, the one above
the last bound included) and `histogram/sum_us` (microseconds). Labels have few values: never an id.

What belongs to a result (CANDIDATES, CACHE_HITS) is counted with the result itself, by parts/take_result.lua, and so
exactly once; training runs likewise, by runs/*.lua. The rest a worker adds up in memory and hands in with its
heartbeat, by jobs/add_counts.lua, which takes each batch once, however often it is sent; a worker that is killed takes
the counts since its last heartbeat with it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from equijudge_core.contracts.verdict import JUDGED

METRICS = "ej:metrics"
BATCH_KEPT_S = 24 * 3600  # how long a worker's last batch is remembered
PACE_STEP_S = 5  # what was answered lately is counted by steps of time
PACE_STEPS = 60
PACE_KEPT_S = 2 * PACE_STEP_S * PACE_STEPS


def batch_key(worker: str) -> str:
    """Number: the last batch that was taken from a worker process."""
    return f"ej:metrics:batch:{worker}"


def pace_key(step: int) -> str:
    """Hash: results by verdict, and `cached`, of the step-th PACE_STEP_S since the epoch."""
    return f"ej:pace:{step}"


@dataclass(frozen=True, slots=True)
class Count:
    """A counter; with a label one for each of its values."""

    name: str
    help: str
    label: str = ""
    values: tuple[str, ...] = ()  # of the label, those that are shown even at 0

    def field(self, value: str = "") -> str:
        """Where METRICS keeps it."""
        return f"{self.name}/{value}"


@dataclass(frozen=True, slots=True)
class Histogram:
    """A histogram of seconds; a bucket holds what is at most its bound."""

    name: str
    help: str
    bounds: tuple[float, ...]

    def field(self, seconds: float) -> str:
        """Where METRICS keeps the bucket of an observation."""
        return self.bucket(bisect_left(self.bounds, seconds))

    def bucket(self, number: int) -> str:
        """Where METRICS keeps a bucket; len(bounds) is the one above the last bound."""
        return f"{self.name}/{number}"

    @property
    def sum_field(self) -> str:
        """Where METRICS keeps the sum, in microseconds."""
        return f"{self.name}/sum_us"


class Fault(StrEnum):
    """Why a verdict was IE."""

    BUG = "bug"  # an error of the judge, with its traceback in the log
    CELLS_LOST = "cells_lost"  # cells were lost, and canaries with them
    WORKERS_LOST = "workers_lost"  # every worker that began with the candidate ended
    LANGUAGE_MISSING = "language_missing"  # the worker that took the candidate does not have its language
    PROBLEM_GONE = "problem_gone"
    CHECKER = "checker"  # the checker could not judge, such as by an expected output that it cannot read


class Executed(StrEnum):
    """What became of a program that was to be run on inputs."""

    RUN = "run"
    NOT_COMPILED = "not_compiled"
    INTERNAL_ERROR = "internal_error"


CANDIDATES = Count("candidates", "Candidates answered.", "verdict", JUDGED)
CACHE_HITS = Count("cache_hits", "Candidates answered from the verdict cache.")
FAULTS = Count("internal_errors", "Verdicts IE, by what went wrong.", "reason", tuple(Fault))
TESTS = Count("tests", "Tests run, confirming runs included.")
CONFIRMING = Count("confirming_runs", "Tests run again because a time limit was passed, perhaps by chance.")
EXECUTIONS = Count("executions", "Programs run on inputs, by how that went.", "state", tuple(Executed))
CELLS_MADE = Count("cells_made", "Cells that came up.", "driver")
CELLS_RETIRED = Count("cells_retired", "Cells that are used no more; lost ones misbehaved or died.", "reason")
TRAINING_RUNS = Count(
    "training_runs", "Training runs, by what became of them.", "state", ("accepted", "done", "failed", "cancelled")
)
RUN_TAKEOVERS = Count("training_run_takeovers", "Training runs put back because their worker fell silent.")
DROPPED = Count(
    "dropped",
    "What went although it was not old, since there was too much of it.",
    "kind",
    ("problems", "results", "verdicts"),
)
DROPPED_BYTES = Count("dropped_bytes", "Bytes of that.", "kind", DROPPED.values)
COUNTS = (
    *(CANDIDATES, CACHE_HITS, FAULTS, TESTS, CONFIRMING, EXECUTIONS, CELLS_MADE, CELLS_RETIRED),
    *(TRAINING_RUNS, RUN_TAKEOVERS, DROPPED, DROPPED_BYTES),
)

QUEUE_WAIT = Histogram(
    "queue_wait",
    "From the acceptance of a job until a worker takes a chunk of it, for every chunk.",
    (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0),
)
COMPILE = Histogram(
    "compile", "CPU time of a compile step.", (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 10.0)
)
RUN = Histogram(
    "run", "Wall time of one test.", (0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 60.0)
)
CHECKER = Histogram(
    "checker", "Time to compare one test's output.", (0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.01, 0.1, 1.0)
)
HISTOGRAMS = (QUEUE_WAIT, COMPILE, RUN, CHECKER)

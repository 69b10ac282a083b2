"""How far a job is."""

from __future__ import annotations

from enum import StrEnum

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.verdict import Verdict


class JobState(StrEnum):
    """A job is `running` from its acceptance until its last result, unless it is cancelled."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class JobKind(StrEnum):
    """What a job was asked for by: `POST /verify`, `/score-generations`, `/equivalence-sets` or `/execute`."""

    VERIFY = "verify"
    SCORE = "score"
    SETS = "sets"
    EXECUTE = "execute"


class JobStatus(Contract):
    """Answer of `GET /jobs/{id}`. eta_s is null until a result has come in.

    For an outcome-only key done is 0 and verdicts is empty until the job is done; cached is 0, and finished_at and
    eta_s are null.
    """

    job_id: str
    state: JobState
    candidates: int
    done: int
    cached: int = 0
    verdicts: dict[Verdict, int]
    created_at: float
    finished_at: float | None = None
    eta_s: float | None = None


class ListedJob(JobStatus):
    """A job as `GET /jobs` lists it. `candidates` of sets are problems."""

    kind: JobKind


class Jobs(Contract):
    """Answer of `GET /jobs`, the newest first."""

    jobs: tuple[ListedJob, ...]

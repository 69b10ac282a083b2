"""What Redis keeps of a job, as a model. Pure but for the clock."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from equijudge_core.contracts.jobs import JobKind, JobState, JobStatus
from equijudge_core.contracts.verdict import Verdict


@dataclass(frozen=True)
class Job:
    """A job and the id of the key it came with. `now`: when it was so, by the clock of its status."""

    owner: str
    status: JobStatus
    now: float
    is_scored: bool = False  # it ends with scores
    kind: JobKind = JobKind.VERIFY


def read_job(job_id: str, fields: Mapping[str, str], now: float) -> Job:
    """A job's hash, as it was at `now`."""
    kind = JobKind(fields.get("kind", JobKind.VERIFY))
    return Job(fields.get("owner", ""), job_status(job_id, fields), now, "closing" in fields, kind)


def job_status(job_id: str, fields: Mapping[str, str]) -> JobStatus:
    """A job's hash as a model; the ETA extrapolates its own rate."""
    candidates, done = int(fields["candidates"]), int(fields["done"])
    created_at, state = float(fields["created_at"]), JobState(fields["state"])
    running = state == JobState.RUNNING
    eta_s = (time.time() - created_at) / done * (candidates - done) if running and done else None
    return JobStatus(
        job_id=job_id,
        state=state,
        candidates=candidates,
        done=done,
        cached=int(fields["cached"]),
        verdicts={verdict: int(fields[f"v:{verdict}"]) for verdict in Verdict if f"v:{verdict}" in fields},
        created_at=created_at,
        finished_at=float(fields["finished_at"]) if "finished_at" in fields else None,
        eta_s=eta_s,
    )

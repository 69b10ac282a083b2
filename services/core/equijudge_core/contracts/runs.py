"""Training runs as API, trainer worker and client exchange them. Data only.

A run waits (`queued`) until a worker leases it (`leased`), is `running` from that worker's first report on, and ends as
`done`, `failed` or `cancelled`. A lease holds for ttl_s seconds from the worker's last report; after that the run waits
again, and the worker that takes it next gets another token. Reports with an older token are refused (409), and so are
those with another key than the one that leased.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, JsonValue, model_validator

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.run_config import RunConfig

Token = Annotated[str, Field(min_length=22, max_length=100, pattern="^[A-Za-z0-9_-]+$")]  # random, 128 bits at least
StepCount = Annotated[int, Field(ge=0, lt=1 << 53)]
WorkerName = Annotated[str, Field(min_length=1, max_length=200, pattern="^[!-~]+$")]
MetricName = Annotated[str, Field(min_length=1, max_length=100)]
Metrics = Annotated[
    dict[MetricName, Annotated[float, Field(allow_inf_nan=False)]],
    Field(max_length=100),
]
LONGEST_FAULT = 4000  # characters
# Whatever can be sent on as JSON. To a type checker it is anything: who reads it knows what it holds.
if TYPE_CHECKING:
    Json: TypeAlias = Any
else:
    Json = JsonValue


class RunRequest(RunConfig):
    """Body of `POST /training-runs`: what to train. `name` is the caller's own."""

    name: Annotated[str, Field(max_length=200)] = ""

    @model_validator(mode="after")
    def _supervised(self) -> RunRequest:
        if self.stage != "sft":
            raise ValueError(f"stage: {self.stage} is run by `equijudge train` alone, the service's trainers take sft")
        return self


class RunState(StrEnum):
    """See the module."""

    QUEUED = "queued"
    LEASED = "leased"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing follows."""
        return self in (RunState.DONE, RunState.FAILED, RunState.CANCELLED)


class Stage(StrEnum):
    """What a worker does with the run at hand."""

    LOADING = "loading"
    TRAINING = "training"
    SAMPLING = "sampling"
    SCORING = "scoring"


class RunFault(Contract):
    """Why a run failed. whose `run`: its configuration, its data, its numbers; `service`: a fault of ours, of the
    worker or of its machine."""

    whose: Literal["run", "service"]
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_FAULT)]


class CheckpointScores(Contract):
    """What `POST /score-generations` found of programs drawn after `step` optimiser steps at one temperature.

    verbalized: so many programs were asked for in one answer.
    """

    step: StepCount
    temperature: float
    verbalized: int | None = None
    scores: dict[str, Json]


class RunStatus(Contract):
    """A run at the moment.

    step of steps: optimiser steps done; checkpoint: the step of the last checkpoint, where a worker goes on.
    metrics: the last that was told of each. attempts: how often a worker has begun with it; one that gave it
    back does not count. Times are seconds since the epoch. `request` and `scores` are null in lists and events.
    """

    run_id: str
    name: str
    state: RunState
    stage: Stage | None = None
    step: StepCount = 0
    steps: StepCount | None = None
    checkpoint: StepCount | None = None
    metrics: dict[str, float] = Field(default_factory=dict)
    attempts: int = 0
    worker: str | None = None
    fault: RunFault | None = None
    created_at: float
    started_at: float | None = None
    finished_at: float | None = None
    request: RunRequest | None = None
    scores: tuple[CheckpointScores, ...] | None = None


class Runs(Contract):
    """Answer of `GET /training-runs`, the newest first."""

    runs: tuple[RunStatus, ...]


class LeaseRequest(Contract):
    """Body of `POST /training-runs/lease`. A worker has one run at a time: asking again gives up the one it had.

    worker: a name that is its own, the same after a restart. wait: seconds to wait for a run.
    """

    worker: WorkerName
    wait: Annotated[float, Field(ge=0, le=20, allow_inf_nan=False)] = 0.0


class Lease(Contract):
    """A run for the worker that asked. checkpoint: the step of the last checkpoint that some worker has told of."""

    run_id: str
    token: Token
    ttl_s: float
    attempt: int
    checkpoint: StepCount | None = None
    request: RunRequest


class Held(Contract):
    """Body of a heartbeat and of a release: the lease's token."""

    token: Token


class Progress(Held):
    """Body of `POST /training-runs/{id}/progress`; what is null stays as it was told before."""

    stage: Stage
    step: StepCount = 0
    steps: StepCount | None = None
    checkpoint: StepCount | None = None
    metrics: Metrics = Field(default_factory=dict)


class Finish(Held):
    """Body of `POST /training-runs/{id}/finish`: the scores (none where nothing was to be evaluated), or the fault."""

    step: StepCount = 0
    scores: tuple[CheckpointScores, ...] = ()
    fault: RunFault | None = None

    @model_validator(mode="after")
    def _one(self) -> Finish:
        if self.fault is not None and self.scores:
            raise ValueError("either scores or a fault")
        return self

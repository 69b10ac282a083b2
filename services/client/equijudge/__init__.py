"""The front door of equijudge: a client for the service, and the `equijudge` command in `equijudge.cli`."""

from equijudge.aio import AsyncClient
from equijudge.client import Client
from equijudge.errors import (
    BadAnswer,
    BadArgument,
    Busy,
    EmbeddedError,
    EquijudgeError,
    Invalid,
    JobCancelled,
    JobTimedOut,
    MissingExtra,
    NotFound,
    Refused,
    ServiceFault,
    Unauthorized,
    Unreachable,
)
from equijudge.extraction import extract_code
from equijudge.retry import Retry
from equijudge_core.contracts import Candidate, CheckerSpec, LimitOptions, ResultLine, ServiceLimits
from equijudge_core.generations import Generation, ProblemGenerations, ReferenceClusters
from equijudge_core.sets.contracts import EquivalenceSet, SetOptions
from equijudge_core.verdict import Verdict

__all__ = [
    "AsyncClient",
    "BadAnswer",
    "BadArgument",
    "Busy",
    "Candidate",
    "CheckerSpec",
    "Client",
    "EmbeddedError",
    "EquijudgeError",
    "EquivalenceSet",
    "Generation",
    "Invalid",
    "JobCancelled",
    "JobTimedOut",
    "LimitOptions",
    "MissingExtra",
    "NotFound",
    "ProblemGenerations",
    "ReferenceClusters",
    "Refused",
    "ResultLine",
    "Retry",
    "ServiceFault",
    "ServiceLimits",
    "SetOptions",
    "Unauthorized",
    "Unreachable",
    "Verdict",
    "extract_code",
]

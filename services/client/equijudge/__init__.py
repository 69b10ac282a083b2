"""The front door of equijudge: a client for the service, and the `equijudge` command in `equijudge.cli`."""

from equijudge._async.client import AsyncClient
from equijudge._sync.client import Client
from equijudge.code_extraction import extract_code
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
from equijudge.listing import Listing, Scores
from equijudge.progress import ProgressReport
from equijudge.retry import Retry
from equijudge_core.contracts.execute import Execution, ExecutionLine, InputRun
from equijudge_core.contracts.jobs import JobStatus, ListedJob
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations, ReferenceClusters
from equijudge_core.contracts.service import ProblemSummary, ServiceLanguages, ServiceLimits
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CheckerSpec, LimitOptions, ResultLine

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
    "Execution",
    "ExecutionLine",
    "Generation",
    "InputRun",
    "Invalid",
    "JobCancelled",
    "JobStatus",
    "JobTimedOut",
    "LimitOptions",
    "ListedJob",
    "Listing",
    "MissingExtra",
    "NotFound",
    "ProblemGenerations",
    "ProblemSummary",
    "ProgressReport",
    "ReferenceClusters",
    "Refused",
    "ResultLine",
    "Retry",
    "Scores",
    "ServiceFault",
    "ServiceLanguages",
    "ServiceLimits",
    "SetOptions",
    "Unauthorized",
    "Unreachable",
    "Verdict",
    "extract_code",
]

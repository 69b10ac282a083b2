"""code-judge's own bodies, field by field, and its words. What it does not know it passes over, as it does itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal
from uuid import uuid4

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from equijudge_core.contracts.unicode_text import JudgedText, replace_surrogates

SHOWN_CHARACTERS = 1_000  # of stdout, and of stderr
ShownId = Annotated[str, BeforeValidator(replace_surrogates)]


class Kind(StrEnum):
    """What a submission is."""

    PYTHON = "python"
    CPP = "cpp"
    MATH = "math"


class Reason(StrEnum):
    """Why there is no plain answer; '' where there is one."""

    NONE = ""
    INTERNAL_ERROR = "internal_error"
    WORKER_TIMEOUT = "worker_timeout"
    QUEUE_TIMEOUT = "queue_timeout"
    INVALID_INPUT = "invalid_input"


class Body(BaseModel):
    """Frozen; fields that nobody knows are passed over."""

    model_config = ConfigDict(frozen=True, use_enum_values=False)


def new_id() -> str:
    """An id for whoever gave none."""
    return str(uuid4())


class CodeSubmission(Body):
    """A program, what it reads, and what it should print. `options` say nothing to us, as they do to code-judge."""

    type: Kind
    solution: JudgedText
    sub_id: ShownId | None = None
    options: dict[str, str] | None = None
    input: str | None = None
    expected_output: str | None = None


class CodeBatch(Body):
    """Several of them."""

    type: Literal["batch"] = "batch"
    sub_id: ShownId | None = None
    submissions: Annotated[tuple[CodeSubmission, ...], Field(min_length=1)]


class JudgedSubmission(Body):
    """An answer of /judge. success: run_success, and the output is what was expected. cost: seconds."""

    sub_id: str
    success: bool = False
    run_success: bool = False
    cost: float = 0.0
    reason: Reason = Reason.NONE


class RunSubmission(JudgedSubmission):
    """An answer of /run."""

    stdout: str | None = None
    stderr: str | None = None


class BatchAnswer(Body):
    """Answers in the order of the submissions."""

    sub_id: str
    results: tuple[RunSubmission | JudgedSubmission, ...]

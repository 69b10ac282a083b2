"""What SandboxFusion's clients send and read, by its names. Data only.

A field that is not there is passed over, as there. Limits on sizes are checked where a request is translated.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from equijudge_core.contracts.unicode_text import JudgedText

Timeout = Annotated[float, Field(gt=0, allow_inf_nan=False)]  # seconds


class Model(BaseModel):
    """What every model is: frozen. Texts have a bound, so that one which is no Unicode is refused."""

    model_config = ConfigDict(frozen=True, str_min_length=0)


class CommandRunStatus(StrEnum):
    """How a part went: it ended, or could not be had by a fault of ours, or was late."""

    FINISHED = "Finished"
    ERROR = "Error"
    TIME_LIMIT_EXCEEDED = "TimeLimitExceeded"


class RunStatus(StrEnum):
    """How all of it went. SandboxError is a fault of ours, which clients try again."""

    SUCCESS = "Success"
    FAILED = "Failed"
    SANDBOX_ERROR = "SandboxError"


class CommandRunResult(Model):
    """What compiling or running did. execution_time: wall time in seconds. return_code: null on a timeout; negative
    where a signal ended it."""

    status: CommandRunStatus
    execution_time: float | None = None
    return_code: int | None = None
    stdout: str | None = None
    stderr: str | None = None


class RunCodeRequest(Model):
    """Body of `POST /run_code`. memory_limit_MB: -1 for none. files: base64 by path, null for none."""

    code: JudgedText
    language: str = "python"
    stdin: JudgedText | None = None
    compile_timeout: Timeout = 10.0
    run_timeout: Timeout = 10.0
    memory_limit_MB: int = -1
    files: dict[str, str | None] = Field(default={})
    fetch_files: list[str] = Field(default=[])


class RunCodeResponse(Model):
    """Its answer. `message`: of a SandboxError, else '' or what of the files is not there. `files`: base64 by path."""

    status: RunStatus
    message: str = ""
    compile_result: CommandRunResult | None = None
    run_result: CommandRunResult | None = None
    executor_pod_name: str | None = None
    files: dict[str, str] = Field(default={})


class StdioTest(Model):
    """A test of a problem that reads and writes. Other names than stdin and stdout would be files."""

    input: dict[str, str]
    output: dict[str, str]


class SubmitConfig(Model):
    """How a submission is judged."""

    dataset_type: str | None = None
    language: str | None = None
    locale: str | None = None
    is_fewshot: bool | None = None
    compile_timeout: Timeout | None = None
    run_timeout: Timeout | None = None
    custom_extract_logic: str | None = None
    provided_data: dict[str, Any] | list[dict[str, Any]] | None = None
    extra: dict[str, Any] = Field(default={})


class SubmitRequest(Model):
    """Body of `POST /submit`."""

    dataset: str
    id: int | str
    completion: JudgedText
    config: SubmitConfig


class TestCase(Model):
    """What became of one test."""

    __test__ = False
    passed: bool
    exec_info: RunCodeResponse
    test_info: dict[str, Any] | None = None


class SubmitResponse(Model):
    """Its answer. `tests`: those that ran."""

    id: int | str
    accepted: bool
    extracted_code: str
    full_code: str | None = None
    test_code: str | None = None
    tests: list[TestCase] = Field(default=[])
    extracted_type: Literal["fenced", "incomplete_fenced", "heuristic", "empty"] | None = None
    extra: dict[str, Any] | None = None

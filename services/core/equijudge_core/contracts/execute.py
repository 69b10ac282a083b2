"""What API, queue and client exchange about executions: programs and inputs in; outputs, exits and costs back.

No expectation and no verdict: what a run did is told as it was. Data only. How many programs and inputs a request may
hold, and how long a source may be, are the API's settings.
"""

from __future__ import annotations

import base64
import binascii
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.jobs import JobStatus
from equijudge_core.contracts.unicode_text import JudgedText, is_unicode
from equijudge_core.contracts.verify import Environment

MOST_FILES = 64  # that lie beside one program
MOST_FILES_BYTES = 8 << 20  # of them all, as they lie there
MOST_FETCHED = 8  # files that are brought out of one run
FETCHED_BYTES = 64 << 10  # of each of them; of a longer one its beginning
MOST_KEPT_BYTES = 8 << 20  # of stdout and stderr, of one run, and of all that is kept of one program's runs
MOST_PATH_BYTES = 255


def check_path(path: str) -> str:
    """Return the path unchanged. Raise PydanticCustomError for one that is not relative, or could lead out of the
    folder."""
    if len(path.encode()) > MOST_PATH_BYTES or "\0" in path:
        raise PydanticCustomError("path", f"must be at most {MOST_PATH_BYTES} bytes long, none of them NUL")
    if any(part in ("", ".", "..") for part in path.split("/")):
        raise PydanticCustomError("path", "must be a relative path of a file, without '.', '..' or empty parts")
    return path


def check_base64(text: str) -> str:
    """Return the text unchanged. Raise PydanticCustomError for what is no base64."""
    try:
        binascii.a2b_base64(text, strict_mode=True)
    except ValueError as error:
        said = "must be base64 (RFC 4648, section 4), with its padding and without line breaks"
        raise PydanticCustomError("base64", said) from error
    return text


class Encoded(Contract):
    """Bytes of any kind, as base64."""

    base64: Annotated[str, AfterValidator(check_base64)]


def encode_surrogates(value: Any) -> Any:
    """Take a text that is no Unicode for its bytes, as those of a problem's tests are taken: a lone surrogate for its
    three. What is no text stays as it is."""
    if not isinstance(value, str) or is_unicode(value):
        return value
    return {"base64": base64.b64encode(value.encode("utf-8", "surrogatepass")).decode()}


TEXT, ENCODED = "constrained-str", "Encoded"  # as field_errors.MEMBERS has them


def member_of(value: Any) -> str:
    """Which of both a content is; what is neither is no text."""
    return ENCODED if isinstance(value, dict | Encoded) else TEXT


FilePath = Annotated[str, Field(min_length=1), AfterValidator(check_path)]
Content = Annotated[
    Annotated[str, Tag(TEXT)] | Annotated[Encoded, Tag(ENCODED)],
    Discriminator(member_of),
    BeforeValidator(encode_surrogates),
]
Word = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00]*$")]


def to_bytes(content: str | Encoded) -> bytes:
    """The bytes of a text, in UTF-8, or those that are encoded."""
    return content.encode() if isinstance(content, str) else base64.b64decode(content.base64)


class ExecuteLimits(Contract):
    """Limits of each run; what is absent is the operator's default. Beyond the operator's bounds: 422.

    time_limit_s: CPU time; wall_time_limit_s only bounds programs that sleep, by default three times as much and two
    seconds. total_time_s: CPU time of all inputs of a program together; what is left then is not run. The output limit
    is of stdout: a run that passes it is ended.
    """

    time_limit_s: Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)] | None = None
    wall_time_limit_s: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)] | None = None
    total_time_s: Annotated[float, Field(gt=0, le=86_400, allow_inf_nan=False)] | None = None
    compile_time_limit_s: Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)] | None = None
    memory_limit_bytes: Annotated[int, Field(ge=1 << 20, le=64 << 30)] | None = None
    output_limit_bytes: Annotated[int, Field(ge=1, le=1 << 30)] | None = None


class ExecuteOptions(Contract):
    """How programs are run and what is told of it.

    keep_bytes: of stdout its first and of stderr its last so many bytes. cache: a program that was run with the same
    inputs, files and options before, and kept, is not run again; only for programs that always do the same.
    """

    limits: ExecuteLimits = ExecuteLimits()
    keep_bytes: Annotated[int, Field(ge=0, le=MOST_KEPT_BYTES)] = 64 << 10
    cache: bool = False


class Execution(Contract):
    """A program, and the inputs on which it is run, each in a process of its own and a folder of its own.

    `id`: the caller's own name for it. `language`: as for Candidate. inputs: what each run has on stdin. files: what
    lies in the folder of every run, and of the compiler, by path. fetch: paths of files that are brought back when a
    run is over. limits, keep_bytes, cache: null for those of the request.
    """

    source: JudgedText
    language: str = "python3"
    id: Annotated[str, Field(max_length=200)] | None = None
    inputs: Annotated[tuple[Content, ...], Field(min_length=1)] = ("",)
    arguments: Annotated[tuple[Word, ...], Field(max_length=64)] = ()
    files: Annotated[dict[FilePath, Content], Field(max_length=MOST_FILES)] = Field(default={})
    fetch: Annotated[tuple[FilePath, ...], Field(max_length=MOST_FETCHED)] = ()
    limits: ExecuteLimits | None = None
    keep_bytes: Annotated[int, Field(ge=0, le=MOST_KEPT_BYTES)] | None = None
    cache: bool | None = None


class ExecuteRequest(ExecuteOptions):
    """Body of `POST /execute`. `wait`: seconds to wait for the results before answering 202 with a job."""

    programs: Annotated[tuple[Execution, ...], Field(min_length=1)]
    wait: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 10.0


class AppliedExecuteLimits(Contract):
    """The limits in force."""

    cpu_time_s: float
    wall_time_s: float
    total_cpu_time_s: float
    compile_time_s: float
    memory_limit_bytes: int
    output_limit_bytes: int


class Exceeded(StrEnum):
    """The limit that a run passed, or for which it was ended. What is ended by any of them is the program's doing."""

    CPU_TIME = "cpu_time"
    WALL_TIME = "wall_time"
    MEMORY = "memory"
    OUTPUT = "output"
    FILES = "files"  # it made too many, or too large ones
    TOTAL_TIME = "total_time"  # it was not run: the inputs before had used up what all have together
    CELL_LOST = "cell_lost"  # each time that it ran it took its cell down, in which harmless programs go on


class Compiled(Contract):
    """How compiling went. cpu_time_s: 0 where what was compiled before is kept, or nothing is to do.

    ok False: the program was not run; message: the compiler's text. killed_for: the limit that the compiler passed.
    """

    ok: bool
    message: str = ""
    cpu_time_s: float = 0.0
    killed_for: Exceeded | None = None


class FetchedFile(Contract):
    """A file that a run left. truncated: it is longer, and this its beginning (FETCHED_BYTES)."""

    base64: str
    truncated: bool = False

    def read(self) -> bytes:
        """Its content."""
        return base64.b64decode(self.base64)


class InputRun(Contract):
    """What one run on one input did.

    exit_code: null where a signal ended it, or it was not run. killed_for: it passed a limit; one that ended by itself
    and too late has its exit_code all the same. internal_error: why it could not be run, through a fault of ours;
    nothing else is told then.

    stdout and stderr: what was written until the run was over, cut as asked for (`_truncated`); bytes that are no UTF-8
    are escaped there as \\xNN, and all of it is in `_base64` as it was. stdout_bytes: how much was written to stdout,
    as far as the limit goes. files: those of `fetch` that are there and are regular files, by path.
    memory_peak_bytes: what all its processes had above the runtime's own.
    """

    exit_code: int | None = None
    signal: int | None = None
    killed_for: Exceeded | None = None
    internal_error: str = ""
    stdout: str = ""
    stderr: str = ""
    stdout_base64: str | None = None
    stderr_base64: str | None = None
    stdout_bytes: int = 0
    stdout_truncated: bool = False
    stderr_truncated: bool = False
    cpu_time_s: float = 0.0
    wall_time_s: float = 0.0
    memory_peak_bytes: int = 0
    files: dict[str, FetchedFile] = Field(default={})

    @property
    def ok(self) -> bool:
        """Whether it ended by itself, within its limits, with exit status 0."""
        return self.exit_code == 0 and self.killed_for is None and not self.internal_error

    def stdout_data(self) -> bytes:
        """What is kept of stdout, as it was written."""
        return self.stdout.encode() if self.stdout_base64 is None else base64.b64decode(self.stdout_base64)

    def stderr_data(self) -> bytes:
        """What is kept of stderr, as it was written."""
        return self.stderr.encode() if self.stderr_base64 is None else base64.b64decode(self.stderr_base64)


class ExecutionResult(Contract):
    """What became of one program. runs: one for each input, in their order; none where it did not compile, or could
    not be run at all (internal_error says why: a fault of ours). attempts: how many cells were tried."""

    compiled: Compiled
    runs: tuple[InputRun, ...] = ()
    internal_error: str = ""
    attempts: int = 1
    limits: AppliedExecuteLimits
    environment: Environment | None = None

    @property
    def has_fault(self) -> bool:
        """Whether anything of it is missing through a fault of ours."""
        return bool(self.internal_error) or any(run.internal_error for run in self.runs)


class ExecutionLine(ExecutionResult):
    """One line of the results of such a job: which program of the request it is about, and what became of it.

    cached: it was not run now.
    """

    index: int
    id: str | None = None
    cached: bool = False


class ExecuteResponse(JobStatus):
    """Answer of `POST /execute`. `candidates` and `done` count programs; `verdicts` has IE alone, for those of which
    something is missing through a fault of ours. `results`: in request order, when all are there."""

    results: tuple[ExecutionLine, ...] | None = None

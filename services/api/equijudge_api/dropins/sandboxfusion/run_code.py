"""`/run_code` as one of our executions, and what became of it as SandboxFusion's answer. Pure.

run_timeout is CPU time here, and the clock bounds what sleeps: on a machine that is loaded a program is not later.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pydantic import ValidationError

from equijudge_api.dropins.sandboxfusion.languages import is_interpreted
from equijudge_api.dropins.sandboxfusion.models import (
    CommandRunResult,
    CommandRunStatus,
    RunCodeRequest,
    RunCodeResponse,
    RunStatus,
)
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.plan import Plan, PlanContext, parse_body
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.execute import (
    Compiled,
    Encoded,
    Exceeded,
    ExecuteLimits,
    Execution,
    ExecutionResult,
    InputRun,
    check_path,
)
from equijudge_core.contracts.field_errors import field_errors

NOT_HERE = "this cannot be run here"
PATIENCE_S = 8.0  # beyond both timeouts; verl's client waits for 10
KEEP_BYTES = 4 << 20  # of stdout and of stderr
LATE = (Exceeded.CPU_TIME, Exceeded.WALL_TIME)
CUT = 4  # bytes that are left out where a character is cut in two, at the most
KILLED = -9  # what a process that is killed returns there
FIELDS = {"files": "files", "fetch": "fetch_files", "source": "code"}


@dataclass(frozen=True)
class PlannedRun:
    """A run as it is to be executed, in a `language` that is yet to be found. fetch_files: as they were asked for.
    own_time_s: how long an answer may take. digest: the same for the same request."""

    execution: Execution
    language: str
    fetch_files: tuple[str, ...]
    own_time_s: float
    digest: str


def run_code(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedRun]:
    """Plan a `POST /run_code`."""
    yield from ()  # it asks for nothing: which languages there are, the gatherer knows
    request = parse_body(RunCodeRequest, body)
    own_time_s = request.compile_timeout + request.run_timeout + PATIENCE_S
    execution = to_execution(request, context.settings)
    return PlannedRun(execution, request.language, tuple(request.fetch_files), own_time_s, sha256(body).hexdigest())


def to_execution(request: RunCodeRequest, settings: Settings) -> Execution:
    """The execution that a request asks for. Raise Refusal (400) for what is beyond our bounds."""
    faults = [*limit_faults(request, settings), *path_faults(request)]
    if faults:
        raise refused_here(faults)
    try:
        return Execution(
            source=request.code,
            inputs=(request.stdin or "",),
            files=dict(read_files(request.files)),
            fetch=tuple(dict.fromkeys(map(normal_path, request.fetch_files))),
            limits=ExecuteLimits(
                time_limit_s=request.run_timeout,
                compile_time_limit_s=request.compile_timeout,
                memory_limit_bytes=memory_bytes(request.memory_limit_MB, settings),
            ),
            keep_bytes=KEEP_BYTES,
            cache=False,
        )
    except ValidationError as error:
        found = field_errors(error.errors(include_url=False, include_input=False))
        raise refused_here(found) from error


def refused_here(faults: Iterable[FieldError]) -> Refusal:
    """400 for what is a request, and beyond our bounds."""
    return Refusal(400, NOT_HERE, [with_their_field(each) for each in faults])


def limit_faults(request: RunCodeRequest, settings: Settings) -> list[FieldError]:
    """Which limits are longer than the operator grants. One that is cut in silence would fail programs for it."""
    timeouts = {"run_timeout": request.run_timeout, "compile_timeout": request.compile_timeout}
    faults = timeout_faults(timeouts, settings)
    most_mib = settings.max_memory_bytes >> 20
    if request.memory_limit_MB > most_mib:
        fault = f"{request.memory_limit_MB} MiB are too much"
        faults.append(FieldError(field="memory_limit_MB", problem=fault, limit=f"at most {most_mib} MiB, or -1"))
    return faults


def timeout_faults(timeouts: Mapping[str, float | None], settings: Settings) -> list[FieldError]:
    """Which of these times (s, by their fields) are longer than the operator grants."""
    most_s = settings.time_ceiling_s
    return [
        FieldError(field=name, problem=f"{seconds:g} s are too many", limit=f"at most {most_s:g} s")
        for name, seconds in timeouts.items()
        if seconds is not None and seconds > most_s
    ]


def memory_bytes(limit_mib: int, settings: Settings) -> int:
    """The limit in bytes; for none, or 0, as much as the operator grants."""
    return limit_mib << 20 if limit_mib > 0 else settings.max_memory_bytes


def path_faults(request: RunCodeRequest) -> list[FieldError]:
    """Which paths lead out of the program's folder, or nowhere."""
    named = [("files", path) for path in request.files] + [("fetch_files", path) for path in request.fetch_files]
    faults = []
    for field, path in named:
        try:
            check_path(normal_path(path))
        except ValueError as error:
            faults.append(FieldError(field=field, problem=f"{path[:100]!r}: {error}"))
    return faults


def normal_path(path: str) -> str:
    """The path without `.` and doubled slashes. What leads out of the folder does so still."""
    return posixpath.normpath(path) if path and "\0" not in path else path


def read_files(files: Mapping[str, str | None]) -> Iterable[tuple[str, Encoded]]:
    """The files by path. Raise Refusal (400) for one that is no base64; line breaks in it are taken, as there."""
    for path, text in files.items():
        if text is None:
            continue
        try:
            content = binascii.a2b_base64(text.encode())
        except ValueError as error:
            raise Refusal(400, NOT_HERE, [FieldError(field=f"files.{path[:100]}", problem="is no base64")]) from error
        yield normal_path(path), Encoded(base64=base64.b64encode(content).decode())


def with_their_field(fault: FieldError) -> FieldError:
    """The fault under the name that the request has for the field."""
    first, dot, rest = fault.field.partition(".")
    return fault.model_copy(update={"field": f"{FIELDS.get(first, first)}{dot}{rest}"})


def to_response(fetch_files: Iterable[str], language: str, result: ExecutionResult) -> RunCodeResponse:
    """The answer to a request, from what became of it."""
    if why := fault_in(result):
        return RunCodeResponse(status=RunStatus.SANDBOX_ERROR, message=why)
    compiled, run = parts(language, result.compiled, result.runs[0] if result.runs else None)
    files, message = told_files(fetch_files, result.runs[0] if result.runs else None)
    return RunCodeResponse(
        status=status_of(compiled, run),
        message=message,
        compile_result=compiled,
        run_result=run,
        files=files,
    )


def fault_in(result: ExecutionResult) -> str:
    """Why there is no result that the program can be blamed for; '' where there is one. Inputs that were run together
    share a time and a room for what they print; one for which nothing was left may be had on its own."""
    if result.has_fault:
        return result.internal_error or result.runs[0].internal_error
    for run in result.runs:
        if run.killed_for is Exceeded.TOTAL_TIME:
            return "it was not run: others that were run together with it took all the time"
        if (
            run.stdout_truncated
            and run.killed_for is None
            and len(run.stdout_data()) < min(KEEP_BYTES, run.stdout_bytes) - CUT
        ):
            return "what it printed was not kept: others that were run together with it took all the room"
    return ""


def parts(
    language: str, compiled: Compiled, run: InputRun | None
) -> tuple[CommandRunResult | None, CommandRunResult | None]:
    """What compiling and running did. An interpreted program is not compiled there: that it cannot be is its run's."""
    compiling = compile_part(compiled)
    if is_interpreted(language):
        return None, compiling if run is None else run_part(run)
    return compiling, None if run is None else run_part(run)


def compile_part(compiled: Compiled) -> CommandRunResult:
    """What compiling did."""
    is_late = compiled.killed_for in LATE
    return CommandRunResult(
        status=CommandRunStatus.TIME_LIMIT_EXCEEDED if is_late else CommandRunStatus.FINISHED,
        execution_time=compiled.cpu_time_s,
        return_code=None if is_late else 0 if compiled.ok else 1 if compiled.killed_for is None else KILLED,
        stdout="",
        stderr=compiled.message,
    )


def run_part(run: InputRun) -> CommandRunResult:
    """What running did."""
    is_late = run.killed_for in LATE
    return CommandRunResult(
        status=CommandRunStatus.TIME_LIMIT_EXCEEDED if is_late else CommandRunStatus.FINISHED,
        execution_time=run.wall_time_s,
        return_code=None if is_late else return_code(run),
        stdout=run.stdout,
        stderr=run.stderr,
    )


def return_code(run: InputRun) -> int:
    """The exit status, or less than 0 for the signal that ended it; one that passed a limit did not return 0."""
    code = run.exit_code if run.signal is None else -run.signal
    return KILLED if code is None or (code == 0 and run.killed_for is not None) else code


def status_of(*parts: CommandRunResult | None) -> RunStatus:
    """SandboxFusion's rule, in its order."""
    ran = [part for part in parts if part is not None]
    if any(part.status is CommandRunStatus.TIME_LIMIT_EXCEEDED or part.return_code for part in ran):
        return RunStatus.FAILED
    return RunStatus.SUCCESS


def told_files(wanted: Iterable[str], run: InputRun | None) -> tuple[dict[str, str], str]:
    """The files that are brought back, by the path as it was asked for, and what to say of those that are too long."""
    files, too_long = {}, []
    for path in wanted:
        found = None if run is None else run.files.get(normal_path(path))
        if found is None:
            continue
        if found.truncated:
            too_long.append(path)
        else:
            files[path] = found.base64
    return files, f"too long to be brought back: {', '.join(too_long)}" if too_long else ""

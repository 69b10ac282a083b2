"""`/run_jupyter` as one of our executions: a program that runs the cells of a notebook (notebook.py), which come on its
stdin, and answers with a line for each. Pure.

What comes out of it is a claim of whoever sent the cells, about cells of their own. It is read as such: lines that are
none end the answer, and a cell without one was in a kernel that had died.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from equijudge_api.dropins.sandboxfusion.models import (
    CommandRunResult,
    Model,
    RunCodeRequest,
    RunStatus,
    Timeout,
)
from equijudge_api.dropins.sandboxfusion.run_code import (
    LATE,
    PATIENCE_S,
    fault_in,
    run_part,
    to_execution,
    told_files,
)
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.plan import Plan, PlanContext, parse_body
from equijudge_core.contracts.execute import Execution, ExecutionResult, InputRun
from equijudge_core.contracts.unicode_text import JudgedText

HARNESS = (Path(__file__).parent / "notebook.py").read_text("utf-8")
MOST_CELLS = 1_000
ROOM_BYTES = 3 << 20  # of what all cells write and show, as JSON
KEEP_BYTES = 6 << 20
FIELDS = {"run_timeout": "total_timeout", "stdin": "cells", "inputs": "cells"}


class RunJupyterRequest(Model):
    """Body of `POST /run_jupyter`. cell_timeout: 0 for none. memory_limit_MB: -1 for none. files: base64 by path."""

    cells: Annotated[list[JudgedText], Field(min_length=1, max_length=MOST_CELLS)]
    cell_timeout: Annotated[float, Field(ge=0, le=3600, allow_inf_nan=False)] = 0.0
    total_timeout: Timeout = 45.0
    memory_limit_MB: int = -1
    kernel: Literal["python3"] = "python3"
    files: dict[str, str | None] = Field(default={})
    fetch_files: list[str] = Field(default=[])


class CellRunResult(Model):
    """What a cell wrote, what it showed (by media type), and its error, if it had one (ename, evalue, traceback)."""

    stdout: str = ""
    stderr: str = ""
    display: list[dict[str, Any]] = Field(default=[])
    error: list[dict[str, Any]] = Field(default=[])


class RunJupyterResponse(Model):
    """Its answer. `cells`: of a notebook that took too long, those that were over by then."""

    status: RunStatus
    message: str = ""
    driver: CommandRunResult | None = None
    cells: list[CellRunResult] = Field(default=[])
    executor_pod_name: str | None = None
    files: dict[str, str] = Field(default={})


@dataclass(frozen=True)
class PlannedNotebook:
    """A notebook as it is to be executed."""

    execution: Execution
    cells: int
    fetch_files: tuple[str, ...]
    own_time_s: float


def run_jupyter(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedNotebook]:
    """Plan a `POST /run_jupyter`."""
    yield from ()
    request = parse_body(RunJupyterRequest, body)
    asked = {"cells": request.cells, "cell_timeout": request.cell_timeout, "room": ROOM_BYTES}
    as_code = RunCodeRequest(
        code=HARNESS,
        stdin=json.dumps(asked),
        run_timeout=request.total_timeout,
        memory_limit_MB=request.memory_limit_MB,
        files=request.files,
        fetch_files=request.fetch_files,
    )
    try:
        execution = to_execution(as_code, context.settings)
    except Refusal as refusal:
        errors = [each.model_copy(update={"field": FIELDS.get(each.field, each.field)}) for each in refusal.errors]
        raise Refusal(refusal.status, refusal.detail, errors) from refusal
    return PlannedNotebook(
        execution=execution.model_copy(update={"keep_bytes": KEEP_BYTES}),
        cells=len(request.cells),
        fetch_files=tuple(request.fetch_files),
        own_time_s=request.total_timeout + as_code.compile_timeout + PATIENCE_S,
    )


def to_response(planned: PlannedNotebook, result: ExecutionResult) -> RunJupyterResponse:
    """The answer to a request, from what became of it."""
    if (why := fault_in(result)) or not result.runs:
        return RunJupyterResponse(status=RunStatus.SANDBOX_ERROR, message=why or result.compiled.message)
    run = result.runs[0]
    files, message = told_files(planned.fetch_files, run)
    cells = list(told_cells(run, planned.cells))
    is_late = run.killed_for in LATE
    if not is_late:
        cells += [dead_kernel(run)] * (planned.cells - len(cells))
    return RunJupyterResponse(
        status=RunStatus.FAILED if is_late else RunStatus.SUCCESS,
        message=message,
        driver=run_part(run).model_copy(update={"stdout": ""}),
        cells=cells,
        files=files,
    )


def told_cells(run: InputRun, most: int) -> Iterator[CellRunResult]:
    """The cells of which there is a line, one after another."""
    for line in run.stdout.splitlines()[:most]:
        try:
            yield CellRunResult.model_validate_json(line)
        except ValidationError:
            return


def dead_kernel(run: InputRun) -> CellRunResult:
    """A cell that the kernel did not come to, or did not survive."""
    why = f"passed its limit ({run.killed_for})" if run.killed_for is not None else "has died"
    said = f"the kernel {why}"
    return CellRunResult(error=[{"ename": "DeadKernelError", "evalue": said, "traceback": [said]}])

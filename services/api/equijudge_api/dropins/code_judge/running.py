"""/run: submissions become executions, and what they wrote their answers. Pure.

An output that is expected is compared here, and enters no cell either; of each only a hash is kept while others wait.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_api.dropins.code_judge.batches import (
    BUDGET_FACTOR,
    TOGETHER_SOON,
    PlannedBatch,
    check_batch,
    check_programs,
    ids_of,
    math_fault,
    most_programs,
    name_places,
    tests_in_budget,
    too_long,
)
from equijudge_api.dropins.code_judge.contract import (
    SHOWN_CHARACTERS,
    CodeBatch,
    CodeSubmission,
    Kind,
    Reason,
    RunSubmission,
    new_id,
)
from equijudge_api.dropins.code_judge.grouping import LANGUAGES, MOST_TOGETHER, Group, group_equal_programs
from equijudge_api.http import audit
from equijudge_api.planning.execute_plan import MOST_INPUTS, check_request, plan_executions
from equijudge_api.planning.plan import Plan, PlanContext, PlannedJob, Question, parse_body
from equijudge_api.queue.admission import pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.execute import (
    MOST_KEPT_BYTES,
    Compiled,
    Exceeded,
    ExecuteLimits,
    ExecuteRequest,
    Execution,
    ExecutionLine,
    InputRun,
)
from equijudge_core.errors import BadInput
from equijudge_core.judging.checkers.stripped import strip

KEPT_BYTES = 4 * SHOWN_CHARACTERS  # of stdout and stderr, in UTF-8
BLANKS_BYTES = 64 << 10  # that may stand around an output that is compared
STREAMS = 2  # that are kept
LATE = (Exceeded.CPU_TIME, Exceeded.WALL_TIME)


@dataclass(frozen=True)
class PlannedRun:
    """One submission as it is to be run with others that come singly. `refused`: why it is not; else ''. `expected`: a
    hash of what is expected."""

    sub_id: str
    execution: Execution
    refused: str
    expected: bytes | None


def run_one(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedRun]:
    """Plan a `POST /run`. Whether its language is there is looked at where it is run."""
    yield from ()
    submission = parse_body(CodeSubmission, body)
    if submission.type is Kind.MATH:
        raise BadInput([math_fault("type")])
    settings = context.settings
    made = execution((submission,), (0,)).model_copy(update={"limits": limits_of(settings)})
    expected = submission.expected_output
    return PlannedRun(
        sub_id=submission.sub_id if submission.sub_id is not None else new_id(),
        execution=made,
        refused=refusals((submission,), settings).get(0, ""),
        expected=None if expected is None else digest(expected),
    )


def run_batch(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedBatch]:
    """Plan a `POST /run/batch`."""
    return (yield from plan_running(parse_body(CodeBatch, body), context, TOGETHER_SOON))


def run_long_batch(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedBatch]:
    """Plan a `POST /run/long-batch`."""
    return (yield from plan_running(parse_body(CodeBatch, body), context, MOST_TOGETHER))


def plan_running(batch: CodeBatch, context: PlanContext, together: int) -> Plan[PlannedBatch]:
    """Plan a batch, with at most so many inputs of a program together. Raise BadInput."""
    answer = yield Question(judging=True)
    settings = context.settings
    check_batch(batch, name_places(batch, single=False), answer.languages)
    refused = refusals(batch.submissions, settings)
    wanted = [position for position in range(len(batch.submissions)) if position not in refused]
    if len(wanted) > MOST_INPUTS:
        fault = f"{len(wanted)} submissions"
        raise BadInput([FieldError(field="submissions", problem=fault, limit=f"at most {MOST_INPUTS} in one request")])
    budget_s = settings.total_time_s if context.outcome_only else settings.total_time_ceiling_s
    together = min(together, tests_in_budget(settings, budget_s))
    groups = group_equal_programs(batch.submissions, wanted, kept_bytes, MOST_KEPT_BYTES // STREAMS, together)
    check_programs(groups, most_programs(settings))
    job = None
    if groups:
        request = execute_request(batch.submissions, groups, settings, budget_s)
        items = check_request(request, settings, answer.languages)
        made = plan_executions(items, answer.slots, context.origin)
        job = PlannedJob(pack_submission(made), 0.0, audit.execution_facts(items, made))
    return PlannedBatch(
        job=job,
        sub_id=batch.sub_id if batch.sub_id is not None else new_id(),
        sub_ids=ids_of(batch),
        groups=tuple(groups),
        refused=refused,
        compared={
            position: digest(each.expected_output)
            for position, each in enumerate(batch.submissions)
            if each.expected_output is not None
        },
    )


def execute_request(
    submissions: Sequence[CodeSubmission], groups: Sequence[Group], settings: Settings, budget_s: float
) -> ExecuteRequest:
    """The request for executions, a program for each group, with code-judge's limits as far as the operator's go."""
    limits = limits_of(settings)
    all_s = BUDGET_FACTOR * (limits.time_limit_s or 0.0) * max(map(len, groups))
    limits = limits.model_copy(update={"total_time_s": min(all_s, budget_s)})
    return ExecuteRequest(limits=limits, programs=tuple(execution(submissions, group) for group in groups))


def limits_of(settings: Settings) -> ExecuteLimits:
    """code-judge's limits, as far as the operator's go."""
    rules = settings.rules()
    return ExecuteLimits(
        time_limit_s=min(rules.default_time_s, rules.ceiling_s),
        memory_limit_bytes=min(rules.default_memory_bytes, rules.max_memory_bytes),
    )


def refusals(submissions: Sequence[CodeSubmission], settings: Settings) -> dict[int, str]:
    """Why submissions are not run, by position, of those that are not."""
    most = MOST_KEPT_BYTES - BLANKS_BYTES
    return too_long(submissions, settings.max_source_bytes) | {
        position: f"more than {most} bytes of output are expected"
        for position, each in enumerate(submissions)
        if kept_bytes(each) > MOST_KEPT_BYTES
    }


def execution(submissions: Sequence[CodeSubmission], group: Group) -> Execution:
    """The program of a group, with the inputs of all of it."""
    first = submissions[group[0]]
    return Execution(
        source=first.solution,
        language=LANGUAGES[first.type],
        inputs=tuple(submissions[each].input or "" for each in group),
        keep_bytes=min(MOST_KEPT_BYTES, max(kept_bytes(submissions[each]) for each in group)),
    )


def kept_bytes(submission: CodeSubmission) -> int:
    """How much of what it writes must be kept, so that it can be told and compared."""
    if submission.expected_output is None:
        return KEPT_BYTES
    return len(submission.expected_output.encode("utf-8", "surrogatepass")) + BLANKS_BYTES


def digest(text: str | None) -> bytes:
    """A hash of a text without the white space around it."""
    return digest_bytes((text or "").encode("utf-8", "surrogatepass"))


def digest_bytes(data: bytes) -> bytes:
    """The same of bytes."""
    return hashlib.sha256(strip(data)[1]).digest()


def ran(batch: PlannedBatch, lines: Iterator[bytes]) -> dict[int, RunSubmission]:
    """The answers that results (ExecutionLines as JSON) hold, by position."""
    found: dict[int, RunSubmission] = {}
    for text in lines:
        line = ExecutionLine.model_validate_json(text)
        for number, position in enumerate(batch.groups[line.index]):
            run = line.runs[number] if number < len(line.runs) else None
            found[position] = RunSubmission(
                sub_id=batch.sub_ids[position], **answer_of(line, run, batch.compared.get(position))
            )
    return found


def answer_of(line: ExecutionLine, run: InputRun | None, expected: bytes | None) -> Mapping[str, Any]:
    """The fields of one answer. `expected`: the hash of what is expected, if anything is."""
    if not (line.compiled.ok or line.internal_error):
        return of_compiler(line.compiled)
    if line.internal_error or run is None or run.internal_error or run.killed_for is Exceeded.TOTAL_TIME:
        return {"reason": Reason.INTERNAL_ERROR}
    late = run.killed_for in LATE
    return {
        "success": run.ok and (expected is None or is_expected(run, expected)),
        "run_success": run.ok,
        "cost": max(run.wall_time_s, line.limits.cpu_time_s) if late else run.wall_time_s,
        "reason": Reason.WORKER_TIMEOUT if late else Reason.NONE,
        "stdout": run.stdout[:SHOWN_CHARACTERS],
        "stderr": run.stderr[-SHOWN_CHARACTERS:] if run.stderr_truncated else run.stderr[:SHOWN_CHARACTERS],
    }


def of_compiler(compiled: Compiled) -> Mapping[str, Any]:
    """The fields of the answer of a program that did not compile."""
    late = compiled.killed_for in LATE
    return {
        "reason": Reason.WORKER_TIMEOUT if late else Reason.NONE,
        "stdout": "",
        "stderr": compiled.message[:SHOWN_CHARACTERS],
    }


def is_expected(run: InputRun, expected: bytes) -> bool:
    """Whether the output is what is expected. One with more blanks around it than are kept is not."""
    return not run.stdout_truncated and digest_bytes(run.stdout_data()) == expected

"""Plan a request for executions: check everything before anything is accepted, then split it into chunks. Pure.

Single executions that are gathered from several requests (gathering.py) are checked and planned here as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid4

from equijudge_api.http import audit
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Judging, Plan, PlanContext, PlannedJob, Question, parse_body
from equijudge_api.planning.splitting import CANDIDATE_S, TEST_S, dump_chunks, split_by_cost
from equijudge_api.queue.admission import Origin, Submission, pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import ExecuteChunk, ExecuteItem
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.execute import (
    MOST_FILES_BYTES,
    ExecuteLimits,
    ExecuteOptions,
    ExecuteRequest,
    Execution,
    ExecutionLine,
    ExecutionResult,
    to_bytes,
)
from equijudge_core.contracts.jobs import JobKind
from equijudge_core.errors import BadInput
from equijudge_core.judging.cache_key import execution_key
from equijudge_core.judging.execution import over_program
from equijudge_core.judging.limits import apply_execute_limits, execute_limit_errors

MOST_INPUTS = 20_000  # of one request: the outputs of each run lie in Redis until its job has expired
COMPILING_S = 0.3  # what a compiler takes, roughly, where what was compiled before is not kept
MOST_JOINED = 16
MOST_CACHED_BYTES = 8 << 20
INTERPRETED = frozenset({"python3", "pypy3", "python2", "javascript"})


def execute(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /execute`."""
    request = parse_body(ExecuteRequest, body)
    if context.outcome_only:
        refuse_wide_budgets(request, context.settings.outcome_rules().total_time_s)
    answer = yield Question(judging=True)
    items = check_request(request, context.settings, answer.languages)
    keys = {} if answer.judging is None else execution_keys(items, answer.judging)
    cached: tuple[ExecutionLine, ...] = ()
    if keys:
        answered = yield Question(verdict_keys=tuple(keys))
        cached = cached_lines(keys, answered.verdicts)
    job = plan_executions(items, answer.slots, context.origin, cached)
    return PlannedJob(pack_submission(job), request.wait, audit.execution_facts(items, job))


def check_request(request: ExecuteRequest, settings: Settings, languages: FleetLanguages) -> tuple[ExecuteItem, ...]:
    """Check the request; return its programs with what it says of all of them filled in. Raise BadInput naming every
    fault at once."""
    errors = [*count_errors(request, settings), *execute_limit_errors(request.limits, settings.rules())]
    bodies = [complete(program, request, languages) for program in request.programs]
    for number, body in enumerate(bodies):
        errors += execution_errors(body, f"programs[{number}].", request.programs[number], settings, languages)
    if errors:
        raise BadInput(errors)
    return tuple(ExecuteItem(index=index, body=body) for index, body in enumerate(bodies))


def check_execution(
    program: Execution, options: ExecuteOptions, settings: Settings, languages: FleetLanguages
) -> Execution:
    """Check a program that comes alone; return it complete. Raise BadInput naming every fault at once."""
    body = complete(program, options, languages)
    errors = execution_errors(body, "", program, settings, languages)
    if errors:
        raise BadInput(errors)
    return body


def complete(program: Execution, options: ExecuteOptions, languages: FleetLanguages) -> Execution:
    """The program with what the request says of all of them where it says nothing itself; its language by its canonical
    name."""
    return program.model_copy(
        update={
            "language": languages.canonical(program.language),
            "limits": options.limits if program.limits is None else program.limits,
            "keep_bytes": options.keep_bytes if program.keep_bytes is None else program.keep_bytes,
            "cache": options.cache if program.cache is None else program.cache,
        }
    )


def count_errors(request: ExecuteRequest, settings: Settings) -> list[FieldError]:
    """Faults: too many programs, too many inputs of all of them."""
    errors = []
    most = min(settings.max_candidates, settings.max_backlog)
    if len(request.programs) > most:
        fault, limit = f"{len(request.programs)} programs", f"at most {most} in one request"
        errors.append(FieldError(field="programs", problem=fault, limit=limit))
    inputs = sum(len(program.inputs) for program in request.programs)
    if inputs > MOST_INPUTS:
        fault, limit = f"{inputs} inputs", f"at most {MOST_INPUTS} in one request"
        errors.append(FieldError(field="programs[].inputs", problem=fault, limit=limit))
    return errors


def execution_errors(
    body: Execution, place: str, asked: Execution, settings: Settings, languages: FleetLanguages
) -> list[FieldError]:
    """Faults of one program, as it is when it is complete. place: what its fields' names begin with; asked: as it
    came."""
    errors = []
    if (fault := languages.error(body.language, f"{place}language")) is not None:
        errors.append(fault)
    if asked.limits is not None:
        found = execute_limit_errors(asked.limits, settings.rules())
        errors += [each.model_copy(update={"field": f"{place}{each.field}"}) for each in found]
    sizes = [
        ("source", len(body.source.encode()), settings.max_source_bytes, "bytes"),
        ("inputs", len(body.inputs), settings.max_tests, "of one program"),
        ("files", sum(len(to_bytes(each)) for each in body.files.values()), MOST_FILES_BYTES, "bytes of all files"),
    ]
    for name, size, most, unit in sizes:
        if size > most:
            errors.append(FieldError(field=f"{place}{name}", problem=f"{size} {unit}", limit=f"at most {most} {unit}"))
    for path in over_program(body.files):
        own = "may be the program's own file; choose another name"
        errors.append(FieldError(field=f"{place}files.{path}", problem=own))
    folders = {path[:at] for path in (*body.files, *body.fetch) for at, each in enumerate(path) if each == "/"}
    for path in sorted(folders.intersection((*body.files, *body.fetch))):
        errors.append(FieldError(field=f"{place}files.{path}", problem="is both a file and a folder of another one"))
    return errors


def refuse_wide_budgets(request: ExecuteRequest, total_time_s: float) -> None:
    """Raise Refusal (403) where an outcome-only key asks for more time in all than it gets without asking."""
    asked = {
        "limits": request.limits,
        **{f"programs[{n}].limits": each.limits for n, each in enumerate(request.programs)},
    }
    limit = f"at most {total_time_s} s"
    errors = [
        FieldError(field=f"{name}.total_time_s", problem="is not for an outcome-only key", limit=limit)
        for name, limits in asked.items()
        if limits is not None and (limits.total_time_s or 0) > total_time_s
    ]
    if errors:
        raise Refusal(403, "an outcome-only key cannot ask for this", errors)


def plan_executions(
    items: Sequence[ExecuteItem],
    slots: int,
    origin: Origin,
    cached: tuple[ExecutionLine, ...] = (),
    *,
    is_followed: bool = False,
) -> Submission:
    """Build the job of these programs; `cached`: results that are there already, whose programs are in no chunk."""
    job_id = origin.new_job()
    known = {line.index for line in cached}
    costed = [(group, cost_of(group)) for group in joined_items(item for item in items if item.index not in known)]
    chunks = [
        ExecuteChunk(
            chunk_id=uuid4().hex,
            job_id=job_id,
            request_id=origin.request_id,
            items=tuple(item for group in groups for item in group),
        )
        for groups in split_by_cost(costed, slots, is_followed=is_followed)
    ]
    return Submission(
        job_id=job_id,
        owner=origin.owner,
        fingerprint="" if origin.idempotency_key is None else executions_fingerprint(items),
        nonce=uuid4().hex,
        candidates=len(items),
        programs=len(items),
        used=(),
        sent={},
        chunks=dump_chunks(chunks),
        kind=JobKind.EXECUTE,
        cached=cached,
    )


def gather_executions(bodies: Sequence[Execution], slots: int, origin: Origin) -> Submission:
    """Build the job of programs that came singly, each complete. Those that are the same lie side by side."""
    places: dict[tuple[str, str], int] = {}
    items = [ExecuteItem(index=index, body=body) for index, body in enumerate(bodies)]
    items.sort(key=lambda item: places.setdefault((item.body.language, item.body.source), item.index))
    return plan_executions(items, slots, origin, is_followed=True)


def joined_items(items: Iterable[ExecuteItem]) -> list[tuple[ExecuteItem, ...]]:
    """Programs that are the same and have one input each, those that lie side by side together: a worker starts and
    compiles them once where they are in one chunk. No more than MOST_JOINED, which one slot runs one after another."""
    groups: list[list[ExecuteItem]] = []
    for item in items:
        first = groups[-1][0].body if groups else None
        is_same = first is not None and (first.language, first.source) == (item.body.language, item.body.source)
        if is_same and len(item.body.inputs) == 1 and len(groups[-1]) < MOST_JOINED:
            groups[-1].append(item)
        else:
            groups.append([item])
    return [tuple(group) for group in groups]


def cost_of(group: Sequence[ExecuteItem]) -> float:
    """The seconds that a program may take, or several that are the same."""
    start_s = CANDIDATE_S + (0.0 if group[0].body.language in INTERPRETED else COMPILING_S)
    return start_s + TEST_S * sum(len(item.body.inputs) for item in group)


def executions_fingerprint(items: Sequence[ExecuteItem]) -> str:
    """What a request asks for, as one hash: see fingerprints.py."""
    digest = hashlib.sha256(b"executions")
    for item in items:
        digest.update(item.model_dump_json().encode())
    return digest.hexdigest()


def execution_keys(items: Sequence[ExecuteItem], judging: Judging) -> dict[str, list[ExecuteItem]]:
    """The programs whose result may be kept, by its key, made as the workers make it. Those in a language of which
    workers have several versions wait their turn."""
    found: dict[str, list[ExecuteItem]] = {}
    for item in items:
        version = judging.versions.get(item.body.language)
        if not item.body.cache or version is None:
            continue
        limits = apply_execute_limits(item.body.limits or ExecuteLimits(), judging.rules)
        environment = judging.environment.model_copy(update={"language_version": version})
        found.setdefault(execution_key(item.body, limits, environment), []).append(item)
    return found


def cached_lines(asked: Mapping[str, Sequence[ExecuteItem]], found: Mapping[str, bytes]) -> tuple[ExecutionLine, ...]:
    """The cached results, with their places in the request: no more than MOST_CACHED_BYTES, of which one may be that
    of thousands of programs. The others the workers find."""
    lines: list[ExecutionLine] = []
    room = MOST_CACHED_BYTES
    for key, data in found.items():
        result = ExecutionResult.model_validate_json(data)
        some = asked[key][: max(0, room) // len(data)]
        lines += [item.result_line(result, cached=True) for item in some]
        room -= len(some) * len(data)
    return tuple(sorted(lines, key=lambda line: line.index))

"""Plan a request for equivalence sets: check everything before anything is accepted; one chunk a problem. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from uuid import uuid4

from equijudge_api.http import audit
from equijudge_api.planning.calls import call_errors
from equijudge_api.planning.fingerprints import sets_fingerprint
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Plan, PlanContext, PlannedJob, Question, parse_body
from equijudge_api.planning.splitting import dump_chunks
from equijudge_api.planning.verify_plan import ANY_KNOWN, problem_errors, rename_languages
from equijudge_api.queue.admission import NO_ORIGIN, Origin, Submission, pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import SetChunk, SetWork
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.jobs import JobKind
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import Label, Program, SetOptions, SetProblem, SetsRequest
from equijudge_core.contracts.verify import Candidate, JudgeOptions
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.formats import read_problem
from equijudge_core.formats.reading import DEFAULTS, Allowance, ReadOptions
from equijudge_core.judging.limits import limit_errors
from equijudge_core.judging.problem import Solution
from equijudge_core.sets.solutions import languages as count_languages
from equijudge_core.sets.solutions import programs_in


def equivalence_sets(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /equivalence-sets`."""
    request = parse_body(SetsRequest, body)
    answer = yield Question(tuple(stored_problem_ids(request)), judging=True)
    request = with_canonical_languages(request, answer.languages)
    works = check_request(request, answer.stored, context.settings, answer.languages)
    job = plan_sets(request, works, answer.stored, context.origin)
    return PlannedJob(pack_submission(job), request.wait, audit.sets_facts(works, job))


def with_canonical_languages(request: SetsRequest, languages: FleetLanguages) -> SetsRequest:
    """Name the languages asked for, and those of programs that came beside a stored problem, by their canonical names.
    Raise BadInput naming every one that nobody knows, or that is asked for and not there. A row's own were read with
    it.
    """
    renamed, errors = [], language_errors(request.languages, languages)
    for index, entry in enumerate(request.problems):
        lists = {}
        for label in Label:
            programs: tuple[Candidate, ...] = getattr(entry, label)
            names = {each.language: languages.canonical(each.language) for each in programs}
            lists[label.value] = rename_languages(programs, names)
            errors += [
                fault
                for number, each in enumerate(programs)
                if names[each.language] not in languages.table
                and (fault := languages.error(each.language, f"problems[{index}].{label}[{number}].language"))
            ]
        renamed.append(entry.model_copy(update=lists))
    if errors:
        raise BadInput(errors)
    asked = tuple(dict.fromkeys(map(languages.canonical, request.languages)))
    return request.model_copy(update={"problems": tuple(renamed), "languages": asked})


def language_errors(asked: Sequence[str], languages: FleetLanguages) -> list[FieldError]:
    """Why sets cannot be made of programs in some of these languages: each is named with its place."""
    faults = (languages.error(languages.canonical(name), f"languages[{number}]") for number, name in enumerate(asked))
    return [fault for fault in faults if fault is not None]


def stored_problem_ids(request: SetsRequest) -> list[str]:
    """The ids of stored problems that a request names."""
    return list({entry.problem_id for entry in request.problems if entry.problem_id is not None})


def plan_sets(
    request: SetsRequest, works: Sequence[SetWork], stored: Mapping[str, ProblemSummary], origin: Origin = NO_ORIGIN
) -> Submission:
    """Build the job that a request asks for; `works`, as check_request gave them."""
    options = SetOptions(**{name: getattr(request, name) for name in SetOptions.model_fields})
    job_id = origin.new_job()
    chunks = [
        SetChunk(chunk_id=uuid4().hex, job_id=job_id, request_id=origin.request_id, options=options, work=work)
        for work in works
    ]
    return Submission(
        job_id=job_id,
        owner=origin.owner,
        fingerprint="" if origin.idempotency_key is None else sets_fingerprint(options, works),
        nonce=uuid4().hex,
        candidates=len(works),
        programs=sum(chunk.size for chunk in chunks),
        used=tuple(stored),
        sent={},
        chunks=dump_chunks(chunks),
        kind=JobKind.SETS,
    )


def check_request(
    request: SetsRequest,
    stored: Mapping[str, ProblemSummary],
    settings: Settings,
    languages: FleetLanguages = ANY_KNOWN,
) -> list[SetWork]:
    """Check the request; return the work for each problem. Raise BadInput naming every fault at once."""
    errors = limit_errors(request.limits, settings.rules())
    if len(request.problems) > settings.max_problems:
        limit = f"at most {settings.max_problems}"
        errors.append(FieldError(field="problems", problem=f"{len(request.problems)} problems", limit=limit))
    works = []
    unpacking = ReadOptions(allowance=Allowance())
    for index, entry in enumerate(request.problems):
        try:
            work, summary = (
                work_of_row(index, entry, request.languages, unpacking)
                if entry.problem_id is None
                else work_of_stored_problem(index, entry, stored, request.languages)
            )
        except BadInput as error:
            errors += [prefix_field(f"problems[{index}]", each) for each in error.errors]
            continue
        place = f"problems[{index}]"
        errors += problem_errors(summary, place, JudgeOptions(), settings)
        stored_at = "" if entry.problem_id is None else f"{place}.problem_id"
        errors += languages.program_errors(summary, request.checker, f"{place}.problem", stored_at)
        errors += call_errors(summary, request.checker, (), place)
        works.append(work)
    programs = sum(len(work.programs) for work in works)
    most = min(settings.max_candidates, settings.max_backlog)
    if programs > most:
        fault, limit = f"{programs} programs", f"at most {most} in one request"
        errors.append(FieldError(field="problems[].solutions", problem=fault, limit=limit))
    if errors:
        raise BadInput(errors)
    return works


def work_of_row(
    index: int, entry: SetProblem, asked: Sequence[str], unpacking: ReadOptions = DEFAULTS
) -> tuple[SetWork, ProblemSummary]:
    """The work of a row, which has its solutions in itself. Raise BadInput."""
    if entry.problem is None:
        raise BadInput([FieldError(field="", problem="give either problem (a row) or problem_id")])
    if entry.solutions or entry.incorrect_solutions:
        raise BadInput([FieldError(field="solutions", problem="a row has its own; these go with problem_id")])
    try:
        problem = read_problem(entry.problem, unpacking)
    except BadProblem as error:
        raise BadInput([prefix_field("problem", each) for each in error.errors]) from error
    programs = programs_in(problem, asked)
    work = SetWork(
        index=index,
        problem_id=problem.problem_id,
        name=problem.summary().name,
        row=json.dumps(problem.without_solutions().to_row()),
        programs=programs,
        languages=count_languages(problem.solutions),
    )
    return work, problem.summary()


def work_of_stored_problem(
    index: int, entry: SetProblem, stored: Mapping[str, ProblemSummary], asked: Sequence[str]
) -> tuple[SetWork, ProblemSummary]:
    """The work of a stored problem with the programs that came with the request. Raise BadInput."""
    summary = stored.get(entry.problem_id or "")
    if summary is None or entry.problem is not None:
        fault = "no such problem is stored" if summary is None else "give either problem (a row) or problem_id"
        raise BadInput([FieldError(field="problem_id", problem=fault)])
    lists = {Label.RIGHT: entry.solutions, Label.WRONG: entry.incorrect_solutions}
    programs = tuple(
        Program.of(label, position, candidate.source, candidate.language)
        for label, candidates in lists.items()
        for position, candidate in enumerate(candidates)
        if candidate.language in asked and summary.can_be_in(candidate.language)
    )
    counts = count_languages(Solution(candidate.language, candidate.source) for candidate in entry.solutions)
    work = SetWork(index=index, problem_id=summary.problem_id, name=summary.name, programs=programs, languages=counts)
    return work, summary


def prefix_field(place: str, error: FieldError) -> FieldError:
    """Say of an error that its field lies in another one, at `place`."""
    return error.model_copy(update={"field": ".".join(filter(None, (place, error.field)))})

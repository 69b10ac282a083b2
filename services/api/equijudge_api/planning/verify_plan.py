"""Plan a request for verdicts: check everything before anything is accepted, then split it into chunks. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from equijudge_api.http import audit
from equijudge_api.planning.calls import call_errors
from equijudge_api.planning.fingerprints import candidates_fingerprint
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Judging, Plan, PlanContext, PlannedJob, Question, parse_body
from equijudge_api.planning.splitting import CANDIDATE_S, TEST_S, dump_chunks, split_by_cost
from equijudge_api.queue.admission import NO_ORIGIN, Origin, StoredText, Submission, pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import (
    AnalysisOptions,
    CandidatesChunk,
    ChunkItem,
    GenerationsChunk,
    ScoresChunk,
    VerifyChunk,
)
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.jobs import JobKind
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import (
    Candidate,
    CandidateResult,
    Detail,
    Form,
    JudgeOptions,
    ProblemCandidates,
    ResultLine,
    VerifyRequest,
)
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.formats import read_problem
from equijudge_core.formats.reading import Allowance, ReadOptions
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import apply_limits, limit_errors
from equijudge_core.judging.problem import Problem

READING_S = 0.1 / 6_000  # a character of a text, or of a program whose algorithm is asked for, costs so much more
MOST_TESTS, MOST_OUTPUTS = 1_000_000, 20_000  # test results of one request, with detail `tests` and `outputs`
MAX_LOOKED_UP = 10_000  # candidates of one request; the others are looked up by the workers
ANY_KNOWN = FleetLanguages()  # as before a worker has said which are there


@dataclass
class CheckedRequest:
    """A request's problems by position, and those that must be stored with it."""

    problems: list[ProblemSummary] = field(default_factory=list)
    inline: dict[str, Problem] = field(default_factory=dict)
    errors: list[FieldError] = field(default_factory=list)
    unpacking: ReadOptions = field(default_factory=lambda: ReadOptions(allowance=Allowance()))


def verify(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /verify`."""
    request = context.restrict(parse_body(VerifyRequest, body))
    answer = yield Question(tuple(stored_problem_ids(request)), judging=True)
    request = with_canonical_languages(request, answer.languages)
    checked = check_request(request, answer.stored, context.settings, answer.languages)
    results = yield from cached_results(request, checked, answer.judging)
    job = plan_verify(request, answer.stored, context.settings, answer.slots, context.origin, checked, results)
    return PlannedJob(pack_submission(job), request.wait, audit.submission_facts(request, job))


def with_canonical_languages(request: VerifyRequest, languages: FleetLanguages) -> VerifyRequest:
    """Name every candidate's language by its canonical name: results, chunks and the cache's keys have no other. What
    nobody knows stays as it is."""
    names = {candidate.language for entry in request.problems for candidate in entry.candidates}
    renamed = {name: found for name in names if (found := languages.canonical(name)) != name}
    if not renamed:
        return request
    problems = tuple(
        entry.model_copy(update={"candidates": rename_languages(entry.candidates, renamed)})
        for entry in request.problems
    )
    return request.model_copy(update={"problems": problems})


def rename_languages(candidates: Iterable[Candidate], renamed: Mapping[str, str]) -> tuple[Candidate, ...]:
    """Candidates with other names for their languages."""
    return tuple(
        each.model_copy(update={"language": renamed[each.language]}) if each.language in renamed else each
        for each in candidates
    )


def cached_results(
    request: VerifyRequest, checked: CheckedRequest, judging: Judging | None
) -> Plan[tuple[ResultLine, ...]]:
    """Ask for the results that are cached, which need no slot; return them in request order.

    Keys are made as the workers make them: of what runs the programs and of the operator's limits, which each worker
    announces. Where workers differ, or keep no verdicts, nothing is looked up, and the candidates wait their turn as
    ever. So do candidates whose program must first be found in a text, or whose algorithm is asked for: both are a
    worker's to do; those whose outputs are to be told, which may be a thousand times as long as what asks for them; and
    those in a language of which workers have several versions.
    Whether a result was cached is shown to the keys that may see `cached`, and to no other; that a cached one comes
    sooner was always so.
    """
    keys = {} if judging is None else verdict_keys(request, checked, judging)
    if not keys:
        return ()
    answer = yield Question(verdict_keys=tuple(keys))
    return result_lines(keys, answer.verdicts)


def stored_problem_ids(request: VerifyRequest) -> list[str]:
    """The ids of stored problems that a request names."""
    return list({entry.problem_id for entry in request.problems if entry.problem_id is not None})


def plan_verify(
    request: VerifyRequest,
    stored: Mapping[str, ProblemSummary],
    settings: Settings,
    slots: int,
    origin: Origin = NO_ORIGIN,
    checked: CheckedRequest | None = None,
    cached: tuple[ResultLine, ...] = (),
) -> Submission:
    """Build the job that a request asks for; `checked`: as check_request gave it; `cached`: results that are there
    already, whose candidates are in no chunk. Raise BadInput."""
    checked = checked or check_request(request, stored, settings)
    job_id = origin.new_job()
    analysis = analysis_options(request, settings)
    chunks = split_into_chunks(job_id, request, checked.problems, slots, origin.request_id, analysis)
    whole = build_submission(job_id, origin, chunks, stored, checked)
    if not cached:
        return whole
    left = split_into_chunks(
        job_id, request, checked.problems, slots, origin.request_id, analysis, frozenset(line.index for line in cached)
    )
    return replace(whole, chunks=dump_chunks(left), cached=cached)


def analysis_options(request: VerifyRequest, settings: Settings) -> AnalysisOptions | None:
    """What is to be found out before anything is judged; None: the candidates are programs, and no more is wanted."""
    texts = any(candidate.form is Form.TEXT for entry in request.problems for candidate in entry.candidates)
    if not (texts or request.clusters):
        return None
    return AnalysisOptions(max_source_bytes=settings.max_source_bytes, clusters=request.clusters, scored=False)


def build_submission(
    job_id: str,
    origin: Origin,
    chunks: Sequence[CandidatesChunk | ScoresChunk],
    stored: Mapping[str, ProblemSummary],
    checked: CheckedRequest,
    *,
    closing: str = "",
) -> Submission:
    """Build a job of these chunks."""
    return Submission(
        job_id=job_id,
        owner=origin.owner,
        fingerprint="" if origin.idempotency_key is None else candidates_fingerprint(chunks, checked.problems),
        nonce=uuid4().hex,
        candidates=sum(chunk.size for chunk in chunks),
        programs=sum(chunk.size for chunk in chunks),
        used=tuple(stored),
        sent=to_stored_texts(checked.inline.values()),
        chunks=dump_chunks(chunks),
        closing=closing,
        kind=JobKind.SCORE if closing else JobKind.VERIFY,
    )


def check_request(
    request: VerifyRequest,
    stored: Mapping[str, ProblemSummary],
    settings: Settings,
    languages: FleetLanguages = ANY_KNOWN,
) -> CheckedRequest:
    """Check the request; return its problems. Raise BadInput naming every fault at once.

    Languages are under their canonical names.
    """
    checked = CheckedRequest(errors=[*count_errors(request, settings), *limit_errors(request.limits, settings.rules())])
    for position, entry in enumerate(request.problems):
        place = f"problems[{position}]"
        problem = find_problem(entry, place, stored, checked)
        if problem is not None:
            checked.errors += problem_errors(problem, place, request, settings)
            stored_at = "" if entry.problem_id is None else f"{place}.problem_id"
            checked.errors += languages.program_errors(problem, request.checker, f"{place}.problem", stored_at)
            checked.errors += call_errors(problem, request.checker, entry.candidates, place)
            checked.problems.append(problem)
        for number, candidate in enumerate(entry.candidates):
            where = f"{place}.candidates[{number}]"
            checked.errors += candidate_errors(candidate, where, settings, languages)
    if not checked.errors:
        checked.errors += volume_errors(request, checked.problems)
    if checked.errors:
        raise BadInput(checked.errors)
    return checked


def count_errors(request: VerifyRequest, settings: Settings) -> list[FieldError]:
    """Faults: too many problems, too many candidates."""
    candidates = sum(len(entry.candidates) for entry in request.problems)
    errors = []
    if len(request.problems) > settings.max_problems:
        limit = f"at most {settings.max_problems}"
        errors.append(FieldError(field="problems", problem=f"{len(request.problems)} problems", limit=limit))
    most = min(settings.max_candidates, settings.max_backlog)
    if candidates > most:
        limit = f"at most {most} in one request"
        errors.append(FieldError(field="problems[].candidates", problem=f"{candidates} candidates", limit=limit))
    return errors


def volume_errors(request: VerifyRequest, problems: Sequence[ProblemSummary]) -> list[FieldError]:
    """The fault of more detail than can be kept: every result lies in Redis until its job has expired."""
    if request.detail == Detail.VERDICT:
        return []
    most = MOST_OUTPUTS if request.detail == Detail.OUTPUTS else MOST_TESTS
    tests = sum(
        len(entry.candidates) * count_chosen_tests(problem, request)
        for entry, problem in zip(request.problems, problems, strict=True)
    )
    if tests <= most:
        return []
    fault = f"{request.detail.value} of {tests} tests (candidates times tests) in one request"
    return [FieldError(field="detail", problem=fault, limit=f"at most {most}")]


def find_problem(
    entry: ProblemCandidates, place: str, stored: Mapping[str, ProblemSummary], checked: CheckedRequest
) -> ProblemSummary | None:
    """Find the stored or inline problem of one entry; None when there is none, with an error added to `checked`."""
    if (entry.problem is None) == (entry.problem_id is None):
        checked.errors.append(FieldError(field=place, problem="give either problem (a row) or problem_id"))
        return None
    if entry.problem_id is not None:
        found = stored.get(entry.problem_id)
        if found is None:
            checked.errors.append(FieldError(field=f"{place}.problem_id", problem="no such problem is stored"))
        return found
    try:
        problem = read_problem(entry.problem or {}, checked.unpacking).without_solutions()
    except BadProblem as error:
        checked.errors += [e.model_copy(update={"field": f"{place}.problem.{e.field}"}) for e in error.errors]
        return None
    checked.inline[problem.problem_id] = problem
    return problem.summary()


def count_chosen_tests(problem: ProblemSummary, options: JudgeOptions) -> int:
    """Count the tests of a problem that a request asks for."""
    return sum(problem.tests[test_set] for test_set in set(options.tests))


def problem_errors(problem: ProblemSummary, place: str, request: JudgeOptions, settings: Settings) -> list[FieldError]:
    """Faults of a problem: too many tests, or none in the sets that are asked for."""
    chosen = count_chosen_tests(problem, request)
    if chosen == 0:
        sets = ", ".join(request.tests)
        return [FieldError(field="tests", problem=f"{place} has no test in the sets asked for ({sets})")]
    if chosen > settings.max_tests:
        limit = f"at most {settings.max_tests}"
        return [FieldError(field=place, problem=f"{chosen} tests", limit=limit)]
    return []


def candidate_errors(
    candidate: Candidate, where: str, settings: Settings, languages: FleetLanguages
) -> list[FieldError]:
    """Faults of a candidate: a language that is unknown or not there, a source that is too long."""
    errors = []
    most = settings.max_generation_bytes if candidate.form is Form.TEXT else settings.max_source_bytes
    if (fault := languages.error(candidate.language, f"{where}.language")) is not None:
        errors.append(fault)
    size = len(candidate.source.encode())
    if size > most:
        limit = f"at most {most} bytes"
        errors.append(FieldError(field=f"{where}.source", problem=f"{size} bytes long", limit=limit))
    return errors


def split_into_chunks(
    job_id: str,
    request: VerifyRequest,
    problems: Sequence[ProblemSummary],
    slots: int,
    request_id: str = "",
    analysis: AnalysisOptions | None = None,
    leave_out: frozenset[int] = frozenset(),
) -> list[CandidatesChunk]:
    """Split a request into chunks of about a second, a problem's candidates together, two for every slot if possible.

    With `analysis` chunks of generations. `leave_out`: indexes of candidates that are in none.
    """
    options = judge_options(request)
    costed = [each for each in items_with_cost(request, problems) if each[0].index not in leave_out]
    groups = split_by_cost(costed, slots)
    return [candidates_chunk(job_id, request_id, options, group, analysis) for group in groups]


def candidates_chunk(
    job_id: str,
    request_id: str,
    options: JudgeOptions,
    items: tuple[ChunkItem, ...],
    analysis: AnalysisOptions | None,
) -> CandidatesChunk:
    """A chunk of candidates, which are analysed first where `analysis` says so."""
    ids = {"chunk_id": uuid4().hex, "job_id": job_id, "request_id": request_id}
    if analysis is None:
        return VerifyChunk(**ids, options=options, items=items)
    return GenerationsChunk(**ids, options=options, items=items, analysis=analysis)


def judge_options(request: VerifyRequest) -> JudgeOptions:
    """How every candidate of the request is judged."""
    return JudgeOptions(**{name: getattr(request, name) for name in JudgeOptions.model_fields})


def items_with_cost(request: VerifyRequest, problems: Sequence[ProblemSummary]) -> list[tuple[ChunkItem, float]]:
    """Every candidate of a request, with the seconds it may take."""
    items: list[tuple[ChunkItem, float]] = []
    for position, (entry, problem) in enumerate(zip(request.problems, problems, strict=True)):
        cost = CANDIDATE_S + TEST_S * count_chosen_tests(problem, request)
        for number, candidate in enumerate(entry.candidates):
            item = ChunkItem(
                index=len(items),
                problem=position,
                candidate=number,
                problem_id=problem.problem_id,
                body=candidate,
            )
            reads = candidate.form is Form.TEXT or request.clusters
            items.append((item, cost + (READING_S * len(candidate.source) if reads else 0.0)))
    return items


def to_stored_texts(problems: Iterable[Problem]) -> dict[str, tuple[StoredText, StoredText]]:
    """Problems as they are stored: row without solutions and summary, both as JSON, by id."""
    return {
        problem.problem_id: (json.dumps(problem.without_solutions().to_row()), problem.summary().model_dump_json())
        for problem in problems
    }


def verdict_keys(request: VerifyRequest, checked: CheckedRequest, judging: Judging) -> dict[str, list[ChunkItem]]:
    """The candidates that may be cached, by the key of their verdict. Takes tens of microseconds for each."""
    found: dict[str, list[ChunkItem]] = {}
    if request.clusters or request.detail is Detail.OUTPUTS:
        return found
    options = judge_options(request)
    for item, _ in items_with_cost(request, checked.problems)[:MAX_LOOKED_UP]:
        problem = checked.problems[item.problem]
        environment = judging.environment_for(problem, item.body.language, options.checker)
        if item.body.form is not Form.PROGRAM or environment is None:
            continue
        limits = apply_limits(problem, item.body.language, options.limits, judging.rules)
        key = cache_key(item.problem_id, item.body, options, limits, environment)
        found.setdefault(key, []).append(item)
    return found


def result_lines(asked: Mapping[str, Sequence[ChunkItem]], found: Mapping[str, bytes]) -> tuple[ResultLine, ...]:
    """The cached verdicts as results, with their places in the request."""
    lines = []
    for key, data in found.items():
        result = CandidateResult.model_validate_json(data)
        lines += [item.result_line(result, cached=True) for item in asked[key]]
    return tuple(sorted(lines, key=lambda line: line.index))

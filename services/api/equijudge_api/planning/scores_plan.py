"""Plan a request for scores: check everything before anything is accepted, then split it into chunks. Pure.

Generations are candidates whose source is still to be taken out of their text: verify_plan.py does the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import uuid4

from equijudge_api.http import audit
from equijudge_api.planning import verify_plan
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Plan, PlanContext, PlannedJob, Question, parse_body
from equijudge_api.queue.admission import NO_ORIGIN, Origin, Submission, pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import AnalysisOptions, PlannedProblem, ScorePlan, ScoresChunk
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.score_requests import ReferenceClusters, ScoreRequest
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import Candidate, ProblemCandidates, TestSet, VerifyRequest
from equijudge_core.errors import BadInput
from equijudge_core.judging.own_programs import used_programs
from equijudge_core.programs.lexing import forms
from equijudge_core.signature import VERSION

MAX_IDS_NAMED = 5  # ids that are named in an error


def score_generations(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /score-generations`."""
    request = parse_body(ScoreRequest, body)
    candidates = context.restrict(to_verify_request(request))
    answer = yield Question(tuple(verify_plan.stored_problem_ids(candidates)), judging=True)
    candidates = verify_plan.with_canonical_languages(candidates, answer.languages)
    job = plan_scores(
        request, candidates, answer.stored, context.settings, answer.slots, context.origin, answer.languages
    )
    return PlannedJob(pack_submission(job), request.wait, audit.submission_facts(candidates, job))


def to_verify_request(request: ScoreRequest) -> VerifyRequest:
    """Turn the request into one for verdicts, each text the source of a candidate."""
    problems = tuple(
        ProblemCandidates(
            problem=entry.problem,
            problem_id=entry.problem_id,
            candidates=tuple(
                Candidate(source=text.text, form=text.form, id=text.id, language=text.language or request.language)
                for text in entry.with_ids()
            ),
        )
        for entry in request.problems
    )
    return VerifyRequest(problems=problems, wait=request.wait, **dict(request.judge_options()))


def plan_scores(
    request: ScoreRequest,
    candidates: VerifyRequest,
    stored: Mapping[str, ProblemSummary],
    settings: Settings,
    slots: int,
    origin: Origin = NO_ORIGIN,
    languages: FleetLanguages = verify_plan.ANY_KNOWN,
) -> Submission:
    """Build the job that a request asks for; `candidates`: as to_verify_request gives them, in canonical languages.

    Raise BadInput.
    """
    if (fault := default_language_error(request, languages)) is not None:
        raise BadInput([fault])
    errors = generation_errors(request, settings)
    try:
        checked = verify_plan.check_request(candidates, stored, settings, languages)
        errors += duplicate_problem_errors(checked.problems)
    except BadInput as error:
        errors += [rename_to_generations(fault) for fault in error.errors]
    if errors:
        raise BadInput(errors)
    job_id = origin.new_job()
    analysis = AnalysisOptions(levels=request.levels, max_source_bytes=settings.max_source_bytes)
    chunks = verify_plan.split_into_chunks(job_id, candidates, checked.problems, slots, origin.request_id, analysis)
    closing = closing_chunk(job_id, request, checked.problems, origin.request_id)
    return verify_plan.build_submission(job_id, origin, [*chunks, closing], stored, checked, closing=closing.chunk_id)


def closing_chunk(
    job_id: str, request: ScoreRequest, problems: Sequence[ProblemSummary], request_id: str
) -> ScoresChunk:
    """Build the chunk that computes the scores when all samples have their result."""
    plan = ScorePlan(
        settings=request.score_settings(),
        problems=tuple(
            PlannedProblem(
                problem_id=problem.problem_id,
                samples=len(entry.generations),
                reference=entry.clusters,
                family=entry.family,
                public_tests=problem.tests[TestSet.PUBLIC],
                by_program=bool(used_programs(problem.brings, request.checker)),
            )
            for entry, problem in zip(request.problems, problems, strict=True)
        ),
    )
    return ScoresChunk(
        chunk_id=uuid4().hex, job_id=job_id, request_id=request_id, options=request.judge_options(), plan=plan
    )


def default_language_error(request: ScoreRequest, languages: FleetLanguages) -> FieldError | None:
    """The fault of the request's language, told once and not of each generation that names no other."""
    generations = (each for entry in request.problems for each in entry.with_ids())
    if all(each.language is not None for each in generations):
        return None
    return languages.error(languages.canonical(request.language), "language")


def generation_errors(request: ScoreRequest, settings: Settings) -> list[FieldError]:
    """Faults that only a request for scores can have."""
    errors = []
    for position, entry in enumerate(request.problems):
        place = f"problems[{position}]"
        if len(entry.generations) > settings.max_generations:
            limit = f"at most {settings.max_generations}"
            fault = f"{len(entry.generations)} generations"
            errors.append(FieldError(field=f"{place}.generations", problem=fault, limit=limit))
        counts = Counter(generation.id for generation in entry.with_ids())
        if repeated := [str(name) for name, count in counts.items() if count > 1]:
            shown = ", ".join(repeated[:MAX_IDS_NAMED]) + (", …" if len(repeated) > MAX_IDS_NAMED else "")
            fault = f"ids that occur more than once: {shown} (without an id it is the position)"
            errors.append(FieldError(field=f"{place}.generations[].id", problem=fault))
        errors += reference_errors(entry.clusters, f"{place}.reference")
    return errors


def reference_errors(clusters: ReferenceClusters | None, place: str) -> list[FieldError]:
    """The fault of clusters that another version named: no sample would ever reach them."""
    if clusters is None:
        return []
    if clusters.signature_version not in (VERSION, f"{VERSION}+{forms.VERSION}"):
        fault = f"clusters of signature {clusters.signature_version!r}"
        limit = f"this service names clusters by {VERSION!r}"
        return [FieldError(field=f"{place}.signature_version", problem=fault, limit=limit)]
    old = [name for name in clusters.coarse if forms.is_of_other_version(name)]
    if old:
        fault, limit = f"clusters of other normal forms, such as {old[0]!r}", f"this service has {forms.VERSION!r}"
        return [FieldError(field=f"{place}.coarse", problem=fault, limit=limit)]
    return []


def duplicate_problem_errors(problems: Sequence[ProblemSummary]) -> list[FieldError]:
    """A fault for each problem that is there twice: its generations belong together."""
    first: dict[str, int] = {}
    return [
        FieldError(field=f"problems[{position}]", problem=f"is the same problem as problems[{seen}]")
        for position, problem in enumerate(problems)
        if (seen := first.setdefault(problem.problem_id, position)) != position
    ]


def rename_to_generations(fault: FieldError) -> FieldError:
    """Word a fault of a candidate as one of the generation that it stands for."""
    field = fault.field.replace(".candidates[", ".generations[").replace("[].candidates", "[].generations")
    if ".generations[" in field and field.endswith(".source"):
        field = field.removesuffix("source") + "text"
    return fault.model_copy(update={"field": field, "problem": fault.problem.replace("candidates", "generations")})

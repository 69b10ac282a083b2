"""Make of a body's bytes what is stored: parse, check, split into chunks, pack. One plan for each kind of body. Pure.

A plan is a generator, so that it can run anywhere, in the API's process or in another one: it yields Questions, such as
which of the problems that the body names are stored, is sent Answers, and returns what the route needs. Plans raise
BadInput and Refusal.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from equijudge_api.http import audit
from equijudge_api.http.audit import AuditFacts
from equijudge_api.http.problem_details import MAX_ERRORS, Refusal, more_errors_text
from equijudge_api.outcome_only import option_errors
from equijudge_api.planning import scores_plan, sets_plan, verify_plan
from equijudge_api.planning.cached_verdicts import Judging, result_lines, verdict_keys
from equijudge_api.planning.verify_plan import CheckedRequest
from equijudge_api.queue.admission import NO_ORIGIN, Origin, Submission, pack_problems, pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.field_errors import field_errors
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import ResultLine, VerifyRequest
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.judging.problem import Problem, parse_row

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True)
class PlanContext:
    """What a body comes with: settings, from where, and whether its key is outcome-only."""

    settings: Settings
    origin: Origin = NO_ORIGIN
    outcome_only: bool = False

    def restrict(self, request: VerifyRequest) -> VerifyRequest:
        """Restrict the request to what its key may ask for. Raise Refusal (403) for options that it may not choose."""
        if not self.outcome_only:
            return request
        rules = self.settings.outcome_rules()
        if refused := option_errors(request, rules.total_time_s):
            raise Refusal(403, "an outcome-only key cannot ask for this: it would tell more than the verdict", refused)
        return rules.apply_cadence(request)


@dataclass(frozen=True)
class Question:
    """What a plan asks of the queue: stored problems by id and, with `judging`, under what the workers judge; or cached
    verdicts by key."""

    problem_ids: tuple[str, ...] = ()
    judging: bool = False
    verdict_keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the queue knows: which of the problems are stored, roughly how many workers there are, and under what all of
    them judge; which of the verdicts are cached, as JSON of CandidateResult."""

    stored: Mapping[str, ProblemSummary] = field(default_factory=dict)
    slots: int = 0
    judging: Judging | None = None
    verdicts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedJob:
    """A job as it is to be stored, how long its caller waits (seconds), and what the audit line says of it."""

    job: Submission
    wait: float
    facts: AuditFacts


@dataclass(frozen=True)
class PlannedProblems:
    """Problems as they are stored: row and summary by id; and what the answer and the audit line say."""

    problems: Mapping[str, tuple[bytes, bytes]]
    summaries: tuple[ProblemSummary, ...]
    facts: AuditFacts


Plan = Generator[Question, Answer, T]


class PutProblems(Contract):
    """Body of `PUT /problems`: rows in the CodeContests schema."""

    problems: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


def verify(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /verify`."""
    request = context.restrict(parse_body(VerifyRequest, body))
    answer = yield Question(tuple(verify_plan.stored_problem_ids(request)), judging=True)
    checked = verify_plan.check_request(request, answer.stored, context.settings)
    results = yield from cached_results(request, checked, answer.judging)
    job = verify_plan.plan_verify(
        request, answer.stored, context.settings, answer.slots, context.origin, checked, results
    )
    return PlannedJob(pack_submission(job), request.wait, audit.submission_facts(request, job))


def score_generations(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /score-generations`."""
    request = parse_body(ScoreRequest, body)
    candidates = context.restrict(scores_plan.to_verify_request(request))
    answer = yield Question(tuple(verify_plan.stored_problem_ids(candidates)))
    job = scores_plan.plan_scores(request, candidates, answer.stored, context.settings, answer.slots, context.origin)
    return PlannedJob(pack_submission(job), request.wait, audit.submission_facts(candidates, job))


def equivalence_sets(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedJob]:
    """Plan a `POST /equivalence-sets`."""
    request = parse_body(SetsRequest, body)
    answer = yield Question(tuple(sets_plan.stored_problem_ids(request)))
    works = sets_plan.check_request(request, answer.stored, context.settings)
    job = sets_plan.plan_sets(request, works, answer.stored, context.origin)
    return PlannedJob(pack_submission(job), request.wait, audit.sets_facts(works, job))


def put_problems(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedProblems]:
    """Plan a `PUT /problems`. It asks an empty question, so that it fails before any work where Redis is away."""
    yield Question()
    rows = parse_body(PutProblems, body).problems
    problems = parse_problems(rows, context.settings.max_problems, context.settings.max_tests)
    facts = {"problems": len(problems), **audit.list_or_hash("problem_ids", [each.problem_id for each in problems])}
    summaries = tuple(problem.summary() for problem in problems)
    return PlannedProblems(pack_problems(verify_plan.to_stored_texts(problems)), summaries, facts)


def cached_results(
    request: VerifyRequest, checked: CheckedRequest, judging: Judging | None
) -> Plan[tuple[ResultLine, ...]]:
    """Ask for the results that are cached; return them in request order."""
    keys = {} if judging is None else verdict_keys(request, checked, judging)
    if not keys:
        return ()
    answer = yield Question(verdict_keys=tuple(keys))
    return result_lines(keys, answer.verdicts)


def parse_body(model: type[M], body: bytes | bytearray) -> M:
    """Parse the body as a model. Raise Refusal: 422 names the first faults and counts the others, 400 is for what is no
    text or nested too deeply."""
    try:
        value = json.loads(body)
    except json.JSONDecodeError as error:
        fault = {"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error"}
        raise Refusal(422, "the request is not valid", field_errors([fault])) from error
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "There was an error parsing the body") from error
    try:
        return model.model_validate(value, from_attributes=True)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)[:MAX_ERRORS]
        shown = field_errors([{**fault, "loc": ("body", *fault["loc"])} for fault in found])
        raise Refusal(422, "the request is not valid" + more_errors_text(error.error_count()), shown) from error


def parse_problems(rows: tuple[dict[str, Any], ...], most: int, most_tests: int) -> list[Problem]:
    """Parse rows as problems. Raise BadInput naming every fault of every row."""
    errors: list[FieldError] = []
    if len(rows) > most:
        errors.append(FieldError(field="problems", problem=f"{len(rows)} problems", limit=f"at most {most}"))
    problems = []
    for position, row in enumerate(rows):
        place = f"problems[{position}]"
        try:
            problem = parse_row(row).without_solutions()
        except BadProblem as error:
            errors += [e.model_copy(update={"field": f"{place}.{e.field}"}) for e in error.errors]
            continue
        if len(problem.tests()) > most_tests:
            limit = f"at most {most_tests}"
            errors.append(FieldError(field=place, problem=f"{len(problem.tests())} tests", limit=limit))
        problems.append(problem)
    if errors:
        raise BadInput(errors)
    return problems

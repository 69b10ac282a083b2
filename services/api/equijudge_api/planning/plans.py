"""From a body's bytes to what is stored: parsed, checked, split into chunks and packed. Pure, if it takes its time.

A plan is a generator, so that it can run anywhere, in the API's process or in another one: it yields Questions, such as
which of the problems that the body names are stored, is sent what is Known, and returns what the route needs. Raises
BadInput and Refusal.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from equijudge_api.http import audit
from equijudge_api.http.audit import Facts
from equijudge_api.http.problem_details import MOST_ERRORS, Refusal, and_more
from equijudge_api.outcome_only import refused_options
from equijudge_api.planning import scores_plan, sets_plan, verify_plan
from equijudge_api.planning.known_verdicts import Judging, keys_of, lines_of
from equijudge_api.planning.verify_plan import Checked
from equijudge_api.queue.admission import NOBODY, Origin, Submission, packed_job, packed_problems
from equijudge_api.settings import Settings
from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import ResultLine, VerifyRequest
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.field_errors import field_errors
from equijudge_core.judging.problem import Problem, parse_row

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What a body comes with: from where, and whether its key is outcome-only."""

    settings: Settings
    origin: Origin = NOBODY
    outcome_only: bool = False

    def judged(self, request: VerifyRequest) -> VerifyRequest:
        """The request as it is to be judged. Raises Refusal (403) for options that its key may not choose."""
        if not self.outcome_only:
            return request
        rules = self.settings.outcome_rules()
        if refused := refused_options(request, rules.total_time_s):
            raise Refusal(403, "an outcome-only key cannot ask for this: it would tell more than the verdict", refused)
        return rules.asked(request)


@dataclass(frozen=True)
class Question:
    """What a plan asks of the queue, one of three: these stored problems, and beside them under what the workers judge
    (`judging`), or the verdicts of these keys of the cache."""

    problem_ids: tuple[str, ...] = ()
    judging: bool = False
    verdict_keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What the queue knows: those of the problems that are stored, how many workers there are, roughly, and under what
    all of them judge; those of the verdicts that are cached, JSON of CandidateResult."""

    stored: Mapping[str, ProblemSummary] = field(default_factory=dict)
    slots: int = 0
    judging: Judging | None = None
    verdicts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """A job as it is to be stored, how long its caller waits (seconds), and what the audit line says of it."""

    job: Submission
    wait: float
    facts: Facts


@dataclass(frozen=True)
class Storable:
    """Problems as they are stored: row and summary by id; and what the answer and the audit line say."""

    problems: Mapping[str, tuple[bytes, bytes]]
    summaries: tuple[ProblemSummary, ...]
    facts: Facts


Plan = Generator[Question, Known, T]


class PutProblems(Contract):
    """Body of `PUT /problems`: rows in the CodeContests schema."""

    problems: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


def verify(body: bytes | bytearray, asked: Asked) -> Plan[Planned]:
    """`POST /verify`."""
    request = asked.judged(read(VerifyRequest, body))
    known = yield Question(tuple(verify_plan.referred(request)), judging=True)
    checked = verify_plan.check(request, known.stored, asked.settings)
    results = yield from known_results(request, checked, known.judging)
    job = verify_plan.prepare(request, known.stored, asked.settings, known.slots, asked.origin, checked, results)
    return Planned(packed_job(job), request.wait, audit.submitted(request, job))


def score_generations(body: bytes | bytearray, asked: Asked) -> Plan[Planned]:
    """`POST /score-generations`."""
    request = read(ScoreRequest, body)
    candidates = asked.judged(scores_plan.as_candidates(request))
    known = yield Question(tuple(verify_plan.referred(candidates)))
    job = scores_plan.prepare(request, candidates, known.stored, asked.settings, known.slots, asked.origin)
    return Planned(packed_job(job), request.wait, audit.submitted(candidates, job))


def equivalence_sets(body: bytes | bytearray, asked: Asked) -> Plan[Planned]:
    """`POST /equivalence-sets`."""
    request = read(SetsRequest, body)
    known = yield Question(tuple(sets_plan.referred(request)))
    job = sets_plan.prepare(request, known.stored, asked.settings, asked.origin)
    return Planned(packed_job(job), request.wait, audit.submitted_sets(request, job))


def put_problems(body: bytes | bytearray, asked: Asked) -> Plan[Storable]:
    """`PUT /problems`; asks for no problem, and is held up at once where Redis is away."""
    yield Question()
    rows = read(PutProblems, body).problems
    problems = parsed(rows, asked.settings.max_problems, asked.settings.max_tests)
    facts = {"problems": len(problems), **audit.few_or_one("problem_ids", [each.problem_id for each in problems])}
    summaries = tuple(problem.summary() for problem in problems)
    return Storable(packed_problems(verify_plan.as_stored(problems)), summaries, facts)


def known_results(request: VerifyRequest, checked: Checked, judging: Judging | None) -> Plan[tuple[ResultLine, ...]]:
    """The results that are there already, in request order."""
    keys = {} if judging is None else keys_of(request, checked, judging)
    if not keys:
        return ()
    known = yield Question(verdict_keys=tuple(keys))
    return lines_of(keys, known.verdicts)


def read(model: type[M], body: bytes | bytearray) -> M:
    """The body as a model. Raises Refusal: 422 names the first faults and counts the others, 400 is for what is no
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
        found = error.errors(include_url=False, include_input=False)[:MOST_ERRORS]
        shown = field_errors([{**fault, "loc": ("body", *fault["loc"])} for fault in found])
        raise Refusal(422, "the request is not valid" + and_more(error.error_count()), shown) from error


def parsed(rows: tuple[dict[str, Any], ...], most: int, most_tests: int) -> list[Problem]:
    """The rows as problems. Raises BadInput naming every fault of every row."""
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

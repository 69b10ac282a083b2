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

from equijudge_api import audit, batch, generations, sets
from equijudge_api.audit import Facts
from equijudge_api.batch import Checked, Origin, Submission
from equijudge_api.errors import MOST_ERRORS, Refusal, and_more
from equijudge_api.known import Judging, keys_of, lines_of
from equijudge_api.outcome import refused_options
from equijudge_api.settings import Settings
from equijudge_core.contracts import FieldError, Model, ProblemSummary, ResultLine, VerifyRequest
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.field_errors import field_errors
from equijudge_core.generations import ScoreRequest
from equijudge_core.problem import Problem, parse_row
from equijudge_core.sets.contracts import SetsRequest

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What a body comes with: from where, and whether its key is outcome-only."""

    settings: Settings
    origin: Origin = batch.NOBODY
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


class PutProblems(Model):
    """Body of `PUT /problems`: rows in the CodeContests schema."""

    problems: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


def verify(body: bytes | bytearray, asked: Asked) -> Plan[Planned]:
    """`POST /verify`."""
    request = asked.judged(read(VerifyRequest, body))
    known = yield Question(tuple(batch.referred(request)), judging=True)
    checked = batch.check(request, known.stored, asked.settings)
    results = yield from known_results(request, checked, known.judging)
    job = batch.prepare(request, known.stored, asked.settings, known.slots, asked.origin, checked, results)
    return Planned(batch.packed_job(job), request.wait, audit.submitted(request, job))


def score_generations(body: bytes | bytearray, asked: Asked) -> Plan[Planned]:
    """`POST /score-generations`."""
    request = read(ScoreRequest, body)
    candidates = asked.judged(generations.as_candidates(request))
    known = yield Question(tuple(batch.referred(candidates)))
    job = generations.prepare(request, candidates, known.stored, asked.settings, known.slots, asked.origin)
    return Planned(batch.packed_job(job), request.wait, audit.submitted(candidates, job))


def equivalence_sets(body: bytes | bytearray, asked: Asked) -> Plan[Planned]:
    """`POST /equivalence-sets`."""
    request = read(SetsRequest, body)
    known = yield Question(tuple(sets.referred(request)))
    job = sets.prepare(request, known.stored, asked.settings, asked.origin)
    return Planned(batch.packed_job(job), request.wait, audit.submitted_sets(request, job))


def put_problems(body: bytes | bytearray, asked: Asked) -> Plan[Storable]:
    """`PUT /problems`; asks for no problem, and is held up at once where Redis is away."""
    yield Question()
    rows = read(PutProblems, body).problems
    problems = parsed(rows, asked.settings.max_problems, asked.settings.max_tests)
    facts = {"problems": len(problems), **audit.few_or_one("problem_ids", [each.problem_id for each in problems])}
    summaries = tuple(problem.summary() for problem in problems)
    return Storable(batch.packed_problems(batch.as_stored(problems)), summaries, facts)


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

"""Plan a `PUT /problems`: parse and check every row before any is stored. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from equijudge_api.http import audit
from equijudge_api.http.audit import AuditFacts
from equijudge_api.planning import verify_plan
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Plan, PlanContext, Question, parse_body
from equijudge_api.queue.admission import pack_problems
from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.formats import read_problem
from equijudge_core.formats.reading import Allowance, ReadOptions
from equijudge_core.judging.problem import Problem


@dataclass(frozen=True)
class PlannedProblems:
    """Problems as they are stored: row and summary by id; and what the answer and the audit line say."""

    problems: Mapping[str, tuple[bytes, bytes]]
    summaries: tuple[ProblemSummary, ...]
    facts: AuditFacts


class PutProblems(Contract):
    """Body of `PUT /problems`: rows in the CodeContests schema, or in another format that the manual lists."""

    problems: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


def put_problems(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedProblems]:
    """Plan a `PUT /problems`. It asks before any work, so that it fails at once where Redis is away."""
    languages = (yield Question(judging=True)).languages
    rows = parse_body(PutProblems, body).problems
    problems = parse_problems(rows, context.settings.max_problems, context.settings.max_tests, languages)
    facts = {"problems": len(problems), **audit.list_or_hash("problem_ids", [each.problem_id for each in problems])}
    summaries = tuple(problem.summary() for problem in problems)
    return PlannedProblems(pack_problems(verify_plan.to_stored_texts(problems)), summaries, facts)


def parse_problems(
    rows: tuple[dict[str, Any], ...],
    most: int,
    most_tests: int,
    languages: FleetLanguages = verify_plan.ANY_KNOWN,
) -> list[Problem]:
    """Parse rows as problems. Raise BadInput naming every fault of every row."""
    errors: list[FieldError] = []
    if len(rows) > most:
        errors.append(FieldError(field="problems", problem=f"{len(rows)} problems", limit=f"at most {most}"))
    problems = []
    unpacking = ReadOptions(allowance=Allowance())
    for position, row in enumerate(rows):
        place = f"problems[{position}]"
        try:
            problem = read_problem(row, unpacking).without_solutions()
        except BadProblem as error:
            errors += [e.model_copy(update={"field": f"{place}.{e.field}"}) for e in error.errors]
            continue
        if len(problem.tests()) > most_tests:
            limit = f"at most {most_tests}"
            errors.append(FieldError(field=place, problem=f"{len(problem.tests())} tests", limit=limit))
        errors += languages.program_errors(problem.summary(), None, place)
        problems.append(problem)
    if errors:
        raise BadInput(errors)
    return problems

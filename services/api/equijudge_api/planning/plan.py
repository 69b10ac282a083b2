"""What every plan is made of. A plan makes of a body's bytes what is stored: parse, check, split into chunks, pack.

There is one for each kind of body, in the files beside this one; all are pure. A plan is a generator, so that it can
run anywhere, in the API's process or in another one: it yields Questions, such as which of the problems that the body
names are stored, is sent Answers, and returns what the route needs. Plans raise BadInput and Refusal.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from equijudge_api.http.audit import AuditFacts
from equijudge_api.http.problem_details import MAX_ERRORS, Refusal, more_errors_text
from equijudge_api.outcome_only import option_errors
from equijudge_api.planning.languages import PYTHON3, FleetLanguages, fleet_languages
from equijudge_api.queue.admission import NO_ORIGIN, Origin, Submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.field_errors import field_errors
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import Environment, VerifyRequest
from equijudge_core.judging.limits import LimitRules
from equijudge_core.judging.own_programs import used_programs

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
        if refused := option_errors(request, rules):
            raise Refusal(403, "an outcome-only key cannot ask for this: it would tell more than the verdict", refused)
        return rules.apply_cadence(request)


@dataclass(frozen=True)
class Question:
    """What a plan asks of the queue: stored problems by id and, with `judging`, under what the workers judge, and in
    which languages; or cached verdicts by key."""

    problem_ids: tuple[str, ...] = ()
    judging: bool = False
    verdict_keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the queue knows: which of the problems are stored, roughly how many workers there are, under what all of
    them judge, and in which languages; which of the verdicts are cached, as JSON of CandidateResult."""

    stored: Mapping[str, ProblemSummary] = field(default_factory=dict)
    slots: int = 0
    judging: Judging | None = None
    languages: FleetLanguages = field(default_factory=FleetLanguages)
    verdicts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedJob:
    """A job as it is to be stored, how long its caller waits (seconds), and what the audit line says of it."""

    job: Submission
    wait: float
    facts: AuditFacts


Plan = Generator[Question, Answer, T]


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


@dataclass(frozen=True)
class Judging:
    """Under what the workers judge: with the program, problem and options it decides the key of a verdict.

    environment: of Python 3. versions: of the languages of which all workers have the same version, by name.
    checker_headers: what lies beside problems' checkers.
    """

    environment: Environment
    rules: LimitRules
    versions: Mapping[str, str]
    checker_headers: str | None = None

    def environment_for(
        self, problem: ProblemSummary, language: str, checker: CheckerSpec | None
    ) -> Environment | None:
        """What a result of this problem in this language says of where it was made; None: that depends on the
        worker."""
        version = self.versions.get(language)
        if version is None:
            return None
        headers = self.checker_headers if used_programs(problem.brings, checker) else None
        return self.environment.model_copy(update={"language_version": version, "checker_headers": headers})


def common_judging(workers: Sequence[Mapping[str, Any]]) -> Judging | None:
    """The one Judging of all workers that can judge; None: they differ, or keep no verdicts, or there is none."""
    said = [facts["judging"] for facts in workers if facts.get("judging")]
    if not said or any(each != said[0] for each in said) or not said[0]["kept"]:
        return None
    return Judging(
        Environment.model_validate(said[0]["environment"]),
        replace(LimitRules(), **said[0]["rules"]),
        {PYTHON3: said[0]["environment"]["language_version"], **fleet_languages(workers).single_versions()},
        said[0].get("checker_headers"),
    )

"""/judge: submissions become problems with the tests that they bring, and verdicts their answers. Pure.

What is expected is compared by the verifier, as with every problem, and enters no cell: so this is the plan of `POST
/verify`. Equal programs are one candidate with all their tests; candidates with equal tests are of one problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from equijudge_api.dropins.code_judge.batches import (
    BUDGET_FACTOR,
    TOGETHER_SOON,
    PlannedBatch,
    check_batch,
    check_programs,
    ids_of,
    most_programs,
    name_places,
    tests_in_budget,
    too_long,
)
from equijudge_api.dropins.code_judge.contract import (
    CodeBatch,
    CodeSubmission,
    JudgedSubmission,
    Reason,
    new_id,
)
from equijudge_api.dropins.code_judge.grouping import LANGUAGES, MOST_TOGETHER, Group, group_equal_programs
from equijudge_api.http import audit
from equijudge_api.planning.plan import Plan, PlanContext, PlannedJob, Question, parse_body
from equijudge_api.planning.verify_plan import cached_results, check_request, plan_verify, with_canonical_languages
from equijudge_api.queue.admission import pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    Candidate,
    Detail,
    LimitOptions,
    ProblemCandidates,
    ResultLine,
    Stop,
    TestResult,
    TestSet,
    VerifyRequest,
)
from equijudge_core.errors import BadInput
from equijudge_core.judging.decisions import TOTAL_BUDGET

CHECKER = CheckerSpec(name="stripped")
RAN = frozenset({Verdict.AC, Verdict.WA})
NEEDED = "must be given with an outcome-only key, which is told no more than whether it is right"
Tests = tuple[tuple[str, str], ...]  # inputs and outputs


def judge_one(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedBatch]:
    """Plan a `POST /judge` of an outcome-only key; those of others are run as by /run, with others that come singly."""
    batch = CodeBatch(submissions=(parse_body(CodeSubmission, body),))
    return (yield from plan_judging(batch, context, TOGETHER_SOON, single=True))


def with_room(settings: Settings) -> Settings:
    """The settings for requests in which each program may have a problem of its own."""
    return settings.model_copy(update={"max_problems": settings.max_candidates})


def judge_batch(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedBatch]:
    """Plan a `POST /judge/batch`."""
    return (yield from plan_judging(parse_body(CodeBatch, body), context, TOGETHER_SOON))


def judge_long_batch(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedBatch]:
    """Plan a `POST /judge/long-batch`."""
    return (yield from plan_judging(parse_body(CodeBatch, body), context, MOST_TOGETHER))


def plan_judging(batch: CodeBatch, context: PlanContext, together: int, *, single: bool = False) -> Plan[PlannedBatch]:
    """Plan a batch, with at most so many tests of a program together. Raise BadInput."""
    answer = yield Question(judging=True)
    settings, places = context.settings, name_places(batch, single=single)
    check_batch(batch, places, answer.languages)
    if context.outcome_only:
        check_expectations(batch, places)
    refused = too_long(batch.submissions, settings.max_source_bytes)
    wanted = [position for position in range(len(batch.submissions)) if position not in refused]
    together = 1 if context.outcome_only else min(together, tests_in_budget(settings, settings.total_time_ceiling_s))
    groups = group_equal_programs(batch.submissions, wanted, lambda _: 1, MOST_TOGETHER, together)
    check_programs(groups, most_programs(settings))
    request, ordered = verify_request(batch.submissions, groups, settings, outcome_only=context.outcome_only)
    planned = partial(
        PlannedBatch,
        sub_id=batch.sub_id if batch.sub_id is not None else new_id(),
        sub_ids=ids_of(batch),
        groups=ordered,
        refused=refused,
        compared={n: b"" for n, each in enumerate(batch.submissions) if each.expected_output is not None},
    )
    if request is None:
        return planned(job=None)
    request = with_canonical_languages(context.restrict(request), answer.languages)
    roomy = with_room(settings)
    checked = check_request(request, {}, roomy, answer.languages)
    results = yield from cached_results(request, checked, answer.judging)
    job = plan_verify(request, {}, roomy, answer.slots, context.origin, checked, results)
    return planned(job=PlannedJob(pack_submission(job), 0.0, audit.submission_facts(request, job)))


def verify_request(
    submissions: Sequence[CodeSubmission], groups: Sequence[Group], settings: Settings, *, outcome_only: bool
) -> tuple[VerifyRequest | None, tuple[Group, ...]]:
    """The request for verdicts, None where there is nothing to judge; and the groups in the order of its candidates."""
    by_tests: dict[Tests, list[Group]] = {}
    for group in groups:
        by_tests.setdefault(tests_of(submissions, group), []).append(group)
    if not by_tests:
        return None, ()
    rules = settings.rules()
    longest = max(len(group) for group in groups)
    budget_s = BUDGET_FACTOR * longest * min(rules.default_time_s, rules.ceiling_s)
    roomy = LimitOptions(total_time_s=min(max(budget_s, rules.total_time_s), rules.total_ceiling_s))
    request = VerifyRequest(
        problems=tuple(
            ProblemCandidates(
                problem=problem_row(tests), candidates=tuple(candidate(submissions[each[0]]) for each in some)
            )
            for tests, some in by_tests.items()
        ),
        checker=CHECKER,
        stop=Stop.FIRST_FAILURE if outcome_only else Stop.NEVER,
        detail=Detail.VERDICT if outcome_only else Detail.TESTS,
        limits=LimitOptions() if outcome_only else roomy,
    )
    return request, tuple(group for some in by_tests.values() for group in some)


def tests_of(submissions: Sequence[CodeSubmission], group: Group) -> Tests:
    """The tests that a group's submissions bring. Where no output is expected, any is compared, and not looked at."""
    return tuple((submissions[each].input or "", submissions[each].expected_output or "") for each in group)


def problem_row(tests: Tests) -> dict[str, Any]:
    """A problem with these tests, without limits: the default ones are code-judge's own, 10 s and 256 MiB."""
    return {
        "name": "code-judge",
        "private_tests": {"input": [one for one, _ in tests], "output": [o for _, o in tests]},
    }


def candidate(submission: CodeSubmission) -> Candidate:
    """The program of a submission."""
    return Candidate(source=submission.solution, language=LANGUAGES[submission.type])


def check_expectations(batch: CodeBatch, places: Sequence[str]) -> None:
    """Raise BadInput for submissions without an expected output: whether they ran is a verdict of its own."""
    errors = [
        FieldError(field=f"{place}expected_output", problem=NEEDED)
        for each, place in zip(batch.submissions, places, strict=True)
        if each.expected_output is None
    ]
    if errors:
        raise BadInput(errors)


def judged(batch: PlannedBatch, lines: Iterator[bytes]) -> dict[int, JudgedSubmission]:
    """The answers that results (ResultLines as JSON) hold, by position."""
    found: dict[int, JudgedSubmission] = {}
    for text in lines:
        line = ResultLine.model_validate_json(text)
        tests = {test.test: test for test in line.tests or ()}
        for number, position in enumerate(batch.groups[line.index]):
            test = tests.get(f"{TestSet.PRIVATE}/{number}")
            compared = position in batch.compared
            found[position] = JudgedSubmission(
                sub_id=batch.sub_ids[position], **answer_of(line, test, compared=compared)
            )
    return found


def answer_of(line: ResultLine, test: TestResult | None, *, compared: bool) -> dict[str, Any]:
    """The fields of one answer: of a test, or of a candidate of which no single test is told."""
    if line.verdict is Verdict.CE:
        return {}
    if test is not None:
        return of_test(test, line.limits.cpu_time_s, compared=compared)
    if line.verdict is Verdict.IE or line.tests is not None:
        return {"reason": Reason.INTERNAL_ERROR}
    accepted = line.verdict is Verdict.AC
    return {"success": accepted, "run_success": accepted, "cost": line.wall_time_s}


def of_test(test: TestResult, limit_s: float, *, compared: bool) -> dict[str, Any]:
    """The fields of the answer to one test."""
    if test.verdict is Verdict.IE or test.reason == TOTAL_BUDGET:
        return {"reason": Reason.INTERNAL_ERROR}
    if test.verdict is Verdict.TLE:
        return {"cost": max(limit_s, test.wall_time_s), "reason": Reason.WORKER_TIMEOUT}
    ran = test.verdict in RAN
    return {
        "success": test.verdict is Verdict.AC or (ran and not compared),
        "run_success": ran,
        "cost": test.wall_time_s,
    }

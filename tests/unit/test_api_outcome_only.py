"""What an outcome-only key sees, and what it may not ask for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import equijudge_api
from equijudge_api.http.problem_details import quota_refusal
from equijudge_api.outcome_only import (
    COMPILE_MESSAGE_CHARACTERS,
    FIGURES,
    POINTS,
    PROBLEM,
    PROBLEM_SCORES,
    RESULT,
    RESULT_OF,
    SCORES,
    STATUS,
    OutcomeRules,
    figure_family,
    option_errors,
    pick_fields,
)
from equijudge_api.queue.admission import QuotaExceeded
from equijudge_api.settings import Settings
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.contracts.scores import ProblemScores, Scores
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verdict import JUDGED, Verdict
from equijudge_core.contracts.verify import (
    AppliedLimits,
    Environment,
    FirstDifference,
    JudgeOptions,
    ResultLine,
    Sample,
    Stop,
    TestResult,
    VerifyRequest,
)
from equijudge_core.scores.records import ProblemRecord, RunRecord, SampleRecord
from equijudge_core.scores.scoring import score

SECRET = "20 22 gives 42"
LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=2, memory_limit_bytes=3, output_limit_bytes=4)
TEST = TestResult(
    test=SECRET,
    verdict=Verdict.WA,
    reason=SECRET,
    cpu_time_s=1,
    wall_time_s=1,
    memory_peak_bytes=1,
    exception=SECRET,
    difference=FirstDifference(line=1, expected=SECRET, got=SECRET),
    output=SECRET,
    stderr=SECRET,
    checker_message=SECRET,
    transcript=SECRET,
)
WHOLE = ResultLine(
    verdict=Verdict.WA,
    reason=SECRET,
    loose=True,
    tests_run=3,
    tests_total=9,
    first_failure=TEST,
    cpu_time_s=0.5,
    wall_time_s=0.75,
    memory_peak_bytes=1000,
    compile_message="warning",
    attempts=2,
    tests=(TEST,),
    limits=LIMITS,
    environment=Environment(driver="d", isolation="i", image_digest="s", runner_version="r", language_version="l"),
    index=4,
    problem=1,
    candidate=2,
    problem_id="p1",
    candidate_id="mine",
    cached=True,
)
OWN = {"index", "problem", "candidate", "problem_id", "candidate_id", "verdict", "limits", "sample"}
COST = {"cpu_time_s", "wall_time_s", "memory_peak_bytes"}
RULES = OutcomeRules()


def seen(verdict: Verdict, rules: OutcomeRules = RULES, **changes: Any) -> dict[str, Any]:
    """The fields of WHOLE with this verdict, as they are shown."""
    line = WHOLE.model_copy(update={"verdict": verdict, **changes}).model_dump_json(exclude_none=True).encode()
    found: dict[str, Any] = json.loads(rules.redact_line(line))
    return found


@pytest.mark.parametrize(
    ("verdict", "told", "more"),
    [
        ("AC", "AC", COST),
        ("IE", "IE", set()),
        ("CE", "CE", {"compile_message"}),
        *((kind, "REJ", set()) for kind in ("WA", "TLE", "MLE", "OLE", "RE")),
    ],
)
def test_every_verdict_tells_what_is_named_here(verdict: Verdict, told: str, more: set[str]) -> None:
    found = seen(Verdict(verdict))
    assert (found["verdict"], set(found)) == (told, OWN - {"sample"} | more)


def test_points_are_told_where_the_operator_opens_them_and_not_those_of_groups_or_tests() -> None:
    points = {"points": 30.0, "max_points": 100.0, "points_reason": SECRET, "groups": [SECRET]}
    line = json.dumps(WHOLE.model_dump(mode="json") | points | {"verdict": "WA"}).encode()
    opened = json.loads(OutcomeRules(points=True).redact_line(line))
    assert opened == json.loads(RULES.redact_line(line)) | {"points": 30.0, "max_points": 100.0}


def test_what_an_accepted_program_costs_is_told_in_two_digits() -> None:
    found = seen(Verdict.AC, cpu_time_s=0.0123456, wall_time_s=12.345, memory_peak_bytes=12_345_678)
    assert [found[name] for name in ("cpu_time_s", "wall_time_s", "memory_peak_bytes")] == [0.012, 12.0, 12_000_000]
    assert seen(Verdict.AC, cpu_time_s=0.0)["cpu_time_s"] == 0.0


def test_programs_that_are_rejected_in_different_ways_get_the_same_line() -> None:
    first = seen(Verdict.WA)
    for verdict in ("TLE", "MLE", "OLE", "RE"):
        differing: dict[str, Any] = {
            "cpu_time_s": 9.0,
            "wall_time_s": 9.5,
            "memory_peak_bytes": 1,
            "attempts": 1,
            "tests_run": 1,
        }
        assert seen(Verdict(verdict), compile_message="other", cached=False, **differing) == first


def test_every_field_of_a_result_is_named_here_or_hidden() -> None:
    fields: dict[str, Any] = dict.fromkeys([*ResultLine.model_fields, "added_later"], SECRET)
    fields |= dict.fromkeys(COST, 1)
    fields["limits"] = dict.fromkeys([*AppliedLimits.model_fields, "added_later"], 1)
    fields["sample"] = dict.fromkeys([*Sample.model_fields, "added_later"], "of the text")
    for verdict in Verdict:
        named = set(RESULT) | set(RESULT_OF.get(verdict, {}))
        kept = json.loads(
            OutcomeRules(frozenset(JUDGED)).redact_line(json.dumps(fields | {"verdict": verdict}).encode())
        )
        assert set(kept) == named <= OWN | COST | {"compile_message"}
        assert kept["limits"] == dict.fromkeys(AppliedLimits.model_fields, 1)
        assert kept["sample"] == dict.fromkeys(Sample.model_fields, "of the text")


def test_what_is_left_of_a_result_is_a_result_with_everything_else_at_its_default() -> None:
    line = RULES.redact_line(WHOLE.model_dump_json().encode())
    left = ResultLine.model_validate_json(line)
    assert SECRET.encode() not in line
    for name, field in ResultLine.model_fields.items():
        expected = getattr(WHOLE, name) if name in RESULT else field.default
        assert getattr(left, name) == (Verdict.REJ if name == "verdict" else expected), name


def test_a_line_without_its_defaults_stays_so() -> None:
    short = WHOLE.model_copy(update={"verdict": Verdict.CE}).model_dump_json(exclude={"compile_message"}).encode()
    assert "compile_message" not in json.loads(RULES.redact_line(short))


def test_of_a_compile_message_the_end_is_kept() -> None:
    found = seen(Verdict.CE, compile_message="x" * 70_000 + "SyntaxError")["compile_message"]
    assert (len(found), found.endswith("SyntaxError")) == (COMPILE_MESSAGE_CHARACTERS, True)


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("CE", ["AC", *["REJ"] * 5, "CE", "IE"]),
        ("", ["AC", *["REJ"] * 6, "IE"]),
        ("wa, TLE", ["AC", "WA", "TLE", *["REJ"] * 4, "IE"]),
        ("CE,WA,TLE,MLE,OLE,RE", list(JUDGED)),
    ],
)
def test_the_operator_may_open_kinds(listed: str, told: list[str]) -> None:
    rules = settings(outcome_only_verdicts=listed).outcome_rules()
    assert [seen(verdict, rules)["verdict"] for verdict in JUDGED] == told
    assert not COST & set(seen(Verdict.WA, rules))


@pytest.mark.parametrize("listed", ["AC", "IE", "REJ", "WA;TLE", "wrong"])
def test_a_kind_that_is_none_is_refused_by_name(listed: str) -> None:
    with pytest.raises(ValidationError, match="outcome_only_verdicts"):
        settings(outcome_only_verdicts=listed)


def status(state: JobState = JobState.DONE, finished_at: float | None = 1001.0) -> JobStatus:
    return JobStatus(
        job_id="j",
        state=state,
        candidates=6,
        done=4 if state is JobState.RUNNING else 6,
        cached=2,
        verdicts={Verdict.AC: 2, Verdict.WA: 1, Verdict.TLE: 1, Verdict.CE: 2},
        created_at=1000.0,
        finished_at=finished_at,
        eta_s=3.0,
    )


def test_of_a_job_that_is_over_verdicts_are_counted_as_they_are_told() -> None:
    found = RULES.redact_status(status(), 1001.0)
    assert found.verdicts == {Verdict.AC: 2, Verdict.REJ: 2, Verdict.CE: 2}
    assert (found.done, found.cached, found.finished_at, found.eta_s) == (6, 0, None, None)


@pytest.mark.parametrize("state", [JobState.RUNNING, JobState.CANCELLED])
def test_nothing_of_a_job_is_done_before_all_is(state: JobState) -> None:
    found = RULES.redact_status(status(state, None if state is JobState.RUNNING else 1001.0), 1001.0)
    assert (found.state, found.done, found.verdicts, found.finished_at) == (state, 0, {}, None)


def test_with_a_cadence_a_job_runs_until_the_next_multiple() -> None:
    rules = OutcomeRules(cadence_s=10.0)
    early, late = rules.redact_status(status(), 1009.9), rules.redact_status(status(), 1010.0)
    assert (early.state, early.done, early.verdicts) == (JobState.RUNNING, 0, {})
    assert (late.state, late.done) == (JobState.DONE, 6)
    assert early == rules.redact_status(status(JobState.RUNNING, None), 1009.9)


def test_with_a_cadence_every_test_is_run() -> None:
    request = VerifyRequest.model_validate({"problems": [{"problem_id": "p", "candidates": [{"source": ""}]}]})
    assert OutcomeRules(cadence_s=10.0).apply_cadence(request) == request.model_copy(update={"stop": Stop.NEVER})
    assert RULES.apply_cadence(request) == request


def sample(number: int, verdict: Verdict) -> SampleRecord:
    return SampleRecord(
        id=str(number),
        verdict=verdict,
        source_hash=str(number),
        unique={"text": str(number)},
        coarse="a",
        fine="b",
        tokens=("x", "y"),
        words=("x", "y"),
        subtrees=None,
    )


def scores(*verdicts: Verdict) -> Scores:
    samples = tuple(sample(number, verdict) for number, verdict in enumerate(verdicts))
    problem = ProblemRecord(problem_id="p", family=None, tests_hash="t", limits=LIMITS, reference=None, samples=samples)
    return score(RunRecord(signature_version="v", problems=(problem,)))


def scored(found: Scores, rules: OutcomeRules = RULES) -> bytes:
    return rules.redact_scores(json.dumps({"scores": found.model_dump(mode="json")}).encode())


def test_scores_do_not_tell_rejected_programs_apart() -> None:
    assert scored(scores(Verdict.AC, Verdict.WA, Verdict.TLE)) == scored(scores(Verdict.AC, Verdict.RE, Verdict.MLE))
    assert scored(scores(Verdict.AC, Verdict.WA)) != scored(scores(Verdict.WA, Verdict.WA))


def test_the_share_of_points_is_told_where_the_operator_opens_it() -> None:
    problem = scores(Verdict.WA)
    figures = {**problem.figures, "points_share": problem.figures["pass@1"]}
    found = problem.model_copy(update={"figures": figures})
    assert [b"points_share" in scored(found, rules) for rules in (RULES, OutcomeRules(points=True))] == [False, True]


def test_every_figure_is_named_or_is_of_a_kind_that_is_not_told() -> None:
    found = scores(Verdict.AC, Verdict.WA)
    left = json.loads(scored(found))["scores"]
    kinds = {f"verdict_{kind}" for kind in ("WA", "TLE", "MLE", "OLE", "RE")}
    hidden = kinds | {name for name in found.figures if name.startswith("best_of@")}
    assert set(found.figures) - set(left["figures"]) == hidden
    assert set(found.problems[0].values) - set(left["problems"][0]["values"]) == hidden
    assert figure_family("added_later_fine@4") not in FIGURES
    assert Scores.model_validate(left)


def test_scores_that_could_not_be_computed_say_so_and_no_more() -> None:
    assert SECRET.encode() not in RULES.redact_scores(json.dumps({"fault": SECRET}).encode())


@pytest.mark.parametrize(
    ("model", "shown", "hidden"),
    [
        (ResultLine, {**RESULT, **RESULT_OF[Verdict.AC], **RESULT_OF[Verdict.CE], **POINTS}, ("reason", "loose",
         "tests_run", "tests_total", "first_failure", "attempts", "tests", "environment", "cached", "points_reason",
         "groups", "outputs_sha256")),
        (JobStatus, STATUS, ("cached", "finished_at", "eta_s")),
        (ProblemSummary, PROBLEM, ("brings", "calls", "called_in")),
        (Scores, SCORES, ()),
        (ProblemScores, PROBLEM_SCORES, ()),
    ],
)  # fmt: skip
def test_a_field_of_a_model_is_shown_or_hidden_on_purpose(model: Any, shown: Any, hidden: tuple[str, ...]) -> None:
    """A new field fails here until somebody has decided; until then it is hidden."""
    assert set(model.model_fields) == {*shown, *hidden}
    assert "added_later" not in pick_fields({"added_later": 1}, shown)


def test_routes_reach_jobs_and_problems_through_a_view_alone() -> None:
    """queue.* gives them as they are, for any key; /problems/{id} and runs are closed to outcome-only keys."""
    folder = Path(equijudge_api.__file__).parent
    beside = (folder / "responses/job_response.py", folder / "planning/parser_pool.py")
    sources = {path.name: path.read_text() for path in [*folder.glob("routes/*.py"), *beside]}
    raw = {
        (name, call)
        for name, text in sources.items()
        for call in ("job(", "results(", "scores(", "cancel(", "withdraw(", "summaries(")
        if f"queue.{call}" in text
    }
    assert raw == {("parser_pool.py", "summaries(")}  # to prepare a job


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"tests": ["private"]}, "tests"),
        ({"tests": ["public", "public", "private"]}, "tests"),
        ({"stop": "never"}, "stop"),
        ({"detail": "tests"}, "detail"),
        ({"detail": "outputs"}, "detail"),
        ({"checker": {"name": "float", "abs": 1e9}}, "checker"),
        ({"checker": {"name": "float", "rel": 0.5}}, "checker"),
        ({"checker": {"name": "kattis", "float_absolute_tolerance": 1e-3}}, "checker"),
        ({"checker": {"name": "kattis", "float_tolerance": 1e-5}}, "checker"),
        ({"checker": {"name": "dmoj.floats", "precision": 5}}, "checker"),
        ({"checker": {"name": "dmoj.linematches", "filler_lines_required": False}}, "checker"),
        ({"checker": {"name": "dmoj.easy"}}, "checker"),
        ({"checker": {"name": "tokens", "any_order": "words"}}, "checker"),
        ({"checker": {"name": "testlib.icmp"}}, "checker"),
        ({"points_per_test": True}, "points_per_test"),
        ({"hash_outputs": True}, "hash_outputs"),
        ({"limits": {"total_time_s": 121}}, "limits.total_time_s"),
    ],
)
def test_what_would_sharpen_the_question_is_refused(options: dict[str, Any], field: str) -> None:
    (error,) = option_errors(JudgeOptions.model_validate(options), OutcomeRules())
    assert error.field == field


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"tests": ["generated", "private", "public"]},
        {"checker": {"name": "float"}},
        {"checker": {"name": "float", "abs": 1e-9, "rel": 0}},
        {"checker": {"name": "kattis", "float_tolerance": 1e-6, "case_sensitive": False}},
        {"checker": {"name": "dmoj.floatsrel", "precision": 6}},
        {"checker": {"name": "testlib.wcmp"}},
        {"checker": {"name": "tokens"}, "limits": {"time_limit_s": 1, "total_time_s": 120}},
    ],
)
def test_what_asks_for_the_verdict_alone_is_allowed(options: dict[str, Any]) -> None:
    assert option_errors(JudgeOptions.model_validate(options), OutcomeRules()) == []


def test_points_of_tests_are_open_where_points_are_and_closed_with_what_opens_them() -> None:
    options = JudgeOptions(points_per_test=True)
    assert option_errors(options, OutcomeRules(points=True)) == []
    (error,) = option_errors(options, OutcomeRules())
    assert error.limit is not None
    assert "EQUIJUDGE_OUTCOME_ONLY_POINTS" in error.limit


def settings(**changes: Any) -> Settings:
    return Settings.model_validate({"redis_url": "redis://127.0.0.1:1", **changes})


def test_a_key_over_its_quota_hears_neither_how_much_it_holds_nor_when_that_ends() -> None:
    refusals = [
        quota_refusal(QuotaExceeded({"results": size}, 1 << 20, wait_s), told=False)
        for size, wait_s in ((7, 3.2), (9, 55.0))
    ]
    said = {(each.status, each.detail, each.errors, str(each.headers)) for each in refusals}
    assert len(said) == 1
    full = quota_refusal(QuotaExceeded({"results": 7}, 1 << 20, 3.2))
    assert "results 7" in full.errors[0].problem
    assert full.headers == {"Retry-After": "4"}

"""What an outcome-only key may ask for and may see: whether a program is right, and nothing of the tests. Pure.

Such a key is for a training loop: whoever holds it may try any number of programs, and must not be able to read
expected outputs, or to find them by a search that is any better than guessing whole programs. Five rules:

1. Only the calls named here are open to it; one that is added later is closed until it is named.
2. Options that sharpen the question are refused: some of the tests, results of single tests, other tolerances.
3. Of an answer only the fields named here are shown; a field that is added later is hidden until it is named.
4. Every verdict but AC and IE is REJ unless the operator opens its kind; cost belongs to AC alone, in two digits. CE is
   open by default: it is decided before a test is run, so it says nothing of them.
5. A job is answered whole: until it is over (with a cadence: until the next multiple of it) nothing of it has been
   done, then everything is there in request order. So neither counts nor order tell which candidate took how long.

responses/key_view.py is where every answer about a job goes through these rules. What is left is when the answer comes:
`python -m bench arrival` measures how much that tells, and `cadence_s` closes most of it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from equijudge_core.contracts.checkers import CheckerName, CheckerSpec
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verdict import JUDGED, Verdict
from equijudge_core.contracts.verify import Detail, JudgeOptions, Stop, TestSet, VerifyRequest

OPEN_CALLS = frozenset(
    {
        ("POST", "/verify"),
        ("POST", "/score-generations"),
        ("POST", "/execute"),  # no test is in it
        ("GET", "/problems"),  # names, sizes and limits
        ("GET", "/jobs"),  # one's own, each as the next tells of it
        ("GET", "/jobs/{job_id}"),
        ("GET", "/jobs/{job_id}/results"),
        ("GET", "/jobs/{job_id}/scores"),  # sums over AC and IE, and of what stands in the caller's own texts
        ("GET", "/jobs/{job_id}/events"),
        ("DELETE", "/jobs/{job_id}"),
        ("DELETE", "/jobs"),  # by idempotency key: one's own, of which nothing is said
        ("GET", "/limits"),
        ("GET", "/languages"),  # of the machine, not of tests
        ("POST", "/sandboxfusion/run_code"),  # knows of no test
        ("POST", "/sandboxfusion/run_jupyter"),  # likewise
        ("POST", "/sandboxfusion/submit"),  # whether it is accepted
        *(
            ("POST", f"{prefix}/{call}{size}")  # of tests that the caller brings, or of none
            for call in ("run", "judge")
            for prefix, sizes in (("/code-judge", ("", "/batch", "/long-batch")), ("", ("/batch", "/long-batch")))
            for size in sizes
        ),
    }
)
# Checkers that such a key may choose: those by which an output must be right as a whole and in order, and which never
# say whether the expected output is a number.
CHECKERS: frozenset[CheckerName] = frozenset(
    {
        *("codecontests", "exact", "tokens", "float", "stripped", "kattis"),
        *("testlib.wcmp", "testlib.lcmp", "testlib.fcmp"),
        *("dmoj.standard", "dmoj.floats", "dmoj.floatsabs", "dmoj.floatsrel", "dmoj.identical", "dmoj.rstripped"),
        "cms.white_diff",
    }
)
WIDEST_TOLERANCE = 1e-6
ALWAYS_SHOWN = frozenset({Verdict.AC, Verdict.IE})
COMPILE_MESSAGE_CHARACTERS = 2_000  # an API holds a whole job's; the line that is wrong stands at the end

# Field by field: True shows it as it is, a mapping says the same of an object's fields.
Shown = Mapping[str, "bool | Shown"]
LIMITS: Shown = dict.fromkeys(
    (
        *("cpu_time_s", "wall_time_s", "memory_limit_bytes", "output_limit_bytes"),
        *("total_cpu_time_s", "total_wall_time_s"),
    ),
    True,
)
RESULT: Shown = {
    **dict.fromkeys(("index", "problem", "candidate", "problem_id", "candidate_id"), True),  # the caller's own words
    "verdict": True,
    "limits": LIMITS,
    "sample": dict.fromkeys(("how", "refused", "source_sha256", "unique", "coarse", "fine", "error"), True),
}
COST = frozenset({"cpu_time_s", "wall_time_s", "memory_peak_bytes"})
COST_DIGITS = 2  # a program that is right can cost what it likes, and tell so of the inputs that it sees
# Of a program that was run on the caller's own inputs everything but where, and whether somebody's run stood for it.
EXECUTION: Shown = dict.fromkeys(("index", "id", "compiled", "runs", "internal_error", "attempts", "limits"), True)
# Beside these, of a result with this verdict only, as it is told.
RESULT_OF: Mapping[Verdict, Shown] = {
    Verdict.AC: dict.fromkeys(COST, True),
    Verdict.CE: {"compile_message": True},  # of the caller's source, which no test has met yet
}
# Where the operator opens points; not those of single groups and tests. A program chooses at which tests it fails, so
# that they tell of each test whether a guess is right, and partial points by how much it is not.
POINTS: Shown = dict.fromkeys(("points", "max_points"), True)
POINTS_FIGURES = frozenset({"points_share"})
# Not `cached` and not `finished_at` or `eta_s`: what others have submitted, and how long the tests took.
STATUS: Shown = dict.fromkeys(("job_id", "state", "candidates", "done", "verdicts", "created_at"), True)
PROBLEM: Shown = dict.fromkeys(("problem_id", "name", "tests", "time_limit_s", "memory_limit_bytes"), True)
PROBLEM_SCORES: Shown = {
    **dict.fromkeys(("problem_id", "family", "tests_hash", "limits", "reference"), True),
    **dict.fromkeys(("samples", "judged", "correct", "clusters", "pairs", "values"), True),
}
SCORES: Shown = dict.fromkeys(("metrics_version", "signature_version", "settings", "figures", "problems"), True)
# Figures without their k, embedder, level and group: functions of AC, of IE, and of what the caller's texts say.
FIGURES = frozenset(
    {
        *("ie", "unparseable", "pass", "coverage", "coverage_all", "coverage_given_correct", "recall", "novel"),
        *("unique_text", "unique_ast", "unique_alpha", "unique_bytecode", "collision", "reference_collision"),
        *("entropy_clusters", "effective_clusters", "calibration_ratio", "self_bleu", "ead", "distance", "vendi"),
        *("distinct_1", "distinct_2", "distinct_3", "distinct_4"),
    }
)
NO_TEST_POINTS = "false; a full key, or EQUIJUDGE_OUTCOME_ONLY_POINTS=true of the service, opens it"
NO_SCORES = "the scores could not be computed; the service's log says why"


def round_cost(number: float) -> float:
    """Round to COST_DIGITS digits; whole numbers stay whole."""
    if not number or not math.isfinite(number):
        return number
    places = COST_DIGITS - 1 - math.floor(math.log10(abs(number)))
    return round(number, places)


@dataclass(frozen=True)
class OutcomeRules:
    """How much the operator lets outcome-only keys know.

    kinds: verdicts that are told beside AC and IE. cadence_s: all tests are run whatever their outcome, and jobs are
    answered at multiples of so many seconds (of Redis's clock) alone; 0: at once, and the first failure ends a program.
    total_time_s: the most that they may ask for, of CPU time of all tests of a program. points: whether they are told
    how many points a program got.
    """

    kinds: frozenset[Verdict] = frozenset({Verdict.CE})
    cadence_s: float = 0.0
    total_time_s: float = 120.0
    points: bool = False

    def shown_verdict(self, verdict: Verdict) -> Verdict:
        """The verdict as such a key is told it."""
        return verdict if verdict in ALWAYS_SHOWN | self.kinds else Verdict.REJ

    def apply_cadence(self, request: VerifyRequest) -> VerifyRequest:
        """Have all tests run where answers come at a cadence: how long a failure takes would tell which test it was."""
        return request.model_copy(update={"stop": Stop.NEVER}) if self.cadence_s else request

    def release_time(self, finished_at: float) -> float:
        """When a job that ended then may be told of, in the same seconds."""
        return math.ceil(finished_at / self.cadence_s) * self.cadence_s if self.cadence_s else finished_at

    def redact_line(self, line: bytes) -> bytes:
        """Keep of a ResultLine (JSON) nothing but what RESULT, RESULT_OF and POINTS name; it is a ResultLine still."""
        result = json.loads(line)
        verdict = self.shown_verdict(Verdict(result["verdict"]))
        shown = {**RESULT, **RESULT_OF.get(verdict, {}), **(POINTS if self.points else {})}
        kept = pick_fields(result, shown) | {"verdict": verdict}
        for name in COST & kept.keys():
            kept[name] = round_cost(kept[name])
        if "compile_message" in kept:
            kept["compile_message"] = kept["compile_message"][-COMPILE_MESSAGE_CHARACTERS:]
        return json.dumps(kept, separators=(",", ":")).encode()

    def redact_execution(self, line: bytes) -> bytes:
        """Keep of an ExecutionLine (JSON) what EXECUTION names; it is an ExecutionLine still."""
        return json.dumps(pick_fields(json.loads(line), EXECUTION), separators=(",", ":")).encode()

    def redact_status(self, status: JobStatus, now: float) -> JobStatus:
        """Keep of a job's status nothing but what STATUS names, and no progress. `now`: by the clock of the status."""
        kept = JobStatus.model_validate(pick_fields(status.model_dump(), STATUS))
        released = status.finished_at is not None and self.release_time(status.finished_at) <= now
        if status.state is JobState.DONE and released:
            counts = dict.fromkeys(map(self.shown_verdict, kept.verdicts), 0)
            for verdict, count in kept.verdicts.items():
                counts[self.shown_verdict(verdict)] += count
            return kept.model_copy(update={"verdicts": counts})
        state = JobState.RUNNING if status.state is JobState.DONE else status.state
        return kept.model_copy(update={"state": state, "done": 0, "verdicts": {}})

    def redact_scores(self, scored: bytes) -> bytes:
        """JSON of ScoreOutcome with nothing left but what SCORES, PROBLEM_SCORES and FIGURES name."""
        scores = json.loads(scored).get("scores")
        if scores is None:
            return json.dumps({"fault": NO_SCORES}).encode()
        kept = pick_fields(scores, SCORES)
        kept["figures"] = self._figures(kept["figures"])
        kept["problems"] = [pick_fields(problem, PROBLEM_SCORES) for problem in kept["problems"]]
        for problem in kept["problems"]:
            problem["values"] = self._figures(problem["values"])
        return json.dumps({"scores": kept}, allow_nan=False, separators=(",", ":")).encode()

    def redact_problem(self, problem: ProblemSummary) -> ProblemSummary:
        """Keep of a stored problem nothing but what PROBLEM names."""
        return ProblemSummary.model_validate(pick_fields(problem.model_dump(), PROBLEM))

    def _figures(self, figures: Mapping[str, Any]) -> dict[str, Any]:
        open_ = FIGURES | (POINTS_FIGURES if self.points else frozenset())
        open_ |= {f"verdict_{verdict}" for verdict in JUDGED if self.shown_verdict(verdict) is verdict}
        return {name: value for name, value in figures.items() if figure_family(name) in open_}


def figure_family(name: str) -> str:
    """`coverage` of `coverage_fine@16`, `distance` of `distance:ast_correct`."""
    family = name.partition("@")[0].partition(":")[0]
    return family.removesuffix("_correct").removesuffix("_fine") if family not in FIGURES else family


def pick_fields(fields: Mapping[str, Any], shown: Shown) -> dict[str, Any]:
    """Pick the fields that are shown, of objects in them too."""
    kept: dict[str, Any] = {}
    for name, rule in shown.items():
        if name not in fields:
            continue
        if isinstance(rule, Mapping):
            kept[name] = None if fields[name] is None else pick_fields(fields[name], rule)
        elif rule:
            kept[name] = fields[name]
    return kept


def is_wide(checker: CheckerSpec) -> bool:
    """Whether the checker lets more through than the default tolerances do: one could feel one's way to an answer."""
    kattis = (checker.float_tolerance, checker.float_absolute_tolerance, checker.float_relative_tolerance)
    precise = checker.precision is None or 10.0**-checker.precision <= WIDEST_TOLERANCE
    return max(checker.abs, checker.rel, *(value or 0.0 for value in kattis)) > WIDEST_TOLERANCE or not precise


def option_errors(options: JudgeOptions, rules: OutcomeRules) -> list[FieldError]:
    """Options by which verdicts would become an oracle, each with what is allowed instead; and a wider total budget
    than the default, rules.total_time_s, since such a key's programs are nobody's."""
    checker, total_time_s = options.checker or CheckerSpec(), rules.total_time_s
    asked = [
        ("tests", set(options.tests) != set(TestSet), "all three sets"),
        ("stop", options.stop != Stop.FIRST_FAILURE, Stop.FIRST_FAILURE.value),
        ("detail", options.detail != Detail.VERDICT, Detail.VERDICT.value),
        ("limits.total_time_s", (options.limits.total_time_s or 0) > total_time_s, f"at most {total_time_s} s"),
        ("checker", checker.name not in CHECKERS, f"one of {', '.join(sorted(CHECKERS))}"),
        ("checker", checker.any_order is not None, "the same order"),
        ("points_per_test", options.points_per_test and not rules.points, NO_TEST_POINTS),
        ("hash_outputs", options.hash_outputs, "false"),
        ("checker", is_wide(checker), f"a tolerance of at most {WIDEST_TOLERANCE}"),
    ]
    return [
        FieldError(field=field, problem="is not for an outcome-only key", limit=limit)
        for field, refused, limit in asked
        if refused
    ]

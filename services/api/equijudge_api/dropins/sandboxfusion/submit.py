"""`/submit` as a request for a verdict, and the verdict as SandboxFusion's answer. Pure.

The tests that come along become a problem of ours, judged by its comparison. Of them the program sees the inputs alone,
one after the other in their order; it is compiled once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from equijudge_api.dropins.sandboxfusion.languages import COMPILED_THERE, TAGS, find_language, is_interpreted
from equijudge_api.dropins.sandboxfusion.models import (
    CommandRunResult,
    CommandRunStatus,
    RunCodeResponse,
    RunStatus,
    StdioTest,
    SubmitRequest,
    SubmitResponse,
    TestCase,
)
from equijudge_api.dropins.sandboxfusion.run_code import KILLED, timeout_faults
from equijudge_api.http import audit
from equijudge_api.http.audit import AuditFacts
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.plan import Plan, PlanContext, Question, parse_body
from equijudge_api.planning.verify_plan import check_request, plan_verify
from equijudge_api.queue.admission import Submission, pack_submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.field_errors import field_errors
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    Candidate,
    CandidateResult,
    Detail,
    LimitOptions,
    ProblemCandidates,
    Stop,
    TestResult,
    VerifyRequest,
)
from equijudge_core.errors import BadInput
from equijudge_core.programs.first_block import FirstBlock, find_first_block
from equijudge_queue.compression import pack, unpack

COMMON_OJ = "CommonOJDataset"
COMPILED_S, INTERPRETED_S, COMPILE_S = 10.0, 20.0, 10.0  # what a program has where nothing is asked for
AGAIN = 4  # runs more that a program has whose time is nearly enough, or that was late on a busy machine
SHORT, PLACEHOLDER = 1000, "..."  # of the texts of a test that passed
NO_DATA_SETS = (
    "no data sets are registered here; send a problem with its tests to /submit, in config.provided_data with "
    f"config.dataset_type {COMMON_OJ}, or store it with PUT /problems and judge with POST /verify"
)
# Where a fault of the request that is made lies in the one that came.
THEIR_FIELDS = (
    (re.compile(r"problems\[0\]\.candidates\[0\]\.source"), "completion"),
    (re.compile(r"problems\[0\]\.problem\.private_tests\.(input|output)"), "config.provided_data.test"),
    (re.compile(r"problems\[0\](\.problem)?|detail|tests"), "config.provided_data.test"),
    (re.compile(r"limits\.(time_limit_s|total_time_s)"), "config.run_timeout"),
)


@dataclass(frozen=True)
class PlannedSubmit:
    """A submission as it is to be stored. `tests`: JSON, packed. own_time_s: how long it may take. facts: for the audit
    line. digest: the same for the same request."""

    job: Submission
    id: int | str
    language: str
    block: FirstBlock
    tests: bytes
    is_told_in_full: bool
    own_time_s: float
    facts: AuditFacts
    digest: str


def submit(body: bytes | bytearray, context: PlanContext) -> Plan[PlannedSubmit]:
    """Plan a `POST /submit`."""
    request = parse_body(SubmitRequest, body)
    check_timeouts(request, context.settings)
    tests = read_tests(request)
    answer = yield Question(judging=True)
    language = find_language(request.config.language or "", answer.languages, "config.language")
    block = find_first_block(request.completion, TAGS.get(language, language))
    asked = to_verify_request(request, tests, language, block.code, context.settings)
    if context.outcome_only:
        rules = context.settings.outcome_rules()
        asked = rules.apply_cadence(asked.model_copy(update={"detail": Detail.VERDICT}))
    try:
        checked = check_request(asked, {}, context.settings, answer.languages)
    except BadInput as error:
        raise Refusal(400, "this cannot be judged here", [with_their_field(each) for each in error.errors]) from error
    job = plan_verify(asked, {}, context.settings, answer.slots, context.origin, checked)
    return PlannedSubmit(
        job=pack_submission(job),
        id=request.id,
        language=language,
        block=block,
        tests=pack(json.dumps([test.model_dump() for test in tests])),
        is_told_in_full=bool(request.config.extra.get("return_full_case")),
        own_time_s=own_time_s(request, len(tests), language),
        facts=audit.submission_facts(asked, job),
        digest=sha256(body).hexdigest(),
    )


def check_timeouts(request: SubmitRequest, settings: Settings) -> None:
    """Raise Refusal (400) for times that are longer than the operator grants."""
    config = request.config
    faults = timeout_faults({name: getattr(config, name) for name in ("run_timeout", "compile_timeout")}, settings)
    if faults:
        named = [each.model_copy(update={"field": f"config.{each.field}"}) for each in faults]
        raise Refusal(400, "this cannot be judged here", named)


def read_tests(request: SubmitRequest) -> list[StdioTest]:
    """The tests that came along. Raise Refusal (400) for what asks for another data set, or for code of the caller's in
    the service."""
    config = request.config
    if config.custom_extract_logic is not None:
        fault = FieldError(field="config.custom_extract_logic", problem="is code, which is not run in the service")
        raise Refusal(400, "take the program out of the text before you send it, in a fence of its language", [fault])
    if config.provided_data is None or config.dataset_type not in (None, COMMON_OJ):
        raise Refusal(400, NO_DATA_SETS)
    if not config.language:
        raise Refusal(400, f"config.language field must exist for {COMMON_OJ}, got {config.language}")
    if isinstance(config.provided_data, list):
        fault = FieldError(field="config.provided_data", problem="is a list", limit="one problem: an object")
        raise Refusal(400, "a submission is for one problem", [fault])
    where = "config.provided_data.test"
    found = config.provided_data.get("test")
    try:
        found = json.loads(found, strict=False) if isinstance(found, str) else found
        tests = TypeAdapter(list[StdioTest]).validate_python(found)
    except ValidationError as error:
        faults = field_errors(error.errors(include_url=False, include_input=False))
        told = [each.model_copy(update={"field": beside(where, each.field)}) for each in faults]
        raise Refusal(400, 'tests must be [{"input": {"stdin": …}, "output": {"stdout": …}}, …]', told) from error
    except ValueError as error:
        raise Refusal(400, "tests cannot be read", [FieldError(field=where, problem=f"is no JSON: {error}")]) from error
    missing = [
        FieldError(field=f"{where}[{number}].{side}", problem=f"has no {name}")
        for number, test in enumerate(tests)
        for side, name in (("input", "stdin"), ("output", "stdout"))
        if name not in getattr(test, side)
    ]
    if missing or not tests:
        none = [FieldError(field=where, problem="is empty", limit="at least 1 test")]
        raise Refusal(400, "tests must read stdin and write stdout", missing or none)
    return tests


def beside(where: str, field: str) -> str:
    """The path of a field inside of another one."""
    return where if field == "body" else f"{where}{field}" if field.startswith("[") else f"{where}.{field}"


def to_verify_request(
    request: SubmitRequest, tests: Sequence[StdioTest], language: str, code: str, settings: Settings
) -> VerifyRequest:
    """The request that stands for it. Limits of the problem's own are passed over, as there."""
    row = {
        "name": f"{request.dataset} {request.id}",
        "private_tests": {
            "input": [test.input["stdin"] for test in tests],
            "output": [test.output["stdout"] for test in tests],
        },
    }
    timeout_s = run_timeout_s(request, language)
    return VerifyRequest(
        problems=(ProblemCandidates(problem=row, candidates=(Candidate(source=code, language=language),)),),
        stop=Stop.NEVER if request.config.extra.get("run_all_cases") else Stop.FIRST_FAILURE,
        detail=Detail.OUTPUTS,
        limits=LimitOptions(
            time_limit_s=timeout_s,
            total_time_s=min(settings.total_time_ceiling_s, max(settings.total_time_s, timeout_s * len(tests))),
            memory_limit_bytes=settings.max_memory_bytes,
        ),
        checker=CheckerSpec(name="sandbox-fusion"),
    )


def run_timeout_s(request: SubmitRequest, language: str) -> float:
    """How long each test may take."""
    return request.config.run_timeout or (COMPILED_S if language in COMPILED_THERE else INTERPRETED_S)


def own_time_s(request: SubmitRequest, tests: int, language: str) -> float:
    """How long an answer may take: to compile, and to run every test; one that is late is run again."""
    compile_s = request.config.compile_timeout or COMPILE_S
    return compile_s + (tests + AGAIN) * run_timeout_s(request, language)


def with_their_field(fault: FieldError) -> FieldError:
    """The fault under the name that the request has for the field."""
    for pattern, theirs in THEIR_FIELDS:
        if pattern.match(fault.field):
            return fault.model_copy(update={"field": pattern.sub(theirs, fault.field, count=1)})
    return fault


def to_response(planned: PlannedSubmit, line: bytes, *, is_outcome_only: bool) -> SubmitResponse:
    """The answer to a submission, from the line of its result. Raise Refusal (500) where a fault of ours left it open.

    With an outcome-only key no test is told.
    """
    result = CandidateResult.model_validate(
        {name: value for name, value in json.loads(line).items() if name in CandidateResult.model_fields}
    )
    if result.verdict is Verdict.IE:
        raise Refusal(500, f"Failed to check stdio test case: {result.reason or 'a fault of the service'}")
    tests = [] if is_outcome_only else told_tests(planned, result)
    return SubmitResponse(
        id=planned.id,
        accepted=result.verdict is Verdict.AC,
        extracted_code=planned.block.code,
        tests=tests,
        extracted_type=planned.block.how.value,
    )


def told_tests(planned: PlannedSubmit, result: CandidateResult) -> list[TestCase]:
    """What became of each test that ran; of the first alone, or of all, where the program did not compile."""
    infos = json.loads(unpack(planned.tests))
    if result.verdict is Verdict.CE:
        said = failed_compile(planned.language, result)
        return [TestCase(passed=False, exec_info=said, test_info=infos[0])]
    told = []
    for test in result.tests or ():
        passed = test.verdict is Verdict.AC
        info = infos[int(test.test.rpartition("/")[2])]
        if passed and not planned.is_told_in_full:
            info = shorten_info(info)
        told.append(TestCase(passed=passed, exec_info=exec_info(planned.language, test), test_info=info))
    return told


def failed_compile(language: str, result: CandidateResult) -> RunCodeResponse:
    """What is said of a program that did not compile; an interpreted one is not compiled there."""
    part = CommandRunResult(
        status=CommandRunStatus.FINISHED, execution_time=0.0, return_code=1, stdout="", stderr=result.compile_message
    )
    parts = {"run_result": part} if is_interpreted(language) else {"compile_result": part}
    return RunCodeResponse(status=RunStatus.FAILED, **parts)


def exec_info(language: str, test: TestResult) -> RunCodeResponse:
    """What running the program on one test did. A wrong answer is a run that went well."""
    went_well = test.verdict in (Verdict.AC, Verdict.WA)
    is_late = test.verdict is Verdict.TLE
    code = test.exit_code if test.signal is None else -test.signal
    compiled = CommandRunResult(
        status=CommandRunStatus.FINISHED, execution_time=0.0, return_code=0, stdout="", stderr=""
    )
    return RunCodeResponse(
        status=RunStatus.SUCCESS if went_well else RunStatus.FAILED,
        compile_result=None if is_interpreted(language) else compiled,
        run_result=CommandRunResult(
            status=CommandRunStatus.TIME_LIMIT_EXCEEDED if is_late else CommandRunStatus.FINISHED,
            execution_time=test.wall_time_s,
            return_code=None if is_late else 0 if went_well else code or KILLED,
            stdout=test.output or "",
            stderr=test.stderr or "",
        ),
    )


def shorten_info(info: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The texts of a test with what is in the middle of long ones left out."""
    return {side: {name: shorten(text) for name, text in texts.items()} for side, texts in info.items()}


def shorten(text: str) -> str:
    """The text, or its beginning and its end."""
    half = (SHORT - len(PLACEHOLDER)) // 2
    return text if len(text) <= SHORT else text[:half] + PLACEHOLDER + text[-half:]

"""Every call of the service as data: its request from what callers give, its answer as a model. Sends nothing.

The calls about training runs are in run_endpoints.py, how bodies and answers are encoded in http_calls.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, Literal, TypedDict

import httpx
from pydantic import BaseModel, TypeAdapter

from equijudge import json_conversion
from equijudge.errors import BadArgument, JobCancelled, ServiceFault
from equijudge.http_calls import (
    READ_TIMEOUT_S,
    Call,
    decode,
    decode_as,
    encode_json,
    encode_model,
    idempotency_header,
    ignore_body,
    path_segment,
)
from equijudge.listing import ScoreResponse, Scores
from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.contracts.jobs import Jobs, JobState, JobStatus
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations, ScoreRequest
from equijudge_core.contracts.scores import UniqueLevel
from equijudge_core.contracts.service import ProblemSummary, ServiceLanguages, ServiceLimits
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions, SetProblem, SetsRequest, SetsResponse
from equijudge_core.contracts.stats import Stats
from equijudge_core.contracts.unicode_text import is_unicode
from equijudge_core.contracts.verify import (
    Candidate,
    CheckerSpec,
    LimitOptions,
    ProblemCandidates,
    ResultLine,
    VerifyOptions,
    VerifyRequest,
    VerifyResponse,
)
from equijudge_core.judging.row_reader import quote

# What callers give; json_conversion.py says what else is taken for each of these.
# A problem as a CodeContests row, or the id or the name under which it was stored.
Problem = Mapping[str, Any] | str
Batch = Iterable[tuple[Problem, Iterable[str | Candidate]]]
# A problem with a model's generations for it: texts, each with or without an id, None where it wrote nothing.
Generations = Iterable[ProblemGenerations | tuple[Problem, Iterable[str | Generation | None]]]

RESULT_LINE = TypeAdapter(ResultLine)
SET_LINE = TypeAdapter(EquivalenceSet)
LONGEST_WAIT_S = 60.0  # of one call, as the service has it
# Problems per request of a listing, the most that the service gives.
PAGE = 1000
LONGEST_NAME = 1000  # of a problem, in characters, that can be asked for
LANGUAGE: Literal["language"] = "language"  # the option of `verify` that is of candidates, not of how they are judged
MOST_RESULTS = 10**9


class VerifyKeywords(TypedDict, total=False):
    """Keyword arguments of `verify` and its like: how candidates are judged, see VerifyOptions.

    What is absent has its default. `checker` may be a name alone, `limits` a mapping. `language`: of the candidates
    that name none, Python 3 by default.
    """

    tests: Sequence[str]
    stop: Literal["first_failure", "never"]
    detail: Literal["verdict", "tests", "outputs"]
    limits: LimitOptions | Mapping[str, Any]
    checker: CheckerSpec | Mapping[str, Any] | str
    clusters: bool
    points_per_test: bool
    hash_outputs: bool
    language: str


class ScoreKeywords(TypedDict, total=False):
    """Keyword arguments of `score`: how generations are judged and scored, see ScoreRequest; what is absent has its
    default."""

    tests: Sequence[str]
    limits: LimitOptions | Mapping[str, Any]
    checker: CheckerSpec | Mapping[str, Any] | str
    k: Sequence[int]
    levels: Sequence[UniqueLevel]
    majority: bool
    language: str
    seed: int
    resamples: int
    confidence: float
    method: Literal["bca", "percentile"]
    subset_size: int
    subset_draws: int


def judge_options(options: VerifyKeywords) -> VerifyOptions:
    """Validate keyword options; raises BadArgument for wrong ones."""
    with json_conversion.naming_fields():
        return VerifyOptions.model_validate({name: each for name, each in _fields(options).items() if name != LANGUAGE})


def verify_request(batch: Batch, options: VerifyKeywords, wait_s: float) -> VerifyRequest:
    """Build the body of `POST /verify`; raises BadArgument for wrong options, an empty batch or an empty candidate
    list."""
    chosen = judge_options(options)
    language = json_conversion.to_text(options[LANGUAGE], LANGUAGE) if LANGUAGE in options else None
    entries = json_conversion.to_entries(batch, "problems")
    problems = tuple(
        _problem_candidates(entry, f"problems[{number}]", language) for number, entry in enumerate(entries)
    )
    with json_conversion.naming_fields():
        return VerifyRequest(problems=problems, wait=wait_s, **dict(chosen))


def score_request(generations: Generations, options: ScoreKeywords, wait_s: float) -> ScoreRequest:
    """Build the body of `POST /score-generations`; raises BadArgument for wrong options, or when something is empty."""
    entries = json_conversion.to_entries(generations, "problems")
    problems = tuple(
        json_conversion.to_generations(entry, f"problems[{number}]") for number, entry in enumerate(entries)
    )
    with json_conversion.naming_fields():
        return ScoreRequest.model_validate({"problems": problems, "wait": wait_s, **_fields(options)})


def score(request: ScoreRequest, idempotency_key: str) -> Call[ScoreResponse]:
    """Judge and score generations; one job, however often the call is sent."""
    body, headers = encode_model(request), idempotency_header(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "score-generations", decode_as(ScoreResponse), body=body, headers=headers, timeout_s=timeout_s)


def scores(job_id: str, wait_s: float) -> Call[ScoreResponse]:
    """Get the scores of a job of generations, as soon as it is over or the time is."""
    if isinstance(wait_s, bool) or not isinstance(wait_s, int | float) or not 0 <= wait_s <= LONGEST_WAIT_S:
        raise BadArgument(f"wait_s: must be a number of seconds, at most {LONGEST_WAIT_S:g}, not {quote(wait_s)}")
    path, params = f"jobs/{path_segment(job_id)}/scores", {"wait": str(wait_s)}
    return Call("GET", path, decode_as(ScoreResponse), params=params, timeout_s=wait_s + READ_TIMEOUT_S)


def require_scores(answer: ScoreResponse) -> Scores:
    """Take the scores of a job that is over. Raises JobCancelled, and ServiceFault when there are none by our fault."""
    if answer.state is JobState.CANCELLED:
        raise JobCancelled(f"job {answer.job_id} was cancelled: it has no scores")
    if answer.scores is None:
        reason = answer.fault or "the service gave none"
        details = ProblemDetails(title="no scores", status=500, detail=f"job {answer.job_id} has no scores: {reason}")
        raise ServiceFault(details)
    return answer.scores


def verify(request: VerifyRequest, idempotency_key: str) -> Call[VerifyResponse]:
    """Judge candidates; answers within `request.wait` seconds, with the results or a running job.

    However often the call is sent, it is one job: the first time starts it, the others find it.
    """
    body, headers = encode_model(request), idempotency_header(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "verify", decode_as(VerifyResponse), body=body, headers=headers, timeout_s=timeout_s)


def sets_request(rows: Iterable[Mapping[str, Any]], options: SetOptions | None, wait_s: float) -> SetsRequest:
    """Build the body of `POST /equivalence-sets` for rows with their solutions; raises BadArgument for none."""
    chosen = SetOptions() if options is None else json_conversion.to_model(SetOptions, options, "options")
    given = list(json_conversion.to_rows(rows, "problems"))
    with json_conversion.naming_fields():
        problems = tuple(SetProblem(problem=row) for row in given)
        return SetsRequest(problems=problems, wait=wait_s, **dict(chosen))


def equivalence_sets(request: SetsRequest, idempotency_key: str | None) -> Call[SetsResponse]:
    """Make sets; answers and repeats as `verify`."""
    body, headers = encode_model(request), idempotency_header(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "equivalence-sets", decode_as(SetsResponse), body=body, headers=headers, timeout_s=timeout_s)


def job(job_id: str) -> Call[JobStatus]:
    """Get a job's counts and state."""
    return Call("GET", f"jobs/{path_segment(job_id)}", decode_as(JobStatus))


def jobs(offset: int, limit: int) -> Call[Jobs]:
    """List the key's own jobs, the newest first, from the `offset`-th on; no more than PAGE."""
    return Call("GET", "jobs", decode_as(Jobs), params={"offset": str(offset), "limit": str(min(limit, PAGE))})


def cancel(job_id: str) -> Call[None]:
    """Stop a job; candidates that have no verdict yet get none."""
    return Call("DELETE", f"jobs/{path_segment(job_id)}", ignore_body)


def withdraw(idempotency_key: str) -> Call[None]:
    """Stop the job that a key stands for, whether its request has been accepted or is still on its way."""
    return Call("DELETE", "jobs", ignore_body, headers={"idempotency-key": idempotency_key})


def limits() -> Call[ServiceLimits]:
    """Get how much one request may hold."""
    return Call("GET", "limits", decode_as(ServiceLimits))


def languages() -> Call[ServiceLanguages]:
    """Get the languages that are there, and those that are known and not there."""
    return Call("GET", "languages", decode_as(ServiceLanguages))


def put_problems(rows: Iterable[Mapping[str, Any]]) -> Call[list[ProblemSummary]]:
    """Store problems, all or none; answers in the order of the rows."""
    body = encode_json({"problems": list(json_conversion.to_rows(rows, "problems"))})
    return Call("PUT", "problems", _read_summaries, body=body)


def problem(problem_id: str) -> Call[dict[str, Any]]:
    """Get a stored problem."""
    return Call("GET", f"problems/{path_segment(problem_id)}", _read_row)


def delete_problem(problem_id: str) -> Call[None]:
    """Delete a problem that this key has stored."""
    return Call("DELETE", f"problems/{path_segment(problem_id)}", ignore_body)


def problems(offset: int, name: str | None = None) -> Call[list[ProblemSummary]]:
    """List PAGE stored problems, of this name if one is given, from the `offset`-th on; none behind the last."""
    params = {"offset": str(offset), "limit": str(PAGE)} | ({} if name is None else {"name": _check_name(name)})
    return Call("GET", "problems", _read_summaries, params=params)


def _check_name(name: str) -> str:
    if not isinstance(name, str) or not 1 <= len(name) <= LONGEST_NAME or not is_unicode(name):
        raise BadArgument(
            f"name: must be a problem's name, a text of 1 to {LONGEST_NAME} characters, not {quote(name)}"
        )
    return name


def ready() -> Call[dict[str, Any]]:
    """Ask which parts work. A 503 says so too."""
    return Call("GET", "readyz", _read_object, timeout_s=10.0, patient=False, accepted=(503,))


def stats() -> Call[Stats]:
    """Get the service at a glance; not retried, since whoever asks asks again soon."""
    return Call("GET", "stats", decode_as(Stats), timeout_s=5.0, patient=False)


def check_offset(value: int) -> int:
    """Return the offset if it can be one in a job's results. Raises BadArgument."""
    if type(value) is not int or not 0 <= value <= MOST_RESULTS:
        raise BadArgument(f"offset: must be a whole number from 0 to {MOST_RESULTS}, not {quote(value)}")
    return value


def _fields(options: VerifyKeywords | ScoreKeywords) -> dict[str, Any]:
    """Convert options to JSON; a set of names is as good as a list. Raises BadArgument for a limit standing alone."""
    for name in options:
        if name in LimitOptions.model_fields:
            raise BadArgument(f"{name}: is one of the limits; write limits={{{name!r}: …}}")
    fields = {
        name: list(value) if isinstance(value, Set) else json_conversion.to_json(value, name)
        for name, value in options.items()
    }
    if isinstance(fields.get("checker"), str):
        fields["checker"] = {"name": fields["checker"]}
    return fields


def _problem_candidates(entry: Any, field: str, language: str | None) -> ProblemCandidates:
    problem, programs = json_conversion.to_pair(entry, field, "(problem, candidates)")
    name = {"problem_id" if isinstance(problem, str) else "problem": problem}
    candidates = json_conversion.to_candidates(programs, f"{field}.candidates")
    if language is not None:
        candidates = tuple(in_language(each, language) for each in candidates)
    with json_conversion.naming_fields(field):
        return ProblemCandidates(candidates=candidates, **name)


def in_language(candidate: Candidate, language: str) -> Candidate:
    """The candidate in this language, unless it names its own."""
    return candidate if LANGUAGE in candidate.model_fields_set else candidate.model_copy(update={LANGUAGE: language})


class _Listing(BaseModel):
    """The answer that holds stored problems."""

    problems: list[ProblemSummary]


_LISTING, _OBJECT = TypeAdapter(_Listing), TypeAdapter(dict[str, Any])


def _read_summaries(response: httpx.Response) -> list[ProblemSummary]:
    return decode(_LISTING, response.content).problems


def _read_object(response: httpx.Response) -> dict[str, Any]:
    return decode(_OBJECT, response.content)


def _read_row(response: httpx.Response) -> dict[str, Any]:
    """Read a problem's row, which may hold lone surrogates: pydantic does not read them, JSON does."""
    try:
        value = json.loads(response.content)
    except ValueError:
        return _read_object(response)
    if not isinstance(value, dict):
        return _read_object(response)
    return value

"""Look candidates up in the verdict cache before they are queued: a cached verdict needs no slot. Keys are made here
as the workers make them.

A key is made of what runs the programs and of the operator's limits, which are the workers' to say: each announces
them. Where workers differ, or keep no verdicts, nothing is looked up, and the candidates wait their turn as ever. So do
candidates whose program must first be found in a text, or whose algorithm is asked for: both are a worker's to do; and
those whose outputs are to be told, which may be a thousand times as long as what asks for them.
Whether a result was cached is shown to the keys that may see `cached`, and to no other; that a cached one comes sooner
was always so. Pure; plans.verify asks for the verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from equijudge_api.planning.verify_plan import CheckedRequest, items_with_cost, judge_options
from equijudge_core.contracts.chunks import ChunkItem
from equijudge_core.contracts.verify import CandidateResult, Detail, Environment, Form, ResultLine, VerifyRequest
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import LimitRules, apply_limits

MAX_LOOKED_UP = 10_000  # candidates of one request; the others are looked up by the workers


@dataclass(frozen=True)
class Judging:
    """Under what the workers judge: with the program, problem and options it decides the key of a verdict."""

    environment: Environment
    rules: LimitRules


def common_judging(workers: Iterable[Mapping[str, Any]]) -> Judging | None:
    """The one Judging of all workers that can judge; None: they differ, or keep no verdicts, or there is none."""
    said = [facts["judging"] for facts in workers if facts.get("judging")]
    if not said or any(each != said[0] for each in said) or not said[0]["kept"]:
        return None
    return Judging(Environment.model_validate(said[0]["environment"]), replace(LimitRules(), **said[0]["rules"]))


def verdict_keys(request: VerifyRequest, checked: CheckedRequest, judging: Judging) -> dict[str, list[ChunkItem]]:
    """The candidates that may be cached, by the key of their verdict. Takes tens of microseconds for each."""
    found: dict[str, list[ChunkItem]] = {}
    if request.clusters or request.detail is Detail.OUTPUTS:
        return found
    options = judge_options(request)
    for item, _ in items_with_cost(request, checked.problems)[:MAX_LOOKED_UP]:
        if item.body.form is not Form.PROGRAM:
            continue
        problem = checked.problems[item.problem]
        limits = apply_limits(problem, item.body.language, options.limits, judging.rules)
        key = cache_key(item.problem_id, item.body, options, limits, judging.environment)
        found.setdefault(key, []).append(item)
    return found


def result_lines(asked: Mapping[str, Sequence[ChunkItem]], found: Mapping[str, bytes]) -> tuple[ResultLine, ...]:
    """The cached verdicts as results, with their places in the request."""
    lines = []
    for key, data in found.items():
        result = CandidateResult.model_validate_json(data)
        lines += [item.result_line(result, cached=True) for item in asked[key]]
    return tuple(sorted(lines, key=lambda line: line.index))

"""Which limits apply to a candidate: the problem's own, a factor per language, the operator's bounds.

CPU time, first rule that fits:
1. the caller's time_limit_s, as it stands (no factor, no floor);
2. no limit in the problem: default_time_s, without any factor;
3. the problem's limit times the caller's time_factor, or the language's, at least floor_s;
2 and 3 are cut at ceiling_s. Wall time only bounds programs that sleep: 3 times the CPU time and 2 s.

All tests of a candidate together have a budget, so that many tests times a long limit are not hours of a slot: the
caller's total_time_s, else the operator's, and never less than one test may take. The slowest right programs of the
labelled data take 63 s in all at the most (longest test times number of tests), so the default is twice that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.execute import AppliedExecuteLimits, ExecuteLimits
from equijudge_core.contracts.verify import AppliedLimits, LimitOptions
from equijudge_core.judging.languages import LANGUAGES

WALL_FACTOR = 3.0
WALL_EXTRA_S = 2.0
COMPILE_TIME_S = 10.0  # as equijudge_sandbox.outcome.Limits has it
TIME_FACTORS: Mapping[str, float] = MappingProxyType({name: each.time_factor for name, each in LANGUAGES.items()})


@dataclass(frozen=True, slots=True)
class LimitRules:
    """The operator's rules. Seconds and bytes; a language without a factor gets 1.

    The factors are our own choice, no judge's: CPython's is 3 because many accepted solutions of the data set ran on
    PyPy. max_memory_bytes and output_bytes also bound what callers may ask for; output_bytes is what applies without a
    wish.
    """

    time_factors: Mapping[str, float] = field(default_factory=lambda: TIME_FACTORS)
    floor_s: float = 1.0
    ceiling_s: float = 60.0
    default_time_s: float = 10.0
    default_memory_bytes: int = 256 << 20
    max_memory_bytes: int = 4 << 30
    output_bytes: int = 64 << 20
    total_time_s: float = 120.0
    total_ceiling_s: float = 1200.0


class LimitedProblem(Protocol):
    """What is needed of a problem; contracts.ProblemSummary has it as well."""

    @property
    def time_limit_s(self) -> float | None: ...
    @property
    def memory_limit_bytes(self) -> int: ...


def apply_limits(problem: LimitedProblem, language: str, options: LimitOptions, rules: LimitRules) -> AppliedLimits:
    """Work out the limits in force. `options` must have passed limit_errors: what was asked for is not cut here."""
    cpu_time_s = options.time_limit_s or _cpu_time_s(problem, language, options, rules)
    memory = problem.memory_limit_bytes or rules.default_memory_bytes
    wall_time_s = options.wall_time_limit_s or default_wall_time_s(cpu_time_s)
    total_s = options.total_time_s or max(rules.total_time_s, cpu_time_s)
    return AppliedLimits(
        cpu_time_s=cpu_time_s,
        wall_time_s=wall_time_s,
        memory_limit_bytes=options.memory_limit_bytes or min(memory, rules.max_memory_bytes),
        output_limit_bytes=options.output_limit_bytes or rules.output_bytes,
        total_cpu_time_s=total_s,
        total_wall_time_s=max(wall_time_s, default_wall_time_s(total_s)),
    )


def default_wall_time_s(cpu_time_s: float) -> float:
    """Generous, since a loaded machine must not change a verdict; bounds programs that sleep."""
    return WALL_FACTOR * cpu_time_s + WALL_EXTRA_S


def limit_errors(options: LimitOptions, rules: LimitRules) -> list[FieldError]:
    """What in `options` is beyond the operator's bounds; empty when it may be applied."""
    bounds = [
        ("time_limit_s", options.time_limit_s, rules.ceiling_s, "s"),
        ("wall_time_limit_s", options.wall_time_limit_s, default_wall_time_s(rules.ceiling_s), "s"),
        ("total_time_s", options.total_time_s, rules.total_ceiling_s, "s"),
        ("memory_limit_bytes", options.memory_limit_bytes, rules.max_memory_bytes, "bytes"),
        ("output_limit_bytes", options.output_limit_bytes, rules.output_bytes, "bytes"),
    ]
    return [
        FieldError(field=f"limits.{name}", problem=f"{wanted} is too large", limit=f"at most {most} {unit}")
        for name, wanted, most, unit in bounds
        if wanted is not None and wanted > most
    ]


def apply_execute_limits(options: ExecuteLimits, rules: LimitRules) -> AppliedExecuteLimits:
    """Work out the limits of a program without a problem, likewise: rule 2 where the caller asks for nothing."""
    cpu_time_s = options.time_limit_s or min(rules.default_time_s, rules.ceiling_s)
    return AppliedExecuteLimits(
        cpu_time_s=cpu_time_s,
        wall_time_s=options.wall_time_limit_s or default_wall_time_s(cpu_time_s),
        total_cpu_time_s=options.total_time_s or max(rules.total_time_s, cpu_time_s),
        compile_time_s=options.compile_time_limit_s or min(COMPILE_TIME_S, rules.ceiling_s),
        memory_limit_bytes=options.memory_limit_bytes or min(rules.default_memory_bytes, rules.max_memory_bytes),
        output_limit_bytes=options.output_limit_bytes or rules.output_bytes,
    )


def execute_limit_errors(options: ExecuteLimits, rules: LimitRules) -> list[FieldError]:
    """What in `options` is beyond the operator's bounds; empty when it may be applied."""
    compiling = options.compile_time_limit_s
    others = LimitOptions(**options.model_dump(exclude={"compile_time_limit_s"}))
    errors = limit_errors(others, rules)
    if compiling is not None and compiling > rules.ceiling_s:
        fault, limit = f"{compiling} is too large", f"at most {rules.ceiling_s} s"
        errors.append(FieldError(field="limits.compile_time_limit_s", problem=fault, limit=limit))
    return errors


def _cpu_time_s(problem: LimitedProblem, language: str, options: LimitOptions, rules: LimitRules) -> float:
    if problem.time_limit_s is None:
        return min(rules.default_time_s, rules.ceiling_s)
    factor = options.time_factor or rules.time_factors.get(language, 1.0)
    return min(max(problem.time_limit_s * factor, rules.floor_s), rules.ceiling_s)

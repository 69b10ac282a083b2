"""Which limits apply: the caller's wish as it stands, else the problem's times a factor, within bounds."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verify import AppliedLimits, LimitOptions
from equijudge_core.judging.limits import LimitRules, apply_limits, limit_errors
from equijudge_core.judging.problem import Problem, parse_row

RULES = LimitRules()


def problem(time_limit: float | None = 2, memory: int = 0) -> Problem:
    tests = {"input": ["1"], "output": ["1"]}
    return parse_row({"name": "p", "public_tests": tests, "time_limit": time_limit, "memory_limit_bytes": memory})


def cpu(time_limit: float | None, options: LimitOptions, language: str = "python3") -> float:
    return apply_limits(problem(time_limit), language, options, RULES).cpu_time_s


def test_the_defaults_of_a_row_without_limits() -> None:
    limits = apply_limits(problem(None), "python3", LimitOptions(), RULES)

    assert limits == AppliedLimits(
        cpu_time_s=10.0,
        wall_time_s=32.0,
        memory_limit_bytes=256 << 20,
        output_limit_bytes=64 << 20,
        total_cpu_time_s=120.0,
        total_wall_time_s=362.0,
    )


@pytest.mark.parametrize(
    ("time_limit", "options", "seconds"),
    [
        (2, {}, 6.0),  # the factor of CPython
        (0.2, {}, 1.0),  # the floor
        (30, {}, 60.0),  # the ceiling
        (None, {}, 10.0),  # no factor without a limit
        (None, {"time_factor": 5}, 10.0),
        (2, {"time_factor": 1}, 2.0),
        (2, {"time_limit_s": 0.5}, 0.5),  # as it stands: no factor, no floor
        (2, {"time_limit_s": 5, "time_factor": 9}, 5.0),
        (None, {"time_limit_s": 3}, 3.0),
    ],
)
def test_the_cpu_time_limit(time_limit: float | None, options: dict[str, float], seconds: float) -> None:
    assert cpu(time_limit, LimitOptions.model_validate(options)) == seconds


@pytest.mark.parametrize(("language", "seconds"), [("cpp17", 2.0), ("java", 4.0), ("pypy3", 6.0), ("nobody's", 2.0)])
def test_every_language_has_its_factor_and_one_without_gets_the_problems_own_limit(
    language: str, seconds: float
) -> None:
    assert cpu(2, LimitOptions(), language=language) == seconds


def test_an_operators_factor_is_the_one_that_counts() -> None:
    rules = LimitRules(time_factors={"java": 5.0})

    assert apply_limits(problem(2), "java", LimitOptions(), rules).cpu_time_s == 10.0


def test_the_default_respects_a_lower_ceiling() -> None:
    limits = apply_limits(problem(None), "python3", LimitOptions(), LimitRules(ceiling_s=4))

    assert limits.cpu_time_s == 4.0


@pytest.mark.parametrize(
    ("options", "cpu_s", "wall_s"),
    [
        ({}, 120.0, 362.0),
        ({"total_time_s": 30}, 30.0, 92.0),
        ({"total_time_s": 2, "wall_time_limit_s": 50}, 2.0, 50.0),  # one test alone may wait for so long
        ({"time_limit_s": 200}, 200.0, 602.0),  # one test alone may take more than the default of all
        ({"time_limit_s": 200, "total_time_s": 150}, 150.0, 602.0),
    ],
)
def test_all_tests_together_have_a_budget(options: dict[str, float], cpu_s: float, wall_s: float) -> None:
    limits = apply_limits(problem(2), "python3", LimitOptions.model_validate(options), RULES)
    assert (limits.total_cpu_time_s, limits.total_wall_time_s) == (cpu_s, wall_s)


def test_a_budget_beyond_the_operators_is_refused() -> None:
    assert limit_errors(LimitOptions(total_time_s=1200), RULES) == []
    (error,) = limit_errors(LimitOptions(total_time_s=1201), RULES)
    assert (error.field, error.limit) == ("limits.total_time_s", "at most 1200.0 s")


@pytest.mark.parametrize(("options", "seconds"), [({}, 20.0), ({"wall_time_limit_s": 7}, 7.0)])
def test_wall_time_is_three_times_the_cpu_time_and_two_seconds(options: dict[str, float], seconds: float) -> None:
    limits = apply_limits(problem(2), "python3", LimitOptions.model_validate(options), RULES)

    assert limits.wall_time_s == seconds


@pytest.mark.parametrize(
    ("memory", "wish", "applied"),
    [
        (0, None, 256 << 20),
        (64 << 20, None, 64 << 20),
        (64 << 20, 1 << 30, 1 << 30),
        (32 << 30, None, 4 << 30),  # cut at the operator's bound
    ],
)
def test_the_memory_limit(memory: int, wish: int | None, applied: int) -> None:
    options = LimitOptions(memory_limit_bytes=wish)

    assert apply_limits(problem(2, memory), "python3", options, RULES).memory_limit_bytes == applied


def test_the_output_limit_may_be_lowered() -> None:
    limits = apply_limits(problem(), "python3", LimitOptions(output_limit_bytes=1000), RULES)

    assert limits.output_limit_bytes == 1000


def test_wishes_at_the_bounds_are_granted() -> None:
    options = LimitOptions(
        time_limit_s=60, wall_time_limit_s=182, memory_limit_bytes=4 << 30, output_limit_bytes=64 << 20
    )

    assert limit_errors(options, RULES) == []
    assert limit_errors(LimitOptions(), RULES) == []


@pytest.mark.parametrize(
    ("options", "field", "limit"),
    [
        ({"time_limit_s": 60.5}, "limits.time_limit_s", "at most 60.0 s"),
        ({"wall_time_limit_s": 183}, "limits.wall_time_limit_s", "at most 182.0 s"),
        ({"memory_limit_bytes": (4 << 30) + 1}, "limits.memory_limit_bytes", "at most 4294967296 bytes"),
        ({"output_limit_bytes": (64 << 20) + 1}, "limits.output_limit_bytes", "at most 67108864 bytes"),
    ],
)
def test_a_wish_beyond_the_bounds_names_the_field_and_the_bound(
    options: dict[str, float], field: str, limit: str
) -> None:
    (error,) = limit_errors(LimitOptions.model_validate(options), RULES)

    assert (error.field, error.limit) == (field, limit)

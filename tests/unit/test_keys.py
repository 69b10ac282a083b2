"""The verdict cache's key: all that bears on a result is in it, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_core.contracts.verify import AppliedLimits, Candidate, Environment, JudgeOptions
from equijudge_core.judging import cache_key

PARTS: dict[str, dict[str, Any]] = {
    "candidate": {"source": "print(7)", "language": "python3"},
    "options": {"tests": ["public", "private"]},
    "limits": {
        "cpu_time_s": 2.0,
        "wall_time_s": 8.0,
        "memory_limit_bytes": 100,
        "output_limit_bytes": 100,
    },
    "environment": {
        "driver": "docker",
        "isolation": "recycled",
        "image_digest": "sha256:1",
        "runner_version": "1",
        "language_version": "3.11.2",
    },
}


def key(problem_id: str = "p1", **changes: dict[str, Any]) -> str:
    parts = {name: {**part, **changes.get(name, {})} for name, part in PARTS.items()}
    return cache_key.cache_key(
        problem_id,
        Candidate.model_validate(parts["candidate"]),
        JudgeOptions.model_validate(parts["options"]),
        AppliedLimits.model_validate(parts["limits"]),
        Environment.model_validate(parts["environment"]),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"problem_id": "p2"},
        {"candidate": {"source": "print(7) "}},
        {"candidate": {"language": "python2"}},
        {"options": {"tests": ["public"]}},
        {"options": {"stop": "never"}},
        {"options": {"detail": "tests"}},
        {"options": {"checker": {"name": "exact"}}},
        {"options": {"checker": {"ignore_case": True}}},
        {"options": {"checker": {"abs": 1e-9}}},
        {"options": {"checker": {"rel": 1e-9}}},
        {"options": {"checker": {"name": "kattis"}}},
        {"options": {"checker": {"name": "dmoj.sorted", "split_on": "whitespace"}}},
        {"limits": {"cpu_time_s": 2.5}},
        {"limits": {"wall_time_s": 9.0}},
        {"limits": {"memory_limit_bytes": 101}},
        {"limits": {"output_limit_bytes": 101}},
        {"environment": {"driver": "local"}},
        {"environment": {"isolation": "fresh"}},
        {"environment": {"image_digest": "sha256:2"}},
        {"environment": {"runner_version": "2"}},
        {"environment": {"language_version": "3.12.1"}},
    ],
    ids=str,
)
def test_every_ingredient_changes_the_key(change: dict[str, Any]) -> None:
    assert key(**change) != key()


def test_a_flag_of_a_checker_changes_the_key() -> None:
    tolerances = [None, 1e-6, 1e-9]
    keys = {key(options={"checker": {"name": "kattis", "float_tolerance": tolerance}}) for tolerance in tolerances}
    assert len(keys) == 3


def test_the_schema_version_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key()
    monkeypatch.setattr(cache_key, "SCHEMA", cache_key.SCHEMA + 1)

    assert key() != before


@pytest.mark.parametrize(
    "change",
    [
        {"candidate": {"id": "mine"}},
        {"options": {"tests": ["private", "public"]}},
        {"options": {"limits": {"time_limit_s": 2.0}}},  # counts only through the limits applied
    ],
    ids=str,
)
def test_what_does_not_bear_on_the_result_does_not_change_the_key(change: dict[str, Any]) -> None:
    assert key(**change) == key()


def test_a_source_with_a_lone_surrogate_has_a_key() -> None:
    assert len(key(candidate={"source": "'\ud800'"})) == 64


def test_the_default_comparison_chosen_is_not_the_problems_own() -> None:
    """A problem's own checker is in its id: only whether a caller chose another one is to be told apart."""
    assert key(options={"checker": None}) != key(options={"checker": {}})

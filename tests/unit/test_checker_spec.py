"""Which checkers and flags a request may name, and how a choice is written, hashed and shown on the command line."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from equijudge.cli.options import parse_checker
from equijudge.errors import BadArgument
from equijudge_core.contracts.checkers import CHECKER_NAMES, FLAGS, CheckerSpec
from equijudge_core.judging.checkers import CHECKERS

OLDEST = '{"name":"codecontests","ignore_case":false,"abs":1e-6,"rel":1e-6}'
A_VALUE: dict[str, Any] = {
    "ignore_case": True,
    "abs": 0.25,
    "rel": 0.25,
    "any_order": "words",
    "case_sensitive": True,
    "space_change_sensitive": True,
    "float_tolerance": 0.25,
    "float_absolute_tolerance": 0.25,
    "float_relative_tolerance": 0.25,
    "precision": 3,
    "error_mode": "relative",
    "split_on": "lines",
    "filter_new_line": True,
    "point_distribution": [1, 0, 2],
    "filler_lines_required": True,
}


def refusal(**fields: Any) -> tuple[tuple[int | str, ...], str]:
    with pytest.raises(ValidationError) as caught:
        CheckerSpec.model_validate(fields)
    (error,) = caught.value.errors()
    return error["loc"], error["msg"]


def test_every_name_has_a_checker() -> None:
    assert tuple(CHECKERS) == CHECKER_NAMES


def test_every_flag_is_a_field_and_has_a_value_here() -> None:
    flags = {flag for each in FLAGS.values() for flag in each}
    assert flags == set(CheckerSpec.model_fields) - {"name"} == set(A_VALUE)


def test_the_oldest_checkers_are_written_as_ever() -> None:
    """Verdicts are kept under a hash of this for weeks."""
    assert CheckerSpec().model_dump_json() == OLDEST
    assert CheckerSpec(name="float", abs=1e-9).model_dump() == {
        "name": "float",
        "ignore_case": False,
        "abs": 1e-9,
        "rel": 1e-6,
    }


@pytest.mark.parametrize("name", FLAGS)
@pytest.mark.parametrize("flag", A_VALUE)
def test_a_flag_is_taken_where_it_belongs_and_refused_by_name_elsewhere(name: str, flag: str) -> None:
    if flag in FLAGS[name]:
        assert getattr(CheckerSpec.model_validate({"name": name, flag: A_VALUE[flag]}), flag) is not None
    elif flag in ("ignore_case", "abs", "rel") and name in ("exact", "tokens", "float"):
        CheckerSpec.model_validate({"name": name, flag: A_VALUE[flag]})  # looked past, as ever
    else:
        loc, message = refusal(name=name, **{flag: A_VALUE[flag]})
        assert loc == (flag,)
        assert message.startswith(f"{flag} is no flag of the checker {name}, which has {FLAGS[name][0]}")


@pytest.mark.parametrize("name", sorted(set(CHECKER_NAMES) - set(FLAGS) - {"codecontests"}))
def test_a_checker_without_flags_says_so(name: str) -> None:
    assert refusal(name=name, abs=1.0) == (("abs",), f"abs is no flag of the checker {name}, which has none")


@pytest.mark.parametrize("name", CHECKER_NAMES)
def test_a_choice_that_is_sent_back_whole_is_taken(name: str) -> None:
    flags = {flag: A_VALUE[flag] for flag in FLAGS.get(name, ())}
    spec = CheckerSpec.model_validate({"name": name, **flags})
    assert CheckerSpec.model_validate(spec.model_dump(mode="json")) == spec
    assert CheckerSpec.model_validate_json(spec.model_dump_json()) == spec


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "diff"},
        {"name": "kattis", "float_tolerance": -1e-9},
        {"name": "kattis", "float_tolerance": float("nan")},
        {"name": "dmoj.floats", "precision": -1},
        {"name": "dmoj.floats", "precision": 301},
        {"name": "dmoj.floats", "error_mode": "both"},
        {"name": "dmoj.sorted", "split_on": "tokens"},
        {"name": "dmoj.linematches", "point_distribution": []},
        {"name": "dmoj.linematches", "point_distribution": [0, 0]},
        {"name": "dmoj.linematches", "point_distribution": [-1, 2]},
        {"name": "dmoj.linematches", "point_distribution": [1] * 10_001},
    ],
    ids=lambda fields: str(fields)[:60],
)
def test_a_value_out_of_range_is_refused(fields: dict[str, Any]) -> None:
    refusal(**fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tokens:ignore_case", {"name": "tokens", "ignore_case": True}),
        ("float:ignore_case:abs=1e-3", {"name": "float", "ignore_case": True, "abs": 1e-3}),
        ("testlib.rcmp6", {"name": "testlib.rcmp6"}),
        ("kattis:case_sensitive", {"name": "kattis", "case_sensitive": True}),
        ("kattis:case_sensitive=false", {"name": "kattis", "case_sensitive": False}),
        ("kattis:float_tolerance=1e-6", {"name": "kattis", "float_tolerance": 1e-6}),
        (
            "dmoj.floats:precision=4:error_mode=absolute",
            {"name": "dmoj.floats", "precision": 4, "error_mode": "absolute"},
        ),
        ("dmoj.linematches:point_distribution=2,0,1", {"name": "dmoj.linematches", "point_distribution": [2, 0, 1]}),
    ],
)
def test_flags_on_the_command_line(text: str, expected: dict[str, object]) -> None:
    assert parse_checker(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kattis:precision=3", "precision is no flag of the checker kattis"),
        ("testlib.wcmp:abs=3", "abs is no flag of the checker testlib.wcmp"),
        ("kattis:float_tolerance", "float_tolerance needs a value"),
        ("kattis:float_tolerance=much", "float_tolerance"),
        ("kattis:bogus", "bogus"),
        ("kattis:case_sensitive:case_sensitive", "each once"),
        ("kattis:name=exact", "FLAG=VALUE"),
        ("kattis:", "FLAG=VALUE"),
        ("float:1:2", "rel"),
        ("wcmp", "testlib.wcmp"),
    ],
)
def test_a_wrong_flag_on_the_command_line_is_named(text: str, said: str) -> None:
    with pytest.raises(BadArgument, match=r"--checker .*" + said.replace(".", r"\.")):
        parse_checker(text)

"""Packages of others: the problem that is in one, its submissions, what is refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from equijudge.package_files import read_package_files
from equijudge.problem_files import read_package_at
from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CheckerSpec
from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats import kattis_data
from equijudge_core.formats.package_formats import read_package
from equijudge_core.formats.packages import Package, PackageProgram, TimeRule
from equijudge_core.formats.yaml_text import load_mapping
from equijudge_core.judging.problem import parse_row

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
PACKAGES = ("kattis-legacy", "kattis-2025", "kattis-interactive", "kattis-groups", "dmoj", "polygon")
SUM = {"data/secret/1.in": "1 2\n", "data/secret/1.ans": "3\n"}
NEWER = "problem_format_version: 2025-09\nname: x\nuuid: 5ca6ba5b\n"


def fixture(name: str) -> Package:
    found = read_package_at(FIXTURES / name)
    assert found is not None
    return found


def files_of(name: str) -> dict[str, bytes]:
    return dict(read_package_files(FIXTURES / name) or {})


def read(files: Mapping[str, str | bytes]) -> Package:
    return read_package({name: t if isinstance(t, bytes) else t.encode() for name, t in files.items()}, "it")


def faults(files: Mapping[str, str | bytes], kind: type[BadProblem] = BadProblem) -> dict[str, str]:
    with pytest.raises(BadProblem) as caught:
        read(files)
    assert type(caught.value) is kind
    return {each.field: each.problem for each in caught.value.errors}


def programs(package: Package) -> dict[str, PackageProgram]:
    return {each.path: each for each in package.programs}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_written_as_ours_and_read_back_the_same(name: str) -> None:
    problem = fixture(name).reading.problem
    assert parse_row(problem.to_row()) == problem


def test_tests_stand_in_the_order_of_their_names() -> None:
    problem = fixture("kattis-legacy").reading.problem
    assert [each.input for each in problem.public_tests] == [b"3\n"]
    assert [each.input for each in problem.private_tests] == [b"1\n", b"10\n", b"2\n"]


def test_tests_are_ordered_by_base_name_and_not_by_what_follows_it() -> None:
    names = ("1-a", "1", "10", "2")
    files = {f"data/secret/{name}.{ending}": name for name in names for ending in ("in", "ans")}
    problem = read({"problem.yaml": "", **files}).reading.problem
    assert [each.input.decode() for each in problem.private_tests] == ["1", "1-a", "10", "2"]


def test_settings_are_read_once_for_all_tests_of_a_group(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def load(text: str, field: str) -> dict[str, Any]:
        asked.append(field)
        return load_mapping(text, field)

    monkeypatch.setattr(kattis_data, "load_mapping", load)
    files = {f"data/secret/{number}.{ending}": "" for number in range(50) for ending in ("in", "ans")}
    read({"problem.yaml": "", "data/testdata.yaml": "on_reject: break", **files})
    assert asked == ["data/testdata.yaml"]


def test_flags_of_the_default_validator_are_its_comparison() -> None:
    assert fixture("kattis-legacy").reading.problem.checker == CheckerSpec(name="kattis", float_tolerance=1e-4)


def test_limits_of_a_legacy_package_are_made_of_its_submissions() -> None:
    package = fixture("kattis-legacy")
    assert package.reading.problem.memory_limit_bytes == 512 << 20
    assert package.reading.problem.time_limit_s is None
    assert package.time == TimeRule(None, 3.0, 2.0, 1.0)


@pytest.mark.parametrize(
    ("rule", "slowest_s", "limit_s"),
    [
        (TimeRule(factor=5), 0.05, 1.0),
        (TimeRule(factor=5), 0.29, 1.0),
        (TimeRule(factor=5), 0.31, 2.0),
        (TimeRule(factor=2, rounds_up=True), 1.01, 3.0),
        (TimeRule(factor=2, resolution_s=0.1, rounds_up=True), 0.31, 0.7),
        (TimeRule(limit_s=1.5), 9.0, 1.5),
    ],
)
def test_a_time_limit_is_the_slowest_accepted_time_times_the_factor_rounded(
    rule: TimeRule, slowest_s: float, limit_s: float
) -> None:
    assert rule.derive(slowest_s) == pytest.approx(limit_s)


def test_submissions_have_their_folders_verdicts() -> None:
    found = programs(fixture("kattis-legacy"))
    assert found["accepted/right.py"].expected == {Verdict.AC}
    assert found["time_limit_exceeded/slow.py"].expected == {Verdict.TLE}
    assert Verdict.MLE in found["run_time_error/crash.py"].expected
    assert found["accepted/right.cpp"].language == "cpp20"


def test_submissions_that_cannot_be_judged_say_why() -> None:
    found = programs(fixture("kattis-legacy"))
    assert found["accepted/other.kt"].fault == "its language is not known here"
    assert found["accepted/two"].fault == "several files of one program are not supported"


def test_a_validator_of_the_package_gets_its_flags_uncut() -> None:
    checker = fixture("kattis-2025").reading.problem.checker
    assert isinstance(checker, OwnChecker)
    assert checker.protocol == "kattis"
    assert checker.flags == ("at least", "7")


def test_constants_stand_in_submissions() -> None:
    found = programs(fixture("kattis-2025"))
    assert found["accepted/right.py"].source == "n = int(input())\nprint(7, n - 7)\n"


def test_submissions_yaml_says_what_is_permitted() -> None:
    found = programs(fixture("kattis-2025"))
    assert found["wrong_answer/small.py"].expected == {Verdict.WA}
    assert Verdict.WA not in found["brute_force/slow.py"].expected


def test_an_interactive_validator_is_an_interactor() -> None:
    problem = fixture("kattis-interactive").reading.problem
    assert problem.interactor is not None
    assert problem.interactor.protocol == "kattis"
    assert problem.checker is None


def test_several_passes_are_the_validators() -> None:
    files = {
        "problem.yaml": NEWER + "type: multi-pass\nlimits: {validation_passes: 3}",
        "output_validator/v.py": "1",
        **SUM,
    }
    checker = read(files).reading.problem.checker
    assert isinstance(checker, OwnChecker)
    assert checker.validation_passes == 3


def test_a_folder_of_dmojs_has_archived_data_with_plain_line_ends() -> None:
    problem = fixture("dmoj").reading.problem
    assert [each.input for each in problem.public_tests] == [b"2\n"]
    assert [each.input for each in problem.private_tests] == [b"3\n", b"1\n", b"10\n", b"7\n"]
    assert problem.checker == CheckerSpec(name="dmoj.floats", precision=4)


def test_tests_of_a_dmoj_folder_that_lists_none_are_found_by_their_names() -> None:
    names = ("min1", "min2", "min10")
    files = {f"{name}.{ending}": name for name in names for ending in ("in", "out")}
    problem = read({"init.yml": "points: 5", "readme.txt": "", **files}).reading.problem
    assert [each.input.decode().strip() for each in problem.private_tests] == ["min1", "min2", "min10"]


def test_batches_of_a_dmoj_folder_are_told_by_two_numbers() -> None:
    files = {f"{name}.{ending}": name for name in ("t.1.1", "t.1.2", "t.2.1") for ending in ("in", "out")}
    scoring = read({"init.yml": "", **files}).reading.problem.scoring
    assert scoring is not None
    assert [(each.name, len(each.tests)) for each in scoring.groups] == [("batch 1", 2), ("batch 2", 1)]


def test_a_polygon_package_has_its_own_limits_checker_and_solutions() -> None:
    package = fixture("polygon")
    problem = package.reading.problem
    assert (problem.name, problem.time_limit_s, problem.memory_limit_bytes) == ("split", 1.5, 256 << 20)
    assert isinstance(problem.checker, OwnChecker)
    assert not problem.checker.files
    assert [(each.path, set(each.expected), bool(each.fault)) for each in package.programs] == [
        ("solutions/right.py", {Verdict.AC}, False),
        ("solutions/fixed.cpp", {Verdict.WA}, False),
        ("solutions/other.kt", {Verdict.AC}, True),
    ]


def test_a_standard_checker_of_polygons_is_the_comparison_of_that_name() -> None:
    files = files_of("polygon")
    files["problem.xml"] = files["problem.xml"].replace(b'name="check.cpp"', b'name="std::wcmp.cpp"')
    assert read(files).reading.problem.checker == CheckerSpec(name="testlib.wcmp")


GENERIC = {"problem.yaml": "", **SUM}
UNSUPPORTED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "two validators": (
        {**GENERIC, "problem.yaml": "validation: custom", "output_validators/a/v.py": "", "output_validators/b.py": ""},
        "output_validators",
    ),
    "a script that builds": (
        {**GENERIC, "problem.yaml": "validation: custom", "output_validators/a/build": ""},
        "output_validators/build",
    ),
    "a validator of two files": (
        {
            **GENERIC,
            "problem.yaml": "validation: custom",
            "output_validators/a/a.cpp": "",
            "output_validators/a/b.cpp": "",
        },
        "output_validators",
    ),
    "flags that differ": (
        {
            **GENERIC,
            "data/sample/1.in": "",
            "data/sample/1.ans": "",
            "data/secret/testdata.yaml": "output_validator_flags: a",
        },
        "data: output_validator_flags",
    ),
    "answers": ({**GENERIC, "problem.yaml": NEWER + "type: submit-answer"}, "problem.yaml: type"),
    "files of a test": ({**GENERIC, "problem.yaml": NEWER, "data/secret/1.files/x": ""}, "data/secret/1.files/x"),
    "arguments": ({**GENERIC, "problem.yaml": NEWER, "data/secret/1.yaml": "args: [x]"}, "data/secret/1.yaml: args"),
    "no text": ({**GENERIC, "data/secret/1.in": b"\xff"}, "data/secret/1.in"),
    "own grader": (
        {**GENERIC, "problem.yaml": "type: scoring", "data/testdata.yaml": "grading: custom"},
        "data/testdata.yaml: grading",
    ),
    "points without bound": (
        {**GENERIC, "problem.yaml": NEWER + "type: scoring", "data/secret/test_group.yaml": "max_score: unbounded"},
        "data/secret: max_score",
    ),
    "dmoj code": ({"init.yml": "test_cases: []\nchecker+: 1"}, "init.yml: checker+"),
    "dmoj code in a case": (
        {"init.yml": "test_cases:\n- {in: a, out: a, 'points++': 1}"},
        "init.yml: test_cases.[0].points++",
    ),
    "dmoj grader": ({"init.yml": "custom_judge: a.py"}, "init.yml: custom_judge"),
    "dmoj generator": ({"init.yml": "generator: gen.cpp"}, "init.yml: generator"),
    "dmoj patterns": ({"init.yml": "test_cases: {input_format: x}"}, "init.yml: test_cases"),
    "tests that were not made": (
        {name: data for name, data in files_of("polygon").items() if name != "tests/02"},
        "tests/02",
    ),
}


@pytest.mark.parametrize("case", UNSUPPORTED)
def test_what_a_package_asks_for_in_vain_is_named(case: str) -> None:
    files, field = UNSUPPORTED[case]
    assert list(faults(files, UnsupportedProblem)) == [field]


FAULTY: dict[str, tuple[dict[str, str | bytes], str, str]] = {
    "no main file": (SUM, "problem.yaml", "looks like a Kattis package"),  # type: ignore[dict-item]
    "an answer is missing": ({"problem.yaml": "", "data/secret/1.in": ""}, "data/secret/1.ans", "is missing"),
    "an input is missing": ({**GENERIC, "data/secret/2.ans": ""}, "data/secret/2.in", "is missing"),
    "no test": ({"problem.yaml": ""}, "data/secret", "no test"),
    "a version of tomorrow": (
        {**GENERIC, "problem.yaml": "problem_format_version: 2099-01"},
        "problem.yaml: problem_format_version",
        "'2099-01'",
    ),
    "no uuid": (
        {**GENERIC, "problem.yaml": "problem_format_version: 2025-09\nname: x"},
        "problem.yaml: uuid",
        "missing",
    ),
    "a key too many": ({**GENERIC, "problem.yaml": NEWER + "validation: custom"}, "problem.yaml: validation", "no key"),
    "an odd validation": ({**GENERIC, "problem.yaml": "validation: costum"}, "problem.yaml: validation", "costum"),
    "an odd flag": ({**GENERIC, "problem.yaml": "validator_flags: nearly"}, "validator_flags", "no flag 'nearly'"),
    "a flag's number": ({**GENERIC, "problem.yaml": "validator_flags: float_tolerance"}, "validator_flags", "a number"),
    "a limit in words": (
        {**GENERIC, "problem.yaml": "limits: {memory: much}"},
        "problem.yaml: limits.memory",
        "number",
    ),
    "an odd dmoj checker": (
        {"init.yml": "test_cases: [{in: a, out: a}]\nchecker: exact", "a": ""},
        "init.yml: checker",
        "no checker 'exact'",
    ),
    "a dmoj file": (
        {"init.yml": "test_cases: [{in: a, out: b}]", "a": ""},
        "init.yml: test_cases[0].out",
        "'b' is not",
    ),
    "dependencies": (
        {"init.yml": "test_cases: [{batched: [{in: a, out: a}], dependencies: [1]}]", "a": ""},
        "init.yml: test_cases[0].dependencies",
        "below 1",
    ),
    "no polygon problem": ({"problem.xml": "<html/>"}, "problem.xml", "of a 'html'"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_a_fault_of_a_package_says_where_and_what(case: str) -> None:
    files, field, says = FAULTY[case]
    assert says in faults(files)[field]


BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n"
HOSTILE_YAML = {
    "anchors": BOMB,
    "merge": "a: &a {x: 1}\nb: {<<: *a}",
    "tags": "name: !!python/object/apply:os.system [id]",
    "known tags": "name: !!binary aGk=",
    "depth": "name: " + "[" * 3000,
    "a huge number": "name: " + "9" * 5000,
    "a number of many parts": "name: " + "1:" * 200_000 + "1",
    "a date that is none": "name: 2020-13-45",
    "a list": "- 1",
    "a key that is no word": "1: 2",
    "no YAML": "a: b: c",
    "too long": "# " + "x" * (2 << 20),
}


@pytest.mark.parametrize("name", HOSTILE_YAML)
def test_yaml_is_plain_data_or_a_fault(name: str) -> None:
    assert list(faults({**GENERIC, "problem.yaml": HOSTILE_YAML[name]})) == ["problem.yaml"]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><problem>&b;</problem>'


@pytest.mark.parametrize("text", [ENTITIES, "<problem>", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><problem/>", ""])
def test_xml_declares_nothing(text: str) -> None:
    assert list(faults({"problem.xml": text})) == ["problem.xml"]


def test_points_of_groups_are_their_scores() -> None:
    row: dict[str, Any] = _scoring("kattis-groups")
    assert row == {
        "groups": [
            {
                "name": "secret/group1",
                "tests": ["private/0", "private/1"],
                "policy": "min",
                "points": 40.0,
                "depends_on": [],
            },
            {"name": "secret/group2", "tests": ["private/2"], "policy": "min", "points": 60.0, "depends_on": []},
        ]
    }


def test_points_of_a_validators_own_are_bounded_by_the_range() -> None:
    files: dict[str, str | bytes] = {
        **SUM,
        "problem.yaml": "type: scoring\nvalidation: custom score",
        "data/testdata.yaml": "range: 0 70",
        "output_validators/v.py": "x",
    }
    scoring = read(files).reading.problem.scoring
    assert scoring is not None
    assert [(each.policy, each.points) for each in scoring.groups] == [("min", 70.0)]
    unbounded = {name: data for name, data in files.items() if name != "data/testdata.yaml"}
    assert list(faults(unbounded, UnsupportedProblem)) == ["data/secret: range"]


def test_points_of_batches_depend_on_those_before_them() -> None:
    groups = _scoring("dmoj")["groups"]
    assert [(each["name"], each.get("points"), each.get("test_points")) for each in groups] == [
        ("pretest 1", None, [0.0]),
        ("cases 1", None, [10.0]),
        ("batch 1", 30.0, None),
        ("batch 2", 60.0, None),
    ]
    assert groups[3]["depends_on"] == ["pretest 1", "batch 1"]


def test_points_of_polygons_groups_have_their_policies() -> None:
    groups = _scoring("polygon")["groups"]
    assert [(each["policy"], each["tests"]) for each in groups] == [
        ("all_or_nothing", ["public/0", "private/0"]),
        ("sum", ["private/1"]),
    ]
    assert groups[1]["depends_on"] == ["1"]


def _scoring(name: str) -> Any:
    scoring = fixture(name).reading.problem.scoring
    assert scoring is not None
    return scoring.model_dump(mode="json", exclude_none=True)

"""Points of a Kattis or ICPC package, by group of tests, as our own column `scoring` has them.

Legacy: each test gives accept_score (1), or reject_score (0); a group adds up what is in it, or takes the least, or the
mean (grader_flags), and so on outwards. Newer: a group gives max_score if all of it is right (pass-fail), or the sum,
or the least. What has no form here is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from equijudge_core.formats.archive import Files, bad, below
from equijudge_core.formats.kattis_config import Config
from equijudge_core.formats.kattis_data import GROUP_FILES, PackageTest, group_settings, inherit
from equijudge_core.formats.reading import refuse

Group = dict[str, Any]
VERDICT_FLAGS = ("worst_error", "first_error", "always_accept", "ignore_sample", "accept_if_any_accepted", "no_errors")
POLICIES = {"sum": "sum", "avg": "sum", "min": "min", "max": "max"}


def read_scoring(files: Files, tests: Sequence[PackageTest], config: Config) -> Group | None:
    """The column of a package that gives points; None for one that gives none. Raises UnsupportedProblem."""
    if not config.is_scoring:
        return None
    names = our_names(tests)
    data = below(files, "data")
    made = _legacy(data, tests, names, config) if config.is_legacy else _newer(data, tests, names, config)
    groups = [group for group in made if group["points"] != 0]
    if not groups:
        refuse("data", "no group of tests gives points")
    return {"groups": groups}


def our_names(tests: Iterable[PackageTest]) -> dict[str, str]:
    """What tests are called in our rows, by their names here."""
    counts: dict[str, int] = {}
    found = {}
    for test in tests:
        number = counts.get(test.set, 0)
        counts[test.set] = number + 1
        found[test.name] = f"{test.set}/{number}"
    return found


def _legacy(data: Files, tests: Sequence[PackageTest], names: Mapping[str, str], config: Config) -> list[Group]:
    top = _own(data, (), config)
    _check_legacy(top, "data")
    ignored = "ignore_sample" in str(top.get("grader_flags", "")).split()
    if _policy(top) != "sum":
        refuse("data/testdata.yaml: grader_flags", "points of sample and secret can only be added up")
    if _policy(inherit(data, ("secret",), config, {})) != "sum" and any(test.group for test in tests):
        refuse("data/secret/testdata.yaml: grader_flags", "points of groups can only be added up")
    made = []
    for path, members in _by_group(tests).items():
        if path[0] == "sample" and ignored:
            continue
        made.append(_legacy_group(data, path, members, names, config))
    return made


def _legacy_group(
    data: Files, path: tuple[str, ...], members: Sequence[PackageTest], names: Mapping[str, str], config: Config
) -> Group:
    where = "/".join(("data", *path))
    if any(len(test.group) > 1 for test in members):
        refuse(where, "groups within groups are not supported")
    settings = inherit(data, path, config, {})
    _check_legacy(settings, where)
    each = [_number(test.settings, "accept_score", 1.0, where) for test in members]
    if any(_number(test.settings, "reject_score", 0.0, where) for test in members):
        refuse(f"{where}: reject_score", "points for a failure are not supported")
    group: Group = {"name": "/".join(path), "tests": [names[test.name] for test in members]}
    kind = _kind(settings)
    if config.scores_by_validator:
        return {**group, "policy": "min", "points": _largest(settings, kind, members, where)}
    if kind == "max":
        refuse(f"{where}: grader_flags", f"{kind} is not supported")
    if kind == "min":
        return {**group, "policy": "min", "points": min(each)}
    points = [value / len(each) for value in each] if kind == "avg" else each
    return {**group, "policy": "sum", "points": None if any(points) else 0, "test_points": points}


def _largest(settings: Mapping[str, Any], kind: str, members: Sequence[PackageTest], where: str) -> float:
    """The most that a validator may give in a group, where it gives points of its own."""
    if kind != "min" and len(members) > 1:
        refuse(f"{where}: grader_flags", "points of a validator's own can only be of the least of several tests")
    words = str(settings.get("range") or "").split()
    if len(words) != 2:
        refuse(f"{where}: range", "is missing: points of a validator's own need a largest score")
    return _number({"range": words[1]}, "range", 0.0, where)


def _newer(data: Files, tests: Sequence[PackageTest], names: Mapping[str, str], config: Config) -> list[Group]:
    groups = _by_group(tests)
    made = []
    for path, members in groups.items():
        where = "/".join(("data", *path))
        settings = _own(data, path, config)
        if path[0] == "sample" and "max_score" not in settings:
            continue
        if settings.get("static_validation_score"):
            refuse(f"{where}: static_validation_score", "is not supported")
        whole = len(path) == 1
        if settings.get("max_score") == "unbounded" or (not whole and "max_score" not in settings):
            refuse(f"{where}: max_score", "groups without a largest score are not supported")
        kind = settings.get("score_aggregation", "sum" if whole else "pass-fail")
        if kind not in ("pass-fail", "sum", "min"):
            raise bad(f"{where}: score_aggregation", "must be pass-fail, sum or min")
        group: Group = {
            "name": "/".join(path),
            "tests": [names[test.name] for test in members],
            "policy": {"pass-fail": "all_or_nothing"}.get(kind, kind),
            "points": _number(settings, "max_score", 100.0, where),
        }
        if needed := _needed(settings.get("require_pass"), where):
            group["depends_on"] = needed
        made.append(group)
    return made


def _needed(value: Any, where: str) -> list[str]:
    """Groups that must be right first, by our names of them."""
    if value is None:
        return []
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise bad(f"{where}: require_pass", "must be names of groups")
    if "sample" in listed:
        refuse(f"{where}: require_pass", "sample gives no points, and no group may depend on it here")
    return [each if each.startswith("secret/") else f"secret/{each}" for each in listed]


def _by_group(tests: Sequence[PackageTest]) -> dict[tuple[str, ...], list[PackageTest]]:
    """The tests by folder: the set's, or its first one below."""
    found: dict[tuple[str, ...], list[PackageTest]] = {}
    for test in tests:
        folder = test.name.split("/")[0]
        found.setdefault((folder, *test.group[:1]), []).append(test)
    return found


def _own(data: Files, path: Sequence[str], config: Config) -> dict[str, Any]:
    name = "/".join((*path, GROUP_FILES[0 if config.is_legacy else 1]))
    return group_settings(data, name, config) if name in data else {}


def _check_legacy(settings: Mapping[str, Any], where: str) -> None:
    if settings.get("grading", "default") != "default":
        refuse(f"{where}/testdata.yaml: grading", "graders of a package's own are not supported")
    flags = str(settings.get("grader_flags") or "").split()
    unknown = [flag for flag in flags if flag not in (*VERDICT_FLAGS, *POLICIES)]
    if unknown:
        raise bad(f"{where}/testdata.yaml: grader_flags", f"the default grader has no flag {unknown[0][:60]!a}")


def _kind(settings: Mapping[str, Any]) -> str:
    flags = str(settings.get("grader_flags") or "").split()
    return next((flag for flag in flags if flag in POLICIES), "sum")


def _policy(settings: Mapping[str, Any]) -> str:
    return POLICIES[_kind(settings)]


def _number(settings: Mapping[str, Any], name: str, default: float, where: str) -> float:
    value = settings.get(name, default)
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        raise bad(f"{where}: {name}", "must be a number") from None
    if not 0 <= found <= 1e9:
        refuse(f"{where}: {name}", "points below 0 or above 1e9 are not supported")
    return found

"""DMOJ's problem folders: init.yml with the test cases, and the data beside it, loose or in a zip.

Keys that end in + are code that DMOJ's judge runs: such a folder is refused, wherever the key stands. Limits are not in
the folder; DMOJ's site has them. A folder has no statement and no submissions either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from equijudge_core.formats.archive import Files, as_text, bad, unzip
from equijudge_core.formats.dmoj_points import DmojCase, scoring_of
from equijudge_core.formats.packages import Package
from equijudge_core.formats.reading import Reading, make_problem, refuse, tests_column
from equijudge_core.formats.yaml_text import load_mapping
from equijudge_core.judging.languages import LANGUAGES, find_language
from equijudge_core.judging.row_reader import quote

MAIN = "init.yml"
UNDONE = {
    "custom_judge": "a grader in Python, which is not supported",
    "signature_grader": "functions that are linked with a grader, which are not supported",
    "generator": "tests that a program of the problem makes, which is not run",
    "binary_data": "tests that are bytes, which are texts here",
}
CHECKERS = (
    *("standard", "easy", "floats", "floatsabs", "floatsrel", "identical", "linecount", "linematches", "rstripped"),
    *("sorted", "unordered"),
)
PROTOCOLS = {"default": "dmoj", "testlib": "dmoj-testlib", "coci": "coci", "peg": "peg"}
INPUT = re.compile(r"(?=.*(?:\.in|in)).*?(?:(?:^|\W)(?P<batch>\d{1,6})[^\d\s]{1,100})?(?P<case>\d{1,6})[^\d\s]{0,100}")
OUTPUT = re.compile(
    r"(?=.*(?:\.out|out)).*?(?:(?:^|\W)(?P<batch>\d{1,6})[^\d\s]{1,100})?(?P<case>\d{1,6})[^\d\s]{0,100}"
)
NO_LIMITS = "a folder of DMOJ's says no limits: its site has them; 10 s and 256 MiB apply"
MOST_CASES = 20_000
Config = Mapping[str, Any]


def read_dmoj(files: Files, name: str) -> Package:
    """Read a folder; name: the folder's. Raises BadProblem, UnsupportedProblem."""
    config = load_mapping(as_text(files, MAIN), MAIN)
    _refuse_code(config, "")
    for key, what in UNDONE.items():
        if config.get(key):
            refuse(f"{MAIN}: {key}", f"asks for {what}")
    data = _data(files, config)
    cases = _cases(config, data)
    interactor = _interactor(files, config["interactive"]) if config.get("interactive") else None
    pretests = [case for case in cases if case.is_pretest]
    others = [case for case in cases if not case.is_pretest]
    problem = make_problem(
        name=name or "problem",
        public_tests=tests_column((_text(data, case.input), _text(data, case.output)) for case in pretests),
        private_tests=tests_column((_text(data, case.input), _text(data, case.output)) for case in others),
        checker=None if interactor else _checker(files, config.get("checker")),
        interactor=interactor,
        scoring=scoring_of(cases),
    )
    return Package(Reading("dmoj", problem, (NO_LIMITS,)))


def _refuse_code(value: Any, place: str) -> None:
    """Refuse a key that would be evaluated, at any depth."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            if isinstance(key, str) and key.endswith("+"):
                refuse(
                    f"{MAIN}: {place}{quote(key)[1:-1]}", "is code that DMOJ's judge would run; it is never run here"
                )
            _refuse_code(each, f"{place}{quote(key).strip(chr(39))}.")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            _refuse_code(each, f"{place}[{number}].")


def _data(files: Files, config: Config) -> Files:
    """What tests are found in: the archive's files, and loose ones, which win."""
    archive = config.get("archive")
    if archive is None:
        return files
    if not isinstance(archive, str) or archive not in files:
        raise bad(f"{MAIN}: archive", f"{quote(archive)} is not in the folder")
    return {**unzip(files[archive]), **files}


def _cases(config: Config, data: Files) -> list[DmojCase]:
    pretests = config.get("pretest_test_cases") or []
    found = [*_listed(pretests, "pretest_test_cases", data, 1, pretest=True)] if pretests else []
    given = config.get("test_cases")
    if isinstance(given, Mapping):
        refuse(f"{MAIN}: test_cases", "asks for regular expressions of its own, which are not run")
    if given is None:
        found += _by_name(data)
    else:
        found += _listed(given, "test_cases", data, _points(config, 1.0, "points"))
    if not found:
        raise bad(f"{MAIN}: test_cases", "has no test")
    if len(found) > MOST_CASES:
        raise bad(f"{MAIN}: test_cases", f"has {len(found)} tests", f"at most {MOST_CASES}")
    return found


def _listed(given: Any, field: str, data: Files, points: float, *, pretest: bool = False) -> Iterator[DmojCase]:
    if not isinstance(given, list):
        raise bad(f"{MAIN}: {field}", f"must be a list of cases, not {quote(given)}")
    batch = 0
    for number, each in enumerate(given):
        place = f"{field}[{number}]"
        if not isinstance(each, Mapping):
            raise bad(f"{MAIN}: {place}", f"must be a case, not {quote(each)}")
        for key in ("checker", *UNDONE):
            if each.get(key):
                refuse(f"{MAIN}: {place}.{key}", "of a single case is not supported")
        worth = 0.0 if pretest else _points(each, points, place)
        if "batched" not in each:
            yield _case(each, place, data, worth, 0, (), pretest)
            continue
        batch += 1
        needed = each.get("dependencies") or []
        if not isinstance(needed, list) or not all(type(x) is int and 0 < x < batch for x in needed):
            raise bad(f"{MAIN}: {place}.dependencies", f"must be numbers of batches before it, below {batch}")
        inner = each["batched"]
        if not isinstance(inner, list) or not inner:
            raise bad(f"{MAIN}: {place}.batched", "must be a list of cases")
        for place_in, case in enumerate(inner):
            if not isinstance(case, Mapping) or "batched" in case:
                raise bad(f"{MAIN}: {place}.batched[{place_in}]", "must be a case")
            yield _case({**each, **case}, f"{place}.batched[{place_in}]", data, worth, batch, tuple(needed), pretest)


def _case(
    case: Config, place: str, data: Files, points: float, batch: int, needed: tuple[int, ...], pretest: bool
) -> DmojCase:
    names = []
    for key in ("in", "out"):
        name = case.get(key)
        if not isinstance(name, str) or name not in data:
            raise bad(f"{MAIN}: {place}.{key}", "is missing" if name is None else f"{quote(name)} is not in the folder")
        names.append(name)
    return DmojCase(names[0], names[1], points, batch, needed, pretest)


def _by_name(data: Files) -> list[DmojCase]:
    """Tests by what their files are called, as DMOJ does where no case is listed."""
    given: dict[tuple[int, int], str] = {}
    wanted: dict[tuple[int, int], str] = {}
    for name in sorted(data):
        kinds = ((OUTPUT, wanted),) if ".out" in name else ((INPUT, given), (OUTPUT, wanted))
        for pattern, found in kinds:
            if len(name) < 200 and (match := pattern.fullmatch(name)) is not None:
                found[int(match["batch"] or 0), int(match["case"])] = name
                break
    return [DmojCase(given[key], wanted[key], 1.0, key[0]) for key in sorted(given) if key in wanted]


def _checker(files: Files, given: Any) -> dict[str, Any]:
    args: Any = {}
    if isinstance(given, Mapping):
        given, args = given.get("name"), given.get("args") or {}
    name = "standard" if given is None else given
    if not isinstance(name, str) or not isinstance(args, Mapping):
        raise bad(f"{MAIN}: checker", "must be a name, or a name and args")
    if name == "bridged":
        return _bridged(files, args, "checker.args")
    if name.endswith(".py"):
        if name not in files:
            raise bad(f"{MAIN}: checker", f"{quote(name)} is not in the folder")
        flags = [json.dumps(dict(args))] if args else []
        return {"protocol": "dmoj-python", "source": as_text(files, name), "language": "python3", "flags": flags}
    if name not in CHECKERS:
        raise bad(f"{MAIN}: checker", f"DMOJ has no checker {quote(name)}", ", ".join(CHECKERS))
    return {"name": f"dmoj.{name}", **{key: value for key, value in args.items() if key != "pe_allowed"}}


def _interactor(files: Files, given: Any) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise bad(f"{MAIN}: interactive", "must be a mapping")
    return _bridged(files, given, "interactive")


def _bridged(files: Files, args: Config, place: str) -> dict[str, Any]:
    """A program of the problem's that judges: a checker, or an interactor."""
    kind = args.get("type") or "default"
    if kind not in PROTOCOLS:
        raise bad(f"{MAIN}: {place}.type", f"{quote(kind)} is none", ", ".join(PROTOCOLS))
    if args.get("args_format_string"):
        refuse(f"{MAIN}: {place}.args_format_string", "arguments in another order are not supported")
    names = [args["files"]] if isinstance(args.get("files"), str) else args.get("files")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) and name in files for name in names):
        raise bad(f"{MAIN}: {place}.files", "must be names of files in the folder")
    language = _language(args.get("lang"), names, place)
    flags = args.get("flags") or []
    if not isinstance(flags, Sequence) or isinstance(flags, str):
        raise bad(f"{MAIN}: {place}.flags", "must be a list")
    if flags:
        refuse(f"{MAIN}: {place}.flags", "flags for the compiler are not supported")
    limits: dict[str, Any] = {}
    if args.get("time_limit"):
        limits["time_limit_s"] = min(_points(args, 20.0, place, "time_limit"), 60.0)
    if args.get("memory_limit"):
        limits["memory_limit_bytes"] = min(int(_points(args, 0.0, place, "memory_limit")) << 10, 2 << 30)
    return {
        "protocol": PROTOCOLS[kind],
        "source": as_text(files, names[0]),
        "language": language,
        "files": {name: as_text(files, name) for name in names[1:]},
        **limits,
    }


def _language(said: Any, names: Sequence[str], place: str) -> str:
    """The language that is named, in DMOJ's words (CPP17, PY3), else by the file's ending."""
    if said is None:
        ending = "." + names[0].rpartition(".")[2]
        found = next((name for name, each in LANGUAGES.items() if ending in each.extensions), None)
        if found is None:
            refuse(f"{MAIN}: {place}.files", f"{quote(names[0])} is in no language that is known here")
        return found
    word = str(said).lower()
    known = find_language({"cpp03": "cpp17", "cpp11": "cpp17", "cpp14": "cpp17"}.get(word, word.replace("cpp", "c++")))
    if known is None:
        refuse(f"{MAIN}: {place}.lang", f"{quote(said)} is no language that is known here")
    return known.name


def _points(given: Config, default: float, place: str, key: str = "points") -> float:
    value = given.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e9:
        raise bad(f"{MAIN}: {place}.{key}", f"must be a number from 0 to 1e9, not {quote(value)}")
    return float(value)


def _text(data: Files, name: str) -> str:
    """A test's text, with line ends as DMOJ makes them."""
    text = as_text(data, name).replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"

"""Polygon packages: problem.xml, tests by number, checkers and interactors against testlib, solutions by tag.

The standard package holds no generated tests: it is refused, and the full one asked for; its scripts are never run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

from equijudge_core.contracts.checkers import CHECKER_NAMES
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.formats.archive import Files, as_text, bad
from equijudge_core.formats.packages import FAILURES, Package, PackageProgram, TimeRule
from equijudge_core.formats.reading import Reading, make_problem, refuse, tests_column
from equijudge_core.judging.row_reader import quote

MAIN = "problem.xml"
MOST_CHARACTERS = 8 << 20
MOST_TESTS = 20_000
PATTERN = re.compile(r"%(0?)(\d?)d")
TAGS = {
    "main": frozenset({Verdict.AC}),
    "accepted": frozenset({Verdict.AC}),
    "wrong-answer": frozenset({Verdict.WA}),
    "presentation-error": frozenset({Verdict.WA}),
    "time-limit-exceeded": frozenset({Verdict.TLE}),
    "time-limit-exceeded-or-accepted": frozenset({Verdict.TLE, Verdict.AC}),
    "time-limit-exceeded-or-memory-limit-exceeded": frozenset({Verdict.TLE, Verdict.MLE}),
    "memory-limit-exceeded": frozenset({Verdict.MLE}),
    "rejected": FAILURES,
    "failed": FAILURES,
}
POLICIES = {"complete-group": "all_or_nothing", "each-test": "sum"}
Element = ElementTree.Element


def read_polygon(files: Files, name: str) -> Package:
    """Read a package; name: for one whose problem.xml has none. Raises BadProblem, UnsupportedProblem."""
    root = _parse(as_text(files, MAIN))
    judging = _need(root, "judging")
    testset = _testset(judging)
    tests = _tests(files, testset)
    interactor = _program(files, root.find("./assets/interactor"), "interactor")
    limit = _number(testset, "time-limit")
    programs = _solutions(files, root)
    chosen = {
        right: [each for each in programs if not each.fault and _is_right(each) == right] for right in (True, False)
    }
    problem = make_problem(
        name=root.get("short-name") or name or "problem",
        description=_statement(files, root),
        public_tests=tests_column((given, wanted) for given, wanted, test in tests if _is_sample(test)),
        private_tests=tests_column((given, wanted) for given, wanted, test in tests if not _is_sample(test)),
        time_limit=limit / 1000,
        memory_limit_bytes=int(_number(testset, "memory-limit")),
        input_file=judging.get("input-file") or None,
        output_file=judging.get("output-file") or None,
        checker=_checker(files, root),
        interactor=interactor,
        scoring=_scoring(testset, [test for _, _, test in tests]),
        solutions=_column(chosen[True]),
        incorrect_solutions=_column(chosen[False]),
    )
    return Package(Reading("polygon", problem), programs, TimeRule(limit / 1000 or None), _test_names(tests))


def _parse(text: str) -> Element:
    if len(text) > MOST_CHARACTERS:
        raise bad(MAIN, f"is {len(text)} characters long", f"at most {MOST_CHARACTERS}")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise bad(MAIN, "declares a document type, which is not read")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise bad(MAIN, f"is no XML: {quote(str(error))}") from error
    if root.tag != "problem":
        raise bad(MAIN, f"is of a {quote(root.tag)}, and not of a problem")
    return root


def _testset(judging: Element) -> Element:
    """The main set of tests: the one called so, or the only one."""
    sets = judging.findall("testset")
    found = next((each for each in sets if each.get("name") == "tests"), None)
    if found is None and len(sets) == 1:
        found = sets[0]
    if found is None:
        raise bad(f"{MAIN}: judging/testset", f"{len(sets)} sets of tests, and none of the name tests")
    return found


def _tests(files: Files, testset: Element) -> list[tuple[str, str, Element]]:
    elements = testset.findall("./tests/test")
    if not 0 < len(elements) <= MOST_TESTS:
        raise bad(f"{MAIN}: judging/testset/tests", f"has {len(elements)} tests", f"1 to {MOST_TESTS}")
    inputs, answers = (_need(testset, f"{kind}-path-pattern").text or "" for kind in ("input", "answer"))
    found = []
    for number, element in enumerate(elements, start=1):
        pair = []
        for pattern in (inputs, answers):
            path = _numbered(pattern, number)
            if path not in files:
                refuse(path, "is not in the package: take the full package, in which Polygon has run the generators")
            pair.append(as_text(files, path))
        found.append((pair[0], pair[1], element))
    return found


def _test_names(tests: Sequence[tuple[str, str, Element]]) -> dict[str, str]:
    """Tests are called by their numbers, from 1."""
    found: dict[str, str] = {}
    counts = {True: 0, False: 0}
    for number, (_, _, test) in enumerate(tests, start=1):
        sample = _is_sample(test)
        found[f"{'public' if sample else 'private'}/{counts[sample]}"] = f"test {number}"
        counts[sample] += 1
    return found


def _numbered(pattern: str, number: int) -> str:
    """A path by its pattern, such as `tests/%02d`."""
    found = PATTERN.search(pattern)
    if found is None:
        return pattern
    width = int(found[2] or 0) if found[1] else 0
    return pattern[: found.start()] + str(number).zfill(width) + pattern[found.end() :]


def _checker(files: Files, root: Element) -> dict[str, Any] | None:
    element = root.find("./assets/checker")
    if element is None:
        return None
    if element.get("type", "testlib") != "testlib":
        refuse(f"{MAIN}: assets/checker", f"of the type {quote(element.get('type'))} is not supported")
    standard = (element.get("name") or "").removeprefix("std::").partition(".")[0]
    if (element.get("name") or "").startswith("std::") and f"testlib.{standard}" in CHECKER_NAMES:
        return {"name": f"testlib.{standard}"}
    return _program(files, element, "checker")


def _program(files: Files, element: Element | None, what: str) -> dict[str, Any] | None:
    if element is None:
        return None
    source = _need(element, "source")
    path = source.get("path") or ""
    if path not in files:
        raise bad(f"{MAIN}: assets/{what}/source", f"{quote(path)} is not in the package")
    language = language_of(source.get("type") or "", path)
    if not language:
        refuse(f"{MAIN}: assets/{what}/source", f"{quote(source.get('type'))} is no language that is known here")
    beside = {
        name.rpartition("/")[2]: as_text(files, name)
        for name in files
        if name.startswith("files/") and name.endswith((".h", ".hpp")) and not name.endswith("/testlib.h")
    }
    return {"protocol": "testlib", "source": as_text(files, path), "language": language, "files": beside}


def language_of(said: str, path: str) -> str:
    """Our name of a language that Polygon names, such as `cpp.g++17` or `python.3`; '' for none."""
    ending = path.rpartition(".")[2]
    if said.startswith("cpp") or (not said and ending in ("cpp", "cc")):
        return "cpp20" if re.search(r"2[0-9]", said) else "cpp17"
    for start, name in (
        *(("python.pypy3", "pypy3"), ("python.3", "python3"), ("python.2", "python2"), ("python.pypy2", "python2")),
        *(("java", "java"), ("c.", "c"), ("go", "go"), ("rust", "rust"), ("js", "javascript")),
    ):
        if said.startswith(start):
            return name
    return {"py": "python3", "java": "java", "c": "c", "go": "go", "rs": "rust"}.get(ending, "") if not said else ""


def _solutions(files: Files, root: Element) -> tuple[PackageProgram, ...]:
    found = []
    for element in root.findall("./assets/solutions/solution"):
        tag, source = element.get("tag") or "", element.find("source")
        path = (source.get("path") if source is not None else "") or ""
        language = language_of((source.get("type") if source is not None else "") or "", path)
        fault = "" if language else "its language is not known here"
        text = ""
        if tag not in TAGS:
            fault = f"nothing is expected of the tag {quote(tag)}"
        elif path not in files:
            fault = "it is not in the package"
        else:
            text = as_text(files, path)
        found.append(PackageProgram(path, tag, language, text, TAGS.get(tag, frozenset(Verdict)), fault=fault))
    return tuple(found)


def _is_right(program: PackageProgram) -> bool:
    return program.expected == TAGS["main"]


def _column(programs: Sequence[PackageProgram]) -> dict[str, list[Any]]:
    return {"language": [each.language for each in programs], "solution": [each.source for each in programs]}


def _is_sample(test: Element) -> bool:
    return test.get("sample") == "true"


def _scoring(testset: Element, tests: Sequence[Element]) -> dict[str, Any] | None:
    if not any(float_of(test.get("points")) for test in tests):
        return None
    about = {each.get("name") or "": each for each in testset.findall("./groups/group")}
    counts = {True: 0, False: 0}
    groups: dict[str, list[tuple[str, float]]] = {}
    for test in tests:
        sample = _is_sample(test)
        ours = f"{'public' if sample else 'private'}/{counts[sample]}"
        counts[sample] += 1
        groups.setdefault(test.get("group") or "", []).append((ours, float_of(test.get("points"))))
    return {"groups": [_group(name, members, about.get(name)) for name, members in groups.items()]}


def _group(name: str, members: Sequence[tuple[str, float]], about: Element | None) -> Mapping[str, Any]:
    said = (about.get("points-policy") if about is not None else None) or "each-test"
    if said not in POLICIES:
        refuse(f"{MAIN}: groups/group@points-policy", f"{quote(said)} is not supported")
    points = [each for _, each in members]
    group: dict[str, Any] = {"name": name or "tests", "tests": [test for test, _ in members], "policy": POLICIES[said]}
    group |= {"test_points": points} if said == "each-test" else {"points": sum(points)}
    if about is not None:
        group["depends_on"] = [each.get("group") or "" for each in about.findall("./dependencies/dependency")]
    return group


def _statement(files: Files, root: Element) -> str:
    found = sorted(name for name in files if name.startswith("statements/") and name.endswith("/problem.tex"))
    chosen = next((name for name in found if "/english/" in name), found[0] if found else None)
    names = root.findall("./names/name")
    return as_text(files, chosen) if chosen else next((each.get("value") or "" for each in names), "")


def _need(element: Element, path: str) -> Element:
    found = element.find(path)
    if found is None:
        raise bad(f"{MAIN}: {element.tag}/{path}", "is missing")
    return found


def _number(element: Element, name: str) -> float:
    return float_of(_need(element, name).text)


def float_of(text: str | None) -> float:
    """A number of an attribute; 0 where there is none. Raises BadProblem."""
    if text is None or not text.strip():
        return 0.0
    if not re.fullmatch(r"\s*\d{1,15}(\.\d{1,9})?\s*", text):
        raise bad(MAIN, f"{quote(text)} is no number of 0 and above")
    return float(text)

"""Read the problems of files, whatever format they are in: the one door for all commands. Raises BadArgument only.

Packages are folders or zips (package_files.py). Rows: JSON lines, compressed with gzip or not; a `.json` file with one
row, a list of rows or a list of tests; Parquet. Which format one is in is found by looking (equijudge_core.formats).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge import rows
from equijudge.errors import BadArgument
from equijudge.package_files import is_package_folder, read_package_files
from equijudge.rows import Row
from equijudge.sets.sources import read_parquet
from equijudge_core.contracts.verify import Candidate
from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats import is_ours, read_row
from equijudge_core.formats.archive import Files
from equijudge_core.formats.package_formats import read_package
from equijudge_core.formats.packages import Package
from equijudge_core.formats.reading import Reading, ReadOptions
from equijudge_core.judging.problem import Problem
from equijudge_core.judging.row_reader import quote

PROBLEM_FILE = "problem.jsonl"
MOST_UNPACKED = 512 << 20  # bytes of packed tests in a file of one's own
APPS_FILES = {
    "question": "question.txt",
    "input_output": "input_output.json",
    "solutions": "solutions.json",
    "starter_code": "starter_code.py",
}
_FILE = re.compile(r"[./~].*|.*(/|\.(jsonl?|gz|parquet|zip|ya?ml|py|txt))", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refused:
    """A problem that asks for what cannot be done here: where it stands, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class PackageFiles:
    """What stands for the problem of a package: its files."""

    files: Files


@dataclass(frozen=True, slots=True)
class Submission:
    """What is to be judged: a problem as a row or a stored id, what to call it, and the candidates."""

    problem: Row | str
    title: str
    candidates: tuple[Candidate, ...]


def read_submission(target: str, programs: Sequence[Path], name: str | None, language: str | None = None) -> Submission:
    """Read what `equijudge verify` is given: a problem's file, or its stored id or name, and programs, or a directory
    with both; `name` chooses among several problems of a file. `language`: of all programs, else their endings tell
    it."""
    path = Path(target)
    if path.is_dir() and not is_package_folder(path):
        programs = [*rows.find_candidate_files(path), *programs]
        path = path / PROBLEM_FILE
    if not programs:
        raise BadArgument("no candidate: name programs after the problem, or give a directory")
    candidates = rows.read_candidates(programs, language)
    if not path.exists() and not _is_path(target):
        return Submission(target, target, candidates)
    problem = read_problem(path, name)
    return Submission(problem.without_solutions().to_row(), problem.name, candidates)


def _is_path(target: str) -> bool:
    """Whether it is meant as a file, be there one or not: a stored problem's name seldom looks like that."""
    return _FILE.fullmatch(target) is not None


def read_problem(path: Path, name: str | None) -> Problem:
    """Read the only problem of a file or a package, or the one with this name."""
    found = [each for each in read_values(path) if name is None or name_of(path, *each) == name]
    if len(found) == 1:
        return parse_problem(path, *found[0]).problem
    if name is not None:
        raise BadArgument(f"{path}: {len(found)} problems are named {name!r}, expected one")
    remedy = "choose one with --problem NAME" if found else "expected one row"
    raise BadArgument(f"{path}: {len(found)} problems; {remedy}")


def read_problems(path: Path) -> Iterator[Reading | Refused]:
    """Read the problems of a file, one after the other, or that of a package. Raises BadArgument for one with a
    fault."""
    for place, value in read_values(path):
        try:
            yield _parse(path, place, value)
        except UnsupportedProblem as error:
            yield Refused(place, _in_words(error))
        except BadProblem as error:
            raise _bad_row(place, value, error) from error


def read_values(path: Path) -> Iterator[tuple[str, Any]]:
    """Read what stands for a problem each, with its place in words: `FILE, line 3`."""
    if (files := read_package_files(path)) is not None:
        return iter([(str(path), PackageFiles(files))])
    if (path / APPS_FILES["input_output"]).is_file():
        return iter([(str(path), _row_of_apps(path))])
    if path.suffix == ".parquet":
        return ((f"{path}, row {number}", row) for number, row in enumerate(read_parquet(path), start=1))
    if path.name.removesuffix(".gz").endswith(".json"):
        return _values_of_json(path)
    return rows.parse_values(rows.read_lines(path), str(path))


def parse_problem(path: Path, place: str, value: Any) -> Reading:
    """Parse a value as a problem. Raises BadArgument with every fault that the service would find."""
    try:
        return _parse(path, place, value)
    except BadProblem as error:
        raise _bad_row(place, value, error) from error


def _options(path: Path, place: str) -> ReadOptions:
    """A problem without a name that is alone in its file is called as the file."""
    return ReadOptions(path.name.partition(".")[0] if place == str(path) else "", MOST_UNPACKED)


def read_package_at(path: Path) -> Package | None:
    """Read a package with its submissions; None where there is none. Raises BadArgument."""
    files = read_package_files(path)
    try:
        return None if files is None else read_package(files, package_name(path))
    except BadProblem as error:
        raise _bad_row(str(path), None, error) from error


def package_name(path: Path) -> str:
    """What a package is called: as its folder, or its zip."""
    return path.resolve().name.removesuffix(".zip")


def _parse(path: Path, place: str, value: Any) -> Reading:
    if isinstance(value, PackageFiles):
        return read_package(value.files, package_name(path)).reading
    return read_row(value, _options(path, place))


def _in_words(error: BadProblem) -> str:
    return "; ".join(f"{each.field}: {each.problem}" for each in error.errors)


def name_of(path: Path, place: str, value: Any) -> str | None:
    """What a row's problem will be called, be the rest of it right or not; None for one that cannot be read."""
    if isinstance(value, dict) and is_ours(value):
        return value["name"] if isinstance(value.get("name"), str) else None
    try:
        return _parse(path, place, value).problem.name
    except BadProblem:
        return None


def _row_of_apps(folder: Path) -> dict[str, Any]:
    """The row of a problem of APPS as it was first published: a folder with a file for a column."""
    files = {column: folder / name for column, name in APPS_FILES.items()}
    found = {column: rows.read_text(path) for column, path in files.items() if path.is_file()}
    return {"question": "", **found, "id": folder.resolve().name}


def _values_of_json(path: Path) -> Iterator[tuple[str, Any]]:
    """The rows of a file that is one JSON value; of one with a row a line all the same those."""
    data = b"".join(rows.read_lines(path))
    try:
        found = rows.parse_value(str(path), rows.decode(str(path), data.removeprefix(b"\xef\xbb\xbf")))
    except BadArgument:
        yield from rows.parse_values(data.splitlines(), str(path))
        return
    if not isinstance(found, list) or _is_tests(found):
        yield str(path), found
        return
    yield from ((f"{path}, row {number}", row) for number, row in enumerate(found, start=1))


def _is_tests(values: list[Any]) -> bool:
    """Whether a list is the tests of one problem."""
    return any(isinstance(each, dict) and "input" in each and "output" in each for each in values[:1])


def _bad_row(place: str, value: Any, error: BadProblem) -> BadArgument:
    faults = "\n".join(
        f"  {fault.field}: {fault.problem}" + (f" ({fault.limit})" if fault.limit else "") for fault in error.errors
    )
    named = f", problem {quote(value.get('name'))}" if isinstance(value, dict) and "name" in value else ""
    return BadArgument(f"{place}{named}:\n{faults}")

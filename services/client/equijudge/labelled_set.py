"""Read a labelled data set: problems.jsonl, and labels.jsonl with the verdict each program must get.

Programs that are not in the problems' rows, since the data set knows no such language, may be in languages.jsonl, each
with its label and its source. Any file may be compressed with gzip, and is then called problems.jsonl.gz, for instance.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from equijudge.errors import BadArgument
from equijudge.problem_files import parse_problem, read_values
from equijudge.rows import Row, read_rows
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate
from equijudge_core.judging.problem import Problem, Solution


class Label(BaseModel):
    """One line of labels.jsonl or languages.jsonl: which program, what it is, what it must get."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    problem: str
    list: str
    index: int
    expected: Verdict
    sha256: str
    language: str = "python3"
    algorithm: str = ""
    reason: str = ""
    points: float | None = None  # of a problem that gives some
    refused_by: tuple[str, ...] = ()  # Pythons ("3.12") that by themselves do not run it to its end


@dataclass(frozen=True, slots=True)
class LabelledProgram:
    """A program and its label."""

    label: Label
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class LabelledProblem:
    """A problem and its labelled programs. `others`: those of languages.jsonl."""

    problem: Problem
    programs: tuple[LabelledProgram, ...]
    others: tuple[LabelledProgram, ...] = ()


def read(folder: Path) -> list[LabelledProblem]:
    """Read the problems of a folder with their programs. Raises BadArgument."""
    problems = _read_problems(_find_file(folder, "problems.jsonl"))
    grouped: dict[str, list[LabelledProgram]] = {name: [] for name in problems}
    path = _find_file(folder, "labels.jsonl")
    for row in read_rows(path):
        label = _parse_label(path, row)
        program = _check_label(path, label, problems)
        grouped[label.problem].append(program)
    others = _read_others(folder, problems)
    return [
        LabelledProblem(problems[name], tuple(programs), tuple(others[name]))
        for name, programs in grouped.items()
        if programs
    ]


def find(named: Path | None) -> Path:
    """Find the folder: the named one, else ./data/handbook, else the checkout's. Raises BadArgument."""
    checkout = Path(__file__).resolve().parents[3]
    places = [named] if named else [Path("data/handbook"), checkout / "data" / "handbook"]
    for place in places:
        if all(_find_file(place, name).is_file() for name in ("problems.jsonl", "labels.jsonl")):
            return place
    tried = ", ".join(str(place) for place in places)
    raise BadArgument(f"no problems.jsonl and labels.jsonl in {tried}; name their folder with --data")


def _find_file(folder: Path, name: str) -> Path:
    """The file of this name, or else the compressed one, whether or not that exists."""
    plain = folder / name
    return plain if plain.is_file() else folder / f"{name}.gz"


def _read_problems(path: Path) -> Mapping[str, Problem]:
    problems = [parse_problem(path, *each).problem for each in read_values(path)]
    return {problem.name: problem for problem in problems}


def _read_others(folder: Path, problems: Mapping[str, Problem]) -> Mapping[str, list[LabelledProgram]]:
    """The programs of languages.jsonl by problem; none where there is no such file."""
    path = _find_file(folder, "languages.jsonl")
    grouped: dict[str, list[LabelledProgram]] = {name: [] for name in problems}
    for row in read_rows(path) if path.is_file() else ():
        label = _parse_label(path, row)
        name = f"{label.problem} {label.language} {label.list}[{label.index}]"
        if label.problem not in problems:
            raise BadArgument(f"{path}: {name} is of a problem that is not in problems.jsonl")
        program = _check_source(path, label, name, str(row.get("source", "")), label.language)
        grouped[label.problem].append(program)
    return grouped


def _parse_label(path: Path, row: Row) -> Label:
    try:
        return Label.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise BadArgument(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']} in {row}") from error


def _check_label(path: Path, label: Label, problems: Mapping[str, Problem]) -> LabelledProgram:
    name = f"{label.problem} {label.list}[{label.index}]"
    solution = _find_program(problems.get(label.problem), label)
    if solution is None:
        raise BadArgument(f"{path}: there is no program {name} in problems.jsonl")
    return _check_source(path, label, name, solution.source, solution.language)


def _check_source(path: Path, label: Label, name: str, source: str, language: str) -> LabelledProgram:
    if hashlib.sha256(source.encode()).hexdigest() != label.sha256:
        raise BadArgument(f"{path}: {name} is not the program that was labelled: its sha256 differs")
    return LabelledProgram(label, Candidate(source=source, language=language, id=name))


def _find_program(problem: Problem | None, label: Label) -> Solution | None:
    if problem is None:
        return None
    lists: Mapping[str, Iterable[Solution]] = {
        "solutions": problem.solutions,
        "incorrect_solutions": problem.incorrect_solutions,
    }
    programs = tuple(lists.get(label.list, ()))
    return programs[label.index] if 0 <= label.index < len(programs) else None

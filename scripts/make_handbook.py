"""Builds data/handbook from the folders in data/handbook/problems: `make_handbook.py [--check]`.

problems.jsonl: one row per problem, in the schema of the data set deepmind/code_contests. labels.jsonl:
one line per program, what it is and which verdict it must get. A solution's file is <family>.py or
<family>__<variant>.py: the family is its algorithm, a variant the same algorithm written in another way.
Expected outputs come from the problem's reference solution; every other solution, and every program in
other_hands, must agree with it on every test, or nothing is written. Deterministic: the tests' generators are
seeded with the problem's name, programs come in order of name.
--check writes nothing. Exit status: 0 fine; 1 solutions disagree, or the files are not up to date.

Runs the handbook's own programs directly, without a sandbox; they were written for this project.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import runpy
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

HANDBOOK = Path(__file__).resolve().parent.parent / "data" / "handbook"
TEST_SETS = ("public", "private", "generated")
PYTHON3 = 3  # the data set's number of the language
UNKNOWN_SOURCE = 0
DIFFICULTIES = ("UNKNOWN_DIFFICULTY", "EASY", "MEDIUM", "HARD", "HARDER", "HARDEST")
RUN_TIMEOUT_S = 60
# Nothing of the caller's environment reaches a program; a fixed hash seed and one thread, as in a cell.
ENVIRONMENT = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}


class Disagreement(Exception):
    """A correct solution failed or gave another answer than the reference."""


@dataclass(frozen=True)
class Program:
    """One file. `name` is its stem: an algorithm and perhaps a variant, or a verdict and the reason for it."""

    name: str
    path: Path

    @property
    def family(self) -> str:
        return self.name.partition("__")[0]

    @property
    def source(self) -> str:
        return self.path.read_text("utf-8")


@dataclass(frozen=True)
class Folder:
    """A problem as it lies on the disk, its tests generated. `tests` holds inputs by test set."""

    settings: Mapping[str, Any]
    description: str
    tests: Mapping[str, list[str]]
    solutions: tuple[Program, ...]
    other_hands: tuple[Program, ...]
    incorrect: tuple[Program, ...]

    @property
    def name(self) -> str:
        return str(self.settings["name"])

    @property
    def reference(self) -> Program:
        return next(program for program in self.solutions if program.name == self.settings["reference"])


def load(folder: Path) -> Folder:
    """Reads one problem's folder and generates its inputs."""
    settings = tomllib.loads((folder / "problem.toml").read_text("utf-8"))
    generate = runpy.run_path(str(folder / "tests.py"))["cases"]
    return Folder(
        settings=settings,
        description=(folder / "statement.md").read_text("utf-8"),
        tests=generate(random.Random(settings["name"])),
        solutions=programs(folder / "solutions"),
        other_hands=programs(folder / "other_hands"),
        incorrect=programs(folder / "incorrect"),
    )


def programs(folder: Path) -> tuple[Program, ...]:
    return tuple(Program(path.stem, path) for path in sorted(folder.glob("*.py")))


def answer(problem: Folder, program: Program, text: str) -> str:
    """What the program prints (or writes to the output file) for one input. Raises Disagreement."""
    input_file, output_file = problem.settings["input_file"], problem.settings["output_file"]
    with tempfile.TemporaryDirectory() as folder:
        if input_file:
            Path(folder, input_file).write_text(text, "utf-8")
        printed = run(program, "" if input_file else text, folder)
        return Path(folder, output_file).read_text("utf-8") if output_file else printed


def run(program: Program, text: str, folder: str) -> str:
    command = [sys.executable, str(program.path)]
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, text=True, cwd=folder, env=ENVIRONMENT, timeout=RUN_TIMEOUT_S
        )
    except subprocess.TimeoutExpired as error:
        raise Disagreement(f"{program.path}: still running after {RUN_TIMEOUT_S} s") from error
    if done.returncode != 0:
        raise Disagreement(f"{program.path}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


def same(expected: str, got: str, tolerance: float) -> bool:
    """Token by token; with a tolerance above 0 every token is a number and may differ by that much."""
    pairs = zip_longest(expected.split(), got.split())
    if tolerance:
        return all(a and b and abs(float(a) - float(b)) <= tolerance for a, b in pairs)
    return all(a == b for a, b in pairs)


def outputs(problem: Folder) -> dict[str, list[str]]:
    """The reference's answers by test set, after every other right program has confirmed them."""
    expected = {name: [answer(problem, problem.reference, t) for t in problem.tests[name]] for name in TEST_SETS}
    others = [one for one in (*problem.solutions, *problem.other_hands) if one != problem.reference]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda program: confirm(problem, program, expected), others))
    return expected


def confirm(problem: Folder, program: Program, expected: Mapping[str, list[str]]) -> None:
    tolerance = problem.settings.get("float_tolerance", 0.0)
    for name in TEST_SETS:
        for number, (text, right) in enumerate(zip(problem.tests[name], expected[name], strict=True)):
            got = answer(problem, program, text)
            if not same(right, got, tolerance):
                raise Disagreement(f"{program.path}: {name}/{number}: {got[:60]!r}, expected {right[:60]!r}")


def row(problem: Folder) -> dict[str, Any]:
    """The problem as a row of the data set; needs all solutions to agree."""
    settings, answers = problem.settings, outputs(problem)
    nanos = round(settings["time_limit_s"] * 10**9)
    return {
        "name": problem.name,
        "description": problem.description,
        **{f"{name}_tests": {"input": problem.tests[name], "output": answers[name]} for name in TEST_SETS},
        "source": UNKNOWN_SOURCE,
        "difficulty": DIFFICULTIES.index(settings["difficulty"]),
        "solutions": columns(problem.solutions),
        "incorrect_solutions": columns(problem.incorrect),
        "cf_contest_id": 0,
        "cf_index": "",
        "cf_points": 0.0,
        "cf_rating": 0,
        "cf_tags": [],
        "is_description_translated": False,
        "untranslated_description": "",
        "time_limit": {"seconds": nanos // 10**9, "nanos": nanos % 10**9},
        "memory_limit_bytes": settings["memory_limit_bytes"],
        "input_file": settings["input_file"],
        "output_file": settings["output_file"],
    }


def columns(found: tuple[Program, ...]) -> dict[str, list[Any]]:
    return {"language": [PYTHON3] * len(found), "solution": [program.source for program in found]}


def labels(number: int, problem: Folder) -> Iterator[dict[str, Any]]:
    """One label per program, in the order of the row's lists; `number` is the row's, from 0."""
    for index, program in enumerate(problem.solutions):
        yield (
            label(number, problem, "solutions", index, program)
            | {
                "expected": "AC",
                "algorithm": program.name,
                "family": program.family,
            }
            | refusals(problem, program)
        )
    for index, program in enumerate(problem.incorrect):
        verdict, _, reason = program.name.partition("_")
        yield label(number, problem, "incorrect_solutions", index, program) | {
            "expected": verdict,
            "reason": reason,
        }


def refusals(problem: Folder, program: Program) -> dict[str, Any]:
    """The Pythons that do not run a right program to its end, by `[refused_by]` of problem.toml."""
    found = problem.settings.get("refused_by", {}).get(program.name)
    return {"refused_by": found} if found else {}


def label(number: int, problem: Folder, column: str, index: int, program: Program) -> dict[str, Any]:
    return {
        "problem": problem.name,
        "held_back": problem.settings["held_back"],
        "row": number,
        "list": column,
        "index": index,
        "language": "python3",
        "sha256": hashlib.sha256(program.source.encode()).hexdigest(),
    }


def build() -> dict[Path, str]:
    """The content of every file that is made. Raises Disagreement."""
    rows: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    for number, folder in enumerate(sorted(path.parent for path in HANDBOOK.glob("problems/*/problem.toml"))):
        problem = load(folder)
        tests = sum(map(len, problem.tests.values()))
        print(f"{problem.name}: {len(problem.solutions)} solutions, {tests} tests", file=sys.stderr)
        rows.append(row(problem))
        lines.extend(labels(number, problem))
    return {HANDBOOK / "problems.jsonl": json_lines(rows), HANDBOOK / "labels.jsonl": json_lines(lines)}


def json_lines(values: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def stale(files: Mapping[Path, str]) -> list[Path]:
    return [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]


def write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        path.write_text(text, "utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        print(f"{path.name}: {text.count(chr(10))} lines, {len(text.encode())} bytes, sha256 {digest}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Build data/handbook from data/handbook/problems.")
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the files are up to date")
    arguments = parser.parse_args()
    try:
        files = build()
    except Disagreement as error:
        print(error, file=sys.stderr)
        return 1
    if not arguments.check:
        write(files)
        return 0
    for path in stale(files):
        print(f"{path} is not what this script builds; run it without --check", file=sys.stderr)
    return 1 if stale(files) else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())

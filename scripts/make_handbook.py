"""Builds the data sets of the handbook from its chapters: `make_handbook.py [--check]`.

There are two, of the same files: that of data/handbook, and in its folder `checked` that of the problems whose answer
is not one text: they bring a checker or an interactor, or give points. problems.jsonl.gz: one row per problem, in the
schema of the data set deepmind/code_contests. labels.jsonl.gz: one line per Python program, what it is and which
verdict it must get. languages.jsonl.gz: the programs in other languages, one a line, each with its label and its
source. A right program is called <family> or <family>__<variant>: the family is its algorithm, a variant the same
algorithm written in another way.

Expected outputs come from the problem's reference solution; every other right program, those by another hand too,
must agree with it on every test, and the examples must be the public tests, or nothing is written. Deterministic: the
tests' generators are seeded with the problem's name, problems come in order of name, programs in that of the chapter.
The tests of a problem with a checker have a function `is_right(given, printed)` beside the generator, which judges
without the checker: there it is asked, of every right program's output, whether all agree. Those of a problem with an
interactor, or with a validator that has programs run several times, have `answer(given)`, which gives what is stored;
a program of such a problem is not run.
--check writes nothing. Exit status: 0 fine; 1 programs disagree, or the files are not up to date.

Runs the handbook's own Python programs directly, without a sandbox; they were written for this project. Those in other
languages are not run: a machine may have no compiler. The tests judge all of them in cells.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for the next import, when run by its path

from scripts import chapters
from scripts.chapters import Chapter, Example, Program

HANDBOOK = Path(__file__).resolve().parents[1] / "data" / "handbook"
PROGRAM = "program.py"
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
class Problem:
    """A chapter with its settings read and its tests generated. `tests` holds inputs by test set. is_right, answer: see
    the module; None where the tests have no such function."""

    name: str
    chapter: Chapter
    settings: Mapping[str, Any]
    tests: Mapping[str, list[str]]
    is_right: Callable[[str, str], bool] | None = None
    answer: Callable[[str], str] | None = None

    @property
    def reference(self) -> Program:
        return next(program for program in self.chapter.right if program.name == self.settings["reference"])


def read_problem(path: Path) -> Problem:
    """Read one chapter and generate its inputs."""
    chapter = chapters.read(path.read_bytes().decode())
    namespace: dict[str, Any] = {}
    exec(compile(chapter.tests, f"{path}, tests", "exec"), namespace)
    tests = namespace["cases"](random.Random(path.stem))
    return Problem(
        path.stem,
        chapter,
        tomllib.loads(chapter.settings),
        tests,
        namespace.get("is_right"),
        namespace.get("answer"),
    )


def answer(problem: Problem, program: Program, text: str) -> str:
    """What the program prints (or writes to the output file) for one input. Raises Disagreement."""
    input_file, output_file = problem.settings["input_file"], problem.settings["output_file"]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, PROGRAM).write_text(program.source, "utf-8")
        if input_file:
            Path(folder, input_file).write_text(text, "utf-8")
        printed = run(problem, program, "" if input_file else text, folder)
        return Path(folder, output_file).read_text("utf-8") if output_file else printed


def run(problem: Problem, program: Program, text: str, folder: str) -> str:
    command = [sys.executable, PROGRAM]
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, text=True, cwd=folder, env=ENVIRONMENT, timeout=RUN_TIMEOUT_S
        )
    except subprocess.TimeoutExpired as error:
        raise Disagreement(f"{title(problem, program)}: still running after {RUN_TIMEOUT_S} s") from error
    if done.returncode != 0:
        raise Disagreement(f"{title(problem, program)}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


def title(problem: Problem, program: Program) -> str:
    """A program as a message names it."""
    hand = ", by another hand" if program.is_by_another_hand else ""
    return f"{problem.name}: {program.name}{hand}"


def is_same(expected: str, got: str, tolerance: float) -> bool:
    """Token by token; with a tolerance above 0 every token is a number and may differ by that much."""
    pairs = zip_longest(expected.split(), got.split())
    if tolerance:
        return all(a and b and abs(float(a) - float(b)) <= tolerance for a, b in pairs)
    return all(a == b for a, b in pairs)


def outputs(problem: Problem) -> dict[str, list[str]]:
    """The reference's answers by test set, after every other right program has confirmed them; to an interactor's
    problem those that its tests give."""
    expected = {name: [stored_answer(problem, text) for text in problem.tests[name]] for name in TEST_SETS}
    if list(map(Example, problem.tests["public"], expected["public"])) != list(problem.chapter.examples):
        raise Disagreement(f"{problem.name}: the examples are not the public tests and their answers")
    if problem.answer is not None:
        return expected
    others = [one for one in (*problem.chapter.right, *problem.chapter.by_another_hand) if one != problem.reference]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda program: confirm(problem, program, expected), others))
    return expected


def stored_answer(problem: Problem, text: str) -> str:
    """What the problem stores as the answer to one input. Raises Disagreement."""
    if problem.answer is not None:
        return problem.answer(text)
    found = answer(problem, problem.reference, text)
    if problem.is_right and not problem.is_right(text, found):
        raise Disagreement(f"{title(problem, problem.reference)}: {found[:60]!r} is no answer to {text[:60]!r}")
    return found


def confirm(problem: Problem, program: Program, expected: Mapping[str, list[str]]) -> None:
    tolerance = problem.settings.get("float_tolerance", 0.0)
    for name in TEST_SETS:
        for number, (text, right) in enumerate(zip(problem.tests[name], expected[name], strict=True)):
            got = answer(problem, program, text)
            fits = problem.is_right(text, got) if problem.is_right else is_same(right, got, tolerance)
            if not fits:
                raise Disagreement(f"{title(problem, program)}: {name}/{number}: {got[:60]!r}, expected {right[:60]!r}")


def row(problem: Problem) -> dict[str, Any]:
    """The problem as a row of the data set; needs all solutions to agree."""
    settings, answers = problem.settings, outputs(problem)
    nanos = round(settings["time_limit_s"] * 10**9)
    return {
        "name": problem.name,
        "description": problem.chapter.statement,
        **{f"{name}_tests": {"input": problem.tests[name], "output": answers[name]} for name in TEST_SETS},
        "source": UNKNOWN_SOURCE,
        "difficulty": DIFFICULTIES.index(settings["difficulty"]),
        "solutions": columns(problem.chapter.right),
        "incorrect_solutions": columns(problem.chapter.wrong),
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
        **authorities(problem),
    }


def authorities(problem: Problem) -> dict[str, Any]:
    """The columns for what decides beside a comparison; settings of theirs are in tables of the same names."""
    found = {"checker": problem.chapter.checker, "interactor": problem.chapter.interactor}
    columns = {
        column: {
            "protocol": one.program.name,
            "language": one.program.language,
            "source": one.program.source,
            **problem.settings.get(column, {}),
        }
        for column, one in found.items()
        if one
    }
    return columns | ({"scoring": problem.settings["scoring"]} if "scoring" in problem.settings else {})


def columns(found: Sequence[Program]) -> dict[str, list[Any]]:
    return {"language": [PYTHON3] * len(found), "solution": [program.source for program in found]}


def labels(number: int, problem: Problem) -> Iterator[dict[str, Any]]:
    """One label per Python program, in the order of the row's lists; `number` is the row's, from 0."""
    for index, program in enumerate(problem.chapter.right):
        yield (
            label(number, problem, "solutions", index, program) | meaning(problem, program) | refusals(problem, program)
        )
    for index, program in enumerate(problem.chapter.wrong):
        yield label(number, problem, "incorrect_solutions", index, program) | defect(program)


def other_languages(problem: Problem) -> Iterator[dict[str, Any]]:
    """One line per program in another language than Python, the right ones first, in the order of the chapter."""
    seen: Counter[tuple[str, str]] = Counter()
    for column, programs in (
        ("solutions", problem.chapter.all_right),
        ("incorrect_solutions", problem.chapter.all_wrong),
    ):
        for program in programs:
            if program.language != chapters.PYTHON:
                yield {
                    "problem": problem.name,
                    "list": column,
                    "index": seen[column, program.language],
                    "language": program.language,
                    "sha256": hashlib.sha256(program.source.encode()).hexdigest(),
                    **(meaning(problem, program) if column == "solutions" else defect(program)),
                    "source": program.source,
                }
                seen[column, program.language] += 1


def meaning(problem: Problem, program: Program) -> dict[str, Any]:
    """What a right program is labelled with; where the problem gives points, with all of them."""
    label = {"expected": "AC", "algorithm": program.name, "family": program.name.partition("__")[0]}
    scoring = problem.settings.get("scoring")
    return label | ({"points": sum(group["points"] for group in scoring["groups"])} if scoring else {})


def defect(program: Program) -> dict[str, Any]:
    """What a wrong program is labelled with."""
    verdict, _, reason = program.name.partition("_")
    points = {"points": float(program.points)} if program.points else {}
    return {"expected": verdict, "reason": reason, **points}


def refusals(problem: Problem, program: Program) -> dict[str, Any]:
    """The Pythons that do not run a right program to its end, by `[refused_by]` of the settings."""
    found = problem.settings.get("refused_by", {}).get(program.name)
    return {"refused_by": found} if found else {}


def label(number: int, problem: Problem, column: str, index: int, program: Program) -> dict[str, Any]:
    return {
        "problem": problem.name,
        "held_back": problem.settings.get("held_back", False),
        "row": number,
        "list": column,
        "index": index,
        "language": "python3",
        "sha256": hashlib.sha256(program.source.encode()).hexdigest(),
    }


def build() -> dict[Path, str]:
    """The content of every file that is made. Raises Disagreement."""
    return build_set(HANDBOOK) | build_set(HANDBOOK / "checked")


def build_set(folder: Path) -> dict[Path, str]:
    """The content of the files of one set, whose chapters lie in the folder. Raises Disagreement."""
    rows: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for number, path in enumerate(sorted((folder / "chapters").glob("*.md"))):
        problem = read_problem(path)
        tests = sum(map(len, problem.tests.values()))
        print(f"{problem.name}: {len(problem.chapter.right)} solutions, {tests} tests", file=sys.stderr)
        rows.append(row(problem))
        lines.extend(labels(number, problem))
        others.extend(other_languages(problem))
    return {
        folder / "problems.jsonl.gz": json_lines(rows),
        folder / "labels.jsonl.gz": json_lines(lines),
        folder / "languages.jsonl.gz": json_lines(others),
    }


def json_lines(values: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def find_stale(files: Mapping[Path, str]) -> list[Path]:
    """The files that are missing or say something else. Their text counts, since zlibs compress differently."""
    return [
        path for path, text in files.items() if not path.exists() or gzip.decompress(path.read_bytes()).decode() != text
    ]


def write(files: Mapping[Path, str]) -> None:
    """Write the files, and print what data/README.md says of each: lines, bytes and sum of its text."""
    for path, text in files.items():
        path.write_bytes(gzip.compress(text.encode(), mtime=0))
        digest = hashlib.sha256(text.encode()).hexdigest()
        name, lines = path.relative_to(HANDBOOK.parent), text.count("\n")
        print(f"{name}: {lines} lines, {len(text.encode()):,} bytes, sha256 {digest}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Build data/handbook from its chapters.")
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
    stale = find_stale(files)
    for path in stale:
        print(f"{path} is not what this script builds; run it without --check", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())

"""What a checker costs a test: in a cell of its own, warm, against the same checker started without any.

Both sides have the same files and the same output to rule on, which is new for every test: the bare machine writes it
into a file and starts the checker on it, Python as the interpreter itself, C++ as the binary that the table's own
command makes.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.cell import OTHER, p50_ms
from bench.figures import Figure, paired
from bench.languages import make_new, run_bare, sandboxes
from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.checker_runs import Role
from equijudge_core.judging.dmoj_python import NO_CACHE
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test
from equijudge_sandbox.headers import load_headers
from equijudge_sandbox.languages import TOOLCHAINS
from equijudge_sandbox.toolchains import header_command
from equijudge_verifier.judge.checker_cells import CheckerCells

TIMES, COMPILATIONS = 40, 3
NUMBERS = 200
NEW = itertools.count()  # of outputs and sources that were never seen

# Print the numbers of the input in another order.
SCRIPT = """import sys
given, said = (sorted(map(int, open(name).read().split())) for name in (sys.argv[1], sys.argv[3]))
print(int(given == said))
"""
FUNCTION = """from dmoj.result import CheckerResult


def check(process_output, judge_output, judge_input, **kwargs):
    given, said = (sorted(map(int, data.split())) for data in (judge_input, process_output))
    return CheckerResult(given == said, 100 * (given == said))
"""
SOURCE = """#include "testlib.h"
#include <algorithm>
#include <vector>

std::vector<int> numbers(InStream &stream) {
    std::vector<int> all;
    while (!stream.seekEof()) all.push_back(stream.readInt());
    std::sort(all.begin(), all.end());
    return all;
}

int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    std::vector<int> given = numbers(inf), said = numbers(ouf);
    if (given != said) quitf(_wa, "other numbers");
    quitf(_ok, "%d numbers", int(said.size()));
}
"""
TESTLIB = OwnChecker(protocol=CheckerProtocol.TESTLIB, language="cpp17", source=SOURCE)
CHECKERS = {
    "Python script": OwnChecker(protocol=CheckerProtocol.SCRIPT, language="python3", source=SCRIPT),
    "DMOJ's in Python": OwnChecker(protocol=CheckerProtocol.DMOJ_PYTHON, language="python3", source=FUNCTION),
    "testlib's in C++": TESTLIB,
}
WANTED = {"Python script": "<= 0.5", "DMOJ's in Python": "<= 0.5", "testlib's in C++": "<= 2"}


@dataclass(frozen=True, slots=True)
class Bare:
    """A checker on the bare machine: its files, and what starts it there."""

    folder: Path
    command: tuple[str, ...]

    def check(self) -> None:
        """Rule on a new output, as a judge without cells does."""
        (self.folder / Role.OUTPUT).write_bytes(new_output())
        run_bare(self.folder, *self.command)


def figures() -> list[Figure]:
    """Local cells; docker's too where the image with languages is."""
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = {each: make_bare(folder / own.protocol, own) for each, own in CHECKERS.items()}
        for driver, sandbox in sandboxes(folder):
            cells = CheckerCells(lambda found=sandbox: found, LANGUAGES)  # type: ignore[misc]
            try:
                found += [*checks(driver, cells, bare), in_turn(driver, cells)]
                found.append(compilation(driver, cells, bare["testlib's in C++"]))
            finally:
                cells.close()
    return found


def checks(driver: str, cells: CheckerCells, bare: dict[str, Bare]) -> Iterator[Figure]:
    """Output after output of one problem: its checker is warm."""
    for name, own in CHECKERS.items():
        other = bare[name]
        yield paired(
            f"one check, {name}, {driver}",
            partial(p50_ms, partial(check, cells, own), TIMES),
            partial(p50_ms, other.check, TIMES),
            "ms",
            f"{NUMBERS} numbers, against {' '.join(Path(word).name for word in other.command)}",
            WANTED[name],
        )


def in_turn(driver: str, cells: CheckerCells) -> Figure:
    """Two problems' outputs, one of each and so on: both checkers keep their cells."""
    one, other = CHECKERS["Python script"], CHECKERS["testlib's in C++"]

    def take_turns() -> None:
        check(cells, one)
        check(cells, other)

    def stay() -> float:
        return p50_ms(partial(check, cells, one), TIMES) + p50_ms(partial(check, cells, other), TIMES)

    return paired(
        f"two problems' checks in turn, {driver}",
        partial(p50_ms, take_turns, TIMES),
        stay,
        "ms",
        "a script's and testlib's, against each by itself",
        "<= 1.5",
    )


def compilation(driver: str, cells: CheckerCells, bare: Bare) -> Figure:
    """A checker that was never seen, until it has ruled on one output."""

    def check_new() -> None:
        check(cells, TESTLIB.model_copy(update={"source": make_new(TESTLIB.source)}))

    def check_new_bare() -> None:
        (bare.folder / "main.cpp").write_text(make_new(TESTLIB.source))
        run_bare(bare.folder, "g++", "-O2", "main.cpp", "-o", "program")
        bare.check()

    return paired(
        f"a new checker's first check, {driver}",
        partial(p50_ms, check_new, COMPILATIONS),
        partial(p50_ms, check_new_bare, COMPILATIONS),
        "ms",
        "testlib's in C++, against g++ -O2 main.cpp",
    )


def make_bare(folder: Path, own: OwnChecker) -> Bare:
    """Lay a checker's files into a folder, those of one test beside it, and compile it by the table's own command."""
    rules = PROTOCOLS[own.protocol]
    headers = ((name, load_headers().contents[name]) for name in rules.headers)
    files = (*rules.placed, *headers, (Role.INPUT, TEST.input), (Role.ANSWER, TEST.output))
    for name, data in files:
        if not name.endswith(NO_CACHE):  # here Python may keep what it compiles
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    if own.language == "python3":
        (folder / "main.py").write_text(own.source + rules.epilogue)
        return Bare(folder, (OTHER, "main.py", *rules.arguments))
    (folder / "main.cpp").write_text(own.source)
    run_bare(folder, *header_command(TOOLCHAINS[own.language]), "main.cpp", "-o", "program")
    return Bare(folder, (str(folder / "program"), *rules.arguments))


def check(cells: CheckerCells, own: OwnChecker) -> None:
    """Have a checker rule on a new output, which is right."""
    result = cells.bind(own)(TEST).check(TEST.output, new_output())
    assert result.ok, result


def new_output() -> bytes:
    """The numbers of the test, from another one on."""
    start = next(NEW) % NUMBERS
    return print_numbers([*range(start, NUMBERS), *range(start)])


def print_numbers(numbers: Sequence[int]) -> bytes:
    """As a program prints them."""
    return " ".join(map(str, numbers)).encode() + b"\n"


TEST = Test("public/0", print_numbers(range(NUMBERS)), print_numbers(range(NUMBERS)))

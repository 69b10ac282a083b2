"""A question and its answer between two programs: each in a cell of its own, joined by the driver, against the same two
as processes joined by two pipes, without limits and with nobody between them.

One-line questions, one after the other, each waiting for the answer. What starting and ending cost is taken off: from
the time of many rounds that of a conversation of one.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.cell import OTHER, seconds_a_test
from bench.figures import Figure, paired
from bench.languages import is_there, run_bare, sandboxes
from equijudge_sandbox.conversation import converse
from equijudge_sandbox.drivers.base import Run, Sandbox
from equijudge_sandbox.languages import TOOLCHAINS
from equijudge_sandbox.outcome import Limits, Program
from equijudge_sandbox.protocol import pack_input
from equijudge_sandbox.toolchains import header_command

ROUNDS = 1000
LIMITS = Limits(cpu_time_s=30.0, wall_time_s=120.0, memory_bytes=256 << 20)
IDLE_S = 5.0
ASK_PYTHON = """for number in range(int(open("rounds").read())):
    print(number, flush=True)
    assert int(input()) == number + 1
"""
ANSWER_PYTHON = """import sys
for line in sys.stdin:
    print(int(line) + 1, flush=True)
"""
ASK_CPP = """#include <cstdlib>
#include <fstream>
#include <iostream>
int main() {
    int rounds, said;
    std::ifstream("rounds") >> rounds;
    for (int number = 0; number < rounds; number++) {
        std::cout << number << std::endl;
        if (!(std::cin >> said) || said != number + 1) return 1;
    }
}
"""
ANSWER_CPP = """#include <iostream>
int main() {
    for (int number; std::cin >> number;) std::cout << number + 1 << std::endl;
}
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Who asks and who answers, in one language."""

    language: str
    asks: str
    answers: str


PAIRS = {"Python": Pair("python3", ASK_PYTHON, ANSWER_PYTHON), "C++": Pair("cpp17", ASK_CPP, ANSWER_CPP)}


def figures() -> list[Figure]:
    """Local cells; docker's too where the image with languages is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found: list[Figure] = []
        for driver, sandbox in sandboxes(folder):
            try:
                found += round_trips(driver, sandbox, folder)
            finally:
                sandbox.close()
    return found


def round_trips(driver: str, sandbox: Sandbox, folder: Path) -> Iterator[Figure]:
    """Of each pair of languages that are here."""
    for name, pair in PAIRS.items():
        if pair.language != "python3" and not is_there(sandbox, pair.language, "g++"):
            continue
        place = folder / driver / pair.language
        place.mkdir(parents=True)
        bare = [make_bare(place, pair.language, *each) for each in (("asks", pair.asks), ("answers", pair.answers))]
        answers = Program(pair.answers.encode(), pair.language)
        asks = Program(pair.asks.encode(), pair.language, brought=("rounds",))
        with sandbox.run(answers, LIMITS) as answering, sandbox.run(asks, LIMITS) as asking:
            yield paired(
                f"question and answer, {name}, {driver}",
                partial(microseconds_a_round, partial(talk_in_cells, answering, asking)),
                partial(microseconds_a_round, partial(talk_bare, place, bare)),
                "us",
                f"{ROUNDS} rounds of one line, against two processes joined by pipes",
            )


def microseconds_a_round(talk: Callable[[int], None]) -> float:
    """Of a conversation of ROUNDS, without what one of a single round takes."""
    one, all_of_them = (seconds_a_test(partial(talk, rounds), 1) for rounds in (1, ROUNDS + 1))
    return (all_of_them - one) / ROUNDS * 1e6


def talk_in_cells(answering: Run, asking: Run, rounds: int) -> None:
    """One conversation, after which both ended well."""
    found = converse(answering, asking, pack_input(b"", [b"%d" % rounds]), idle_s=IDLE_S)
    assert (found.candidate.exit_code, found.interactor.exit_code) == (0, 0), found


def make_bare(folder: Path, language: str, name: str, source: str) -> tuple[str, ...]:
    """The command of a program on the bare machine, compiled by the table's own command."""
    if language == "python3":
        (folder / f"{name}.py").write_text(source)
        return OTHER, f"{name}.py"
    (folder / f"{name}.cpp").write_text(source)
    run_bare(folder, *header_command(TOOLCHAINS[language]), f"{name}.cpp", "-o", name)
    return (str(folder / name),)


def talk_bare(folder: Path, commands: list[tuple[str, ...]], rounds: int) -> None:
    """The same by two processes, each at the other's end of two pipes."""
    (folder / "rounds").write_text(str(rounds))
    answers, questions = os.pipe(), os.pipe()
    ends = ((answers[0], questions[1]), (questions[0], answers[1]))
    started = [
        subprocess.Popen(command, stdin=stdin, stdout=stdout, cwd=folder)
        for command, (stdin, stdout) in zip(commands, ends, strict=True)
    ]
    for descriptor in (*answers, *questions):
        os.close(descriptor)
    assert [process.wait() for process in started] == [0, 0]

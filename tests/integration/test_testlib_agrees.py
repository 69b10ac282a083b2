"""testlib's standard checkers by name, and the same ones in C++ with our header, say the same of any text."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.judging.checkers import make_checker
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.headers import load_headers
from equijudge_sandbox.outcome import Limits, Program
from equijudge_sandbox.protocol import pack_input
from tests.cells import CACHE, MIB

SOURCE = (Path(__file__).parents[1] / "checkers" / "standard.cpp").read_bytes()
LIMITS = Limits(cpu_time_s=10.0, wall_time_s=30.0, memory_bytes=512 * MIB, output_bytes=MIB, compile_time_s=60.0)
NAMES = ("input", "output", "answer")
KINDS = ("wcmp", "lcmp", "fcmp", "icmp", "rcmp", "dcmp", "rcmp6", "rncmp")
RULINGS = {0: "right", 1: "wrong", 2: "wrong", 3: "fault"}
WORDS = [
    *(b"0", b"-0", b"1", b"+1", b"01", b"7", b"2.5", b".5", b"5.", b"1e3", b"1000", b"1e", b"1e+", b"1E-"),
    *(b"e1", b".e1", b"0x10", b"16", b"abc", b"\xff", b"."),
    *(b"1e400", b"1e301", b"2e301", b"1e299", b"-1e400", b"-1e301", b"nan", b"inf"),
    *(b"2147483647", b"2147483648", b"1.000001", b"1.0000011", b"1.0000015", b"1.0000016", b"1.00001", b"1.00002"),
]  # fmt: skip
GAPS = [b" ", b"\n", b"\t", b"\r\n", b"\r", b"\r\r\n", b"\v", b"\f", b"\n\n", b" \n", b"\r\r"]
TEXTS = 150


@pytest.fixture(scope="module")
def sandbox() -> Iterator[LocalSandbox]:
    made = LocalSandbox(LocalSettings(cache_dir=CACHE))
    yield made
    made.close()


def pairs(seed: int) -> list[tuple[bytes, bytes]]:
    """Answers, and outputs that are like them."""
    chance = random.Random(seed)
    found = []
    for _ in range(TEXTS):
        answer = [(chance.choice(WORDS), chance.choice(GAPS)) for _ in range(chance.randint(0, 3))]
        output = list(answer)
        match chance.randint(0, 4):
            case 1 if output:
                at = chance.randrange(len(output))
                output[at] = (chance.choice(WORDS), output[at][1])
            case 2:
                output = [(word, chance.choice(GAPS)) for word, _ in output]
            case 3:
                output = output[:-1]
            case 4:
                output.append((chance.choice(WORDS), chance.choice(GAPS)))
        texts = [b"".join(word + gap for word, gap in each) for each in (answer, output)]
        texts = [text + chance.choice([b"", b"", b"\n", b"\r"]) for text in texts]
        found.append((texts[0], chance.choice([b"", b"", b"", b"\xef\xbb\xbf"]) + texts[1]))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_both_say_the_same(sandbox: LocalSandbox, kind: str) -> None:
    headers = tuple(load_headers().contents.items())
    program = Program(SOURCE, "cpp17", arguments=(*NAMES, kind), files=headers, brought=NAMES)
    texts = pairs(KINDS.index(kind))
    with sandbox.run(program, LIMITS) as run:
        assert run.compile_outcome.ok, run.compile_outcome.message
        outcomes = list(run.outcomes([pack_input(b"", (b"", got, answer)) for answer, got in texts]))
    checker = make_checker(CheckerSpec.model_validate({"name": f"testlib.{kind}"}))
    said: Counter[str] = Counter()
    for (answer, got), outcome in zip(texts, outcomes, strict=True):
        result = checker.check(answer, got)
        ours = "fault" if result.fault else "right" if result.ok else "wrong"
        theirs = RULINGS[outcome.exit_code if outcome.exit_code is not None else -1]
        assert ours == theirs, (answer, got, outcome.stderr)
        said[ours] += 1
    assert min(said["right"], said["wrong"]) > 0, said

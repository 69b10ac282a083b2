"""No process that a test is forked from holds what an earlier test or candidate was given or made.

Markers are random and come in as input, so that no reader has one of its own; readers search all memory that they
have, freed memory too."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

import pytest

from equijudge_sandbox import protocol, runner
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Program
from equijudge_sandbox.pool import CellRun
from tests.adversarial.channels.cells import local_without
from tests.cells import MIB, read_output, run_all
from tests.mutations import NAMES_IN_PROCESS_1, NAMES_IN_THE_ZYGOTE, SHARED_FORKS, Changes

LIMITS = Limits(cpu_time_s=5.0, wall_time_s=20.0, memory_bytes=256 * MIB, output_bytes=16 * MIB)
LOOK = """
import re
def look():
    found = set()
    with open('/proc/self/mem', 'rb', 0) as memory, open('/proc/self/maps') as maps:
        for line in maps.read().splitlines():
            start, end = (int(part, 16) for part in line.split()[0].split('-'))
            if line.split()[1][0] != 'r' or end - start > 512 << 20 or '[v' in line:
                continue
            memory.seek(start)
            try:
                found |= set(re.findall(rb'M[A]RK-[a-z]+-[0-9a-f]{16}', memory.read(end - start)))
            except OSError:
                pass
    return sorted(found)
"""
LEAVE_IN_STREAMS = """
import os, sys
given = sys.stdin.readline().strip()
if given:
    own = given[-16:]
    print(('M' + 'ARK-output-' + own + ' ') * 200)
    print(('M' + 'ARK-stderr-' + own + ' ') * 100, file=sys.stderr)
    with open('/proc/self/comm', 'w') as comm:
        comm.write('M' + 'ARK-c-' + own[:6])
    raise type('M' + 'ARK_' + own, (Exception,), {})
"""
LEAVE_NAMES = """
import os, sys
given = sys.stdin.readline().strip()
if given:
    for number in range(200):
        place = f'/tmp/M' f'ARK-names-{given[-16:]}' + 'x' * 100 + str(number)
        os.mkdir(place)
        open(place + f'/M' f'ARK-inner-{given[-16:]}', 'w').close()
"""


def marker() -> bytes:
    return b"MARK-input-" + secrets.token_hex(8).encode()


def look_from_the_next_test(sandbox: Sandbox, leave: str) -> str:
    """What the third of three sees; the first leaves, and is sent out while the second runs."""
    *_, looked = run_all(sandbox, leave + LOOK + "print(look())", [marker(), b"", b""], LIMITS)
    assert looked.exit_code == 0, looked.stderr.decode()
    assert looked.output is not None
    return looked.output.decode()


def look_from_the_next_candidate(sandbox: Sandbox, leave: str) -> str:
    run_all(sandbox, leave, [marker()], LIMITS)
    return read_output(sandbox, LOOK + "print(look())")


@pytest.mark.parametrize("leave", [LEAVE_IN_STREAMS, LEAVE_NAMES], ids=["streams", "names"])
def test_a_test_has_no_byte_of_the_test_before_it_in_its_memory(sandbox: Sandbox, leave: str) -> None:
    assert look_from_the_next_test(sandbox, leave) == "[]\n"


@pytest.mark.parametrize("leave", [LEAVE_IN_STREAMS, LEAVE_NAMES], ids=["streams", "names"])
def test_a_candidate_has_no_byte_of_the_one_before_it_in_its_memory(sandbox: Sandbox, leave: str) -> None:
    assert look_from_the_next_candidate(sandbox, leave) == "[]\n"


def test_a_program_that_compiles_too_long_leaves_its_inputs_to_nobody(sandbox: Sandbox) -> None:
    """Process 1 speaks for it, and inputs that are on their way must be taken out of the pipe."""
    given = marker()
    slow = Limits(cpu_time_s=1.0, wall_time_s=2.0, memory_bytes=64 * MIB, compile_time_s=0.3)
    with sandbox.run(Program(b"x = 1\n" * 2_000_000), slow) as run:
        assert not run.compile_outcome.ok
        assert isinstance(run, CellRun)
        run.cell._send(protocol.pack(runner.TEST, given * 1000))
    assert read_output(sandbox, LOOK + "print(look())") == "[]\n"


def marks_in(text: str) -> set[str]:
    return set(re.findall(r"MARK-([a-z]+)-", text))


@pytest.mark.parametrize(
    ("wall", "leave", "marks"),
    [(SHARED_FORKS, LEAVE_IN_STREAMS, {"input", "stderr"}), (NAMES_IN_THE_ZYGOTE, LEAVE_NAMES, {"names", "inner"})],
    ids=["streams", "names"],
)
def test_control_the_next_test_finds_them(wall: Changes, leave: str, marks: set[str], tmp_path: Path) -> None:
    with local_without(wall, tmp_path) as weakened:
        assert marks_in(look_from_the_next_test(weakened, leave)) & marks


def test_control_the_next_candidate_finds_them(tmp_path: Path) -> None:
    with local_without(NAMES_IN_PROCESS_1, tmp_path) as weakened:
        assert marks_in(look_from_the_next_candidate(weakened, LEAVE_NAMES)) & {"names", "inner"}

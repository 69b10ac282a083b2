"""How programs end and how deep they go: as under `python3 main.py` of the same interpreter, in every cell.

The other side of the comparison is run by that interpreter in the same cell, as a child of a program.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Outcome, Program
from tests.cells import MIB, run_one
from tests.endings import PROGRAMS
from tests.lone_cell import cell_of_many
from tests.pythons import interpreters

LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=256 * MIB)
AS_A_SCRIPT = """
import os, subprocess, sys
os.mkdir("elsewhere")
with open("elsewhere/main.py", "w") as file:
    file.write({source!r})
libraries = {{"LD_LIBRARY_PATH": sys.base_prefix + "/lib"}}
done = subprocess.run([sys.executable, "main.py"], cwd="elsewhere", stdout=subprocess.PIPE, env=os.environ | libraries)
print((done.stdout, done.returncode))
"""

Run = Callable[[str], Outcome]


def compare(run: Run, source: str) -> None:
    script = run(AS_A_SCRIPT.format(source=source))
    assert script.exit_code == 0, script.stderr.decode()
    output, status = ast.literal_eval((script.output or b"").decode())
    outcome = run(source)
    got = -outcome.signal if outcome.signal is not None else outcome.exit_code
    assert (outcome.output, got) == (output, status), outcome.stderr.decode()


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_ends_in_a_cell_as_it_ends_as_a_script(sandbox: Sandbox, name: str) -> None:
    compare(lambda source: run_one(sandbox, source, b"20000\n", LIMITS), PROGRAMS[name])


OTHERS = sorted(set(interpreters()) - {f"{sys.version_info.major}.{sys.version_info.minor}"})


@pytest.fixture(scope="module", params=OTHERS)
def alone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """The runner alone under each other CPython that is here; this one's is the local driver's."""
    folder = tmp_path_factory.mktemp("locks")
    with cell_of_many(interpreters()[request.param], folder, 2 * len(PROGRAMS)) as cell:

        def run(source: str) -> Outcome:
            assert cell.begin(Program(source.encode()), LIMITS).ok
            outcome = next(cell.outcomes([b"20000\n"]))
            cell.end()
            return outcome

        yield run


@pytest.mark.parametrize("name", PROGRAMS)
def test_other_pythons_end_a_program_as_a_script(alone: Run, name: str) -> None:
    compare(alone, PROGRAMS[name])

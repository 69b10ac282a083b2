"""Parts that are to stand by themselves: the runner's file, and the analysis of sources in its child."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from equijudge_sandbox import runner
from equijudge_sandbox.outcome import Limits, Program
from tests.lone_cell import lone_cell
from tests.service import SUM_ROW, running

LIMITS = Limits(cpu_time_s=2.0, wall_time_s=5.0, memory_bytes=64 << 20)


def test_a_lone_copy_in_an_empty_environment_runs_programs() -> None:
    with lone_cell(f"{sys.base_prefix}/bin/python3.{sys.version_info.minor}") as cell:
        assert cell.begin(Program(b"print(input()[::-1])"), LIMITS).ok
        outcomes = [outcome.output for outcome in cell.outcomes([b"abc\n", b"xyz\n"])]
    assert outcomes == [b"cba\n", b"zyx\n"]


def test_it_refuses_to_run_outside_a_pid_namespace() -> None:
    """It kills every process it can see: outside, that would be the host's."""
    done = subprocess.run(
        [sys.executable, "-s", "-S", "-P", runner.__file__, "1", "1"],
        capture_output=True,
        env={},
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert b"process 1" in done.stderr


MARKED = "stranger = sum(map(int, input().split()))\nprint(stranger)\n"
# In every Python process but those that are started with -I, as the children and the cells' runners are.
HOOK = """
import os, sys

def heard(event, arguments):
    if event == "compile" and "stranger = " in str(arguments[0]):
        tell("parsed")

def tell(what):
    with open(os.environ["HEARD"], "a") as file:
        print(what, *sys.orig_argv, file=file)

sys.addaudithook(heard)
tell("listening")
"""


def test_neither_api_nor_worker_parses_what_strangers_wrote(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    (tmp_path / "sitecustomize.py").write_text(HOOK)
    listening = {"PYTHONPATH": str(tmp_path), "HEARD": str(heard)}
    row = {**SUM_ROW, "solutions": {"language": [3, 3], "solution": [MARKED, f"{MARKED}# again"]}}
    with running(tmp_path, settings=listening) as service:
        http = service.http()
        texts = [MARKED, f"```python\n{MARKED}```", f"Sure:\n\n{MARKED}"]
        asked = {"problems": [{"problem": SUM_ROW, "generations": texts}], "k": [1], "resamples": 100, "wait": 60}
        assert http.post("/score-generations", json=asked).json()["verdicts"] == {"AC": 3}
        asked = {"problems": [{"problem": row}], "min_solutions": 1, "wait": 60}
        assert http.post("/equivalence-sets", json=asked).json()["results"][0]["status"] == "kept"
    lines = heard.read_text().splitlines()
    assert not [line for line in lines if line.startswith("parsed")]
    assert all(any(name in line for line in lines) for name in ("-m equijudge_api", "-m equijudge_verifier --slot"))
    command = [sys.executable, "-c", "import sys; compile(sys.argv[1], '', 'exec')", MARKED]
    subprocess.run(command, env={**os.environ, **listening}, check=True)
    assert [line for line in heard.read_text().splitlines() if line.startswith("parsed")]

"""Strangers' sources are parsed in children with limits: never in the API, never in a worker, which hold more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.service import SUM_ROW, running

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

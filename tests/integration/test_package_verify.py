"""Packages judged as packages, in real cells: `equijudge verify PACKAGE`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.kattis_folders import rebuild
from tests.labelled import DATA

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
# Wrong or slow to their authors, and right on the small tests that were kept of these packages.
PASS = {
    "costlycontest": {
        *("wrong_answer/forgot_k.py", "wrong_answer/greedy2.py", "wrong_answer/nils_still_wrong.cpp"),
        *("wrong_answer/reuse_problem.py", "time_limit_exceeded/per.cc", "time_limit_exceeded/per.py"),
        *("time_limit_exceeded/per_n3.cc", "time_limit_exceeded/per_nD.py"),
        "time_limit_exceeded/per_prune_separators.py",
    },
    "excludescoring": {"wrong_answer/bad_binary_search.py"},
    "proofs": {
        *("wrong_answer/per_n2_prune.cc", "wrong_answer/per_only_check_some.py"),
        *("time_limit_exceeded/joseph-quadratic.py", "time_limit_exceeded/per_n2.cc"),
    },
}
# Slow to its authors, and here in 0.8 s of the 1 s that there are: which it is, is the machine's to say.
NEAR = ("bling", "time_limit_exceeded/sl.cpp")
# A wrong answer to its authors: `assert n == 1` ends it on the first sample, which has two lines.
CRASHES = {"vasaloppet": {"wrong_answer/n1WA.py"}}


def verify(folder: Path, data: Path) -> tuple[int, list[dict[str, Any]], dict[str, Any]]:
    command = [sys.executable, "-m", "equijudge", "verify", str(folder), "--json"]
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(data), "XDG_DATA_HOME": str(data)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=600)
    *lines, report = [json.loads(line) for line in done.stdout.splitlines()] or [{}]
    assert report, done.stderr
    return done.returncode, lines, report


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all: a new one has its compilers prepared first."""
    return tmp_path_factory.mktemp("data")


@pytest.mark.parametrize("name", ["kattis-interactive", pytest.param("kattis-2025", marks=pytest.mark.proof)])
def test_submissions_of_a_package_get_what_their_folders_say(name: str, data: Path) -> None:
    status, lines, report = verify(FIXTURES / name, data)
    assert status == 0, lines
    assert report["judged"] == report["submissions"] > 1


@pytest.mark.proof
@pytest.mark.skipif(not DATA.is_dir(), reason=f"the packages are not here ({DATA.name})")
def test_real_packages_get_their_labels_but_for_tests_that_were_left_out(tmp_path: Path, data: Path) -> None:
    unexpected: dict[str, dict[str, set[str]]] = {"AC": {}, "RE": {}}
    folders = rebuild(tmp_path / "packages")
    for folder in folders:
        _, lines, report = verify(folder, data)
        assert report["judged"] == report["submissions"]
        for line in lines:
            if not line["as_expected"] and (folder.name, line["submission"]) != NEAR:
                unexpected.setdefault(line["verdict"], {}).setdefault(folder.name, set()).add(line["submission"])
    assert len(folders) == 12
    assert unexpected == {"AC": PASS, "RE": CRASHES}

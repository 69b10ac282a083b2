"""The README's Python example and curl call work as they stand, but for the address and the key."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.service import KEY, Service

README = (Path(__file__).parents[2] / "README.md").read_text()


def block(language: str, containing: str) -> str:
    blocks: list[tuple[str, str]] = re.findall(r"```(\w*)\n(.*?)```", README, re.S)
    return next(text for name, text in blocks if name == language and containing in text)


def test_the_python_example(service: Service) -> None:
    source = block("python", "from equijudge import Client").replace("http://127.0.0.1:8000", service.http().base)
    done = subprocess.run(
        [sys.executable, "-c", source.replace('"..."', repr(KEY))], capture_output=True, text=True, check=True
    )
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["AC", "WA"]


def test_the_curl_call(service: Service) -> None:
    call = block("", "curl -s").replace("localhost:8000", service.http().base.removeprefix("http://"))
    done = subprocess.run(["bash", "-c", f"KEY={KEY}; {call}"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["verdicts"] == {"AC": 1, "WA": 1}


def test_every_make_target_of_the_readme_is_there() -> None:
    makefile = (Path(__file__).parents[2] / "Makefile").read_text()
    for target in set(re.findall(r"\bmake ([a-z-]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.M), target

"""What is installed from the wheel is all that the services read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from equijudge_queue import lua_scripts

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        return archive.namelist()


def test_what_compilers_are_prepared_by_is_in_the_wheel(names: list[str]) -> None:
    assert {name.removeprefix("equijudge_sandbox/tools/") for name in names if "/tools/" in name} == {
        "JavaCompile.java", "JavaSample.java", "go-compile", "launch.c", "prepare", "testlib.h",
    }  # fmt: skip


def test_the_queues_scripts_are_in_the_wheel(names: list[str]) -> None:
    packed = {name for name in names if name.endswith(".lua")}
    folder = Path(lua_scripts.__file__).parent
    assert packed == {str(path.relative_to(folder.parent)) for path in folder.rglob("*.lua")}
    assert len(packed) > 20

"""What is installed from the wheel is all that the services read."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from equijudge_queue import lua_scripts

ROOT = Path(__file__).parents[2]
# What a checker of types must see of other packages where it looks at a caller's code.
DEPENDENCIES = (
    *("annotated_types", "httpx", "pydantic", "pydantic_core", "pydantic_settings", "rich"),
    "typing_extensions.py",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """What the wheel holds."""
    with ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture
def stranger(wheel: Path, tmp_path: Path) -> Path:
    """The Python of an environment with the wheel installed and what it depends on: a checker of types finds there what
    it finds at a caller's, and nothing of this repository."""
    venv.create(tmp_path / "venv", with_pip=False, symlinks=True)
    [packages] = (tmp_path / "venv/lib").glob("python*/site-packages")
    with ZipFile(wheel) as archive:
        archive.extractall(packages)
    needed = [Path(sysconfig.get_path("purelib")) / name for name in DEPENDENCIES]
    for path in needed:
        (packages / path.name).symlink_to(path)
    return tmp_path / "venv/bin/python"


def test_what_compilers_are_prepared_by_is_in_the_wheel(names: list[str]) -> None:
    assert {name.removeprefix("equijudge_sandbox/tools/") for name in names if "/tools/" in name} == {
        "JavaCompile.java", "JavaSample.java", "go-compile", "launch.c", "prepare", "testlib.h",
    }  # fmt: skip


def test_the_queues_scripts_are_in_the_wheel(names: list[str]) -> None:
    packed = {name for name in names if name.endswith(".lua")}
    folder = Path(lua_scripts.__file__).parent
    assert packed == {str(path.relative_to(folder.parent)) for path in folder.rglob("*.lua")}
    assert len(packed) > 20


def test_a_callers_code_has_types_to_the_end_by_what_is_installed(stranger: Path, tmp_path: Path) -> None:
    caller = tmp_path / "caller.py"
    caller.write_text((ROOT / "tests/typed_caller.py").read_text())
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-executable",
        str(stranger),
        "--config-file=",
        str(caller),
    ]
    environment = {"PATH": "/usr/bin:/bin"}  # no MYPYPATH
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "Success: no issues found in 1 source file\n"), done.stderr

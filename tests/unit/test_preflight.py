"""What is said before anything is installed, and which virtual environment is made anew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from scripts import preflight

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path, says: str) -> Path:
    """A virtual environment whose Python says this version."""
    (folder / "bin").mkdir(parents=True)
    python = folder / "bin" / "python"
    python.write_text(f"#!/bin/sh\n{says}\n")
    python.chmod(0o755)
    return folder


def test_too_old_a_python_is_named_with_what_is_needed() -> None:
    with pytest.raises(SystemExit, match=r"^/usr/bin/python3 is Python 3.9; 3.11 or later is needed"):
        preflight.check_python((3, 9), "/usr/bin/python3")


@pytest.mark.parametrize(
    ("machine", "libc", "extra"),
    [
        ("x86_64", ("glibc", "2.36"), True),
        ("aarch64", ("glibc", "2.28"), True),
        ("x86_64", ("glibc", "2.17"), False),
        ("x86_64", ("", ""), False),
        ("riscv64", ("glibc", "2.40"), False),
    ],
)
def test_wheels_are_for_glibc_on_two_machines(machine: str, libc: tuple[str, str], extra: bool) -> None:
    assert preflight.has_wheels(machine, libc) is extra


def test_without_wheels_the_systems_own_are_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(preflight, "SYSTEM_FOLDERS", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match=r"bubblewrap \(no redis-server or valkey-server, no bwrap"):
        preflight.check_binaries()
    for name in ("valkey-server", "bwrap"):
        (tmp_path / name).touch(0o755)
    preflight.check_binaries()


def test_an_environment_of_this_python_stays(tmp_path: Path) -> None:
    kept = environment(tmp_path / "venv", f"echo {sys.version_info[0]}.{sys.version_info[1]}")
    preflight.remove_other(str(kept))
    assert kept.exists()


@pytest.mark.parametrize("says", ["echo 3.4", "exit 1", "exec /nowhere"])
def test_an_environment_of_another_python_or_of_none_goes(
    tmp_path: Path, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = environment(tmp_path / "venv", says)
    preflight.remove_other(str(other))
    assert not other.exists()
    assert "is of another Python" in capsys.readouterr().err


def test_make_demo_names_a_python_that_is_not_there_before_it_makes_anything(tmp_path: Path) -> None:
    command = ["make", "demo", "PYTHON=no-such-python", f"VENV={tmp_path}/venv"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode != 0
    assert "no no-such-python here" in done.stderr
    assert not (tmp_path / "venv").exists()

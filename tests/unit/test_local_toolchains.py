"""Which toolchains local cells are shown, and what their prepared tools are asked for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from equijudge_sandbox import toolchains
from equijudge_sandbox.drivers import local_toolchains
from equijudge_sandbox.drivers.local_toolchains import (
    COMPLETE,
    UNUSED_S,
    PreparedTools,
    find_root,
    fingerprint,
    is_own_folder,
    toolchain_binds,
)
from equijudge_sandbox.languages import ROOTS, TOOLCHAINS, TOOLS

RUST = TOOLCHAINS["rust"]


def put_program(place: Path, text: str = "\x7fELF") -> Path:
    """A file that may be executed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    place.chmod(0o755)
    return place


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is empty, with a PATH of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}/tools/node-20/bin:{tmp_path}/.local/bin:{tmp_path}/bin:/bin")
    return tmp_path


def test_a_toolchain_in_a_home_is_shown_by_its_own_folder(home: Path) -> None:
    put_program(home / "tools/node-20/bin/node")
    assert find_root("node") == home / "tools/node-20"


def test_a_link_is_followed_to_the_toolchain(home: Path) -> None:
    put_program(home / "jdk-21/bin/java")
    (home / "bin").mkdir()
    (home / "bin/java").symlink_to("../jdk-21/bin/java")
    assert find_root("java") == home / "jdk-21"


@pytest.mark.parametrize("place", ["bin/node", ".local/bin/node"])
def test_a_folder_that_holds_other_things_is_not_shown(home: Path, place: str) -> None:
    put_program(home / place)
    assert find_root("node") is None


def test_a_script_is_no_toolchain(home: Path) -> None:
    put_program(home / "tools/node-20/bin/node", "#!/bin/sh\nexec elsewhere\n")
    assert find_root("node") is None


def test_what_starts_toolchains_by_itself_is_asked_where_they_lie(home: Path) -> None:
    put_program(home / "toolchains/stable/bin/rustc")
    put_program(home / "bin/rustc", f"#!/bin/sh\necho {home}/toolchains/stable\n")
    assert find_root("rustc", RUST.root) == home / "toolchains/stable"


def test_one_that_gives_no_answer_is_not_there(home: Path) -> None:
    put_program(home / "bin/rustc", "#!/bin/sh\nexit 1\n")
    assert find_root("rustc", RUST.root) is None


def test_what_lies_under_usr_needs_nothing() -> None:
    assert find_root("sh") is None


@pytest.mark.parametrize(
    ("root", "own"),
    [
        ("/", False),
        ("/opt", False),
        ("/home", False),
        ("/home/ada", False),
        ("/home/ada/.local", False),
        ("/home/ada/.local/share/node", True),
        ("/home/ada/.rustup/toolchains/stable", True),
        ("/opt/jdk-21", True),
    ],
)
def test_a_folder_is_a_toolchains_own_when_no_home_is_in_it(root: str, own: bool) -> None:
    assert is_own_folder(Path(root), Path("/home/ada")) == own


def test_a_cell_is_shown_the_folder_under_the_languages_name(home: Path) -> None:
    put_program(home / "tools/node-20/bin/node")
    words = toolchain_binds({"javascript": TOOLCHAINS["javascript"]})
    assert words[-3:] == ("--ro-bind", f"{home}/tools/node-20", f"{ROOTS}/javascript")


def test_of_etc_a_cell_is_shown_what_the_table_names(tmp_path: Path) -> None:
    (tmp_path / "java-17").mkdir()
    (tmp_path / "shadow").touch()
    words = toolchain_binds({"java": replace(TOOLCHAINS["java"], version=("none",), etc=(f"{tmp_path}/java*",))})
    assert words[-3:] == ("--ro-bind", f"{tmp_path}/java-17", f"{tmp_path}/java-17")
    assert "shadow" not in " ".join(words)


def test_another_compiler_wants_other_tools(tmp_path: Path) -> None:
    compiler = put_program(tmp_path / "g++")
    first = fingerprint([compiler])
    assert fingerprint([compiler]) == first
    compiler.write_text("a later one")
    assert fingerprint([compiler]) != first
    assert fingerprint([]) != first


def test_without_a_compiler_nothing_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_toolchains, "PATH", str(tmp_path))
    tools = PreparedTools(tmp_path / "cache", "/no/such/bwrap", ())
    tools.complete()
    assert [each.name for each in tools.folder.iterdir()] == [COMPLETE]


def test_tools_that_nobody_asked_for_in_weeks_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_toolchains, "PATH", str(tmp_path))
    for name, age_s in (("tools-old", UNUSED_S + 60), ("tools-new", UNUSED_S - 60), ("packages-old", UNUSED_S + 60)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, times=(time.time() - age_s,) * 2)
    PreparedTools(tmp_path, "/no/such/bwrap", ()).complete()
    assert {each.name for each in tmp_path.iterdir()} >= {"tools-new", "packages-old"}
    assert not (tmp_path / "tools-old").exists()


def test_programs_can_read_what_is_prepared_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        tools = PreparedTools(tmp_path, "/no/such/bwrap", ())
    finally:
        os.umask(before)
    assert tools.folder.stat().st_mode & 0o777 == 0o755


def test_a_header_is_made_by_the_flags_of_the_compile_command() -> None:
    command = toolchains.header_command(TOOLCHAINS["cpp17"])
    assert command[0] == "g++"
    assert "-std=gnu++17" in command
    left_out = [word for word in TOOLCHAINS["cpp17"].compile if word not in command and not word.startswith("-Wl,")]
    assert left_out == [f"-B{TOOLS}/ld", f"-I{TOOLS}/cpp17", "main.cpp", "-o", "program", "-lm"]


def test_the_script_is_told_one_language_a_line() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "equijudge_sandbox.toolchains", "headers"], capture_output=True, text=True, check=True
    )
    assert [line.split()[:2] for line in said.stdout.splitlines()] == [["cpp17", "g++"], ["cpp20", "g++"]]


def test_the_script_asks_for_nothing_else() -> None:
    assert toolchains.main(["footers"]) == 2

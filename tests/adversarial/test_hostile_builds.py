"""A compile step that does what it likes: the source is the script that builds. What no compiler here would do, another
one may, or one that a source has taken over; and a language of an operator's own may have exactly this step."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.languages import Toolchain
from equijudge_sandbox.outcome import CompileOutcome, Limits, Outcome, Program
from tests.cells import CACHE, still_works

BUILD = Toolchain(
    version=("/bin/sh", "-c", "echo build 1"),
    source="main.sh",
    compile=("/bin/sh", "main.sh"),
    program="program",
    canary="echo echo 42 > program",
    run=("/bin/sh", "program"),
)
LIMITS = Limits(2.0, 4.0, 128 << 20, compile_time_s=1.0, compile_memory_bytes=200 << 20)
ONE = "echo echo 1 > program\n"
# What a build can see of what another one left: all that it may write to, its processes, its environment.
LOOK = r"""
for place in /tmp /dev/shm /var/tmp /run/lock /dev/mqueue "$HOME"; do
    [ -w "$place" ] && find "$place" ! -name main.sh 2>/dev/null | sort
done >&2
set -- /proc/[0-9]*
for process; do read name < $process/comm && echo "$name"; done | sort >&2
env | sort >&2
umask >&2
ulimit -a >&2
exit 1
"""
LEAVES = {
    "children that stay": "setsid sleep 60 &\nsetsid sh -c 'while :; do :; done' &\n(sleep 60 &)\n" + ONE,
    "files everywhere": "for p in /tmp /dev/shm /tmp/box /var/tmp /run/lock; do echo mark > $p/mark; mkdir -p $p/a/b; done\n" + ONE,
    "folders that nobody may read": "mkdir -p a/b/c; touch a/b/c/mark; chmod 000 a/b a; mkfifo /tmp/pipe\n" + ONE,
    "a full folder": ONE + "dd if=/dev/zero of=/tmp/full bs=1M 2>/dev/null; true\n",
    "thousands of files": "i=0; while [ $i -lt 3000 ]; do : > /tmp/f$i; i=$((i+1)); done\n" + ONE,
    "a link to everything": "ln -s / /tmp/root; ln -s /dev/zero /dev/shm/zero\n" + ONE,
    "a program that is rewritten later": "setsid sh -c 'while :; do echo echo 2 > program; done' &\nsleep 0.1\n" + ONE,
    "signals to all": "trap '' TERM HUP INT; kill -9 1 $PPID 2>/dev/null; kill -TERM -1 2>/dev/null\n" + ONE,
    "limits, masks and niceness": "ulimit -n 10; umask 077; renice 19 $$ >/dev/null 2>&1; cd /\n" + "cd /tmp/box\n" + ONE,
}  # fmt: skip
MAKES_NONE = {
    "nothing": "true\n",
    "an empty file": ": > program\n",
    "a link": "ln -s /etc/ld.so.cache program\n",
    "a link to a device": "ln -s /dev/zero program\n",
    "a pipe": "mkfifo program\n",
    "a folder": "mkdir program\n",
    "a file with another name": "echo echo 1 > other; ln other program\n",
    "a file that nobody may read": "echo echo 1 > program; chmod 000 program\n",
    "a file of terabytes": "truncate -s 8T program\n",
    "a file beyond what is kept": "head -c 20000000 /dev/zero > program\n",
    "a failure": "echo echo 1 > program; exit 3\n",
    "a signal": "echo echo 1 > program; kill -9 $$\n",
}  # fmt: skip
TAKES = {
    "CPU time": ("while :; do :; done", "took more than 1 s of CPU time"),
    "time": ("sleep 100", "took too long"),
    "memory": ("dd if=/dev/zero of=/dev/null bs=900M count=3", "needed more than 200 MiB of memory"),
    "processes": ("f() { f | f & }; f; sleep 100", ""),
}


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """One recycled cell whose table has the step. It is the runner that contains it, whatever the driver."""
    folder = tmp_path_factory.mktemp("builds")
    settings = LocalSettings(
        cache_dir=CACHE, lock_dir=folder, toolchains={"build": BUILD}, artefacts=ArtefactSettings(folder / "kept")
    )
    with closing(LocalSandbox(settings)) as made:
        yield made


def build(sandbox: Sandbox, script: str) -> tuple[CompileOutcome, list[Outcome]]:
    with sandbox.run(Program(script.encode(), "build"), LIMITS) as run:
        return run.compile_outcome, list(run.outcomes([b""])) if run.compile_outcome.ok else []


def look(sandbox: Sandbox) -> str:
    """What a build finds; every time another source, so that nothing is kept."""
    return build(sandbox, f"# {time.monotonic_ns()}\n{LOOK}")[0].message


@pytest.fixture(scope="module")
def virgin(sandbox: Sandbox) -> str:
    return look(sandbox)


def test_a_look_sees_the_build_itself(virgin: str) -> None:
    assert "/tmp/box" in virgin
    assert "LANG=C.UTF-8" in virgin
    assert "equijudge" not in virgin.lower().replace("/opt/equijudge", "")


@pytest.mark.parametrize("name", LEAVES)
def test_what_a_build_leaves_is_there_for_nobody(sandbox: Sandbox, virgin: str, name: str) -> None:
    compiled, outcomes = build(sandbox, LEAVES[name])
    assert look(sandbox) == virgin
    assert still_works(sandbox)
    # one that is being rewritten when all are ended may be empty at that moment
    assert compiled.ok or ("rewritten" in name and "an empty file" in compiled.message), compiled.message
    assert [outcome.output for outcome in outcomes] in ([b"1\n"], [b"2\n"], *([] if compiled.ok else [[]]))


@pytest.mark.parametrize("name", MAKES_NONE)
def test_what_is_no_program_does_not_compile(sandbox: Sandbox, virgin: str, name: str) -> None:
    compiled, _ = build(sandbox, MAKES_NONE[name])
    assert (compiled.ok, compiled.message != "") == (False, True)
    assert look(sandbox) == virgin


@pytest.mark.parametrize("name", TAKES)
def test_a_build_that_takes_too_much_is_ended(sandbox: Sandbox, virgin: str, name: str) -> None:
    script, said = TAKES[name]
    began = time.monotonic()
    compiled, _ = build(sandbox, script)
    assert not compiled.ok
    assert said in compiled.message
    assert time.monotonic() - began < 30
    assert look(sandbox) == virgin


@pytest.mark.parametrize("flood", ["yes x", "head -c 300000000 /dev/urandom", "printf '\\033[2J\\0\\377%0100000d' 7"])
def test_what_a_build_says_is_bounded(sandbox: Sandbox, virgin: str, flood: str) -> None:
    compiled, _ = build(sandbox, f"{flood} >&2; exit 1\n")
    assert not compiled.ok
    assert len(compiled.message) < 17_000
    assert look(sandbox) == virgin


def test_what_a_build_prints_on_stdout_is_nothing(sandbox: Sandbox, virgin: str) -> None:
    compiled, outcomes = build(sandbox, "head -c 100000000 /dev/zero\n" + ONE)
    assert (compiled.ok, [outcome.output for outcome in outcomes]) in ((True, [b"1\n"]), (False, []))
    assert look(sandbox) == virgin


def test_tools_and_other_programs_cannot_be_changed(sandbox: Sandbox) -> None:
    script = "for f in /opt/equijudge/tools /opt/runner.pyc /opt/python /usr/bin /opt/packages; do\n"
    script += (
        '  if (: >> "$f") 2>/dev/null || (: > "$f/mark") 2>/dev/null; then echo "$f" >&2; exit 1; fi\ndone\n' + ONE
    )
    compiled, outcomes = build(sandbox, script)
    assert compiled.message == ""
    assert [outcome.output for outcome in outcomes] == [b"1\n"]


def test_a_build_that_makes_something_else_each_time_is_made_once(sandbox: Sandbox) -> None:
    script = 'echo "echo $(cat /proc/sys/kernel/random/uuid /proc/uptime 2>/dev/null) $$" > program\n'
    first, second = (build(sandbox, script)[1][0].output for _ in range(2))
    assert first == second


def test_a_program_sees_nothing_of_its_build(sandbox: Sandbox) -> None:
    script = "echo mark > /tmp/mark; echo mark > beside; MARK=1; export MARK\necho 'ls /tmp; ls; env' > program\n"
    compiled, outcomes = build(sandbox, script)
    assert compiled.ok
    assert b"mark" not in (outcomes[0].output or b"").lower()
    assert b"beside" not in (outcomes[0].output or b"")

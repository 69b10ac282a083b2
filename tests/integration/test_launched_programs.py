"""Programs that the launcher starts: what they find is what a program finds that was started by hand, and no more."""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import Command, KilledFor, Limits, Outcome, Program
from equijudge_sandbox.protocol import pack_input, unpack_files
from tests.cells import CACHE, LIMITS, MIB, QUICK

PATH = "PATH=/usr/bin:/bin"
SHELL = Command(("sh", "main.sh", "one word"), (PATH, "NAME=a=b c"), "main.sh")
SEES_ITSELF = r"""
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
static int fails(const char *what, int result) {
    printf("%s %s\n", what, result < 0 ? strerror(errno) : "done");
    return result;
}
int main(void) {
    char piece[4096];
    long sum = 0, count, size = 0;
    int self = open("/proc/self/exe", O_RDONLY);
    while ((count = read(self, piece, sizeof piece)) > 0)
        for (size += count; count; ) sum = sum * 31 % 1000003 + piece[--count];
    printf("%ld %ld\n", size, sum);
    fails("write", open("/proc/self/exe", O_WRONLY));
    fails("chmod", fchmod(self, 0777));
    fails("shrink", ftruncate(self, 10));
    fails("map", mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, self, 0) == MAP_FAILED ? -1 : 0);
    return 0;
}
"""
HOW_IT_STARTS = r"""
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
extern char **environ;
int main(int count, char **words) {
    struct rlimit limit;
    for (int file = 0; file < 1024; file++)
        if (fcntl(file, F_GETFD) >= 0) printf("open %d\n", file);
    for (int number = 1; number < 32; number++) {
        struct sigaction now;
        if (number != SIGKILL && number != SIGSTOP && !sigaction(number, 0, &now) && now.sa_handler != SIG_DFL)
            printf("signal %d\n", number);
    }
    sigset_t held;
    sigprocmask(SIG_SETMASK, 0, &held);
    for (int number = 1; number < 32; number++) if (sigismember(&held, number)) printf("held %d\n", number);
    getrlimit(RLIMIT_STACK, &limit);
    printf("stack %ld\n", (long)limit.rlim_cur >> 20);
    printf("umask %o group %d words %d %s\n", umask(0), getpgrp() == getpid(), count, words[0]);
    return 0;
}
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("artefacts")


@pytest.fixture(scope="module")
def sandbox(kept: Path) -> Iterator[LocalSandbox]:
    made = LocalSandbox(LocalSettings(cache_dir=CACHE, artefacts=ArtefactSettings(kept)))
    yield made
    made.close()


def run(sandbox: LocalSandbox, program: Program, *inputs: bytes, limits: Limits = LIMITS) -> list[Outcome]:
    with sandbox.run(program, limits) as begun:
        assert begun.compile_outcome.ok, begun.compile_outcome.message
        return list(begun.outcomes(inputs or (b"",)))


def run_c(sandbox: LocalSandbox, source: str, *inputs: bytes, limits: Limits = LIMITS) -> list[Outcome]:
    return run(sandbox, Program(source.encode(), "c"), *inputs, limits=limits)


def shell(text: str, input_file: str = "", output_file: str = "") -> Program:
    return Program(text.encode(), "sh", input_file, output_file, command=SHELL)


def test_no_test_can_change_the_program_for_the_next(sandbox: LocalSandbox) -> None:
    first, second = run_c(sandbox, SEES_ITSELF, b"", b"")
    assert first.output == second.output
    assert first.output is not None
    assert first.output.decode().splitlines()[1:] == [
        "write Permission denied", "chmod Operation not permitted", "shrink Invalid argument", "map Permission denied"
    ]  # fmt: skip


def test_it_starts_as_a_program_that_was_started_by_hand(sandbox: LocalSandbox) -> None:
    outcomes = run_c(sandbox, HOW_IT_STARTS, b"", b"")
    assert [outcome.output for outcome in outcomes] == 2 * [
        b"open 0\nopen 1\nopen 2\nstack 128\numask 22 group 1 words 1 ./program\n"
    ]


def test_what_is_ignored_where_the_judge_was_started_is_not_ignored_by_programs() -> None:
    """A shell starts its background without SIGINT and SIGQUIT, nohup without SIGHUP; a verdict must not know."""
    ignored = (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP)
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ignored}
    try:
        made = LocalSandbox(LocalSettings(cache_dir=CACHE))
        asks = "import signal\nprint([n for n in range(1, 32) if signal.getsignal(n) == signal.SIG_IGN])"
        native, python = run_c(made, HOW_IT_STARTS)[0], run(made, Program(asks.encode()))[0]
        made.close()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert b"signal" not in (native.output or b"")
    assert python.output == b"[13, 25]\n"  # as CPython itself has it


def test_its_memory_is_its_own_alone(sandbox: LocalSandbox) -> None:
    """The runner's own size, some 10 MiB, is in no measure; what the program touches is."""
    source = """
    #include <stdlib.h>
    #include <string.h>
    int main(void) { volatile char *at = malloc(SIZE); for (long n = 0; n < SIZE; n++) at[n] = 1; return 0; }
    """
    small, large = (run_c(sandbox, source.replace("SIZE", str(size)))[0] for size in (1, 20 * MIB))
    assert small.memory_peak_bytes < 2 * MIB
    assert 20 * MIB <= large.memory_peak_bytes < 22 * MIB


def test_what_is_no_program_fails_and_costs_no_cell(sandbox: LocalSandbox) -> None:
    made = sandbox.cells().made
    for data in (b"\x7fELF and no more", b"#!/bin/sh\necho hello\n", b"\0" * 100_000):
        outcome = run(sandbox, Program(data, command=Command(("./program",))))[0]
        assert (outcome.exit_code, outcome.output) == (127, b"")
    assert run(sandbox, Program(b"print(1)"))[0].output == b"1\n"
    assert sandbox.cells().made <= made + 1


def test_a_command_that_is_not_there_is_told_before_anything_runs(sandbox: LocalSandbox) -> None:
    with sandbox.run(Program(b"", command=Command(("no-such-command",), (PATH,), "main.txt")), LIMITS) as begun:
        assert not begun.compile_outcome.ok
        assert begun.compile_outcome.message == "no-such-command is not there"


def test_words_environment_and_file_are_as_they_were_given(sandbox: LocalSandbox) -> None:
    outcome = run(sandbox, shell('printf "%s|" "$0" "$@" "$NAME" "$(ls)"; cat'), b"input")[0]
    assert outcome.output == b"main.sh|one word|a=b c|main.sh|input"


def test_files_stand_for_the_standard_streams(sandbox: LocalSandbox) -> None:
    program = shell("cat - in.txt >out.txt", input_file="in.txt", output_file="out.txt")
    assert [outcome.output for outcome in run(sandbox, program, b"one\n", b"2" * 300_000)] == [b"one\n", b"2" * 300_000]


def test_every_test_finds_the_file_anew(sandbox: LocalSandbox) -> None:
    changes_itself = shell('echo "echo changed" >main.sh; mkdir more; echo x >more/y; ls')
    assert {outcome.output for outcome in run(sandbox, changes_itself, b"", b"", b"")} == {b"main.sh\nmore\n"}


def test_what_it_leaves_running_is_ended_with_it(sandbox: LocalSandbox) -> None:
    leaves = shell("sleep 100 & setsid sleep 100 & echo left")
    first, second = run(sandbox, leaves, b"", b"")
    assert first.output == second.output == b"left\n"
    assert first.wall_time_s < 5


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("while :; do :; done", KilledFor.CPU),
        ("exec sleep 100", KilledFor.WALL),
        ("x=xxxxxxxxxxxxxxxx; while :; do x=$x$x; done", KilledFor.MEMORY),
        ("while :; do echo 0123456789012345678901234567890123456789; done", KilledFor.OUTPUT),
    ],
)
def test_limits_hold(sandbox: LocalSandbox, text: str, why: KilledFor) -> None:
    limits = Limits(0.5, 1.5 if why is KilledFor.WALL else 30.0, 64 * MIB, output_bytes=MIB)
    outcome = run(sandbox, shell(text), limits=limits)[0]
    assert outcome.killed_for is why


def test_a_source_is_compiled_once(sandbox: LocalSandbox, kept: Path) -> None:
    source = Program(b"int main(void) { return 42; }", "c")
    with sandbox.run(source, QUICK) as first:
        assert first.compile_outcome.cpu_time_s > 0
    with sandbox.run(source, QUICK, first_time=True) as again:
        assert again.compile_outcome.cpu_time_s == 0
        assert next(again.outcomes([b""])).exit_code == 42
    assert all(len(bytes.fromhex(path.name)) == hashlib.sha256().digest_size for path in kept.iterdir())


def test_a_damaged_artefact_is_compiled_anew(sandbox: LocalSandbox, kept: Path) -> None:
    source = Program(b"int main(void) { return 43; }", "c")
    before = set(kept.iterdir())
    run(sandbox, source)
    (made,) = set(kept.iterdir()) - before
    data = bytearray(made.read_bytes())
    data[5000] ^= 1
    made.write_bytes(data)
    assert run(sandbox, source)[0].exit_code == 43
    assert made.read_bytes() != bytes(data)


def test_a_compilers_long_message_is_told_from_its_beginning(sandbox: LocalSandbox) -> None:
    faults = "\n".join(f"{'x' * 9000}{number};" for number in range(20))
    source = Program(f"int main(void) {{\n first;\n{faults}\n}}".encode(), "c")
    with sandbox.run(source, LIMITS) as begun:
        assert not begun.compile_outcome.ok
        assert "main.c:2:2: error: ‘first’ undeclared" in begun.compile_outcome.message
        assert len(begun.compile_outcome.message) < 17_000


SEES_FILES = """
import os, sys
import helper
print(sys.argv[1:], helper.VALUE, [open(name).read() for name in sys.argv[1:3]], repr(sys.stdin.read()))
for name in os.listdir():
    os.path.isfile(name) and os.remove(name)
open("helper.py", "w").write("VALUE = 'changed'")
"""


@pytest.mark.parametrize("language", ["python3", "pypy3"])
def test_files_and_arguments_lie_beside_a_program_and_are_new_for_every_test(
    sandbox: LocalSandbox, language: str
) -> None:
    program = Program(
        SEES_FILES.encode(),
        language,
        arguments=("one", "two", "-x y"),
        files=(("helper.py", b"VALUE = 5"), ("empty", b"")),
        brought=("one", "two"),
    )
    inputs = pack_input(b"stdin", [b"1", b""]), pack_input(b"", [b"", b"2" * 9])
    outputs = [outcome.output for outcome in run(sandbox, program, *inputs)]
    assert outputs == [
        b"['one', 'two', '-x y'] 5 ['1', ''] 'stdin'\n",
        b"['one', 'two', '-x y'] 5 ['', '222222222'] ''\n",
    ]


def test_a_header_that_a_source_brings_is_part_of_what_is_compiled(sandbox: LocalSandbox) -> None:
    source = b'#include "value.h"\nint main(void) { return VALUE; }'
    programs = [Program(source, "c", files=(("value.h", b"#define VALUE %d" % value),)) for value in (3, 4)]
    assert [run(sandbox, program)[0].exit_code for program in programs] == [3, 4]


def test_a_test_that_brings_less_than_it_says_ends_its_cell_alone(sandbox: LocalSandbox) -> None:
    program = Program(b"print(1)", brought=("one",))
    with pytest.raises(CellLost, match="less than it says"):
        run(sandbox, program, b"\xff" * 8 + b"few")
    assert run(sandbox, program, pack_input(b"", [b"1"]))[0].output == b"1\n"


def test_files_that_a_test_brings_are_no_memory_of_the_program(sandbox: LocalSandbox) -> None:
    program = Program(b"import time\ntime.sleep(0.1)\nprint(1)", brought=("one",))
    outcome = run(sandbox, program, pack_input(b"", [bytes(20 * MIB)]), limits=replace(LIMITS, memory_bytes=16 * MIB))[
        0
    ]
    assert (outcome.output, outcome.killed_for) == (b"1\n", None)


IN_FOLDERS: tuple[tuple[str, bytes], ...] = (("data.txt", b"one"), ("lib/deep/more.txt", b"two"), ("empty/", b""))
LISTS = """
for file in $(find . -type f ! -name main.sh | sort); do printf '%s=%s|' "$file" "$(cat $file)"; done; ls -d */
"""
PYTHON_LISTS = """
import os
for folder, _, files in os.walk("."):
    for name in set(files) - {"main.py"}:
        path = os.path.join(folder, name)
        print(f"{path}={open(path).read()}", end="|")
print("", *(f"{name}/" for name in sorted(os.listdir()) if os.path.isdir(name)), sep="\\n")
"""


@pytest.mark.parametrize("program", [shell(LISTS), Program(PYTHON_LISTS.encode())], ids=["launched", "python3"])
def test_files_may_lie_in_folders(sandbox: LocalSandbox, program: Program) -> None:
    inputs = [pack_input(b"", (b"a", b"")), pack_input(b"", (b"", b"b" * 9999))]
    for outcome, (first, second) in zip(
        run(sandbox, replace(program, files=IN_FOLDERS, brought=("input", "in/answer")), *inputs),
        ((b"a", b""), (b"", b"b" * 9999)),
        strict=True,
    ):
        files, _, folders = (outcome.output or b"").rpartition(b"|")
        assert set(files.split(b"|")) == {
            b"./data.txt=one", b"./lib/deep/more.txt=two", b"./input=" + first, b"./in/answer=" + second
        }  # fmt: skip
        assert folders.split() == [b"empty/", b"in/", b"lib/"]


LEAVES = "pwd >out/list; printf %s $1 >out/word; ln -s word out/link; mkdir out/folder; mkfifo out/pipe; echo said"
PYTHON_LEAVES = b"""
import os, sys
open("out/list", "w").write("/tmp/box" + chr(10))
open("out/word", "w").write(sys.argv[1]); os.symlink("word", "out/link"); os.mkdir("out/folder"); os.mkfifo("out/pipe")
print("said")
"""


@pytest.mark.parametrize("program", [shell(LEAVES), Program(PYTHON_LEAVES)], ids=["launched", "python3"])
def test_files_that_a_test_leaves_are_part_of_its_outcome(sandbox: LocalSandbox, program: Program) -> None:
    names = tuple(f"out/{name}" for name in ("list", "word", "none", "link", "folder", "pipe"))
    command = program.command and Command(("sh", "main.sh"), (PATH,), "main.sh")
    taken = replace(program, files=(("out/", b""),), left=names, arguments=("bye",), command=command)
    for outcome in run(sandbox, taken, b"", b""):
        assert outcome.output == b"said\n"
        assert outcome.left == (b"/tmp/box\n", b"bye", None, None, None, None)


def test_of_a_large_file_an_outcome_has_the_beginning(sandbox: LocalSandbox) -> None:
    program = replace(shell("head -c 3000000 /dev/zero >big; head -c 70000 /dev/zero"), left=("big", "none"))
    for outcome in run(sandbox, program, b"", b""):
        assert (len(outcome.output or b""), [each and len(each) for each in outcome.left]) == (70_000, [64 << 10, None])


@pytest.mark.parametrize("program", [shell(LEAVES), Program(PYTHON_LEAVES)], ids=["launched", "python3"])
def test_all_files_of_a_folder_are_part_of_an_outcome_but_for_the_output(
    sandbox: LocalSandbox, program: Program
) -> None:
    command = program.command and Command(("sh", "main.sh"), (PATH,), "main.sh")
    taken = replace(program, files=(("out/", b""),), left=("out/",), arguments=("bye",), command=command)
    for output_file, files in (("", {"list": b"/tmp/box\n", "word": b"bye"}), ("out/word", {"list": b"/tmp/box\n"})):
        for outcome in run(sandbox, replace(taken, output_file=output_file), b"", b""):
            assert outcome.output == (b"bye" if output_file else b"said\n")
            assert outcome.left[0] is not None
            assert unpack_files(outcome.left[0]) == files


def test_a_folder_that_holds_too_much_or_is_none_is_no_part_of_an_outcome(sandbox: LocalSandbox) -> None:
    for told in ("head -c 70000 /dev/zero >out/big", "rm -r out; ln -s /usr out", "rm -r out", "rm -r out; echo >out"):
        program = replace(shell(told), files=(("out/", b""),), left=("out/",))
        assert [outcome.left[0] or None for outcome in run(sandbox, program, b"", b"")] == [None, None], told


def test_whatever_a_test_makes_of_its_files_the_next_one_has_its_own(sandbox: LocalSandbox) -> None:
    vandal = shell("cat input in/answer data.txt; rm -r input in data.txt lib; ln -s /tmp lib; mkdir input; ln -s . in")
    program = replace(vandal, files=IN_FOLDERS, brought=("input", "in/answer"), left=("lib/box/main.sh", "in/x"))
    outcomes = run(sandbox, program, *[pack_input(b"", (b"%d" % n, b"a")) for n in range(4)])
    assert [outcome.output for outcome in outcomes] == [b"%daone" % n for n in range(4)]
    assert run(sandbox, Program(b"import os; print(os.listdir('/tmp'))"))[0].output == b"['box']\n"


def test_what_lies_beside_a_program_is_no_memory_of_it(sandbox: LocalSandbox) -> None:
    source, beside = b"int main(void) { return 0; }", (("data", bytes(12 * MIB)),)
    alone, together = (run(sandbox, Program(source, "c", files=files))[0] for files in ((), beside))
    assert together.memory_peak_bytes <= alone.memory_peak_bytes + MIB
    limits = replace(LIMITS, memory_bytes=8 * MIB)
    counted = replace(shell("cat data | wc -c"), files=beside)
    assert run(sandbox, counted, limits=limits)[0].output == b"12582912\n"

"""The seccomp filters answer every call as declared, on both machines: run by a small interpreter of their programs."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import signal
import struct
from collections.abc import Iterator
from typing import Any

import pytest

import equijudge_sandbox.runner
from equijudge_sandbox.drivers import seccomp_profile

runner: Any = equijudge_sandbox.runner  # it has no annotations
ALLOW = "allow"
MACHINES = ("x86_64", "aarch64")
ZYGOTE = 2
NUMBERS = range(601)


def answer(program: bytes, machine: str, number: int, *arguments: int, arch: int | None = None) -> str:
    """What the kernel would do with this call: 'allow', the name of an error, or 'nothing' for success without it."""
    words = [argument & (2**64 - 1) for argument in (*arguments, *[0] * (6 - len(arguments)))]
    data = struct.pack("=iIQ6Q", number, arch or runner.AUDIT_ARCH[machine], 0, *words)
    steps = [struct.unpack_from("=HBBI", program, at) for at in range(0, len(program), 8)]
    at = accumulator = 0
    while True:  # jumps go forward only: it ends
        code, yes, no, value = steps[at]
        at += 1
        if code == 0x06:  # BPF_RET
            return ALLOW if value == 0x7FFF0000 else word(value)
        if code == 0x20:  # BPF_LD, a word of the data
            accumulator = struct.unpack_from("=I", data, value)[0]
        elif code == 0x05:  # BPF_JA
            at += value
        else:
            tests = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}
            at += yes if tests[code] else no


def word(value: int) -> str:
    assert value >> 16 == 5, "SECCOMP_RET_ERRNO"
    return errno.errorcode[value & 0xFFFF] if value & 0xFFFF else "nothing"


def declared(machine: str) -> dict[int, str]:
    """The calls that are answered whatever their arguments, by number."""
    column = MACHINES.index(machine)
    tables = {ALLOW: runner.ALLOWED, "nothing": runner.SILENT, "EPERM": runner.DENIED}
    rows = ((both[column], said) for said, table in tables.items() for both in table.values())
    return {number: said for number, said in rows if number is not None}


@pytest.mark.parametrize("machine", MACHINES)
def test_every_number_has_the_answer_that_is_declared(machine: str) -> None:
    program = runner.seccomp_filter(machine, one_uid=False)
    column = MACHINES.index(machine)
    inspected = {both[column] for both in runner.INSPECTED.values()}
    expected = declared(machine)
    found = {number: answer(program, machine, number) for number in NUMBERS if number not in inspected}
    assert found == {number: expected.get(number, "ENOSYS") for number in found}
    assert list(found.values()).count(ALLOW) > 170


@pytest.mark.parametrize("machine", MACHINES)
def test_the_tables_name_every_call_once(machine: str) -> None:
    column = MACHINES.index(machine)
    tables = (runner.ALLOWED, runner.SILENT, runner.DENIED, runner.INSPECTED)
    given = [both[column] for table in tables for both in table.values() if both[column] is not None]
    names = [name for table in tables for name in table]
    assert len(given) == len(set(given))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("machine", MACHINES)
def test_numbers_of_other_calling_conventions_are_no_way_around(machine: str) -> None:
    program = runner.seccomp_filter(machine, one_uid=False)
    assert {answer(program, machine, 0x40000000 + number) for number in NUMBERS} == {"ENOSYS"}  # x32
    assert answer(program, machine, 2**32 - 1 - 2**32) == "ENOSYS"
    for arch in (0x40000003, 0x40000028, 0xC00000B7 if machine == "x86_64" else 0xC000003E):
        assert {answer(program, machine, number, arch=arch) for number in NUMBERS} == {"EPERM"}


def selected() -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Calls that are looked into: name, arguments, answer."""
    yield "clone3", (), "ENOSYS"
    yield "rt_sigaction", (signal.SIGCHLD,), "nothing"
    yield "rt_sigaction", (signal.SIGINT,), ALLOW
    yield "mmap", (0, 2 << 20, 3, 0x40022), "ENOMEM"  # MAP_HUGETLB
    yield "mmap", (0, 2 << 20, 3, 0x22), ALLOW
    yield "madvise", (0, 0, 12), "EINVAL"  # MADV_MERGEABLE
    yield "madvise", (0, 0, 21), "EINVAL"  # MADV_PAGEOUT
    yield "madvise", (0, 0, 25), "EINVAL"  # MADV_COLLAPSE
    for advice in (3, 4, 8, 14, 15):
        yield "madvise", (0, 0, advice), ALLOW
    for flag, said in ((0, ALLOW), (2, ALLOW), (8, "ENOTSUP"), (0x80, "ENOTSUP"), (0x100, "ENOTSUP")):
        yield "preadv2", (0, 0, 0, 0, 0, flag), said
        yield "pwritev2", (0, 0, 0, 0, 0, flag), said
    for family in range(50):
        said = ALLOW if family == 1 else "EAFNOSUPPORT"
        yield "socket", (family, 1), said
        yield "socketpair", (family | 7 << 32, 1), said  # the kernel takes an int of it
    for level, option, said in ((1, 26, "EPERM"), (1, 50, "EPERM"), (1, 51, "EPERM"), (1, 52, "EPERM")):
        yield "setsockopt", (0, level, option), said
    yield "setsockopt", (0, 1, 2), ALLOW
    yield "setsockopt", (0, 6, 26), ALLOW
    yield "clone", (signal.SIGCHLD,), ALLOW
    yield "clone", (0x003D0F00,), ALLOW  # pthread_create
    for shift in (7, 15, 17, 25, 26, 27, 28, 29, 30):
        yield "clone", (1 << shift | signal.SIGCHLD,), "EPERM"
    yield from selected_options()


def selected_options() -> Iterator[tuple[str, tuple[int, ...], str]]:
    for command in (0, 1, 2, 3, 4, 5, 1030, 1031, 1032):
        yield "fcntl", (0, command), ALLOW
    for command in (6, 7):
        yield "fcntl", (0, command), "nothing"
    # F_SETOWN, F_SETSIG, F_SETOWN_EX, the OFD locks, F_SETLEASE, F_NOTIFY, F_ADD_SEALS, F_SET_RW_HINT and its like
    for command in (8, 10, 15, 36, 37, 38, 1024, 1026, 1033, 1036, 1038, 9999):
        yield "fcntl", (0, command), "EINVAL"
    for request in (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451):
        yield "ioctl", (0, request), ALLOW
    # TIOCSTI, TIOCSPTLCK, TIOCGPTPEER, TIOCSCTTY, TIOCLINUX, FIOASYNC, FIOSETOWN, FS_IOC_SETFLAGS
    for request in (0x5412, 0x40045431, 0x5441, 0x540E, 0x541C, 0x5452, 0x8901, 0x40086602):
        yield "ioctl", (0, request), "ENOTTY"
    yield "prctl", (4, 1), ALLOW
    yield "prctl", (4, 0), "EPERM"
    yield "prctl", (4, 2), "EPERM"
    for option in (1, 15, 16, 38, 39):
        yield "prctl", (option,), ALLOW
    # UNALIGN, KEEPCAPS, SECCOMP, CAPBSET_DROP, TSC, SECUREBITS, MM, SUBREAPER, AMBIENT, IO_FLUSHER,
    # SYSCALL_USER_DISPATCH, SCHED_CORE, MEMORY_MERGE, PTRACER
    for option in (6, 8, 22, 24, 26, 28, 35, 36, 47, 57, 59, 62, 67, 0x59616D61):
        yield "prctl", (option, 1), "EINVAL"


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", sorted(runner.INSPECTED))
def test_what_is_needed_in_part_is_allowed_in_part(machine: str, name: str) -> None:
    program = runner.seccomp_filter(machine, one_uid=False)
    number = runner.INSPECTED[name][MACHINES.index(machine)]
    cases = [(arguments, said) for of, arguments, said in selected() if of == name]
    assert cases
    assert [answer(program, machine, number, *arguments) for arguments, _ in cases] == [said for _, said in cases]


def of_others() -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Calls of a program that has the runner's uid: name, arguments, answer. 1 is the runner, 2 the zygote."""
    for name in ("kill", "tkill", "rt_sigqueueinfo", "prlimit64", "sched_setaffinity"):
        for pid, said in ((0, ALLOW), (1, "EPERM"), (2, "EPERM"), (3, ALLOW), (2**31 - 1, ALLOW), (-1, "EPERM")):
            yield name, (pid, 0), said
    for group, said in ((-2, "EPERM"), (-3, ALLOW), (-(2**31), ALLOW)):
        yield "kill", (group, 9), said
    for name in ("tgkill", "rt_tgsigqueueinfo", "setpgid"):
        for pair, said in (((3, 4), ALLOW), ((1, 3), "EPERM"), ((3, 1), "EPERM"), ((0, 2), "EPERM"), ((2, 0), "EPERM")):
            yield name, pair, said
    for which, who, said in ((0, 0, ALLOW), (0, 3, ALLOW), (0, 2, "EPERM"), (1, 0, "EPERM"), (2, 0, "EPERM")):
        yield "setpriority", (which, who, 19), said
    yield "pidfd_send_signal", (3, 9), "EPERM"
    yield "getpriority", (0, 2), ALLOW
    yield "read", (0,), ALLOW


@pytest.mark.parametrize("machine", MACHINES)
def test_who_shares_the_runners_uid_reaches_only_what_is_its_own(machine: str) -> None:
    program = runner.others_filter(machine, ZYGOTE)
    calls = runner.ALLOWED | runner.DENIED
    column = MACHINES.index(machine)
    for name, arguments, said in of_others():
        assert (name, arguments, answer(program, machine, calls[name][column], *arguments)) == (name, arguments, said)


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", ["seccomp", "memfd_create"])
def test_what_the_zygote_has_yet_to_do_no_test_can(machine: str, name: str) -> None:
    """With the runner's uid the second filter denies it, with one of its own the first."""
    number = runner.DENIED[name][MACHINES.index(machine)]
    assert answer(runner.seccomp_filter(machine, one_uid=True), machine, number, 1) == ALLOW
    assert answer(runner.others_filter(machine, ZYGOTE), machine, number, 1) == "EPERM"
    assert answer(runner.seccomp_filter(machine, one_uid=False), machine, number, 1) == "EPERM"


@pytest.mark.parametrize("machine", MACHINES)
def test_no_call_takes_more_than_a_few_steps_to_be_found(machine: str) -> None:
    """The kernel runs the program for each number when it is installed."""
    assert depth(runner.seccomp_filter(machine, one_uid=False)) <= 16


def depth(program: bytes) -> int:
    """The most jumps on the way to a leaf of the tree: until the first argument is loaded, or it returns."""
    steps = [struct.unpack_from("=HBBI", program, at) for at in range(0, len(program), 8)]

    def below(at: int) -> int:
        code, yes, no, value = steps[at]
        if code == 0x35:
            return 1 + max(below(at + 1 + yes), below(at + 1 + no))
        return 1 + below(at + 1 + value) if code == 0x05 else 0

    return below(4)


def test_what_the_inner_wall_allows_the_outer_one_does_and_little_more() -> None:
    names = set(seccomp_profile.make_profile()["syscalls"][0]["names"])
    assert names >= set(runner.ALLOWED)
    assert names - {*runner.ALLOWED, *runner.SILENT, *runner.INSPECTED} == {
        *("capset", "memfd_create", "seccomp"),
        *("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"),
    }


def test_the_kernel_takes_the_filter_and_answers_by_it() -> None:
    """In a process of its own, with the program that this machine runs."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(write, json.dumps(under_the_filter()).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        said = json.load(pipe)
    os.waitpid(pid, 0)
    assert said == {"inotify_init1": "EPERM", "landlock_create_ruleset": "ENOSYS", "getpid": "", "fsync": ""}


def under_the_filter() -> dict[str, str]:
    machine = os.uname().machine
    column = MACHINES.index(machine)
    libc = ctypes.CDLL(None, use_errno=True)
    runner.prctl(runner.PR_SET_NO_NEW_PRIVS, 1)
    runner.install_filter(runner.seccomp_filter(machine, one_uid=False))
    calls = {"inotify_init1": runner.DENIED["inotify_init1"][column], "landlock_create_ruleset": 444,
             "getpid": runner.ALLOWED["getpid"][column], "fsync": runner.SILENT["fsync"][column]}  # fmt: skip
    return {name: called(libc, number) for name, number in calls.items()}


def called(libc: Any, number: int) -> str:
    """The name of the error of this call, "" if there is none."""
    return errno.errorcode[ctypes.get_errno()] if libc.syscall(number, -1, 0, 0) == -1 else ""

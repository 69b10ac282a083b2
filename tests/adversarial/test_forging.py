"""Nothing of the judge can be reached, read, forged or called from inside a cell."""

from __future__ import annotations

import json

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from tests.cells import read_output, run_one, still_works, verdict_of

SYSCALL = "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\n"


def status_of(sandbox: Sandbox) -> dict[str, list[str]]:
    lines = read_output(sandbox, "print(open('/proc/self/status').read())").splitlines()
    return {name: rest.split() for name, _, rest in (line.partition(":") for line in lines) if name}


def test_a_program_runs_filtered_and_without_any_right(sandbox: Sandbox) -> None:
    status = status_of(sandbox)
    assert status["Seccomp"] == ["2"]
    assert status["NoNewPrivs"] == ["1"]
    assert [status[name] for name in ("CapPrm", "CapEff", "CapAmb")] == [["0" * 16]] * 3


def test_a_program_has_a_uid_and_group_of_its_own_and_no_other(sandbox: Sandbox) -> None:
    first, second = status_of(sandbox), status_of(sandbox)
    assert len(set(first["Uid"] + first["Gid"])) == 1
    assert first["Uid"][0] != second["Uid"][0]
    assert first.get("Groups", []) == []


def test_nothing_but_the_standard_streams_is_open(sandbox: Sandbox) -> None:
    source = (
        "import os\nopen_ones = []\n"
        "for fd in range(3, 1024):\n"
        "    try:\n        os.write(fd, b'O' * 100); open_ones.append(fd)\n"
        "    except OSError as e:\n        assert e.errno == 9\n"
        "print(open_ones, len(os.listdir('/proc/self/fd')) - 1)"
    )
    assert read_output(sandbox, source) == "[] 3\n"


def test_frames_printed_by_a_program_are_output_like_any_other(sandbox: Sandbox) -> None:
    forged = b"D\0\0\0\0O\0\0\0\x05hello"
    outcome = run_one(sandbox, f"import os\nos.write(1, {forged!r})\nos.write(2, {forged!r})")
    assert (outcome.output, outcome.stderr) == (forged, forged)
    assert still_works(sandbox)


def test_there_is_no_expected_output_in_the_programs_memory(sandbox: Sandbox) -> None:
    source = (
        "import gc, sys\n"
        "found = [o for o in gc.get_objects() if isinstance(o, (bytes, str)) and 'secret' + '-answer' in str(o)]\n"
        "print(len(found), sys._getframe().f_back is not None and 'expected' in sys._getframe().f_back.f_globals)"
    )
    assert verdict_of(sandbox, source, "secret-answer") == Verdict.WA


def test_patching_everything_changes_only_ones_own_output(sandbox: Sandbox) -> None:
    source = (
        "import builtins, os, sys\n"
        "builtins.print = os._exit = sys.exit = builtins.exec = builtins.open = lambda *a, **k: None\n"
        "sys.modules.clear()\n"
    )
    assert run_one(sandbox, source) is not None
    assert still_works(sandbox)


@pytest.mark.parametrize("path", ["environ", "mem", "fd", "cwd", "root", "maps", "exe", "stack", "task/1/mem"])
def test_the_runners_secrets_cannot_be_read(sandbox: Sandbox, path: str) -> None:
    source = (
        f"import os\nfor pid in (1, os.getppid()):\n"
        f"    p = f'/proc/{{pid}}/{path}'.replace('task/1', f'task/{{pid}}')\n"
        "    try:\n        print(os.listdir(p) if os.path.isdir(p) else open(p, 'rb').read(10))\n"
        "    except OSError:\n        print('denied')"
    )
    assert set(read_output(sandbox, source).split()) == {"denied"}


def test_the_environment_is_a_fixed_clean_set(sandbox: Sandbox) -> None:
    names = json.loads(read_output(sandbox, "import os, json\nprint(json.dumps(sorted(os.environ)))"))
    expected = "HOME LANG OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PYTHONHASHSEED PYTHONINTMAXSTRDIGITS"
    assert names == expected.split()


def test_only_loopback_exists_and_no_socket_but_unix_ones(sandbox: Sandbox) -> None:
    source = (
        "import socket\nprint(len(socket.if_nameindex()) if hasattr(socket, 'if_nameindex') else 0)\n"
        "for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET, socket.AF_VSOCK):\n"
        "    try:\n        socket.socket(family, socket.SOCK_DGRAM)\n        print('open', family)\n"
        "    except OSError:\n        pass\n"
    )
    outcome = run_one(sandbox, source)
    assert b"open" not in (outcome.output or b"")


def test_dialling_out_fails_at_once(sandbox: Sandbox) -> None:
    source = "import urllib.request\nurllib.request.urlopen('http://169.254.169.254/', timeout=5)"
    outcome = run_one(sandbox, source)
    assert outcome.exit_code == 1
    assert outcome.wall_time_s < 2


@pytest.mark.parametrize(
    ("name", "number", "arguments"),
    [
        ("ptrace", 101, "16, PARENT, 0, 0"),
        ("process_vm_readv", 310, "PARENT, 0, 0, 0, 0, 0"),
        ("process_vm_writev", 311, "PARENT, 0, 0, 0, 0, 0"),
        ("io_uring_setup", 425, "4, 0"),
        ("bpf", 321, "0, 0, 0"),
        ("userfaultfd", 323, "0"),
        ("perf_event_open", 298, "0, 0, 0, 0, 0"),
        ("keyctl", 250, "0, -3, 1"),
        ("add_key", 248, "0, 0, 0, 0, -3"),
        ("mq_open", 240, "b'/q', 66, 438, 0"),
        ("shmget", 29, "0, 4096, 950"),
        ("semget", 64, "0, 1, 950"),
        ("msgget", 68, "0, 950"),
        ("unshare", 272, "0x10000000"),
        ("clone with a new user namespace", 56, "0x10000011, 0, 0, 0, 0"),
        ("setns", 308, "0, 0"),
        ("mount", 165, "b'none', b'/tmp', b'tmpfs', 0, 0"),
        ("umount2", 166, "b'/tmp', 0"),
        ("chroot", 161, "b'/tmp'"),
        ("pivot_root", 155, "b'/tmp', b'/tmp'"),
        ("open_by_handle_at", 304, "0, 0, 0"),
        ("kexec_load", 246, "0, 0, 0, 0"),
        ("reboot", 169, "0, 0, 0, 0"),
        ("init_module", 175, "0, 0, 0"),
        ("swapon", 167, "b'/tmp/x', 0"),
        ("syslog", 103, "3, 0, 0"),
        ("settimeofday", 164, "0, 0"),
        ("personality", 135, "0x0040000"),
        ("memfd_create", 319, "b'x', 0"),
        ("setxattr", 188, "b'/proc/self/fd/1', b'user.x', b'y', 1, 0"),
    ],
)
def test_a_dangerous_call_is_refused(sandbox: Sandbox, name: str, number: int, arguments: str) -> None:
    source = (
        SYSCALL + f"PARENT = os.getppid()\nlibc.syscall({number}, {arguments})\n"
        "import errno\nprint(errno.errorcode[ctypes.get_errno()])"
    )
    assert read_output(sandbox, source) == "EPERM\n"


@pytest.mark.parametrize("call", ["os.mknod('/tmp/mem', 0o20600, os.makedev(1, 1))", "os.setuid(0)", "os.setgid(0)"])
def test_a_call_that_needs_a_right_is_refused(sandbox: Sandbox, call: str) -> None:
    outcome = run_one(sandbox, f"import os\n{call}")
    assert b"PermissionError" in outcome.stderr


@pytest.mark.parametrize("path", ["/etc/x", "/usr/x", "/opt/x", "/x", "/dev/x", "/proc/sys/kernel/core_pattern"])
def test_nothing_outside_the_writable_places_can_be_written(sandbox: Sandbox, path: str) -> None:
    outcome = run_one(sandbox, f"open({path!r}, 'w')")
    assert outcome.exit_code == 1
    assert b"Error" in outcome.stderr.splitlines()[-1]


def test_the_host_is_not_to_be_seen(sandbox: Sandbox) -> None:
    source = "import os\nprint([p for p in ('/root', '/home', '/work', '/var/run/docker.sock') if os.path.exists(p) and os.access(p, os.R_OK) and os.listdir(p)])"
    assert read_output(sandbox, source) == "[]\n"


def test_only_the_cells_own_processes_are_to_be_seen(sandbox: Sandbox) -> None:
    source = "import os\nprint(sorted(int(p) for p in os.listdir('/proc') if p.isdigit()) == sorted({1, os.getppid(), os.getpid()}))"
    assert read_output(sandbox, source) == "True\n"

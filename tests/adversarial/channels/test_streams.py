"""Every test has open file descriptions of its own on stdin, stdout and stderr: what a test does to them is gone with
it. The second of two tests reports what it finds before it leaves anything itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from tests.adversarial.channels.cells import local_without
from tests.cells import read_output, run_all
from tests.mutations import REUSED_STREAMS

NO_FILTER = (("        install_filter(FILTER)\n", ""),)

# What is found, and what is done, on a descriptor `fd`.
CHANNELS = {
    "lock of the open file description": (
        "struct.unpack('hhqqi4x', fcntl.fcntl(other, 36, struct.pack('hhqqi4x', 1, 0, 0, 0, 0)))[0] != 2",
        "fcntl.fcntl(fd, 37, struct.pack('hhqqi4x', 1, 0, 0, 0, 0))",
    ),
    "flock": ("taken(other)", "fcntl.flock(fd, fcntl.LOCK_EX)"),
    "owner": ("fcntl.fcntl(fd, fcntl.F_GETOWN)", "fcntl.fcntl(fd, fcntl.F_SETOWN, os.getppid())"),
    "signal": ("fcntl.fcntl(fd, fcntl.F_GETSIG)", "fcntl.fcntl(fd, fcntl.F_SETSIG, 34)"),
    "position": ("os.lseek(fd, 0, 1)", "os.lseek(fd, 7, 0)"),
    "flags": (
        "fcntl.fcntl(fd, fcntl.F_GETFL) & (os.O_NONBLOCK | os.O_NOATIME)",
        "fcntl.fcntl(fd, fcntl.F_SETFL, os.O_NONBLOCK)",
    ),
    "size of what may be read at once": ("0 if os.fstat(fd).st_size in (0, 2) else 1", "os.ftruncate(fd, 5)"),
}
PROGRAM = """
import fcntl, json, os, struct, sys
def taken(fd):
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    fcntl.flock(fd, fcntl.LOCK_UN)
first = os.read(0, 1) == b'1'
os.lseek(0, 0, 0)
found = []
if not first:
    for fd in (0, 1, 2):
        other = os.open(f'/proc/self/fd/{fd}', os.O_RDWR)
        try:
            found.append(FOUND)
        except OSError:  # the filter denies it
            found.append(0)
        os.close(other)
else:
    for fd in (0, 1, 2):
        try:
            DONE
        except OSError:
            pass
if found:
    print(json.dumps([int(each or 0) for each in found]))
"""


def look_at_streams(sandbox: Sandbox, channel: str) -> Any:
    look, do = CHANNELS[channel]
    left, looked = run_all(sandbox, PROGRAM.replace("FOUND", look).replace("DONE", do), [b"1\n", b"2\n"])
    assert (left.exit_code, looked.exit_code) == (0, 0), (left.stderr, looked.stderr)
    return json.loads(looked.output or b"")


@pytest.mark.parametrize("channel", CHANNELS)
def test_nothing_done_to_the_standard_streams_is_seen_by_the_next_test(sandbox: Sandbox, channel: str) -> None:
    assert look_at_streams(sandbox, channel) == [0, 0, 0]


def test_where_the_streams_lie_no_program_can_enter(sandbox: Sandbox) -> None:
    source = (
        "import os\n"
        "for attempt in (os.listdir, os.chdir, lambda p: open(p + '/x', 'w'), lambda p: os.chmod(p, 0o777),\n"
        "                lambda p: os.open(p, os.O_TMPFILE | os.O_RDWR), lambda p: os.link('/proc/self/fd/1', '/tmp/x')):\n"
        "    try:\n        attempt('/run/streams')\n        print('done')\n"
        "    except OSError:\n        print('denied')"
    )
    assert read_output(sandbox, source) == "denied\n" * 6


INODES = "import json, os\nprint(json.dumps([os.fstat(fd).st_ino for fd in (0, 1, 2)]))"


def inodes(sandbox: Sandbox) -> list[int]:
    return [number for outcome in run_all(sandbox, INODES, [b""] * 5) for number in json.loads(outcome.output or b"")]


def test_times_and_attributes_are_those_of_a_new_file(sandbox: Sandbox) -> None:
    assert len(set(inodes(sandbox))) == 15


def test_control_reused_streams_are_three_files(tmp_path: Path) -> None:
    with local_without(REUSED_STREAMS, tmp_path) as weakened:
        assert len(set(inodes(weakened))) == 3


@pytest.mark.parametrize("channel", ["lock of the open file description", "flock", "owner", "signal", "flags"])
def test_control_on_reused_streams_it_is_seen(channel: str, tmp_path: Path) -> None:
    with local_without((*REUSED_STREAMS, *NO_FILTER), tmp_path) as weakened:
        assert any(look_at_streams(weakened, channel))


# The zygote cuts a long stderr back while the program runs; here it would write where nothing can be written.
UNTRIMMABLE = """
import fcntl, os, time
fcntl.fcntl(2, fcntl.F_SETFL, 0)
os.ftruncate(2, 2 << 20)
os.lseek(2, (1 << 63) - 9, 0)
time.sleep(0.1)
print(1)
"""


def test_what_is_done_to_standard_error_ends_no_cell(sandbox: Sandbox) -> None:
    assert run_all(sandbox, UNTRIMMABLE, [b"", b""])[1].output == b"1\n"

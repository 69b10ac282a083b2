"""What the inner filter keeps from programs: tables of the host's, marks on files, others' locks and caches."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from equijudge_sandbox.drivers import local, local_packages
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits
from tests.adversarial.conftest import make_sandbox
from tests.cells import MIB, read_output, run_one, still_works

CALLS = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    ctypes.set_errno(0)
    return 'done' if libc.syscall(number, *arguments) != -1 else errno.errorcode[ctypes.get_errno()]
"""
AT_ONCE = Limits(cpu_time_s=8.0, wall_time_s=20.0, memory_bytes=128 * MIB)


def test_no_file_of_its_own_under_proc_can_be_written(sandbox: Sandbox) -> None:
    """Some are the session's, that is the cell's. Devices, standard streams and the writable places stay open."""
    source = """
for path in ('autogroup', 'comm', 'oom_score_adj', 'timerslack_ns', 'coredump_filter', 'clear_refs', 'attr/current'):
    try:
        open(f'/proc/self/{path}', 'w').close()
        print(path)
    except OSError:
        continue
import os
os.makedirs('/tmp/a/b'), os.mkdir('/tmp/c'), open('/tmp/a/b/x', 'w').close()
os.rename('/tmp/a/b/x', '/tmp/c/y'), os.link('/tmp/c/y', '/tmp/a/z'), os.rename('/tmp/a/b', '/tmp/c/b')
for path in ('/dev/null', '/dev/stdout', '/dev/stderr', '/tmp/x', '/dev/shm/x', 'x'):
    with open(path, 'a') as file:
        file.write('')
print('done')
"""
    assert read_output(sandbox, source) == "done\n"


def test_nothing_of_the_hosts_settings_can_be_seen(sandbox: Sandbox) -> None:
    source = """
import os
print(os.listdir('/proc/sys'))
for path in ('/proc/sys/kernel/core_pattern', '/proc/sys/fs/file-nr', '/proc/sysrq-trigger', '/proc/kcore', '/proc/keys'):
    try:
        print(open(path, 'rb').read(9))
    except OSError:
        print(b'')
"""
    assert read_output(sandbox, source) == "[]\n" + "b''\n" * 5


def test_no_pty_can_be_had(sandbox: Sandbox) -> None:
    source = """
import os
for attempt in (os.openpty, lambda: open('/dev/ptmx', 'r+b', 0), lambda: open('/dev/pts/ptmx', 'r+b', 0),
                lambda: os.posix_openpt(os.O_RDWR), lambda: open('/dev/pts/x', 'w')):
    try:
        print(attempt())
    except (OSError, AttributeError) as error:
        print('none')
print(os.listdir('/dev/pts'))
"""
    assert read_output(sandbox, source) == "none\n" * 5 + "[]\n"


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("AIO contexts", "call(206, 1000, ctypes.byref(ctypes.c_ulong(0)))"),
        ("inotify instances", "call(294, 0)"),
        ("inotify instances of old", "call(253)"),
        ("fanotify", "call(300, 0x200, 0)"),
        ("setxattrat", "call(463, -100, b'/tmp/box/main.py', 0, b'user.x', 0, 16)"),
        ("file_setattr", "call(469, -100, b'/tmp/box/main.py', 0, 24, 0)"),
        ("removexattr", "call(197, b'/tmp/box/main.py', b'user.x')"),
        ("cachestat", "call(451, 0, 0, 0, 0)"),
        ("vmsplice", "call(278, 1, 0, 0, 0)"),
        ("a scheduling class of its own", "call(144, 0, 3, ctypes.byref(ctypes.c_int(0)))"),
        ("a filter of its own", "call(317, 1, 0, 0)"),
    ],
)
def test_a_call_is_refused_before_it_takes_anything(sandbox: Sandbox, name: str, attempt: str) -> None:
    assert read_output(sandbox, f"{CALLS}print({attempt})") == "EPERM\n"


@pytest.mark.parametrize("number", [250_000, 471, 460, 444, 400], ids=str)
def test_a_call_that_is_not_known_is_as_on_an_older_kernel(sandbox: Sandbox, number: int) -> None:
    assert read_output(sandbox, f"{CALLS}print(call({number}, 0, 0, 0))") == "ENOSYS\n"


@pytest.mark.parametrize(
    ("attempt", "answer"),
    [
        ("call(157, 4, 0, 0, 0, 0)", "EPERM"),  # PR_SET_DUMPABLE
        ("call(157, 22, 2, 0)", "EINVAL"),  # PR_SET_SECCOMP
        ("call(157, 28, 1, 0, 0, 0)", "EINVAL"),  # PR_SET_SECUREBITS
        ("call(157, 15, b'name', 0, 0, 0)", "done"),
        ("call(56, 0x8000 | 17, 0, 0, 0, 0)", "EPERM"),  # clone with CLONE_PARENT
        ("call(53, 30, 1, 0, ctypes.byref((ctypes.c_int * 2)()))", "EAFNOSUPPORT"),  # socketpair of TIPC
        ("call(72, 1, 15, 0)", "EINVAL"),  # F_SETOWN_EX
        ("call(72, 1, 8, os.getpid())", "EINVAL"),  # F_SETOWN
        ("call(72, 1, 10, 10)", "EINVAL"),  # F_SETSIG
        ("call(72, 1, 37, b' ' * 32)", "EINVAL"),  # F_OFD_SETLK
        ("call(72, 1, 1024, 0)", "EINVAL"),  # F_SETLEASE
        ("call(72, 0, 1036, ctypes.byref(ctypes.c_ulong(2)))", "EINVAL"),  # F_SET_RW_HINT
        ("call(16, 0, 0x5412, b'x')", "ENOTTY"),  # TIOCSTI
        ("call(9, 0, 2 << 20, 3, 0x40022, -1, 0)", "ENOMEM"),  # mmap with MAP_HUGETLB
        ("call(28, 0, 0, 12)", "EINVAL"),  # MADV_MERGEABLE
        ("call(28, 0, 0, 21)", "EINVAL"),  # MADV_PAGEOUT
        ("call(28, 0, 0, 25)", "EINVAL"),  # MADV_COLLAPSE
        ("call(237, 0, 0, 2, 0, 0, 0)", "EPERM"),  # mbind
    ],
)
def test_of_a_call_that_is_needed_only_what_is_needed_is_there(sandbox: Sandbox, attempt: str, answer: str) -> None:
    assert read_output(sandbox, f"{CALLS}print({attempt})") == f"{answer}\n"


def test_another_calling_convention_is_no_way_to_a_call(sandbox: Sandbox) -> None:
    """x32's numbers. Under Docker libseccomp's program ends who uses them."""
    outcome = run_one(sandbox, f"{CALLS}print(call(0x40000000 + 1, 1, b'x32', 3))")
    assert outcome.output in (b"ENOSYS\n", b"")
    assert (outcome.output == b"") == (outcome.signal == signal.SIGSYS)


def test_timers_are_bounded(sandbox: Sandbox) -> None:
    source = f"""{CALLS}
made = 0
for _ in range(5000):
    made += call(222, 1, None, ctypes.byref(ctypes.c_int())) == 'done'
print(made <= 1024, made > 0)
"""
    assert read_output(sandbox, source) == "True True\n"
    assert still_works(sandbox)


# Two programs in two cells at once: what one does to a file that both can read, the other looks for.
SHARED = "/usr/bin/env"
MARKED = "marked"
PROLOGUE = f"""
import ctypes, fcntl, os, signal, struct, time
libc = ctypes.CDLL(None, use_errno=True)
FILE = os.open({SHARED!r}, os.O_RDONLY)
def lock(kind):
    return struct.pack('hhqqi4x', kind, 0, 0, 4, 0)
def kind_of(answer):
    return struct.unpack_from('h', answer)[0]
"""
CHANNELS = {
    "flock": (
        "fcntl.flock(FILE, fcntl.LOCK_EX)",
        "try:\n        fcntl.flock(FILE, fcntl.LOCK_EX | fcntl.LOCK_NB); fcntl.flock(FILE, fcntl.LOCK_UN)\n"
        "    except BlockingIOError:\n        found = True",
    ),
    "a record lock": (
        "fcntl.fcntl(FILE, fcntl.F_SETLK, lock(fcntl.F_RDLCK))",
        "found = kind_of(fcntl.fcntl(FILE, fcntl.F_GETLK, lock(fcntl.F_WRLCK))) != fcntl.F_UNLCK",
    ),
    "a lock of an open file description": (
        "fcntl.fcntl(FILE, 37, lock(fcntl.F_RDLCK))",
        "found = kind_of(fcntl.fcntl(FILE, 36, lock(fcntl.F_WRLCK))) != fcntl.F_UNLCK",
    ),
    "inotify": (
        f"os.pread(os.open({SHARED!r}, os.O_RDONLY), 1, 0)",
        f"watch = globals().get('watch') or libc.inotify_init1(os.O_NONBLOCK)\n"
        f"    libc.inotify_add_watch(watch, {SHARED!r}.encode(), 1)\n"
        "    try:\n        found = watch >= 0 and bool(os.read(watch, 4096))\n"
        "    except BlockingIOError:\n        pass",
    ),
}
WRITER = """
until = time.monotonic() + 4
while time.monotonic() < until:
    try:
        {0}
    except OSError:
        pass
    time.sleep(0.05)
"""
READER = """
found = False
until = time.monotonic() + 3
while not found and time.monotonic() < until:
    try:
        {0}
    except OSError:
        pass
    time.sleep(0.02)
print('marked' if found else 'nothing')
"""


def at_once(writer: Sandbox, reader: Sandbox, channel: str) -> str:
    """What the reader says while the writer is at work."""
    write, read = CHANNELS[channel]
    body = read.replace("\n    ", "\n        ")
    with ThreadPoolExecutor() as pool:
        writing = pool.submit(run_one, writer, PROLOGUE + WRITER.format(write), b"", AT_ONCE)
        time.sleep(0.2)
        outcome = run_one(reader, PROLOGUE + READER.format(body), b"", AT_ONCE)
        assert writing.result().exit_code == 0, writing.result().stderr.decode()
    assert outcome.exit_code == 0, outcome.stderr.decode()
    return (outcome.output or b"").decode().strip()


@contextmanager
def another(driver: str, folder: Path) -> Iterator[Sandbox]:
    made = make_sandbox(driver, folder)
    try:
        yield made
    finally:
        made.close()


@pytest.mark.parametrize("channel", CHANNELS)
def test_nothing_done_to_a_shared_file_is_seen_in_another_cell(sandbox: Sandbox, channel: str, tmp_path: Path) -> None:
    with another(sandbox.info().driver, tmp_path) as second:
        assert at_once(sandbox, second, channel) == "nothing"


@pytest.mark.parametrize("channel", CHANNELS)
def test_without_the_filter_it_would_be_seen(channel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: local cells whose runner installs no filter, on the same file of the host's."""
    unfiltered = tmp_path / "runner.py"
    text = local_packages.RUNNER.read_text()
    assert text.count("        install_filter(FILTER)\n") == 1
    unfiltered.write_text(text.replace("        install_filter(FILTER)\n", ""))
    monkeypatch.setattr(local_packages, "RUNNER", unfiltered)
    monkeypatch.setattr(local, "RUNNER", unfiltered)
    with another("local", tmp_path / "one") as first, another("local", tmp_path / "two") as second:
        assert at_once(first, second, channel) == MARKED


@pytest.mark.parametrize(
    "attempt", ["os.fsync(999)", "os.fdatasync(999)", "os.posix_fadvise(999, 0, 0, 4)", "libc.syncfs(999)"]
)
def test_what_would_have_the_hosts_disk_work_never_gets_to_the_kernel(sandbox: Sandbox, attempt: str) -> None:
    """It succeeds, which on a descriptor that is none the kernel would not let it."""
    assert read_output(sandbox, f"{CALLS}print({attempt} or 'nothing')") == "nothing\n"


@pytest.mark.parametrize(
    "source",
    [
        "import sqlite3\nc = sqlite3.connect('/tmp/box/x')\nc.execute('create table t (a)')\n"
        "c.execute('insert into t values (7)')\nc.commit()\nc.execute('pragma journal_mode=wal')\n"
        "c.execute('insert into t values (8)')\nc.commit()\nc.close()\n"
        "print(sqlite3.connect('/tmp/box/x').execute('select sum(a) from t').fetchone() == (15,))",
        "import mailbox\nm = mailbox.mbox('/tmp/box/m')\nm.lock()\nm.add('x')\nm.flush()\nm.unlock()\nprint(len(m) == 1)",
        "import dbm.dumb\nd = dbm.dumb.open('/tmp/box/d', 'c')\nd['a'] = 'b'\nd.sync()\nprint(d['a'] == b'b')",
        "import fcntl\nf = open('/tmp/box/l', 'w')\nfcntl.flock(f, fcntl.LOCK_EX)\nfcntl.lockf(f, fcntl.LOCK_EX)\nprint(True)",
        "import mmap, tempfile\nf = tempfile.TemporaryFile()\nf.truncate(4096)\nm = mmap.mmap(f.fileno(), 4096)\n"
        "m[0] = 7\nm.flush()\nf.seek(0)\nprint(f.read(1) == b'\\x07')",
        "import ssl, decimal, socket\na, b = socket.socketpair()\na.sendall(b'x')\nprint(b.recv(1) == b'x')",
        "import shutil\nshutil.copy2('/tmp/box/main.py', '/tmp/box/copy')\nprint(True)",
        "import asyncio, sys\nasync def f():\n    p = await asyncio.create_subprocess_exec(sys.executable, '-c', '')\n"
        "    return await p.wait()\nprint(asyncio.run(f()) == 0)",
        "import os\nos.nice(1)\nos.sched_setaffinity(0, os.sched_getaffinity(0))\nprint(True)",
        "import signal, time\nhits = []\nsignal.signal(signal.SIGALRM, lambda *_: hits.append(1))\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.01)\ntime.sleep(0.1)\nprint(len(hits) == 1)",
        "import subprocess, sys\np = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)\n"
        "p.kill()\nprint(p.wait() == -9)",
    ],
    ids=[
        "sqlite3",
        "mailbox",
        "dbm",
        "locks",
        "mmap",
        "socketpair",
        "copy2",
        "asyncio",
        "scheduling",
        "itimer",
        "kill",
    ],
)
def test_what_honest_programs_call_is_there(sandbox: Sandbox, source: str) -> None:
    assert read_output(sandbox, source) == "True\n"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_multiprocessing_is_there_with_start_methods_that_send_no_descriptor(sandbox: Sandbox, method: str) -> None:
    """A queue, a lock, a connection that the process is started with, and a pool."""
    source = f"""
import multiprocessing
def work(lock, queue, connection):
    with lock:
        queue.put(connection.recv())
def square(n):
    return n * n
if __name__ == '__main__':
    context = multiprocessing.get_context({method!r})
    lock, queue, (ours, theirs) = context.Lock(), context.Queue(), context.Pipe()
    process = context.Process(target=work, args=(lock, queue, theirs), daemon=True)
    process.start()
    ours.send(7)
    print(queue.get(), flush=True)
    process.join()
    with context.Pool(2) as pool:
        print(pool.map(square, range(4)), process.exitcode)
"""
    outcome = run_one(sandbox, source, b"", AT_ONCE)
    assert outcome.exit_code == 0, outcome.stderr.decode()
    assert outcome.output == b"7\n[0, 1, 4, 9] 0\n"


def test_a_fork_server_is_refused_at_once(sandbox: Sandbox) -> None:
    source = """
import multiprocessing
if __name__ == '__main__':
    multiprocessing.get_context('forkserver').Process(target=print).start()
"""
    outcome = run_one(sandbox, source, b"", AT_ONCE)
    assert (outcome.exit_code, outcome.exception, outcome.wall_time_s < 5) == (1, "PermissionError", True)

"""The same two programs with nothing between them: in one namespace, unwiped, the first one still there, the second
forked from it where a channel is inherited. What is left in this namespace ends with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from equijudge_sandbox.drivers.local import find_bwrap
from equijudge_selftest.attacks.channels import Channel
from equijudge_selftest.attacks.native_channels import NATIVE
from equijudge_selftest.attacks.native_program import native_program

LIBRARY = str(Path(os.__file__).parent)
JAIL = (
    "--dev-bind", "/", "/", "--tmpfs", "/tmp", "--tmpfs", "/dev/shm", "--tmpfs", "/var/tmp", "--tmpfs", "/run",
    "--perms", "1777", "--dir", "/run/lock", "--mqueue", "/dev/mqueue", "--proc", "/proc", "--tmpfs", "/sys/fs/cgroup",
    "--unshare-user", "--uid", "0", "--gid", "0", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
    "--cap-add", "ALL", "--new-session", "--die-with-parent", "--overlay-src", LIBRARY, "--tmp-overlay", LIBRARY,
)  # fmt: skip
MARK = "mark" + "abcdefghij" * 2


def without_walls(channel: Channel, folder: Path) -> tuple[str, str]:
    """What the look sees before and after something was left."""
    command = [find_bwrap(), *JAIL, "--bind", str(folder), "/mnt", sys.executable, "-c", DRIVER]
    given = json.dumps(
        {"leave": channel.leave, "look": channel.look, "inherited": channel.inherited, "mark": MARK[::-1]}
    )
    (folder / "given.json").write_text(given)
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "before").read_text(), (folder / "after").read_text()


def compile_native(folder: Path) -> Path:
    """Compile the native channels as on any machine; the program."""
    source, program = folder / "main.cpp", folder / "program"
    source.write_text(native_program(1.0, "control"))
    subprocess.run(["g++", "-std=gnu++17", "-O2", "-w", str(source), "-o", str(program)], check=True, timeout=60)
    return program


def native_without_walls(program: Path, channel: Channel, folder: Path) -> tuple[str, str]:
    """What the look sees before and after something was left by the same process."""
    (folder / "program").write_bytes(program.read_bytes())
    (folder / "program").chmod(0o755)
    command = [find_bwrap(), *JAIL, "--bind", str(folder), "/mnt", "--chdir", "/tmp", "/bin/sh", "-c", STREAMS]
    (folder / "in").write_text(f"both {NATIVE.index(channel)} {MARK}\n")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    before, _, after = (folder / "out").read_text().partition("\n")
    return before, after


# What is left on the standard streams is left on files, and the program lies in memory as in a cell.
STREAMS = "cp /mnt/program /tmp && /tmp/program < /mnt/in > /mnt/out 2> /mnt/err"
DRIVER = """
import json, os, signal, sys, time

given = json.load(open("/mnt/given.json"))
os.chdir("/tmp")


def forked(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException as error:
            print(type(error).__name__, error, file=open("/mnt/error", "w"))
        sys.stdout.flush()
        os._exit(0)
    return pid


def look(name):
    # the standard streams are the files that are left as they are; what is seen goes elsewhere
    def work():
        sys.stdout = open("/mnt/" + name, "w")
        exec(given["look"], {"__builtins__": __builtins__})
    os.waitpid(forked(work), 0)


def leave():
    LEFT["MARK"] = given["mark"][::-1]  # until then it is nowhere in memory
    exec(given["leave"], LEFT)


LEFT = {"__builtins__": __builtins__}
files = [os.open("/tmp/stream" + str(number), os.O_RDWR | os.O_CREAT) for number in range(3)]
for number, file in enumerate(files):
    os.dup2(file, number)
    os.unlink("/tmp/stream" + str(number))
look("before")
if given["inherited"]:
    leave()
    look("after")
else:
    told, tell = os.pipe()

    def stay():
        leave()
        os.write(tell, b"+")
        time.sleep(60)

    first = forked(stay)
    os.close(tell)
    if os.read(told, 1) != b"+":
        raise SystemExit("nothing could be left: " + open("/mnt/error").read())
    look("after")
    os.kill(first, signal.SIGKILL)
"""

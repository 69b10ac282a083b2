"""Runs inside a cell as a candidate like any other, and prints as JSON all that an earlier one could have left.

What it finds is the same in every clean cell of one kind; attack_runner.py compares. Standard library only.
"""

import fcntl
import json
import os
import re
import resource
import sys

SKIPPED = ("/proc", "/sys")
STATUS = ("Groups", "Threads", "SigPnd", "ShdPnd", "SigBlk", "SigIgn", "SigCgt", "CapInh", "CapPrm", "CapEff", "CapBnd",
          "CapAmb", "NoNewPrivs", "Seccomp", "Seccomp_filters", "Cpus_allowed")  # fmt: skip


def read(path: str) -> str:
    """A file of /proc, or why it cannot be read (which is the same in every cell)."""
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        return type(error).__name__


def folders(top: str) -> list[str]:
    """The directories right below."""
    try:
        return [entry.path for entry in os.scandir(top) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def writable_places() -> list[str]:
    """Directories of the first two levels in which this program may write."""
    tops = [top for top in folders("/") if top not in SKIPPED]
    return sorted(place for place in ["/", *tops, *(inner for top in tops for inner in folders(top))]
                  if os.access(place, os.W_OK))  # fmt: skip


def paths_below(place: str) -> list[str]:
    """Everything below a place but this program."""
    found = [os.path.join(where, name) for where, inner, names in os.walk(place) for name in inner + names]
    return sorted(path for path in found if path not in (os.getcwd(), os.path.abspath(__file__)))


def usage(place: str) -> list[int]:
    """Files and blocks in use: what was removed and is still held open shows here."""
    facts = os.statvfs(place)
    return [facts.f_files - facts.f_ffree, facts.f_blocks - facts.f_bfree]


def processes() -> list[str]:
    """Names of all processes of the cell."""
    return sorted(read(f"/proc/{pid}/comm").strip() for pid in os.listdir("/proc") if pid.isdigit())


def descriptors() -> dict[str, list[int]]:
    """Open descriptors, with their flags and positions."""
    found = {}
    for number in range(1024):
        try:
            flags = fcntl.fcntl(number, fcntl.F_GETFL)
        except OSError:
            continue
        found[str(number)] = [flags, os.lseek(number, 0, os.SEEK_CUR)]
    return found


def marks() -> list[str]:
    """What is in the memory of this process that looks as the marks do that attacks leave."""
    found: set[bytes] = set()
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            start, end = (int(text, 16) for text in line.split()[0].split("-"))
            if " rw" in line and end - start < 1 << 26:
                memory.seek(start)
                found |= set(re.findall(rb"mark[a-z]{20}", memory.read(end - start)))
    return sorted(mark.decode() for mark in found)


def cgroup_bytes() -> int:
    """What the kernel charges the whole cell, without the page cache that it gives back by itself: of the files of
    compilers and runtimes that is dozens of megabytes. 0: no cgroup."""
    for usage, prefix in (("memory/memory.usage_in_bytes", "total_"), ("memory.current", "")):
        path = "/sys/fs/cgroup/" + usage
        if os.access(path, os.R_OK):
            fields = dict(line.split() for line in read(os.path.dirname(path) + "/memory.stat").splitlines())
            return int(read(path)) - sum(int(fields[f"{prefix}{kind}_file"]) for kind in ("active", "inactive"))
    return 0


def report() -> dict[str, object]:
    """All of it."""
    status = dict(line.split(":", 1) for line in read("/proc/self/status").splitlines())
    places = writable_places()
    modules = {name: str(getattr(module, "__file__", "")) for name, module in sorted(sys.modules.items())}
    umask = os.umask(0)
    return {
        "descriptors": descriptors(),
        "files": {place: paths_below(place) for place in places},
        "room": {place: usage(place) for place in places},
        "processes": processes(),
        "status": {name: status.get(name, "").strip() for name in STATUS},
        "environment": dict(os.environ),
        "limits": {
            name: resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name[:7] == "RLIMIT_"
        },
        "umask": umask,
        "nice": os.nice(0),
        "out-of-memory score": read("/proc/self/oom_score_adj"),
        "shared memory, semaphores, queues": [read(f"/proc/sysvipc/{kind}") for kind in ("shm", "sem", "msg")],
        "sockets": sum("@" in line for line in read("/proc/net/unix").splitlines()),
        "mounts": len(read("/proc/self/mounts").splitlines()),
        "path": sys.path,
        "modules": modules,
        "host name": os.uname().nodename,
        "directory": os.getcwd(),
        "marks": marks(),
    }


if __name__ == "__main__":
    print(json.dumps({"charged_bytes": cgroup_bytes(), "found": report()}, sort_keys=True))

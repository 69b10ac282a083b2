"""Programs that hold memory where no process shows it as resident: each as much as its `{size}` bytes, and waits."""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_sandbox.outcome import Limits
from tests.cells import MIB

LIMIT = 64 * MIB


def roomy(memory_bytes: int = LIMIT) -> Limits:
    """Limits of which only that on memory matters."""
    return Limits(cpu_time_s=20.0, wall_time_s=60.0, memory_bytes=memory_bytes)


WAIT = "\nimport time\ntime.sleep(0.3)\nprint(1)\n"

SOCKETS = """
import socket
held, left = [], {size}
while left > 0:
    pair = socket.socketpair()
    held.append(pair)
    pair[0].setblocking(False)
    try:
        while left > 0:
            left -= pair[0].send(bytes(32 << 10))
    except BlockingIOError:
        pass
"""
PIPES = """
import fcntl, os
left = {size}
while left > 0:
    read, write = os.pipe()
    try:
        room = fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 1 << 20)
    except PermissionError:
        room = fcntl.fcntl(write, fcntl.F_GETPIPE_SZ)
    os.set_blocking(write, False)
    left -= os.write(write, bytes(room))
"""
# One page read in every 2 MiB of addresses: the page is the kernel's own zero page, its table takes 4 KiB.
PAGE_TABLES = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
length = ({size} // 4096) * (2 << 20)
base = libc.mmap(None, length, 1, 0x4022, -1, 0)
assert base != 2 ** 64 - 1
for address in range(base, base + length, 2 << 20):
    ctypes.c_char.from_address(address).value
"""
UNLINKED = """
import os
for place in ('/tmp', '/dev/shm'):
    file = os.open(place + '/x', os.O_RDWR | os.O_CREAT)
    os.unlink(place + '/x')
    left = {size} // 2
    while left > 0:
        left -= os.write(file, bytes(min(left, 1 << 20)))
"""
# Shared memory stays when a process lets its pages go: they are its mapping's, and come back when it is touched.
LET_GO = """
import mmap
held = mmap.mmap(-1, {size})
for start in range(0, {size}, 1 << 20):
    held[start:start + (1 << 20)] = bytes(1 << 20)
    held.madvise(mmap.MADV_DONTNEED, start, 1 << 20)
"""
# What epoll keeps of every descriptor that it watches: some 200 bytes. Processes, since each may open 1,024 files.
EPOLL_WATCHES = """
import os, select, time
files = [os.eventfd(0) for _ in range(500)]
left, held = {size} // 192, []
while left > 0:
    if len(held) == 450:
        if os.fork():
            time.sleep(2)
            os._exit(0)
        held.clear()
    held.append(select.epoll())
    for file in files[:left]:
        held[-1].register(file)
    left -= len(files)
"""
# So many processes, each with an interpreter of its own and so many MiB: each less than the interpreter they are forked
# from, so that none shows more than it.
INTERPRETERS = """
import os, sys
import numpy
read, write = os.pipe()
os.set_inheritable(write, True)
hold = 'import os, time; a = bytes(range(256)) * (8 << 12); os.write(%d, b"."); time.sleep(0.5)' % write
for _ in range({processes}):
    if os.fork() == 0:
        os.execv(sys.executable, ['python3', '-S', '-E', '-s', '-c', hold])
for _ in range({processes}):
    os.read(read, 1)
for _ in range({processes}):
    assert os.wait()[1] == 0
print(1)
"""


@dataclass(frozen=True)
class Kind:
    """A way to hold memory: how much is over its limit for certain, and how much an honest program may hold."""

    source: str
    limit: int = LIMIT
    over: int = LIMIT + 24 * MIB
    below: int = LIMIT // 2


# What a send buffer counts is half as much again as what was sent; the kernel gives one uid 64 MiB of pipes.
KINDS = {
    "socket buffers": Kind(SOCKETS, over=LIMIT + 64 * MIB),
    "pipes": Kind(PIPES, limit=32 * MIB, over=56 * MIB, below=16 * MIB),
    "page tables": Kind(PAGE_TABLES),
    "unlinked files": Kind(UNLINKED),
    "shared memory let go": Kind(LET_GO),
    "epoll's watches": Kind(EPOLL_WATCHES),
}

"""What a program leaves for the next test, for its confirming run, for the next candidate.

Channels as a matrix are in channels.py; these are whole attacks, as a candidate would send them. A program that finds
what it left prints something other than what is expected.
"""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, attack, of_topic
from equijudge_selftest.topics import Topic

AC, TLE = Verdict.AC, Verdict.TLE
IN_FLIGHT = """
import array, socket
def leave_in_flight(descriptor):
    a, b = socket.socketpair()
    for one, other in ((a, b), (b, a)):
        rights = array.array('i', [descriptor, other.fileno()])
        try:
            one.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        except OSError:
            return
"""
# `marks()`: 24 letters that begin with "mark", wherever this process can read memory of its own.
MARKS = """
import re
def marks():
    found = set()
    with open('/proc/self/maps') as maps, open('/proc/self/mem', 'rb', 0) as memory:
        for line in maps:
            start, end = (int(text, 16) for text in line.split()[0].split('-'))
            if ' rw' in line and end - start < 1 << 26:
                memory.seek(start)
                found |= set(re.findall(rb'mark[a-z]{20}', memory.read(end - start)))
    return found
"""
MARKED = tuple(("mark" + letter * 20 + "\n", "0\n") for letter in "qxz")

ATTACKS = of_topic(
    Topic.BETWEEN_RUNS,
    attack("file-in-flight",
           "a file that only descriptors in flight hold takes no room from the next candidate", IN_FLIGHT + """
import os
file = os.open('/tmp/large', os.O_CREAT | os.O_RDWR)
os.unlink('/tmp/large')
for _ in range(60):
    os.write(file, bytes(1 << 20))
leave_in_flight(file)
print(1)
""", AC),
    attack("file-names-in-memory", "names of files are nowhere in the memory of a later test", MARKS + """
import os, random, string
if input() == 'leave':
    for _ in range(300):
        name = 'ma' + 'rk' + ''.join(random.choices(string.ascii_lowercase, k=20))
        os.makedirs(f'/tmp/{name}/{name}')
    print(0)
else:
    print(len(marks()))
""", AC, tests=(("leave\n", "0\n"), ("look\n", "0\n"), ("look\n", "0\n")), limits=BUSY),
    attack("socket-name-in-flight",
           "the name of an abstract socket in flight is not there for the next candidate", IN_FLIGHT + """
import random
for _ in range(40):
    kept = socket.socket(socket.AF_UNIX)
    kept.bind('\\0' + ''.join(random.choices('abc', k=100)))
    leave_in_flight(kept.fileno())
print(1)
""", AC),
    attack("standard-stream-state", "nothing that was set on the standard streams is there in the next test", """
        import ctypes, fcntl, os, platform, struct
        libc = ctypes.CDLL(None)
        def state(fd):
            facts = os.fstat(fd)
            held = struct.unpack('hhqqi4x', fcntl.fcntl(fd, fcntl.F_GETLK, struct.pack('hhqqi4x', 1, 0, 0, 0, 0)))[0]
            return (fcntl.fcntl(fd, fcntl.F_GETFL), fcntl.fcntl(fd, fcntl.F_GETOWN), fcntl.fcntl(fd, 11),
                    facts.st_mode, facts.st_size if fd else 0, int(facts.st_mtime) == 7, held, os.listxattr(fd))
        input()
        print([state(fd) for fd in (1, 2)] == [
            (fcntl.fcntl(1, fcntl.F_GETFL) & ~os.O_APPEND & ~os.O_NONBLOCK, 0, 0, os.fstat(0).st_mode, 0, False, 2, []),
            (fcntl.fcntl(1, fcntl.F_GETFL) & ~os.O_NONBLOCK | os.O_APPEND, 0, 0, os.fstat(0).st_mode, 0, False, 2, []),
        ] and os.fstat(0).st_mode & 0o777 != 0o604, flush=True)
        changes = [lambda fd: fcntl.fcntl(fd, fcntl.F_SETFL, os.O_NONBLOCK | os.O_APPEND),
                   lambda fd: fcntl.fcntl(fd, fcntl.F_SETOWN, os.getpid()), lambda fd: fcntl.fcntl(fd, 10, 12),
                   lambda fd: fcntl.fcntl(fd, 37, struct.pack('hhqqi4x', 1, 0, 0, 0, 0)),
                   lambda fd: fcntl.flock(fd, fcntl.LOCK_EX), lambda fd: os.setxattr(fd, 'user.mark', b'1'),
                   lambda fd: libc.syscall(463, fd, b'', 0x1000, b'user.mark', b'1', 16),
                   lambda fd: os.fchmod(fd, 0o604), lambda fd: os.utime(fd, (7, 7))]
        for change in changes:
            for fd in (0, 1, 2):
                try:
                    change(fd)
                except OSError:
                    continue
        """, AC, tests=(("\n", "True\n"),) * 3),
    attack("earlier-input-in-memory",
           "inputs and outputs of earlier tests are not in the memory of a later one", MARKS + """
import sys
own = input()
print(own * 100, file=sys.stderr)
print(len(marks() - {own.encode()}))
""", AC, tests=MARKED, limits=BUSY),
    attack("half-done-work", "a program that is too slow cannot leave its work to its own confirming runs", """
        import math, os, time
        places = ('/tmp', '/dev/shm', '/var/tmp', '/run/lock')
        places = [f'{place}/done' for place in places if os.access(place, os.W_OK)]
        done = getattr(math, 'done', 0)
        for place in places:
            if os.path.exists(place):
                done = max(done, int(open(place).read()))
        while done < 20:
            until = time.process_time() + 0.1
            while time.process_time() < until:
                pass
            done += 1
            math.done = done
            for place in places:
                with open(place, 'w') as file:
                    file.write(str(done))
        print(1)
        """, TLE, limits=BUSY),
    attack("shared-file-lock", "a lock on a file that all cells share excludes nobody", """
        import fcntl, os
        first, second = (os.open(os.__file__, os.O_RDONLY) for _ in range(2))
        fcntl.flock(first, fcntl.LOCK_EX)
        if os.fork() == 0:
            fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os._exit(0)
        print(1 - os.wait()[1])
        """, AC),
)  # fmt: skip

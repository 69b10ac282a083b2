"""Programs that look for their checker: its files, its processes, the answer that it is given, another way to its
verdict. The answer is a word that nothing else holds: who finds it prints it, and is right."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import QUICK, Attack, attack, of_topic
from equijudge_selftest.attacks.checked_outputs import HONEST, RIGHT, TESTS, THEN, own
from equijudge_selftest.topics import Topic

AC, RE, TLE, WA = Verdict.AC, Verdict.RE, Verdict.TLE, Verdict.WA
WORD = "markqzjxvkwpbygmfhdlcnrt"
SECRET = ((f"{0}\n", f"{WORD}\n"), ("1\n", f"{WORD}\n"), ("2\n", f"{WORD}\n"))
# Stays for a while with the answer in its memory, its words, its files, a socket's name and a child's words.
OPEN_HANDED = own("dmoj", """
import os, shutil, socket, sys, time
answer = open('answer').read().strip()
for place in ('/tmp', '/dev/shm', '/var/tmp', '/run/lock', '/dev/mqueue', '.'):
    try:
        open(f'{place}/{answer}', 'w').write(answer)
        os.chmod(f'{place}/{answer}', 0o666)
    except OSError:
        pass
named = socket.socket(socket.AF_UNIX)
named.bind('\\0' + answer)
named.listen()
if os.fork() == 0:
    os.setsid()
    os.execv(sys.executable or '/usr/bin/python3', ['python3', '-c', 'import time; time.sleep(60)', answer])
time.sleep(0.3)
sys.exit(open('output', errors='replace').read().strip() != answer)
""", time_limit_s=2.0, flags=(WORD,), files={"secret.txt": WORD})  # fmt: skip
PATTERN = "import os, re, time\nWORD = re.compile(rb'mark[a-z]{20}')\n"
FILES = """
def look():
    for top in ('/tmp', '/dev/shm', '/var/tmp', '/run', '/dev/mqueue', '/home', '/root', '/opt/equijudge', '/srv'):
        for where, folders, files in os.walk(top):
            for name in folders + files:
                yield os.fsencode(name)
                try:
                    with open(os.path.join(where, name), 'rb') as file:
                        yield file.read(1 << 20)
                except OSError:
                    pass
"""
PROCESSES = """
def look():
    for pid in filter(str.isdigit, os.listdir('/proc')):
        for name in ('cmdline', 'environ', 'comm', 'maps', 'status', 'stat', 'mountinfo'):
            try:
                with open(f'/proc/{pid}/{name}', 'rb') as file:
                    yield file.read(1 << 20)
            except OSError:
                pass
"""
DESCRIPTORS = """
def look():
    for pid in filter(str.isdigit, os.listdir('/proc')):
        for kind in ('fd', 'cwd', 'root', 'map_files'):
            try:
                names = os.listdir(f'/proc/{pid}/{kind}')
            except OSError:
                continue
            for name in names:
                try:
                    yield os.fsencode(os.readlink(f'/proc/{pid}/{kind}/{name}'))
                    with open(f'/proc/{pid}/{kind}/{name}', 'rb', 0) as file:
                        os.set_blocking(file.fileno(), False)
                        yield file.read(1 << 20) or b''
                except OSError:
                    pass
"""
MEMORY = """
def look():
    for pid in ('self', *filter(str.isdigit, os.listdir('/proc'))):
        try:
            with open(f'/proc/{pid}/maps') as maps, open(f'/proc/{pid}/mem', 'rb', 0) as memory:
                for line in maps:
                    start, end = (int(text, 16) for text in line.split()[0].split('-'))
                    if ' rw' in line and end - start < 1 << 25:
                        memory.seek(start)
                        yield memory.read(end - start)
        except OSError:
            pass
"""
SOCKETS = """
def look():
    for name in ('net/unix', 'net/tcp', 'net/tcp6', 'sysvipc/shm', 'sysvipc/msg', 'sysvipc/sem', 'locks', 'keys'):
        try:
            with open('/proc/' + name, 'rb') as file:
                yield file.read(1 << 20)
        except OSError:
            pass
"""
# Once more and once more, while the checker of the test before runs: the next tests are under way by then.
UNTIL_FOUND = """
until, found = time.monotonic() + 0.5, set()
while not found and time.monotonic() < until:
    for seen in look():
        found.update(WORD.findall(seen))
print(found.pop().decode() if found else 'nothing')
"""
PUT_EVERYWHERE = """
import os
for place in ('/tmp', '/tmp/box', '/dev/shm', '/var/tmp', '/run/lock', '/tmp/feedback'):
    try:
        os.makedirs(place, exist_ok=True)
    except OSError:
        continue
    for name, text in (('answer', '5 1'), ('input', '6'), ('output', '2 3'), ('score.txt', '100'), ('log', '2 3'),
                       ('dmoj-result.json', '{"passed": true, "points": 100}'), ('main.py', 'raise SystemExit(42)'),
                       ('sitecustomize.py', 'raise SystemExit(42)'), ('sys.py', 'raise SystemExit(42)')):
        try:
            open(f'{place}/{name}', 'w').write(text)
        except OSError:
            pass
print(5, 1)
"""


def seeks(slug: str, name: str, look: str) -> Attack:
    """A program that looks for the answer, with a checker that hides nothing of it."""
    source = PATTERN + look + UNTIL_FOUND
    return attack(slug, name, source, WA, tests=SECRET, own=OPEN_HANDED, then=((source, WA),))


def behaves(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """A program under an honest checker."""
    return attack(slug, name, source, *accept, **{"tests": TESTS, "own": HONEST, "then": THEN, **more})


ATTACKS = of_topic(
    Topic.CHECKERS,
    seeks("seek-answer-in-files", "no program finds the checker's files, or the answer in them", FILES),
    seeks("seek-answer-in-processes", "no program sees the checker's processes, or what they were told", PROCESSES),
    seeks("seek-answer-in-descriptors", "no program reaches what a checker has opened", DESCRIPTORS),
    seeks("seek-answer-in-memory", "no program finds the answer in memory", MEMORY),
    seeks("seek-answer-in-sockets", "no program sees the checker's sockets, queues and locks", SOCKETS),
    behaves("files-for-the-checker", "files that a program leaves are not what its checker reads", PUT_EVERYWHERE, WA),
    behaves("kill-the-checker", "signals to all do not reach the checker", """
        import os, signal
        for number in (signal.SIGCONT, signal.SIGUSR1, signal.SIGTERM, signal.SIGKILL):
            for pid in (-1, 1, os.getppid()):
                try:
                    os.kill(pid, number)
                except OSError:
                    pass
        print(5, 1)
        """, WA, RE),
    behaves("exit-like-a-validator", "a program's 42 is no validator's", "print(5, 1)\nraise SystemExit(42)\n", RE),
    behaves("exit-like-a-validator-43", "a program's 43 is no validator's", "print(5, 0)\nraise SystemExit(43)\n", RE),
    behaves("right-output-too-late", "what a process writes after its program has ended is not checked", """
        import os, time
        print(5, 1, flush=True)
        if os.fork() == 0:
            os.setsid()
            time.sleep(0.3)
            os.pwrite(1, b'5 0 ', 0)
        """, WA),
    behaves("output-changed-while-checked", "an output cannot be changed while it is checked", """
        import os
        n = int(input())
        print(n, 1, flush=True)
        if os.fork() == 0:
            os.setsid()
            file = os.open('/proc/self/fd/1', os.O_RDWR)
            while True:
                os.pwrite(file, b'%d 0' % n, 0)
                os.pwrite(file, b'%d 1' % n, 0)
        """, WA, AC),
    behaves("output-links-to-answer", "an output file that links to the answer is not followed", """
        import os
        os.symlink('answer', 'result')
        """, WA, output_file="result", then=()),
    behaves("checker-not-asked", "a program that fails is not saved by a right output",
            f"{RIGHT}import os\nos.abort()\n", RE),
    behaves("checker-not-asked-late", "a program that is late is not saved by a right output",
            f"{RIGHT}import sys, time\nsys.stdout.flush()\ntime.sleep(60)\n", TLE, limits=QUICK),
)  # fmt: skip

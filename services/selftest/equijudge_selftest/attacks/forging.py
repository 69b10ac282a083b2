"""Forged verdicts and leaks. A program that finds a way prints something other than what is expected,
or, where it looks for the expected output itself, prints that."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import Attack, attack, of_topic
from equijudge_selftest.topics import Topic

AC, RE, WA = Verdict.AC, Verdict.RE, Verdict.WA
SECRET = (("", "zq7-secret-4711\n"),)
TWICE, THRICE = (("", "1\n"),) * 2, (("", "1\n"),) * 3
DENIED = "(PermissionError, FileNotFoundError, ProcessLookupError, NotADirectoryError)"
SYSCALL = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
def refused(name, number, *arguments):
    ctypes.set_errno(0)
    done = libc.syscall(number[os.uname().machine == 'aarch64'], *arguments)
    if done != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS, errno.EACCES):
        raise SystemExit(f'{name} was not refused: {done} {ctypes.get_errno()}')
"""


def calls(slug: str, name: str, *lines: str) -> Attack:
    """A program that makes system calls (number on x86_64, on aarch64), each of which must be refused."""
    body = "".join(f"refused({line})\n" for line in lines)
    return attack(slug, name, f"{SYSCALL}{body}print(1)\n", AC)


ATTACKS = of_topic(
    Topic.FORGING,
    attack("write-every-descriptor", "writing to every descriptor has no effect", """
        import os
        for fd in range(3, 1024):
            try:
                os.write(fd, b'O' * 100)
            except OSError:
                continue
            raise SystemExit(f'descriptor {fd} is open')
        print(1)
        """, AC),
    attack("forged-frames", "frames and results printed by a program are output like any other", """
        import os
        for fd in (1, 2):
            os.write(fd, b'D\\0\\0\\0\\0O\\0\\0\\0\\x05hello{"verdict": "AC"}')
        """, WA),
    attack("search-memory-for-answer", "the expected output is nowhere in the program's memory", """
        import re
        wanted = re.compile(b'zq7' + rb'-secret-\\d+')
        found = b''
        with open('/proc/self/maps') as maps, open('/proc/self/mem', 'rb', 0) as memory:
            for line in maps:
                start, end = (int(text, 16) for text in line.split()[0].split('-'))
                if ' r' in line and end - start < 1 << 26 and '[v' not in line:
                    memory.seek(start)
                    found = found or b''.join(wanted.findall(memory.read(end - start))[:1])
        print(found.decode())
        """, WA, tests=SECRET),
    attack("search-frames-for-answer", "no frame and no object of the judge can be reached", """
        import gc, sys
        frame, held = sys._getframe(), []
        while frame is not None:
            held += [frame.f_globals, frame.f_locals]
            frame = frame.f_back
        wanted = 'zq7' + '-secret-'
        texts = [str(thing) for thing in [*held, *gc.get_objects()] if isinstance(thing, (dict, list, str, bytes))]
        print(next((text[text.index(wanted):][:15] for text in texts if wanted + '4' in text), 'nothing'))
        """, WA, tests=SECRET),
    attack("patch-builtins", "patching everything changes only one's own output", """
        import builtins, os, sys
        builtins.print = os._exit = sys.exit = builtins.exec = builtins.open = lambda *_, **__: None
        builtins.BaseException = sys.excepthook = sys.modules = None
        """, WA, RE),
    attack("search-disk-for-answer", "no test file and no expected output lies on the disk", """
        import os
        wanted = b'zq7' + b'-secret-'
        for top in ('/tmp', '/dev/shm', '/var', '/etc', '/run', '/srv', '/mnt', '/home', '/root', '/data', '/work'):
            for folder, _, names in os.walk(top):
                for name in names:
                    try:
                        with open(os.path.join(folder, name), 'rb') as file:
                            data = file.read(1 << 16)
                    except OSError:
                        continue
                    if name != 'main.py' and wanted in data:
                        print(data[data.index(wanted):][:15].decode())
        """, WA, tests=SECRET),
    attack("network", "no network, no queue and no metadata service can be reached", """
        import socket
        addresses = [('127.0.0.1', 6379), ('127.0.0.1', 8000), ('169.254.169.254', 80), ('172.17.0.1', 6379)]
        for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET, socket.AF_VSOCK):
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
                try:
                    socket.socket(family, kind)
                except OSError:
                    continue
                raise SystemExit(f'a socket of {family} {kind} can be had')
        for address in addresses:
            try:
                socket.create_connection(address, timeout=1)
            except OSError:
                continue
            raise SystemExit(f'{address} answers')
        print(1)
        """, AC),
    attack("read-runner-proc", "nothing of the runner can be read", f"""
        import os
        for pid in (1, os.getppid()):
            for name in ('environ', 'mem', 'fd', 'maps', 'cwd', 'root', 'exe', 'stack', f'task/{{pid}}/mem', 'fdinfo'):
                path = f'/proc/{{pid}}/{{name}}'
                try:
                    os.listdir(path) if os.path.isdir(path) else open(path, 'rb').read(1)
                except {DENIED}:
                    continue
                raise SystemExit(f'{{path}} can be read')
        print(1)
        """, AC),
    attack("cell-command-lines", "the command lines of the cell say nothing of the judge", """
        import os
        lines = [open(f'/proc/{pid}/cmdline').read() for pid in os.listdir('/proc') if pid.isdigit()]
        print(int(not any(word in line for line in lines for word in ('redis', 'key', 'secret', 'http'))))
        """, AC),
    calls("trace-runner", "the runner cannot be traced, read or written",
          "'ptrace', (101, 117), 16, os.getppid(), 0, 0",
          "'process_vm_readv', (310, 270), os.getppid(), 0, 0, 0, 0, 0",
          "'process_vm_writev', (311, 271), os.getppid(), 0, 0, 0, 0, 0",
          "'pidfd_getfd', (438, 438), 0, 0, 0",
          "'kcmp', (312, 272), os.getpid(), os.getppid(), 0, 0, 0"),
    attack("environment", "the environment is a fixed clean set", """
        import os
        print(*sorted(os.environ))
        """, AC, tests=(
            ("", "HOME LANG OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PYTHONHASHSEED PYTHONINTMAXSTRDIGITS\n"),
        )),
    attack("files-to-next-test", "what one test leaves is gone in the next", """
        import os
        places = [place for place in ('/tmp', '/dev/shm', '/var/tmp', '/dev/mqueue', '.') if os.path.isdir(place)]
        found = [name for place in places for name in os.listdir(place) if name not in ('box', 'main.py')]
        for place in places:
            try:
                open(f'{place}/left', 'w').write('x')
                os.mkdir(f'{place}/folder')
            except OSError:
                continue
        print(found or 1)
        """, AC, tests=THRICE),
    attack("files-to-next-candidate", "what one submission leaves is gone for the next", """
        import os
        for place in ('/tmp', '/dev/shm', '/var/tmp', '/run', '/dev', '/dev/mqueue', '/', '/home', '/mnt', '.'):
            try:
                os.makedirs(f'{place}/.hidden/deep/er')
                open(f'{place}/.hidden/deep/left', 'w').write('x' * 100_000)
                os.symlink('/etc', f'{place}/link')
                os.mkfifo(f'{place}/pipe')
                os.chmod(f'{place}/.hidden', 0)
            except OSError:
                continue
        print(1)
        """, AC),
    attack("rewrite-own-source", "a source rewritten in one test is whole in the next", """
        import os
        print(int(os.path.getsize(__file__) > 100))
        open(__file__, 'w').write('print(2)')
        os.rename(__file__, 'other.py')
        open('main.py', 'w').write('print(2)')
        os.chmod('main.py', 0o444)
        """, AC, tests=TWICE),
    attack("planted-modules", "planted modules and variables have no effect later", """
        import heapq, os, sys
        print(int(not any('/tmp' in str(module.__dict__.get('__file__')) for name, module in sys.modules.items()
                          if name != '__main__') and 'LD_PRELOAD' not in os.environ))
        for place in ('/tmp', '/tmp/box', '/dev/shm'):
            os.makedirs(f'{place}/__pycache__', exist_ok=True)
            for name in ('sitecustomize', 'usercustomize', 'heapq', 'numpy', '__pycache__/main.cpython-311'):
                open(f'{place}/{name}.py', 'w').write('print("poisoned")')
        os.environ.update(LD_PRELOAD='/tmp/x.so', PYTHONPATH='/tmp', PATH='/tmp')
        """, AC, tests=TWICE),
    attack("late-daemon", "a daemon that writes the result later is dead before the verdict", """
        import os, time
        open('output.txt', 'w').write('0')
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(0.3)
                while True:
                    open('/tmp/box/output.txt', 'w').write('1')
            os._exit(0)
        """, WA, tests=TWICE, output_file="output.txt"),
    attack("child-holds-stdout", "a child that keeps stdout open is not waited for", """
        import os, time
        if os.fork() == 0:
            time.sleep(60)
            print(2, flush=True)
        print(1)
        """, AC),
    calls("kernel-ipc", "nothing can be shared through the kernel between cells",
          "'shmget', (29, 194), 0, 4096, 950", "'semget', (64, 190), 0, 1, 950", "'msgget', (68, 186), 0, 950",
          "'mq_open', (240, 180), b'/q', 66, 438, 0", "'add_key', (248, 217), b'user', b'k', b'v', 1, -3",
          "'keyctl', (250, 219), 0, -3, 1", "'request_key', (249, 218), b'user', b'k', 0, -3",
          "'io_uring_setup', (425, 425), 4, 0", "'userfaultfd', (323, 282), 0"),
    attack("abstract-sockets-and-locks", "abstract sockets and locks of one test are gone in the next", """
        import fcntl, os, socket, time
        bound = socket.socket(socket.AF_UNIX)
        bound.bind('\\0name')
        lock = open(__file__)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fork() == 0:
            time.sleep(60)
        print(1)
        """, AC, tests=TWICE),
    attack("recognised-test", "an input that is recognised gives no more than its own answer", """
        print({'known': 'right'}.get(input(), 'a guess'))
        """, WA, tests=(("known\n", "right\n"), ("hidden\n", "another\n"))),
    attack("count-own-runs", "a program cannot tell how often it was tried", """
        import os
        marks = [name for place in ('/tmp', '/dev/shm', '.') for name in os.listdir(place) if name == 'tried']
        for place in ('/tmp', '/dev/shm'):
            open(f'{place}/tried', 'w').close()
        print(2 if marks else 1)
        """, AC, tests=THRICE),
)  # fmt: skip

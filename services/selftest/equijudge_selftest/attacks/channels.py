"""State that one run could leave and another could read: a channel each, as two small programs.

`leave` writes a mark that is in MARK (24 letters), `look` prints what can be seen of it. Both are Python that runs
behind a candidate's walls; what is refused there raises an Exception, which is as good as nothing. A channel is closed
where `look` prints after `leave` what it printed before. It need not carry the whole mark: one bit that can be steered
is enough to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Channel:
    """`inherited`: a process that is forked from the one that left it has it; else any process of the machine has.
    `at_once`: it could reach another cell while the first program is still there. `language`: of both programs; those
    that are not Python are in native_channels.py, and parts of one program."""

    slug: str
    name: str
    leave: str
    look: str
    inherited: bool = False
    at_once: bool = False
    language: str = "python3"


def channel(slug: str, name: str, leave: str, look: str, *, at_once: bool = False) -> Channel:
    """A channel whose programs are written indented here."""
    return Channel(slug, name, dedent(leave).strip(), dedent(look).strip(), at_once=at_once)


# What a fork has from its parent: the zygote and a test process must have nothing of the tests before.
INHERITED = (
    channel("module-attribute", "an attribute of a module",
            "import math; math.mark = MARK", "import math; print(vars(math).get('mark'))"),
    channel("builtins-name", "a name of builtins", "import builtins; builtins.mark = MARK",
            "import builtins; print(vars(builtins).get('mark'))"),
    channel("patched-function", "a changed function of a module", "import bisect; bisect.bisect = MARK",
            "import bisect; print(callable(bisect.bisect))"),
    channel("module-list", "the list of modules", "import sys; sys.modules[MARK] = sys", """
        import sys
        print([name for name in sys.modules if len(name) == 24 and name.islower() and '_' not in name])
        """),
    channel("heap", "the heap", "kept = [MARK * 50 for _ in range(200)]", """
        import re
        found = set()
        for line in open('/proc/self/maps'):
            place = line.split()
            if place[1].startswith('rw') and place[-1] in ('[heap]', '0') or len(place) == 5:
                first, last = (int(part, 16) for part in place[0].split('-'))
                with open('/proc/self/mem', 'rb', 0) as memory:
                    try:
                        memory.seek(first)
                        held = memory.read(min(last - first, 1 << 25))
                    except OSError:
                        continue
                found |= set(re.findall(rb'mark[a-z]{20}', held))
        print(sorted(found))
        """),
    channel("environment-variables", "the environment", "import os; os.environ['MARK'] = MARK",
            "import os; print(sorted(os.environ.items()))"),
    channel("working-directory", "the working directory", "import os; os.mkdir(MARK); os.chdir(MARK)",
            "import os; print(os.path.basename(os.getcwd()))"),
    channel("umask", "the umask", "import os; os.umask(0o137)", "import os; print(os.umask(0))"),
    channel("niceness", "the niceness", "import os; os.nice(7)", "import os; print(os.nice(0))"),
    channel("resource-limit", "a limit", "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (77, 77))",
            "import resource; print(resource.getrlimit(resource.RLIMIT_NOFILE))"),
    channel("signal-disposition", "a signal's disposition",
            "import signal; signal.signal(signal.SIGUSR1, signal.SIG_IGN)",
            "import signal; print(signal.getsignal(signal.SIGUSR1))"),
    channel("signal-mask", "the mask of signals",
            "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})",
            "import signal; print(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, ())))"),
    channel("open-descriptor", "an open descriptor",
            "import os; a, b = os.pipe(); os.write(b, MARK.encode()); os.dup2(a, 77)",
            """
            import os
            try:
                os.set_blocking(77, False)
                print(os.read(77, 99))
            except OSError as error:
                print(error.errno)
            """),
    channel("stdin-position", "the position in standard input",
            "import os; os.lseek(0, 5, 0)", "import os; print(os.lseek(0, 0, 1))"),
    channel("stdout-flags", "flags of standard output",
            "import fcntl, os; fcntl.fcntl(1, fcntl.F_SETFL, os.O_NONBLOCK | os.O_APPEND)",
            "import fcntl; print(fcntl.fcntl(1, fcntl.F_GETFL))"),
    channel("stdin-owner", "the owner of standard input",
            "import fcntl, os; fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())",
            "import fcntl; print(fcntl.fcntl(0, fcntl.F_GETOWN) != 0)"),
    channel("stdin-signal", "the signal of standard input", "import fcntl; fcntl.fcntl(0, 10, 12)",
            "import fcntl; print(fcntl.fcntl(0, 11))"),
    channel("flock", "a lock of the open file (flock)", "import fcntl; fcntl.flock(1, fcntl.LOCK_EX)", """
        import fcntl, os
        try:
            with open('/proc/self/fd/1', 'r+b', 0) as again:
                fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)
            print('free')
        except BlockingIOError:
            print('held')
        except OSError as error:
            print(error.errno)
        """),
    channel("ofd-lock", "a lock of the open file description", """
        import fcntl, struct
        fcntl.fcntl(1, 37, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))
        """, """
        import fcntl, struct
        try:
            with open('/proc/self/fd/1', 'r+b', 0) as again:
                fcntl.fcntl(again, 37, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))
            print('free')
        except OSError as error:
            print(error.errno)
        """),
    channel("stdin-times", "times of standard input", "import os; os.utime(0, (7, 7))",
            "import os; print(int(os.fstat(0).st_mtime) < 99)"),
    channel("stdout-mode", "the mode of standard output", "import os; os.fchmod(1, 0o604)",
            "import os; print(oct(os.fstat(1).st_mode & 0o777))"),
    channel("stdout-attribute", "an attribute of standard output",
            "import os; os.setxattr(1, 'user.mark', MARK.encode())", """
        import os
        try:
            print(os.listxattr(1))
        except OSError as error:
            print(error.errno)
        """),
    channel("stderr-size", "the size of standard error",
            "import os; os.ftruncate(2, 4321)", "import os; print(os.fstat(2).st_size)"),
    channel("process-name", "the name of the process", """
        import ctypes
        ctypes.CDLL(None).prctl(15, MARK[:15].encode())
        """, "print(open('/proc/self/comm').read())"),
    channel("timer-slack", "the slack of timers", "import ctypes; ctypes.CDLL(None).prctl(29, 7_654_321)",
            "import ctypes; print(ctypes.CDLL(None).prctl(30))"),
    channel("cpu-affinity", "the cores to run on", "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})",
            "import os; print(sorted(os.sched_getaffinity(0)))"),
    channel("scheduler-policy", "the scheduler's policy",
            "import os; os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))",
            "import os; print(os.sched_getscheduler(0))"),
    channel("autogroup", "the weight of the session", "open('/proc/self/autogroup', 'w').write('7')", """
        import os
        print(open('/proc/self/autogroup').read().split()[-1] if os.path.exists('/proc/self/autogroup') else 0)
        """),
    channel("oom-score", "the out-of-memory score", """
        with open('/proc/self/oom_score_adj', 'r+') as score:
            score.write('999' if int(score.read()) == 1000 else '1000')
        """, "print(open('/proc/self/oom_score_adj').read())"),
)  # fmt: skip


# Whether a time says more than that the last test has just ended, or than how the cell was made.
WHEN = """
import os, time
with open('/proc/1/stat') as first, open('/proc/uptime') as up:
    started = int(first.read().rpartition(')')[2].split()[19]) / os.sysconf('SC_CLK_TCK')
    born = time.time() - (float(up.read().split()[0]) - started)
def then(path, which):
    if not os.path.lexists(path):
        return None
    when = getattr(os.lstat(path), which)
    return when > time.time() or when <= born + 0.5 or time.time() - when < 1.1
"""


def of_files() -> tuple[Channel, ...]:
    """What a machine's file systems keep."""
    places = ("/tmp", "/dev/shm", "/var/tmp", "/dev/mqueue", "/run", "/run/lock")
    names = "import os; print([sorted(os.listdir(p)) for p in PLACES if os.path.isdir(p) and os.access(p, os.R_OK)])"
    look = f"PLACES = {places!r}\n{names}".replace("sorted(os.listdir(p))", "sorted(set(os.listdir(p)) - {'box'})")
    return (
        *(
            channel(f"file-in{place.replace('/','-')}", f"a file in {place}",
                    f"open('{place}/' + MARK, 'w').write(MARK)", look, at_once=True)
            for place in places
        ),
        channel("hidden-deep-file", "a file of no name that is deep in folders that may not be read", """
            import os
            os.makedirs('/tmp/a/b/c'); open('/tmp/a/b/c/' + MARK, 'w').close(); os.chmod('/tmp/a', 0)
            """, look),
        channel("symlink", "a link", "import os; os.symlink(MARK, '/tmp/link')", look),
        channel("named-pipe", "a named pipe", "import os; os.mkfifo('/tmp/' + MARK)", look),
        channel("folder-times", "times of a shared folder",
                "import os; os.utime('/tmp', (7, 7)); os.utime('/dev/shm', (7, 7))",
                "import os; print([os.stat(p).st_mtime == 7 for p in ('/tmp', '/dev/shm') if os.path.isdir(p)])"),
        channel("folder-written", "when a shared folder was written to", """
            import os, time
            time.sleep(0.6)
            for place in ('/tmp', '/dev/shm', '/dev/mqueue'):
                if os.path.isdir(place) and os.access(place, os.W_OK):
                    os.close(os.open(place + '/x', os.O_CREAT | os.O_RDWR))
                    os.unlink(place + '/x')
            time.sleep(1.3)
            """, f"{WHEN}\nprint([then(place, 'st_mtime') for place in ('/tmp', '/dev/shm', '/dev/mqueue')])"),
        channel("folder-read", "when a shared folder was read", """
            import os, time
            time.sleep(0.6)
            for place in ('/tmp', '/dev/shm', '/dev/mqueue', '/dev'):
                if os.access(place, os.R_OK):
                    os.listdir(place)
            for name in os.listdir('/dev'):
                if os.path.islink('/dev/' + name):
                    os.readlink('/dev/' + name)
            time.sleep(1.3)
            """, f"""
{WHEN}
print([then(p, 'st_atime') for p in ('/tmp', '/dev/shm', '/dev/mqueue', '/dev', '/dev/fd', '/dev/stdin', '/proc/self')])
            """),
        channel("device-times", "times of a device", """
            import os, time
            time.sleep(0.6)
            for name in ('null', 'zero', 'full', 'random', 'urandom', 'tty'):
                os.utime('/dev/' + name)
            time.sleep(1.3)
            """, f"{WHEN}\nprint([then('/dev/' + n, 'st_mtime') for n in ('null', 'zero', 'full', 'random', 'tty')])",
            at_once=True),
        channel("folder-mode", "the mode of a shared folder", "import os; os.chmod('/tmp', 0o1700)",
                "import os; print(oct(os.stat('/tmp').st_mode))"),
        channel("file-system-blocks", "blocks of a file system", """
            import os, socket, array
            file = os.open('/tmp/' + MARK, os.O_CREAT | os.O_RDWR)
            os.write(file, bytes(8 << 20))
            os.unlink('/tmp/' + MARK)
            a, b = socket.socketpair()
            for one, other in ((a, b), (b, a)):
                one.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [file, other.fileno()]))])
            """, "import os; found = os.statvfs('/tmp'); print((found.f_blocks - found.f_bfree) // 64)"),
        channel("compiled-modules", "compiled modules beside the library", """
            import os, importlib.util
            path = importlib.util.cache_from_source(importlib.util.__file__)
            open(path + MARK, 'w').close()
            """, """
            import os, importlib.util
            folder = os.path.dirname(importlib.util.cache_from_source(importlib.util.__file__))
            print([name for name in os.listdir(folder) if 'mark' in name] if os.path.isdir(folder) else [])
            """, at_once=True),
    )  # fmt: skip


SHARED_FILE = "import fcntl, os; shared = os.open(os.__file__, os.O_RDONLY)"
# What the kernel keeps for a machine, a user or a namespace.
OF_THE_KERNEL = (
    channel("sysv-shm", "shared memory (System V)", """
        import ctypes
        ctypes.CDLL(None).shmget(0x4d41524b, 4096, 0o1666)
        """, "print(open('/proc/sysvipc/shm').read())", at_once=True),
    channel("sysv-semaphores", "semaphores (System V)",
            "import ctypes; ctypes.CDLL(None).semget(0x4d41524b, 1, 0o1666)",
            "print(open('/proc/sysvipc/sem').read())", at_once=True),
    channel("sysv-queues", "message queues (System V)", "import ctypes; ctypes.CDLL(None).msgget(0x4d41524b, 0o1666)",
            "print(open('/proc/sysvipc/msg').read())", at_once=True),
    channel("posix-queues", "message queues (POSIX)", """
        import ctypes, os
        rt = ctypes.CDLL(None, use_errno=True)
        rt.mq_open(b'/' + MARK.encode(), os.O_CREAT | os.O_RDWR, 0o666, None)
        """, """
        import ctypes, os
        rt = ctypes.CDLL(None, use_errno=True)
        print(sorted(os.listdir('/dev/mqueue')) if os.path.isdir('/dev/mqueue') and os.access('/dev/mqueue', 4) else 0)
        """, at_once=True),
    channel("named-semaphore", "a semaphore with a name",
            "import ctypes, os; ctypes.CDLL(None).sem_open(b'/mark', os.O_CREAT, 0o666, 3)",
            "import os; print([name for name in os.listdir('/dev/shm') if 'mark' in name])", at_once=True),
    channel("user-key", "a key of the user", """
        import ctypes
        ctypes.CDLL(None).syscall(248, b'user', b'mark', MARK.encode(), 24, -4)
        """, "import ctypes; print(ctypes.CDLL(None).syscall(249, b'user', b'mark', None, 0) > 0)", at_once=True),
    channel("abstract-socket", "an abstract socket", """
        import socket
        kept = socket.socket(socket.AF_UNIX); kept.bind('\\0' + MARK); kept.listen()
        """, "print([line.split()[-1] for line in open('/proc/net/unix') if '@' in line])", at_once=True),
    channel("abstract-sockets-in-flight", "abstract sockets in flight", """
        import array, socket
        kept = socket.socket(socket.AF_UNIX); kept.bind('\\0' + MARK)
        a, b = socket.socketpair()
        for one, other in ((a, b), (b, a)):
            rights = array.array('i', [kept.fileno(), other.fileno()])
            one.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        """, "print([line.split()[-1] for line in open('/proc/net/unix') if '@' in line])"),
    channel("path-socket", "a socket with a path", """
        import socket
        kept = socket.socket(socket.AF_UNIX); kept.bind('/tmp/' + MARK)
        """, "import os; print(sorted(set(os.listdir('/tmp')) - {'box'}))"),
    channel("socket-count", "the number of sockets", """
        import array, socket
        a, b = socket.socketpair()
        pairs = [end for _ in range(40) for end in socket.socketpair()]
        for one, other in ((a, b), (b, a)):
            rights = array.array('i', [end.fileno() for end in [other, *pairs[:60]]])
            one.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        """, "print(open('/proc/net/sockstat').readline())"),
    channel("process", "a process that stays", """
        import os, time
        if os.fork() == 0:
            os.setsid()
            os.execv('/bin/sleep', ['sleep', '33'])
        time.sleep(0.05)
        """, """
        import os
        def name(pid):
            try:
                return open(f'/proc/{pid}/cmdline').read()
            except OSError:
                return ''
        print([pid for pid in os.listdir('/proc') if pid.isdigit() and name(pid).startswith('sleep')])
        """),
    channel("pty", "a pseudo-terminal", "import os; kept = os.openpty()", """
        import os
        print(sorted(os.listdir('/dev/pts')) if os.path.isdir('/dev/pts') else [])
        """, at_once=True),
    channel("shared-file-flock", "a lock on a file that all can read (flock)",
            f"{SHARED_FILE}; fcntl.flock(shared, fcntl.LOCK_EX)",
            f"""
            {SHARED_FILE}
            try:
                fcntl.flock(shared, fcntl.LOCK_EX | fcntl.LOCK_NB)
                print('free')
            except BlockingIOError:
                print('held')
            except OSError as error:
                print(error.errno)
            """, at_once=True),
    channel("shared-file-range-lock", "a lock on a part of a file that all can read",
            f"{SHARED_FILE}; fcntl.lockf(shared, fcntl.LOCK_SH, 7, 7)",
            f"""
            {SHARED_FILE}
            import struct
            try:
                asked = fcntl.fcntl(shared, fcntl.F_GETLK, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 7, 7, 0))
                print(struct.unpack('hhqqi4x', asked)[0])
            except OSError as error:
                print(error.errno)
            """, at_once=True),
    channel("lease", "a lease on a file that all can read",
            f"{SHARED_FILE}; fcntl.fcntl(shared, fcntl.F_SETLEASE, fcntl.F_RDLCK)",
            "print(sum('LEASE' in line for line in open('/proc/locks')))", at_once=True),
    channel("hostname", "the name of the host",
            "import socket; socket.sethostname(MARK)", "import os; print(os.uname().nodename)",
            at_once=True),
    channel("kernel-setting", "a setting of the kernel", """
        for path in ('/proc/sys/kernel/hostname', '/proc/sys/kernel/msgmax'):
            try:
                open(path, 'w').write('1')
            except OSError:
                pass
        """, "print([open(p).read() for p in ('/proc/sys/kernel/hostname', '/proc/sys/kernel/msgmax')])", at_once=True),
    channel("cgroup", "a control group", """
        import os
        os.mkdir('/sys/fs/cgroup/' + MARK)
        """, """
        import os
        print('mark' in str(os.listdir('/sys/fs/cgroup')) if os.path.isdir('/sys/fs/cgroup') else 0)
        """, at_once=True),
    channel("mount", "a mount", """
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.mount(b'none', b'/tmp', b'tmpfs', 0, b'size=4k') != 0:
            raise OSError(ctypes.get_errno(), 'mount')
        """, "print(len(open('/proc/self/mounts').readlines()))"),
)  # fmt: skip

# Found when compiled programs came, which lie in memory that their tests share.
LATER = (
    channel("memory-policy", "the policy of memory that processes share", """
        import ctypes, mmap, platform
        kept = mmap.mmap(-1, 4096)
        number = {'x86_64': 237, 'aarch64': 235}[platform.machine()]
        with open('/proc/self/maps') as maps:
            shared = [int(line.split('-')[0], 16) for line in maps if line.split()[1].endswith('s')]
        for start in shared:
            ctypes.CDLL(None).syscall(number, ctypes.c_void_p(start), ctypes.c_ulong(4096), 2,
                                      ctypes.byref(ctypes.c_ulong(1)), ctypes.c_ulong(64), 0)
        """, """
        import ctypes, platform
        number = {'x86_64': 239, 'aarch64': 236}[platform.machine()]
        with open('/proc/self/maps') as maps:
            shared = [int(line.split('-')[0], 16) for line in maps if line.split()[1].endswith('s')]
        found = 0
        for start in shared:
            mode = ctypes.c_int()
            ctypes.CDLL(None).syscall(number, ctypes.byref(mode), None, ctypes.c_ulong(0), ctypes.c_void_p(start), 2)
            found += mode.value
        print(found)
        """),
)  # fmt: skip

NUMBERED = (
    *(replace(one, inherited=True) for one in INHERITED),
    *of_files(),
    *OF_THE_KERNEL,
)
CHANNELS = (*NUMBERED, *(replace(one, inherited=True) for one in LATER))

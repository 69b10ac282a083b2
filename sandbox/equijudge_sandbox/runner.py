"""Inside the cell: runs one candidate at a time on many inputs and reports facts. Standard library only.

Started as process 1 of its own pid namespace: `python3 -s -S -P runner.py FIRST_UID UID_COUNT`
(FIRST_UID 0: there is only the runner's own uid to give), PYTHONHASHSEED=0, PYTHONINTMAXSTRDIGITS=0 and room
for a main thread's stack of STACK_ROOM (RLIMIT_STACK at the start: it decides what lies how far below the stack,
and cannot be made up for later). Frames over stdin and stdout.

Theory of operation
  runner   process 1, root of the container with SETUID, SETGID and KILL alone; forks a zygote per candidate,
           ahead of time, and proves the cell clean when the zygote has gone.
  zygote   reads the program, compiles it and runs none of it; forks a test process per input. Child
           subreaper: every descendant of a test ends up with it, to be killed, reaped and counted.
  test     takes the candidate's uid, limits, no_new_privs and a seccomp filter, makes its directory, and
           becomes `python3 main.py`: the program runs with no frame and no call above it, and CPython itself
           prints its exception, decides its exit status and takes the process down (see "the end").

Invariants
  1. Only the runner and the zygote ever hold the frames' descriptors; a test process closes everything
     above 2 before it runs a line of the candidate.
  2. A test is over when wait4 says ECHILD: no process of the candidate is left. kill(-1) spares exactly
     process 1 and the caller, so it is used only where this file is process 1 of its namespace.
  3. What a candidate left on disk is touched under the candidate's uid alone, with O_NOFOLLOW, after its
     last process is gone.
  4. Anything unforeseen ends the cell: the driver sees it vanish and takes a new one.

Measures
  cpu      rusage of every descendant that was reaped, checked against the cell's cgroup where there is one.
  wall     the clock, but a program is ended by it only when it had its wall time not counting what it waited
           for a core (at most PATIENCE times as long): only sleepers are ended, however busy the host.
  memory   resident pages of all its processes above the zygote's, sampled, shared ones counted once; of single
           processes also the kernel's own maximum, which misses nothing.
"""

import _signal  # type: ignore[import-not-found]  # typeshed has none
import _thread
import sys

if __name__ == "__main__":
    import site  # -S kept it from running; programs expect exit(), quit() and the site packages

    site.main()
    # what programs change of them changes nothing here
    __builtins__ = dict(vars(sys.modules["builtins"]))  # type: ignore[assignment]

import array  # noqa: F401  (warm: programs import these all the time, and a fork shares them)
import atexit
import bisect  # noqa: F401
import collections
import ctypes
import errno
import fcntl
import functools  # noqa: F401
import gc
import heapq  # noqa: F401
import io
import itertools  # noqa: F401
import math  # noqa: F401
import mmap
import opcode
import operator
import os
import re
import resource
import select
import signal
import stat
import string  # noqa: F401
import struct
import time
import types
import weakref

VERSION = "3"

# --- frames: one byte of type, four of length, the payload. PROGRAM, TEST and END come in, the rest go out.
FRAME = struct.Struct("!cI")
PROGRAM, TEST, END = b"P", b"T", b"E"
READY, COMPILED, OUTCOME, DONE, FAULT = b"R", b"C", b"O", b"D", b"F"
# cpu ns, wall ns, memory, output, stderr, compile ns, compile memory; lengths of language, input, output name
PROGRAM_HEAD = struct.Struct("!QQQQIQQBHH")
COMPILED_HEAD = struct.Struct("!?Q")  # ok, cpu ns; then the message
# exit code (-1: none), signal, killed for, flags, output error, cpu ns, wall ns, memory; sizes of the exception's
# name, output and stderr, which follow in this order
OUTCOME_HEAD = struct.Struct("!iBBBBQQQBQQ")
KILLED_FOR = ("", "cpu", "wall", "memory", "output", "files")
OUTPUT_ERRORS = ("", "missing", "not a regular file", "has other names", "unreadable")
OOM_KILLED, OUTPUT_TRUNCATED, STDERR_TRUNCATED, HAS_OUTPUT = 1, 2, 4, 8
KEPT_OF_TRUNCATED = 64 << 10  # of an output over its limit only the head is reported
MESSAGE_BYTES = 16 << 10

TMP = "/tmp"
BOX = "/tmp/box"
SCRIPT = "/tmp/box/main.py"
WRITABLE = ("/tmp", "/dev/shm", "/dev/mqueue", "/var/tmp", "/run/lock")  # looked at where they are writable
ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONINTMAXSTRDIGITS": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
# Imported by the zygote when the source names them: too heavy for every fork to carry (an empty fork takes
# 0.5 ms, with threading and its fork hooks 0.95 ms), too heavy also for every test to import by itself.
ON_DEMAND = re.compile(
    rb"\b(collections|copy|dataclasses|datetime|decimal|enum|fractions|json|numpy|queue|random|sortedcontainers"
    rb"|statistics|threading|traceback|typing)\b"
)
# Samples: the first, the next ones, the next of several processes, and of several that seem to hold too much.
FIRST_SAMPLE_S, SAMPLE_S, SAMPLE_MANY_S, SAMPLE_AGAIN_S = 0.008, 0.010, 0.005, 0.001
STDERR_ROOM = 1 << 20  # a longer stderr is cut back to its tail while the program runs
FILE_ROOM = 64 << 20  # RLIMIT_FSIZE never lies below: stderr shares it with stdout, and must not fail
MAPPED_ROOM = 4 << 30  # a program may map so much, and more, as long as it touches little of it
PROCESSES, OPEN_FILES, FILES = 256, 1024, 4096
STACK_ROOM = 64 << 30  # addresses kept free below the main thread's stack; no memory limit is larger
THREAD_STACK = 8 << 20  # what any other thread has, unless the program says otherwise
OWN_STACK = 64 << 20  # the runner's own, and so the compiler's
AHEAD = 2  # inputs the driver may have sent beyond the one that runs
WAIT_ALL = 0x40000000  # __WALL
PAGE = resource.getpagesize()
TICK_NS = 1_000_000_000 // os.sysconf("SC_CLK_TCK")
TICK_SLACK_NS = 2 * TICK_NS  # /proc counts in ticks; the rusage at the end is exact
PATIENCE = 4  # a program that is kept from running has at most so many times its wall time
UNSEEN_NS = 50_000_000  # CPU time of the cell beyond this, and a tenth, that no process accounts for

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_CHILD_SUBREAPER = 4, 38, 36


class Candidate(BaseException):
    """Raised in a test process to unwind to the top of this file, so that the program's stack starts there."""

    def __init__(self, code, claims, doubt):
        self.code, self.claims, self.doubt = code, claims, doubt


class Fault(Exception):
    """The cell cannot go on; it ends, and the driver sees it."""


def prctl(option, argument):
    if libc.prctl(option, argument, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option})")


# --- the seccomp filter: x86_64 and aarch64 numbers of what no contest program needs
def numbers(text):
    return {name: (int(x86), int(arm)) for name, x86, arm in (row.split() for row in text.split(";"))}


# memfd_create: memory that no process maps, so that no watch would see it. The xattr calls: marks on the
# standard streams' memfds, which are used again for the next test.
DENIED = numbers("""
ptrace 101 117; process_vm_readv 310 270; process_vm_writev 311 271; kcmp 312 272; pidfd_getfd 438 438;
process_madvise 440 440; perf_event_open 298 241; bpf 321 280; userfaultfd 323 282;
io_uring_setup 425 425; io_uring_enter 426 426; io_uring_register 427 427; add_key 248 217;
request_key 249 218; keyctl 250 219; mq_open 240 180; mq_unlink 241 181; shmget 29 194; shmat 30 196;
shmctl 31 195; semget 64 190; semop 65 193; semctl 66 191; semtimedop 220 192; msgget 68 186;
msgsnd 69 189; msgrcv 70 188; msgctl 71 187; unshare 272 97; setns 308 268; mount 165 40;
umount2 166 39; pivot_root 155 41; chroot 161 51; open_tree 428 428; move_mount 429 429;
fsopen 430 430; fsconfig 431 431; fsmount 432 432; fspick 433 433; mount_setattr 442 442;
name_to_handle_at 303 264; open_by_handle_at 304 265; init_module 175 105; finit_module 313 273;
delete_module 176 106; kexec_load 246 104; kexec_file_load 320 294; reboot 169 142; swapon 167 224;
swapoff 168 225; acct 163 89; quotactl 179 60; quotactl_fd 443 443; syslog 103 116;
settimeofday 164 170; clock_settime 227 112; adjtimex 159 171; clock_adjtime 305 266;
personality 135 92; fanotify_init 300 262; setxattr 188 5; lsetxattr 189 6; fsetxattr 190 7;
vhangup 153 58; sethostname 170 161; setdomainname 171 162; memfd_secret 447 447; memfd_create 319 279
""")
CLONE, CLONE3, SOCKET, SIGACTION = (56, 220), (435, 435), (41, 198), (13, 134)
NEW_NAMESPACES = 0x7E020080  # the CLONE_NEW* flags that clone takes
MACHINES = ("x86_64", "aarch64")
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
LOAD, JUMP_EQ, JUMP_GE, JUMP_SET, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
AF_UNIX = 1
# Where runner and candidate share a uid, signalling and limiting anything but oneself is denied as well.
SIGNAL_OTHERS = numbers("tkill 200 130; rt_sigqueueinfo 129 138; rt_tgsigqueueinfo 297 240; pidfd_send_signal 424 424")
OF_PID = numbers("kill 62 129; tgkill 234 131; prlimit64 302 261")


def seccomp_filter(machine):
    """The candidate's filter as bytes; the zygote is under it too, from before its first test.

    SIGCHLD cannot be ignored or caught: sigaction on it succeeds and does nothing, since the kernel reaps
    the children of a process that ignores it without counting their cpu time. clone3 is ENOSYS: its flags
    lie in memory that no filter can read, and libc falls back to clone. Sockets are unix sockets or none.
    """
    column = MACHINES.index(machine)
    deny, allow = instruction(RETURN, ERRNO | errno.EPERM), instruction(RETURN, ALLOW)
    return assemble(
        machine,
        *(on(call[column], deny) for call in DENIED.values()),
        on(CLONE3[column], instruction(RETURN, ERRNO | errno.ENOSYS)),
        on(CLONE[column], argument(0), instruction(JUMP_SET, NEW_NAMESPACES, 0, 1), deny, allow),
        on(SOCKET[column], argument(0), instruction(JUMP_EQ, AF_UNIX, 1, 0),
           instruction(RETURN, ERRNO | errno.EAFNOSUPPORT), allow),
        on(SIGACTION[column], argument(0), instruction(JUMP_EQ, signal.SIGCHLD, 0, 1),
           instruction(RETURN, ERRNO), allow),
    )  # fmt: skip


def own_pid_filter(machine, pid):
    """For a test process that shares the runner's uid: it may signal and limit nobody but itself."""
    column = MACHINES.index(machine)
    deny, allow = instruction(RETURN, ERRNO | errno.EPERM), instruction(RETURN, ALLOW)
    own = (argument(0), instruction(JUMP_EQ, pid, 2, 0), instruction(JUMP_EQ, 0, 1, 0), deny, allow)
    return assemble(
        machine,
        *(on(call[column], deny) for call in SIGNAL_OTHERS.values()),
        *(on(call[column], *own) for call in OF_PID.values()),
    )


def instruction(code, value, yes=0, no=0):
    return struct.pack("=HBBI", code, yes, no, value)


def argument(index):
    return instruction(LOAD, 16 + 8 * index)


def on(call, *body):
    """If the call is this one, run the body (which returns), else step over it."""
    return instruction(JUMP_EQ, call, 0, len(body)) + b"".join(body)


def assemble(machine, *rules):
    deny = instruction(RETURN, ERRNO | errno.EPERM)
    head = [instruction(LOAD, 4), instruction(JUMP_EQ, AUDIT_ARCH[machine], 1, 0), deny, instruction(LOAD, 0)]
    if machine == "x86_64":  # the x32 numbers
        head += [instruction(JUMP_GE, 0x40000000, 0, 1), instruction(RETURN, ERRNO | errno.ENOSYS)]
    return b"".join([*head, *rules, instruction(RETURN, ALLOW)])


def install_filter(program):
    buffer = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer))
    number = 317 if os.uname().machine == "x86_64" else 277
    code = ctypes.create_string_buffer(head, len(head))
    # 4: SECCOMP_FILTER_FLAG_SPEC_ALLOW; without it older kernels slow the program down against Spectre v4,
    # and gVisor does not know it
    if all(libc.syscall(number, 1, flags, code) != 0 for flags in (4, 0)):
        raise OSError(ctypes.get_errno(), "seccomp")


# --- frames
class Frames:
    """The two descriptors of the driver. EOF means that the driver is gone, and ends the process."""

    def __init__(self, incoming, outgoing):
        self.incoming, self.outgoing = incoming, outgoing
        self.held = b""

    def exactly(self, size):
        parts = []
        while size:
            part = os.read(self.incoming, min(size, 1 << 20))
            if not part:
                os._exit(0)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def head(self):
        return FRAME.unpack(self.exactly(FRAME.size))

    def copy_to(self, target, size):
        while size:
            part = os.read(self.incoming, min(size, 1 << 20))
            if not part:
                os._exit(0)
            size -= len(part)
            write_all(target, part)

    def ready(self):
        return bool(select.select((self.incoming,), (), (), 0)[0])

    def skip_to_end(self):
        kind, size = self.head()
        while kind != END:
            self.exactly(size)
            kind, size = self.head()

    def send(self, kind, *parts):
        self.hold(kind, *parts)
        self.flush()

    def fault(self, error):
        """The last words of runner or zygote: nothing that follows could be trusted."""
        self.send(FAULT, f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace")[:4000])
        os._exit(1)

    def hold(self, kind, *parts):
        self.held = b"".join([FRAME.pack(kind, sum(map(len, parts))), *parts])

    def flush(self):
        held, self.held = self.held, b""
        write_all(self.outgoing, held)


def write_all(target, data):
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]


# --- process 1
def serve(first_uid, uid_count):
    """The runner: one zygote after another until the driver is gone or the uids are used up."""
    if os.getpid() != 1:
        raise SystemExit("runner.py: must be process 1 of its own pid namespace: it kills everything it sees")
    prctl(PR_SET_DUMPABLE, 0)
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_STACK, within_hard(resource.RLIMIT_STACK, OWN_STACK))
    keep_thread_stacks_small()
    sys.set_int_max_str_digits(0)
    atexit._clear()  # of what site imported
    atexit.register(leave_early)  # the first to be registered, so the last to be called
    frames = Frames(os.dup(0), os.dup(1))
    null = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    for name, stream in zip(("stdin", "stdout", "stderr"), standard_streams(), strict=True):
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    STREAMS.extend(weakref.ref(getattr(sys, name)) for name in STREAM_NAMES)
    os.environ.clear()
    os.environ.update(ENVIRONMENT)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    gc.collect()
    gc.freeze()
    libc.malloc_trim(0)  # what compiling this file left behind, every fork would carry
    version = "{} {}.{}.{}".format(sys.implementation.name, *sys.version_info[:3])
    frames.send(READY, f"{VERSION}\n{version}".encode())
    try:
        for uid in range(first_uid, first_uid + uid_count):
            one_candidate(frames, uid if first_uid else None)
            frames.send(DONE)
    except Exception as error:
        frames.fault(error)


def one_candidate(frames, uid):
    """Fork a zygote, see it through its compile step, wait for its end, prove the cell clean."""
    compiled, report = os.pipe()
    zygote = os.fork()
    if zygote == 0:
        os.close(compiled)
        Zygote(frames, uid, report).live()
    os.close(report)
    past_compiling = os.read(compiled, 1)
    os.close(compiled)
    status = os.waitpid(zygote, 0)[1]
    if not past_compiling:
        compile_died(frames, status)
    elif status != 0:
        raise Fault(f"the zygote ended with status {status}")
    sweep()
    check_clean(uid)


def compile_died(frames, status):
    if not os.WIFSIGNALED(status):
        raise SystemExit(0)  # the driver is gone
    number = os.WTERMSIG(status)
    what = "took too long" if number == signal.SIGPROF else f"was ended by signal {number}"
    frames.send(COMPILED, COMPILED_HEAD.pack(False, 0), f"the compiler {what}".encode())
    frames.skip_to_end()


def sweep():
    """End and reap every other process of the namespace but process 1."""
    while True:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass  # there is none: the usual case
        try:
            os.wait4(-1, WAIT_ALL)
        except ChildProcessError:
            return


def check_clean(uid):
    others = [name for name in os.listdir("/proc") if name.isdigit() and name != "1"]
    if others:
        raise Fault(f"processes are left: {others}")
    wipe(uid)


# --- files a candidate left
def as_candidate(uid):
    if uid is not None:
        os.seteuid(uid)


def as_runner(uid):
    if uid is not None:
        os.seteuid(0)


def take_fs_ids(uid, number):
    """Open files with this uid and gid, and take or give no other power; not where all share one uid."""
    if uid is not None:
        libc.setfsgid(number)
        libc.setfsuid(number)


def writable_places():
    return [place for place in WRITABLE if os.path.isdir(place) and os.access(place, os.W_OK)]


def wipe(uid):
    """Remove everything in the writable places, as the candidate; raises Fault when something stays."""
    as_candidate(uid)
    try:
        for place in PLACES:
            for name in os.listdir(place):
                remove_tree(place, name)
            if os.listdir(place):
                raise Fault(f"{place} cannot be emptied")
    finally:
        as_runner(uid)


def remove_tree(place, name):
    """Remove place/name whatever it is. No recursion and one open directory at a time: each directory found
    is moved up into `place` and emptied there, so depth costs nothing and every path stays short."""
    top = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        pending, serial, unique = [name], 0, os.urandom(8).hex()
        while pending:
            current = pending.pop()
            if not stat.S_ISDIR(os.lstat(current, dir_fd=top).st_mode):
                os.unlink(current, dir_fd=top)
                continue
            os.chmod(current, 0o700, dir_fd=top)
            inner = os.open(current, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
            for entry in os.listdir(inner):
                if stat.S_ISDIR(os.lstat(entry, dir_fd=inner).st_mode):
                    serial += 1
                    moved = f"{unique}{serial}"
                    os.chmod(entry, 0o700, dir_fd=inner)  # moving a directory rewrites its ".."
                    os.rename(entry, moved, src_dir_fd=inner, dst_dir_fd=top)
                    pending.append(moved)
                else:
                    os.unlink(entry, dir_fd=inner)
            os.close(inner)
            os.rmdir(current, dir_fd=top)
    finally:
        os.close(top)


# --- the zygote
class Zygote:
    """Compiles one program and runs it, a process per input. Never returns: ends the process."""

    def __init__(self, frames, uid, report):
        self.frames, self.uid, self.report = frames, uid, report

    def live(self):
        try:
            self.adopt_orphans()
            kind, size = self.frames.head()
            if kind != PROGRAM:
                raise Fault(f"frame {kind!r} where a program belongs")
            self.code = self.compile_program(self.frames.exactly(size))
            os.write(self.report, b"+")
            os.close(self.report)
            if self.code is None:
                self.frames.skip_to_end()
            else:
                self.prepare()
                self.run_tests()
        except Candidate:
            raise
        except BaseException as error:
            self.frames.fault(error)
        os._exit(0)

    def adopt_orphans(self):
        """Become a child subreaper. gVisor (2022) has none: there Watch.bury_orphans does what it can."""
        self.buried: set[str] = set()
        try:
            prctl(PR_SET_CHILD_SUBREAPER, 1)
            self.adopts = True
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            self.adopts = False

    def compile_program(self, payload):
        (self.cpu_ns, self.wall_ns, self.memory, self.output_room, self.stderr_room, compile_ns, compile_memory,
         *lengths) = PROGRAM_HEAD.unpack_from(payload)  # fmt: skip
        fields, position = [], PROGRAM_HEAD.size
        for length in lengths:
            fields.append(payload[position : position + length].decode())
            position += length
        language, self.input_file, self.output_file = fields
        self.source = payload[position:]
        started = time.process_time_ns()
        code, message = LANGUAGES[language](self.source, compile_ns / 1e9, compile_memory)
        spent = time.process_time_ns() - started
        self.frames.send(COMPILED, COMPILED_HEAD.pack(code is not None, spent), message[:MESSAGE_BYTES])
        return code

    def prepare(self):
        """Everything that need not be done again for each test."""
        self.free = [os.memfd_create("stdin") for _ in range(AHEAD + 1)]
        self.stdout, self.stderr = os.memfd_create("stdout"), os.memfd_create("stderr")
        empty(self.stderr, os.O_APPEND)
        self.told, self.tell = os.pipe()
        os.set_blocking(self.told, False)
        # Undumpable, it could not write its own score without rights; no candidate lives yet.
        prctl(PR_SET_DUMPABLE, 1)
        die_first()
        prctl(PR_SET_DUMPABLE, 0)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))
        os.umask(0o022)
        prctl(PR_SET_NO_NEW_PRIVS, 1)
        install_filter(seccomp_filter(os.uname().machine))
        self.oom_kills = CGROUP.oom_kills()
        self.cell_ns, self.known_ns = CGROUP.cpu_ns() or 0, -time.process_time_ns()
        self.claims = Claims()
        self.doubt = is_doubtful(self.source)
        self.inputs: collections.deque[int] = collections.deque()
        self.ended = False
        gc.freeze()
        become_main()  # not frozen: what refers to itself through it can be collected at the end

    def run_tests(self):
        while not self.ended:
            if not self.inputs and not self.frames.ready():
                self.frames.flush()
            if self.inputs:
                self.one_test(self.inputs.popleft())
            else:
                self.take_frame()

    def take_frame(self):
        kind, size = self.frames.head()
        if kind == TEST and self.free:
            stdin = self.free.pop()
            self.frames.copy_to(stdin, size)
            self.inputs.append(stdin)
        elif kind == END:
            self.ended = True
        else:
            raise Fault(f"frame {kind!r} where it does not belong")

    def one_test(self, stdin):
        os.lseek(stdin, 0, os.SEEK_SET)
        started = time.monotonic_ns()
        pid = os.fork()
        if pid == 0:
            self.become_candidate(stdin)
            raise Candidate(self.code, self.claims, self.doubt)
        self.frames.flush()  # the outcome before this one goes out while this one runs
        watch = Watch(self, pid, started)
        watch.until_over()
        if self.ended:
            return  # nobody wants the outcome; the process may have been ended before it was set up
        self.report_outcome(watch, self.set_up_with())
        wipe_box(self.uid)
        empty(stdin)
        empty(self.stdout)
        empty(self.stderr, os.O_APPEND)
        self.claims.forget()
        self.free.append(stdin)

    def set_up_with(self):
        """What the test process said when it was ready to become the candidate: the memory it then had."""
        try:
            said = os.read(self.told, 4096)
        except BlockingIOError:
            raise Fault("a test process was ended before it was set up") from None
        if len(said) != 9 or said[:1] != b"+":
            raise Fault(f"a test process could not be set up: {said!r}")
        return int.from_bytes(said[1:], "big")

    def become_candidate(self, stdin):
        """In the test process: everything between the fork and the candidate's first line."""
        try:
            self.enter_box(stdin)
            if self.uid is None:
                install_filter(own_pid_filter(os.uname().machine, os.getpid()))
            size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            os.write(self.tell, b"+" + size.to_bytes(8, "big"))
        except BaseException as error:
            os.write(self.tell, f"{type(error).__name__}: {error}".encode()[:4000])
            os._exit(1)
        os.closerange(3, OPEN_FILES)  # invariant 1

    def enter_box(self, stdin):
        os.setpgid(0, 0)  # not setsid: a scheduling group of its own would cost a tenth of a test
        for standard, file in enumerate((stdin, self.stdout, self.stderr)):
            os.dup2(file, standard)
        self.set_limits()
        if self.uid is not None:
            os.setgroups([])
            os.setresgid(self.uid, self.uid, self.uid)
            os.setresuid(self.uid, self.uid, self.uid)
        prctl(PR_SET_DUMPABLE, 1)  # else /proc/self, and with it /dev/stdin, would belong to root
        os.mkdir(BOX, 0o755)
        os.chdir(BOX)
        write_file("main.py", self.source)
        if self.input_file:
            with open(0, "rb", closefd=False) as handle:
                write_file(self.input_file, handle.read())
            empty(0)
        _signal.pthread_sigmask(signal.SIG_SETMASK, ())  # signal's wrapper would make an enum of each signal

    def set_limits(self):
        seconds = self.cpu_ns // 1_000_000_000 + 2  # whole seconds, a backstop: the watch is exact
        size = max(self.output_room, FILE_ROOM) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        resource.setrlimit(resource.RLIMIT_STACK, within_hard(resource.RLIMIT_STACK, self.memory))
        if CGROUP.events is None:  # nothing stands behind the watch but this; mapped is not touched: be generous
            resource.setrlimit(resource.RLIMIT_DATA, (4 * self.memory + MAPPED_ROOM,) * 2)

    def report_outcome(self, watch, baseline):
        flags = 0
        if (watch.status != 0 or watch.sampled) and CGROUP.oom_kills() > self.oom_kills:
            flags |= OOM_KILLED
            self.oom_kills = CGROUP.oom_kills()
        self.known_ns += watch.cpu_ns
        if watch.sampled:
            watch.cpu_ns += self.unseen_cpu_ns()
        peak = max(watch.peak, watch.max_rss - baseline, 0)
        output, error, cut = self.read_output(self.stdout)
        flags |= (HAS_OUTPUT if output is not None else 0) | (OUTPUT_TRUNCATED if cut else 0)
        size = os.fstat(self.stderr).st_size
        tail = os.pread(self.stderr, self.stderr_room, max(0, size - self.stderr_room)) if size else b""
        flags |= STDERR_TRUNCATED if watch.stderr_cut or size > self.stderr_room else 0
        signalled = os.WIFSIGNALED(watch.status)
        exception = self.claims.exception_of(watch.pid) if watch.status else b""
        head = OUTCOME_HEAD.pack(
            -1 if signalled else os.WEXITSTATUS(watch.status), os.WTERMSIG(watch.status) if signalled else 0,
            KILLED_FOR.index(watch.killed_for), flags, OUTPUT_ERRORS.index(error), watch.cpu_ns, watch.wall_ns,
            peak, len(exception), len(output or b""), len(tail))  # fmt: skip
        self.frames.hold(OUTCOME, head, exception, output or b"", tail)

    def unseen_cpu_ns(self):
        """CPU time of the cell that neither this process nor any that was reaped has used: a cross-check."""
        counted = CGROUP.cpu_ns()
        if counted is None:
            return 0
        spent = counted - self.cell_ns
        unseen = spent - self.known_ns - time.process_time_ns()
        if unseen <= UNSEEN_NS + spent // 10:
            return 0
        self.known_ns += unseen
        return unseen

    def read_output(self, stdout):
        if not self.output_file:
            content, whole = read_bounded(stdout, self.output_room)
            return content, "", not whole
        as_candidate(self.uid)
        try:
            return read_regular(f"{BOX}/{self.output_file}", self.output_room)
        finally:
            as_runner(self.uid)


class Claims:
    """A page that test processes share with the zygote, for the name of the exception that ended the program.

    The program can write what it likes there. So what is found is a claim, read as such after its last process is
    gone: an identifier of bounded length, or nothing. The page is emptied before the next test.
    """

    HEAD = struct.Struct("=IB")
    LONGEST = 64
    NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")

    def __init__(self):
        self.page = mmap.mmap(-1, PAGE)

    def ended_by(self, kind):
        """In the test process: this class of exception leaves the program."""
        name = CLASS_NAME(kind).encode("ascii", "replace")[: self.LONGEST]
        self.page[: self.HEAD.size + len(name)] = self.HEAD.pack(os.getpid(), len(name)) + name

    def exception_of(self, pid):
        owner, size = self.HEAD.unpack_from(self.page)
        name = self.page[self.HEAD.size : self.HEAD.size + size]
        return name if owner == pid and size <= self.LONGEST and self.NAME.fullmatch(name) else b""

    def forget(self):
        self.page[:] = bytes(PAGE)


def within_hard(limit, wanted):
    """(soft, hard) for setrlimit: what is wanted, or what may be had."""
    hard = resource.getrlimit(limit)[1]
    return (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)), hard


def keep_thread_stacks_small():
    """libc gives a thread as much stack as the main thread had at the start, which is now far too much."""
    attributes = ctypes.create_string_buffer(256)  # larger than any libc's pthread_attr_t
    failed = (
        libc.pthread_attr_init(attributes)
        or libc.pthread_attr_setstacksize(attributes, ctypes.c_size_t(THREAD_STACK))
        or libc.pthread_setattr_default_np(attributes)
    )
    if failed:
        raise OSError(failed, "pthread_setattr_default_np")


def write_file(name, data):
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    write_all(descriptor, data)
    os.close(descriptor)


def die_first():
    """When memory runs out the kernel shall take the candidate, not the runner."""
    with open("/proc/self/oom_score_adj", "w") as handle:
        handle.write("1000")


def empty(descriptor, flags=0):
    """A memfd as if new. What a candidate may have left on it (flags) is put right; nobody else holds it.

    stderr is append-only, so that it can be cut back under its writer."""
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    fcntl.fcntl(descriptor, fcntl.F_SETFL, flags)


def slurp(path):
    """A small file of /proc, without the dozen calls that open() makes."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, 4096)
    finally:
        os.close(descriptor)


def read_bounded(descriptor, room):
    """(content, whole?) of a file: all of it, or the head where it is larger than `room`."""
    size = os.fstat(descriptor).st_size
    wanted = size if size <= room else min(room, KEPT_OF_TRUNCATED)
    parts, position = [], 0
    while position < wanted:
        part = os.pread(descriptor, min(wanted - position, 1 << 22), position)
        if not part:
            break
        parts.append(part)
        position += len(part)
    return b"".join(parts), size <= room


def read_regular(path, room):
    """(content or None, error, cut?) of the candidate's output file, never followed, never waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY)
    except FileNotFoundError:
        return None, "missing", False
    except OSError as error:
        return (
            None,
            "not a regular file" if error.errno in (errno.ELOOP, errno.ENXIO) else "unreadable",
            False,
        )
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            return None, "not a regular file", False
        if facts.st_nlink != 1:
            return None, "has other names", False
        content, whole = read_bounded(descriptor, room)
        return content, "", not whole
    finally:
        os.close(descriptor)


def wipe_box(uid):
    """After a test: the usual box holds the source alone; anything else goes the long way."""
    as_candidate(uid)
    try:
        os.unlink(SCRIPT)
        os.rmdir(BOX)
    except OSError:
        pass  # there is more to remove: wipe() does it, or raises
    finally:
        as_runner(uid)
    if not all(map(is_empty, PLACES)):
        wipe(uid)


def is_empty(place):
    """A tmpfs that counts its files counts itself alone when it is empty: one call, where listing takes five."""
    facts = os.statvfs(place)
    if facts.f_files:
        return facts.f_files - facts.f_ffree == 1
    return not os.listdir(place)


class Cgroup:
    """What the kernel counts for the whole cell; version 1 or 2, or none at all (bubblewrap, gVisor)."""

    def __init__(self, root: str = "/sys/fs/cgroup") -> None:
        self.events = first_readable(f"{root}/memory.events", f"{root}/memory/memory.oom_control")
        self.cpu = first_readable(f"{root}/cpu.stat", f"{root}/cpuacct/cpuacct.usage")

    def oom_kills(self) -> int:
        """Out-of-memory kills so far; 0 where nobody counts them."""
        return fields_of(self.events).get(b"oom_kill", 0) if self.events else 0

    def cpu_ns(self) -> int | None:
        """CPU time of all processes there ever were in the cell; None where nobody counts it."""
        if self.cpu is None:
            return None
        if self.cpu.endswith(".usage"):
            return int(slurp(self.cpu))
        return 1000 * fields_of(self.cpu)[b"usage_usec"]


def first_readable(*paths: str) -> str | None:
    return next((path for path in paths if os.access(path, os.R_OK)), None)


def fields_of(path: str) -> dict[bytes, int]:
    return {name: int(value) for name, value in (line.split() for line in slurp(path).splitlines())}


def memory_of(name):
    """Resident bytes of a process: all, with its share of shared pages, private ones. Large where that is not
    told (gVisor; a process that made itself undumpable)."""
    try:
        fields = dict(re.findall(rb"(\w+): +(\d+) kB", slurp(f"/proc/{name}/smaps_rollup")))
    except ProcessLookupError:
        return 0, 0, 0  # it is gone
    except (FileNotFoundError, PermissionError):
        return (sys.maxsize,) * 3 if has_memory(name) else (0, 0, 0)
    private = int(fields[b"Private_Clean"]) + int(fields[b"Private_Dirty"])
    return int(fields[b"Rss"]) * 1024, int(fields[b"Pss"]) * 1024, private * 1024


def on_core_ns(name):
    """How long a process has run; None where that is not told (gVisor), or it is gone."""
    try:
        return int(slurp(f"/proc/{name}/schedstat").split()[0])
    except (FileNotFoundError, ProcessLookupError):
        return None


def has_memory(name):
    """False for a process that is gone or going."""
    try:
        return slurp(f"/proc/{name}/statm").split()[1] != b"0"
    except (FileNotFoundError, ProcessLookupError):
        return False


def files_in(place):
    facts = os.statvfs(place)
    return facts.f_files - facts.f_ffree


class Watch:
    """Follows one test to the end of its last process; takes every measure of it."""

    def __init__(self, zygote, pid, started):
        self.zygote, self.pid, self.started = zygote, pid, started
        self.stdout, self.stderr = zygote.stdout, zygote.stderr
        self.status = None
        self.killed_for = ""
        self.cpu_ns = self.wall_ns = self.max_rss = self.peak = 0
        self.sampled = self.stderr_cut = False
        self.last_look = 0
        self.ran = {}  # of each process: its time on a core, as of the last look at what is shared
        self.base_pages = None

    def until_over(self):
        deadline = self.started + self.zygote.wall_ns
        pause = FIRST_SAMPLE_S
        while True:
            left = (deadline - time.monotonic_ns()) / 1e9
            signal.sigtimedwait((signal.SIGCHLD,), max(0.0, min(pause, left)))
            nobody_left = self.reap()
            if self.status is not None:
                break
            now = time.monotonic_ns()
            if now >= deadline:
                deadline = self.started + self.zygote.wall_ns + self.starved_ns()
            self.killed_for = self.over_limit(now >= deadline)
            while not self.zygote.ended and self.zygote.frames.ready():
                self.zygote.take_frame()  # END in the middle of a test: nobody wants its outcome
            if self.killed_for or self.zygote.ended:
                break
            pause = self.pause
        self.wall_ns = time.monotonic_ns() - self.started
        while not nobody_left:
            self.kill_all()
            nobody_left = self.reap(block=True)
        if not self.zygote.adopts:
            self.bury_orphans()

    def kill_all(self):
        try:
            os.kill(-1, signal.SIGKILL)  # all but process 1 and this one, in one atomic walk
        except ProcessLookupError:
            pass  # they are gone already and only wait to be reaped

    def bury_orphans(self):
        """Without a subreaper orphans are process 1's, which reaps them when the candidate is through: until
        then a test is over when nothing but zombies is left, and their cpu time is read from /proc."""
        alive = True
        while alive:
            self.kill_all()
            alive = False
            for name in self.others():
                state, _, spent, _ = self.sample(name)
                if state == b"Z":
                    self.zygote.buried.add(name)
                    self.cpu_ns += spent
                alive = alive or state not in (b"Z", b"")
            if alive:
                time.sleep(0.001)

    def others(self):
        """The names under /proc of the candidate's processes."""
        own = {"1", str(os.getpid())} | self.zygote.buried
        return [name for name in os.listdir("/proc") if name.isdigit() and name not in own]

    def reap(self, block=False):
        """Collect the dead; True when no descendant is left."""
        while True:
            try:
                pid, status, usage = os.wait4(-1, WAIT_ALL | (0 if block else os.WNOHANG))
            except ChildProcessError:
                return True
            if pid == 0:
                return False
            self.cpu_ns += int((usage.ru_utime + usage.ru_stime) * 1e9)
            self.max_rss = max(self.max_rss, usage.ru_maxrss * 1024)
            if pid == self.pid:
                self.status = status

    def over_limit(self, too_late):
        """Sample what is alive; the name of the limit that is passed, or ''."""
        self.sampled = True
        seen = {name: self.sample(name) for name in self.others()}
        cpu_ns = self.cpu_ns + sum(spent for _, _, spent, _ in seen.values())
        memory = sum(resident for *_, resident in seen.values())
        self.pause = SAMPLE_S
        if len(seen) > 1:
            if memory > self.peak:
                memory = min(memory, self.shared_once(seen))
            # processes come, go and change while they are looked at: what two looks agree on is true
            memory, self.last_look = min(memory, self.last_look), memory
            self.pause = SAMPLE_AGAIN_S if self.last_look > self.zygote.memory else SAMPLE_MANY_S
        self.peak = max(self.peak, memory)
        self.trim_stderr()
        if os.fstat(self.stdout).st_size > self.zygote.output_room:
            return "output"
        if memory > self.zygote.memory:
            return "memory"
        if any(files_in(place) > FILES for place in PLACES):
            return "files"
        if cpu_ns > self.zygote.cpu_ns + TICK_SLACK_NS:
            return "cpu"
        return "wall" if too_late else ""

    def sample(self, name):
        """State (b"": gone), parent, cpu ns with reaped children, resident bytes above the zygote's of a process."""
        try:
            fields = slurp(f"/proc/{name}/stat").rpartition(b")")[2].split()
            _, resident, shared = map(int, slurp(f"/proc/{name}/statm").split()[:3])
        except (FileNotFoundError, ProcessLookupError):
            return b"", "", 0, 0
        if self.base_pages is None:
            _, base_resident, base_shared = map(int, slurp("/proc/self/statm").split()[:3])
            self.base_pages = base_resident - base_shared, base_shared
        pages = max(0, resident - shared - self.base_pages[0]) + max(0, shared - self.base_pages[1])
        return fields[0], fields[1].decode(), sum(map(int, fields[11:15])) * TICK_NS, pages * PAGE

    def shared_once(self, seen):
        """Resident bytes of several processes (as sampled), what they share counted once; large where that is
        not told.

        The kernel shows it to the processes' own uid. It is taken for files alone (fsuid), so that not even for
        a moment the candidate has power over this process. When one of them ends meanwhile the shares of the
        others grow as they are read: then the least that it can have been.
        """
        take_fs_ids(self.zygote.uid, self.zygote.uid)
        try:
            found = {name: memory_of(name) for name in seen}
        finally:
            take_fs_ids(self.zygote.uid, 0)
        # Between vfork and exec two processes have one memory, and the parent sleeps in the kernel; on a loaded host it
        # may first wait for a core to go to sleep on: runnable, but no further than at the last look.
        ran = {name: on_core_ns(name) for name in seen}
        frozen = {
            name
            for name, (state, *_) in seen.items()
            if state == b"D" or (state == b"R" and ran[name] is not None and ran[name] == self.ran.get(name))
        }
        self.ran = ran
        told = dict(found)
        for name, (_, parent, *_) in seen.items():
            if parent in frozen and told[name] == told[parent]:
                frozen.remove(parent)
                del found[name]
        if all(map(has_memory, seen)):
            return sum(proportional for _, proportional, _ in found.values())
        return sum(private for *_, private in found.values()) + max(
            whole - private for whole, _, private in found.values()
        )

    def starved_ns(self):
        """How long the candidate's most patient thread has waited for a core: others' doing, not its own."""
        waited = 0
        for name in self.others():
            try:
                for task in os.listdir(f"/proc/{name}/task"):
                    waited = max(waited, int(slurp(f"/proc/{name}/task/{task}/schedstat").split()[1]))
            except (FileNotFoundError, ProcessLookupError):
                pass  # it is gone, or this kernel does not tell
        return min(waited, (PATIENCE - 1) * self.zygote.wall_ns)

    def trim_stderr(self):
        size = os.fstat(self.stderr).st_size
        if size > STDERR_ROOM:
            tail = os.pread(self.stderr, self.zygote.stderr_room, size - self.zygote.stderr_room)
            os.ftruncate(self.stderr, 0)
            os.pwrite(self.stderr, tail, 0)
            self.stderr_cut = True


# --- languages: source, seconds, bytes -> (what a test process executes, or None; the compiler's text)
def compile_python3(source, seconds, memory):
    """Compile and run nothing. Over time SIGPROF ends the zygote, which the runner reports."""
    unlimited = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, unlimited[1]))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        code, message = compile(source, SCRIPT, "exec", dont_inherit=True), b""
    except (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError) as error:
        import traceback

        code, message = (
            None,
            "".join(traceback.format_exception_only(error)).encode("utf-8", "backslashreplace"),
        )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_DATA, unlimited)
    if code is not None:
        for name in sorted(set(ON_DEMAND.findall(source))):
            try:
                __import__(name.decode())
            except ImportError:
                pass  # not in this image: the program will say so itself, if it does import it
    return code, message


LANGUAGES = {"python3": compile_python3}


# --- the test process, from the candidate's first line to its exit status
def standard_streams():
    """stdin, stdout and stderr as CPython makes them at start-up under C.UTF-8; nothing uses them before the
    test process does, which only puts other files under their descriptors."""
    return (
        text_stream(0, "rb", "<stdin>", "surrogateescape"),
        text_stream(1, "wb", "<stdout>", "surrogateescape"),
        text_stream(2, "wb", "<stderr>", "backslashreplace", line_buffering=True),
    )


def text_stream(descriptor, mode, name, errors, line_buffering=False):
    binary = open(descriptor, mode, closefd=False)
    binary.raw.name = name
    text = io.TextIOWrapper(binary, "utf-8", errors, newline="\n", line_buffering=line_buffering)
    setattr(text, "mode", mode[0])  # noqa: B010  (as CPython does; typeshed calls it read-only)
    return text


def become_main():
    """Put a fresh `__main__` that knows nothing of this file in place of it."""
    module = types.ModuleType("__main__")
    module.__dict__.update(
        __loader__=sys.modules["_frozen_importlib_external"].SourceFileLoader("__main__", SCRIPT), __annotations__={},
        __builtins__=sys.modules["builtins"], __file__=SCRIPT, __cached__=None)  # fmt: skip
    KEEP.append(sys.modules["__main__"])
    sys.modules["__main__"] = module
    sys.argv[:] = [SCRIPT.rpartition("/")[2]]
    sys.orig_argv[:] = ["python3", *sys.argv]
    sys.path.insert(0, BOX)


def thread_state():
    """(frames left, C calls left, frame) of this thread as the interpreter counts them, to read and to set.

    Where they lie differs from version to version: they are found by what they hold. For an interpreter where they
    are not found there is something to set that has no effect: programs then have a few calls less.
    """
    whereabouts = ctypes.pythonapi.PyThreadState_Get
    whereabouts.restype = ctypes.c_void_p
    state = whereabouts()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(STRANGE_LIMIT)
    numbers = list((ctypes.c_int * 64).from_address(state))
    sys.setrecursionlimit(limit)
    if STRANGE_LIMIT not in numbers:
        return ctypes.c_int(), ctypes.c_int(), ctypes.c_void_p()
    at = state + 4 * numbers.index(STRANGE_LIMIT)
    # frames left stand before the limit on frames; C calls left behind it, where the two are told apart
    return ctypes.c_int.from_address(at - 4), ctypes.c_int.from_address(at + 4), frame_of(state)


def frame_of(state):
    """Where the thread state names the frame that runs: a field of its own (3.13), or in a record (3.11, 3.12)."""
    running = ctypes.c_void_p.from_address(id(sys._getframe()) + 24).value
    fields = range(state, state + 256, 8)
    record = ctypes.c_void_p.from_address(state + 56).value
    if sys.version_info < (3, 13) and record:
        fields = range(record, record + 16, 8)
    for address in fields:
        if ctypes.c_void_p.from_address(address).value == running:
            return ctypes.c_void_p.from_address(address)
    return ctypes.c_void_p()


# --- the end. The program's exception, or SystemExit, leaves this file as it would leave main.py, and Py_RunMain does
# the rest. What follows the exit functions takes CPython several times as long as a small test, and shows only where
# something is left that acts when it goes (`__del__`, a file with a buffer, a thread). So the process is ended
# 1. here, where there are neither exit functions nor threads, and nothing of that kind is left;
# 2. else by the last exit function, where nothing of that kind is left;
# 3. else when `__main__` is gone and the garbage collected, unless there still is something;
# 4. else by CPython.
# Ends that the list of objects does not show: callbacks, buffers of libraries, objects that the collector ignores.
DOUBTFUL = (
    b"weakref",
    b"ctypes",
    b"addaudithook",
    b"settrace",
    b"setprofile",
    b"monitoring",
    b"callbacks",
    b"freeze",
    b"dup2",
)
# These ask no class of the program's and no metaclass.
CLASS_NAME = type.__dict__["__name__"].__get__
CLASS_FIELDS = type.__dict__["__dict__"].__get__
CLASS_ORDER = type.__dict__["__mro__"].__get__
TRACEBACK = BaseException.__dict__["__traceback__"]
HANDLER = opcode.opmap["PUSH_EXC_INFO"]
LOOKED_THROUGH = 32 << 10  # KiB that a program has grown by; in more the list of all objects could break its limit


def status_of(error):
    """The exit status that CPython gives this SystemExit; None where the program has a say in it, or a text is due."""
    code = error.code if type(error) is SystemExit else error
    if code is None:
        return 0
    if type(code) is int:
        return code & 0xFF if -(1 << 63) <= code < 1 << 63 else 0xFF
    return None


def status_of_uncaught(error):
    hook = vars(sys).get("excepthook")
    return 1 if hook is sys.__excepthook__ and KeyboardInterrupt not in CLASS_ORDER(type(error)) else None


def is_doubtful(source):
    return any(word in source for word in DOUBTFUL) or (b"__slots__" in source and b"__del__" in source)


def come_back():
    """From the program to this file, with a few more calls left for what remains to be done."""
    RUNNING.value = THIS
    FRAMES_LEFT.value += OWN_FRAMES - ABOVE["frames"]
    CALLS_LEFT.value -= ABOVE["calls"]


def ended_by(error):
    """The program is over: see what remains to be done, and leave it to CPython as it would be after main.py."""
    global STATUS
    module = MAIN.pop()
    if error is None or SystemExit in CLASS_ORDER(type(error)):
        STATUS = status_of(error)
        leave_at_once()
    else:
        STATUS = status_of_uncaught(error)
        CLAIMS.ended_by(type(error))
    if error is None or SystemExit not in CLASS_ORDER(type(error)):
        for name in ("__file__", "__cached__"):
            vars(module).pop(name, None)
    if error is not None:
        traceback = TRACEBACK.__get__(error)
        TRACEBACK.__set__(error, traceback and traceback.tb_next)  # without this file's line
    FRAMES_LEFT.value -= OWN_FRAMES


def leave_at_once():
    """Step 1, for a program whose exit status is known."""
    before_threads_end = getattr(MODULES.get("threading"), "_threading_atexits", None)
    if STATUS is None or atexit._ncallbacks() > 1 or before_threads_end or is_large() or anything_acts():
        return
    leave()


def leave_early():
    """Step 2; the last exit function. Does nothing in any process but a test's, nor before its program ended."""
    if STATUS is None:
        return
    if not is_large() and not anything_acts():
        leave()
    if sys.stderr is sys.__stderr__ is STREAMS[1]() and sys.unraisablehook is sys.__unraisablehook__:
        LATER.__dict__["look"] = Look()
        MODULES["<later>"] = LATER  # CPython clears the modules that are left in reverse order, after collecting


class Look:
    """Step 3, when it goes. Where CPython complained meanwhile, it may have been of a flush, and about to exit with
    120."""

    def __init__(self):
        self.said = os.fstat(2).st_size

    def __del__(self):
        if os.fstat(2).st_size == self.said and not anything_acts():
            leave()


def is_large():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - BEFORE > LOOKED_THROUGH


def leave():
    """Flush as CPython would. Should that fail, go on: CPython tries again, complains, and exits with 120."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:
                stream.flush()
    except BaseException:
        return
    os._exit(STATUS or 0)


def anything_acts():
    """Whether something is left whose end could be seen; in doubt True. It must cost little: every program is asked."""
    if (
        DOUBT
        or any(map(operator.is_not, map(vars(sys).get, STREAM_NAMES), map(weakref.ref.__call__, STREAMS)))
        or _thread._count()
    ):  # fmt: skip
        return True
    objects = gc.get_objects()  # the program's own: all others are frozen
    watched = [kind for kind in set(map(type, objects)).difference(QUIET) if has_end(kind)]
    return bool(watched) and any(acts(thing) for thing in objects if type(thing) in watched)


def has_end(kind):
    return any("__del__" in CLASS_FIELDS(base) for base in CLASS_ORDER(kind))


def quiet_kinds():
    """The classes that are there before any program, but for those with `__del__`."""
    found, pending = set(), [object]
    while pending:
        kind = pending.pop()
        if kind not in found:
            found.add(kind)
            pending += type.__subclasses__(kind)
    return frozenset(kind for kind in found if not has_end(kind))


def acts(thing):
    """Whether the end of this object, whose class has `__del__`, could be seen."""
    kind = type(thing)
    if kind is types.GeneratorType:
        return generator_acts(thing)
    if kind in QUIET_FILES:
        return file_acts(thing)
    return True


def generator_acts(generator):
    """Closed where it waits it runs code only in a handler, or in what it waits for."""
    return HANDLER in generator.gi_code.co_code[::2] or generator.gi_yieldfrom is not None


def file_acts(file):
    """Whether a buffer is left to be written."""
    if type(file) is io.TextIOWrapper:
        try:
            return type(file.buffer) is not io.BufferedReader
        except ValueError:
            return False  # it gave its buffer away
    return type(file) is io.FileIO and not file.closed and file.writable()


MODULES = sys.modules
STRANGE_LIMIT = 7_654_321
OWN_FRAMES = 50  # for ended_by, whatever limit the program set
QUIET_FILES = (io.TextIOWrapper, io.BufferedReader, io.FileIO, io.BytesIO, io.StringIO)
QUIET: frozenset[type] = frozenset()
STREAM_NAMES = ("stdout", "stderr", "__stdout__", "__stderr__")
STREAMS: list[weakref.ref[object]] = []  # weak: CPython shall be able to let go of them
STATUS: int | None = None  # of a test process whose program has ended
DOUBT = False  # its source names one of DOUBTFUL
BEFORE = 0  # KiB of memory that it had before
LATER = types.ModuleType("later")
KEEP: list[types.ModuleType] = []  # the runner's module must outlive its place in sys.modules
PLACES: list[str] = []
CGROUP = Cgroup("")
if __name__ == "__main__":
    PLACES, QUIET = writable_places(), quiet_kinds() | {Look}
    CGROUP = Cgroup()
    FRAMES_LEFT, CALLS_LEFT, RUNNING = thread_state()
    # Here as many frames and calls are left as at the top of main.py; exec is a call and takes a frame of its own.
    ABOVE = {"frames": FRAMES_LEFT.value, "calls": CALLS_LEFT.value, "state": (FRAMES_LEFT, CALLS_LEFT)}
    exec("frames -= state[0].value; calls -= state[1].value", ABOVE)
    try:
        serve(int(sys.argv[1]), int(sys.argv[2]))
        raise SystemExit(0)
    except Candidate as candidate:
        LOADED, CLAIMS, DOUBT = [candidate.code], candidate.claims, candidate.doubt
    # Here is a test process, with nothing of the runner on its stack.
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()  # else every test would draw the same numbers
    MAIN = [sys.modules["__main__"]]  # the interpreter too holds on to it, while it runs a file
    BEFORE = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    THIS = RUNNING.value
    FRAMES_LEFT.value += ABOVE["frames"]
    CALLS_LEFT.value += ABOVE["calls"]
    RUNNING.value = None
    try:
        exec(LOADED.pop(), vars(MAIN[0]))
    except BaseException as error:
        come_back()
        ended_by(error)
        raise  # adds no line to the traceback
    else:
        come_back()
        ended_by(None)

"""Inside the cell: runs one candidate at a time on many inputs and reports facts. Standard library only.

Started as process 1 of its own pid namespace: `python3 -s -S -P runner.py FIRST_UID UID_COUNT`
(FIRST_UID 0: there is only the runner's own uid to give), PYTHONHASHSEED=0, PYTHONINTMAXSTRDIGITS=0 and room
for a main thread's stack of STACK_ROOM (RLIMIT_STACK at the start: it decides what lies how far below the stack,
and cannot be made up for later). Frames over stdin and stdout.

Theory of operation
  runner   process 1, root of the container with SETUID, SETGID and KILL alone; forks a zygote per candidate,
           ahead of time, and proves the cell clean when the zygote has gone. Has PRIVATE, a tmpfs that no candidate
           can enter, unless runner and candidate share a uid.
  zygote   reads the program, compiles it and runs none of it; forks a test process per input. Child
           subreaper: every descendant of a test ends up with it, to be killed, reaped and counted.
  test     takes the candidate's uid, limits, no_new_privs and a seccomp filter, makes its directory, and
           becomes `python3 main.py`: the program runs with no frame and no call above it, and CPython itself
           prints its exception, decides its exit status and takes the process down (see "the end").
           A program that is not the interpreter's is a command, with one file: a test executes it (see Launch and
           tools/launch.c), and all else is the same. So compilers are run, and what they leave.
           A test that talks has pipes for stdin and stdout; the zygote passes on what is said (see Talk) while it
           watches the test as it does any other.

Invariants
  1. Only the runner and the zygote ever hold the frames' descriptors; a test process closes everything
     above 2 before it runs a line of the candidate.
  2. A test is over when wait4 says ECHILD: no process of the candidate is left. kill(-1) spares exactly
     process 1 and the caller, so it is used only where this file is process 1 of its namespace.
  3. What a candidate left on disk is touched under the candidate's uid alone, with O_NOFOLLOW, after its
     last process is gone. A program sets no times: it could do so to whatever it may write, the host's /dev/null too.
     Times that it moves by writing and reading (of the writable places themselves, of what is in /dev) are moved once
     more after every test, and set to what they were at the start after every candidate.
  4. Anything unforeseen ends the cell: the driver sees it vanish and takes a new one.
  5. Process 1, which zygotes are forked from, never reads, lists or holds a byte that a candidate made or that was
     meant for one. It makes calls that return numbers (statvfs, sockstat, kill, wait); what must read more is done
     by a process that dies (in_child). A forked process can read all its parent's memory, the freed too.
  6. No more do inputs and outcomes lie in memory that a later test's fork has: the zygote reads what a test made or
     was given into scratch(), which no fork has, and lists names only in a child. What remains in its heap of
     earlier tests is numbers: sizes, times, statuses, pids.
  7. Files and open file descriptions of stdin, stdout and stderr are new for every test, and closed after it. The
     zygote reads by position; to write (stderr, when it is trimmed) it opens the file anew.
  8. After every test, and again when the zygote has gone, the kernel's own counts (Proof) say that nothing is left:
     no block, no inode, no socket more than before the first candidate; no process (wait says ECHILD, in process 1
     kill ESRCH too). What the kernel frees late, descriptors in flight in a cycle of sockets, has COLLECT_S; else the
     cell ends.

Measures
  cpu      rusage of every descendant that was reaped, checked against the cell's cgroup where there is one.
  wall     the clock, but a program is ended by it only when it had its wall time not counting what it waited
           for a core (at most PATIENCE times as long): only sleepers are ended, however busy the host.
  memory   of one process its resident pages above the zygote's, sampled, and the kernel's own maximum, which misses
           nothing; of several what the cell's cgroup counts, each page once. To one process is added what no process
           shows and the cgroup counts (see Cgroup.charges). Without a cgroup: as much of it as /proc tells, pages that
           several share counted once. And files that are left when the test is over.
"""

import _signal  # type: ignore[import-not-found]  # typeshed has none
import _thread
import sys

if __name__ == "__main__":
    import site  # -S kept it from running; programs expect exit(), quit() and the site packages

    site.main()
    # what programs change of them changes nothing here
    __builtins__ = dict(vars(sys.modules["builtins"]))  # type: ignore[assignment]

import array
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

VERSION = "9"

# --- frames: one byte of type, four of length, the payload. PROGRAM, TEST and END come in, the rest go out.
FRAME = struct.Struct("!cI")
PROGRAM, TEST, TALK, SAY, STOP, END = b"P", b"T", b"K", b"S", b"X", b"E"
READY, COMPILED, OUTCOME, DONE, FAULT = b"R", b"C", b"O", b"D", b"F"
SAID, TOOK, UNREAD, STILL = b"A", b"B", b"U", b"Z"
# cpu ns, wall ns, memory, output, stderr, compile ns, compile memory; lengths of language, input and output name, of
# the arguments, of the names of files that every test brings and that it may leave, NUL behind each, of further files;
# these, and the source
PROGRAM_HEAD = struct.Struct("!QQQQIQQBHHIIII")
FILE_HEAD = struct.Struct("!HI")  # of a further file: lengths of its name and of what is in it, which follow
# A TEST is what stdin is. Where tests bring files: the size of each, stdin, the files.
# A TALK is a TEST whose stdin and stdout are pipes: SAY is what comes next on stdin, STOP ends the test (a byte: why,
# of KILLED_FOR), SAID is what came on stdout; an empty SAY or SAID means that no more will. The driver says at most
# WINDOW bytes more than TOOK tells that were taken. STILL: for so many ns no process has run, and nothing was said; in
# front of it UNREAD, where so many bytes are on stdin.
SIZE = struct.Struct("!Q")
COUNT = struct.Struct("!I")
WINDOW = 64 << 10
NO_FILE = 2**64 - 1  # the size of one that was not left, or cannot be read
COMPILED_HEAD = struct.Struct("!?Q")  # ok, cpu ns; then the message
# exit code (-1: none), signal, killed for, flags, output error, cpu ns, wall ns, memory; sizes of the exception's
# name, output and stderr, which follow in this order. Where tests leave files: behind the name the size of each, behind
# the output the files.
OUTCOME_HEAD = struct.Struct("!iBBBBQQQBQQ")
# Of a program whose language is COMMAND, in place of its source: sizes of the words, NUL behind each, of the
# environment likewise, and of a file's name; these, and the file. Without a name the file itself is executed, else
# words[0] is.
COMMAND_HEAD = struct.Struct("!III")
COMMAND = "command"
KILLED_FOR = ("", "cpu", "wall", "memory", "output", "files", "stopped")
OUTPUT_ERRORS = ("", "missing", "not a regular file", "has other names", "unreadable")
OOM_KILLED, OUTPUT_TRUNCATED, STDERR_TRUNCATED, HAS_OUTPUT = 1, 2, 4, 8
KEPT_OF_TRUNCATED = 64 << 10  # of an output over its limit only the head is reported
KEPT_OF_LEFT = 64 << 10  # likewise of a file that a test leaves; of a folder all files or none
MESSAGE_BYTES = 16 << 10

TMP = "/tmp"
BOX = "/tmp/box"
SCRIPT = "/tmp/box/main.py"
LAUNCHER = "/opt/equijudge/tools/launch.so"
PRIVATE = "/run/streams"  # a tmpfs of the runner's own, for files without a name
TIMES = (2**32, 0)  # of access: to come, so that reading does not move it but where the mount is strict; of change
WRITABLE = ("/tmp", "/dev/shm", "/dev/mqueue", "/var/tmp", "/run/lock")  # looked at where they are writable
READINGS = 12  # ms, more than a tick of the kernel's clock
LASTING = ("/proc", "/proc/1", "/proc/1/task/1", "/proc/1/net", "/proc/1/ns")
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
PROCESSES, OPEN_FILES, FILES, TIMERS = 256, 1024, 4096, 1024
THREADS = 100  # at least, may a program have, with stacks of the usual size
STACK_ROOM = 64 << 30  # addresses kept free below the main thread's stack; no memory limit is larger
THREAD_STACK = 8 << 20  # what any other thread has, unless the program says otherwise
MAY_BE_EXECUTED, ALL_SEALS = 0x10, 0xF  # MFD_EXEC; F_SEAL_SEAL, _SHRINK, _GROW, _WRITE
EXECUTABLE = 0o555  # of a program's own file: by everybody
NO_CORE = 1  # byte: none is written, and none is piped to the host's handler, as with 0 one would be
OWN_STACK = 64 << 20  # the runner's own, and so the compiler's
TELL_STILL_NS = 100_000_000
SET_UP_S = 0.01  # between two looks whether a test process that is to be ended has been set up
FIONREAD = 0x541B  # bytes in a pipe
AHEAD = 2  # inputs the driver may have sent beyond the one that runs
WAIT_ALL = 0x40000000  # __WALL
PAGE = resource.getpagesize()
TICK_NS = 1_000_000_000 // os.sysconf("SC_CLK_TCK")
TICK_SLACK_NS = 2 * TICK_NS  # /proc counts in ticks; the rusage at the end is exact
PATIENCE = 4  # a program that is kept from running has at most so many times its wall time
LOOKS = 3  # at processes of which one ends meanwhile
COLLECT_S = 2.0  # what the kernel frees late must be free by then
AT_ONCE = 32 << 10  # of an outcome that is sent while the next test runs: what a pipe takes without anybody waiting
PIECE = 64 << 10  # what is copied at once, and what a pipe holds; larger would blur the zygote's own size
UNSEEN_NS = 50_000_000  # CPU time of the cell beyond this, and a tenth, that no process accounts for
# Memory that no process shows and that is nobody's: what any program has in the kernel, and what the kernel's counters
# of a cgroup may be behind by (64 pages a core, both for what is charged ahead and for its parts).
UNSEEN_BYTES = (1 << 20) + (os.cpu_count() or 1) * 2 * 64 * PAGE
LEFT_BYTES, FREED_S = 4 << 20, 0.5  # what may be left of a candidate, and how long the kernel may take for the rest
# Without a cgroup every socket counts as full, beyond as many as asyncio and multiprocessing use.
SOCKET_BYTES, SOCKETS = 2 * 212_992, 16

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long)
libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
libc.pthread_self.restype = ctypes.c_void_p
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


# --- the seccomp filter: every system call has an answer here; numbers of x86_64 and aarch64 (-: it has no such call)
def numbers(text):
    columns = (row.split() for row in text.split(";"))
    return {name: tuple(None if number == "-" else int(number) for number in both) for name, *both in columns}


# What a program does to itself, to files it may open and to processes of its own uid.
ALLOWED = numbers("""
read 0 63; write 1 64; open 2 -; close 3 57; stat 4 -; fstat 5 80; lstat 6 -; poll 7 -; lseek 8 62;
mprotect 10 226; munmap 11 215; brk 12 214; rt_sigprocmask 14 135; rt_sigreturn 15 139; pread64 17 67; pwrite64 18 68;
readv 19 65; writev 20 66; access 21 -; pipe 22 -; select 23 -; sched_yield 24 124; mremap 25 216; mincore 27 232;
dup 32 23; dup2 33 -; pause 34 -; nanosleep 35 101; getitimer 36 102; alarm 37 -; setitimer 38 103; getpid 39 172;
sendfile 40 71; connect 42 203; accept 43 202; sendto 44 206; recvfrom 45 207; recvmsg 47 212;
shutdown 48 210; bind 49 200; listen 50 201; getsockname 51 204; getpeername 52 205; getsockopt 55 209; fork 57 -;
vfork 58 -; execve 59 221; exit 60 93; wait4 61 260; kill 62 129; uname 63 160; truncate 76 45; ftruncate 77 46;
getdents 78 -; getcwd 79 17; chdir 80 49; fchdir 81 50; rename 82 -; mkdir 83 -; rmdir 84 -; creat 85 -; link 86 -;
unlink 87 -; symlink 88 -; readlink 89 -; chmod 90 -; fchmod 91 52; chown 92 -; fchown 93 55; lchown 94 -;
umask 95 166; gettimeofday 96 169; getrlimit 97 163; getrusage 98 165; sysinfo 99 179; times 100 153; getuid 102 174;
getgid 104 176; setuid 105 146; setgid 106 144; geteuid 107 175; getegid 108 177; setpgid 109 154; getppid 110 173;
getpgrp 111 -; setsid 112 157; setreuid 113 145; setregid 114 143; getgroups 115 158; setgroups 116 159;
setresuid 117 147; getresuid 118 148; setresgid 119 149; getresgid 120 150; getpgid 121 155; setfsuid 122 151;
setfsgid 123 152; getsid 124 156; capget 125 90; rt_sigpending 127 136; rt_sigtimedwait 128 137;
rt_sigqueueinfo 129 138; rt_sigsuspend 130 133; sigaltstack 131 132; mknod 133 -; statfs 137 43;
fstatfs 138 44; getpriority 140 141; setpriority 141 140; sched_getparam 143 121; sched_getscheduler 145 120;
sched_get_priority_max 146 125; sched_get_priority_min 147 126; sched_rr_get_interval 148 127; mlock 149 228;
munlock 150 229; mlockall 151 230; munlockall 152 231; arch_prctl 158 -; setrlimit 160 164; gettid 186 178;
getxattr 191 8; lgetxattr 192 9; fgetxattr 193 10; listxattr 194 11; llistxattr 195 12; flistxattr 196 13;
tkill 200 130; time 201 -; futex 202 98; sched_setaffinity 203 122; sched_getaffinity 204 123; epoll_create 213 -;
getdents64 217 61; set_tid_address 218 96; restart_syscall 219 128; timer_create 222 107; timer_settime 223 110;
timer_gettime 224 108; timer_getoverrun 225 109; timer_delete 226 111; clock_gettime 228 113; clock_getres 229 114;
clock_nanosleep 230 115; exit_group 231 94; epoll_wait 232 -; epoll_ctl 233 21; tgkill 234 131;
get_mempolicy 239 236; waitid 247 95; ioprio_get 252 31; openat 257 56; mkdirat 258 34; mknodat 259 33;
fchownat 260 54; newfstatat 262 79; unlinkat 263 35; renameat 264 38; linkat 265 37;
symlinkat 266 36; readlinkat 267 78; fchmodat 268 53; faccessat 269 48; pselect6 270 72; ppoll 271 73;
set_robust_list 273 99; splice 275 76; tee 276 77; epoll_pwait 281 22; signalfd 282 -;
timerfd_create 283 85; eventfd 284 -; fallocate 285 47; timerfd_settime 286 86; timerfd_gettime 287 87;
accept4 288 242; signalfd4 289 74; eventfd2 290 19; epoll_create1 291 20; dup3 292 24; pipe2 293 59; preadv 295 69;
pwritev 296 70; rt_tgsigqueueinfo 297 240; recvmmsg 299 243; prlimit64 302 261; getcpu 309 168;
sched_getattr 315 275; renameat2 316 276; getrandom 318 278; execveat 322 281; membarrier 324 283; mlock2 325 284;
copy_file_range 326 285; pkey_mprotect 329 288; pkey_alloc 330 289; pkey_free 331 290; statx 332 291; rseq 334 293;
pidfd_send_signal 424 424; pidfd_open 434 434; close_range 436 436; openat2 437 437; faccessat2 439 439;
epoll_pwait2 441 441; futex_waitv 449 449; fchmodat2 452 452; map_shadow_stack 453 453; futex_wake 454 454;
futex_wait 455 455; futex_requeue 456 456; mseal 462 462
""")
# They succeed and do nothing. Times of files: see invariant 3. Everything that a program can write is memory, so there
# is nothing to be written out; on a file that it can only read fsync and its like would have the host's disk work, the
# next two move what every cell sees in the page cache. Locks on such files would be seen in other cells: none is taken,
# as on a mount with nolock.
SILENT = numbers("""
utime 132 -; utimes 235 -; futimesat 261 -; utimensat 280 88;
fsync 74 82; fdatasync 75 83; msync 26 227; sync 162 81; syncfs 306 267; sync_file_range 277 84; fadvise64 221 223;
readahead 187 213; flock 73 32
""")
# EPERM: known to be of use against the kernel, the host's tables (AIO contexts, inotify instances, keys, IPC), others'
# processes, or the watch (memfd_create, vmsplice: memory that no process maps; the xattr calls: marks on files that
# are used again, and mbind likewise, since the policy of a shared page stays with it; sendmsg: sockets in flight that
# hold each other, which Linux 6.18 is seen not to free before the next boot, whatever becomes of the cell).
DENIED = numbers("""
sendmsg 46 211; sendmmsg 307 269;
ptrace 101 117; process_vm_readv 310 270; process_vm_writev 311 271; kcmp 312 272; pidfd_getfd 438 438;
process_madvise 440 440; perf_event_open 298 241; bpf 321 280; userfaultfd 323 282; io_uring_setup 425 425;
io_uring_enter 426 426; io_uring_register 427 427; io_setup 206 0; io_destroy 207 1; io_getevents 208 4;
io_submit 209 2; io_cancel 210 3; io_pgetevents 333 292; inotify_init 253 -; inotify_init1 294 26;
inotify_add_watch 254 27; inotify_rm_watch 255 28; fanotify_init 300 262; fanotify_mark 301 263; add_key 248 217;
request_key 249 218; keyctl 250 219; mq_open 240 180; mq_unlink 241 181; mq_timedsend 242 182;
mq_timedreceive 243 183; mq_notify 244 184; mq_getsetattr 245 185; shmget 29 194; shmat 30 196; shmctl 31 195;
shmdt 67 197; semget 64 190; semop 65 193; semctl 66 191; semtimedop 220 192; msgget 68 186; msgsnd 69 189;
msgrcv 70 188; msgctl 71 187; memfd_create 319 279; memfd_secret 447 447; vmsplice 278 75; cachestat 451 451;
setxattr 188 5; lsetxattr 189 6; fsetxattr 190 7; setxattrat 463 463; removexattr 197 14; lremovexattr 198 15;
fremovexattr 199 16; removexattrat 466 466; file_setattr 469 469; sched_setparam 142 118; sched_setscheduler 144 119;
sched_setattr 314 274; ioprio_set 251 30; mbind 237 235; set_mempolicy 238 237; set_mempolicy_home_node 450 450;
migrate_pages 256 238; move_pages 279 239; seccomp 317 277; capset 126 91; personality 135 92; modify_ldt 154 -;
iopl 172 -; ioperm 173 -; unshare 272 97; setns 308 268; mount 165 40; umount2 166 39; pivot_root 155 41;
chroot 161 51; open_tree 428 428; open_tree_attr 467 467; move_mount 429 429; fsopen 430 430; fsconfig 431 431;
fsmount 432 432; fspick 433 433; mount_setattr 442 442; name_to_handle_at 303 264; open_by_handle_at 304 265;
init_module 175 105; finit_module 313 273; delete_module 176 106; kexec_load 246 104; kexec_file_load 320 294;
reboot 169 142; swapon 167 224; swapoff 168 225; acct 163 89; quotactl 179 60; quotactl_fd 443 443; syslog 103 116;
settimeofday 164 170; clock_settime 227 112; adjtimex 159 171; clock_adjtime 305 266; vhangup 153 58;
sethostname 170 161; setdomainname 171 162
""")
# Looked into, by rules_by_argument.
INSPECTED = numbers("""
mmap 9 222; rt_sigaction 13 134; madvise 28 233; ioctl 16 29; socket 41 198; socketpair 53 199; setsockopt 54 208;
clone 56 220; fcntl 72 25; prctl 157 167; preadv2 327 286; pwritev2 328 287; clone3 435 435
""")
ZYGOTES_OWN = ("seccomp", "memfd_create")
# All else, and every call that is newer, is ENOSYS: libc and CPython then do as on an older kernel.
NEW_NAMESPACES, CLONE_PARENT = 0x7E020080, 0x8000  # the CLONE_NEW* flags that clone takes; a child of the zygote's
CLONE_VM, CLONE_VFORK = 0x100, 0x4000
MACHINES = ("x86_64", "aarch64")
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
LOAD, JUMP, JUMP_EQ, JUMP_GE, JUMP_SET, RETURN = 0x20, 0x05, 0x15, 0x35, 0x45, 0x06
AF_UNIX = 1
# F_DUPFD, F_[GS]ETFD, F_[GS]ETFL, F_GETLK, F_GETOWN, F_GETSIG, F_GETOWN_EX, F_GETLEASE, F_DUPFD_QUERY,
# F_DUPFD_CLOEXEC, F_[GS]ETPIPE_SZ, F_GET_SEALS. So no lease, no signal and no owner, no F_NOTIFY, no lock of an open
# file description, no mark on a file (F_SET_RW_HINT).
FCNTLS = (0, 1, 2, 3, 4, 5, 9, 11, 16, 1025, 1027, 1030, 1031, 1032, 1034)
FCNTL_LOCKS = (6, 7)  # F_SETLK, F_SETLKW: as flock
# TCGETS (isatty), TIOCGPGRP, TIOCOUTQ, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX, TCGETS2
IOCTLS = (0x5401, 0x540F, 0x5411, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x802C542A)
# Parent's death signal (1, 2), name (15, 16), timer slack (29, 30), no_new_privs (38, 39), transparent huge pages (41,
# 42), speculation (52, 53), pointer keys and tags of aarch64 (54 to 56, 60, 61), memory that is never both writable
# and executable (65, 66), names of mappings; and what can only be read: dumpable, seccomp, bounding set, securebits,
# subreaper, tid address.
PRCTLS = (1, 2, 3, 15, 16, 21, 23, 27, 29, 30, 37, 38, 39, 40, 41, 42, 52, 53, 54, 55, 56, 60, 61, 65, 66, 0x53564D41)
SOL_SOCKET, ATTACH_PROGRAM = 1, (26, 50, 51, 52)  # SO_ATTACH_*
SPARED_READS = 0xFFFFFF88  # RWF_NOWAIT asks what is in the page cache, RWF_DONTCACHE changes it; all that is newer
MAP_HUGETLB = 0x40000  # pages that a host has set aside count neither as resident nor, usually, to the cgroup
# Pages that are merged with another cell's tell what it holds; what moves those of a file in memory that tests share,
# out or together, can be seen by the next.
MADVICE = (12, 21, 25)  # MADV_MERGEABLE, MADV_PAGEOUT, MADV_COLLAPSE


def instruction(code, value, yes=0, no=0):
    return struct.pack("=HBBI", code, yes, no, value)


def argument(index):
    return instruction(LOAD, 16 + 8 * index)


def refuse(number):
    return instruction(RETURN, 0x00050000 | number)


ALLOW, SUCCEED, PERM, NOSYS, INVALID = (
    instruction(RETURN, 0x7FFF0000),
    *map(refuse, (0, errno.EPERM, errno.ENOSYS, errno.EINVAL)),
)


def among(index, values, yes, no):
    """Code that runs `yes` where the argument (32 bits of it) is one of these values, else `no`; both return."""
    steps = range(len(values) - 1, -1, -1)
    tests = [
        instruction(JUMP_EQ, value, left, 0 if left else length(yes)) for value, left in zip(values, steps, strict=True)
    ]
    return b"".join([argument(index), *tests, yes, no])


def with_bits(index, mask, yes, no):
    """Code that runs `yes` where the argument has any of these bits, else `no`."""
    return argument(index) + instruction(JUMP_SET, mask, 0, length(yes)) + yes + no


def length(code):
    return len(code) // 8


def rules_by_argument():
    """The code for each call of INSPECTED. An option that is not named is answered as by a kernel without it.

    SIGCHLD cannot be ignored or caught: sigaction on it succeeds and does nothing, since the kernel reaps
    the children of a process that ignores it without counting their cpu time. clone3 is ENOSYS: its flags
    lie in memory that no filter can read, and libc falls back to clone. Sockets are unix sockets or none.
    Dumpable (prctl 4) a test process is and stays: so are its /proc files its own, and open to the watch.
    """
    only_unix = among(0, (AF_UNIX,), ALLOW, refuse(errno.EAFNOSUPPORT))
    shared = with_bits(
        0, CLONE_VM, ALLOW, INVALID
    )  # who waits for a child with memory of its own would look as vfork's
    as_older = with_bits(5, SPARED_READS, refuse(errno.EOPNOTSUPP), ALLOW)
    return {
        "mmap": with_bits(3, MAP_HUGETLB, refuse(errno.ENOMEM), ALLOW),
        "rt_sigaction": among(0, (signal.SIGCHLD,), SUCCEED, ALLOW),
        "madvise": among(2, MADVICE, INVALID, ALLOW),
        "ioctl": among(1, IOCTLS, ALLOW, refuse(errno.ENOTTY)),
        "socket": only_unix,
        "socketpair": only_unix,
        "setsockopt": among(1, (SOL_SOCKET,), among(2, ATTACH_PROGRAM, PERM, ALLOW), ALLOW),
        "clone": with_bits(0, NEW_NAMESPACES | CLONE_PARENT, PERM, with_bits(0, CLONE_VFORK, shared, ALLOW)),
        "fcntl": among(1, FCNTLS, ALLOW, among(1, FCNTL_LOCKS, SUCCEED, INVALID)),
        "prctl": among(0, PRCTLS, ALLOW, among(0, (PR_SET_DUMPABLE,), among(1, (1,), ALLOW, PERM), INVALID)),
        "preadv2": as_older,
        "pwritev2": as_older,
        "clone3": NOSYS,
    }


def seccomp_filter(machine, one_uid):
    """The candidate's filter as bytes; the zygote is under it too, from before its first test.

    one_uid: others_filter follows in each test, and denies what the zygote has yet to do. Else nothing can follow.
    """
    answers = dict.fromkeys(ALLOWED, ALLOW) | dict.fromkeys(SILENT, SUCCEED) | dict.fromkeys(DENIED, PERM)
    answers |= rules_by_argument() | dict.fromkeys(ZYGOTES_OWN if one_uid else (), ALLOW)
    return assemble(machine, ALLOWED | SILENT | DENIED | INSPECTED, answers, NOSYS)


def others_filter(machine, zygote):
    """For test processes that share the runner's uid: they may signal, limit, group and schedule only one another.

    In the cell's pid namespace, which is theirs alone and serves one candidate, that is every process with a pid
    above the zygote's, negative: every group. 0 is the caller, or its group, which is none of the runner's.
    """

    def own(index, yes=ALLOW):
        others = instruction(JUMP_GE, 2**32 - zygote, length(yes), 0)
        return b"".join(
            [
                argument(index),
                instruction(JUMP_EQ, 0, 2, 0),
                instruction(JUMP_GE, zygote + 1, 0, length(yes) + 1),
                others,
                yes,
                PERM,
            ]
        )

    one, both = own(0), own(0, own(1))
    answers = dict.fromkeys(("kill", "tkill", "rt_sigqueueinfo", "prlimit64", "sched_setaffinity"), one)
    answers |= dict.fromkeys(("tgkill", "rt_tgsigqueueinfo", "setpgid"), both)
    # pidfds can be had of anybody, under /proc too; PRIO_PROCESS, not a whole uid's
    answers |= {"setpriority": among(0, (0,), own(1), PERM), "pidfd_send_signal": PERM}
    answers |= dict.fromkeys(ZYGOTES_OWN, PERM)
    return assemble(machine, ALLOWED | DENIED, answers, ALLOW)


def assemble(machine, calls, answers, otherwise):
    """A filter: the code that answers each call, `otherwise` for every other number (x32's are far above all)."""
    column = MACHINES.index(machine)
    by_number = {calls[name][column]: code for name, code in answers.items()}
    by_number.pop(None, None)
    leaves = [(0, by_number.get(0, otherwise))]
    for first in sorted({number + after for number in by_number for after in (0, 1)}):
        if (code := by_number.get(first, otherwise)) != leaves[-1][1]:
            leaves.append((first, code))
    arch = [instruction(LOAD, 4), instruction(JUMP_EQ, AUDIT_ARCH[machine], 1, 0), PERM]
    return b"".join([*arch, instruction(LOAD, 0), search_tree(leaves)])


def search_tree(leaves):
    """The code for (first number, code) in order: the last one whose number is not above the call's is run.

    A tree, since the kernel runs the filter once for each call that there is when it is installed."""
    if len(leaves) == 1:
        return leaves[0][1]
    half = len(leaves) // 2
    below, above, middle = search_tree(leaves[:half]), search_tree(leaves[half:]), leaves[half][0]
    if length(below) > 255:  # further than a conditional jump goes
        return instruction(JUMP_GE, middle, 0, 1) + instruction(JUMP, length(below)) + below + above
    return instruction(JUMP_GE, middle, length(below), 0) + below + above


def install_filter(program):
    buffer = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer))
    number = 317 if os.uname().machine == "x86_64" else 277
    code = ctypes.create_string_buffer(head, len(head))
    # 4: SECCOMP_FILTER_FLAG_SPEC_ALLOW; without it older kernels slow the program down against Spectre v4,
    # and gVisor does not know it
    if all(libc.syscall(number, 1, flags, code) != 0 for flags in (4, 0)):
        raise OSError(ctypes.get_errno(), "seccomp")


# --- the fence (Landlock): what may be opened for writing, whoever owns it. It is there for what a program finds
# writable in /proc/self, of which some is the session's, that is the cell's (autogroup).
WRITE_FILE, REFER = 1 << 1, 1 << 13  # and to be moved to another folder, which is denied where it is not spoken of
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
PATH_BENEATH = 1
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")


def fence(places):
    """A descriptor of the rules: files are written in these places, and devices. -1: the kernel has no Landlock, or
    its first version, which lets nothing be moved."""
    rules = libc.syscall(CREATE_RULESET, struct.pack("=Q", WRITE_FILE | REFER), ctypes.c_size_t(8), 0)
    if rules < 0:
        return -1
    rights = dict.fromkeys(places, WRITE_FILE | REFER) | dict.fromkeys(map("/dev/{}".format, DEVICES), WRITE_FILE)
    for place, right in rights.items():
        try:
            at = os.open(place, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        if libc.syscall(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", right, at), 0) != 0:
            raise OSError(ctypes.get_errno(), f"a rule for {place}")
        os.close(at)
    return rules


def stay_inside(rules):
    """From here on, for this process and all that it forks."""
    if rules >= 0 and libc.syscall(RESTRICT_SELF, rules, 0) != 0:
        raise OSError(ctypes.get_errno(), "landlock_restrict_self")


# --- frames
class Frames:
    """The two descriptors of the driver. EOF means that the driver is gone, and ends the process."""

    def __init__(self, incoming, outgoing):
        self.incoming, self.outgoing = incoming, outgoing

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

    def copy_to(self, target, size, piece):
        """So many bytes of the payload into a file, by way of `piece`."""
        while size:
            count = os.readv(self.incoming, (piece[:size],))
            if not count:
                os._exit(0)
            size -= count
            write_all(target, piece[:count])

    def drop(self, size, piece):
        """So many bytes of the payload to nowhere, by way of `piece`."""
        while size:
            count = os.readv(self.incoming, (piece[:size],))
            if not count:
                os._exit(0)
            size -= count

    def ready(self):
        return bool(select.select((self.incoming,), (), (), 0)[0])

    def skip_to_end(self):
        kind, size = self.head()
        while kind != END:
            self.exactly(size)
            kind, size = self.head()

    def send(self, kind, *parts):
        write_all(self.outgoing, b"".join([FRAME.pack(kind, sum(map(len, parts))), *parts]))

    def fault(self, error):
        """The last words of runner or zygote: nothing that follows could be trusted."""
        self.send(FAULT, f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace")[:4000])
        os._exit(1)


def write_all(target, data):
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]


def copy_file(source, target, size, piece):
    """Copy so many bytes from the start of a file, by way of `piece`, to where `target` stands."""
    position = 0
    while position < size:
        count = os.preadv(source, (piece[: size - position],), position)
        if not count:
            raise Fault("a file has become shorter")
        write_all(target, piece[:count])
        position += count


def scratch(size):
    """Memory that no fork has, for what a test made or was given. Nothing unmaps it: a fork that let go of an object
    that does would unmap what has come to lie there."""
    where = libc.mmap(None, size, mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, -1, 0)
    if where == ctypes.c_void_p(-1).value or libc.madvise(ctypes.c_void_p(where), size, mmap.MADV_DONTFORK) != 0:
        raise OSError(ctypes.get_errno(), "scratch")
    return memoryview((ctypes.c_char * size).from_address(where)).cast("B")


def fresh_file(uid, flags=0):
    """Descriptor of an empty file without a name that nobody else has, whose open file description is new.

    Where runner and candidate share a uid PRIVATE would be private to neither: there, a memfd."""
    if uid is None:
        descriptor = os.memfd_create("stream")
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags)
        return descriptor
    try:
        return os.open(PRIVATE, os.O_TMPFILE | os.O_RDWR | os.O_EXCL | flags, 0o666)
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):
            raise
    name = f"{PRIVATE}/file"  # gVisor does not know O_TMPFILE
    descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR | flags, 0o666)
    os.unlink(name)
    return descriptor


def in_child(work, *arguments):
    """Whether `work` came to its end, in a process that dies: this one learns nothing else."""
    Launch.share(HIDDEN)
    pid = os.fork()
    if pid == 0:
        try:
            work(*arguments)
        except BaseException:
            os._exit(1)  # the parent says what could not be done; why is nothing it may hold
        os._exit(0)
    Launch.hide(HIDDEN)
    ended = os.waitpid(pid, 0)[1] == 0
    signal.sigtimedwait((signal.SIGCHLD,), 0)  # it is no test's
    return ended


# --- process 1
def serve(first_uid, uid_count):
    """The runner: one zygote after another until the driver is gone or the uids are used up."""
    global FENCE, FILTER, READ, TIMED
    if os.getpid() != 1:
        raise SystemExit("runner.py: must be process 1 of its own pid namespace: it kills everything it sees")
    prctl(PR_SET_DUMPABLE, 0)
    drop_inheritable()
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_STACK, within_hard(resource.RLIMIT_STACK, OWN_STACK))
    keep_thread_stacks_small()
    sys.set_int_max_str_digits(0)
    atexit._clear()  # of what site imported
    atexit.register(leave_early)  # the first to be registered, so the last to be called
    check_private(first_uid)
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
    restore_signals()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    FILTER = seccomp_filter(os.uname().machine, one_uid=not first_uid)
    FENCE = fence((*PLACES, *((PRIVATE,) if first_uid else ())))
    look_at_proc()
    TIMED, READ = timed_places()
    gc.collect()
    gc.freeze()
    libc.malloc_trim(0)  # what compiling this file left behind, every fork would carry
    whole = Proof((*PLACES, *((PRIVATE,) if first_uid else ())))
    at_start = Charges.now()
    version = "{} {}.{}.{}".format(sys.implementation.name, *sys.version_info[:3])
    frames.send(READY, f"{VERSION}\n{version}".encode())
    try:
        for uid in range(first_uid, first_uid + uid_count):
            one_candidate(frames, uid if first_uid else None)
            whole.insist()
            set_times(TIMED)
            await_memory(at_start)
            frames.send(DONE)
    except Exception as error:
        frames.fault(error)


def drop_inheritable():
    """What a candidate executes inherits no capability: of the runner's, bubblewrap makes all inheritable. It could do
    nothing with them under no_new_privs, but need not have them."""
    head = struct.pack("=Ii", 0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice 32 bits
    if libc.capget(head, sets) == 0:
        sets[2] = sets[5] = 0
        if libc.capset(head, sets) == 0:
            return
    raise OSError(ctypes.get_errno(), "capset")


def restore_signals():
    """Signals that were ignored where the driver was started (a shell's background, nohup) do as by default again: a
    program inherits what is ignored. SIGPIPE and SIGXFSZ CPython itself ignores."""
    for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ}:
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def check_private(first_uid):
    """Raises SystemExit where a candidate with a uid of its own could enter PRIVATE, or it is not there."""
    if not first_uid:
        return
    try:
        facts = os.stat(PRIVATE)
    except OSError as error:
        raise SystemExit(f"runner.py: needs a tmpfs at {PRIVATE}: {error.strerror}") from None
    if facts.st_uid != os.getuid() or stat.S_IMODE(facts.st_mode) & 0o077:
        raise SystemExit(f"runner.py: {PRIVATE} must be the runner's own, with mode 0700")


def one_candidate(frames, uid):
    """Fork a zygote, see it through its compile step, wait for its end; leave no process."""
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


def compile_died(frames, status):
    if not os.WIFSIGNALED(status):
        raise SystemExit(0)  # the driver is gone
    number = os.WTERMSIG(status)
    what = "took too long" if number == signal.SIGPROF else f"was ended by signal {number}"
    frames.send(COMPILED, COMPILED_HEAD.pack(False, 0), f"the compiler {what}".encode())
    in_child(frames.skip_to_end)  # inputs may be on their way


def sweep():
    """End and reap every other process of the namespace but process 1. Raises Fault when one stays that is nobody's
    child here: it came from outside."""
    while True:
        none_left = kill_all()
        try:
            os.wait4(-1, WAIT_ALL)
        except ChildProcessError:
            break
    if not none_left and not kill_all():
        raise Fault("a process is left")


def kill_all():
    """SIGKILL to all but process 1 and this one, in one atomic walk; whether there was none."""
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        return True
    return False


class Proof:
    """That nothing is left, by the kernel's counts: blocks and inodes in use in `places`, sockets of the cell's network
    namespace, none more than at the start. Where a kernel does not count (gVisor), a child looks for names."""

    SOCKETS = re.compile(rb"sockets: used (\d+)")

    def __init__(self, places):
        self.places = [place for place in places if os.statvfs(place).f_files]
        self.uncounted = [place for place in places if place not in self.places]
        sockstat = "/proc/net/sockstat"
        self.sockstat = os.open(sockstat, os.O_RDONLY) if os.path.exists(sockstat) else -1
        self.start = self.counts()

    def counts(self):
        found: list[int] = []
        for place in self.places:
            facts = os.statvfs(place)
            found += (facts.f_blocks - facts.f_bfree, facts.f_files - facts.f_ffree)
        if self.sockstat >= 0:
            found += map(int, self.SOCKETS.findall(os.pread(self.sockstat, 64, 0)))
        return found

    def holds(self):
        counts = self.counts()
        if not all(map(operator.le, counts, self.start)):
            return False
        self.start = counts  # what was still being freed at the start is nobody's to take
        return not self.uncounted or in_child(self.look)

    def look(self):
        if any(map(os.listdir, self.uncounted)):
            raise Fault("names are left")

    def insist(self):
        """Wait until it holds, for COLLECT_S at most. Raises Fault, which ends the cell."""
        deadline = time.monotonic() + COLLECT_S
        while not self.holds():
            if time.monotonic() > deadline:
                raise Fault(f"in use {self.counts()}, at the start {self.start}: blocks, inodes of places; sockets")
            collect()
            time.sleep(0.001)


def collect():
    """Make the kernel look for sockets that only hold each other in flight: it does when one is closed."""
    descriptor = libc.socket(AF_UNIX, 1, 0)
    if descriptor >= 0:
        os.close(descriptor)


def await_memory(at_start):
    """Return when the kernel has freed what the last candidate held: it does so a moment after the processes' end
    (page tables, descriptors in flight), and what is left then would be the next one's by mistake."""
    deadline = time.monotonic() + FREED_S
    while True:
        usage = CGROUP.memory()
        if usage is None or usage <= at_start.usage + LEFT_BYTES:
            return
        charged, *_ = CGROUP.charges()
        if charged <= at_start.charged + LEFT_BYTES:
            return
        if time.monotonic() > deadline:
            raise Fault(f"{charged - at_start.charged} bytes of memory are left")
        time.sleep(0.002)


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


def set_times(paths):
    for path in paths:
        os.utime(path, TIMES, follow_symlinks=False)


def timed_places():
    """(what stays and has times that a candidate moves by writing or reading, (links, folders) of it that reading moves
    always). On a read-only mount none can be set, and reading moves none; what is mounted below, a device of the
    host's, is left alone."""
    timed, read = set(), set()
    for top in (*PLACES, "/dev"):
        own = os.lstat(top).st_dev
        for where, folders, files in os.walk(top):
            for path in (where, *(os.path.join(where, name) for name in folders + files)):
                try:
                    if os.lstat(path).st_dev != own:
                        continue
                    set_times([path])
                except OSError:
                    continue
                timed.add(path)
                if os.path.islink(path):
                    os.readlink(path)
                elif os.path.isdir(path):
                    os.listdir(path)
                if os.lstat(path).st_atime != TIMES[0]:
                    read.add(path)
    set_times(timed)
    links = sorted(filter(os.path.islink, read))
    return sorted(timed), (links, sorted(read.difference(links)))


def changed_at(place):
    return os.stat(place).st_ctime_ns


def move_times(known):
    """Leave times that say nothing of the test: it is over, and nothing of it is there any more. `known`: when each
    writable place was changed last, as far as the zygote has seen to it."""
    for place, when in known.items():
        if changed_at(place) != when:
            write_file(f"{place}/moved", b"")
            os.unlink(f"{place}/moved")
            known[place] = changed_at(place)
    links, folders = READ
    for path in links:
        os.readlink(path)
    for path in folders:
        os.listdir(path)


def look_at_proc():
    """Look at every name of /proc that outlives a candidate, since that it was looked at shows for ever; and read the
    links until that was later than they were made: the time of access then stays for a day. Where reading does not move
    it there is nothing to be done."""
    paths = [path for place in LASTING for path in named_in(place)]
    links = [path for path in paths if os.path.islink(path) and is_readable(path)]
    for _ in range(READINGS):
        links = [path for path in links if is_readable(path) and not was_moved(path)]
        if not links:
            return
        time.sleep(0.001)


def named_in(place):
    """What /proc has there that is no process; nothing where this process may not look, nor any of its uid."""
    try:
        return [f"{place}/{name}" for name in os.listdir(place) if not name.isdigit()]
    except OSError:
        return []


def was_moved(link):
    facts = os.lstat(link)
    return facts.st_atime_ns > facts.st_ctime_ns


def is_readable(link):
    try:
        os.readlink(link)
    except OSError:
        return False
    return True


def wipe(uid):
    """Remove everything in the writable places, as the candidate. For a process that dies: it reads names."""
    as_candidate(uid)
    for place in PLACES:
        for name in os.listdir(place):
            remove_tree(place, name)


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
        self.held: tuple[int, tuple[tuple[int, int, int], ...]] | None = None  # size of the head; file, start, size
        self.changed: dict[str, int] = {}
        self.launch: Launch | None = None  # of a program that is a command
        self.files: list[tuple[str, bytes]] = []  # that lie in every test's box
        self.names: list[str] = []  # of these, and of what a test brings
        self.left: list[str] = []  # names of files that a test may leave
        self.folders: list[str] = []  # of all these, the inner ones first
        self.doubt = False
        self.talk: Talk | None = None  # of the test that runs
        self.unsaid: memoryview | None = None  # room for what is to come on its stdin

    def live(self):
        try:
            self.adopt_orphans()
            kind, size = self.frames.head()
            if kind != PROGRAM:
                raise Fault(f"frame {kind!r} where a program belongs")
            self.code = self.compile_program(size)
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

    def compile_program(self, size):
        head = self.frames.exactly(PROGRAM_HEAD.size)
        (self.cpu_ns, self.wall_ns, self.memory, self.output_room, self.stderr_room, compile_ns, compile_memory,
         *lengths) = PROGRAM_HEAD.unpack(head)  # fmt: skip
        names, blocks = lengths[:3], lengths[3:]
        language, self.input_file, self.output_file = (self.frames.exactly(length).decode() for length in names)
        arguments, brought, left_behind, more = map(self.frames.exactly, blocks)
        self.arguments = terminated(arguments)
        self.brought = [os.fsdecode(name) for name in terminated(brought)]
        self.left = [os.fsdecode(name) for name in terminated(left_behind)]
        self.files = list(unpack_files(more))
        left = size - PROGRAM_HEAD.size - sum(lengths)
        if language == COMMAND:
            started = time.process_time_ns()
            code, message = self.take_command(left)
        else:
            source = self.frames.exactly(left)
            self.files.insert(0, (SCRIPT.rpartition("/")[2], source))
            started = time.process_time_ns()
            code, message = LANGUAGES[language](source, compile_ns / 1e9, compile_memory)
            self.doubt = code is not None and is_doubtful(source)
        spent = time.process_time_ns() - started
        self.frames.send(COMPILED, COMPILED_HEAD.pack(code is not None, spent), message[:MESSAGE_BYTES])
        return code

    def take_command(self, size):
        """Read the command that so many bytes are. Nothing is executed before the first test."""
        sizes = COMMAND_HEAD.unpack(self.frames.exactly(COMMAND_HEAD.size))
        words, environment, name = map(self.frames.exactly, sizes)
        size -= COMMAND_HEAD.size + sum(sizes)
        program = -1
        if name:
            self.files.insert(0, (os.fsdecode(name), self.frames.exactly(size)))
        else:
            program = self.take_file(size)
        store = memory_file()
        for _, data in self.files:
            write_all(store, data)
        seal(store)
        try:
            self.launch = Launch([*terminated(words), *self.arguments], terminated(environment), store, program)
        except NotStarted as reason:
            return None, str(reason).encode()
        return self.launch, b""

    def take_file(self, size):
        """So many bytes of the payload as a file that may be executed."""
        descriptor = memory_file()
        self.frames.copy_to(descriptor, size, memoryview(bytearray(PIECE)))
        seal(descriptor)
        return descriptor

    def prepare(self):
        """Everything that need not be done again for each test."""
        self.piece, self.outgoing = scratch(max(PIECE, self.stderr_room)), scratch(PIECE)
        self.told, self.tell = os.pipe()
        os.set_blocking(self.told, False)
        # Undumpable, it could not write its own score without rights; no candidate lives yet.
        prctl(PR_SET_DUMPABLE, 1)
        die_first()
        prctl(PR_SET_DUMPABLE, 0)
        most = within_hard(resource.RLIMIT_CORE, NO_CORE)[0]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))
        resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))
        limit_timers()
        os.umask(0)  # for fresh_file
        prctl(PR_SET_NO_NEW_PRIVS, 1)
        stay_inside(FENCE)
        install_filter(FILTER)
        self.children = signal_descriptor(signal.SIGCHLD)
        self.others_filter = others_filter(os.uname().machine, os.getpid()) if self.uid is None else b""
        self.files_sizes = [len(data) for _, data in self.files]
        self.files_bytes = sum(-(-size // PAGE) * PAGE for size in self.files_sizes)
        self.names = [name for name, _ in self.files] + (self.brought or ([self.input_file] if self.input_file else []))
        folders = {folder for name in (*self.names, *self.left) for folder in folders_of(name)}
        self.folders = sorted(folders, key=len, reverse=True)
        if self.launch is not None:
            self.launch.prepare(self)
        self.oom_kills = CGROUP.oom_kills()
        self.at_start, self.files_at_start = Charges.now(), sum(map(bytes_in, PLACES))
        self.changed = {place: changed_at(place) for place in PLACES if place != TMP}  # there the box moves it
        self.cell_ns, self.known_ns = CGROUP.cpu_ns() or 0, -time.process_time_ns()
        self.claims = Claims()
        self.inputs: collections.deque[tuple[int, int, tuple[int, ...], bool]] = collections.deque()
        self.ended = False
        gc.freeze()
        if self.launch is None:
            become_main(self.arguments)  # not frozen: what refers to itself through it can be collected at the end
        else:
            HIDDEN.extend(self.launch.hidden())
            Launch.hide(HIDDEN)

    def run_tests(self):
        while not self.ended:
            if not self.inputs and not self.frames.ready():
                self.flush()
            if self.inputs:
                self.one_test(*self.inputs.popleft())
            else:
                self.take_frame()

    def take_frame(self):
        kind, size = self.frames.head()
        if kind in (TEST, TALK) and len(self.inputs) <= AHEAD:
            self.take_test(size, kind == TALK)
        elif kind == END:
            self.ended = True
        elif kind == SAY and self.talk is not None:
            self.talk.take(size)
        elif kind == STOP and self.talk is not None:
            self.talk.killed_for = KILLED_FOR[self.frames.exactly(size)[0]]
        elif kind in (SAY, STOP):
            self.frames.drop(size, self.piece)  # for a test that has ended meanwhile
        else:
            raise Fault(f"frame {kind!r} where it does not belong")

    def take_test(self, size, talks):
        """Read an input: what stdin is, and behind it in the same file what goes into files of the box."""
        sizes = [SIZE.unpack(self.frames.exactly(SIZE.size))[0] for _ in self.brought]
        size -= SIZE.size * len(sizes)
        if self.input_file:
            sizes = [size]
        if sum(sizes) > size:
            raise Fault("a test brings less than it says")
        stdin = fresh_file(self.uid)
        self.frames.copy_to(stdin, size, self.piece)
        self.inputs.append((stdin, size - sum(sizes), tuple(sizes), talks))

    def one_test(self, stdin, input_bytes, sizes, talks=False):
        os.lseek(stdin, 0, os.SEEK_SET)
        stdout, stderr = fresh_file(self.uid), fresh_file(self.uid, os.O_APPEND)
        if self.held is not None and sum(size for *_, size in self.held[1]) > AT_ONCE:
            self.flush()
        self.stdin, self.input_bytes, self.brought_bytes = stdin, input_bytes, sizes
        self.talk = Talk(self) if talks else None
        streams = (stdin, stdout, stderr) if self.talk is None else (self.talk.stdin, self.talk.stdout, stderr)
        started = time.monotonic_ns()
        if self.launch is not None:
            pid = self.launch.start(streams, self.talk and stdin, input_bytes, sizes)
        elif (pid := os.fork()) == 0:
            self.become_candidate(streams)
            raise Candidate(self.code, self.claims, self.doubt)
        if self.talk is not None:
            self.talk.begin()
        self.flush()  # the outcome before this one goes out while this one runs: nobody watches it meanwhile
        watch = Watch(self, pid, started, stdout, stderr)
        watch.until_over()
        if self.talk is not None:
            self.talk.end()
            self.talk = None
        if not self.ended:  # else nobody wants the outcome; the process may have been ended before it was set up
            self.report_outcome(watch, self.set_up_with())
        os.close(stdin)
        self.claims.forget()
        self.clean_up()

    def clean_up(self):
        """After a test the usual box holds what was put there; anything else goes the long way. Raises Fault when
        something stays."""
        as_candidate(self.uid)
        try:
            for name in self.names:
                if not name.endswith("/"):
                    os.unlink(f"{BOX}/{name}")
            if self.folders or self.left:
                self.remove_left()
            os.rmdir(BOX)
        except OSError:
            pass  # there is more to remove: what is left shows
        finally:
            as_runner(self.uid)
        if self.launch is not None and self.uid is None:
            self.launch.close_up()
        if not PROOF.holds():
            if not in_child(wipe, self.uid):
                raise Fault("the writable places cannot be emptied")
            PROOF.insist()
        move_times(self.changed)

    def remove_left(self):
        for name in self.left:
            if not name.endswith("/"):
                try:
                    os.unlink(f"{BOX}/{name}")
                except FileNotFoundError:
                    pass
        for folder in self.folders:
            os.rmdir(f"{BOX}/{folder}")

    def wait_for_set_up(self):
        """Whether the test process is ready to become the candidate, or will be soon: it is not to be ended before."""
        return bool(select.select((self.told,), (), (), SET_UP_S)[0])

    def set_up_with(self):
        """What the test process said when it was ready to become the candidate: the memory it then had."""
        try:
            said = os.read(self.told, 4096)
        except BlockingIOError:
            raise Fault("a test process was ended before it was set up") from None
        if len(said) != 9 or said[:1] != b"+":
            raise Fault(f"a test process could not be set up: {said!r}")
        return int.from_bytes(said[1:], "big")

    def become_candidate(self, streams):
        """In the test process: everything between the fork and the candidate's first line."""
        try:
            self.enter_box(streams)
            if self.uid is None:
                install_filter(self.others_filter)
            size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            os.write(self.tell, b"+" + size.to_bytes(8, "big"))
        except BaseException as error:
            os.write(self.tell, f"{type(error).__name__}: {error}".encode()[:4000])
            os._exit(1)
        os.closerange(3, OPEN_FILES)  # invariant 1

    def enter_box(self, streams):
        os.setpgid(0, 0)  # not setsid: a scheduling group of its own would cost a tenth of a test
        for standard, file in enumerate(streams):
            os.dup2(file, standard)
        os.umask(0o022)
        for limit, values in self.limits():
            resource.setrlimit(limit, values)
        if self.uid is not None:
            os.setgroups([])
            os.setresgid(self.uid, self.uid, self.uid)
            os.setresuid(self.uid, self.uid, self.uid)
        prctl(PR_SET_DUMPABLE, 1)  # else /proc/self, and with it /dev/stdin, would belong to root
        os.mkdir(BOX, 0o755)
        os.chdir(BOX)
        for name, data in self.files:
            lay_file(name, data)
        if self.brought_bytes:
            self.move_files()
        _signal.pthread_sigmask(signal.SIG_SETMASK, ())  # signal's wrapper would make an enum of each signal

    def move_files(self):
        """What stands behind stdin's own part goes into files."""
        position, source = self.input_bytes, 0 if self.talk is None else self.stdin
        for name, size in zip(self.names[len(self.files) :], self.brought_bytes, strict=True):
            lay_file(name, b"")
            into = os.open(name, os.O_WRONLY)
            while size:  # in the kernel: what is read would be memory of the test's
                count = os.sendfile(into, source, position, size)
                if not count:
                    raise Fault("an input is shorter than it was")
                position, size = position + count, size - count
            os.close(into)
        if self.talk is None:
            os.ftruncate(0, self.input_bytes)

    def limits(self):
        """(resource, (soft, hard)) of each limit of a test process."""
        seconds = self.cpu_ns // 1_000_000_000 + 2  # whole seconds, a backstop: the watch is exact
        size = max(self.output_room, FILE_ROOM) + 1
        yield resource.RLIMIT_CPU, (seconds, seconds + 1)
        yield resource.RLIMIT_FSIZE, (size, size)
        yield resource.RLIMIT_STACK, within_hard(resource.RLIMIT_STACK, self.memory)
        if CGROUP.events is None:  # nothing stands behind the watch but this; mapped is not touched: be generous
            room = 4 * self.memory + MAPPED_ROOM
            if self.launch is not None:
                room += THREADS * self.memory  # libc gives a thread as much stack as the first one may have
            yield resource.RLIMIT_DATA, (room, room)

    def report_outcome(self, watch, baseline):
        flags = 0
        if (watch.status != 0 or watch.sampled) and CGROUP.oom_kills() > self.oom_kills:
            flags |= OOM_KILLED
            self.oom_kills = CGROUP.oom_kills()
        self.known_ns += watch.cpu_ns
        if watch.sampled:
            watch.cpu_ns += self.unseen_cpu_ns()
        own, files = max(0, watch.max_rss - baseline), watch.files_left()
        # one that failed had both, for all that can be known: where it ended, not when it was looked at, decides
        peak = max(watch.peak, own + files if watch.status != 0 else max(own, files))
        output, kept, error, cut = self.output_of(watch.stdout)
        flags |= (HAS_OUTPUT if not error else 0) | (OUTPUT_TRUNCATED if cut else 0)
        size = os.fstat(watch.stderr).st_size
        tail = min(size, self.stderr_room)
        flags |= STDERR_TRUNCATED if watch.stderr_cut or size > self.stderr_room else 0
        signalled = os.WIFSIGNALED(watch.status)
        claim = self.claims.exception_of(watch.pid) if watch.status else EMPTY
        left = [self.left_file(name) for name in self.left]
        sizes = b"".join(SIZE.pack(NO_FILE if file is None else file[2]) for file in left)
        found = [file for file in left if file is not None]
        body = OUTCOME_HEAD.size + len(claim) + len(sizes) + kept + sum(size for *_, size in found) + tail
        FRAME.pack_into(self.outgoing, 0, OUTCOME, body)
        OUTCOME_HEAD.pack_into(
            self.outgoing, FRAME.size,
            -1 if signalled else os.WEXITSTATUS(watch.status), os.WTERMSIG(watch.status) if signalled else 0,
            KILLED_FOR.index(watch.killed_for), flags, OUTPUT_ERRORS.index(error), watch.cpu_ns, watch.wall_ns,
            peak, len(claim), kept, tail)  # fmt: skip
        head = FRAME.size + OUTCOME_HEAD.size
        self.outgoing[head : head + len(claim)] = claim
        head += len(claim)
        self.outgoing[head : head + len(sizes)] = sizes
        self.held = head + len(sizes), ((output, 0, kept), *found, (watch.stderr, size - tail, tail))

    def flush(self):
        """Send the outcome that is held: its head from scratch memory, output and stderr from their files."""
        if self.held is None:
            return
        (filled, parts), self.held = self.held, None
        for file, start, size in parts:
            while size:
                if filled == len(self.outgoing):
                    write_all(self.frames.outgoing, self.outgoing)
                    filled = 0
                count = os.preadv(file, (self.outgoing[filled : filled + size],), start)
                if not count:
                    raise Fault("a file has become shorter")
                filled, start, size = filled + count, start + count, size - count
            os.close(file)
        write_all(self.frames.outgoing, self.outgoing[:filled])

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

    def output_of(self, stdout):
        """(descriptor, size to send, error, cut?) of the test's output, in a file that outlives what it left."""
        if not self.output_file:
            return stdout, *sent_of(stdout, self.output_room)
        made, error = self.open_left(self.output_file)
        if error:
            return stdout, 0, error, False
        os.close(stdout)
        kept, error, cut = sent_of(made, self.output_room)
        return self.copy_left(made, kept), kept, error, cut

    def left_file(self, name):
        """(descriptor, start, size to send) of a file that the test left, its head if it is large, or of all files of a
        folder; None where there is none that can be read, or a folder's are too large."""
        if name.endswith("/"):
            return self.left_folder(name)
        made, error = self.open_left(name)
        if error:
            return None
        size = min(os.fstat(made).st_size, KEPT_OF_LEFT)
        return self.copy_left(made, size), 0, size

    def left_folder(self, name):
        copy = fresh_file(self.uid)
        if in_child(pack_folder, self.uid, f"{BOX}/{name[:-1]}", f"{BOX}/{self.output_file}", copy):
            return copy, 0, os.fstat(copy).st_size
        os.close(copy)
        return None

    def open_left(self, name):
        as_candidate(self.uid)
        try:
            return open_regular(f"{BOX}/{name}")
        finally:
            as_runner(self.uid)

    def copy_left(self, made, size):
        copy = fresh_file(self.uid)
        copy_file(made, copy, size, self.piece)
        os.close(made)
        return copy


class NotStarted(Exception):
    """A command that cannot be started in this cell; the text says why."""


class LaunchLimit(ctypes.Structure):
    """See tools/launch.c."""

    _fields_ = (("resource", ctypes.c_ulong), ("soft", ctypes.c_ulonglong), ("hard", ctypes.c_ulonglong))


class LaunchFile(ctypes.Structure):
    """See tools/launch.c."""

    _fields_ = (("name", ctypes.c_void_p), ("source", ctypes.c_long), ("at", ctypes.c_ulong), ("size", ctypes.c_ulong))


class LaunchSpec(ctypes.Structure):
    """See tools/launch.c."""

    _fields_ = (
        *((name, ctypes.c_void_p) for name in ("box", "path", "argv", "envp", "filter", "limits", "files")),
        *((name, ctypes.c_long) for name in ("limit_count", "file_count", "input_bytes", "uid")),
        *((name, ctypes.c_long) for name in ("stdin", "stdout", "stderr", "tell", "program")),
    )


class Launch:
    """A command and its files, and all that starting it takes, in memory of its own: the only memory of this process,
    but for stack and library, that a test process has for the moment before it executes the command.

    What is executed itself lies in a sealed file in memory, so that no test can change it for the next, and that the
    writable places can stay without programs. So does what lies in every box, one file behind the other in `store`: in
    memory of the process it would count as the program's own.
    """

    def __init__(self, words, environment, store, program):
        if LIBRARY is None:
            raise NotStarted("this cell has no launcher: it runs Python 3 alone")
        self.words, self.environment, self.store, self.program = words, environment, store, program
        self.path = find_command(words[0], environment) if program < 0 else b""

    def prepare(self, zygote):
        """Lay everything out that is the same for every test."""
        limits, count = list(zygote.limits()), len(zygote.names)
        texts = [BOX.encode(), self.path, *self.words, *self.environment, *map(os.fsencode, zygote.names)]
        size = (
            ctypes.sizeof(LaunchSpec) + len(limits) * ctypes.sizeof(LaunchLimit) + count * ctypes.sizeof(LaunchFile)
            + sum(len(text) + 24 for text in texts) + len(zygote.others_filter) + PAGE
        )  # fmt: skip
        self.room = mmap.mmap(-1, -(-size // PAGE) * PAGE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self.at = ctypes.addressof(ctypes.c_char.from_buffer(self.room))
        self.spec = LaunchSpec.from_buffer(self.room)
        self.filled = ctypes.sizeof(LaunchSpec)
        self.spec.box = self.put_text(texts[0])
        self.spec.path = self.put_text(self.path) if self.path else None
        self.spec.argv, self.spec.envp = self.put_list(self.words), self.put_list(self.environment)
        rows = (LaunchLimit * len(limits))(*(LaunchLimit(limit, *map(unsigned, values)) for limit, values in limits))
        self.spec.limits, self.spec.limit_count = self.put(bytes(rows)), len(limits)
        self.spec.files, self.spec.file_count = self.put_files(zygote), count
        if zygote.others_filter:
            code = self.put(zygote.others_filter)
            self.spec.filter = self.put(struct.pack("@HP", len(zygote.others_filter) // 8, code))
        self.spec.uid = -1 if zygote.uid is None else zygote.uid
        self.spec.tell, self.spec.program = zygote.tell, self.program

    def put_files(self, zygote):
        """Lay out what lies in every box, and behind it the names of what a test brings; the address of their table."""
        files, at = [], 0
        for name, data in zygote.files:
            files.append(LaunchFile(self.put_text(os.fsencode(name)), self.store, at, len(data)))
            at += len(data)
        brought = zygote.names[len(files) :]
        files += [LaunchFile(self.put_text(os.fsencode(name)), 0, 0, 0) for name in brought]
        address = self.put(bytes((LaunchFile * len(files))(*files)))
        table = (LaunchFile * len(files)).from_buffer(self.room, address - self.at)
        self.brought = [table[at] for at in range(len(files) - len(brought), len(files))]
        return address

    def put(self, data):
        """Copy bytes into the memory that is shared; their address."""
        start = -(-self.filled // 8) * 8
        self.room[start : start + len(data)] = bytes(data)
        self.filled = start + len(data)
        return self.at + start

    def put_text(self, text):
        return self.put(text + b"\0")

    def put_list(self, texts):
        return self.put(array.array("Q", [*map(self.put_text, texts), 0]).tobytes())

    def start(self, streams, store, input_bytes, sizes):
        """Start a test process; its pid. store: the file that what it brings is in, None for stdin."""
        assert LIBRARY
        self.spec.stdin, self.spec.stdout, self.spec.stderr = streams
        self.spec.input_bytes = input_bytes
        at = input_bytes
        for file, size in zip(self.brought, sizes, strict=True):
            file.source, file.at, file.size = store or 0, at, size
            at += size
        pid = LIBRARY.launch(self.at)
        if pid < 0:
            raise OSError(-pid, "launch")
        return pid

    def close_up(self):
        """Where runner and candidate share a uid the program may have changed the mode of its own file, which the next
        test executes too: no seal is against that. The time of the change moves as well, every time."""
        if self.program >= 0:
            os.fchmod(self.program, EXECUTABLE)

    def hidden(self):
        """(address, size) of all memory that a test process is not to have."""
        block = libc.pthread_self()
        kept, at = [], PAGE
        for line in slurp_all("/proc/self/maps").splitlines():
            fields = line.split(None, 5)
            first, behind = (int(text, 16) for text in fields[0].split(b"-"))
            name = fields[5] if len(fields) > 5 else b""
            own = any(first <= address < behind for address in (block, self.at))
            if own or name == LAUNCHER.encode() or name in (b"[stack]", b"[vdso]", b"[vvar]"):
                kept.append((first, behind))
        for first, behind in sorted(kept):
            if first > at:
                yield at, first - at
            at = behind
            if at >= 1 << 47:
                return

    @staticmethod
    def hide(ranges):
        for start, size in ranges:  # fails for what is not mapped, having done what is
            libc.madvise(start, size, mmap.MADV_DONTFORK)

    @staticmethod
    def share(ranges):
        """For a child that is no test."""
        for start, size in ranges:
            libc.madvise(start, size, mmap.MADV_DOFORK)


class Talk:
    """The pipes of a test that talks: what the driver says goes to the program's stdin as it comes, and what the
    program says goes out at once.

    No end ever waits for the other. Frames are read as they come: what the program does not take yet waits in a room
    that the driver does not overfill. Bytes go through scratch memory alone. Open file descriptions of the test process
    are not those of this end, so nothing that it sets shows here; all are closed when the test is over.
    """

    def __init__(self, zygote):
        self.zygote, self.frames = zygote, zygote.frames
        if zygote.unsaid is None:
            zygote.unsaid = scratch(2 * WINDOW)
        self.room = zygote.unsaid
        self.first = self.behind = self.untold = (
            0  # of the room: what waits; bytes taken that the driver knows nothing of
        )
        self.killed_for = ""
        self.heard_all = self.said_all = False  # no more will come for stdin; from stdout
        self.said = 0
        self.stdin, self.into = os.pipe()
        self.out_of, self.stdout = os.pipe()
        for own in (self.into, self.out_of):
            os.set_blocking(own, False)
        for theirs in (self.stdin, self.stdout):
            os.fchmod(theirs, 0o666)  # /dev/stdin can be opened, as a file for stdin can
        self.last_look = (-1, -1)  # CPU time and bytes that had gone either way
        self.moved = 0
        self.still_since = self.told_at = time.monotonic_ns()

    def begin(self):
        """The test process has its ends: keep the others alone."""
        os.close(self.stdin)
        os.close(self.stdout)
        self.poll = select.poll()
        for descriptor in (self.frames.incoming, self.zygote.children, self.out_of):
            self.poll.register(descriptor, select.POLLIN)

    def wait(self, seconds):
        """Pass on what is said for so long, or until a child has ended or the test is to end."""
        until = time.monotonic() + seconds
        while not self.killed_for and not self.zygote.ended:
            events = self.poll.poll(max(0.0, until - time.monotonic()) * 1000)
            for descriptor, _ in events:
                if descriptor == self.out_of:
                    self.pass_on()
                elif descriptor == self.into:
                    self.put()
                elif descriptor == self.frames.incoming:
                    self.zygote.take_frame()
            if any(descriptor == self.zygote.children for descriptor, _ in events):
                signal.sigtimedwait((signal.SIGCHLD,), 0)
                return
            if time.monotonic() >= until:
                return

    def take(self, size):
        """Read what is said to the program."""
        if not size:
            self.heard_all = True
        if self.behind - self.first + size > WINDOW:
            raise Fault("more is said than was taken")
        if self.behind + size > len(self.room):  # what waits is no longer than what is before it
            self.room[: self.behind - self.first] = self.room[self.first : self.behind]
            self.first, self.behind = 0, self.behind - self.first
        while size:
            count = os.readv(self.frames.incoming, (self.room[self.behind : self.behind + size],))
            if not count:
                os._exit(0)
            self.behind, size = self.behind + count, size - count
        self.put()

    def put(self):
        """Write as much of what waits as the pipe takes; nothing of it to a program that has closed its stdin."""
        if self.into < 0:
            self.first = self.behind
            return
        try:
            while self.first < self.behind:
                count = os.write(self.into, self.room[self.first : self.behind])
                self.tell_taken(count)
        except BlockingIOError:
            self.poll.register(self.into, select.POLLOUT)
            return
        except BrokenPipeError:
            self.tell_taken(self.behind - self.first)
        self.let_go()
        self.first = self.behind = 0

    def let_go(self):
        """Nothing waits: look at the pipe no more, and close it when no more will come."""
        try:
            self.poll.unregister(self.into)
        except KeyError:
            pass  # nothing has waited
        if self.heard_all:
            os.close(self.into)
            self.into = -1

    def tell_taken(self, count):
        self.first, self.untold, self.moved = self.first + count, self.untold + count, self.moved + count
        if self.untold >= WINDOW // 4:
            self.frames.send(TOOK, COUNT.pack(self.untold))
            self.untold = 0

    def pass_on(self):
        """Send what the program has said, once; whether there may be more."""
        outgoing, head = self.zygote.outgoing, FRAME.size
        try:
            count = os.readv(self.out_of, (outgoing[head:],))
        except BlockingIOError:
            return False
        if not count:
            self.said_all = True
            self.poll.unregister(self.out_of)
        room = self.zygote.output_room - self.said
        self.said, self.moved = self.said + count, self.moved + count
        if count > room:
            self.killed_for, count = "output", room
        if count or self.said_all:
            FRAME.pack_into(outgoing, 0, SAID, count)
            write_all(self.frames.outgoing, outgoing[: head + count])
        return not self.said_all

    def look(self, cpu_ns, runs):
        """Tell the driver when for some time no process has run, and nothing was said. `runs`: whether one does now."""
        now, seen = time.monotonic_ns(), (cpu_ns, self.moved)
        if seen != self.last_look or runs():
            self.still_since = self.told_at = now
        elif now - self.told_at >= TELL_STILL_NS:
            if unread := self.unread():
                self.frames.send(UNREAD, COUNT.pack(unread))
            self.frames.send(STILL, SIZE.pack(now - self.still_since))
            self.told_at = now
        self.last_look = seen

    def unread(self):
        """Bytes on stdin, while it is open: who waits for them has none there."""
        if self.into < 0:
            return 0
        count = array.array("i", [0])
        fcntl.ioctl(self.into, FIONREAD, count)
        return count[0] + self.behind - self.first

    def end(self):
        """All processes have ended: send what is left in the pipe."""
        while not (self.said_all or self.killed_for or self.zygote.ended) and self.pass_on():
            continue
        os.close(self.out_of)
        if self.into >= 0:
            os.close(self.into)


def signal_descriptor(number):
    """A descriptor that can be read when this signal, which is blocked, waits."""
    made = libc.signalfd(-1, ctypes.byref((ctypes.c_ulong * 16)(1 << (number - 1))), os.O_CLOEXEC | os.O_NONBLOCK)
    if made < 0:
        raise OSError(ctypes.get_errno(), "signalfd")
    return made


def terminated(block):
    """The texts of a block in which NUL stands behind each."""
    return block.split(b"\0")[:-1]


def unpack_files(block):
    """(name, what is in it) of each file of a block."""
    position = 0
    while position < len(block):
        name_length, size = FILE_HEAD.unpack_from(block, position)
        start = position + FILE_HEAD.size + name_length
        yield os.fsdecode(block[start - name_length : start]), block[start : start + size]
        position = start + size


def unsigned(value):
    return value & 0xFFFFFFFFFFFFFFFF


def memory_file():
    """Descriptor of an empty file in memory that may be executed."""
    try:
        return os.memfd_create("program", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING | MAY_BE_EXECUTED)
    except OSError:
        return os.memfd_create("program", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)  # before Linux 6.3 all may


def seal(descriptor):
    """From here on everybody may read and execute the file, and nobody change it, its length or its seals."""
    os.fchmod(descriptor, EXECUTABLE)
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, ALL_SEALS)


def find_command(word, environment):
    """The path of a command, by the PATH of its environment. Raises NotStarted."""
    if b"/" in word:
        candidates = [word]
    else:
        path = next((text[5:] for text in environment if text.startswith(b"PATH=")), b"")
        candidates = [folder + b"/" + word for folder in path.split(b":")]
    for candidate in candidates:
        if os.path.isfile(candidate) and os.access(candidate, os.X_OK):
            return candidate
    raise NotStarted(f"{os.fsdecode(word)} is not there")


def load_launcher():
    """The library, or None where a cell has none."""
    if not os.path.exists(LAUNCHER):
        return None
    library = ctypes.CDLL(LAUNCHER)
    library.launch.restype = ctypes.c_long
    library.launch.argtypes = (ctypes.c_void_p,)
    return library


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
        """What the test process of this pid claims, where it lies; a view that is empty for none."""
        owner, size = self.HEAD.unpack_from(self.page)
        end = self.HEAD.size + size
        if owner != pid or size > self.LONGEST or not self.NAME.fullmatch(self.page, self.HEAD.size, end):
            return EMPTY
        return memoryview(self.page)[self.HEAD.size : end]

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


def limit_timers():
    """POSIX timers and queued signals are memory of the kernel's, as many as a uid has processes on the host."""
    try:
        resource.setrlimit(resource.RLIMIT_SIGPENDING, (TIMERS, TIMERS))
    except ValueError:
        pass  # gVisor has timers of its own, and no such limit


def write_file(name, data):
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    write_all(descriptor, data)
    os.close(descriptor)


def folders_of(name):
    """The folders of a file's name, outer ones first; "a/" is a folder itself."""
    return [name[:at] for at, character in enumerate(name) if character == "/"]


def lay_file(name, data):
    for folder in folders_of(name):
        try:
            os.mkdir(folder, 0o755)
        except FileExistsError:
            pass
    if not name.endswith("/"):
        write_file(name, data)


def die_first():
    """When memory runs out the kernel shall take the candidate, not the runner."""
    with open("/proc/self/oom_score_adj", "w") as handle:
        handle.write("1000")


def slurp_all(path):
    with open(path, "rb", buffering=0) as handle:
        return b"".join(iter(lambda: handle.read(PIECE), b""))


def slurp(path):
    """A small file of /proc, without the dozen calls that open() makes."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, 16 << 10)
    finally:
        os.close(descriptor)


def sent_of(descriptor, room):
    """(size to send, "", cut?) of a file: all of it, or the head where it is larger than `room`."""
    size = os.fstat(descriptor).st_size
    return (size, "", False) if size <= room else (min(room, KEPT_OF_TRUNCATED), "", True)


def open_regular(path):
    """(descriptor or -1, error) of the candidate's output file, never followed, never waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY)
    except FileNotFoundError:
        return -1, "missing"
    except OSError as error:
        return -1, "not a regular file" if error.errno in (errno.ELOOP, errno.ENXIO) else "unreadable"
    facts = os.fstat(descriptor)
    if stat.S_ISREG(facts.st_mode) and facts.st_nlink == 1:
        return descriptor, ""
    os.close(descriptor)
    return -1, "has other names" if stat.S_ISREG(facts.st_mode) else "not a regular file"


def pack_folder(uid, folder, but, target):
    """Write what is in the regular files of a folder, but for one, each behind its name, as further files of a program
    come in. Raises Fault where that is more than KEPT_OF_LEFT. For a process that dies: it reads names."""
    as_candidate(uid)
    if os.path.islink(folder):
        raise Fault("a link is no folder")
    room = KEPT_OF_LEFT
    for where, _, names in os.walk(folder):
        for name in names:
            path = f"{where}/{name}"
            descriptor, error = (-1, "left out") if path == but else open_regular(path)
            if error:
                continue
            shown, size = os.fsencode(path[len(folder) + 1 :]), os.fstat(descriptor).st_size
            room -= FILE_HEAD.size + len(shown) + size
            if room < 0:
                raise Fault("a folder holds too much")
            write_all(target, FILE_HEAD.pack(len(shown), size) + shown + os.pread(descriptor, size, 0))
            os.close(descriptor)


class Cgroup:
    """What the kernel counts for the whole cell; version 1 or 2, or none at all (bubblewrap, gVisor)."""

    def __init__(self, root: str = "/sys/fs/cgroup") -> None:
        self.events = first_readable(f"{root}/memory.events", f"{root}/memory/memory.oom_control")
        self.cpu = first_readable(f"{root}/cpu.stat", f"{root}/cpuacct/cpuacct.usage")
        self.usage = first_readable(f"{root}/memory.current", f"{root}/memory/memory.usage_in_bytes")
        self.stat = first_readable(f"{root}/memory.stat", f"{root}/memory/memory.stat")
        one = self.usage is not None and self.usage.endswith("_in_bytes")
        self.parts = V1_PARTS if one else V2_PARTS
        if self.stat is None or not set(self.parts) <= set(fields_of(self.stat)):
            self.usage = None  # Linux before 4.13 does not tell shmem apart

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

    def memory(self) -> int | None:
        """Bytes charged to the cell; None where nobody counts them."""
        return int(slurp(self.usage)) if self.usage else None

    def charges(self) -> tuple[int, int, int, int]:
        """Bytes charged to the cell that are neither anonymous memory of a process nor cache of files on a disk and
        of their names, which the kernel takes back when they are needed (version 1 does not tell the names apart).
        Then that anonymous memory, what files in a tmpfs take, and of files anywhere the pages that a process maps.

        What is left is known by what it is not, so that nothing need be named: page tables, kernel stacks and
        objects, buffers of sockets and pipes, files in a tmpfs whether they have a name or not, shared memory that
        was unmapped, pages that were given to a pipe.
        """
        assert self.usage
        assert self.stat
        before = int(slurp(self.usage))
        told = fields_of(self.stat)
        anonymous, cache, shmem, mapped = (told[name] for name in self.parts)
        names = told.get(b"slab_reclaimable", 0)
        charged = min(before, int(slurp(self.usage)))  # it changes between the looks
        return charged - anonymous - (cache - shmem) - names, anonymous, shmem, mapped


V1_PARTS = (b"total_rss", b"total_cache", b"total_shmem", b"total_mapped_file")
V2_PARTS = (b"anon", b"file", b"shmem", b"file_mapped")


class Charges:
    """What the cell held when its candidate came: everything beyond it is the candidate's."""

    def __init__(self, usage=0, charged=0, anonymous=0, mapped=0, tables=0, files=0):
        self.usage, self.charged, self.anonymous, self.mapped = usage, charged, anonymous, mapped
        self.tables, self.files = tables, files

    @classmethod
    def now(cls):
        usage = CGROUP.memory()
        if usage is None:
            return cls(tables=kernel_bytes_of("self", slurp)[0], files=sum(map(bytes_in, PLACES)))
        charged, anonymous, _, mapped = CGROUP.charges()
        return cls(usage, charged, anonymous, mapped)


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


def kernel_bytes_of(name, read):
    """(page tables and swap, resident pages of shared memory) of a process; 0 where that is not told."""
    try:
        told = dict(KERNEL_BYTES.findall(read(f"/proc/{name}/status")))
    except (FileNotFoundError, ProcessLookupError):
        return 0, 0
    tables, swap, shared = (1024 * int(told.get(field, 0)) for field in (b"VmPTE", b"VmSwap", b"RssShmem"))
    return tables + swap, shared


KERNEL_BYTES = re.compile(rb"(VmPTE|VmSwap|RssShmem):\s+(\d+) kB")


def socket_bytes():
    """What all sockets of this network namespace hold at most; 0 where they are not counted (gVisor)."""
    try:
        used = int(slurp("/proc/net/sockstat").split(None, 3)[2])
    except (OSError, IndexError, ValueError):
        return 0
    return max(0, used - SOCKETS) * SOCKET_BYTES


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


def bytes_in(place):
    """What a tmpfs holds, in files with a name and without."""
    facts = os.statvfs(place)
    return (facts.f_blocks - facts.f_bfree) * facts.f_frsize


def pages_of(facts, room):
    """What a file of these facts holds of a tmpfs, at most `room` bytes in whole pages."""
    return min(facts.st_blocks * 512, -(-room // PAGE) * PAGE)


class Watch:
    """Follows one test to the end of its last process; takes every measure of it."""

    STAT = re.compile(rb"(?s).*\) (.*)")  # what follows the program's name of itself in /proc/PID/stat

    def __init__(self, zygote, pid, started, stdout, stderr):
        self.zygote, self.pid, self.started = zygote, pid, started
        self.stdout, self.stderr = stdout, stderr
        self.status = None
        self.killed_for = ""
        self.cpu_ns = self.wall_ns = self.max_rss = self.peak = 0
        self.sampled = self.stderr_cut = False
        self.last_look = self.last_unseen = self.shown = 0
        self.shown_at = {}  # of each process: where /proc shows its memory
        self.ran = {}  # of each process: its time on a core, as of the last look at what is shared
        self.base_pages: tuple[int, int] | None = None
        self.whole = {}  # of each process: its resident bytes, the zygote's too

    def until_over(self):
        deadline, talk = self.started + self.zygote.wall_ns, self.zygote.talk
        pause = FIRST_SAMPLE_S
        while True:
            left = (deadline - time.monotonic_ns()) / 1e9
            self.wait(max(0.0, min(pause, left)))
            nobody_left = self.reap()
            if self.status is not None:
                break
            if talk is not None and talk.killed_for and self.zygote.wait_for_set_up():
                self.killed_for = talk.killed_for
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
            kill_all()
            nobody_left = self.reap(block=True)
        if not self.zygote.adopts:
            self.bury_orphans()

    def wait(self, seconds):
        """Until a process has ended, or for so long."""
        if self.zygote.talk is not None:
            self.zygote.talk.wait(seconds)
        else:
            signal.sigtimedwait((signal.SIGCHLD,), seconds)

    def bury_orphans(self):
        """Without a subreaper orphans are process 1's, which reaps them when the candidate is through: until
        then a test is over when nothing but zombies is left, and their cpu time is read from /proc."""
        alive = True
        while alive:
            kill_all()
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
        several = len(seen) > 1
        if self.zygote.talk is not None:
            self.zygote.talk.look(cpu_ns, lambda: any(map(self.runs, seen)))
        if several and not CGROUP.usage and cpu_ns > self.zygote.cpu_ns + TICK_SLACK_NS:
            return "cpu"  # before what costs much
        if several and CGROUP.usage:
            memory, unseen = self.counted_bytes(), 0
        else:
            unseen = self.unseen_bytes(seen, memory)
        # processes come, go and change while they are looked at: what two looks agree on is true
        agreed, self.last_unseen = min(unseen, self.last_unseen), unseen
        self.pause = SAMPLE_S
        if several:
            if not CGROUP.usage and (memory > self.shown or memory + agreed > self.zygote.memory):  # it costs much
                memory = min(memory, self.shared_once(seen))
            self.pause = SAMPLE_MANY_S
        if memory + unseen > self.zygote.memory:
            self.pause = SAMPLE_AGAIN_S
        if several:
            memory, self.last_look = min(memory, self.last_look), memory
        self.shown = max(self.shown, memory)
        memory += agreed
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
            fields = self.fields_of(name)
            self.shown_at[name] = name
            if fields[0] == b"Z":
                self.shown_at[name], fields[0] = self.live_task(name)
            _, resident, shared = map(int, slurp(f"/proc/{self.shown_at[name]}/statm").split()[:3])
        except (FileNotFoundError, ProcessLookupError):
            self.whole[name] = 0
            return b"", "", 0, 0
        if self.base_pages is None and self.zygote.launch is not None:
            self.base_pages = 0, 0  # it shares nothing with this process
        if self.base_pages is None:
            _, base_resident, base_shared = map(int, slurp("/proc/self/statm").split()[:3])
            self.base_pages = base_resident - base_shared, base_shared
        self.whole[name] = resident * PAGE
        pages = max(0, resident - shared - self.base_pages[0]) + max(0, shared - self.base_pages[1])
        return fields[0], fields[1].decode(), sum(map(int, fields[11:15])) * TICK_NS, pages * PAGE

    def scratch(self, path):
        """What a file of /proc says that has the name in it which the program has given itself: in memory that no test
        process gets."""
        descriptor = os.open(path, os.O_RDONLY)
        try:
            return self.zygote.piece[: os.readv(descriptor, (self.zygote.piece[:PAGE],))]
        finally:
            os.close(descriptor)

    def fields_of(self, name):
        """What /proc/PID/stat says behind that name."""
        return self.STAT.findall(self.scratch(f"/proc/{name}/stat"))[0].split()

    def live_task(self, name):
        """Where /proc shows a process, and its state: with its leader ended, those of any thread that lives."""
        try:
            for task in os.listdir(f"/proc/{name}/task"):
                state = self.fields_of(f"{name}/task/{task}")[0]
                if state not in (b"Z", b"X"):
                    return f"{name}/task/{task}", state
        except (FileNotFoundError, ProcessLookupError):
            pass  # it is gone, or goes as it is looked at
        return name, b"Z"

    def runs(self, name):
        """Whether a thread of a process runs, or would if it had a core, or waits for a disk."""
        try:
            return any(
                self.fields_of(f"{name}/task/{task}")[0] in (b"R", b"D") for task in os.listdir(f"/proc/{name}/task")
            )
        except (FileNotFoundError, ProcessLookupError):
            return True  # something has ended as it was looked at

    def unseen_bytes(self, seen, resident):
        """The candidate's memory that none of its processes shows, beyond what any program has.

        `resident` is at least what they do show. The cgroup's parts are looked at only where its total leaves
        something to explain.
        """
        start, usage = self.zygote.at_start, CGROUP.memory()
        if usage is None:
            found = [kernel_bytes_of(self.shown_at.get(name, name), self.scratch) for name in seen]
            tables = sum(max(0, own - start.tables) for own, _ in found)
            files = sum(map(bytes_in, PLACES)) - start.files - sum(shared for _, shared in found)
            unseen = max(0, tables + socket_bytes() + max(0, files - self.files_of_the_box()) - UNSEEN_BYTES)
            if len(seen) > 1 and sum(self.whole[name] for name in seen) > max(self.zygote.memory, resident):
                once = self.shared_once(seen)
                unseen += max(0, once - sum(self.base_pages or ()) * PAGE - resident) if once < sys.maxsize else 0
            return unseen
        growth = usage - start.usage
        if growth <= min(resident + UNSEEN_BYTES, self.zygote.memory):
            return 0
        charged, _, shmem, mapped = CGROUP.charges()
        shown = min(max(0, mapped - start.mapped), shmem)
        return max(0, charged - start.charged - shown - self.files_of_the_test() - UNSEEN_BYTES)

    def counted_bytes(self):
        """The candidate's memory as its cgroup counts it, of whatever processes: each page once, and but once the
        pages of the interpreter that they have made their own."""
        start = self.zygote.at_start
        charged, anonymous, _, _ = CGROUP.charges()
        beside = max(0, charged - start.charged - self.files_of_the_test() - UNSEEN_BYTES)
        return beside + max(0, anonymous - start.anonymous - (self.base_pages or (0,))[0] * PAGE)

    def files_left(self):
        """Bytes of files that the test left behind, which no sample need have seen."""
        left = sum(map(bytes_in, PLACES)) - self.zygote.files_at_start
        return max(0, left - self.files_of_the_box()) if left > self.zygote.files_bytes else 0

    def files_of_the_test(self):
        """Bytes of stdin, stdout and stderr, which have limits of their own and are no memory up to these."""
        zygote = self.zygote
        waiting = sum(pages_of(os.fstat(file), sys.maxsize) for file, *_ in zygote.inputs)
        own = (
            pages_of(os.fstat(zygote.stdin), zygote.input_bytes + sum(zygote.brought_bytes))
            + pages_of(os.fstat(self.stdout), zygote.output_room)
            + pages_of(os.fstat(self.stderr), STDERR_ROOM)
        )
        return waiting + own + self.files_of_the_box()

    def files_of_the_box(self):
        """The same of what lies in every box, of what a test brings and may leave, and of the file for stdout."""
        zygote, found = self.zygote, 0
        rooms = list(zip(zygote.names, (*zygote.files_sizes, *zygote.brought_bytes), strict=True))
        rooms += [(zygote.output_file, zygote.output_room)] if zygote.output_file else []
        for name, room in (*rooms, *((name, KEPT_OF_LEFT) for name in zygote.left)):
            try:
                found += pages_of(os.lstat(f"{BOX}/{name}"), room)
            except OSError:
                pass  # not there, or shut away by the program: then it is memory like any other
        return found

    def shared_once(self, seen):
        """Resident bytes of several processes (as sampled), what they share counted once; large where that is
        not told. For cells without a cgroup, which counts better.

        The kernel shows it to the processes' own uid. It is taken for files alone (fsuid), so that not even for
        a moment the candidate has power over this process. When one of them ends meanwhile the shares of the
        others grow as they are read: then once more, a few times.
        """
        for _ in range(LOOKS):
            alive = [name for name in seen if has_memory(self.shown_at.get(name, name))]
            take_fs_ids(self.zygote.uid, self.zygote.uid)
            try:
                found = {name: memory_of(self.shown_at.get(name, name)) for name in alive}
            finally:
                take_fs_ids(self.zygote.uid, 0)
            if all(has_memory(self.shown_at.get(name, name)) for name in alive):
                break
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
            if parent in frozen and name in told and told[name] == told.get(parent):
                frozen.remove(parent)
                del found[name]
        return sum(proportional for _, proportional, _ in found.values())

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
            tail = self.zygote.piece[: self.zygote.stderr_room]
            tail = tail[: os.preadv(self.stderr, (tail,), size - len(tail))]
            # what the program has done to its open file description shall not be done to this one
            own = os.open(f"/proc/self/fd/{self.stderr}", os.O_WRONLY | os.O_APPEND)
            os.ftruncate(own, 0)
            write_all(own, tail)  # appended, as all that is written there
            os.close(own)
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
LIBRARY: ctypes.CDLL | None = None  # see tools/launch.c
HIDDEN: list[tuple[int, int]] = []  # of a zygote that launches commands: memory that tests do not have


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


def become_main(arguments):
    """Put a fresh `__main__` that knows nothing of this file in place of it."""
    module = types.ModuleType("__main__")
    module.__dict__.update(
        __loader__=sys.modules["_frozen_importlib_external"].SourceFileLoader("__main__", SCRIPT), __annotations__={},
        __builtins__=sys.modules["builtins"], __file__=SCRIPT, __cached__=None)  # fmt: skip
    KEEP.append(sys.modules["__main__"])
    sys.modules["__main__"] = module
    sys.argv[:] = [SCRIPT.rpartition("/")[2], *map(os.fsdecode, arguments)]
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
EMPTY = memoryview(b"")
PLACES: list[str] = []
TIMED: list[str] = []
READ: tuple[list[str], list[str]] = [], []
PROOF: Proof  # of PLACES and the cell's sockets, for the zygote
CGROUP = Cgroup("")
FILTER = b""  # the candidate's
FENCE = -1  # likewise
if __name__ == "__main__":
    PLACES, QUIET = writable_places(), quiet_kinds() | {Look}
    CGROUP, PROOF, LIBRARY = Cgroup(), Proof(PLACES), load_launcher()
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

"""Runs one command and leaves nothing of it behind. Standard library only; run as a file, not imported.

    python -I -S guard.py PARENT_PID GRACE_SECONDS COMMAND [ARGUMENT …]

Theory of operation. Three things must end a part and everything it ever started: an order (SIGTERM), the
end of the part itself, and the death of whoever started it, SIGKILL included.

1. The guard is a child subreaper: what outlives its own parent becomes the guard's child, so killing and
   reaping children until there are none reaches daemons and double forks too.
2. The kernel sends the guard SIGTERM when its parent dies (PR_SET_PDEATHSIG); the parent's pid is compared
   afterwards, since it may have died before the request was made.
3. SIGTERM is passed on to the command; after GRACE_SECONDS it is killed. Whichever way the command ends,
   what is left of its family is killed, and only then the guard exits, with the command's status.
4. A guard that is killed itself takes the command with it (PR_SET_PDEATHSIG SIGKILL in the child).
5. Descriptors above 2 stay with the guard: a lock handed to it is held until nothing is left.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
ORDERS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
WATCHED = (*ORDERS, signal.SIGCHLD)


def main(argv: list[str]) -> int:
    """Run the command and return its exit status, 128 + n when signal n ended it."""
    parent, grace_s, *command = argv
    _prctl(PR_SET_CHILD_SUBREAPER, 1)
    signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
    _prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(parent):
        return 128 + signal.SIGTERM
    status = _watch(_start(command), float(grace_s))
    _end_family()
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def _start(command: list[str]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        os.closerange(3, 1024)
        for number in WATCHED:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
        os.execv(command[0], command)
    except OSError as error:
        os.write(2, f"cannot start {command[0]}: {error}\n".encode())
    os._exit(127)


def _watch(child: int, grace_s: float) -> int:
    """Wait for the child; pass the first order on, kill when the grace after it is over."""
    deadline = None
    while True:
        patience_s = 3600.0 if deadline is None else max(0.0, deadline - time.monotonic())
        event = signal.sigtimedwait(WATCHED, patience_s)
        status = _reap(child)
        if status is not None:
            return status
        if event is None and deadline is not None:
            os.kill(child, signal.SIGKILL)
        elif event is not None and event.si_signo in ORDERS and deadline is None:
            deadline = time.monotonic() + grace_s
            os.kill(child, signal.SIGTERM)


def _reap(child: int) -> int | None:
    """Collect whatever has ended; return the child's status if it is among them."""
    while True:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == child:
            return status
        if pid == 0:
            return None


def _end_family() -> None:
    while True:
        for pid in _children():
            os.kill(pid, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> list[int]:
    me = str(os.getpid())
    pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    return [pid for pid in pids if _parent_of(pid) == me]


def _parent_of(pid: int) -> str | None:
    try:
        with open(f"/proc/{pid}/stat", encoding="latin-1") as file:
            return file.read().rpartition(")")[2].split()[1]
    except (FileNotFoundError, ProcessLookupError):
        return None


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, int(value), 0, 0, 0):
        raise OSError(ctypes.get_errno(), f"prctl({option})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

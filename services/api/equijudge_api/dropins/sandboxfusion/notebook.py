"""Runs the cells of a notebook one after another in one namespace: a program like any other, for a cell of the sandbox.

It reads {"cells": [...], "cell_timeout": seconds or 0, "room": bytes} on stdin, and writes a line of JSON for each cell
that is over, in their order: {"stdout", "stderr", "display", "error"}. Theory of operation:

1. A kernel process runs the cells, this one watches it. Both are the candidate's: who takes them over forges the
   outputs of a notebook that is its own, and nobody else's.
2. What cells write, children of theirs too, goes into two files without a name; where each cell's part ends, the kernel
   says by a pipe. So the output of a cell that ends the kernel is there, too.
3. A cell's timeout is CPU time, and three times as much by the clock and two seconds for one that sleeps: the kernel
   raises CellTimeoutError in it, again every second. One that catches it for ever is killed, and the kernel with it.
4. When the kernel has died, every cell that is left has a DeadKernelError.

Standard library only. What is not IPython's is no Python: `%` and `!` are syntax errors.
"""

import ast
import io
import json
import linecache
import os
import select
import signal
import sys
import tempfile
import time
import traceback
import types

WALL_FACTOR, WALL_EXTRA_S, GRACE_S = 3.0, 2.0, 2.0
AGAIN_S = 1.0
MOST_MESSAGE = 1 << 20  # bytes that the kernel says of one cell
ALWAYS = 4  # bytes for which there is room
LONGEST_ESCAPE = 6  # characters of JSON for one
NOT_TOLD = "\n… (more is not told)"


class CellTimeoutError(BaseException):
    """A cell that took longer than it may. No Exception, so that few programs catch it."""


def main():
    asked = json.loads(sys.stdin.buffer.read())
    cells, timeout = asked["cells"], asked["cell_timeout"]
    answers = os.dup(1)
    streams = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]  # noqa: SIM115  # as long as the program
    reading, writing = os.pipe()
    sys.stdout.flush()
    kernel = os.fork()
    if not kernel:
        os.close(reading)
        os.close(answers)
        serve(cells, timeout, streams, writing)
        os._exit(0)
    os.close(writing)
    watch(Watched(kernel, reading, streams, timeout), len(cells), answers, asked["room"])


# --- the process that watches


class Watched:
    """The kernel: what it says, until it has died."""

    def __init__(self, pid, pipe, streams, timeout):
        self.pid, self.pipe, self.streams, self.timeout = pid, pipe, streams, timeout
        self.unread, self.is_dead = b"", False
        self.ends = [0, 0]  # of the parts of the streams that were told

    def next_message(self):
        """What the kernel says of its next cell; None: it has died. It is killed when that takes too long."""
        until = None if not self.timeout else time.monotonic() + wall_time_s(self.timeout) + GRACE_S
        while b"\n" not in self.unread:
            if self.is_dead:
                return None
            if select.select([self.pipe], [], [], 0.05)[0]:
                data = os.read(self.pipe, 1 << 16)
                self.unread += data
                self.is_dead = not data or len(self.unread) > MOST_MESSAGE
            elif os.waitpid(self.pid, os.WNOHANG)[0]:  # a child of a cell may hold the pipe for ever
                self.is_dead = not select.select([self.pipe], [], [], 0)[0]
            if until is not None and time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                self.is_dead = True
        line, _, self.unread = self.unread.partition(b"\n")
        return line

    def take_streams(self, ends, room):
        """What the streams have got since, up to there, and of each no more than `room`."""
        taken = []
        for number, stream in enumerate(self.streams):
            end = os.fstat(stream.fileno()).st_size if ends is None else ends[number]
            begin, self.ends[number] = self.ends[number], end
            taken.append(os.pread(stream.fileno(), max(0, min(end - begin, room)), begin))
        return [data.decode("utf-8", "backslashreplace") for data in taken]


def watch(kernel, cells, answers, room):
    for _ in range(cells):
        line = kernel.next_message()
        told = dead_kernel() if line is None else json.loads(line)
        stdout, stderr = kernel.take_streams(told.pop("ends"), room)
        answer = {}
        parts = {"stdout": stdout, "stderr": stderr, "error": told["error"], "display": told["display"]}
        for name, value in parts.items():
            answer[name] = in_room(value, room)
            room -= len(json.dumps(answer[name]))
        write_all(answers, json.dumps(answer).encode() + b"\n")


def in_room(value, room):
    """The value, or what of it is no longer than `room` as JSON."""
    if len(json.dumps(value)) <= max(room, ALWAYS):
        return value
    if isinstance(value, str):
        return value[: max(0, room) // LONGEST_ESCAPE] + NOT_TOLD
    first = value[0]  # there is one, or it would have room
    return [error_of(first["ename"], NOT_TOLD, []) if "ename" in first else {"text/plain": NOT_TOLD}]


def dead_kernel():
    said = "the kernel has died"
    return {"ends": None, "display": [], "error": [error_of("DeadKernelError", said, [said])]}


def wall_time_s(timeout):
    return WALL_FACTOR * timeout + WALL_EXTRA_S


# --- the kernel


def serve(cells, timeout, streams, pipe):
    nothing = os.open(os.devnull, os.O_RDONLY)
    for place, descriptor in enumerate((nothing, *(stream.fileno() for stream in streams))):
        os.dup2(descriptor, place)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)))
    shown = []
    module = types.ModuleType("__main__")
    module.__dict__["display"] = lambda *values: shown.extend(bundle(value) for value in values)
    sys.modules["__main__"] = module
    for number, source in enumerate(cells, 1):
        del shown[:]
        error = run_cell(source, f"Cell In[{number}]", module.__dict__, shown, timeout)
        flush()
        ends = [os.fstat(stream.fileno()).st_size for stream in streams]
        write_all(pipe, message(ends, shown, [] if error is None else [error]))


def message(ends, shown, errors):
    told = {"ends": ends, "display": in_room(shown, MOST_MESSAGE // 3), "error": in_room(errors, MOST_MESSAGE // 3)}
    return json.dumps(told).encode() + b"\n"


def run_cell(source, name, namespace, shown, timeout):
    """Run a cell; return its error, if it has one."""
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    try:
        try:
            start_clocks(timeout)
            value = evaluate(source, name, namespace)
            if value is not None and not source.rstrip().endswith(";"):
                namespace["_"] = value
                shown.append(bundle(value))
        finally:
            start_clocks(0)
    except BaseException as error:  # whatever a cell raises is what is told of it
        return describe(error)
    return None


def evaluate(source, name, namespace):
    """Run the cell's statements; return the value of an expression at its end."""
    tree = compile(source, name, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    run_code(compile(tree, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), namespace)
    if last is None:
        return None
    return run_code(compile(ast.Expression(last.value), name, "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), namespace)


def run_code(code, namespace):
    value = eval(code, namespace)
    if not code.co_flags & 0x80:  # CO_COROUTINE: it awaits
        return value
    import asyncio

    if "loop" not in LOOP:
        LOOP["loop"] = asyncio.new_event_loop()
    return LOOP["loop"].run_until_complete(value)


LOOP, CLOCKS = {}, {"run": False}


def bundle(value):
    return {"text/plain": to_unicode(repr(value))}


def describe(error):
    """An error as Jupyter tells it. A program's own classes may fail at saying what they are."""
    try:
        found = traceback.TracebackException(type(error), error, error.__traceback__)
        own = main.__code__.co_filename
        found.stack = traceback.StackSummary.from_list([each for each in found.stack if each.filename != own])
        return error_of(type(error).__name__, str(error), "".join(found.format()).rstrip("\n").split("\n"))
    except BaseException:
        return error_of(type(error).__name__, "", [])


def error_of(name, value, lines):
    lines = [to_unicode(line) for line in lines]
    return {"ename": to_unicode(name), "evalue": to_unicode(value), "traceback": lines}


def to_unicode(text):
    """The text with halves of characters escaped: no JSON that has one is read."""
    return text.encode("utf-8", "backslashreplace").decode()


def start_clocks(timeout):
    """Start the clocks of a cell, or stop them (0). Without a timeout both are the cells' own."""
    was_running, CLOCKS["run"] = CLOCKS["run"], bool(timeout)
    if not (timeout or was_running):
        return
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, late)
    signal.setitimer(signal.ITIMER_PROF, timeout, AGAIN_S if timeout else 0)
    signal.setitimer(signal.ITIMER_REAL, wall_time_s(timeout) if timeout else 0, AGAIN_S if timeout else 0)


def late(number, frame):
    if CLOCKS["run"]:  # the signal may have been on its way
        raise CellTimeoutError("the cell took longer than cell_timeout")


def flush():
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except BaseException:  # the cell has closed it, or put something else there
            continue


def write_all(descriptor, data):
    while data:
        data = data[os.write(descriptor, data) :]


if __name__ == "__main__":
    main()

"""In the tests' cell: the line to the candidate, and how a test ends.

What is no answer at all, or too much, ends the test: WA. No candidate may choose a fault of the problem.
"""

from __future__ import annotations

import json
import os
import reprlib
import sys

# --- in the cell
RIGHT, WRONG, FAULT = 42, 43, 1
MOST_LINE, MOST_SAID, MOST_NODES_READ = 16 << 20, 64 << 20, 4_000_000
MOST_CALLBACKS, MOST_ELEMENTS, MOST_CHUNK = 100_000, 1_000_000, 1024
SAYS = {
    "c": "a value that holds itself",
    "d": "a value that is nested too deeply",
    "m": "a value of too many elements",
}
HARMLESS = {
    *("len", "max", "min", "sum", "sorted", "abs", "any", "all", "ord", "chr", "round", "pow", "divmod", "repr")
}


class Shortened(reprlib.Repr):
    """Values in few words."""

    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = self.maxdeque = 20
        self.maxstring = self.maxother = 200

    def repr1(self, value, level):
        if "_far_node" in vars(type(value)):
            return "<%s>" % type(value).__name__  # to ask it would be another call
        return super().repr1(value, level)

    def repr_int(self, value, level):
        return repr(value) if -(1 << 256) < value < 1 << 256 else "an integer of %d bits" % value.bit_length()


show = Shortened().repr


class State:
    """What has been said in this test."""

    line = None
    calls = 0  # answers that came to what was asked
    make_thing = make_iterator = None  # what stands for objects and iterators
    reader = None
    classes = frozenset()  # names that the test uses as classes
    answer = None  # what calls a function of the test's for the candidate
    last = ("", None, "")  # the last call: what, the arguments as they were sent, and what came of it


def last_call():
    """The last call in words."""
    words, given, outcome = State.last
    return words + ("" if given is None else "(%s)" % ", ".join(map(show_node, given))) + outcome


def show_node(node):
    try:
        return show(State.reader().read(node))
    except Exception:
        return "..."


def end(code, message=""):
    """Say how the test ended, and end it: nothing that is left has a say."""
    os.write(2, message.encode("utf-8", "backslashreplace")[:4000])
    os._exit(code)


def end_wrong(message):
    end(WRONG, message)


def end_fault(message):
    """End for what cannot be told apart or is not there: the problem's fault, whatever the candidate does."""
    end(FAULT, message)


def end_raised(error):
    """End for an exception of the candidate's that no test expects: it is raised there once more."""
    State.line.say(0, "raise", error._far_key)
    State.line.wait()
    end_wrong("%s: %s raised in %s" % (type(error).__name__, str(error)[:1000], last_call()))


class Line:
    """Asks the candidate."""

    def __init__(self, receive, send):
        self.receive, self.send = receive, send
        self.number = self.said = self.callbacks = 0
        self.encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode

    def say(self, *what):
        self.send.write(self.encode(what).encode("ascii") + b"\n")
        self.send.flush()

    def ask(self, *what):
        """The answer, without its number."""
        self.number += 1
        number = self.number
        self.say(number, *what)
        while True:
            answer = self.hear()
            if answer[0] == number:
                State.calls += what[0] != "kind" or answer[2] in ("value", "exception")
                return answer[1:]
            if answer[:2] != [0, "f"] or what[0] not in ("call", "next"):
                end_wrong("the program answers what it was not asked")
            self.callbacks += 1
            if self.callbacks > MOST_CALLBACKS:
                end_wrong("the program calls a function of the test far too often")
            self.say(*State.answer(answer))

    def hear(self):
        line = self.receive.readline(MOST_LINE)
        self.said += len(line)
        if not line:
            end_wrong("the program ended before it answered" + (last_call() and ": " + last_call()))
        if line[-1:] != b"\n" or self.said > MOST_SAID:
            end_wrong("the program gives far more than a test can take")
        if line.count(b",") + line.count(b"[") + line.count(b"{") > MOST_NODES_READ:
            end_wrong("the program gives a value of far too many elements")
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError):
            answer = None
        if type(answer) is not list or len(answer) < 2 or type(answer[0]) is not int or type(answer[1]) is not str:
            end_wrong("the program says what is no answer")
        return answer

    def wait(self):
        """Wait until the program has ended."""
        while self.said <= MOST_SAID and (line := self.receive.readline(MOST_LINE)):
            self.said += len(line)


def open_line():
    """Take the two descriptors away from where the tests' code would read and print."""
    receive, send = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    State.line = Line(receive, send)

"""In the candidate's cell: loads it, and answers the calls that the tests' code makes, one after the other.

A request is a line of JSON, [number, what, ...]; an answer has the number of its request. The two descriptors are moved
away from where programs look for them: what the candidate prints is shown with its stderr, and its input is empty. One
that finds them has its own values to give, as ever.
"""

from __future__ import annotations

import builtins
import inspect
import json
import os
import sys

from equijudge_core.judging.calls.harness import DEEPEST, ITERATORS, OWN_FRAMES, SOLUTION, Unwritten
from equijudge_core.judging.test_code.cell.values import FarReader, FarWriter, class_name

# --- in the cell
KEPT = 64  # exceptions that one may ask for
FUNCTIONS = (type(lambda: 0), type(len), type([].append), type(FarReader().read))


class Answers(FarReader):
    """Holds what the other side may name by numbers."""

    def __init__(self, receive, send):
        super().__init__()
        self.receive, self.send = receive, send
        self.objects, self.iterators, self.raised = [], [], {}
        self.encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
        self.decode = json.loads
        self.exit, self.flush = os._exit, sys.stdout.flush
        self.module, self.limit = None, 0

    def serve(self):
        """Answer until nothing more is asked."""
        while True:
            self.answer(self.hear())

    def hear(self):
        line = self.receive.readline()
        if not line:
            self.leave()
        return self.decode(line)

    def say(self, *what):
        self.send.write(self.encode(what).encode("ascii") + b"\n")
        self.send.flush()

    def leave(self):
        try:
            self.flush()
        finally:
            self.exit(0)

    def answer(self, asked):
        number, what, *given = asked
        if what == "bye":
            self.leave()
        elif what == "raise":
            raise self.raised[given[0]]
        elif what == "kind":
            self.say(number, "k", *self.kind_of(given[0]))
        elif what == "next":
            self.say(number, "i", *self.take(*given))
        else:
            self.call(number, *given)

    def find(self, path):
        """What the candidate has under this path. A program without it ends, as one does that calls what is not."""
        first, *rest = path.split(".")
        own = vars(self.module)
        if first not in own:
            raise NameError("the program defines no %s, which the tests call" % first)
        found = own[first]
        for name in rest:
            found = getattr(found, name)
        return found

    def kind_of(self, path):
        found = self.find(path)
        if isinstance(found, type):
            if issubclass(found, BaseException):
                return "exception", names_of(found)
            return "class", [class_name(found)]
        if callable(found):
            return "function", []
        try:
            return "value", FarObjects(self).write(found)
        except Unwritten:
            return "function", []

    def call(self, number, target, arguments, named):
        mark, self.held = self.held, {}
        try:
            function = self.read(target)
            positional = [self.read(each) for each in arguments]
            by_name = {name: self.read(each) for name, each in named.items()}
            held, self.held = list(self.held.values()), mark
            before = self.contents(held) if held else []
            try:
                result = self.run(function, positional, by_name)
            except BaseException as error:
                if not held and isinstance(error, RecursionError):
                    error = error.with_traceback(None)
                self.say_error(number, error, held, before)
                return
        finally:
            self.held = mark
        try:
            node = FarObjects(self, known=held).write(result)
            self.say(number, "v", node, self.changes(held, before))
        except Unwritten as reason:
            self.say(number, "u", reason.args[0].decode("ascii", "replace"))
        except (RecursionError, ValueError):
            self.say(number, "u", "d")

    def run(self, function, positional, by_name):
        """Call a function under the limit of recursion that the candidate has; all else has room."""
        sys.setrecursionlimit(self.limit)
        try:
            return function(*positional, **by_name)
        finally:
            self.limit = sys.getrecursionlimit()
            sys.setrecursionlimit(max(self.limit, 10 * DEEPEST))

    def contents(self, held):
        writer = FarObjects(self, known=held)
        return [writer.write_content(each) for each in held]

    def changes(self, held, before):
        """What the call did to its arguments: [number, content] of each that it changed."""
        after = self.contents(held) if held else []
        return [[number, node] for number, node in enumerate(after) if node != before[number]]

    def say_error(self, number, error, held, before):
        key = len(self.raised)
        if key < KEPT:
            self.raised[key] = error
        try:
            message = str(error)[:2000]
        except Exception:
            message = ""
        told = []
        for value in (error.args, dict(vars(error))):
            try:
                told.append(FarWriter().write(value))
            except (Unwritten, RecursionError):
                told.append(None)
        try:
            changes = self.changes(held, before)
        except Unwritten:
            changes = []
        self.say(number, "e", min(key, KEPT - 1), names_of(type(error)), message, told[0], told[1], changes)

    def take(self, number, count):
        """Further elements: what they are, whether there are more, and what ended them."""
        found, iterator = [], self.iterators[number]
        try:
            for _ in range(count):
                found.append(FarObjects(self).write(next(iterator)))
        except StopIteration:
            return found, "end"
        except Unwritten as reason:
            return found, "unwritten", reason.args[0].decode("ascii", "replace")
        except BaseException as error:
            self.raised[KEPT - 1] = error
            return found, "error", [KEPT - 1, names_of(type(error)), str(error)[:2000], None, None, []]
        return found, "more"

    # --- what stands for things of either side
    def read_object(self, held):
        return self.objects[held]

    def read_far_iterator(self, held):
        return self.iterators[held]

    def read_entry(self, held):
        return self.find(held)

    def read_function(self, held):
        def test_function(*arguments, **named):
            writer = FarObjects(self)
            self.say(
                0, "f", held, [writer.write(each) for each in arguments],
                {name: writer.write(each) for name, each in named.items()},
            )  # fmt: skip
            while True:
                asked = self.hear()
                if asked[1] == "v":
                    return self.read(asked[2])
                if asked[1] == "e":
                    kind = vars(builtins).get(asked[2], Exception)
                    raise kind(asked[3])
                self.answer(asked)

        return test_function


class FarObjects(FarWriter):
    """Writes what the candidate gives; an object of a class of its own is kept, and told by a number."""

    def __init__(self, answers, known=()):
        super().__init__(known=known)
        self.answers = answers

    def write_iterator(self, value, depth):
        return self.write_object(value, type(value))

    def write_object(self, value, kind):
        if kind.__module__ in ITERATORS and hasattr(kind, "__next__"):
            self.answers.iterators.append(value)
            return {"G": [len(self.answers.iterators) - 1, inspect.isgenerator(value)]}
        kept = self.answers.objects
        for number in range(len(kept) - 1, max(-1, len(kept) - 1000), -1):
            if kept[number] is value:
                return {"o": [number, class_name(kind), isinstance(value, FUNCTIONS)]}
        kept.append(value)
        return {"o": [len(kept) - 1, class_name(kind), isinstance(value, FUNCTIONS)]}


def names_of(kind):
    """The names of a class and of what it was made from."""
    return [class_name(each) for each in type.mro(kind) if each is not object][:20]


def serve(target):
    """Load the candidate, and answer for it."""
    receive, send = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.dup2(2, 1)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    answers = Answers(receive, send)
    answers.module = load_after(target)
    answers.limit = sys.getrecursionlimit() + 1  # for one more frame than were above it then
    sys.setrecursionlimit(max(answers.limit, 10 * DEEPEST))
    answers.serve()


def load_after(target):
    """The candidate as a module, in which the prelude ran before."""
    with open(SOLUTION, "rb") as file:
        source = file.read()
    module = type(sys)(target["module"])
    path = os.path.join(os.getcwd(), SOLUTION)
    vars(module).update({"__file__": path, "__builtins__": builtins})
    sys.modules[target["module"]] = module
    sys.setrecursionlimit(sys.getrecursionlimit() + OWN_FRAMES)
    if target["prelude"]:
        exec(compile(target["prelude"], "prelude", "exec", dont_inherit=True), vars(module))
    exec(compile(source, path, "exec", dont_inherit=True), vars(module))
    return module

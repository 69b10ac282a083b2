"""In the tests' cell: runs one test, and says by its exit status how it ended: right, wrong, or the problem's fault.

1. Right only when all of the test's code has run, and has called something of the candidate.
2. An assertion that fails is wrong, in the assertion's words. So is any other exception once something of the candidate
   was there for the test to stumble over, but for those that only the tests' own text can raise (OWN_FAULTS).
3. An exception of a call that the test does not expect is raised in the candidate's process, which ends of it: RE.
4. All else is the problem's fault.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import os
import sys
import traceback

from equijudge_core.judging.test_code.cell.line import (
    RIGHT,
    State,
    end,
    end_fault,
    end_raised,
    end_wrong,
    last_call,
    open_line,
    show,
)
from equijudge_core.judging.test_code.cell.pytests import make_pytest, run_function
from equijudge_core.judging.test_code.cell.stand_ins import Thing, make_entry

# --- in the cell
TEST = "tests.py"
OWN_FAULTS = (NameError, ImportError, SyntaxError, SystemExit, KeyboardInterrupt)


class Candidate(type(sys)):
    """The candidate as a module: whatever is asked for in it stands for what it has."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        found = make_entry(name)
        vars(self)[name] = found
        return found


def check_tests(target, test):
    """Run a test, and end the process."""
    open_line()
    candidate = Candidate(target["module"])
    candidate.__all__ = target["names"]
    sys.modules[target["module"]], sys.modules["pytest"] = candidate, make_pytest()
    names = {"__name__": "tests", "__file__": TEST, "__builtins__": vars(__import__("builtins"))}
    names["run_tests"] = lambda *which: run_tests(names, which)
    names["check_same"] = check_same
    try:
        for name in target["names"]:
            names[name] = getattr(candidate, name)
        State.classes = classes_in(target["code"] + "\n" + test)
        for number, source in enumerate((target["code"], test)):
            place = TEST if number == 0 else "test"
            linecache.cache[place] = len(source), None, source.splitlines(True), place
            exec(compile(source, place, "exec", dont_inherit=True), names)
    except BaseException as error:
        give_up(error)
    if not State.calls:
        end_fault("the test calls nothing of the program")
    State.line.say(0, "bye")
    end(RIGHT)


def classes_in(source):
    """Names that the tests use as classes: they look at what comes of calling them, or ask whether something is one."""
    made, looked_at, found = {}, set(), set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            looked_at.add(ast.unparse(node.value))
            found |= called_in(node.value)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                made.setdefault(ast.unparse(target), set()).update(called_in(node.value))
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            made.setdefault(ast.unparse(node.optional_vars), set()).update(called_in(node.context_expr))
        elif isinstance(node, ast.Return):
            found |= called_in(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "self.assertIsInstance"):
            found |= {each.id for each in node.args[1:2] if isinstance(each, ast.Name)}
    return found.union(*(made[name] for name in looked_at & set(made)))


def called_in(node):
    return {node.func.id} if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else set()


def give_up(error):
    """Say what an exception means; see the rules of the module."""
    said = "%s: %s" % (type(error).__name__, str(error)[:1000]) if not isinstance(error, Thing) else "?"
    where, text = place_of(error)
    if "_far_key" in vars(error):
        end_raised(error)
    if isinstance(error, AssertionError):
        end_wrong("%s\n%s\nlast: %s" % (str(error)[:1500] or "the assertion does not hold", text, last_call()))
    if isinstance(error, OWN_FAULTS) or not State.calls or type(error).__name__ == "SkipTest":
        end_fault("the test's code fails%s: %s\n%s" % (where, said, text))
    end_wrong("the test stumbles%s over what the program gave: %s\n%s\nlast: %s" % (where, said, text, last_call()))


def place_of(error):
    """Where in the tests' code it happened: words, and the line."""
    found = [each for each in traceback.extract_tb(error.__traceback__) if each.filename in (TEST, "test")]
    if not found:
        return "", ""
    return " in line %d of %s" % (found[-1].lineno, "the test" if found[-1].filename == "test" else "the code"), (
        found[-1].line or ""
    )[:500]


def run_tests(names, which):
    """Run test functions, classes and methods by name, `Class.method`."""
    for each in which:
        first, _, method = each.partition(".")
        found = names[first]
        if not inspect.isclass(found):
            run_function(found)
            continue
        for name in [method] if method else [name for name in dir(found) if name.startswith("test")]:
            run_method(found, name)


def run_method(owner, name):
    unittest = sys.modules.get("unittest")
    if unittest is not None and issubclass(owner, unittest.TestCase):
        owner.setUpClass()
        owner(name).debug()
        owner.tearDownClass()
        return
    made = owner()
    for around in ("setup_class", "setup_method"):
        if hasattr(made, around):
            function = getattr(made, around)
            function(*[None] * len(inspect.signature(function).parameters))
    run_function(getattr(made, name), made)


def check_same(got, expected, tolerance=0.0):
    """Assert what evalplus asserts: the same, or near where what is expected is a float or holds nothing but floats."""
    if got == expected and not isinstance(got, Thing):
        return
    floats = isinstance(expected, float) or (
        isinstance(expected, (list, tuple)) and expected and all(isinstance(each, float) for each in expected)
    )
    near = tolerance or (1e-6 if floats else 0.0)
    if near and type(got) is type(expected) and is_close(got, expected, near):
        return
    raise AssertionError("%s is expected, and there is %s" % (show(expected), show(got)))


def is_close(got, expected, near):
    if isinstance(expected, (list, tuple)):
        return (
            isinstance(got, (list, tuple))
            and len(got) == len(expected)
            and all(is_close(one, other, near) for one, other in zip(got, expected))  # noqa: B905
        )
    if not isinstance(expected, (int, float)) or not isinstance(got, (int, float)):
        return got == expected
    if got == expected or (got != got and expected != expected):
        return True
    return abs(got - expected) <= near + 1e-7 * abs(expected)


def main_tests(target):
    """What stands behind all this in the program: `input` has the test's own code."""
    with open(os.path.join(os.getcwd(), "input"), "rb") as file:
        test = file.read().decode("utf-8", "surrogatepass")
    check_tests(target, test)

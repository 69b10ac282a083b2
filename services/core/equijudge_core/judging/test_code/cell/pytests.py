"""In the tests' cell: as much of pytest as tests that call functions use: raises, approx, marks, plain fixtures.

What needs the rest (capsys, monkeypatch, tmp_path, plug-ins) is the problem's fault, by its name.
"""

from __future__ import annotations

import inspect
import itertools
import math
import re
import sys

from equijudge_core.judging.test_code.cell.line import end_fault, show


# --- in the cell
class Raised:
    """What `with pytest.raises(...) as found` gives."""

    def __init__(self):
        self.value = self.type = self.tb = None

    def match(self, pattern):
        assert re.search(pattern, str(self.value)), "%s does not match %r" % (show(str(self.value)), pattern)
        return True

    def __str__(self):
        return str(self.value)


class Raises:
    """pytest.raises."""

    def __init__(self, expected, match):
        kinds = expected if isinstance(expected, tuple) else (expected,)
        if not all(isinstance(each, type) and issubclass(each, BaseException) for each in kinds):
            raise TypeError("pytest.raises is given what is no exception")
        self.expected, self.pattern, self.found = kinds, match, Raised()

    def __enter__(self):
        return self.found

    def __exit__(self, kind, error, where):
        if kind is None:
            raise AssertionError("it did not raise " + " or ".join(each.__name__ for each in self.expected))
        if not issubclass(kind, self.expected):
            return False
        self.found.value, self.found.type, self.found.tb = error, kind, where
        if self.pattern is not None:
            self.found.match(self.pattern)
        return True


def raises(expected_exception, *arguments, match=None, **named):
    if not arguments:
        return Raises(expected_exception, match)
    with Raises(expected_exception, match) as found:
        arguments[0](*arguments[1:], **named)
    return found


class Approx:
    """pytest.approx, of numbers and of lists, tuples and dictionaries of them."""

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def __repr__(self):
        return "approx(%s)" % show(self.expected)

    def __eq__(self, got):
        return self.is_near(self.expected, got)

    def __ne__(self, got):
        return not self == got

    __hash__ = None

    def is_near(self, expected, got):
        if isinstance(expected, dict):
            same = isinstance(got, dict) and expected.keys() == got.keys()
            return same and all(self.is_near(each, got[key]) for key, each in expected.items())
        if isinstance(expected, (list, tuple)):
            same = isinstance(got, type(expected)) and len(expected) == len(got)
            return same and all(map(self.is_near, expected, got))
        if isinstance(expected, bool) or (not isinstance(expected, (int, float, complex)) and not is_number(expected)):
            return expected == got
        if isinstance(got, bool) or not is_number(got):
            return False
        if expected == got:
            return True
        if expected != expected:
            return self.nan_ok and got != got
        if isinstance(expected, complex) or isinstance(got, complex):
            return abs_of(expected - got) <= self.tolerance(expected)
        if math.isinf(expected) or math.isinf(got):
            return False
        return abs_of(expected - got) <= self.tolerance(expected)

    def tolerance(self, expected):
        if self.rel is None and self.abs is not None:
            return self.abs
        relative = (1e-6 if self.rel is None else self.rel) * abs_of(expected)
        return max(relative, 1e-12 if self.abs is None else self.abs)


abs_of = abs


def is_number(value):
    return isinstance(value, (int, float, complex)) or type(value).__name__ in ("Decimal", "Fraction")


class Parameters:
    """pytest.param."""

    def __init__(self, *values, marks=(), id=None):
        self.values, self.marks = values, marks if isinstance(marks, (list, tuple)) else (marks,)


class Mark:
    """One of pytest.mark's, with what it was given."""

    def __init__(self, name, arguments=(), named=None):
        self.name, self.arguments, self.named = name, arguments, named or {}

    def __call__(self, *arguments, **named):
        lone = arguments and not named and (inspect.isfunction(arguments[0]) or inspect.isclass(arguments[0]))
        if lone and len(arguments) == 1:
            marked = arguments[0]
            marked.pytestmark = [*getattr(marked, "pytestmark", []), self]
            return marked
        return Mark(self.name, arguments, named)


class Marks:
    def __getattr__(self, name):
        return Mark(name)


FIXTURES = {}


def fixture(function=None, **named):
    if function is None:
        return lambda given: fixture(given, **named)
    if named.get("params"):
        end_fault("a fixture of pytest's with params is not supported")
    FIXTURES[named.get("name") or function.__name__] = function, bool(named.get("autouse"))
    return function


def fail(reason="", pytrace=True, msg=None):
    raise AssertionError(reason or msg or "pytest.fail")


class Pytest(type(sys)):
    """The module."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        end_fault("pytest.%s is not supported" % name)


def make_pytest():
    module = Pytest("pytest")
    vars(module).update(
        raises=raises, approx=Approx, param=Parameters, mark=Marks(), fixture=fixture, fail=fail, main=lambda *args: 0
    )
    return module


def run_function(function, owner=None):
    """Run a test function of pytest's, once for each of its parameters. owner: the instance of its class."""
    marks = [*getattr(type(owner), "pytestmark", []), *getattr(function, "pytestmark", [])]
    sets = []
    for mark in marks:
        if mark.name in ("skip", "skipif", "xfail"):
            end_fault("the test has the mark %s, and what is to be said of it is not known" % mark.name)
        if mark.name == "usefixtures":
            end_fault("the mark usefixtures is not supported")
        if mark.name == "parametrize":
            sets.append(list(parameters_of(mark)))
    for chosen in itertools.product(*sets):
        given = {}
        for each in chosen:
            given.update(each)
        run_once(function, given, owner)


def parameters_of(mark):
    """Each set of values of one parametrize, by name."""
    names, values = mark.arguments[0], mark.arguments[1] if len(mark.arguments) > 1 else mark.named["argvalues"]
    if mark.named.get("indirect"):
        end_fault("parametrize with indirect is not supported")
    names = [name.strip() for name in names.split(",") if name.strip()] if isinstance(names, str) else list(names)
    for each in values:
        if isinstance(each, Parameters):
            if each.marks:
                end_fault("a parameter with a mark is not supported")
            found = each.values
        else:
            found = (each,) if len(names) == 1 else tuple(each)
        if len(found) != len(names):
            end_fault("parametrize has %d names and %d values" % (len(names), len(found)))
        yield dict(zip(names, found))  # noqa: B905


def run_once(function, given, owner):
    made, endings = {}, []

    def make(name):
        if name in given:
            return given[name]
        if name not in made:
            if name not in FIXTURES:
                end_fault("the test asks for the fixture %s, which is not supported" % name)
            source = FIXTURES[name][0]
            wanted = [each for each in inspect.signature(source).parameters if each != "self"]
            found = source(
                *([owner] if "self" in inspect.signature(source).parameters else []),
                **{each: make(each) for each in wanted},
            )
            if inspect.isgenerator(found):
                endings.append(found)
                found = next(found)
            made[name] = found
        return made[name]

    for name, (_, is_always) in list(FIXTURES.items()):
        if is_always:
            make(name)
    wanted = {
        name: make(name)
        for name, each in inspect.signature(function).parameters.items()
        if each.default is each.empty and each.kind in (each.POSITIONAL_OR_KEYWORD, each.KEYWORD_ONLY)
    }
    function(**{**wanted, **given})
    for each in reversed(endings):
        next(each, None)

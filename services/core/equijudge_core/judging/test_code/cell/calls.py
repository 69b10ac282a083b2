"""In the tests' cell: calls of the candidate's functions, with what goes over, what comes back, and what changes.

Values that come over are of Python's own classes, made here. Nothing that a candidate defines compares them.
"""

from __future__ import annotations

import builtins

from equijudge_core.judging.calls.harness import Unwritten, no_value
from equijudge_core.judging.test_code.cell.line import (
    HARMLESS,
    MOST_ELEMENTS,
    SAYS,
    State,
    end_fault,
    end_raised,
    end_wrong,
    last_call,
    show,
)
from equijudge_core.judging.test_code.cell.values import MOST_CLASSES, FarReader, FarWriter

# --- in the cell
FUNCTIONS = []  # of the test, that the candidate was given


def answer_call(asked):
    """Call a function of the test's for the candidate."""
    try:
        _, _, number, arguments, named = asked
        function = FUNCTIONS[number]
        arguments, named = read(arguments), {str(name): read(each) for name, each in named.items()}
    except Exception:
        end_wrong("the program calls what there is not")
    try:
        told = [0, "v", Objects().write(function(*arguments, **named))]
    except Unwritten as reason:
        end_fault("a function of the test gives the program " + what_is(reason))
    except Exception as error:
        name = next(each.__name__ for each in type(error).__mro__ if vars(builtins).get(each.__name__) is each)
        told = [0, "e", name, str(error)[:2000]]
    return told


State.answer = answer_call


class Objects(FarWriter):
    """Writes what a test passes."""

    def write_iterator(self, value, depth):
        return self.write_object(value, type(value))

    def write_object(self, value, kind):
        if "_far_node" in vars(kind):
            return kind._far_node(value)
        if isinstance(value, type) and issubclass(value, BaseException) and hasattr(value, "_far_path"):
            return {"E": value._far_path}
        if kind in (type(show), type(lambda: 0)) or (callable(value) and isinstance(value, type(len))):
            FUNCTIONS.append(value)
            return {"F": len(FUNCTIONS) - 1}
        if hasattr(kind, "__next__"):
            return self.write_finite(value)
        if callable(value) and kind.__module__ == "functools":
            FUNCTIONS.append(value)
            return {"F": len(FUNCTIONS) - 1}
        raise no_value(value)

    def write_finite(self, value):
        found = []
        for each in value:
            found.append(each)
            if len(found) > MOST_ELEMENTS:
                end_fault("the test passes an iterator of more than %d elements" % MOST_ELEMENTS)
        return {"g": self.write_all(found, 1)}


class Values(FarReader):
    """Reads what a candidate gives."""

    is_asked = False

    def read_object(self, held):
        number, name, is_function = held
        return State.make_thing(int(number), str(name), bool(is_function), self.is_asked)

    def read_far_iterator(self, held):
        number, is_generator = held
        return State.make_iterator(int(number), bool(is_generator))

    def read_own(self, held):
        found = super().read_own(held)
        if not isinstance(found, type) and held not in HARMLESS:
            raise ValueError(held)
        return found

    def read_entry(self, held):
        raise ValueError("no value")

    read_function = read_entry


State.reader = Values


def read(node, held=None):
    """A value that came over; whatever is none ends the test."""
    try:
        return Values(held).read(node)
    except Exception:
        end_wrong("the program says what is no value")


def what_is(reason):
    said = reason.args[0].decode("ascii", "replace")
    return SAYS.get(said) or "a %s, which does not go from one process to another" % said[1:]


def call(target, arguments, named, words, is_asked=False):
    """Have the candidate call something; give what it gives, raise what it raises."""
    writer = Objects(numbers=True)
    try:
        given = [writer.write(each) for each in arguments]
        by_name = {name: writer.write(each) for name, each in named.items()}
    except Unwritten as reason:
        end_fault("the test passes " + what_is(reason))
    State.last = words, given + list(by_name.values()), ""
    said = State.line.ask("call", target, given, by_name)
    try:
        if said[0] == "u":
            end_wrong("%s gave %s" % (last_call(), SAYS.get(said[1], "what is no value")))
        if said[0] == "e":
            error = make_error(*said[1:6])
            changes = said[6]
        else:
            _, node, changes = said
            reader = Values(dict(enumerate(writer.held)))
            reader.is_asked = is_asked
            result, error = reader.read(node), None
        change(writer.held, changes)
    except Exception:
        end_wrong("the program says what is no value")
    if error is not None:
        State.last = (*State.last[:2], " raised " + type(error).__name__)
        if isinstance(error, StopIteration) and words != "next":
            end_raised(error)  # else it would end a loop of the test's that calls, such as map()
        raise error
    State.last = (*State.last[:2], " gave " + show(result))
    return result


def change(held, changes):
    """Do to the test's own things what the candidate has done to its copies."""
    for number, node in changes:
        reader = Values(dict(enumerate(held)))
        reader.fill(held[number], node)


# --- exceptions
ERRORS = {}


def error_class(names, path=None):
    """A class like the candidate's: of its name, and made from the one of Python's own that its was made from."""
    names = tuple(map(str, names))
    own = [vars(builtins).get(name) for name in names]
    found = [each for each in own if isinstance(each, type) and issubclass(each, BaseException)]
    base = found[0] if found else Exception
    if base is own[0] and path is None:
        return base
    if names not in ERRORS:
        if len(ERRORS) >= MOST_CLASSES:
            return base
        above = error_class(names[1:]) if len(names) > 1 and own[0] is None else base
        ERRORS[names] = type(names[0], (above,), {"__module__": "solution"})
    if path is not None:
        ERRORS[names]._far_path = path
    return ERRORS[names]


def make_error(key, names, message, arguments, fields):
    """The exception of a call, which says whose it is."""
    kind = error_class(names)
    given = read(arguments) if arguments is not None else (str(message),)
    error = kind.__new__(kind, *given)
    try:
        error.__init__(*given)
    except TypeError:  # one of Python's own that wants more
        pass
    error.args = given
    vars(error).update({} if fields is None else {str(name): each for name, each in read(fields).items()})
    if str(error) != message:
        told = type(kind.__name__, (kind,), {"__str__": lambda self: str(message), "__module__": "solution"})
        error = told.__new__(told, *given)
        error.args = given
    error._far_key = int(key)
    return error

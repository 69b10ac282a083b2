"""In the tests' cell: what stands for a candidate's functions, objects, iterators and exceptions.

What is trusted and what not:
1. Values that come over are of Python's own classes, made here. Nothing that a candidate defines compares them.
2. An object of a class of the candidate's is what its class says, so no test may rest on what it says of values that
   the test brings: it is equal to itself alone, and is asked neither for an order nor for sums, nor what it has. One
   that a test made by calling a name with a capital letter, and at which it looks, is asked, but for equality.
3. Two objects that a test made itself and compares: nobody but the candidate could say. That is the problem's fault.
"""

from __future__ import annotations

from equijudge_core.judging.test_code.cell.calls import Values, call, error_class, make_error
from equijudge_core.judging.test_code.cell.line import (
    MOST_CHUNK,
    MOST_ELEMENTS,
    SAYS,
    State,
    end_fault,
    end_wrong,
    last_call,
)

# --- in the cell
# Of methods of Python's own values, those that a test asks what it would know: only a value may answer.
QUESTIONS = {
    *("startswith", "endswith", "count", "index", "find", "rfind", "rindex", "get", "isdisjoint", "issubset"),
    *("issuperset", "is_integer", "conjugate", "most_common", "difference", "intersection", "union", "copy"),
    *("symmetric_difference", "replace", "split", "join", "strip", "equals", "format", "removeprefix", "removesuffix"),
}


# --- functions and objects
class Entry:
    """Something of the candidate's that has a name."""

    def __init__(self, path, is_class):
        vars(self).update(_path=path, _is_class=is_class, __name__=path.rpartition(".")[2], __doc__=None)

    def __call__(self, *arguments, **named):
        path = path_of(self)
        asked = self._is_class and path.lstrip("_")[:1].isupper() and path.rpartition(".")[2] in State.classes
        return call({"E": path}, arguments, named, path, is_asked=asked)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            end_fault("the test looks inside %s: %s" % (path_of(self), name))
        return make_entry(path_of(self) + "." + name)

    def __instancecheck__(self, value):
        if not isinstance(value, Thing):
            return False
        return bool(call({"B": "isinstance"}, (value, self), {}, "isinstance"))

    def __get__(self, instance, owner=None):
        return self  # a stand-in in the body of a test's class is no method of it

    def __repr__(self):
        return path_of(self)

    def _far_node(self):
        return {"E": path_of(self)}


def path_of(entry):
    return vars(entry)["_path"]


def make_entry(path):
    """What stands for something that has a name: a plain value is that value."""
    said = State.line.ask("kind", path)
    State.last = path, None, ""
    try:
        _, kind, about = said
        if kind == "exception":
            return error_class(about, path)
        if kind == "value":
            return Values().read(about)
    except Exception:
        end_wrong("the program says what is no value")
    return Entry(path, kind == "class")


class Thing:
    """An object of the candidate's; see the rules of the module."""

    def __init__(self, number, name, is_function, is_asked):
        vars(self).update(_far=(number, name, is_function, is_asked))

    def __getattr__(self, name):
        return ask(self, "getattr", (self, name), of=name)

    def __setattr__(self, name, value):
        ask(self, "setattr", (self, name, value), brings=True)

    def __call__(self, *arguments, **named):
        _, name, is_function, is_asked = vars(self)["_far"]
        of = vars(self).get("_of")
        if not is_asked and (arguments or named) and (not is_function or of in QUESTIONS or is_dunder(of)):
            refuse_to_believe(self, of or "a call")
        return call({"o": number_of_thing(self)}, arguments, named, of or name)

    def __eq__(self, other):
        if other is self or not isinstance(other, Thing):
            return other is self
        if number_of_thing(other) == number_of_thing(self):
            return True
        if vars(self)["_far"][3] or vars(other)["_far"][3]:
            says = "the test compares two objects of class %s: only the program could say whether they are equal"
            end_fault(says % vars(self)["_far"][1])
        return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(number_of_thing(self))

    def __bool__(self):
        return bool(ask(self, "bool", (self,)))

    def __str__(self):
        return str_of(self, "str")

    def __repr__(self):
        if State.line is None:
            return "<%s>" % vars(self)["_far"][1]
        return str_of(self, "repr")

    def __iter__(self):
        found = ask(self, "iter", (self,))
        return found if isinstance(found, Thing) else iter(found)

    def __len__(self):
        return ask(self, "len", (self,))

    def __getitem__(self, key):
        return ask(self, "getitem", (self, key))


def is_dunder(name):
    return name is not None and name.startswith("__")


def number_of_thing(thing):
    return vars(thing)["_far"][0]


def str_of(thing, how):
    return str(ask(thing, how, (thing,)))


def far_node(thing):
    return {"o": number_of_thing(thing)}


class Nameless(Thing):
    """One whose class has no name that a class may have."""

    _far_node = far_node


def make_thing(number, name, is_function, is_asked):
    own = {"__module__": "solution", "_far_node": far_node}
    kind = type(name, (Thing,), own) if name.isidentifier() else Nameless
    return kind(number, name, is_function, is_asked)


def ask(thing, what, arguments, brings=False, of=None):
    """Ask an object for something. brings: whether it is told of a value of the test's."""
    if brings and not vars(thing)["_far"][3]:
        refuse_to_believe(thing, what)
    found = call({"B": what}, arguments, {}, what)
    if of is not None and isinstance(found, Thing):
        asked = vars(thing)["_far"][3]
        number, name, is_function, _ = vars(found)["_far"]
        vars(found).update(_far=(number, name, is_function, asked and is_function), _of=of)
    return found


def refuse_to_believe(thing, what):
    name = vars(thing)["_far"][1]
    end_wrong("%s: an object of class %s is not believed when it is asked for %s" % (last_call(), name, what))


ORDER = ("lt", "le", "gt", "ge", "contains", "lshift", "rshift", "setitem", "delitem", "iadd", "isub", "imul")
SUMS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor")
ALONE = ("abs", "int", "float", "complex", "round", "next")


def _add_operators():
    def make(name, brings=True):
        return lambda self, *given: ask(self, name, (self, *given), brings)

    def make_turned(name):
        return lambda self, other: ask(self, name, (other, self), brings=True)

    for name in (*ORDER, *SUMS):
        setattr(Thing, "__%s__" % name.strip("_"), make(name))
    for name in SUMS:
        setattr(Thing, "__r%s__" % name.strip("_"), make_turned(name))
    for name in ALONE:
        setattr(Thing, "__%s__" % name, make(name, brings=False))
    Thing.__hash__ = lambda self: hash(number_of_thing(self))
    Thing.__enter__ = lambda self: self.__getattr__("__enter__")()
    Thing.__exit__ = lambda self, *ending: self.__getattr__("__exit__")(None, None, None)


_add_operators()


# --- iterators
class FarIterator:
    """Elements that the candidate gives one after the other; each time twice as many as before."""

    def __init__(self, number):
        self.number, self.chunk, self.found, self.ending, self.taken = number, 1, [], None, 0

    def __iter__(self):
        return self

    def __next__(self):
        if not self.found:
            self.refill()
        self.taken += 1
        if self.taken > MOST_ELEMENTS:
            end_wrong("the program gives an iterator of more than %d elements" % MOST_ELEMENTS)
        return self.found.pop()

    def refill(self):
        if self.ending is None:
            said = State.line.ask("next", self.number, self.chunk)
            self.chunk = min(2 * self.chunk, MOST_CHUNK)
            try:
                _, nodes, *ending = said
                self.found = [Values().read(each) for each in reversed(nodes)]
                self.ending = None if ending == ["more"] else ending
            except Exception:
                end_wrong("the program says what is no value")
            if self.found:
                return
        if self.ending is None:
            end_wrong("the program gives no elements")
        if self.ending[0] == "error":
            try:
                error = make_error(*self.ending[1][:5])
            except Exception:
                end_wrong("the program says what is no value")
            self.ending = ["end"]
            raise error
        if self.ending[0] == "unwritten":
            end_wrong("an iterator gave " + SAYS.get(self.ending[1], "what is no value"))
        raise StopIteration


def generate(far):
    yield from far


def make_iterator(number, is_generator):
    far = FarIterator(number)
    return generate(far) if is_generator else far


State.make_thing, State.make_iterator = make_thing, make_iterator

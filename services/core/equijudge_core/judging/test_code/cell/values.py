"""Values that go over and back in calls: the encoding of judging/calls/harness.py, and these beside it:

&  [n, value] a list, dict or other thing that may change, with a number    @  the thing of that number
o  [n, name of its class, whether it is a function] an object of the candidate's; n alone on the way back
G  [n, whether it is a generator] something of the candidate's that is iterated over     F  a function of the test's
E  a path of names in the candidate     B  a name of Python's own     R  parts of a range    y  a bytearray in hex
n  [name, fields, values] of a named tuple   K  [name, dictionary, factory] a Counter, OrderedDict, defaultdict
T  [name, parts] of module datetime    V  [which view, elements] of a dictionary    Z  NotImplemented or Ellipsis
"""

from __future__ import annotations

import builtins
import collections
import operator
import sys

from equijudge_core.judging.calls.harness import NUMBERS, Writer, no_value, read_exact

# --- in the cell
CHANGE = (list, dict, set, collections.deque, bytearray, collections.Counter, collections.OrderedDict)
CHANGE += (collections.defaultdict,)
KEEPERS = {kind.__name__: kind for kind in CHANGE[-3:]}
VIEW_NAMES = {type({}.keys()): "keys", type({}.values()): "values", type({}.items()): "items"}
TIMES = {
    "date": ("year", "month", "day"),
    "time": ("hour", "minute", "second", "microsecond"),
    "datetime": ("year", "month", "day", "hour", "minute", "second", "microsecond"),
    "timedelta": ("days", "seconds", "microseconds"),
}
SINGLE = {"NotImplemented": NotImplemented, "Ellipsis": Ellipsis}
MOST_CLASSES = 100  # of named tuples, and of exceptions


class FarWriter(Writer):
    """Writes values for the other side. numbers: whether what may change gets a number."""

    def __init__(self, numbers=False, known=()):
        super().__init__()
        self.numbers = numbers
        self.held = list(known)
        self.known = {id(each): number for number, each in enumerate(self.held)}

    def write(self, value, depth=0):
        kind = type(value)
        if kind in CHANGE:
            number = self.known.get(id(value))
            if number is not None:
                return {"@": number}
            if self.numbers:
                number = self.known[id(value)] = len(self.held)
                self.held.append(value)
                return {"&": [number, self.write_content(value, depth)]}
        return self.write_content(value, depth)

    def write_content(self, value, depth=0):
        """The thing itself, whether or not it has a number."""
        kind = type(value)
        if kind is range:
            return {"R": [self.write(each) for each in (value.start, value.stop, value.step)]}
        if kind is bytearray:
            return {"y": value.hex()}
        if kind.__name__ in KEEPERS and kind is KEEPERS[kind.__name__]:
            factory = getattr(value, "default_factory", None)
            own = factory.__name__ if factory is not None and is_pythons_own(factory) else None
            return {"K": [kind.__name__, self.write_dict(value, depth + 1), own]}
        if kind in VIEW_NAMES:
            return {"V": [VIEW_NAMES[kind], self.write_all(list(value), depth + 1)]}
        if kind is not tuple and issubclass(kind, tuple):
            return self.write_named(value, kind, depth + 1)
        return super().write(value, depth)

    def write_named(self, value, kind, depth):
        values, fields = list(tuple.__iter__(value)), vars(kind).get("_fields")
        if type(fields) is not tuple or len(fields) != len(values) or not all(type(each) is str for each in fields):
            return {"t": self.write_all(values, depth)}
        return {"n": [class_name(kind), list(fields), self.write_all(values, depth)]}

    def write_other(self, value, kind, depth):
        for name, single in SINGLE.items():
            if value is single:
                return {"Z": name}
        times = sys.modules.get("datetime")
        for name, parts in TIMES.items() if times is not None else ():
            if (
                kind is getattr(times, name)
                and getattr(value, "tzinfo", None) is None
                and not getattr(value, "fold", 0)
            ):
                return {"T": [name, [getattr(value, part) for part in parts]]}
        if is_pythons_own(value):
            return {"B": value.__name__}
        for module, name in NUMBERS.items():
            loaded = sys.modules.get(module[1:])
            kinds = loaded and ((getattr(loaded, name),) if name else (loaded.generic, loaded.ndarray))
            if kinds and isinstance(value, kinds):
                return super().write_other(value, kind, depth)
        return self.write_object(value, kind)

    def write_object(self, value, kind):
        raise no_value(value)


def is_pythons_own(value):
    """Whether it is a class or a function that is always there under its name."""
    if isinstance(value, type):
        return type(value) is type and vars(builtins).get(class_name(value)) is value
    return type(value) is type(len) and vars(builtins).get(value.__name__) is value


def class_name(kind):
    """Its own name, whatever its class says."""
    return type.__dict__["__name__"].__get__(kind)[:MOST_NAME]


MOST_NAME = 100


class FarReader:
    """Reads what the other side wrote. held: things with a number, by it."""

    def __init__(self, held=None):
        self.held = {} if held is None else held

    def read(self, node):
        if type(node) is list:
            return [each if type(each) is not list and type(each) is not dict else self.read(each) for each in node]
        if type(node) is not dict:
            return node
        ((tag, held),) = node.items()
        return getattr(self, NAMES[tag])(held)

    def read_numbered(self, held):
        number, node = held
        made = self.held[number] = self.make_empty(node)
        self.fill(made, node)
        return made

    def make_empty(self, node):
        if type(node) is list:
            return []
        ((tag, held),) = node.items()
        if tag == "K":
            return make_keeper(held)
        return {"d": dict, "s": set, "q": collections.deque, "y": bytearray}[tag]()

    def fill(self, made, node):
        """Have a thing that may change hold what is written."""
        found = self.read(node)
        if type(found) is not type(made):
            raise ValueError("another kind")
        made.clear()
        (made.extend if type(made) in (list, collections.deque, bytearray) else made.update)(found)

    def read_known(self, held):
        return self.held[held]

    def read_integer(self, held):
        return int(held, 16)

    def read_float(self, held):
        return float(held)

    def read_bytes(self, held):
        return bytes.fromhex(held)

    def read_bytearray(self, held):
        return bytearray.fromhex(held)

    def read_tuple(self, held):
        return tuple(self.read(held))

    def read_set(self, held):
        return set(self.read(held))

    def read_frozenset(self, held):
        return frozenset(self.read(held))

    def read_deque(self, held):
        return collections.deque(self.read(held))

    def read_iterator(self, held):
        return iter(self.read(held))

    def read_dict(self, held):
        return {self.read(key): self.read(value) for key, value in held}

    def read_complex(self, held):
        return complex(*self.read(held))

    def read_fraction(self, held):
        return read_exact("Fraction")(*self.read(held))

    def read_decimal(self, held):
        return read_exact("Decimal")(held)

    def read_range(self, held):
        return range(*self.read(held))

    def read_keeper(self, held):
        made = make_keeper(held)
        made.update(self.read(held[1]))
        return made

    def read_view(self, held):
        name, elements = held[0], self.read(held[1])
        if name == "keys":
            return dict.fromkeys(elements).keys()
        return dict(enumerate(elements)).values() if name == "values" else dict(elements).items()

    def read_named(self, held):
        name, fields, values = held
        return tuple.__new__(named_tuple(name, tuple(fields)), self.read(values))

    def read_time(self, held):
        name, parts = held
        if name not in TIMES:
            raise ValueError(name)
        return getattr(__import__("datetime"), name)(*parts)

    def read_single(self, held):
        return SINGLE[held]

    def read_own(self, held):
        found = vars(builtins).get(held) or vars(operator)[held]
        if not callable(found):
            raise ValueError(held)
        return found


def make_keeper(held):
    """An empty one."""
    factory = vars(builtins)[held[2]] if held[2] is not None else None
    if factory is not None and not isinstance(factory, type):
        raise ValueError(held[2])
    return KEEPERS[held[0]](factory) if held[0] == "defaultdict" else KEEPERS[held[0]]()


NAMED = {}


def named_tuple(name, fields):
    if (name, fields) not in NAMED:
        if len(NAMED) >= MOST_CLASSES:
            return tuple
        NAMED[name, fields] = collections.namedtuple(name, fields)
    return NAMED[name, fields]


NAMES = {
    "&": "read_numbered",
    "@": "read_known",
    "i": "read_integer",
    "f": "read_float",
    "b": "read_bytes",
    "y": "read_bytearray",
    "t": "read_tuple",
    "s": "read_set",
    "z": "read_frozenset",
    "q": "read_deque",
    "g": "read_iterator",
    "d": "read_dict",
    "c": "read_complex",
    "r": "read_fraction",
    "D": "read_decimal",
    "R": "read_range",
    "K": "read_keeper",
    "V": "read_view",
    "n": "read_named",
    "T": "read_time",
    "Z": "read_single",
    "B": "read_own",
    "o": "read_object",
    "G": "read_far_iterator",
    "F": "read_function",
    "E": "read_entry",
}

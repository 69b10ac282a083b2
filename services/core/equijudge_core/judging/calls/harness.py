"""Lies in a cell as main.py, before a candidate: calls what it is told, and leaves what comes back in a file.

`main(target)` stands behind it, and all that a candidate brings lies in another file; so the candidate is a module with
a name of its own, whose `if __name__ == "__main__"` does nothing. What is expected is nowhere here: a candidate that
takes all of this over has its own answer to give, and no other.

The file that is left holds one letter and what belongs to it:
    v  the value, in the typed encoding     n  there is no function of that name
    t  the name of a type that is no value  c  a value that holds itself      d  one too deep       m  one too large
The typed encoding is JSON: None, bool, str, finite floats, lists, and integers of 62 bits as JSON has them, else an
object with one key: i, b hex digits; f nan, inf, -inf; t tuple, s set, z frozenset, q deque, g iterator; d pairs of a
dictionary; c parts of a complex; r numerator and denominator; D a number's text. Plain Python 3.8, as PyPy may be.
"""

from __future__ import annotations

import builtins
import collections
import itertools
import json
import math
import os
import sys
from collections.abc import Callable

ARGUMENTS, SOLUTION, ANSWER = "arguments.json", "solution.py", "answer"
DEEPEST, MOST_NODES, MOST_TYPE_NAME = 200, 4_000_000, 100
LARGEST = 1 << 62
PLAIN = {int, str, bool, type(None)}
SIMPLE = PLAIN | {float}
OWN_FRAMES = 4  # that stand above the candidate's
# Modules that are loaded only where a candidate does; the sign keeps the cell from loading them for their names' sake.
NUMBERS = {"_numpy": "", "_decimal": "Decimal", "_fractions": "Fraction"}


class Unwritten(Exception):
    """A value that is not written, and why, as the file says it."""


class ListNode:
    """As LeetCode has it."""

    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


class TreeNode:
    """As LeetCode has it."""

    def __init__(self, val=0, left=None, right=None):
        self.val, self.left, self.right = val, left, right


NODES = {"ListNode": ListNode, "TreeNode": TreeNode}


def main(target):
    """Load the candidate, call it, write the answer, and end the process: nothing that is left of it has a say."""
    answer = os.path.join(os.getcwd(), ANSWER)
    os.dup2(2, 1)  # what is printed is shown with what is said on stderr
    encode, flush = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode, sys.stdout.flush
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    with open(ARGUMENTS, "rb") as file:
        given = json.loads(file.read().decode("utf-8", "surrogatepass"))
    module = load(target)
    function = find(module, target)
    if function is None:
        leave(answer, b"n", flush)
    arguments, named = read_arguments(given, target, vars(module))
    result = function(*arguments, **named)
    try:
        if target["in_place"] is not None:
            place = target["in_place"]
            result = (list(arguments) + list(named.values()))[place]
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 10 * DEEPEST))
        told = b"v" + encode(Writer().write_kind(result, target["returns"])).encode("ascii")
    except Unwritten as reason:
        told = reason.args[0]
    leave(answer, told, flush)


def leave(answer, told, flush):
    """Write the file, then let go of what was printed, then end."""
    descriptor = os.open(answer, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    view = memoryview(told)
    while view:
        view = view[os.write(descriptor, view) :]
    os.close(descriptor)
    try:
        flush()
    finally:
        os._exit(0)


# --- the candidate
def load(target):
    """The candidate as a module, with what a prelude gives it where it finds Python's own names."""
    with open(SOLUTION, "rb") as file:
        source = file.read()
    code = compile(source, os.path.join(os.getcwd(), SOLUTION), "exec", dont_inherit=True)
    module = type(sys)("solution")
    vars(module).update({"__file__": code.co_filename, "__builtins__": builtins})
    sys.modules["solution"] = module
    provide(target)
    sys.setrecursionlimit(sys.getrecursionlimit() + OWN_FRAMES)
    exec(code, vars(module))
    return module


def provide(target):
    """Define what the candidate finds without having defined it, beside Python's own names and none of them: PyPy knows
    no builtins of a single module. Nothing of it is taken for what the candidate defines: see find."""
    space: dict[str, object] = {}
    exec(target["prelude"], space)
    space.update((name, NODES[name]) for name in NODES for kind in target["kinds"] if name in kind)
    known = vars(builtins)
    known.update({name: value for name, value in space.items() if name not in known and name[:2] != "__"})


def find(module, target):
    """What is called; None where there is nothing of that name."""
    own, name = vars(module), target["name"]
    owner = own.get(target["class_name"])
    found = own.get(name)
    if isinstance(owner, type) and (hasattr(owner, name) or not callable(found)):
        found = getattr(owner(), name, None)
    return found if callable(found) else None


# --- from JSON to arguments
def read_arguments(given, target, own):
    """(positional, by name) arguments for the call."""
    kinds = target["arguments"]
    classes = {name: own[name] if isinstance(own.get(name), type) else kind for name, kind in NODES.items()}
    positional = given if isinstance(given, list) else list(given.values())
    kinds = list(kinds) + ["value"] * (len(positional) - len(kinds))
    read = [read_kind(value, kind, target, classes) for value, kind in zip(positional, kinds)]  # noqa: B905
    return (read, {}) if isinstance(given, list) else ([], dict(zip(given, read)))  # noqa: B905


def read_kind(value, kind, target, classes):
    if kind == "value":
        value = read_typed(value) if target["typed"] else value
        return with_integer_keys(value) if target["integer_keys"] else value
    if kind.endswith("[]"):
        return [read_kind(each, kind[:-2], target, classes) for each in value]
    return READERS[kind](value, classes[kind])


def with_integer_keys(value):
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        return value
    digits = [key[1:] if key[:1] in "+-" else key for key in value]
    if not all(each.isascii() and each.isdigit() and len(each) <= 18 for each in digits):
        return value
    return {int(key): each for key, each in value.items()}


def make_node(kind, value, links):
    """A node of a class that may be the candidate's own."""
    try:
        node = kind(value)
    except TypeError:
        node = kind.__new__(kind)
    node.val = value
    for link in links:
        setattr(node, link, None)
    return node


def read_list(values, kind):
    first = last = None
    for value in values or ():
        node = make_node(kind, value, ("next",))
        if last is None:
            first = node
        else:
            last.next = node
        last = node
    return first


def read_tree(values, kind):
    if not values or values[0] is None:
        return None
    root = make_node(kind, values[0], ("left", "right"))
    level, rest = [root], iter(values[1:])
    for node in level:
        for link in ("left", "right"):
            value = next(rest, None)
            if value is not None:
                child = make_node(kind, value, ("left", "right"))
                setattr(node, link, child)
                level.append(child)
    return root


READERS = {"ListNode": read_list, "TreeNode": read_tree}


def read_typed(node):
    """The value that is written so."""
    if isinstance(node, list):
        return [read_typed(each) for each in node]
    if not isinstance(node, dict):
        return node
    ((tag, held),) = node.items()
    return TYPED[tag](held)


def read_exact(name):
    """A type of a module that is loaded only where it is used."""
    module = next(each for each, kind in NUMBERS.items() if kind == name)[1:]
    return getattr(__import__(module), name)


TYPED: dict[str, Callable[..., object]] = {
    "i": lambda held: int(held, 16),
    "f": float,
    "b": bytes.fromhex,
    "t": lambda held: tuple(map(read_typed, held)),
    "s": lambda held: set(map(read_typed, held)),
    "z": lambda held: frozenset(map(read_typed, held)),
    "q": lambda held: collections.deque(map(read_typed, held)),
    "g": lambda held: iter(list(map(read_typed, held))),
    "d": lambda held: {read_typed(key): read_typed(value) for key, value in held},
    "c": lambda held: complex(*map(read_typed, held)),
    "r": lambda held: read_exact("Fraction")(*map(read_typed, held)),
    "D": lambda held: read_exact("Decimal")(held),
}


# --- from values to JSON. What a value says of itself is not asked: its class and what that was made from decide.
ITERATORS = ("builtins", "itertools", "collections")
VIEWS: tuple[type, ...] = (range, type({}.keys()), type({}.values()), type({}.items()))


class Writer:
    """Writes one value, of at most so many nodes."""

    def __init__(self):
        self.left = MOST_NODES
        self.above = set()  # of what is being written now

    def write_kind(self, value, kind):
        """A value that must be of this kind."""
        if kind == "value":
            return self.write(value, 0)
        if kind.endswith("[]"):
            if not isinstance(value, (list, tuple)):
                raise no_value(value)
            return [self.write_kind(each, kind[:-2]) for each in self.take(value)]
        return self.write_list(value) if kind == "ListNode" else self.write_tree(value)

    def write_list(self, node):
        found, seen = [], set()
        while node is not None:
            if id(node) in seen:
                raise Unwritten(b"c")
            seen.add(id(node))
            self.take((node,))
            found.append(self.write(field_of(node, "val"), 1))
            node = field_of(node, "next")
        return found

    def write_tree(self, root):
        """Level by level, without the missing children at the end."""
        found: list[object] = []
        level, seen = [root], set()
        for node in level:
            if node is None:
                found.append(None)
                continue
            if id(node) in seen:
                raise Unwritten(b"c")
            seen.add(id(node))
            self.take((node,))
            found.append(self.write(field_of(node, "val"), 1))
            level += (field_of(node, "left"), field_of(node, "right"))
        while found and found[-1] is None:
            found.pop()
        return found

    def take(self, values):
        """The values, when there is room for them."""
        self.left -= len(values)
        if self.left < 0:
            raise Unwritten(b"m")
        return values

    def write(self, value, depth):
        kind = type(value)
        if kind in PLAIN:
            return value if kind is not int or -LARGEST < value < LARGEST else {"i": hex(value)}
        if kind is float:
            return value if value - value == 0 else {"f": repr(value)}
        if depth > DEEPEST:
            raise Unwritten(b"d")
        if id(value) in self.above:
            raise Unwritten(b"c")
        self.above.add(id(value))
        try:
            for base in type.mro(kind) if kind is not type else ():
                if base in WRITERS:
                    return WRITERS[base](self, value, depth + 1)
            return self.write_other(value, kind, depth + 1)
        finally:
            self.above.discard(id(value))

    def write_all(self, values, depth):
        """The elements, which are exactly of one of Python's own classes to hold them."""
        self.take(values)
        kinds = set(map(type, values))
        if kinds <= SIMPLE and are_plain(values, kinds):
            return values
        return [self.write(each, depth) for each in values]

    def write_dict(self, value, depth):
        pairs = self.take(list(dict.items(value)))
        return {"d": [[self.write(key, depth), self.write(each, depth)] for key, each in pairs]}

    def write_iterator(self, value, depth):
        """As far as there is room; one without an end comes to it."""
        values = list(itertools.islice(value, self.left + 1))
        return {"g": self.write_all(values, depth)}

    def write_other(self, value, kind, depth):
        for module, name in NUMBERS.items():
            loaded = sys.modules.get(module[1:])
            if loaded is None:
                continue
            if not name:
                if isinstance(value, (loaded.generic, loaded.ndarray)):
                    return self.write(value.tolist(), depth)
            elif isinstance(value, getattr(loaded, name)):
                if name == "Decimal":
                    return {"D": str(value)}
                return {"r": [self.write(int(value.numerator), depth), self.write(int(value.denominator), depth)]}
        if kind.__module__ in ITERATORS and (kind in VIEWS or hasattr(kind, "__next__")):
            return self.write_iterator(value, depth)
        raise no_value(value)


def are_plain(values, kinds):
    """Whether all numbers among these are written as JSON has them."""
    if float in kinds and not all(map(math.isfinite, [each for each in values if type(each) is float])):
        return False
    if int not in kinds:
        return True
    numbers = values if kinds <= {int, bool} else [each for each in values if type(each) is int]
    return min(numbers) > -LARGEST and max(numbers) < LARGEST


def field_of(node, name):
    try:
        return getattr(node, name)
    except AttributeError:
        raise no_value(node) from None


def no_value(value):
    name = type.__dict__["__name__"].__get__(type(value))
    return Unwritten(b"t" + name.encode("ascii", "backslashreplace")[:MOST_TYPE_NAME])


def write_bytes(writer, value, depth):
    return {"b": bytes(value).hex()}


WRITERS = {
    int: lambda self, value, depth: self.write(int.__add__(value, 0), depth),
    float: lambda self, value, depth: self.write(float.__pos__(value), depth),
    str: lambda self, value, depth: str.__add__(value, ""),
    list: lambda self, value, depth: self.write_all(list(list.__iter__(value)), depth),
    tuple: lambda self, value, depth: {"t": self.write_all(list(tuple.__iter__(value)), depth)},
    set: lambda self, value, depth: {"s": self.write_all(list(set.__iter__(value)), depth)},
    frozenset: lambda self, value, depth: {"z": self.write_all(list(frozenset.__iter__(value)), depth)},
    dict: Writer.write_dict,
    bytes: write_bytes,
    bytearray: write_bytes,
    complex: lambda self, value, depth: {"c": [self.write(part, depth) for part in (value.real, value.imag)]},
    collections.deque: lambda self, value, depth: {"q": self.write_all(list(value), depth)},
}

"""Counts what a program does while it runs. The text of this file goes into the cell, with a call of `run` after it.

An operation is one bytecode instruction, in whatever Python code runs. What C does in one instruction is charged by
its size: n for sums, copies, searches in lists and the like, n log n for sorting. What a charged function takes from
an iterator of unknown length is charged item by item. Not charged: long integers, regular expressions, texts added by
+, heaps and dictionaries (as one each).
"""

from __future__ import annotations

import ast
import builtins
import io
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import CodeType, FrameType, FunctionType
from typing import Any

MARK, MORE = "equijudge-growth", "more"
MOST = 3_000_000  # operations of one run
_FILE = "<program>"
_TOOL = 3  # of those that sys.monitoring leaves to anybody
_WHOLE = frozenset((
    "Counter", "all", "any", "bytes", "deque", "dict", "frozenset", "list", "max", "min", "set", "sorted", "sum",
    "tuple",
))  # fmt: skip
_METHODS = frozenset((
    "copy", "count", "difference", "endswith", "extend", "find", "index", "insert", "intersection", "issubset",
    "issuperset", "join", "remove", "replace", "reverse", "rfind", "sort", "split", "startswith",
    "symmetric_difference", "translate", "union", "update",
))  # fmt: skip
_SORTS = frozenset(("sorted", "sort"))
_FROM_MODULES = frozenset(("Counter", "deque"))
_SCANNED = (list, tuple, str, bytes, bytearray, deque)
_SIZED = (*_SCANNED, dict, set, frozenset)


class _Meter:
    """operations: so many up to now."""

    def __init__(self) -> None:
        self.operations = 0
        self._off: object = None

    def begin(self) -> None:
        """Count what is called from here on, in every thread that is started."""
        if sys.version_info >= (3, 12):  # there, a trace function may miss the instructions of a frame
            self._off = sys.monitoring.DISABLE
            sys.monitoring.use_tool_id(_TOOL, MARK)
            sys.monitoring.register_callback(_TOOL, sys.monitoring.events.INSTRUCTION, self._instruction)
            sys.monitoring.set_events(_TOOL, sys.monitoring.events.INSTRUCTION)
        else:
            threading.settrace(self._call)
            sys.settrace(self._call)

    def end(self) -> None:
        """Count no more."""
        if sys.version_info >= (3, 12):
            sys.monitoring.set_events(_TOOL, 0)
        else:
            sys.settrace(None)

    def _instruction(self, code: CodeType, _offset: int) -> Any:
        if not _counts(code):
            return self._off
        self._add(1)
        return None

    def _call(self, frame: FrameType, _event: str, _value: object) -> Any:
        if not _counts(frame.f_code):
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        return self._step

    def _step(self, _frame: FrameType, event: str, _value: object) -> Any:
        if event == "opcode":
            self._add(1)
        return self._step

    def charge_call(self, name: str, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """What the function gives, for its price."""
        if isinstance(function, FunctionType):  # the program's own, by that name
            return function(*given, **named)
        made = function(*map(self._watch, given), **named)
        self._charge(max(map(_length, (made, *given))), name in _SORTS)
        return made

    def charge_method(self, owner: Any, name: str, *given: Any, **named: Any) -> Any:
        """What the method gives, for its price."""
        if not isinstance(owner, _SIZED):
            return getattr(owner, name)(*given, **named)
        made = getattr(owner, name)(*map(self._watch, given), **named)
        self._charge(max(map(_length, (made, owner, *given))), name in _SORTS)
        return made

    def charge_scan(self, container: Any) -> Any:
        """The container, of which every item may be looked at."""
        self._charge(len(container) if isinstance(container, _SCANNED) else 0, False)
        return container

    def charge_copy(self, made: Any) -> Any:
        """What was made by copying."""
        self._charge(_length(made), False)
        return made

    def _charge(self, size: int, sorts: bool) -> None:
        self._add(size * max(1, size.bit_length()) if sorts else size)

    def _add(self, operations: int) -> None:
        self.operations += operations
        if self.operations > MOST:
            os.write(1, f"{MARK} {MORE}\n".encode())
            os._exit(0)

    def _watch(self, value: Any) -> Any:
        return self._each(value) if isinstance(value, Iterator | range) else value

    def _each(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._add(1)
            yield item


class _Priced(ast.NodeTransformer):
    """Has what C does at once pass by the meter."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node.func:
            case ast.Name(id=name) if name in _WHOLE:
                return _call("charge_call", ast.Constant(name), node.func, *node.args, keywords=node.keywords)
            case ast.Attribute(attr=name) if name in _FROM_MODULES:
                return _call("charge_call", ast.Constant(name), node.func, *node.args, keywords=node.keywords)
            case ast.Attribute(value=owner, attr=name) if name in _METHODS:
                return _call("charge_method", owner, ast.Constant(name), *node.args, keywords=node.keywords)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        node.comparators = [
            _call("charge_scan", right) if isinstance(operator, ast.In | ast.NotIn) else right
            for operator, right in zip(node.ops, node.comparators, strict=True)
        ]
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        sliced = isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load)
        return _call("charge_copy", node) if sliced else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        sides = (node.left, node.right)
        repeated = isinstance(node.op, ast.Mult) and any(isinstance(side, ast.List | ast.Tuple) for side in sides)
        return _call("charge_copy", node) if repeated else node


class _Nowhere(io.RawIOBase):
    """Takes everything, keeps nothing."""

    def writable(self) -> bool:
        return True

    def write(self, text: Any) -> int:
        return len(memoryview(text).cast("B"))


def _call(method: str, *given: ast.expr, keywords: list[ast.keyword] | None = None) -> ast.Call:
    function = ast.Attribute(ast.Name(_METER, ast.Load()), method, ast.Load())
    return ast.Call(function, list(given), keywords or [])


def _counts(code: CodeType) -> bool:
    """Neither the meter itself nor what an import runs."""
    name = code.co_filename
    return name == _FILE or not (name == _OWN or name.startswith("<frozen ") or code.co_name == "<module>")


def _length(value: Any) -> int:
    return len(value) if isinstance(value, _SIZED) else 1


_METER = "_equijudge_meter"
_OWN = _counts.__code__.co_filename


def run(source: str) -> None:
    """Runs the program as the main module, its standard output thrown away; then prints MARK and the operations.

    A program that takes more than MOST is ended, and MORE printed. Nothing is printed for a program that fails, or ends
    its process by itself.
    """
    tree = ast.fix_missing_locations(_Priced().visit(ast.parse(source)))
    meter = _Meter()
    names = {"__name__": "__main__", "__builtins__": builtins, _METER: meter}
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Nowhere()), "utf-8")
    code = compile(tree, _FILE, "exec", dont_inherit=True)
    meter.begin()
    try:
        exec(code, names)
    except SystemExit as end:
        if end.code not in (None, 0):
            raise
    finally:
        meter.end()
    os.write(1, f"{MARK} {meter.operations}\n".encode())

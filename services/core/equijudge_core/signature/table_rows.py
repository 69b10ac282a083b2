"""Rows of one table: which variables hold them, and which hold items of them."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, stores
from equijudge_core.signature.view import View, base


class Rows:
    """Which variables hold the same table at different times: `previous = current`."""

    def __init__(self, view: View) -> None:
        self._group: dict[str, str] = {}
        for node in view.program.all(ast.Assign):
            if view.program.loop_of[node] is None:
                continue
            for target, value in stores(node):
                one, other = key(target), row_of(value)
                if one and other and any(view.holds(target, kind) for kind in ("list", "dict", "set")):
                    self._join(one, other)

        for call in view.program.calls(".append"):
            one, other = key(call.func.value), row_of(call.args[0]) if call.args else None  # type: ignore[attr-defined]
            if one and other and view.program.loop_of[call] and view.holds(call.args[0], "list"):
                self._join(one, other)

    def of(self, name: str | None) -> str | None:
        """The group's representative."""
        while name in self._group:
            name = self._group[name]
        return name

    def _join(self, one: str, other: str) -> None:
        first, second = self.of(one), self.of(other)
        if first != second and first and second:
            self._group[second] = first


def row_of(value: ast.expr) -> str | None:
    """The row that an expression is: row, row[:], row[::-1], list(row), row.copy(), table[-1]."""
    if isinstance(value, ast.Subscript):
        cut = value.slice
        whole = isinstance(cut, ast.Slice) and cut.lower is None and cut.upper is None
        return key(value.value) if whole or number(cut) == -1 else None
    if call_name(value) in ("list", "dict") and value.args:  # type: ignore[attr-defined]
        return key(value.args[0])  # type: ignore[attr-defined]
    if call_name(value) == ".copy":
        return key(value.func.value)  # type: ignore[attr-defined]
    return key(value)


def items(loop: Loop | None, rows: Rows, group: str | None) -> dict[str, ast.Subscript | None]:
    """Variables that hold an item of a row of the group: with its place in `for i, x in enumerate(row)`, or zipped."""
    found: dict[str, ast.Subscript | None] = {}
    for by in [loop, *loop.around()] if loop is not None else []:
        walked, target = by.iterable, by.target
        if not isinstance(walked, ast.Call) or not isinstance(target, ast.Tuple):
            continue
        if call_name(walked) == "enumerate" and len(target.elts) == 2:
            row, item = walked.args[0], key(target.elts[1])
            if item and key(row) and rows.of(key(row)) == group:
                found[item] = ast.Subscript(row, target.elts[0], ast.Load())
        if call_name(walked) == "zip" and len(walked.args) == len(target.elts):
            for row, one in zip(walked.args, target.elts, strict=True):
                if (item := key(one)) and group is not None and rows.of(base(row)) == group:
                    found[item] = None
    return found

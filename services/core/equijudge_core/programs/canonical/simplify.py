"""One way to write what Python can write in many: after this, rules need one pattern each.

Away with: imports, docstrings, type hints, assertions, `__main__` guards, try (its body stays), with (becomes an
assignment), threads that only run main. `x = x + 1` becomes `x += 1`, `a > b` becomes `b < a`, constants stand on the
right of + and *, `while True: if c: break` becomes `while not c`, shifts by a constant and `& 1` become arithmetic.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from typing import Any

from equijudge_core.programs.canonical.block_transformer import Blocks
from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key, library_name

_NO_STATEMENTS = (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Pass, ast.Assert)
_HOUSEKEEPING = frozenset(
    {"sys.setrecursionlimit", "threading.stack_size", "sys.exit", "exit", "quit", "sys.stdout.flush", "os._exit"}
    | {"sys.set_int_max_str_digits", "gc.disable", "resource.setrlimit"}
)
_COMMUTATIVE = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)


def simplify(tree: ast.Module) -> ast.Module:
    """Rewrite a resolved tree, in place."""
    _Simplify().visit(tree)
    return tree


def unify_rows(tree: ast.Module) -> ast.Module:
    """Put places of tables in for the variables that hold their rows, in place."""
    rows = _rows(tree)
    return _Rows(rows).visit(tree) if rows else tree


class _Rows(ast.NodeTransformer):
    """`row[j]` as `table[i][j]` where `row = table[i]` is all that `row` ever is, or `for row in table`."""

    def __init__(self, rows: dict[str, ast.Subscript]) -> None:
        self.rows = rows

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id in self.rows:
            row = self.rows[node.value.id]
            node.value = ast.copy_location(ast.Subscript(row.value, row.slice, ast.Load()), node.value)
        return node


def _rows(tree: ast.Module) -> dict[str, ast.Subscript]:
    """Variables that only ever hold rows of one table, as places in it."""
    stored: Counter[str] = Counter()
    bound: Counter[str] = Counter()
    rows: dict[str, list[ast.Subscript]] = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            stored[node.id] += 1
        elif isinstance(node, ast.arg):
            stored[node.arg] += 1
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript) and (name := key(node.targets[0])):
            if key(node.value.value) not in (None, name) and not isinstance(node.value.slice, ast.Slice):
                rows[name].append(node.value)
                bound[name] += 1
        elif isinstance(node, ast.For) and key(node.iter) and (name := key(node.target)):
            rows[name].append(ast.copy_location(ast.Subscript(node.iter, node.target, ast.Load()), node))
            bound[name] += 1
    return {
        name: places[0] if len(places) == 1 else ast.Subscript(places[0].value, ast.Name(name, ast.Load()), ast.Load())
        for name, places in rows.items()
        if stored[name] == bound[name] and len({key(place.value) for place in places}) == 1
    }


class _Simplify(Blocks):
    def __init__(self) -> None:
        self.threads: set[str | None] = set()

    def block(self, block: list[ast.stmt]) -> list[ast.stmt]:
        return _unify_swaps([statement for statement in super().block(block) if not _says_nothing(statement)])

    def visit_If(self, node: ast.If) -> Any:
        if "__name__" in {name.id for name in ast.walk(node.test) if isinstance(name, ast.Name)}:
            return self.block(node.body)
        return self.generic_visit(node)

    def visit_Try(self, node: ast.Try) -> Any:
        return self.block([*node.body, *node.orelse, *node.finalbody])

    def visit_With(self, node: ast.With) -> Any:
        opened = [
            ast.copy_location(ast.Assign([item.optional_vars], item.context_expr), node)
            for item in node.items
            if item.optional_vars is not None
        ]
        return self.block([*opened, *node.body])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is None:
            return None
        return self.visit(ast.copy_location(ast.Assign([node.target], node.value), node))

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        plain = ast.FunctionDef(node.name, node.args, node.body, node.decorator_list)
        return self.visit_FunctionDef(ast.copy_location(plain, node))

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        if call_name(node.value) in (".start", ".join") and not node.value.args:  # type: ignore[attr-defined]
            thread = node.value.func.value  # type: ignore[attr-defined]
            if key(thread) in self.threads - {None}:
                return None
            node.value = thread if call_name(thread) == "threading.Thread" else node.value
        self.generic_visit(node)
        if call_name(node.value) in _HOUSEKEEPING and isinstance(node.value, ast.Call):  # sys.exit(main())
            node.value = next((one for one in node.value.args if isinstance(one, ast.Call)), node.value)
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        self.generic_visit(node)
        while len(node.body) > 1 and _only_breaks(node.body[0]):
            first = node.body.pop(0)
            assert isinstance(first, ast.If)
            going_on = ast.copy_location(ast.UnaryOp(ast.Not(), first.test), first)
            endless = isinstance(node.test, ast.Constant) and bool(node.test.value)
            node.test = going_on if endless else ast.copy_location(ast.BoolOp(ast.And(), [node.test, going_on]), first)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.stmt]:
        if call_name(node.value) == "threading.Thread":
            self.threads |= set(map(key, node.targets))
        self.generic_visit(node)
        if parts := _quotient_and_rest(node) or _one_by_one(node):
            return [self._plain_assignment(part) for part in parts]
        return self._plain_assignment(node)

    def _plain_assignment(self, node: ast.Assign) -> ast.stmt:
        target, value = node.targets[0], node.value
        if len(node.targets) == 1 and isinstance(target, ast.Name) and _all_but_last(value, target):  # a = a[:-1]
            pop = ast.Call(ast.Attribute(value.value, "pop", ast.Load()), [], [])  # type: ignore[attr-defined]
            return ast.copy_location(ast.Expr(ast.copy_location(pop, node)), node)
        if (
            len(node.targets) == 1 and (place := _insert_position(target)) and isinstance(value, ast.List)
        ):  # a[i:i] = [x]
            into = ast.Attribute(target.value, "insert", ast.Load())  # type: ignore[attr-defined]
            insert = ast.Call(into, [place, *value.elts], [])
            return ast.copy_location(ast.Expr(ast.copy_location(insert, node)), node)
        if (
            len(node.targets) == 1
            and isinstance(value, ast.BinOp)
            and isinstance(target, ast.Name | ast.Subscript | ast.Attribute)
        ):
            if same(value.left, target):
                return self._augment(node, target, value.op, value.right)
            if same(value.right, target) and isinstance(value.op, _COMMUTATIVE):
                return self._augment(node, target, value.op, value.left)
            if isinstance(target, ast.Subscript) and _asks_for(value.left, target):  # d[k] = d.get(k, 0) + x
                return self._augment(node, target, value.op, value.right)
        return node

    def _augment(
        self, node: ast.Assign, target: ast.Name | ast.Subscript | ast.Attribute, op: ast.operator, value: ast.expr
    ) -> ast.AugAssign:
        return self._arithmetic(ast.copy_location(ast.AugAssign(target, op, value), node))

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        self.generic_visit(node)
        added = node.value
        if isinstance(node.op, ast.Add) and isinstance(added, ast.List) and len(added.elts) == 1:  # a += [x]
            append = ast.Call(ast.Attribute(node.target, "append", ast.Load()), [added.elts[0]], [])
            return ast.copy_location(ast.Expr(ast.copy_location(append, node)), node)
        return self._arithmetic(node)

    def _arithmetic(self, node: ast.AugAssign) -> ast.AugAssign:
        node.op, node.value = _plain(node.op, node.value)
        if isinstance(node.op, ast.Add) and same(node.value, node.target):  # x += x
            node.op, node.value = ast.Mult(), ast.copy_location(ast.Constant(2), node.value)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, _COMMUTATIVE) and number(node.left) is not None and number(node.right) is None:
            node.left, node.right = node.right, node.left
        if number(node.left) != 1:
            node.op, node.right = _plain(node.op, node.right)
        if isinstance(node.op, ast.Pow) and number(node.left) == 2 and number(node.right) is None:
            return ast.copy_location(
                ast.BinOp(ast.copy_location(ast.Constant(1), node), ast.LShift(), node.right), node
            )
        even = isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Mult) and number(node.left.right) == 2
        if isinstance(node.op, ast.BitOr) and even and number(node.right) == 1:
            node.op = ast.Add()
        return node

    def visit_Delete(self, node: ast.Delete) -> ast.AST:
        self.generic_visit(node)
        only = node.targets[0]
        if len(node.targets) == 1 and isinstance(only, ast.Subscript) and number(only.slice) == -1:  # del a[-1]
            pop = ast.Call(ast.Attribute(only.value, "pop", ast.Load()), [], [])
            return ast.copy_location(ast.Expr(ast.copy_location(pop, node)), node)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Gt | ast.GtE):
            node.ops = [ast.Lt() if isinstance(node.ops[0], ast.Gt) else ast.LtE()]
            node.left, node.comparators = node.comparators[0], [node.left]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if library_name(node.func) == "threading.Thread":
            target = next((word.value for word in node.keywords if word.arg == "target"), None)
            if target is not None:
                return ast.copy_location(ast.Call(target, [], []), node)
        return node


def _unify_swaps(block: list[ast.stmt]) -> list[ast.stmt]:
    """Write `t = a[i]; a[i] = a[j]; a[j] = t` as `a[i], a[j] = a[j], a[i]`."""
    for place in range(len(block) - 2):
        three = block[place : place + 3]
        if all(isinstance(one, ast.Assign) and len(one.targets) == 1 for one in three):
            (kept, first), (left, right), (last, back) = [(one.targets[0], one.value) for one in three]  # type: ignore[attr-defined]
            if isinstance(left, ast.Subscript) and same(first, left) and same(right, last) and same(kept, back):
                both = ast.Assign([ast.Tuple([left, last], ast.Store())], ast.Tuple([right, first], ast.Load()))
                return [*block[:place], ast.copy_location(both, three[0]), *block[place + 3 :]]
    return block


def _plain(op: ast.operator, value: ast.expr) -> tuple[ast.operator, ast.expr]:
    """Bit operations by a small constant as arithmetic."""
    amount = number(value)
    if amount is not None and 0 < amount <= 64:
        power = ast.copy_location(ast.Constant(1 << amount), value)
        if isinstance(op, ast.RShift):
            return ast.FloorDiv(), power
        if isinstance(op, ast.LShift):
            return ast.Mult(), power
        if isinstance(op, ast.BitAnd) and amount == 1:
            return ast.Mod(), ast.copy_location(ast.Constant(2), value)
    return op, value


def _only_breaks(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and not statement.orelse and isinstance(statement.body[0], ast.Break)


def _one_by_one(node: ast.Assign) -> list[ast.Assign]:
    """`i, best = i + 1, max(best, a)` as two assignments, unless a later value needs an earlier target's old one."""
    target, value = node.targets[0], node.value
    if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple) or len(target.elts) != len(value.elts):
        return []
    if not all(isinstance(one, ast.Name) for one in target.elts):
        return []
    for place, one in enumerate(target.elts):
        if isinstance(one, ast.Name) and one.id in _names_in(value.elts[place + 1 :]):
            return []
    return [ast.copy_location(ast.Assign([one], by), node) for one, by in zip(target.elts, value.elts, strict=True)]


def _quotient_and_rest(node: ast.Assign) -> list[ast.Assign]:
    """`q, r = divmod(a, b)` as two assignments, the one first that spoils nothing."""
    target, value = node.targets[0], node.value
    if call_name(value) != "divmod" or not isinstance(target, ast.Tuple) or len(target.elts) != 2:
        return []
    left, right = value.args[:2]  # type: ignore[attr-defined]
    spoils = [isinstance(one, ast.Name) and one.id in _names_in([left, right]) for one in target.elts]
    if all(spoils):
        return []
    parts = [
        ast.copy_location(ast.Assign([one], ast.copy_location(ast.BinOp(left, op, right), value)), node)
        for one, op in zip(target.elts, (ast.FloorDiv(), ast.Mod()), strict=True)
    ]
    return parts[::-1] if spoils[0] else parts


def _names_in(nodes: list[ast.expr]) -> set[str]:
    return {child.id for node in nodes for child in ast.walk(node) if isinstance(child, ast.Name)}


def _all_but_last(value: ast.expr, target: ast.expr) -> bool:
    """a[:-1]"""
    cut = value.slice if isinstance(value, ast.Subscript) else None
    if not isinstance(cut, ast.Slice) or cut.lower is not None or cut.step is not None:
        return False
    return number(cut.upper) == -1 and same(value.value, target)  # type: ignore[attr-defined]


def _insert_position(target: ast.expr) -> ast.expr | None:
    """i of a[i:i]"""
    cut = target.slice if isinstance(target, ast.Subscript) else None
    return cut.lower if isinstance(cut, ast.Slice) and same(cut.lower, cut.upper) else None


def _asks_for(call: ast.expr, target: ast.Subscript) -> bool:
    return (
        isinstance(call, ast.Call)
        and call_name(call) == ".get"
        and isinstance(call.func, ast.Attribute)
        and same(call.func.value, target.value)
        and same(call.args[0] if call.args else None, target.slice)
    )


def _says_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Delete):
        return not any(isinstance(target, ast.Subscript) for target in statement.targets)
    if isinstance(statement, _NO_STATEMENTS):
        return True
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant) or call_name(statement.value) in _HOUSEKEEPING
    return isinstance(statement, ast.Assign) and key(statement.targets[0]) is None and _is_redirection(statement)


def _is_redirection(statement: ast.Assign) -> bool:
    """`sys.stdin = io.StringIO(...)` and its like."""
    target = statement.targets[0]
    several = target.elts if isinstance(target, ast.Tuple) else [target]
    return all(library_name(one).startswith("sys.std") for one in several)

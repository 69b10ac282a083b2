"""More rewrites that change no algorithm: idioms for the same thing, what templates put around a program, order.

As `tests.rewrites`, which these belong to: independent of the code under test.
"""

from __future__ import annotations

import ast
import builtins
from random import Random

from tests.rewrites import FUNCTIONS, TAKEN, Rewrite, given, imports_first, inner


def map_for_comprehension(source: str, _: Random) -> str:
    """`map` and `filter`, with a lambda where need be, for generators and lists over one thing."""
    return ast.unparse(ast.fix_missing_locations(_Maps().visit(ast.parse(source))))


class _Maps(ast.NodeTransformer):
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """A lambda in a class's body would not see the class's names."""
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        self.generic_visit(node)
        mapped = _mapped(node)
        return node if mapped is None else ast.Call(ast.Name("list", ast.Load()), [mapped], [])

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.expr:
        self.generic_visit(node)
        return _mapped(node) or node


def _mapped(node: ast.ListComp | ast.GeneratorExp) -> ast.expr | None:
    only = node.generators[0]
    inside = {type(one) for one in ast.walk(node)}
    if len(node.generators) > 1 or not isinstance(only.target, ast.Name) or inside & {ast.NamedExpr, ast.Yield}:
        return None
    item, over = only.target.id, only.iter
    for test in only.ifs:
        over = ast.Call(ast.Name("filter", ast.Load()), [_function_of(item, test), over], [])
    if isinstance(node.elt, ast.Name) and node.elt.id == item:
        return over if only.ifs else None
    return ast.Call(ast.Name("map", ast.Load()), [_function_of(item, node.elt), over], [])


def _function_of(item: str, made: ast.expr) -> ast.expr:
    """`int` for int(x), else a lambda."""
    plain = isinstance(made, ast.Call) and isinstance(made.func, ast.Name) and not made.keywords
    if plain and [getattr(one, "id", None) for one in made.args] == [item] and made.func.id != item:  # type: ignore[attr-defined]
        return made.func  # type: ignore[attr-defined,no-any-return]
    return ast.Lambda(ast.arguments([], [ast.arg(item)], None, [], [], None, []), made)


def comprehension_for_map(source: str, _: Random) -> str:
    """Generators and lists for `map` and `filter`, where they are gone through where they stand."""
    tree = ast.parse(source)
    return ast.unparse(ast.fix_missing_locations(_Comprehensions(given(tree)).visit(tree)))


class _Comprehensions(ast.NodeTransformer):
    def __init__(self, given: set[str]) -> None:
        self.given = given

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in self.given or node.keywords or len(node.args) != 2 - (name in ("list", "set")):
            return node
        if name in ("list", "set") and isinstance(made := node.args[0], ast.GeneratorExp):
            kind = ast.ListComp if name == "list" else ast.SetComp
            return kind(made.elt, made.generators)
        function = node.args[0]
        if name == "map" and isinstance(function, ast.Name | ast.Attribute):
            made_of = ast.Call(function, [ast.Name("item_", ast.Load())], [])
            return ast.GeneratorExp(made_of, [ast.comprehension(ast.Name("item_", ast.Store()), node.args[1], [], 0)])
        if name in ("map", "filter") and isinstance(function, ast.Lambda) and len(function.args.args) == 1:
            item = function.args.args[0].arg
            made_of = function.body if name == "map" else ast.Name(item, ast.Load())  # type: ignore[assignment]
            tests = [] if name == "map" else [function.body]
            over = ast.comprehension(ast.Name(item, ast.Store()), node.args[1], tests, 0)
            return ast.GeneratorExp(made_of, [over])
        return node


def name_like_a_builtin(source: str, choice: Random) -> str:
    """A variable of the module is called like a builtin: one that nothing uses, or one that was used before."""
    tree = ast.parse(source)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | given(tree)
    own = [
        (statement.targets[0].id, place)
        for place, statement in enumerate(tree.body)
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
    ]
    again = {name for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    own = [(name, place) for name, place in own if name not in again and name not in TAKEN]
    if not own:
        return source
    old, place = choice.choice(own)
    if any(name == old for name, before in own if before < place) or _bound_elsewhere(tree, old):
        return source
    free = sorted({"sum", "max", "min", "list", "id", "dict", "str", "input", "next", "all", "pow"} - used)
    last = _used_last(tree, place)
    new = choice.choice(free + last) if free + last else old
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == old:
            node.id = new
    return ast.unparse(tree)


def _bound_elsewhere(tree: ast.Module, name: str) -> bool:
    """Whether a function or a comprehension has a variable of that name, or another statement binds it."""
    bound = [
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == name)
        or (isinstance(node, ast.arg) and node.arg == name)
    ]
    return len(bound) != 1


def _used_last(tree: ast.Module, place: int) -> list[str]:
    """Builtins that module code uses in the first statements up to this one, and nothing uses afterwards."""
    before = {node.id for one in tree.body[: place + 1] for node in ast.walk(one) if isinstance(node, ast.Name)}
    inside = [one for one in tree.body[: place + 1] if isinstance(one, ast.FunctionDef | ast.ClassDef)]
    after = {
        node.id for one in (*tree.body[place + 1 :], *inside) for node in ast.walk(one) if isinstance(node, ast.Name)
    }
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return sorted((before & set(dir(builtins))) - after - bound - given(tree))


def define_for_nothing(source: str, choice: Random) -> str:
    """Constants, tables and random numbers that nobody uses, and imports of what is not used."""
    unused = [
        "import random\nUNUSED_MASK = random.randrange(2 ** 62)\ndef unused_key(x):\n    return x ^ UNUSED_MASK",
        "UNUSED_MOD = 10 ** 9 + 7\nUNUSED_FAR = float('inf')",
        "unused_table = [1] * 99\nfor unused_i in range(1, 99):\n"
        "    unused_table[unused_i] = unused_table[unused_i - 1] * unused_i % 998244353",
        "from collections import defaultdict as unused_dict, deque as unused_deque\nunused_seen = unused_dict(list)",
        "unused_moves = [(0, 1), (1, 0), (0, -1), (-1, 0)]\nunused_letters = 'abcdefghijklmnopqrstuvwxyz'",
    ]
    head, rest = imports_first(source)
    return "\n".join([head, *choice.sample(unused, choice.randrange(1, 4)), rest])


def in_one_round(source: str, choice: Random) -> str:
    """Everything but imports within a function that is called once, in a loop over one test case."""
    head, rest = imports_first(source)
    loop = choice.choice(
        ["t = 1\n    for _ in range(t):", "for _ in range(1):", "cases = 1\n    for case in range(1, cases + 1):"]
    )
    return f"{head}\ndef one_case():\n{inner(rest)}\ndef every_case():\n    {loop}\n        one_case()\nevery_case()\n"


def commute(source: str, choice: Random) -> str:
    """Operands of products, of sums with a number, of `==`, `min` and `max` the other way round."""
    tree = ast.parse(source)
    if any(isinstance(node, ast.FunctionDef) and node.name.startswith("__") for node in ast.walk(tree)):
        return source  # operators of its own, which may not commute
    return ast.unparse(_Commuted(choice, given(tree)).visit(tree))


class _Commuted(ast.NodeTransformer):
    def __init__(self, choice: Random, given: set[str]) -> None:
        self.choice = choice
        self.given = given

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        number = any(isinstance(one, ast.Constant) and type(one.value) is int for one in (node.left, node.right))
        commutes = isinstance(node.op, ast.Mult | ast.BitAnd | ast.BitOr | ast.BitXor)
        if (commutes or (number and isinstance(node.op, ast.Add))) and self.choice.random() < 0.7:
            node.left, node.right = node.right, node.left
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq | ast.NotEq) and self.choice.random() < 0.7:
            node.left, node.comparators = node.comparators[0], [node.left]
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        best = isinstance(node.func, ast.Name) and node.func.id in {"min", "max"} - self.given
        plain = not any(isinstance(one, ast.Starred) for one in node.args) and not node.keywords
        if best and plain and len(node.args) == 2 and self.choice.random() < 0.7:
            node.args.reverse()
        return node


def with_helpers(source: str, choice: Random) -> str:
    """A template's ways to read: helpers, aliases, a class for faster input."""
    tree = ast.parse(source)
    if "input" in given(tree) or "sys.stdin" in source or "open(" in source:
        return source
    swap = _Helpers()
    body = ast.unparse(ast.fix_missing_locations(swap.visit(tree)))
    style = choice.choice(list(_HELPERS))
    return "\n".join([*swap.future, _HELPERS[style], body])


_HELPERS = {
    "functions": "def inp():\n    return int(input())\ndef inlt():\n    return list(map(int, input().split()))",
    "lambdas": "inp = lambda: int(input())\ninlt = lambda: [int(x) for x in input().split()]",
    "alias": "import sys\nread_line = sys.stdin.readline\ninp = lambda: int(read_line())\n"
    "def inlt():\n    numbers = list(map(int, read_line().split()))\n    return numbers",
    "class": """import os, sys
from io import BytesIO, IOBase
BUFSIZE = 8192
class FastIO(IOBase):
    newlines = 0
    def __init__(self, file):
        self._fd = file.fileno()
        self.buffer = BytesIO()
        self.writable = 'x' in file.mode or 'r' not in file.mode
        self.write = self.buffer.write if self.writable else None
    def read(self):
        while True:
            b = os.read(self._fd, max(os.fstat(self._fd).st_size, BUFSIZE))
            if not b:
                break
            ptr = self.buffer.tell()
            self.buffer.seek(0, 2), self.buffer.write(b), self.buffer.seek(ptr)
        self.newlines = 0
        return self.buffer.read()
    def readline(self):
        while self.newlines == 0:
            b = os.read(self._fd, max(os.fstat(self._fd).st_size, BUFSIZE))
            self.newlines = b.count(b'\\n') + (not b)
            ptr = self.buffer.tell()
            self.buffer.seek(0, 2), self.buffer.write(b), self.buffer.seek(ptr)
        self.newlines -= 1
        return self.buffer.readline()
    def flush(self):
        if self.writable:
            os.write(self._fd, self.buffer.getvalue())
            self.buffer.truncate(0), self.buffer.seek(0)
class IOWrapper(IOBase):
    def __init__(self, file):
        self.buffer = FastIO(file)
        self.flush = self.buffer.flush
        self.writable = self.buffer.writable
        self.write = lambda s: self.buffer.write(s.encode('ascii'))
        self.read = lambda: self.buffer.read().decode('ascii')
        self.readline = lambda: self.buffer.readline().decode('ascii')
if sys.version_info[0] < 3:
    from future_builtins import map
sys.stdin, sys.stdout = IOWrapper(sys.stdin), IOWrapper(sys.stdout)
input = lambda: sys.stdin.readline().rstrip('\\r\\n')
inp = lambda: int(input())
inlt = lambda: list(map(int, input().split()))""",
}


class _Helpers(ast.NodeTransformer):
    def __init__(self) -> None:
        self.future: list[str] = []

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt | None:
        if node.module == "__future__":
            self.future.append(ast.unparse(node))
            return None
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        text = ast.unparse(node)
        if text == "int(input())":
            return ast.parse("inp()", mode="eval").body
        if text == "list(map(int, input().split()))":
            return ast.parse("inlt()", mode="eval").body
        return node


def as_generators(source: str, _choice: Random) -> str:
    """A decorator that runs generators in place of recursion, around a function that calls itself."""
    tree = ast.parse(source)
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and _may_yield(node)}
    if not names:
        return source
    head, _ = imports_first(source)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in names:
            _Yields(node.name).visit(node)
            node.decorator_list = [ast.Name("bootstrap", ast.Load())]
    rest = [one for one in tree.body if not isinstance(one, ast.Import | ast.ImportFrom)]
    return "\n".join([head, _BOOTSTRAP, *map(ast.unparse, map(ast.fix_missing_locations, rest))])


_BOOTSTRAP = """from types import GeneratorType
def bootstrap(f, stack=[]):
    def wrappedfunc(*args, **kwargs):
        if stack:
            return f(*args, **kwargs)
        else:
            to = f(*args, **kwargs)
            while True:
                if type(to) is GeneratorType:
                    stack.append(to)
                    to = next(to)
                else:
                    stack.pop()
                    if not stack:
                        break
                    to = stack[-1].send(to)
            return to
    return wrappedfunc"""


def _may_yield(node: ast.FunctionDef) -> bool:
    inside = [one for statement in node.body for one in ast.walk(statement)]
    calls = [one for one in inside if isinstance(one, ast.Call) and getattr(one.func, "id", "") == node.name]
    kinds = (*FUNCTIONS, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Yield, ast.ClassDef, ast.Try)
    passed = sum(isinstance(one, ast.Name) and one.id == node.name for one in inside)
    ends = isinstance(node.body[-1], ast.Return)
    return (
        bool(calls)
        and passed == len(calls)
        and ends
        and not node.decorator_list
        and not any(isinstance(one, kinds) for one in inside)
    )


class _Yields(ast.NodeTransformer):
    def __init__(self, name: str) -> None:
        self.name = name

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        return ast.Yield(node) if isinstance(node.func, ast.Name) and node.func.id == self.name else node

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        self.generic_visit(node)
        return ast.Expr(ast.Yield(node.value))


IDIOMS: dict[str, Rewrite] = {
    "map for comprehension": map_for_comprehension,
    "comprehension for map": comprehension_for_map,
    "name like a builtin": name_like_a_builtin,
    "define for nothing": define_for_nothing,
    "in one round": in_one_round,
    "commute": commute,
    "with helpers": with_helpers,
    "as generators": as_generators,
}

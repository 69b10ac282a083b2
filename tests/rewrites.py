"""The same program written differently: rewrites that change no algorithm, made on the syntax tree.

Independent of the code under test: nothing here uses `equijudge_core`. Each rewrite takes a source and a source of
random choices and gives a source that does the same.
"""

from __future__ import annotations

import ast
import builtins
import textwrap
from collections import deque
from collections.abc import Callable
from random import Random

Rewrite = Callable[[str, Random], str]

_TYPES = (str, bytes, int, float, list, dict, set, tuple, deque)
TAKEN = {name for kind in _TYPES for name in dir(kind)} | set(dir(builtins))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def rename(source: str, choice: Random) -> str:
    """Every name that the program gives, methods and attributes included, becomes another one."""
    tree = ast.parse(source)
    attributes = _own_attributes(tree)
    names = given(tree) - (_methods(tree) - attributes)
    fresh = [f"{choice.choice('abcxyz')}_{number}" for number in range(len(names | attributes))]
    choice.shuffle(fresh)
    new = dict(zip(sorted(names | attributes), fresh, strict=True))
    for node in ast.walk(tree):
        for field in ("id", "name", "arg", "rest"):
            old = getattr(node, field, None)
            if isinstance(old, str) and not isinstance(node, ast.alias) and old in new:
                setattr(node, field, new[old])
        if isinstance(node, ast.Global | ast.Nonlocal):
            node.names = [new.get(name, name) for name in node.names]
        elif isinstance(node, ast.Attribute) and node.attr in attributes:
            node.attr = new[node.attr]
    return ast.unparse(tree)


def reformat(source: str, _: Random) -> str:
    """Another layout, no comments."""
    return ast.unparse(ast.parse(source))


def comment(source: str, choice: Random) -> str:
    """Comments and blank lines between statements."""
    lines = []
    for line in ast.unparse(ast.parse(source)).splitlines():
        lines += ["", f"# heapq.heappush({choice.random()})"] * choice.randrange(2) + [line]
    return "\n".join(lines)


def hint(source: str, _: Random) -> str:
    """Type hints on parameters, results and first assignments."""
    tree = ast.parse(source)
    outer = {name for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    return ast.unparse(ast.fix_missing_locations(_Hints(outer).visit(tree)))


class _Hints(ast.NodeTransformer):
    def __init__(self, outer: set[str]) -> None:
        self.outer = outer

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        target = node.targets[0]
        if len(node.targets) == 1 and isinstance(target, ast.Name) and target.id not in self.outer:
            return ast.AnnAssign(target, ast.Constant("list[int]"), node.value, 1)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        self.generic_visit(node)
        for argument in node.args.args:
            argument.annotation = ast.Constant("dict[int, int]")
        node.returns = ast.Constant("set[int]")
        return node


def help_for_nothing(source: str, choice: Random) -> str:
    """Functions and a class that nobody calls, full of techniques."""
    dead = [
        "def unused_helper(a):\n    import heapq\n    heapq.heapify(a)\n    for x in a:\n        for y in a:\n"
        "            for z in a:\n                a[x] = max(a[x - y], a[z])\n    return sorted(a)",
        "class UnusedTree:\n    def __init__(self, n):\n        self.t = {}\n    def climb(self, i):\n"
        "        while i:\n            self.t[i] += 1\n            i -= i & -i",
        "def unused_search(a, x):\n    if not a:\n        return 0\n    return unused_search(a[1:], x) + "
        "unused_search(a[2:], x)",
    ]
    choice.shuffle(dead)
    head, rest = imports_first(source)
    return "\n\n".join([head, *dead[: choice.randrange(1, 4)], rest])


def in_main(source: str, choice: Random) -> str:
    """Everything but imports within main()."""
    guard = choice.choice(["main()", "if __name__ == '__main__':\n    main()"])
    head, rest = imports_first(source)
    return f"{head}\ndef main():\n{inner(rest)}\n{guard}\n"


def in_class(source: str, _: Random) -> str:
    """Everything but imports within a method."""
    head, rest = imports_first(source)
    method = "solve" if "solve" not in rest else "answer_it"
    return (
        f"{head}\nclass Solution:\n    def {method}(self):\n{textwrap.indent(inner(rest), '    ')}\n"
        f"Solution().{method}()\n"
    )


def in_thread(source: str, _: Random) -> str:
    """Everything but imports within a thread with a large stack."""
    head, rest = imports_first(source)
    setup = "import sys, threading\nsys.setrecursionlimit(10 ** 6)\nthreading.stack_size(1 << 26)"
    run = "worker = threading.Thread(target=run)\nworker.start()\nworker.join()"
    return f"{head}\n{setup}\ndef run():\n{inner(rest)}\n{run}\n"


def import_otherwise(source: str, choice: Random) -> str:
    """`import m` for `from m import f`, and the other way round."""
    tree = ast.parse(source)
    if any(alias.name == "*" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names):
        return source
    if choice.random() < 0.5:
        return ast.unparse(_ByModule().visit(tree))
    swap = _ByName({alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names})
    tree = swap.visit(tree)
    lines = [f"from {module} import {name} as of_{module}_{name}" for module, name in sorted(swap.used)]
    return "\n".join(lines) + "\n" + ast.unparse(tree)


class _ByModule(ast.NodeTransformer):
    def __init__(self) -> None:
        self.names: dict[str, tuple[str, str]] = {}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        for alias in node.names:
            self.names[alias.asname or alias.name] = (f"mod_{str(node.module).replace('.', '_')}", alias.name)
        return ast.Import([ast.alias(str(node.module), f"mod_{str(node.module).replace('.', '_')}")])

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.names and isinstance(node.ctx, ast.Load):
            module, name = self.names[node.id]
            return ast.Attribute(ast.Name(module, ast.Load()), name, ast.Load())
        return node


class _ByName(ast.NodeTransformer):
    """Only attributes that are read are taken out: `sys.stdin = …` must stay what it is."""

    def __init__(self, modules: set[str]) -> None:
        self.modules = modules - {"sys", "os"}
        self.used: set[tuple[str, str]] = set()

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id in self.modules:
            self.used.add((node.value.id, node.attr))
            return ast.Name(f"of_{node.value.id}_{node.attr}", ast.Load())
        return node


def read_and_print_otherwise(source: str, choice: Random) -> str:
    """sys.stdin for input(), open(0) for sys.stdin, sys.stdout.write for print, and so on."""
    tree = ast.parse(source)
    swap = _InputOutput(choice, given(tree))
    body = ast.unparse(ast.fix_missing_locations(swap.visit(tree)))
    return "import sys\nimport io\n" + body


class _InputOutput(ast.NodeTransformer):
    def __init__(self, choice: Random, given: set[str]) -> None:
        self.line = choice.choice(
            ["sys.stdin.readline().rstrip('\\n')", "sys.stdin.buffer.readline().decode().strip()"]
        )
        self.all = choice.choice(["open(0).read()", "sys.stdin.buffer.read().decode()", "io.open(0).read()"])
        self.given = given

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        text = ast.unparse(node)
        if text == "input()" and "input" not in self.given:
            return ast.parse(self.line, mode="eval").body
        if text in ("sys.stdin.read()", "sys.stdin.buffer.read()", "open(0).read()"):
            return ast.parse(self.all, mode="eval").body
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        self.generic_visit(node)
        call = node.value
        printed = call.args if isinstance(call, ast.Call) and ast.unparse(call.func) == "print" else []
        if len(printed) == 1 and not call.keywords and not isinstance(printed[0], ast.Starred):  # type: ignore[attr-defined]
            template = ast.parse("sys.stdout.write(str(0) + '\\n')").body[0]
            assert isinstance(template, ast.Expr)
            template.value.args[0].left.args = printed  # type: ignore[attr-defined]
            return template
        return node


SAME: dict[str, Rewrite] = {
    "rename": rename,
    "reformat": reformat,
    "comment": comment,
    "hint": hint,
    "help for nothing": help_for_nothing,
    "in main": in_main,
    "in class": in_class,
    "in thread": in_thread,
    "import otherwise": import_otherwise,
    "read and print otherwise": read_and_print_otherwise,
}


def while_for_for(source: str, _: Random) -> str:
    """`while` for every `for … in range(…)` that can be rewritten without more ado."""
    return ast.unparse(ast.fix_missing_locations(_While().visit(ast.parse(source))))


class _While(ast.NodeTransformer):
    def visit_For(self, node: ast.For) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        numbers = node.iter
        plain = isinstance(numbers, ast.Call) and ast.unparse(numbers.func) == "range" and len(numbers.args) < 3
        if not plain or node.orelse or not isinstance(node.target, ast.Name) or node.target.id == "_":
            return node
        inside = [child for statement in node.body for child in ast.walk(statement)]
        stored = {one.id for one in inside if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        if any(isinstance(child, ast.Continue) for child in inside) or node.target.id in stored:
            return node
        assert isinstance(numbers, ast.Call)
        start, stop = (["0"] * (len(numbers.args) == 1) + [ast.unparse(one) for one in numbers.args])[:2]
        name = node.target.id
        [first, loop] = ast.parse(f"{name} = {start}\nwhile {name} < {stop}:\n    {name} += 1").body
        assert isinstance(loop, ast.While)
        loop.body = [*node.body, *loop.body]
        return [first, loop]


def loop_for_comprehension(source: str, _: Random) -> str:
    """`x = []; for …: x.append(…)` for `x = [… for …]`."""
    return ast.unparse(ast.fix_missing_locations(_Loops().visit(ast.parse(source))))


class _Loops(ast.NodeTransformer):
    def visit_Assign(self, node: ast.Assign) -> ast.stmt | list[ast.stmt]:
        made, target = node.value, node.targets[0]
        if not isinstance(made, ast.ListComp) or not isinstance(target, ast.Name) or len(node.targets) > 1:
            return node
        if target.id in {child.id for child in ast.walk(made) if isinstance(child, ast.Name)}:
            return node
        empty, put = ast.parse(f"{target.id} = []\n{target.id}.append(0)").body
        put.value.args = [made.elt]  # type: ignore[attr-defined]
        for generator in reversed(made.generators):
            for test in reversed(generator.ifs):
                put = ast.If(test, [put], [])
            put = ast.For(generator.target, generator.iter, [put], [])
        return [empty, put]


SAME_COARSE: dict[str, Rewrite] = {"while for for": while_for_for, "loop for comprehension": loop_for_comprehension}


def given(tree: ast.AST) -> set[str]:
    """Names bound by the program itself."""
    names: set[str] = set()
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler):
            names.add(node.name or "")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imported |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    keywords = {word.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords}
    return {name for name in names - imported - keywords if name and not name.startswith("__") and name not in TAKEN}


def _methods(tree: ast.AST) -> set[str]:
    """Names of methods, and of fields that a class declares."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    declared = {
        child.target.id
        for node in classes
        for child in node.body
        if isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name)
    }
    return declared | {child.name for node in classes for child in node.body if isinstance(child, ast.FunctionDef)}


def _own_attributes(tree: ast.AST) -> set[str]:
    """Methods and attributes of the program's own classes that no built-in type has too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            if node.bases:
                return set()
            found |= {child.name for child in node.body if isinstance(child, ast.FunctionDef)}
            found |= {
                child.attr
                for child in ast.walk(node)
                if isinstance(child, ast.Attribute) and isinstance(child.ctx, ast.Store)
            }
    modules = {
        child.attr
        for child in ast.walk(tree)
        if isinstance(child, ast.Attribute) and isinstance(child.value, ast.Name) and child.value.id in ("sys", "os")
    }
    return {name for name in found - modules if name not in TAKEN and not name.startswith("__")}


def imports_first(source: str) -> tuple[str, str]:
    body = ast.parse(source).body
    head = [statement for statement in body if isinstance(statement, ast.Import | ast.ImportFrom)]
    rest = [statement for statement in body if not isinstance(statement, ast.Import | ast.ImportFrom)]
    return "\n".join(map(ast.unparse, head)), "\n".join(map(ast.unparse, rest))


def inner(source: str) -> str:
    """Module code as the body of a function: what was global is now nonlocal."""
    tree = ast.parse(source)
    changed = _Inner().visit(tree)
    return textwrap.indent(ast.unparse(ast.fix_missing_locations(changed)), "    ")


class _Inner(ast.NodeTransformer):
    def visit_Global(self, node: ast.Global) -> ast.stmt:
        return ast.Nonlocal(node.names)

"""Which loops only move the input in or the answers out, and which one is over test cases.

An expression only parses when all that it does is take input and convert it. A loop only reads when each of its
statements parses, or puts what was parsed somewhere. Every style of reading falls under these two rules; a loop that
does anything else with what it reads is part of the algorithm.
"""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.names import call_name, is_variable, key, library_name
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.programs.scopes import Comprehension
from equijudge_core.signature.program import Loop, Program, converts, keys_in, step_of, stores

_SOURCES = frozenset(
    {"input", "open", "os.read", "io.BytesIO", "io.StringIO", "io.open", "fileinput.input", "sys.stdin"}
    | {f"sys.stdin{middle}.{verb}" for middle in ("", ".buffer") for verb in ("read", "readline", "readlines")}
    | {f"sys.__stdin__.{verb}" for verb in ("read", "readline", "readlines")}
)
_CONVERTING = frozenset(
    {
        "int",
        "float",
        "str",
        "list",
        "tuple",
        "map",
        "iter",
        "next",
        "range",
        "zip",
        "enumerate",
        "len",
        "ord",
        "reversed",
    }
    | {".split", ".strip", ".rstrip", ".lstrip", ".splitlines", ".decode", ".read", ".readline", ".readlines"}
    | {"str.split", "os.fstat", "itertools.islice", "array.array", "operator.itemgetter", "bytes", "bytearray"}
)
_PUTTING = frozenset({".append", ".add", ".extend", ".appendleft"})
_PRINTING = frozenset({"print", "sys.stdout.write", "sys.stdout.buffer.write", "sys.stdout.writelines", "os.write"})
_FORMATTING = _PRINTING | {"str", "map", ".join", ".format", "repr", ".encode", "list", "range", "len", "int", "round"}


class InputLoops:
    """What of a program reads."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.readers: set[Unit] = set()
        self.tokens: set[str] = set()
        for _ in range(3):  # readers that call readers, tokens of tokens
            self._find()

    def mark(self) -> None:
        """Make loops that only read or print, and the one over test cases, light."""
        for loop in self.program.loops:
            loop.light = self.only_reads(loop) or self._only_prints(loop)
        reading = {loop for loop in self.program.loops if loop.light}
        for loop in self.program.loops:
            loop.light = loop.light or self._over_cases(loop) or any(outer in reading for outer in loop.around())

    def reads(self, nodes: list[ast.AST] | ast.AST) -> bool:
        """Whether input is taken here."""
        return any(self._is_source(node) for node in self.program.inside(nodes))

    def parses(self, node: ast.AST) -> bool:
        """Whether an expression does nothing but take input (at least once) and convert it."""
        return self.reads(node) and self._only_converts(node)

    def only_reads(self, loop: Loop) -> bool:
        """Whether a loop does nothing but read."""
        if isinstance(loop.node, Comprehension):
            return self.parses(loop.node)
        if not isinstance(loop.node, ast.For | ast.While):
            return self.parses(loop.node)
        body = loop.node.body
        takes = self.reads([*body]) or (loop.iterable is not None and self.parses(loop.iterable))
        return takes and all(self._is_reading(statement) for statement in body)

    def _find(self) -> None:
        for unit in self.program.units:
            if len(unit.body) == 1:
                only = unit.body[0]
                value = only.value if isinstance(only, ast.Return) else only if isinstance(only, ast.expr) else None
                if value is not None and self.parses(value):
                    self.readers.add(unit)
        for node in self.program.all(ast.Assign):
            for target, value in stores(node):
                name = key(target)
                if name and self.parses(value) and not self._is_number(value):
                    self.tokens.add(name)

    def _is_source(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Call):
            if call_name(node) in _SOURCES or any(unit in self.readers for unit in self.program.callees(node)):
                return True
            return call_name(node) == "next" and bool(node.args) and key(node.args[0]) in self.tokens
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            # a token by its place in the split input, where it is converted
            above = self.program.parents.get(node)
            converted = call_name(above) in ("int", "float") or (
                above is not None and converts(self.program.parents.get(above, node))
            )
            return key(node.value) in self.tokens and converted
        return library_name(node) == "sys.stdin" or (isinstance(node, ast.Name) and node.id in _SOURCES)

    def _only_converts(self, node: ast.AST) -> bool:
        for child in self.program.inside(node):
            if isinstance(child, ast.Call):
                name = call_name(child)
                own = any(unit in self.readers for unit in self.program.callees(child))
                if name not in _CONVERTING and name not in _SOURCES and not own:
                    return False
            elif isinstance(child, ast.Compare | ast.IfExp | ast.BoolOp | ast.SetComp | ast.DictComp):
                return False
        return True

    @staticmethod
    def _is_number(value: ast.expr) -> bool:
        shifted = isinstance(value, ast.BinOp) and isinstance(value.right, ast.Constant)
        return call_name(value.left if isinstance(value, ast.BinOp) and shifted else value) in ("int", "float")

    def _is_reading(self, statement: ast.AST) -> bool:
        if isinstance(statement, ast.Assign):
            return all(self._is_simple(value) for _, value in stores(statement)) or self.parses(statement.value)
        if isinstance(statement, ast.AugAssign):
            return step_of(statement) is not None
        if isinstance(statement, ast.Expr):
            call = statement.value
            if self.parses(call):
                return True
            return isinstance(call, ast.Call) and call_name(call) in _PUTTING and all(map(self._is_simple, call.args))
        if isinstance(statement, ast.If):
            return all(isinstance(one, ast.Break | ast.Continue | ast.Return) for one in statement.body)
        if isinstance(statement, ast.For):
            takes = self.reads([*statement.body]) or self.parses(statement.iter)
            return takes and all(self._is_reading(one) for one in statement.body)
        return isinstance(statement, ast.Break | ast.Continue)

    def _is_simple(self, node: ast.AST) -> bool:
        """Values as they were read, shifted by a constant or put into a tuple at most."""
        if self.parses(node):
            return True
        if isinstance(node, ast.Tuple | ast.List):
            return all(map(self._is_simple, node.elts))
        if isinstance(node, ast.BinOp):
            return self._is_simple(node.left) and isinstance(node.right, ast.Constant)
        if isinstance(node, ast.Call | ast.ListComp):
            return self._only_converts(node)
        return isinstance(node, ast.Name | ast.Constant)

    def _only_prints(self, loop: Loop) -> bool:
        body = loop.node.body if isinstance(loop.node, ast.For | ast.While) else []
        return bool(body) and all(
            isinstance(one, ast.Expr)
            and call_name(one.value) in _PRINTING
            and all(call_name(node) in _FORMATTING for node in self.program.inside(one) if isinstance(node, ast.Call))
            for one in body
        )

    def _over_cases(self, loop: Loop) -> bool:
        """An outermost loop over test cases: each round reads what it needs, a whole container among it, or needs
        nothing of what was read before and prints. Not one row or query."""
        if loop.outer is not None or not isinstance(loop.node, ast.For | ast.While) or loop.light:
            return False
        if isinstance(loop.node, ast.For) and call_name(loop.node.iter) != "range":
            return False
        nodes = self._in_cases(loop)
        reads = [node for node in nodes if isinstance(node, ast.Assign) and self.parses(node.value)]
        several = len(reads) > 1 and any(map(self._reads_container, reads))
        return several or (bool(reads) and self._is_closed(loop, nodes))

    def _is_closed(self, loop: Loop, nodes: list[ast.AST]) -> bool:
        """Whether each round prints, or puts away, an answer of its own: it uses nothing that was bound outside."""
        inside = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        inside |= {name for node in nodes for unit in self.program.callees(node) for name in unit.parameters}
        answers = {key(node.func.value) for node in nodes if call_name(node) == ".append"}  # type: ignore[attr-defined]
        used = {node.id for node in nodes if isinstance(node, ast.Name) and is_variable(node.id)}
        functions = self.program.by_name.keys()
        prints = any(call_name(node) == "print" for node in nodes)
        puts = bool(answers - inside - {None})
        return (prints or puts) and not used - inside - answers - functions - self._counts_rounds(loop)

    @staticmethod
    def _counts_rounds(loop: Loop) -> set[str]:
        return keys_in(loop.iterable) | keys_in(loop.test)

    def _in_cases(self, loop: Loop) -> list[ast.AST]:
        own = self.program.bodies[loop]
        called_ = [unit for node in own for unit in self.program.callees(node) if unit not in self.readers]
        return own + [node for unit in called_ for node in self.program.inside([*unit.body])]

    def _reads_container(self, node: ast.AST) -> bool:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            return False
        value = node.value
        if not self.parses(value):
            return False
        if call_name(value) == ".split":
            return False
        return not self._is_number(value)

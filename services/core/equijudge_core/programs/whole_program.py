"""Is a text a whole program? Decided by its syntax alone: never by running it, nor by a test that it should pass.

A whole program does something by itself: it parses, what always runs uses no name that nothing defines, and what it
runs at once, or calls from there, prints. One that also reads stands higher, since a contest's program reads and an
example of use does not; one whose names are all defined stands higher than one that may lack some. Everything is
told by names, in time linear in the source: an attribute called `print` is taken for the builtin.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from enum import IntEnum

from equijudge_core.programs.parsing import try_parse

_ANYTHING = {"exec", "eval", "compile", "__import__", "importlib", "runpy", "ctypes", "getattr"}
_READS = _ANYTHING | {
    *("input", "raw_input", "open", "stdin", "__stdin__", "fileinput", "fdopen", "mmap", "fromfile", "loadtxt"),
    *("genfromtxt", "read", "readv", "pread", "read_text", "read_bytes"),
}
_WRITES = _ANYTHING | {
    *("print", "pprint", "open", "stdout", "__stdout__", "write", "writelines", "writev", "savetxt", "system"),
    *("popen", "subprocess", "fdopen", "write_text", "write_bytes", "displayhook"),
}
# A program that mentions one of these may define any name.
_DEFINES_ANYTHING = {"exec", "eval", "compile", "globals", "locals", "vars", "setattr", "builtins", "__builtins__"}
_GIVEN = {
    *dir(builtins),
    *("exit", "quit", "copyright", "credits", "license"),  # of `site`, which an analysis may run without
    *("__name__", "__file__", "__doc__", "__builtins__", "__spec__", "__loader__", "__package__", "__cached__"),
    *("__annotations__", "__class__", "__debug__", "__module__", "__qualname__"),
}
_LONG_NUMBER = re.compile(r"(?<![\w.])[1-9]\d{4299,}")

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class Completeness(IntEnum):
    """How much of a program a text is; from PRINTS_MAYBE on it is a whole one, and the higher is chosen first."""

    UNPARSEABLE = 0
    VALUES = 1  # nothing but bare values, such as an example's output
    SNIPPET = 2
    DEFINITIONS = 3
    PRINTS_MAYBE = 4
    PRINTS = 5
    READS_AND_PRINTS_MAYBE = 6
    READS_AND_PRINTS = 7

    @property
    def is_whole(self) -> bool:
        return self >= Completeness.PRINTS_MAYBE


def completeness(source: str, called: str = "") -> Completeness:
    """Where the source stands. `called`: a function that is to be called; what defines it is as whole as can be,
    whether it prints or not. Never raises."""
    tree = try_parse(source)
    if tree is None and _LONG_NUMBER.search(source):  # the cell takes numbers of any length, this interpreter may not
        tree = try_parse(_LONG_NUMBER.sub("1", source))
    if tree is None:
        return Completeness.UNPARSEABLE
    if not any(isinstance(node, ast.Call) or _is_statement(node) for node in ast.walk(tree)):
        return Completeness.VALUES
    program = _Program(tree)
    if called and program.defines(called):
        return Completeness.READS_AND_PRINTS
    return program.completeness()


def missing_name(source: str) -> str | None:
    """A name that a parseable source uses at once and never defines; None where there is none."""
    tree = try_parse(source)
    return None if tree is None else _Program(tree).first_undefined_name()


def _is_statement(node: ast.AST) -> bool:
    return isinstance(node, ast.stmt) and not isinstance(node, ast.Expr)


class _Program:
    """A tree, parted into what runs at once and the bodies of its functions and classes, by name."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.parts: dict[str, list[_Definition]] = {}
        self.decorated: set[str] = set()
        self.at_once = list(self._at_once(tree))
        self.reached = [*self.at_once, *self._live_nodes()]
        self.words = {word for node in self.reached for word in _words(node)}
        nodes = list(ast.walk(tree))
        tried = (each for node in nodes if isinstance(node, ast.Try) for each in node.body)
        added_to = {id(node.target) for node in nodes if isinstance(node, ast.AugAssign)}
        self.defined = _GIVEN | {name for node in nodes if id(node) not in added_to for name in _definitions(node)}
        self.defined |= {name for statement in tried for node in ast.walk(statement) for name in _uses(node)}

    def completeness(self) -> Completeness:
        if any(isinstance(node, _IN_FUNCTIONS) for node in self.at_once):
            return Completeness.SNIPPET
        if self.first_undefined_name() is not None and not self.may_define_anything:
            return Completeness.SNIPPET
        closed = "*" in self.words or not any(_uses(node) - self.defined for node in self.reached)
        if self.words & _WRITES and self.words & _READS:
            return Completeness.READS_AND_PRINTS if closed else Completeness.READS_AND_PRINTS_MAYBE
        if self.words & _WRITES:
            return Completeness.PRINTS if closed else Completeness.PRINTS_MAYBE
        return Completeness.DEFINITIONS if self.parts and self._only_defines() else Completeness.SNIPPET

    def defines(self, name: str) -> bool:
        """Whether the module, or a class of it, has a function of this name, and the source compiles."""
        if any(isinstance(node, _IN_FUNCTIONS) for node in self.at_once):
            return False
        bodies = [self.tree.body, *(node.body for node in self.tree.body if isinstance(node, ast.ClassDef))]
        return any(name in _definitions(each) for body in bodies for each in body) or any(
            name in _definitions(target)
            for each in self.tree.body
            if isinstance(each, ast.Assign)
            for target in each.targets
        )

    @property
    def may_define_anything(self) -> bool:
        return bool(self.words & (_DEFINES_ANYTHING | {"*"}))

    def first_undefined_name(self) -> str | None:
        """The first name without a definition in what always runs: no branch, no `try`, no lambda."""
        always = (node for statement in self.tree.body for node in _always(statement))
        return next((name for node in always for name in sorted(_uses(node) - self.defined)), None)

    def _only_defines(self) -> bool:
        """Whether the module's own lines are definitions, imports, constants and documentation."""
        kinds = (*_DEFINITIONS, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
        return all(
            isinstance(each, kinds) or (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
            for each in self.tree.body
        )

    def _at_once(self, root: ast.AST) -> Iterator[ast.AST]:
        """Every node outside of functions' bodies."""
        waiting = [root]
        while waiting:
            node = waiting.pop()
            yield node
            if not isinstance(node, _DEFINITIONS):
                waiting.extend(ast.iter_child_nodes(node))
                continue
            self.parts.setdefault(node.name, []).append(node)
            waiting.extend(node.decorator_list)
            self.decorated |= {node.name} if node.decorator_list else set()
            if isinstance(node, ast.ClassDef):
                waiting.extend([*node.bases, *(word.value for word in node.keywords)])
                waiting.extend(each for each in node.body if not isinstance(each, _FUNCTIONS))
            else:
                waiting.extend([*node.args.defaults, *(each for each in node.args.kw_defaults if each)])

    def _live_nodes(self) -> Iterator[ast.AST]:
        """The nodes of every definition that what runs mentions, and that those mention, and so on.

        What a decorator gets may be called by it.
        """
        known: set[str] = set()
        waiting = [*self.decorated, *(word for node in self.at_once for word in _mentions(node))]
        while waiting:
            name = waiting.pop()
            if name in known or name not in self.parts:
                continue
            known.add(name)
            for definition in self.parts[name]:
                for node in ast.walk(definition):
                    yield node
                    waiting.extend(_mentions(node))


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# What parses, but compiles in functions alone: a fragment of one.
_IN_FUNCTIONS = (ast.Return, ast.Nonlocal)
_DEFINITIONS = (*_FUNCTIONS, ast.ClassDef)


def _mentions(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Attribute):
        yield node.attr


def _words(node: ast.AST) -> Iterator[str]:
    """The names that a node mentions, those that it imports included."""
    yield from _mentions(node)
    if isinstance(node, ast.alias):
        yield from node.name.split(".")
    elif isinstance(node, ast.ImportFrom):
        yield from (node.module or "").split(".")


def _uses(node: ast.AST) -> set[str]:
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        return {node.target.id}
    return {node.id} if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else set()


def _definitions(node: ast.AST) -> Iterator[str]:
    """The names that a node binds, in whatever scope: one that is bound anywhere counts as defined everywhere."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.alias):
        yield node.asname or node.name.split(".")[0]
    elif isinstance(node, ast.MatchMapping):
        yield node.rest or ""
    else:  # definitions, handlers, patterns, type parameters
        name = getattr(node, "name", None)
        if isinstance(name, str):
            yield name


def _always(statement: ast.stmt) -> Iterator[ast.AST]:
    """The nodes of a module's statement that run whenever the program does: no branch, function, lambda or `try`."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (*_DEFINITIONS, ast.Lambda, ast.Try, ast.TryStar, ast.Match)):
            continue
        yield node
        if isinstance(node, ast.If):
            waiting.append(node.test)
            if "__name__" in {name for each in ast.walk(node.test) for name in _uses(each)}:
                waiting.extend(node.body)
        elif isinstance(node, ast.BoolOp):
            waiting.append(node.values[0])
        elif isinstance(node, ast.IfExp):
            waiting.append(node.test)
        else:
            waiting.extend(ast.iter_child_nodes(node))

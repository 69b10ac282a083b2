"""One way to read and to print: `input()`, `sys.stdin.read()`, `print(…)`, and `'…'.format(…)` for every pattern."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.names import call_name, library_name

_STDIN = ("sys.stdin", "sys.stdin.buffer", "sys.__stdin__", "sys.stdin.buffer.raw")
_SAME_NAME = {
    **{f"{stdin}.readline": "input" for stdin in _STDIN},
    **{f"{stdin}.read": "sys.stdin.read" for stdin in _STDIN},
    **{f"{stdin}.readlines": "sys.stdin.readlines" for stdin in _STDIN},
    **dict.fromkeys(_STDIN, "sys.stdin"),
    "raw_input": "input",
    "xrange": "range",
}
_FILES = frozenset({"open", "io.open", "os.fdopen", "io.BytesIO", "io.StringIO", "fileinput.input", "io.TextIOWrapper"})
_CLEANING = frozenset({".strip", ".rstrip", ".lstrip", ".decode"})
_WRITING = frozenset({"sys.stdout.write", "sys.stdout.buffer.write", "sys.stdout.writelines", "sys.__stdout__.write"})
_READ = frozenset({"input", "sys.stdin.read"})


def unify_input_output(tree: ast.Module) -> ast.Module:
    """Rewrite all reading, printing and formatting, in place."""
    _Texts().visit(tree)
    return tree


class _Texts(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = _SAME_NAME.get(node.id, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if library_name(node.value) == "sys.stdin" and (name := _SAME_NAME.get(f"sys.stdin.{node.attr}")):
            return ast.copy_location(ast.Name(name, node.ctx), node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = call_name(node)
        if name in _FILES and _is_standard_input(node):
            return ast.copy_location(ast.Name("sys.stdin", ast.Load()), node)
        if name == "os.read":
            return _call(node, "sys.stdin.read", [])
        if name == "input":
            node.args = []
        if name in _CLEANING and call_name(_owner(node)) in _READ:
            return _owner(node)
        if (
            name == ".split"
            and call_name(_owner(node)) in _READ
            and len(node.args) == 1
            and _is_text(node.args[0], " ")
        ):
            node.args = []
        if name in _WRITING or name == "os.write":
            return _call(node, "print", _print_arguments(node.args[-1:]))
        if name == "print":
            return _call(node, "print", _print_arguments(node.args))
        if name == ".format" and _is_text(_owner(node), "{}") and len(node.args) == 1:
            return _call(node, "str", node.args)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant) and type(node.left.value) is str:
            given = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
            return _format_call(node, node.left.value, given)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        self.generic_visit(node)
        template, given = _template(node)
        return _call(node, "str", given) if template == "{}" else _format_call(node, template, given)


def _template(node: ast.AST) -> tuple[str, list[ast.expr]]:
    """An f-string as a template and what is put into it. How it is split into parts depends on the Python version."""
    text, given = "", []
    for part in node.values if isinstance(node, ast.JoinedStr) else [node]:
        if isinstance(part, ast.FormattedValue):
            conversion = f"!{chr(part.conversion)}" if part.conversion > 0 else ""
            specification, more = _template(part.format_spec) if part.format_spec is not None else ("", [])
            text += f"{{{conversion}{':' * bool(specification)}{specification}}}"
            given += [part.value, *more]
        elif isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
        elif isinstance(part, ast.Call):  # a specification that is rewritten already
            inner = call_name(part)
            text += "{}" if inner == "str" else str(part.func.value.value)  # type: ignore[attr-defined]
            given += part.args
    return text, given


def _format_call(node: ast.AST, template: str, given: list[ast.expr]) -> ast.AST:
    constant = ast.copy_location(ast.Constant(template), node)
    if not given:
        return constant
    function = ast.copy_location(ast.Attribute(constant, "format", ast.Load()), node)
    return ast.copy_location(ast.Call(function, given, []), node)


def _call(node: ast.AST, name: str, arguments: list[ast.expr]) -> ast.Call:
    function = ast.copy_location(ast.Name(name, ast.Load()), node)
    return ast.copy_location(ast.Call(function, arguments, []), node)


def _is_standard_input(node: ast.Call) -> bool:
    """open(0), io.BytesIO(os.read(0, …)), io.StringIO(sys.stdin.read())"""
    if not node.args:
        return call_name(node) == "fileinput.input"
    first = node.args[0]
    number = isinstance(first, ast.Constant) and (first.value == 0 and type(first.value) is int)
    return (
        number
        or call_name(first) == "sys.stdin.read"
        or library_name(first) == "sys.stdin"
        or _is_text(first, "/dev/stdin")
    )


def _owner(node: ast.Call) -> ast.expr:
    return node.func.value if isinstance(node.func, ast.Attribute) else node.func


def _is_text(node: ast.AST, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text


def _print_arguments(given: list[ast.expr]) -> list[ast.expr]:
    """What is printed, without the end of its line and its conversion to text."""
    return [_bare(one) for one in given if not _is_text(one, "\n")]


def _bare(node: ast.expr) -> ast.expr:
    """x of str(x), x + "\\n", "{}\\n".format(x), x.encode()"""
    while True:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_text(node.right, "\n"):
            node = node.left
        elif isinstance(node, ast.Call) and call_name(node) == ".encode":
            node = _owner(node)
        elif isinstance(node, ast.Call) and len(node.args) == 1 and _only_shows(node):
            node = node.args[0]
        else:
            return node


def _only_shows(node: ast.Call) -> bool:
    shown = call_name(node) == "str" or (call_name(node) == ".format" and _is_text(_owner(node), "{}\n"))
    return shown and not isinstance(node.args[0], ast.Starred)

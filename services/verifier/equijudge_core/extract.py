"""The program in what a model wrote. Linear in the text, and never raises.

1. Thinking (`<think>…</think>` and its kin) is dropped; what is never closed goes on to the end, and an end without
   a beginning means that the prompt began it.
2. Fences of backticks or tildes are read as Markdown reads them, also inside one another: a fence line that names a
   language always begins a block. A block tagged with another language is not code, one without a tag may be.
3. The first that there is:
   the last closed Python block that parses; the last closed untagged block that parses and does something; the
   last unclosed Python, then untagged, block that does; the longest Python block, which will not compile; without a
   fence the text if it is a program, else the longest of its runs of lines that look like code and are one.
   A block that holds another block is Markdown, not code.

A source over the limit is refused: it is no code here, and `detail` names the limit.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from equijudge_core.scores.measures import parsed

SOURCE_LIMIT_BYTES = 64 << 10

_PYTHON = {"python", "python3", "py", "py3", "pypy", "pypy3"}
_THINKING = re.compile(r"<(/?)(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_LANGUAGE = re.compile(r"\{?\.?([A-Za-z][\w+#-]*)")
_CODE_LINE = re.compile(
    r"(?:import|from|def|class|for|while|if|elif|else|try|except|finally|with|async|return|global|pass|break|continue)\b"
    r"|[\w.]+\(|[@#)\]}\"']|[\w.\[\](),: *+/%&|^<>@~\"'-]*="
)
# How many runs of unfenced code are tried.
_GUESSES = 8


class How(StrEnum):
    """Where the code was found; from NONE on there is none."""

    FENCE = "fence"
    UNFINISHED_FENCE = "unfinished_fence"
    PLAIN = "plain"
    NONE = "none"
    EMPTY = "empty"
    BINARY = "binary"
    UNFINISHED_THINKING = "unfinished_thinking"
    OTHER_LANGUAGE = "other_language"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Extracted:
    """`code` is None exactly when there is nothing to run; `detail` then says why, in words."""

    code: str | None
    how: How
    detail: str = ""


@dataclass(slots=True)
class _Block:
    """text[start:end] between two fence lines. `python`: None without a language; `nested`: holds other blocks."""

    start: int
    indent: int
    mark: str
    python: bool | None
    end: int = -1
    closed: bool = False
    nested: bool = False


def extract(text: str, limit_bytes: int = SOURCE_LIMIT_BYTES) -> Extracted:
    """The code of one answer, dedented, line ends as written. `limit_bytes` bounds it in UTF-8."""
    if not text.strip():
        return Extracted(None, How.EMPTY, "the answer is empty")
    if "\0" in text:
        return Extracted(None, How.BINARY, "the answer holds null bytes")
    answer, unfinished = _without_thinking(text)
    if not answer.strip():
        if unfinished:
            return Extracted(None, How.UNFINISHED_THINKING, "the thinking never ends: no answer follows it")
        return Extracted(None, How.EMPTY, "nothing follows the thinking")
    blocks = list(_blocks(answer))
    if any(block.python is not False for block in blocks):
        return _from_blocks(answer, blocks, limit_bytes)
    if blocks:
        return Extracted(None, How.OTHER_LANGUAGE, "every block of code is tagged with another language than Python")
    return _unfenced(answer, limit_bytes)


def _without_thinking(text: str) -> tuple[str, bool]:
    """The text outside of thinking, and whether thinking was open at its end."""
    kept: list[str] = []
    position, thinking = 0, False
    for tag in _THINKING.finditer(text):
        closing = bool(tag[1])
        if closing and not thinking:
            kept.clear()
        elif not closing and not thinking:
            kept.append(text[position : tag.start()])
        thinking = not closing
        position = tag.end()
    if not thinking:
        kept.append(text[position:])
    return "".join(kept), thinking


def _blocks(text: str) -> Iterator[_Block]:
    """The blocks in the order of their ends, those that nobody closed last."""
    open_blocks: list[_Block] = []
    for line in _FENCE.finditer(text):
        indent, mark, info = len(line[1].expandtabs(4)), line[2], line[3].strip()
        if mark[0] == "`" and "`" in info:  # inline code
            continue
        top = open_blocks[-1] if open_blocks else None
        if top and indent > top.indent + 3:  # part of the code, as in a docstring
            continue
        if not top or info:
            if top:
                top.nested = True
            open_blocks.append(_Block(line.end() + 1, indent, mark, _is_python(info)))
        elif mark.startswith(top.mark):
            top.end, top.closed = line.start(), True
            yield open_blocks.pop()
    for block in open_blocks:
        block.end = len(text)
        yield block


def _is_python(info: str) -> bool | None:
    language = _LANGUAGE.match(info)
    return language[1].lower() in _PYTHON if language else None


def _from_blocks(text: str, blocks: list[_Block], limit_bytes: int) -> Extracted:
    longest = Extracted(None, How.NONE, "no block of code is a Python program")
    refused = None
    for closed, python in ((True, True), (True, None), (False, True), (False, None)):
        how = How.FENCE if closed else How.UNFINISHED_FENCE
        for block in reversed(blocks):
            if (block.closed, block.python, block.nested) != (closed, python, False):
                continue
            code = text[block.start : block.end]
            if _size(code) > limit_bytes:
                refused = refused or _too_long(code, limit_bytes)
                continue
            code = _dedented(code)
            if _is_program(code, tagged=bool(python)):
                return Extracted(code, how)
            if python and len(code.strip()) > len((longest.code or "").strip()):
                longest = Extracted(code, how)
    return refused or longest if longest.code is None else longest


def _unfenced(text: str, limit_bytes: int) -> Extracted:
    """The whole text where it is a program, else the longest of its runs of code that is one."""
    if _size(text) <= limit_bytes and _is_program(whole := _dedented(text), tagged=False):
        return Extracted(whole, How.PLAIN)
    lines = text.split("\n")
    refused = None
    for start, end in sorted(_runs(lines), key=lambda run: run[0] - run[1])[:_GUESSES]:
        code = "\n".join(lines[start:end]) + "\n"
        if _size(code) > limit_bytes:
            refused = refused or _too_long(code, limit_bytes)
        elif _is_program(code := _dedented(code), tagged=False):
            return Extracted(code, How.PLAIN)
    return refused or Extracted(None, How.NONE, "the answer holds no Python program")


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Lines [start, end) that look like code: the first does, and no later one is prose at its indentation."""
    start, end, base = -1, -1, 0
    for number, line in enumerate(lines):
        stripped = line.strip()
        if not stripped:
            continue
        indent = len(line) - len(line.lstrip())
        code = bool(_CODE_LINE.match(stripped))
        if start >= 0 and (indent < base or (indent == base and not code)):
            yield start, end
            start = -1
        if start < 0 and code:
            start, base = number, indent
        end = number + 1
    if start >= 0:
        yield start, end


def _is_program(code: str, *, tagged: bool) -> bool:
    """Whether it parses and holds a statement; without a tag also more than bare values, such as a sample's output."""
    tree = parsed(code)
    if tree is None or not tree.body:
        return False
    return tagged or any(
        isinstance(node, ast.Call) or (isinstance(node, ast.stmt) and not isinstance(node, ast.Expr))
        for node in ast.walk(tree)
    )


def _dedented(code: str) -> str:
    """Without the margin of an indented block; code at the margin stays as it is, to the letter."""
    return textwrap.dedent(code) if code.lstrip("\r\n")[:1] in (" ", "\t") else code


def _too_long(code: str, limit_bytes: int) -> Extracted:
    return Extracted(None, How.TOO_LONG, f"a source of {_size(code)} bytes: at most {limit_bytes} are taken")


def _size(code: str) -> int:
    return len(code.encode("utf-8", "surrogatepass"))

"""The program in a model's text by SandboxFusion's rule, for who has that today. Linear in the text, never raises.

Blocks of code have a priority: whole fences, a fence that never ends, what looks like code without any. Of those with
the highest the first in the wanted language is taken, else the first. code_extraction has our own rule, which looks at
what the blocks hold; this one does not.

A fence opens anywhere with three backticks, has its language on the rest of that line, and ends at the first three
backticks with nothing but white space, and at least one line end, before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

FENCE = "```"
PYTHON = "python"
# What may stand behind a fence, and the language that it means. There, `javascript` does not mean nodejs: a slip.
TAGS = {
    tag: language
    for language, tags in {
        "python": ("python", "Python", "py", "Python3", "python3", "PY"),
        "cpp": ("cpp", "c++", "C++", "Cpp", "CPP"),
        "nodejs": ("javascript", "Javascript", "JavaScript", "JS", "js"),
        "go": ("go", "Go"),
        "java": ("java", "Java"),
        "php": ("php", "PHP"),
        "csharp": ("csharp", "c#", "C#"),
        "bash": ("bash", "Bash", "BASH", "sh", "shell"),
        "typescript": ("typescript",),
        "rust": ("rust", "Rust", "rs"),
        "sql": ("sql", "SQL", "Sql"),
        "D": ("D", "d"),
        "julia": ("julia", "Julia", "jl"),
        "lua": ("lua", "Lua"),
        "perl": ("perl", "Perl", "PERL"),
        "R": ("R", "r"),
        "ruby": ("ruby", "Ruby"),
        "scala": ("scala", "Scala"),
        "kotlin": ("kotlin", "Kotlin"),
        "c": ("c", "C"),
        "html": ("html", "Html", "HTML"),
        "verilog": ("verilog", "Verilog", "VERILOG"),
        "racket": ("racket",),
        "swift": ("swift",),
    }.items()
    for tag in tags
}


class How(StrEnum):
    """Where the code was found, in SandboxFusion's words."""

    FENCED = "fenced"
    INCOMPLETE_FENCED = "incomplete_fenced"
    HEURISTIC = "heuristic"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class FirstBlock:
    """The code as it stands in the text, '' where there is none."""

    code: str
    how: How


@dataclass(frozen=True, slots=True)
class _Block:
    language: str  # '' for none that is known
    code: str


def find_first_block(text: str, language: str) -> FirstBlock:
    """Find the code of an answer. `language`: the one that is wanted, as TAGS name it; any other name wants none of
    them, so that the first block is taken."""
    ways = (
        (How.FENCED, _fenced(text)),
        (How.INCOMPLETE_FENCED, _unfinished(text)),
        (How.HEURISTIC, _functions(text) if language == PYTHON else iter(())),
    )
    for how, blocks in ways:
        if found := list(blocks):
            wanted = next((each for each in found if each.language == language), found[0])
            return FirstBlock(wanted.code, how)
    return FirstBlock("", How.EMPTY)


def _fenced(text: str) -> Iterator[_Block]:
    """The blocks of whole fences, one behind the other."""
    at = 0
    while opened := _opening(text, at):
        tag, start = opened
        closed = _closing(text, start)
        if closed is None:
            return  # nor is there an end for any fence behind this one
        end, at = closed
        yield _Block(TAGS.get(tag.strip(), ""), text[start:end])


def _unfinished(text: str) -> Iterator[_Block]:
    """All that follows the first fence."""
    if opened := _opening(text, 0):
        tag, start = opened
        yield _Block(TAGS.get(tag.strip(), ""), text[start:])


def _opening(text: str, at: int) -> tuple[str, int] | None:
    """What stands behind the next fence, and where the line after it begins."""
    fence = text.find(FENCE, at)
    line_end = text.find("\n", fence) if fence >= 0 else -1
    return None if line_end < 0 else (text[fence + len(FENCE) : line_end], line_end + 1)


def _closing(text: str, start: int) -> tuple[int, int] | None:
    """Where a block that begins at `start` ends, and where its closing fence does."""
    at = text.find(FENCE, start)
    while at >= 0:
        blank = at
        while blank > start and text[blank - 1].isspace():
            blank -= 1
        if (line_end := text.find("\n", blank, at)) >= 0:
            return line_end, at + len(FENCE)
        at = text.find(FENCE, at + 1)
    return None


_HEAD = re.compile(r"(?:import|from|#).")
_DEFINITION = re.compile(r"(?:def|class) .")


def _functions(text: str) -> Iterator[_Block]:
    """Functions and classes of Python's, each with the imports and comments right in front of it and the indented lines
    behind it; blank lines do not count."""
    lines = [line for line in text.split("\n") if line.strip()]
    head, at = 0, 0  # where the imports in front of this line begin
    while at < len(lines):
        if _HEAD.match(lines[at]):
            at += 1
            continue
        end = at + 1
        if _DEFINITION.match(lines[at]):
            while end < len(lines) and lines[end][0].isspace():
                end += 1
            if end > at + 1:
                yield _Block(PYTHON, "".join(f"{line}\n" for line in lines[head:end]))
        head = at = end

"""Docstrings and comments name no file that is not there: a stale name is where a newcomer gets lost.

tests/unit/test_manual.py looks at the manual in the same way.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"(?<![*\w-])[\w-]+\.(?:py|lua|md)\b")
EXAMPLES = {"a.py", "b.py", "main.py", "prog.py", "sol.py", "NAME.lua"}  # files of a user's


def repository() -> list[Path]:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def prose_of(source: str) -> Iterator[str]:
    """Every docstring and every comment."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    yield from (token.string for token in tokens if token.type == tokenize.COMMENT)


def test_every_file_that_the_code_names_is_there() -> None:
    files = repository()
    names = {path.name for path in files} | EXAMPLES
    ours = ("bench", "lab", "sandbox", "scripts", "services", "tests")
    code = [path for path in files if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ours]
    programs = [ROOT / "tests" / folder for folder in ("signature_bank", "fixtures", "languages/programs")]
    missing = {
        (str(path.relative_to(ROOT)), name)
        for path in code
        if not any(path.is_relative_to(folder) for folder in programs)
        for prose in prose_of(path.read_text("utf-8"))
        for name in NAMED.findall(prose)
        if name not in names
    }
    assert missing == set()

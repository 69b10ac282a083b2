"""Files of every shape on the command line: a result, or one error that names file and line; never a traceback."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from equijudge.cli.main import build_app
from tests.shapes import HALF, JSON_SHAPES, nested, objects, places, put

ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": [{"input": "1 2\n", "output": "3\n"}],
    "time_limit": {"seconds": 1, "nanos": 0},
    "cf_tags": ["math"],
}
GENERATIONS: dict[str, Any] = {
    "problem": "sum",
    "generations": ["print(3)", {"text": "print(3)", "id": "a"}],
    "family": "sums",
}
SAMPLE = {"problem": "sum", "text": "print(3)", "id": "a"}
REFERENCE = {"name": "sum", "signature_version": "1", "coarse": {"c": 1}, "fine": {"f": 1}}
SET = {"name": "sum", "solutions": {"cluster": ["c"], "fine": ["f"]}, "signature_version": "1"}
INPUTS = {"input": "1 2 3 4\n", "size": 4}
PROGRAM = {"code": "print(3)", "id": "a"}
NOWHERE = ("--url", "http://127.0.0.1:9", "--key", "k")

# Commands by what file they read, with a line of it that is right; {} is the file.
READERS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "verify": (ROW, ("verify", "{}", "PROGRAM", *NOWHERE)),
    "problems import": (ROW, ("problems", "import", "{}", *NOWHERE)),
    "score": (GENERATIONS, ("score", "{}", "--problems", "PROBLEM", *NOWHERE)),
    "score one by one": (SAMPLE, ("score", "{}", *NOWHERE)),
    "score --problems": (ROW, ("score", "GENERATIONS", "--problems", "{}", *NOWHERE)),
    "score --reference": (REFERENCE, ("score", "GENERATIONS", "--problems", "PROBLEM", "--reference", "{}", *NOWHERE)),
    "score --reference set": (SET, ("score", "GENERATIONS", "--problems", "PROBLEM", "--reference", "{}", *NOWHERE)),
    "growth": (INPUTS, ("growth", "{}", "PROGRAM", *NOWHERE)),
    "growth of a problem": (ROW, ("growth", "{}", "PROGRAM", *NOWHERE)),
}


def contents(line: dict[str, Any]) -> dict[str, bytes]:
    """What a file may hold in place of that line."""
    right = json.dumps(line).encode()
    packed = gzip.compress(right + b"\n")
    return {
        "empty": b"",
        "empty lines": b"\n \n\r\n",
        "byte order mark": b"\xef\xbb\xbf" + right,
        "carriage returns": right + b"\r\n\r\n",
        "UTF-16": right.decode().encode("utf-16"),
        "UTF-32": right.decode().encode("utf-32"),
        "Latin-1": right + b'\n{"name": "\xe9"}\n',
        "encoded surrogate": right + b'\n{"name": "\xed\xa0\xbd"}\n',
        "gzip": packed,
        "gzip that breaks off": packed[:-9],
        "gzip of other bytes": packed[:12] + b"\xff" * 20 + packed[32:],
        "null bytes": b"\0" * 20,
        "half a line": right[:-3],
        "a list": b"[" + right + b"]",
        "a number": b"3",
        "null": b"null",
        "deep": b"[" * 100_000 + b"]" * 100_000,
        "deep inside": b'{"name": ' + b"[" * 900 + b"]" * 900 + b"}",
        "a number without end": b'{"name": ' + b"9" * 5000 + b"}",
        "two on a line": right + right,
    }


def invoked(folder: Path, arguments: tuple[str, ...], content: bytes, **options: Any) -> Any:
    """What a command makes of a file with this content."""
    known = {
        "PROGRAM": b"print(3)\n",
        "PROBLEM": json.dumps(ROW).encode(),
        "GENERATIONS": json.dumps(GENERATIONS).encode(),
    }
    names = {"PROGRAM": "a.py", "PROBLEM": "p.jsonl", "GENERATIONS": "g.jsonl", "{}": "file.jsonl"}
    for what, name in names.items():
        (folder / name).write_bytes(known.get(what, content))
    return CliRunner().invoke(build_app(), [str(folder / names[each]) if each in names else each for each in arguments])


def fault_of(found: Any, file: str = "file.jsonl") -> str | None:
    """What is wrong with how a command ended: 3: the service is nowhere; 2 has to name file or problem."""
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        return f"{type(found.exception).__name__}: {ascii(str(found.exception))[:200]}"
    output = "".join(found.output.split())
    if found.exit_code == 2 and file not in output and not re.search(r"problem'?(sum|a.ud83db)|:a.ud83db", output):
        return f"the file is not named: {output[:300]}"
    return None if found.exit_code in (0, 2, 3) else f"exit code {found.exit_code}"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_RETRY_TOTAL_S", "0")


@pytest.mark.parametrize("reader", READERS)
def test_a_file_of_any_content_is_read_or_named(tmp_path: Path, reader: str) -> None:
    line, arguments = READERS[reader]
    found = {name: fault_of(invoked(tmp_path, arguments, content)) for name, content in contents(line).items()}
    assert {name: fault for name, fault in found.items() if fault} == {}


@pytest.mark.parametrize("reader", READERS)
def test_a_line_of_any_shape_is_read_or_named(tmp_path: Path, reader: str) -> None:
    right, arguments = READERS[reader]
    shapes = ("surrogate", "null", "huge integer", "not a number", "infinity", "empty list", "list of null", "deep")
    lines = {f"{name} at {path}": put(right, path, JSON_SHAPES[name]) for path in places(right) for name in shapes}
    lines |= {f"surrogate key in {path}": put(right, (*path, HALF), 1) for path in objects(right)}
    faults = {}
    for name, line in lines.items():
        if fault := fault_of(invoked(tmp_path, arguments, json.dumps(line).encode())):
            faults[name] = fault
    assert faults == {}


@pytest.mark.parametrize("name", contents(PROGRAM))
def test_programs_to_sign_are_read_or_named(tmp_path: Path, name: str) -> None:
    content = contents(PROGRAM)[name]
    for arguments, stdin, file in ((("signature", "{}"), None, "file.jsonl"), (("signature",), content, "stdin")):
        names = [str(tmp_path / "file.jsonl") if each == "{}" else each for each in arguments]
        (tmp_path / "file.jsonl").write_bytes(content)
        assert fault_of(CliRunner().invoke(build_app(), names, input=stdin), file) is None
    assert fault_of(invoked(tmp_path, ("explain", "{}", "PROGRAM"), content)) in (None, "exit code 1")


@pytest.mark.parametrize("code", [HALF, "\0", "\ufeffprint(3)", "(" * 5000, "x" * 70_000, "", "print('\\ud83d')"])
def test_code_of_any_shape_has_a_signature_or_a_reason(tmp_path: Path, code: str) -> None:
    rows = [{"id": HALF, "code": code}, {"id": 2, "code": "print(3)"}]
    found = invoked(tmp_path, ("signature", "{}"), b"\n".join(json.dumps(row).encode() for row in rows))
    first, second = (json.loads(line) for line in found.output.splitlines())
    assert first["id"] == HALF
    assert ("error" in first) != ("coarse" in first)
    assert "coarse" in second


def test_a_byte_order_mark_is_no_part_of_a_program(tmp_path: Path) -> None:
    row = {"code": "\ufeffprint(sum(map(int, input().split())))"}
    [line] = invoked(tmp_path, ("signature", "{}"), json.dumps(row).encode()).output.splitlines()
    assert "coarse" in json.loads(line)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"# -*- coding: latin-1 -*-\nprint('\xe9')\n"])
def test_a_program_that_is_no_utf_8_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.py").write_bytes(content)
    (tmp_path / "p.jsonl").write_text(json.dumps(ROW))
    found = CliRunner().invoke(build_app(), ["verify", str(tmp_path / "p.jsonl"), str(tmp_path / "bad.py"), *NOWHERE])
    assert (found.exit_code, "bad.py" in "".join(found.output.split())) == (2, True)


def test_the_line_of_a_file_is_named_though_lines_before_it_are_empty(tmp_path: Path) -> None:
    content = b"\n\n" + json.dumps(GENERATIONS).encode() + b'\n\n{"problem": "sum", "generations": []}\n'
    found = invoked(tmp_path, ("score", "{}", *NOWHERE), content)
    assert "file.jsonl,line5:generations:empty" in "".join(found.output.split())


def test_a_text_alone_is_no_list_of_generations(tmp_path: Path) -> None:
    content = json.dumps({"problem": "sum", "generations": "print(3)"}).encode()
    found = invoked(tmp_path, ("score", "{}", *NOWHERE), content)
    assert "line1:generations:mustbealist" in "".join(found.output.split())


def test_deep_json_ends_where_python_ends(tmp_path: Path) -> None:
    found = invoked(tmp_path, ("problems", "import", "{}", *NOWHERE), json.dumps({"name": nested(500)}).encode())
    assert found.exit_code == 2

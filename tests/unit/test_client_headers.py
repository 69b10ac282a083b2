"""`--include`: headers of folders become files of the programs that include them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from equijudge.errors import BadArgument
from equijudge.headers import add_headers, read_headers
from tests.unit.cli_support import run

HEADERS = {"testlib.h": "// real", "deep.h": "", "unused.h": ""}
SOURCE = '#include "testlib.h"\n#include <vector>\nint main() {}\n'


def files(program: Any, column: str = "checker") -> Any:
    return add_headers({"name": "x", column: program}, HEADERS)[column].get("files")


@pytest.mark.parametrize("column", ["checker", "interactor"])
def test_a_program_gets_what_it_includes(column: str) -> None:
    assert files({"protocol": "testlib", "source": SOURCE}, column) == {"testlib.h": "// real"}


def test_what_it_brings_stays_and_may_include_others() -> None:
    own = {"testlib.h": "// own", "a.h": '#include "deep.h"', "b.h": None}
    assert files({"source": SOURCE + '#include "a.h"\n', "files": own}) == {
        "testlib.h": "// own",
        "a.h": '#include "deep.h"',
        "deep.h": "",
    }


@pytest.mark.parametrize(
    "checker",
    [None, "exact", {"name": "tokens"}, {"source": 7}, {"source": SOURCE, "files": ["a"]}, {"source": "print(1)"}],
)
def test_a_row_without_a_program_that_includes_any_stays_as_it_is(checker: Any) -> None:
    row = {"name": "x", "checker": checker}
    assert add_headers(row, HEADERS) == row


def test_the_first_folder_that_has_a_header_counts(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
        (folder / "x.h").write_text(folder.name)
    (folders[1] / "y.h").write_text("only here")
    assert read_headers(folders) == {"x.h": "a", "y.h": "only here"}
    assert read_headers(None) == {}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("", b"", "No such file"), ("notes.txt", b"", "no header there"), ("x.h", b"\xff", "x.h: not UTF-8")],
)
def test_a_folder_that_will_not_do_is_named(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    folder = tmp_path / "include"
    if name:
        folder.mkdir()
        (folder / name).write_bytes(content)
    with pytest.raises(BadArgument, match=words) as caught:
        read_headers([folder])
    assert str(folder) in str(caught.value)


def test_a_stored_problem_takes_no_headers(tmp_path: Path) -> None:
    (tmp_path / "x.h").write_text("")
    (tmp_path / "a.py").write_text("")
    (tmp_path / "g.jsonl").write_text('{"problem": "p", "text": ""}')
    place = ("--include", str(tmp_path), "--url", "http://127.0.0.1:9")
    for command in (("verify", "p" + "0" * 32, str(tmp_path / "a.py")), ("score", str(tmp_path / "g.jsonl"))):
        done = run(*command, *place)
        assert (done.exit_code, "problems import" in done.output) == (2, True)

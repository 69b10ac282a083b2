"""Problems on their way to the service: found by name, checked, cut into groups."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from equijudge import storing
from equijudge.errors import BadArgument


def row(name: str, **fields: Any) -> dict[str, Any]:
    tests = {"input": ["1\n"], "output": ["1\n"]}
    return {"name": name, "public_tests": tests, "solutions": {"language": [3], "solution": ["print(1)"]}, **fields}


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows))
    return path


def test_rows_are_stored_without_their_solutions(tmp_path: Path) -> None:
    (found,) = storing.read_storable_rows([written(tmp_path / "p.jsonl", row("a"))])
    assert found["name"] == "a"
    assert not found["solutions"]["solution"]


def test_groups_hold_all_rows_in_order_and_no_more_bytes_than_a_body_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "GROUP_BYTES", 300)
    rows = [{"name": str(number), "description": "x" * (900 if number == 3 else 100)} for number in range(6)]
    groups = list(storing.group_rows(rows))
    assert [each for group in groups for each in group] == rows
    assert [len(group) for group in groups] == [2, 1, 1, 2]


def test_problems_are_found_by_name_in_several_files(tmp_path: Path) -> None:
    files = [written(tmp_path / "1.jsonl", row("a"), row("b")), written(tmp_path / "2.jsonl", row("c"))]
    assert list(storing.find_named_rows(files, {"a", "c"})) == ["a", "c"]


def test_a_name_that_is_nowhere_is_named_with_the_files(tmp_path: Path) -> None:
    file = written(tmp_path / "p.jsonl", row("a"))
    with pytest.raises(BadArgument, match=rf"no problem of this name in {file}: b, c"):
        storing.find_named_rows([file], {"a", "b", "c"})

"""What the command line makes of files and option texts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from equijudge import BadArgument
from equijudge.cli import options
from equijudge.problem_files import read_problem
from equijudge.rows import find_candidate_files, read_candidates, read_rows

ROW = {"name": "sum", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_blank_lines_between_rows_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(f"\n{json.dumps(ROW)}\n\n")
    assert list(read_rows(path)) == [ROW]


def test_compressed_rows_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    assert list(read_rows(path)) == [ROW]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}\n{", "line 2: not a JSON row"),
        (b"[1]\n", "line 1: expected an object, got list"),
        (b'{"name": "\xff"}', "not UTF-8 (byte 10)"),
    ],
)
def test_a_broken_file_is_named_with_the_place(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(content)
    with pytest.raises(BadArgument) as caught:
        list(read_rows(path))
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_an_argument_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadArgument, match=str(tmp_path)):
        list(read_rows(tmp_path / name))


def test_truncated_compressed_rows_are_an_argument_error(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(ROW).encode())[:-9])
    with pytest.raises(BadArgument, match=r"p\.jsonl\.gz"):
        list(read_rows(path))


def test_a_problem_is_chosen_by_name(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", ROW, ROW | {"name": "other"})
    assert read_problem(path, "other").name == "other"


def test_a_file_of_many_problems_needs_a_name(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", ROW, ROW | {"name": "other"})
    with pytest.raises(BadArgument, match="2 problems; choose one with --problem"):
        read_problem(path, None)


def test_a_row_that_is_no_problem_names_the_column(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", ROW | {"public_tests": {"input": ["1"], "output": []}})
    with pytest.raises(BadArgument, match="public_tests"):
        read_problem(path, None)


def test_candidates_are_named_by_their_paths(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("print(3)")
    [candidate] = read_candidates([path])
    assert (candidate.id, candidate.source, candidate.language) == (str(path), "print(3)", "python3")


@pytest.mark.parametrize(
    ("name", "said", "language"),
    [("a.cpp", None, "cpp17"), ("A.java", None, "java"), ("a.rs", None, "rust"), ("a.cc", "cpp20", "cpp20"),
     ("a.txt", "pl", "pl")],
)  # fmt: skip
def test_the_ending_tells_the_language_unless_one_is_named(
    tmp_path: Path, name: str, said: str | None, language: str
) -> None:
    (tmp_path / name).touch()
    [candidate] = read_candidates([tmp_path / name], said)
    assert candidate.language == language


@pytest.mark.parametrize(
    ("name", "said"), [("a.rb", r"name it by --language \(endings: .py, "), ("missing.py", "No such file")]
)
def test_a_candidate_that_cannot_be_read_is_named(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(BadArgument, match=said):
        read_candidates([tmp_path / name])


def test_a_candidate_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"# \xe9")
    with pytest.raises(BadArgument, match=r"not UTF-8 \(byte 2\)"):
        read_candidates([path])


def test_a_directory_gives_its_programs_by_name(tmp_path: Path) -> None:
    for name in ("b.py", "a.py", "c.cpp", "problem.jsonl", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in find_candidate_files(tmp_path)] == ["a.py", "b.py", "c.cpp"]


def test_a_directory_without_programs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="no candidate"):
        find_candidate_files(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1048576", 1 << 20), ("256M", 256 << 20), ("256MiB", 256 << 20), ("1.5g", 3 << 29), ("2 kB", 2048)],
)
def test_sizes(text: str, expected: int) -> None:
    assert options.parse_size(text) == expected


@pytest.mark.parametrize("text", ["", "M", "-1M", "256X", "1e6", "nan"])
def test_a_text_that_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(BadArgument, match="--memory-limit"):
        options.parse_size(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tokens", {"name": "tokens"}),
        ("float", {"name": "float"}),
        ("float:1e-9", {"name": "float", "abs": 1e-9, "rel": 1e-9}),
        ("float:0.5:1e-3", {"name": "float", "abs": 0.5, "rel": 1e-3}),
    ],
)
def test_checkers(text: str, expected: dict[str, object]) -> None:
    assert options.parse_checker(text) == expected


@pytest.mark.parametrize("text", ["diff", "float:x", "float:1:2:3", "exact:1"])
def test_a_text_that_is_no_checker_is_refused(text: str) -> None:
    with pytest.raises(BadArgument, match="--checker"):
        options.parse_checker(text)


def chosen(tests: str | None = None, time_limit: float | None = None) -> object:
    return options.judge_options(
        tests=tests, run_all=False, detail="verdict", checker="exact", time_limit=time_limit, memory_limit=None
    )


def test_options_that_are_not_given_are_left_to_the_service() -> None:
    assert chosen() == {
        "stop": "first_failure",
        "detail": "verdict",
        "checker": {"name": "exact"},
        "limits": {},
    }


@pytest.mark.parametrize(
    ("tests", "time_limit", "said"), [("hidden", None, "tests"), ("", None, "tests"), (None, -1.0, "time_limit_s")]
)
def test_an_option_out_of_range_is_named(tests: str | None, time_limit: float | None, said: str) -> None:
    with pytest.raises(BadArgument, match=said):
        chosen(tests, time_limit)

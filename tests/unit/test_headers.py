"""Headers at hand for checkers that bring none: ours, and those of an operator's folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from equijudge_sandbox.headers import MOST_BYTES, MOST_HEADERS, SOURCES, Headers, load_headers
from equijudge_verifier.settings import Settings


def test_an_operators_header_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "testlib.h").write_bytes(b"theirs")
    (tmp_path / "notes.txt").write_bytes(b"no header")
    assert load_headers().contents == {"testlib.h": (SOURCES / "testlib.h").read_bytes()}
    assert load_headers(tmp_path).contents == {"testlib.h": b"theirs"}
    (tmp_path / "jngen.h").write_bytes(b"")
    assert set(load_headers(tmp_path).contents) == {"testlib.h", "jngen.h"}


def test_a_digest_tells_names_and_contents_apart() -> None:
    different: tuple[dict[str, bytes], ...] = (
        {},
        {"a.h": b""},
        {"b.h": b""},
        {"a.h": b"b.h"},
        {"a.h": b"", "b.h": b""},
    )
    assert len({Headers(each).digest for each in different}) == len(different)
    assert Headers({"a.h": b"1", "b.h": b"2"}).digest == Headers({"b.h": b"2", "a.h": b"1"}).digest


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "no header there; expected files ending in .h, .hh"),
        ({"notes.txt": b""}, "no header there"),
        ({"a b.h": b""}, "'a b.h' is no name that a file beside a checker may have"),
        ({"a.h": b"x" * (MOST_BYTES + 1)}, "at most 64 headers of 4 MiB together"),
        ({f"{number}.h": b"" for number in range(MOST_HEADERS + 1)}, "at most 64 headers"),
    ],
)
def test_a_folder_that_will_not_do_is_named_with_its_fault(tmp_path: Path, files: dict[str, bytes], words: str) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ValueError, match=re.escape(str(tmp_path)) + ".*" + re.escape(words)):
        load_headers(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nowhere: No such file"):
        load_headers(tmp_path / "nowhere")


def test_a_worker_does_not_start_with_a_folder_that_will_not_do(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="nowhere: No such file") as caught:
        Settings(redis_url="redis://", driver="local", checker_include=tmp_path / "nowhere")
    assert [error["loc"] for error in caught.value.errors()] == [("checker_include",)]

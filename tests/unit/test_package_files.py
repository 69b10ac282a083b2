"""Folders and zips of packages: plain files within bounds are read, all else is refused."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from equijudge.errors import BadArgument
from equijudge.package_files import read_package_files
from equijudge.problem_files import Refused, read_problem, read_problems
from equijudge_core.errors import BadProblem
from equijudge_core.formats.archive import Bounds, check_name, strip_root, unzip

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def zip_of(folder: Path, root: str) -> bytes:
    return zipped(
        *(
            (f"{root}{path.relative_to(folder)}", path.read_bytes())
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        )
    )


def package(folder: Path) -> Path:
    (folder / "data" / "secret").mkdir(parents=True)
    (folder / "problem.yaml").write_text("name: x\n")
    (folder / "data/secret/1.in").write_text("1 2\n")
    (folder / "data/secret/1.ans").write_text("3\n")
    return folder


@pytest.mark.parametrize("root", ["", "halves/"])
@pytest.mark.parametrize("name", ["kattis-legacy", "dmoj", "polygon"])
def test_a_zip_with_or_without_a_folder_on_top_is_its_folder(tmp_path: Path, name: str, root: str) -> None:
    path = tmp_path / f"{name}.zip"
    path.write_bytes(zip_of(FIXTURES / name, root))
    assert read_problem(path, None) == read_problem(FIXTURES / name, None)


def test_a_package_is_called_as_its_folder() -> None:
    assert read_problem(FIXTURES / "kattis-legacy", None).name == "kattis-legacy"


def test_a_package_is_found_by_its_name_among_files() -> None:
    assert read_problem(FIXTURES / "kattis-legacy", "kattis-legacy").name == "kattis-legacy"


def test_what_a_package_asks_for_in_vain_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "init.yml").write_text("custom_judge: a.py\n")
    (found,) = read_problems(tmp_path)
    assert isinstance(found, Refused)
    assert "custom_judge" in found.reason


def test_another_folder_and_another_file_are_no_packages(tmp_path: Path) -> None:
    (tmp_path / "problem.jsonl").write_text("{}\n")
    assert read_package_files(tmp_path) is None
    assert read_package_files(tmp_path / "problem.jsonl") is None


BAD_NAMES = ["../x", "/etc/passwd", "a/../../x", "a//b", "C:/x", "a\\..\\x", "a\nb", "./a", "a/" * 30 + "b", "x" * 500]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(BadProblem, match="no name"):
        check_name(name)


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "a\\b", "a:b"])
def test_a_zip_with_such_a_name_is_refused(name: str) -> None:
    with pytest.raises(BadProblem):
        unzip(zipped((name, b"")))


def test_a_link_in_a_zip_is_refused() -> None:
    link = zipfile.ZipInfo("data/secret/1.in")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(BadProblem, match="a link or a device"):
        unzip(zipped((link, b"/etc/passwd")))


def test_an_archive_that_inflates_without_end_is_cut_off() -> None:
    data = zipped(*((f"{number}", bytes(1 << 20)) for number in range(8)))
    assert len(data) < 20_000
    with pytest.raises(BadProblem, match="too large"):
        unzip(data, Bounds(total_bytes=4 << 20))


def test_an_archive_of_very_many_files_is_refused() -> None:
    with pytest.raises(BadProblem, match="entries"):
        unzip(zipped(*((f"{number}", b"") for number in range(11))), Bounds(files=10))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused() -> None:
    with pytest.raises(BadProblem, match="twice"):
        unzip(zipped(("a", b"1"), ("a", b"2")))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_take_memory_as_they_like_are_refused(method: int) -> None:
    with pytest.raises(BadProblem, match="another method"):
        unzip(zipped(("a", b"1"), method=method))


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(zipped(("a", b"1")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadProblem, match="encrypted"):
        unzip(bytes(data))


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_damaged_zip_is_a_fault(cut: int) -> None:
    data = zipped(("a", b"x" * 100), ("b", os.urandom(100)))
    with pytest.raises(BadProblem, match="damaged"):
        unzip(data[:-cut])


def test_a_wrong_checksum_is_a_fault() -> None:
    data = bytearray(zipped(("a", b"hello"), method=zipfile.ZIP_STORED))
    data[data.index(b"hello")] ^= 1
    with pytest.raises(BadProblem, match="damaged"):
        unzip(bytes(data))


def test_a_folder_on_top_is_taken_off_only_where_the_package_lies_in_it() -> None:
    assert strip_root({"x/problem.yaml": b"", "x/a": b""}, "problem.yaml") == ({"problem.yaml": b"", "a": b""}, "x")
    assert strip_root({"data/a": b""}, "problem.yaml") == ({"data/a": b""}, "")


def test_a_link_inside_a_package_is_what_it_leads_to(tmp_path: Path) -> None:
    folder = package(tmp_path / "p")
    (folder / "data/secret/2.in").symlink_to("1.in")
    (folder / "data/secret/2.ans").symlink_to("1.ans")
    assert len(read_problem(folder, None).private_tests) == 2


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../secret.txt"])
def test_a_link_that_leads_out_of_a_package_is_refused(tmp_path: Path, target: str) -> None:
    folder = package(tmp_path / "p")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "data/secret/2.in").symlink_to(target)
    with pytest.raises(BadArgument, match="leads out"):
        read_package_files(folder)


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    folder = package(tmp_path / "p")
    (folder / "data/more").symlink_to("/etc", target_is_directory=True)
    with pytest.raises(BadArgument, match="a link to a folder"):
        read_package_files(folder)


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    folder = package(tmp_path / "p")
    os.mkfifo(folder / "data/secret/2.in")
    with pytest.raises(BadArgument, match="no plain file"):
        read_package_files(folder)


def test_hidden_files_are_no_part_of_a_package(tmp_path: Path) -> None:
    folder = package(tmp_path / "p")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x")
    (folder / ".timelimit").write_text("3\n")
    assert sorted(read_package_files(folder) or {}) == [
        ".timelimit",
        "data/secret/1.ans",
        "data/secret/1.in",
        "problem.yaml",
    ]
    assert read_problem(folder, None).time_limit_s == 3.0

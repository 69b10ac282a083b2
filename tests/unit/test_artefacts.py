"""Compiled programs on disk: bounded, whole or not there, shared by processes, and never in the way of a verdict."""

from __future__ import annotations

import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from equijudge_sandbox import artefacts
from equijudge_sandbox.artefacts import HEAD, LARGEST_SHARE, ArtefactSettings, ArtefactStore

KEY, OTHER = "a" * 64, "b" * 64
DATA = b"\x7fELF" + bytes(range(256)) * 10
DAY_S = 24 * 3600.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "artefacts"


def store_in(folder: Path, most_bytes: int = 4 << 20, most_age_s: float = 30 * DAY_S) -> ArtefactStore:
    return ArtefactStore(ArtefactSettings(folder, most_bytes, most_age_s))


def set_age(folder: Path, key: str, age_s: float) -> None:
    then = time.time() - age_s
    os.utime(folder / key, (then, then))


def bytes_kept(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


@contextmanager
def longest_file(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("data", [DATA, b"", b"\0" * 100_000], ids=["binary", "nothing", "zeros"])
def test_what_was_put_is_got_by_every_store_of_the_folder(folder: Path, data: bytes) -> None:
    store_in(folder).put(KEY, data)
    assert store_in(folder).get(KEY) == data
    assert store_in(folder).get(OTHER) is None


def test_without_a_folder_nothing_is_kept() -> None:
    store = ArtefactStore(ArtefactSettings())
    store.put(KEY, DATA)
    assert store.get(KEY) is None


def test_nothing_is_got_and_nothing_made_before_anything_was_put(folder: Path) -> None:
    assert store_in(folder).get(KEY) is None
    assert not folder.exists()


def test_nobody_else_can_look_into_the_folder(folder: Path) -> None:
    store_in(folder).put(KEY, DATA)
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / KEY).stat().st_mode & 0o111 == 0


def test_what_is_put_again_replaces_what_was_there(folder: Path) -> None:
    store = store_in(folder)
    store.put(KEY, b"old")
    store.put(KEY, DATA)
    assert store.get(KEY) == DATA
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[: HEAD.size - 1],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: b"EJA0" + whole[4:],
        lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
        lambda whole: whole[:4] + bytes([whole[4] ^ 1]) + whole[5:],
        lambda whole: b"\0" * len(whole),
    ],
    ids=["empty", "half a head", "cut", "longer", "another version", "a bit", "a bit of the sum", "zeros"],
)
def test_what_is_damaged_is_not_there_and_is_removed(folder: Path, damage: object) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    assert callable(damage)
    (folder / KEY).write_bytes(damage((folder / KEY).read_bytes()))
    assert store.get(KEY) is None
    assert list(folder.iterdir()) == []
    store.put(KEY, DATA)
    assert store.get(KEY) == DATA


def test_what_is_damaged_and_cannot_be_removed_is_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    (folder / KEY).write_bytes(b"damaged")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "a read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(os, "unlink", refuse)
    assert store.get(KEY) is None


def test_what_is_too_old_is_not_there_and_is_removed(folder: Path) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    set_age(folder, KEY, 31 * DAY_S)
    assert store.get(KEY) is None
    assert list(folder.iterdir()) == []


def test_age_counts_from_the_last_use(folder: Path) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    set_age(folder, KEY, 29 * DAY_S)
    assert store.get(KEY) == DATA
    assert time.time() - (folder / KEY).stat().st_mtime < DAY_S


def test_what_is_too_old_goes_when_something_is_put_though_nobody_asks_for_it(folder: Path) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    set_age(folder, KEY, 31 * DAY_S)
    store.put(OTHER, DATA)
    assert [path.name for path in folder.iterdir()] == [OTHER]


def test_the_folder_never_holds_more_than_its_bound(folder: Path) -> None:
    store = store_in(folder, most_bytes=50_000)
    for number in range(200):
        store.put(f"{number:064}", bytes(300 + 37 * number % 1200))
        assert bytes_kept(folder) <= 50_000
    assert bytes_kept(folder) > 40_000


def test_what_was_used_longest_ago_goes_first(folder: Path) -> None:
    store = store_in(folder, most_bytes=40_000)
    keys = [f"{number:064}" for number in range(40)]
    for number, key in enumerate(keys):
        store.put(key, bytes(1000 - HEAD.size))
        set_age(folder, key, 100 - number)
    assert store.get(keys[0]) is not None  # and so is the youngest now
    store.put(OTHER, bytes(1000 - HEAD.size))
    there = {path.name for path in folder.iterdir()}
    gone = [key for key in keys if key not in there]
    assert gone
    assert gone == keys[1 : len(gone) + 1]
    assert OTHER in there


def test_what_takes_a_large_share_of_the_bound_is_not_kept_and_drives_nothing_out(folder: Path) -> None:
    most = 100_000
    store = store_in(folder, most)
    store.put(KEY, DATA)
    store.put(OTHER, bytes(int(LARGEST_SHARE * most) - HEAD.size + 1))
    assert store.get(OTHER) is None
    assert store.get(KEY) == DATA


def test_what_just_does_not_is_kept(folder: Path) -> None:
    most = 100_000
    largest = bytes(int(LARGEST_SHARE * most) - HEAD.size)
    store = store_in(folder, most)
    store.put(OTHER, largest)
    assert store.get(OTHER) == largest


def test_there_are_never_more_files_than_a_folder_can_bear(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artefacts, "MOST_FILES", 20)
    store = store_in(folder)
    for number in range(60):
        store.put(f"{number:064}", b"x")
        assert len(list(folder.iterdir())) <= 20
    assert store.get(f"{59:064}") == b"x"
    assert store.get(f"{0:064}") is None


def test_what_a_killed_writer_left_goes_with_age(folder: Path) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    (folder / ".tmp123").write_bytes(b"half")
    set_age(folder, ".tmp123", 31 * DAY_S)
    store.put(OTHER, DATA)
    assert {path.name for path in folder.iterdir()} == {KEY, OTHER}


@pytest.mark.parametrize("inside", ["", "a file"], ids=["empty", "full"])
def test_a_folder_in_the_folder_is_left_alone_and_in_nobodys_way(folder: Path, inside: str) -> None:
    """The root of a volume of its own has one: lost+found."""
    (folder / "lost+found").mkdir(parents=True)
    if inside:
        (folder / "lost+found" / inside).write_bytes(b"x")
    set_age(folder, "lost+found", 400 * DAY_S)
    store = store_in(folder, most_bytes=40_000)
    for number in range(60):
        store.put(f"{number:064}", bytes(1000))
    assert store.get(f"{59:064}") == bytes(1000)
    assert (folder / "lost+found").is_dir()


@pytest.mark.parametrize("place", ["a file", "no such device", "a link to nowhere"])
def test_a_folder_that_cannot_be_is_said_once_and_harms_nothing(
    tmp_path: Path, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere" / "at all")
    places = {
        "a file": tmp_path / "file",
        "no such device": Path("/proc/nothing"),
        "a link to nowhere": tmp_path / "link",
    }
    store = store_in(places[place])
    with caplog.at_level(logging.WARNING):
        for key in (KEY, OTHER, KEY):
            store.put(key, DATA)
            assert store.get(key) is None
    assert len(caplog.records) == 1
    assert str(places[place]) in caplog.text


def test_a_full_disk_costs_what_was_to_be_kept_and_leaves_no_half(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = store_in(folder)
    store.put(KEY, DATA)
    with longest_file(1000), caplog.at_level(logging.WARNING):
        store.put(OTHER, bytes(100_000))
    assert store.get(OTHER) is None
    assert store.get(KEY) == DATA
    assert [path.name for path in folder.iterdir()] == [KEY]
    assert len(caplog.records) == 1


def test_an_entry_that_is_a_folder_harms_nothing(folder: Path) -> None:
    (folder / KEY).mkdir(parents=True)
    store = store_in(folder)
    store.put(KEY, DATA)
    assert store.get(KEY) is None
    store.put(OTHER, DATA)
    assert store.get(OTHER) == DATA


WRITER = """
import sys
from pathlib import Path
from equijudge_sandbox.artefacts import ArtefactSettings, ArtefactStore

folder, most_bytes, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
store = ArtefactStore(ArtefactSettings(folder, most_bytes))
wrong = got = 0
for round in range(300):
    number = (round * 7 + seed) % 90
    kept = store.get(f"{number:064}")
    got += kept is not None
    data = bytes([number % 256]) * (100 * number + 5)
    wrong += kept is not None and kept != data
    store.put(f"{number:064}", data)
print(wrong, got)
"""


@pytest.mark.parametrize("most_bytes", [4 << 20, 320_000], ids=["room for all", "room for some"])
def test_processes_that_write_and_drive_out_at_once_never_read_a_half(folder: Path, most_bytes: int) -> None:
    command = [sys.executable, "-c", WRITER, str(folder), str(most_bytes)]
    writers = [subprocess.Popen([*command, str(seed)], stdout=subprocess.PIPE, text=True) for seed in range(4)]
    answers = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert [wrong for wrong, _ in answers] == ["0"] * 4
    assert all(int(got) > 0 for _, got in answers)
    assert all(len(path.name) == 64 for path in folder.iterdir())

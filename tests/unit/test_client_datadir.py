"""The embedded judge's directory: one instance, and who is counted as its user."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from equijudge import EmbeddedError
from equijudge.embedded.datadir import DataDir, Instance, is_last_user


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    found = DataDir(tmp_path / "data")
    found.create()
    return found


def instance() -> Instance:
    return Instance("http://127.0.0.1:1", "k" * 32, os.getpid())


def test_a_state_file_without_the_lock_means_nothing(data: DataDir) -> None:
    data.publish(instance())
    assert data.running() is None


def test_a_published_instance_is_found_while_the_lock_is_held(data: DataDir) -> None:
    lock = data.take(timeout_s=0)
    data.publish(instance())
    assert data.running() == instance()
    os.close(lock)
    assert data.running() is None


def test_a_directory_that_is_not_there_has_no_instance(tmp_path: Path) -> None:
    assert DataDir(tmp_path / "nowhere").running() is None


def test_a_broken_state_file_is_no_instance(data: DataDir) -> None:
    lock = data.take(timeout_s=0)
    (data.path / "instance.json").write_text('{"url": 1}')
    assert data.running() is None
    os.close(lock)


def test_a_second_instance_is_refused_and_told_of_the_first(data: DataDir) -> None:
    lock = data.take(timeout_s=0)
    data.publish(instance())
    with pytest.raises(EmbeddedError, match=r"already running .* http://127\.0\.0\.1:1"):
        data.take(timeout_s=0)
    os.close(lock)


def test_a_lock_without_an_instance_is_waited_for_only_so_long(data: DataDir) -> None:
    lock = data.take(timeout_s=0)
    with pytest.raises(EmbeddedError, match="another process holds"):
        data.take(timeout_s=0)
    os.close(lock)


def test_the_key_is_made_once_and_private(data: DataDir) -> None:
    assert data.api_key() == data.api_key()
    assert len(data.api_key()) >= 32
    assert (data.path / "key").stat().st_mode & 0o077 == 0


def test_the_starter_waits_for_other_users(data: DataDir) -> None:
    with data.register_user() as mine:
        with data.register_user():
            assert not is_last_user(mine, wait=False)
        assert is_last_user(mine, wait=False)


def test_redis_listens_beside_the_data(data: DataDir) -> None:
    assert data.socket().parent == data.path


def test_a_path_too_long_for_a_socket_is_replaced_by_a_private_one(tmp_path: Path) -> None:
    data = DataDir(tmp_path / ("d" * 120))
    socket = data.socket()
    assert len(os.fsencode(socket)) < 108
    assert socket.parent.stat().st_mode & 0o077 == 0
    assert socket == data.socket()
    socket.parent.rmdir()


def test_a_directory_that_cannot_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedError, match="EQUIJUDGE_DATA_DIR"):
        DataDir(tmp_path / "file" / "data").create()

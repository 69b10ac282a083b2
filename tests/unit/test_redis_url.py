"""Redis's password comes from a file, and a URL that would name a second one is refused."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pydantic import ValidationError
from redis import Redis

from equijudge_api.settings import Settings as ApiSettings
from equijudge_queue.redis_url import redis_address
from equijudge_verifier.settings import Settings as VerifierSettings

URL = "redis://redis:6379/3"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "password"
    made.write_text("p@ss/w:rd%?#\n")
    return made


def test_without_a_file_the_url_is_as_it_was() -> None:
    assert redis_address(URL, None) == URL


def test_a_password_of_any_characters_reaches_redis_whole(file: Path) -> None:
    made = redis_address(URL, file)
    assert unquote(urlsplit(made).password or "") == "p@ss/w:rd%?#"
    options = Redis.from_url(made).connection_pool.connection_kwargs
    assert (options["password"], options["host"], options["db"]) == ("p@ss/w:rd%?#", "redis", 3)
    over_unix = Redis.from_url(redis_address("unix:///run/redis.sock", file)).connection_pool.connection_kwargs
    assert (over_unix["password"], over_unix["path"]) == ("p@ss/w:rd%?#", "/run/redis.sock")


def test_a_password_given_twice_is_refused(file: Path) -> None:
    with pytest.raises(ValueError, match="once"):
        redis_address("redis://:x@redis/0", file)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_file_without_a_password_is_named_when_the_process_starts(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").write_text("\n")
    for settings in (ApiSettings, VerifierSettings):
        with pytest.raises(ValidationError, match=f"{tmp_path}/{name}"):
            settings(redis_url=URL, driver="local", redis_password_file=tmp_path / name)


def test_settings_show_the_file_and_never_the_password(file: Path) -> None:
    made = ApiSettings(redis_url=URL, redis_password_file=file)
    assert "p@ss" not in repr(made)
    assert "p%40ss" in made.redis_address()

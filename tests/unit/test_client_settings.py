"""Which service a client talks to, and what started processes inherit."""

from __future__ import annotations

from pathlib import Path

import pytest

from equijudge import BadArgument
from equijudge.connection import Connection
from equijudge.settings import inherited_environment, load_settings


@pytest.fixture(autouse=True)
def _no_settings_of_the_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("EQUIJUDGE_URL", raising=False)
    monkeypatch.delenv("EQUIJUDGE_API_KEY", raising=False)
    monkeypatch.setenv("EQUIJUDGE_DATA_DIR", str(tmp_path))


def test_what_is_given_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_URL", "http://elsewhere")
    assert Connection.find("http://here/", "k", None, None).url == "http://here"


def test_the_environment_names_the_service_and_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_URL", "http://elsewhere")
    monkeypatch.setenv("EQUIJUDGE_API_KEY", "secret")
    found = Connection.find(None, None, None, None)
    assert (found.url, found.api_key) == ("http://elsewhere", "secret")


def test_without_any_service_the_remedy_is_named() -> None:
    with pytest.raises(BadArgument, match="equijudge up"):
        Connection.find(None, None, None, None)


def test_a_key_is_not_shown() -> None:
    assert "secret" not in repr(Connection.find("http://here", "secret", None, None))


def test_a_key_in_the_settings_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_API_KEY", "secret")
    assert "secret" not in repr(load_settings())


def test_parts_do_not_inherit_where_another_deployment_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_REDIS_URL", "redis://production")
    monkeypatch.setenv("EQUIJUDGE_TIME_CEILING_S", "30")
    inherited = inherited_environment()
    assert "EQUIJUDGE_REDIS_URL" not in inherited
    assert inherited["EQUIJUDGE_TIME_CEILING_S"] == "30"

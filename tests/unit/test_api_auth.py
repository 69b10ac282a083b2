"""Who gets in, and that nobody else is listened to."""

from __future__ import annotations

import hashlib
import hmac
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from equijudge_api.app import create_app
from equijudge_api.http.auth import BadSettings, Keys, Principal, bearer_key, load_keys, read_key_file
from equijudge_api.settings import Settings

KEY, OTHER = "k" * 20, "o" * 20


def settings(**changes: object) -> Settings:
    return Settings.model_validate({"redis_url": "redis://127.0.0.1:1", **changes})


def app(**changes: object) -> FastAPI:
    return create_app(settings(api_keys=f"{OTHER}, {KEY}", **changes))


async def post(to: FastAPI, headers: dict[str, str], url: str = "http://127.0.0.1/verify") -> httpx.Response:
    """A body that breaks the test when somebody reads it."""

    class RawBody:
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"{"
            raise AssertionError("the body was read")

    coded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(to)) as client:
        return await client.post(url, headers=coded, content=RawBody())


@pytest.mark.parametrize(
    "given", ["", KEY, f"Bearer {KEY}x", f"Bearer {KEY[:-1]}", f"Basic {KEY}", "Bearer", "Bearer ", "Bearer \xff"]
)
async def test_a_stranger_is_refused_before_the_body_is_read(given: str) -> None:
    answer = await post(app(), {"authorization": given} if given else {})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("given", [f"Bearer {KEY}", f"bearer {OTHER}", f"Bearer  {KEY} "])
def test_any_of_the_keys_opens(given: str) -> None:
    assert Keys([KEY, OTHER]).find_principal(bearer_key(given))


@pytest.mark.parametrize("path", ["/healthz", "/docs", "/openapi.json"])
async def test_some_pages_are_open(path: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app())) as client:
        assert (await client.get(f"http://judge{path}")).status_code == 200


async def test_a_path_that_is_not_there_tells_a_stranger_nothing() -> None:
    answer = await post(app(), {}, "http://127.0.0.1/nothing")
    assert answer.status_code == 401


async def test_without_keys_only_loopback_names_are_served() -> None:
    """A page in a browser can give its own name the address 127.0.0.1."""
    open_to_all = create_app(settings(auth="off"))
    answer = await post(open_to_all, {"content-type": "application/json"}, "http://evil.example/verify")
    assert answer.status_code == 403
    assert (await post(open_to_all, {"host": "[::"}, "http://localhost/verify")).status_code == 403
    assert (await post(open_to_all, {}, "http://localhost:8000/verify")).status_code == 415


def test_it_does_not_start_without_keys() -> None:
    with pytest.raises(BadSettings, match="no keys"):
        load_keys(settings())


def test_it_does_not_start_with_keys_off_beyond_loopback() -> None:
    with pytest.raises(BadSettings, match="loopback"):
        load_keys(settings(auth="off", host="0.0.0.0"))


def test_it_does_not_start_with_a_key_that_can_be_guessed() -> None:
    with pytest.raises(BadSettings, match="at least 16"):
        load_keys(settings(api_keys="secret"))


def test_a_key_file_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    first = read_key_file(file)
    assert read_key_file(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(first[0][0]) >= 32


def test_keys_are_not_shown_with_the_settings() -> None:
    shown = repr(settings(api_keys=KEY, outcome_only_keys=OTHER))
    assert KEY not in shown
    assert OTHER not in shown


def test_all_keys_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bytes] = []

    def compare(given: bytes, known: bytes) -> bool:
        compared.append(known)
        return given == known

    monkeypatch.setattr(hmac, "compare_digest", compare)
    Keys([KEY, OTHER], ["x" * 20]).find_principal(KEY.encode())
    assert compared == [hashlib.sha256(key.encode()).digest() for key in (KEY, OTHER, "x" * 20)]


def test_an_owner_is_named_by_the_keys_hash_and_never_by_the_key() -> None:
    owner = Keys([KEY], [OTHER]).find_principal(OTHER.encode())
    assert owner == Principal(hashlib.sha256(OTHER.encode()).hexdigest()[:12], outcome_only=True)
    assert OTHER not in repr(owner)


def test_a_line_of_the_key_file_says_of_what_kind_the_key_is(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(f"# operators\n{KEY}\n\n{OTHER}  outcome-only\n{OTHER}-w worker\n")
    assert read_key_file(file) == [(KEY, ""), (OTHER, "outcome-only"), (f"{OTHER}-w", "worker")]


@pytest.mark.parametrize("line", [f"{KEY} all", f"{KEY} outcome-only too", f"{KEY},{OTHER} x"])
def test_a_line_of_another_shape_is_refused_and_not_repeated(tmp_path: Path, line: str) -> None:
    file = tmp_path / "keys"
    file.write_text(f"{KEY}\n{line}\n")
    with pytest.raises(BadSettings, match="line 2") as refused:
        read_key_file(file)
    assert KEY not in str(refused.value)


def test_a_key_cannot_be_both_full_and_outcome_only() -> None:
    for other in ("outcome_only_keys", "worker_keys"):
        with pytest.raises(BadSettings, match="two kinds"):
            load_keys(settings(api_keys=KEY, **{other: KEY}))


def test_a_worker_key_is_a_full_one_that_may_lease_for_all() -> None:
    owner = load_keys(settings(api_keys=KEY, worker_keys=OTHER)).find_principal(OTHER.encode())
    assert owner is not None
    assert (owner.worker, owner.outcome_only) == (True, False)


def test_outcome_only_keys_are_enough_to_start() -> None:
    assert load_keys(settings(outcome_only_keys=KEY)).is_required

"""Bearer keys: compared in constant time, held as hashes, never logged."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from equijudge_api.errors import answer
from equijudge_api.settings import Settings

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="equijudge"'}
SHORTEST = 16
OPEN_PATHS = frozenset({"/healthz", "/readyz", "/docs", "/redoc", "/openapi.json"})


class BadSettings(Exception):
    """The API cannot be run safely with these settings; the text says what to change."""


class Keys:
    """The keys that open the API; none at all when authentication is off."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._hashes = [hashlib.sha256(key.encode()).digest() for key in keys]

    @property
    def asked_for(self) -> bool:
        """Whether a key is needed at all."""
        return bool(self._hashes)

    def open_with(self, authorization: str) -> bool:
        """Whether this Authorization header carries one of the keys."""
        scheme, _, key = authorization.partition(" ")
        given = hashlib.sha256(key.strip().encode("utf-8", "surrogateescape")).digest()
        # all keys are compared, and hashes of one length: neither tells how near a guess was
        matches = [hmac.compare_digest(given, known) for known in self._hashes]
        return scheme.lower() == "bearer" and any(matches)


class Authentication:
    """ASGI middleware: 401 without a key, before a byte of the body is read. OPEN_PATHS need none.

    With authentication off it is the name by which the service was called that must be loopback's: a page in a
    browser can give its own name this machine's address, and would otherwise be let in.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["path"] in OPEN_PATHS:
            await self._app(scope, receive, send)
            return
        refused = self._refusal(Headers(scope=scope))
        await (refused or self._app)(scope, receive, send)

    def _refusal(self, headers: Headers) -> Response | None:
        if not self._keys.asked_for:
            called = headers.get("host", "")
            return (
                None if is_loopback(host_of(called)) else answer(403, f"keys are off, and {called!r} is not loopback")
            )
        if self._keys.open_with(headers.get("authorization", "")):
            return None
        return answer(401, "a valid key is needed: Authorization: Bearer <key>", headers=CHALLENGE)


def make_keys(settings: Settings) -> Keys:
    """The keys of the settings. Raises BadSettings when there are none, or auth is off beyond loopback."""
    if settings.auth == "off":
        if not is_loopback(settings.host):
            raise BadSettings("EQUIJUDGE_AUTH=off is for loopback only: set EQUIJUDGE_HOST=127.0.0.1, or use keys")
        return Keys([])
    keys = [key.strip() for key in settings.api_keys.get_secret_value().split(",") if key.strip()]
    if settings.api_key_file is not None:
        keys += keys_of_file(settings.api_key_file)
    if not keys:
        raise BadSettings(
            "no keys: set EQUIJUDGE_API_KEYS or EQUIJUDGE_API_KEY_FILE, or EQUIJUDGE_AUTH=off on loopback"
        )
    if any(len(key) < SHORTEST for key in keys):
        raise BadSettings(f"every key must have at least {SHORTEST} characters")
    return Keys(keys)


def keys_of_file(path: Path) -> list[str]:
    """The file's keys; a file that is not there is made, readable by its owner alone, with one new key."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as handle:
            handle.write(secrets.token_urlsafe(32) + "\n")
    return [line.strip() for line in path.read_text().splitlines() if line.strip()]


def host_of(called: str) -> str:
    """The name or address in a Host header; '' when there is none."""
    try:
        return urlsplit("//" + called).hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

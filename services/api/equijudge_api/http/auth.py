"""Authenticate by bearer keys: compared in constant time, held as hashes, never logged."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from equijudge_api.http.problem_details import problem_response
from equijudge_api.settings import Settings

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="equijudge"'}
MIN_KEY_LENGTH = 16
KEY_ID_DIGITS = 12  # hexadecimal, of the key's hash
FULL = ""
OUTCOME_ONLY = "outcome-only"
WORKER = "worker"
OPEN_PATHS = frozenset({"/healthz", "/readyz", "/docs", "/redoc", "/openapi.json"})


class BadSettings(Exception):
    """The API cannot be run safely with these settings; the text says what to change."""


@dataclass(frozen=True)
class Principal:
    """Who asks: the start of the key's SHA-256, never the key. `outcome_only`: see outcome_only.py. `worker`: may lease
    training runs of every key; else of its own alone."""

    key_id: str
    outcome_only: bool = False
    worker: bool = False


ANYBODY = Principal("open")  # authentication is off


class Keys:
    """The keys that open the API; none at all when authentication is off."""

    def __init__(self, keys: Iterable[str], outcome_only: Iterable[str] = (), worker: Iterable[str] = ()) -> None:
        self._principals = [
            (digest, Principal(digest.hex()[:KEY_ID_DIGITS], outcome_only=kind == OUTCOME_ONLY, worker=kind == WORKER))
            for some, kind in ((keys, FULL), (outcome_only, OUTCOME_ONLY), (worker, WORKER))
            for digest in (hashlib.sha256(key.encode()).digest() for key in some)
        ]

    @property
    def is_required(self) -> bool:
        """Whether a key is needed at all."""
        return bool(self._principals)

    def find_principal(self, authorization: str) -> Principal | None:
        """Find who this Authorization header belongs to; None: nobody."""
        scheme, _, key = authorization.partition(" ")
        given = hashlib.sha256(key.strip().encode("utf-8", "surrogateescape")).digest()
        # all keys are compared, and hashes of one length: neither tells how near a guess was
        matches = [principal for digest, principal in self._principals if hmac.compare_digest(given, digest)]
        return matches[0] if matches and scheme.lower() == "bearer" else None


class Authentication:
    """ASGI middleware: 401 without a key, before a byte of the body is read. OPEN_PATHS need none.

    Who asks is then `principal` in the request's state, None where no key was needed and none is known. With
    authentication off it is the name by which the service was called that must be loopback's: a page in a browser can
    give its own name this machine's address, and would otherwise be let in.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asks: Principal | Response | None = self._who(Headers(scope=scope))
        if isinstance(asks, Response):
            if scope["path"] not in OPEN_PATHS:
                await asks(scope, receive, send)
                return
            asks = None
        scope.setdefault("state", {})["principal"] = asks
        await self._app(scope, receive, send)

    def _who(self, headers: Headers) -> Principal | Response:
        if not self._keys.is_required:
            called = headers.get("host", "")
            return (
                ANYBODY
                if is_loopback(host_name(called))
                else problem_response(403, f"keys are off, {called!r} is not loopback")
            )
        owner = self._keys.find_principal(headers.get("authorization", ""))
        return owner or problem_response(401, "a valid key is needed: Authorization: Bearer <key>", headers=CHALLENGE)


def load_keys(settings: Settings) -> Keys:
    """Load the keys of the settings. Raise BadSettings when there are none, or auth is off beyond loopback."""
    if settings.auth == "off":
        if not is_loopback(settings.host):
            raise BadSettings("EQUIJUDGE_AUTH=off is for loopback only: set EQUIJUDGE_HOST=127.0.0.1, or use keys")
        return Keys([])
    given = [
        *((key, FULL) for key in split_keys(settings.api_keys)),
        *((key, OUTCOME_ONLY) for key in split_keys(settings.outcome_only_keys)),
        *((key, WORKER) for key in split_keys(settings.worker_keys)),
        *(read_key_file(settings.api_key_file) if settings.api_key_file is not None else ()),
    ]
    if not given:
        raise BadSettings(
            "no keys: set EQUIJUDGE_API_KEYS or EQUIJUDGE_API_KEY_FILE, or EQUIJUDGE_AUTH=off on loopback"
        )
    if any(len(key) < MIN_KEY_LENGTH for key, _ in given):
        raise BadSettings(f"every key must have at least {MIN_KEY_LENGTH} characters")
    kinds = dict(given)
    if any(kinds[key] != kind for key, kind in given):
        raise BadSettings("a key is given as of two kinds, full, outcome-only or worker: give it once")
    return Keys(*([key for key, kind in kinds.items() if kind == each] for each in (FULL, OUTCOME_ONLY, WORKER)))


def split_keys(keys: SecretStr) -> list[str]:
    """Split keys at commas."""
    return [key.strip() for key in keys.get_secret_value().split(",") if key.strip()]


def read_key_file(path: Path) -> list[tuple[str, str]]:
    """Read the file's keys, each with its kind: a key on a line, then perhaps `outcome-only` or `worker`; `#` begins a
    comment line. A file that is not there is made, readable by its owner alone, with one new key.

    Raise BadSettings for a line of another shape, without repeating it.
    """
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as handle:
            handle.write(secrets.token_urlsafe(32) + "\n")
    found = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line.strip() or line.strip().startswith("#"):
            continue
        key, *words = line.split()
        if words not in ([], [OUTCOME_ONLY], [WORKER]):
            raise BadSettings(
                f"EQUIJUDGE_API_KEY_FILE, line {number}: only {OUTCOME_ONLY} or {WORKER} may follow the key"
            )
        found.append((key, words[0] if words else FULL))
    return found


def host_name(called: str) -> str:
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

"""Authenticate by keys, compared in constant time, held as hashes, never logged; keep pages of others out.

A key comes as `Authorization: Bearer KEY`; to the drop-ins also as the password of `Basic`, which is what clients that
know nothing of keys send where the address is `http://user:KEY@host`. A browser adds a key to a request of its own
accord in the second case alone, so there, and where no key is needed at all, a request that says from which page it
comes (`Origin`) must come from this service. Content types are request_body.RequireJson's: a page of somebody else's
can send no JSON without asking first (a preflight), and nobody answers that.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from equijudge_api.http.problem_details import problem_response
from equijudge_api.settings import Settings

# not Basic: a browser that is told of it asks its user for a password, and then sends that along with every request
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="equijudge"'}
MIN_KEY_LENGTH = 16
KEY_ID_DIGITS = 12  # hexadecimal, of the key's hash
FULL = ""
OUTCOME_ONLY = "outcome-only"
WORKER = "worker"
OPEN_PATHS = frozenset(
    {"/", "/healthz", "/readyz", "/docs", "/redoc", "/openapi.json", "/sandboxfusion/v1/ping", "/code-judge/ping"}
)
ASSETS = "/assets/"  # what pages load
# where a key may come as a password; the last three are of code-judge, for its clients that lose a prefix
DROP_INS = ("/sandboxfusion/", "/code-judge/", "/run/", "/judge/", "/status")


def is_open(scope: Scope) -> bool:
    """Whether the request needs no key: it is for one of OPEN_PATHS, or an asset of theirs."""
    path = scope["path"].removeprefix(scope.get("root_path", ""))  # of the application that this one is mounted in
    return path in OPEN_PATHS or path.startswith(ASSETS)


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

    def find_principal(self, key: bytes | None) -> Principal | None:
        """Find whose key it is; None: nobody's."""
        given = hashlib.sha256(key or b"").digest()
        # all keys are compared, and hashes of one length: neither tells how near a guess was
        matches = [principal for digest, principal in self._principals if hmac.compare_digest(given, digest)]
        return matches[0] if matches else None


class Authentication:
    """ASGI middleware: 401 without a key, before a byte of the body is read; what is_open needs none.

    Who asks is then `principal` in the request's state, None where no key was needed and none is known. With
    authentication off it is the name by which the service was called that must be loopback's: a page in a browser can
    give its own name this machine's address, and would otherwise be let in. See the module for `Origin`.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asks: Principal | Response | None = self._who(scope["path"], Headers(scope=scope))
        if isinstance(asks, Response):
            if not is_open(scope):
                await asks(scope, receive, send)
                return
            asks = None
        scope.setdefault("state", {})["principal"] = asks
        await self._app(scope, receive, send)

    def _who(self, path: str, headers: Headers) -> Principal | Response:
        called, given = headers.get("host", ""), headers.get("authorization", "")
        by_password = path.startswith(DROP_INS) and scheme_of(given) == "basic"
        if self._keys.is_required:
            owner = self._keys.find_principal(password_in(given) if by_password else bearer_key(given))
            if owner is None:
                return problem_response(401, f"a valid key is needed: {_how(path, given)}", headers=CHALLENGE)
        elif is_loopback(host_name(called)):
            owner = ANYBODY
        else:
            return problem_response(403, f"keys are off, {called!r} is not loopback")
        if (by_password or owner is ANYBODY) and not is_own_page(headers.getlist("origin"), called):
            return problem_response(403, f"a page of {headers['origin']!r} is not let in, only this service's own")
        return owner


def _how(path: str, given: str) -> str:
    """How a key is sent to `path`. What is said of a password does not depend on its being a key."""
    bearer = "Authorization: Bearer <key>"
    if path.startswith(DROP_INS):
        return f"{bearer}, or http://user:<key>@host"
    if scheme_of(given) == "basic":  # an address of a drop-in that lacks its prefix, most likely
        return f"{bearer}; a key is a password below /sandboxfusion and /code-judge alone"
    return bearer


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


def scheme_of(authorization: str) -> str:
    """The scheme of an Authorization header, in lower case."""
    return authorization.partition(" ")[0].lower()


def bearer_key(authorization: str) -> bytes | None:
    """The key in an Authorization header; None: it is of another scheme."""
    key = authorization.partition(" ")[2].strip()
    return key.encode("utf-8", "surrogateescape") if scheme_of(authorization) == "bearer" else None


def password_in(authorization: str) -> bytes | None:
    """The password in an Authorization header of the scheme Basic, whatever the user's name; None: it is malformed."""
    try:
        text = base64.b64decode(authorization.partition(" ")[2].strip(), validate=True)
    except ValueError:  # also of what is not ASCII
        return None
    return text.partition(b":")[2]


def is_own_page(origins: Sequence[str], called: str) -> bool:
    """Whether a request comes from no page at all, or from one of the service that was `called` so (a Host header)."""
    return all(origin.lower() in (f"http://{called.lower()}", f"https://{called.lower()}") for origin in origins)


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

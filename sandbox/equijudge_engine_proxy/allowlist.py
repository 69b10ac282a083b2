"""The only calls that pass, those of the docker driver: a request in, a call or a Refusal out. Pure.

Paths are matched as they came and nothing in them is decoded, so that no second reading of them exists; what
matches holds no character that an engine could take for another. Parameters are read by name, each with the values
that the driver gives it; the engine's own parameters are written by the proxy.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, quote

from equijudge_engine_proxy.http import Refusal, Request
from equijudge_sandbox.drivers.cell_container import LABEL

VERSION = r"(?:/v1\.[0-9]{1,3})?"
CONTAINER = re.compile(VERSION + r"/containers/([0-9a-f]{64})(/[a-z]+)?")
ENDED_STATES = ("exited", "dead")


class Kind(StrEnum):
    """What a verifier may ask for."""

    PING = "ping"
    VERSION = "version"
    IMAGE = "image"
    LIST = "list"
    CREATE = "create"
    ATTACH = "attach"
    START = "start"
    WAIT = "wait"
    INSPECT = "inspect"
    REMOVE = "remove"


ON_CONTAINER = {
    ("POST", "/attach"): (Kind.ATTACH, {"stdin": "1", "stdout": "1", "stream": "1"}),
    ("POST", "/start"): (Kind.START, {}),
    ("POST", "/wait"): (Kind.WAIT, {}),
    ("GET", "/json"): (Kind.INSPECT, {}),
    ("DELETE", None): (Kind.REMOVE, {"v": "False", "link": "False", "force": "True"}),
}


@dataclass(frozen=True, slots=True)
class Call:
    """container: its whole id; name and body: of the one to be made; status: of those to be listed."""

    kind: Kind
    container: str = ""
    name: str = ""
    body: Any = None
    status: str = ""


def parse_call(request: Request, image: str) -> Call:
    """Read a request as a call. image: the name of the only image. Raises Refusal (400, 403)."""
    path, _, query = request.target.partition("?")
    given = parse_query(query)
    call = match_call(request, path, given, image)
    if request.is_upgrade != (call.kind is Kind.ATTACH):
        raise Refusal(400, "attach is what upgrades, and nothing else")
    if call.kind is Kind.ATTACH and request.headers.get("upgrade") != "tcp":
        raise Refusal(400, "Upgrade: tcp is the only one")
    if request.body.strip() not in (b"", b"{}", b"null") and call.kind is not Kind.CREATE:
        raise Refusal(400, "a body where none belongs")
    return call


def match_call(request: Request, path: str, given: dict[str, str], image: str) -> Call:
    """Find the call by method, path and parameters. Raises Refusal (403)."""
    asked = request.method, re.sub(f"^{VERSION}(?=/)", "", path)
    if asked == ("GET", "/_ping"):
        return expect_parameters({}, given, Call(Kind.PING))
    if asked == ("GET", "/version"):
        return expect_parameters({}, given, Call(Kind.VERSION))
    if asked == ("GET", f"/images/{quote(image, safe='/:')}/json"):
        return expect_parameters({}, given, Call(Kind.IMAGE))
    if asked == ("GET", "/containers/json"):
        return Call(Kind.LIST, status=parse_list_status(given))
    if asked == ("POST", "/containers/create"):
        name = given.pop("name", "")
        return expect_parameters({}, given, Call(Kind.CREATE, name=name, body=parse_json(request.body)))
    found = CONTAINER.fullmatch(path)
    known = ON_CONTAINER.get((request.method, found[2])) if found else None
    if found is None or known is None:
        raise Refusal(403, "not a call that cells need")
    kind, wanted = known
    return expect_parameters(wanted, given, Call(kind, container=found[1]))


def expect_parameters(wanted: dict[str, str], given: dict[str, str], call: Call) -> Call:
    """Return the call if the parameters are those wanted. Raises Refusal (403)."""
    if given != wanted:
        raise Refusal(403, f"{call.kind}: its parameters are {wanted}")
    return call


def parse_list_status(given: dict[str, str]) -> str:
    """Read which containers are to be listed: of the driver's label, in one of two states. Raises Refusal (403)."""
    filters = parse_json(given.pop("filters", "").encode())
    wanted = {"limit": "-1", "all": "1", "size": "0", "trunc_cmd": "0"}
    for status in ENDED_STATES:
        if given == wanted and filters == {"label": [LABEL], "status": [status]}:
            return status
    raise Refusal(403, "list: cells that have ended, as the driver asks for them")


def parse_query(query: str) -> dict[str, str]:
    """Read a query string. Raises Refusal (400) for a name given twice, and for what is no query."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=8) if query else []
    except ValueError as error:
        raise Refusal(400, "not a query") from error
    if len(dict(pairs)) != len(pairs):
        raise Refusal(400, "a parameter given twice")
    return dict(pairs)


def parse_json(data: bytes) -> Any:
    """Read JSON whose objects name nothing twice, in any case of letters, as Go reads them. Raises Refusal (400)."""
    try:
        return json.loads(data, object_pairs_hook=reject_duplicate_names)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "not JSON, or a name given twice") from error


def reject_duplicate_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object. Raises ValueError when names are the same but for their case."""
    if len({name.casefold() for name, _ in pairs}) != len(pairs):
        raise ValueError("a name given twice")
    return dict(pairs)

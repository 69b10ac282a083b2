"""Carries calls out: the cells that this proxy made, and what it asks of the engine for them.

1. A container is touched only if this process made it: its id came in the engine's answer to our own create.
2. What the engine gets is written here from parameters that were checked; nothing of a request is passed on.
3. What a verifier gets is chosen field by field; an engine tells more than it needs to know.
4. Cells of a proxy that ended read the end of their stdin and end; whoever is started next clears them away. A cell
   is cleared away when two looks have found it ended: its verifier has had the time to ask how it ended.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from equijudge_engine_proxy.allowlist import Call, Kind
from equijudge_engine_proxy.engine import Engine, EngineUnavailable
from equijudge_engine_proxy.http import Refusal
from equijudge_sandbox.drivers.cell_container import LABEL, CellBounds, NoCell, create_body, spec_of

SHOWN_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.VERSION: ("ApiVersion", "MinAPIVersion", "Version"),
    Kind.IMAGE: ("Id",),
    Kind.LIST: ("Id", "Created", "State"),
    Kind.CREATE: ("Id", "Warnings"),
    Kind.WAIT: ("StatusCode",),
    Kind.INSPECT: ("Id", "State"),
}
SHOWN_STATE = ("Status", "Running", "OOMKilled", "Dead", "ExitCode", "StartedAt", "FinishedAt")
GONE = 404
MAX_REMEMBERED = 1000  # cells that are gone: whoever removes one twice is told so


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be asked for: see settings.Settings."""

    image: str
    runtime: str
    memory_bytes: int
    nano_cpus: int
    cells: int


class Cells:
    """The containers that this process made and that are there (`made`). Thread-safe."""

    def __init__(self, engine: Engine, policy: Policy) -> None:
        self._engine, self._policy = engine, policy
        self._lock = threading.Lock()
        self._making = 0
        self.made: set[str] = set()
        self._images: frozenset[str] = frozenset()
        self._ended_before: set[str] = set()
        self._gone: deque[str] = deque(maxlen=MAX_REMEMBERED)

    def own(self, container: str) -> str:
        """The id of a container that was made here. Raises Refusal: 404 for one that is gone, else 403."""
        if container in self._gone:
            raise Refusal(GONE, "the cell is gone")
        if container not in self.made:
            raise Refusal(403, "not a container that was made here")
        return container

    def answer(self, call: Call) -> tuple[int, bytes]:
        """Status and body for a call other than attach. Raises Refusal, EngineAway."""
        match call.kind:
            case Kind.PING:
                return self._engine.call("GET", "/_ping")
            case Kind.VERSION:
                return filter_answer(call.kind, *self._engine.call("GET", "/version"))
            case Kind.IMAGE:
                return filter_answer(call.kind, *self._image())
            case Kind.LIST:
                return self._list(call.status)
            case Kind.CREATE:
                return self._create(call)
            case Kind.REMOVE:
                return self.remove(self.own(call.container))
            case Kind.START:
                return self._engine.call("POST", f"/containers/{self.own(call.container)}/start")
            case Kind.WAIT:
                path = f"/containers/{self.own(call.container)}/wait"
                return filter_answer(call.kind, *self._engine.call("POST", path))
            case Kind.INSPECT:
                path = f"/containers/{self.own(call.container)}/json"
                return filter_answer(call.kind, *self._engine.call("GET", path))
        raise Refusal(403, "not a call that is answered")

    def remove(self, container: str) -> tuple[int, bytes]:
        """Kill and remove one of the cells. Raises EngineAway."""
        status, body = self._engine.call("DELETE", f"/containers/{container}", force="1")
        if status in (204, GONE):
            self._forget({container})
        return status, body

    def clear(self) -> None:
        """Remove cells that had ended at the last look too, or were never started, whoever made them: they only hold
        their names. Forget those that are gone. Raises EngineAway."""
        made = set(self.made)
        ended = {each["Id"] for each in self._cells(status=["created", "exited", "dead"])}
        for container in ended & self._ended_before:
            self.remove(container)
        self._ended_before = ended
        self._forget(made - {each["Id"] for each in self._cells()})

    def _forget(self, containers: set[str]) -> None:
        self._gone.extend(containers & self.made)
        self.made.difference_update(containers)

    def _image(self) -> tuple[int, bytes]:
        """The image as it is now; its id may run from now on."""
        status, body = self._engine.call("GET", f"/images/{quote(self._policy.image, safe='/:')}/json")
        if status == 200:
            self._images |= {str(parse_answer(body)["Id"])}
        return status, body

    def _create(self, call: Call) -> tuple[int, bytes]:
        if not self._images:
            self._image()
        policy = self._policy
        bounds = CellBounds(self._images, policy.memory_bytes, policy.nano_cpus, policy.runtime)
        try:
            spec = spec_of(call.name, call.body, bounds)
        except NoCell as error:
            raise Refusal(403, f"create: {error}") from error
        with self._lock:
            if len(self.made) + self._making >= policy.cells:
                raise Refusal(403, f"create: at most {policy.cells} cells at once (EQUIJUDGE_PROXY_CELLS)")
            self._making += 1
        try:
            status, body = self._engine.call("POST", "/containers/create", body=create_body(spec), name=spec.name)
            if status == 201:
                self.made.add(str(parse_answer(body)["Id"]))
        finally:
            with self._lock:
                self._making -= 1
        return filter_answer(call.kind, status, body)

    def _list(self, status: str) -> tuple[int, bytes]:
        found = [each for each in self._cells(status=[status]) if each["Id"] in self.made]
        return 200, json.dumps([pick_fields(each, SHOWN_FIELDS[Kind.LIST]) for each in found]).encode()

    def _cells(self, **filters: list[str]) -> list[dict[str, Any]]:
        said = json.dumps({"label": [LABEL], **filters})
        status, body = self._engine.call("GET", "/containers/json", all="1", filters=said)
        if status != 200:
            raise EngineUnavailable(f"the engine lists no containers: {status}")
        return list(parse_answer(body))


def filter_answer(kind: Kind, status: int, body: bytes) -> tuple[int, bytes]:
    """Keep of an engine's answer only what the driver reads; an error's text as it is."""
    if status >= 400 or kind not in SHOWN_FIELDS:
        return status, body
    found = pick_fields(parse_answer(body), SHOWN_FIELDS[kind])
    if "State" in found:
        found["State"] = pick_fields(found["State"], SHOWN_STATE)
    return status, json.dumps(found).encode()


def pick_fields(fields: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Some of the fields, where they are there."""
    return {name: fields[name] for name in names if name in fields}


def parse_answer(body: bytes) -> Any:
    """Read the engine's answer. Raises EngineAway when it is no JSON."""
    try:
        return json.loads(body)
    except ValueError as error:
        raise EngineUnavailable("the engine's answer is not JSON") from error

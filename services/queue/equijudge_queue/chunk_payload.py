"""A chunk as it lies in Redis: JSON, packed. The one place that writes and reads it.

Chunks of versions before 0.2 are read too, so that jobs go on across an upgrade: there what a kind needs beside its
items was JSON text in a field `work`. Workers of those versions cannot read ours; they leave them to newer ones.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json

from equijudge_core.contracts.chunks import AnyChunk
from equijudge_queue.compression import unpack

_CHUNK: TypeAdapter[AnyChunk] = TypeAdapter(AnyChunk)
_WORK = {"generations": "analysis", "scores": "plan"}  # what `work` is called now, by kind


class UnreadableChunk(ValueError):
    """A chunk of a newer version, or broken data: this worker can do nothing with it."""


def dump_chunk(chunk: AnyChunk) -> str:
    """Write a chunk as JSON, not yet packed."""
    return chunk.model_dump_json(exclude_none=True)


def load_chunk(payload: bytes) -> AnyChunk:
    """Read the chunk of a payload. Raise UnreadableChunk."""
    try:
        return _CHUNK.validate_python(_upgrade(from_json(unpack(payload))))
    except ValueError as error:
        raise UnreadableChunk(f"a chunk that cannot be read: {error}") from error


def _upgrade(fields: Any) -> Any:
    """The fields of a chunk in today's names; those of another kind of data as they are."""
    if not isinstance(fields, dict) or not isinstance(fields.get("work"), str):
        return fields
    kind, work = fields.get("kind"), fields["work"]
    upgraded = {name: value for name, value in fields.items() if name != "work"}
    if kind == "scores":
        upgraded.pop("items", None)
    if kind not in _WORK:
        return upgraded
    loaded = from_json(work)
    return upgraded | {_WORK[kind]: _upgrade_plan(loaded) if kind == "scores" else loaded}


def _upgrade_plan(plan: dict[str, Any]) -> dict[str, Any]:
    """What was `options` is `settings`, without the levels, which the samples' chunks have."""
    settings = {{"k": "ks"}.get(name, name): value for name, value in plan.pop("options").items() if name != "levels"}
    return {**plan, "settings": settings}

"""What a message of the Docker engine means: text in, error out. Pure; bubblewrap's complaints are in local.py.

Ambiguous and accepted: "no such image" also comes for a digest that was pruned under a running verifier; a
409 also comes while a container of that name is being removed, and is tried again under another name.
"""

from __future__ import annotations

from equijudge_sandbox.errors import SandboxUnavailable


def is_name_conflict(message: str) -> bool:
    """Another cell holds this slot: take another one."""
    return "is already in use by container" in message


def engine_unavailable(message: str) -> SandboxUnavailable:
    """The error for an engine that gives no cell, with what an operator can do about it."""
    return SandboxUnavailable(f"the Docker engine gives no cell: {message.strip()}. {remedy(message.lower())}")


def remedy(message: str) -> str:
    """One sentence per known cause, in the order in which they mask each other."""
    if "no such image" in message:
        return "Build the cell image: make cell-image."
    if "permission denied" in message and ("connect" in message or "aborted" in message):
        return "Run as root or as a member of the docker group, or point DOCKER_HOST at an engine of your own."
    if "runtime" in message and ("not found" in message or "unknown" in message):
        return "Register the runtime in the engine's daemon.json, or unset EQUIJUDGE_RUNTIME."
    if "seccomp" in message:
        return "The engine was built without seccomp; cells are not run without it."
    if "connection" in message or "connect" in message or "no such file" in message:
        return "Start the Docker engine, or choose EQUIJUDGE_DRIVER=local."
    return "See the engine's log."

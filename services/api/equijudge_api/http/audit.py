"""Log who submitted what: one JSON line for each request that would change something, hashes and never sources.

Logger `equijudge.audit`. A request without a key leaves no line: strangers could fill the disk.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.http.auth import BadSettings
from equijudge_api.queue.admission import Submission
from equijudge_core.contracts.chunks import ExecuteItem, SetWork
from equijudge_core.contracts.verify import VerifyRequest

log = logging.getLogger("equijudge.audit")
READ_METHODS = ("GET", "HEAD", "OPTIONS")
MAX_LISTED = 64  # in one line; of more there is one hash over all
AuditFacts = dict[str, Any]


class Audit:
    """ASGI middleware behind RequestId and Authentication. Routes add to `audit` in the request's state."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope.get("state", {}).get("principal") is None:
            await self._app(scope, receive, send)
            return
        facts: AuditFacts = {}
        scope["state"]["audit"] = facts
        told = scope["method"] in READ_METHODS

        async def tell(message: Message) -> None:
            nonlocal told
            if not told and message["type"] == "http.response.start":
                told = True
                log.info("%s", format_line(scope, message["status"], facts))  # before anybody has an answer
            await send(message)

        try:
            await self._app(scope, receive, tell)
        finally:
            if not told:  # the request broke off, or a fault of ours is to be answered further out
                log.info("%s", format_line(scope, 500, facts))


def format_line(scope: Scope, status: int, facts: AuditFacts) -> str:
    """Format the line for one request, as JSON. `route` is the route's pattern: a path may hold anything."""
    return json.dumps(
        {
            "time": datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="milliseconds"),
            "request_id": scope["state"]["request_id"],
            "key_id": scope["state"]["principal"].key_id,
            "client": (scope.get("client") or ("",))[0],
            "method": scope["method"],
            "route": getattr(scope.get("route"), "path", None),
            "status": status,
            **facts,
        }
    )


def submission_facts(request: VerifyRequest, job: Submission) -> AuditFacts:
    """What the line says of a submission of candidates."""
    sources = [candidate.source for entry in request.problems for candidate in entry.candidates]
    return {
        "problems": len(request.problems),
        "candidates": job.candidates,
        **list_or_hash("problem_ids", sorted({*job.used, *job.sent})),
        **list_or_hash("sources_sha256", [sha256(source) for source in sources]),
    }


def sets_facts(works: Sequence[SetWork], job: Submission) -> AuditFacts:
    """What the line says of a submission of equivalence sets. The sources are those in the languages asked for."""
    return {
        "problems": len(works),
        "candidates": job.programs,
        **list_or_hash("problem_ids", sorted({work.problem_id for work in works})),
        **list_or_hash("sources_sha256", [sha256(program.source) for work in works for program in work.programs]),
    }


def execution_facts(items: Sequence[ExecuteItem], job: Submission) -> AuditFacts:
    """What the line says of programs that are to be run."""
    sources = list_or_hash("sources_sha256", [sha256(item.body.source) for item in items])
    return {"candidates": job.candidates, "inputs": sum(len(item.body.inputs) for item in items), **sources}


def list_or_hash(name: str, values: list[str]) -> AuditFacts:
    """The values, or of too many one hash over them, each with a line feed."""
    if len(values) <= MAX_LISTED:
        return {name: values}
    return {f"{name}_hash": sha256("".join(f"{value}\n" for value in values))}


def sha256(text: str) -> str:
    """Hexadecimal, of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def install_handler(path: Path | None) -> None:
    """Write the lines to a file, which may be moved away at any time, or to stderr. Raise BadSettings."""
    try:
        handler: logging.Handler = logging.StreamHandler() if path is None else WatchedFileHandler(path)
    except OSError as error:
        raise BadSettings(f"EQUIJUDGE_AUDIT_FILE cannot be written: {error}") from error
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.INFO)

"""Log lines: one JSON object or one line of text each, with what they are about.

`about(job="…", candidate=3)` puts these ids into every line that is logged inside the block, by whatever module.
Ids are all that belongs there: no source, no key, no output of a program is ever logged.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

Form = Literal["text", "json"]
Ids = Mapping[str, str | int]
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

_about: ContextVar[Ids] = ContextVar("about", default={})  # noqa: B039 - never changed in place


@contextmanager
def log_context(**ids: str | int) -> Iterator[None]:
    """Lines inside are about these, and about what those around are about. Names: request, job, chunk, problem,
    candidate (its index in the request)."""
    token = _about.set({**_about.get(), **ids})
    try:
        yield
    finally:
        _about.reset(token)


def choose_request_id(given: str) -> str:
    """Take the caller's X-Request-ID if it is one (at most 64 letters, digits, dots, dashes), else make a new one."""
    return given if REQUEST_ID.fullmatch(given) else uuid4().hex


class LineFormatter(logging.Formatter):
    """`always` is in every line of this process; time is UTC."""

    def __init__(self, form: Form, **always: str | int) -> None:
        super().__init__()
        self._form, self._always = form, always

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        ids = {**self._always, **_about.get()}
        trace = self.formatException(record.exc_info) if record.exc_info else ""
        if self._form == "text":
            named = "".join(f" {name}={value}" for name, value in ids.items())
            line = f"{at} {record.levelname}{named} {record.name}: {escape_unprintable(record.getMessage())}"
            return f"{line}\n{trace}" if trace else line
        fields = {"time": at, "level": record.levelname, "logger": record.name, **ids, "message": record.getMessage()}
        return json.dumps({**fields, "trace": trace} if trace else fields)


def escape_unprintable(text: str) -> str:
    """Keep a text on one line and without orders to a terminal: part of it may come from inside a cell."""
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)

"""Refusals: RFC 9457 problem details that name the field, what is wrong with it, and the limit."""

from __future__ import annotations

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.unicode_text import ShownText


class FieldError(Contract):
    """One thing that is wrong with a request: where, what, and the limit if there is one. It can always be sent."""

    field: ShownText
    problem: ShownText
    limit: ShownText | None = None


class ProblemDetails(Contract):
    """RFC 9457 problem details, media type application/problem+json."""

    type: str = "about:blank"
    title: str
    status: int
    detail: ShownText
    errors: tuple[FieldError, ...] = ()

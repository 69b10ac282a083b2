"""Where a request that becomes a job came from: whose key, which request, and the caller's own name for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from equijudge_api.dependencies import ThePrincipal, TheRequestId
from equijudge_api.planning.verify_plan import Origin

REPLAYED = "Idempotency-Replayed"
LONGEST_KEY = 255


def visible_ascii(key: str) -> str:
    """The key. Raises PydanticCustomError, which does not repeat it."""
    if not 1 <= len(key) <= LONGEST_KEY or not all("!" <= character <= "~" for character in key):
        raise PydanticCustomError("idempotency_key", "must be 1 to 255 visible ASCII characters")
    return key


FORM = {"minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"}
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="One key, one job: repeated with the same request (but for `wait`) it answers with the job that is "
        f"there and the header `{REPLAYED}: true`, with another request 422. It is remembered as long as the job.",
        json_schema_extra=FORM,
    ),
    AfterValidator(lambda key: key if key is None else visible_ascii(key)),
]
KnownKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        description="The key with which the request was sent, or is about to be.",
        json_schema_extra=FORM,
    ),
    AfterValidator(visible_ascii),
]


def origin_of(principal: ThePrincipal, request_id: TheRequestId, idempotency_key: IdempotencyKey = None) -> Origin:
    """Where a request that becomes a job came from."""
    return Origin(principal.key_id, idempotency_key, request_id)


TheOrigin = Annotated[Origin, Depends(origin_of)]

"""What SandboxFusion's clients read of a refusal: `detail`, and the status. Pure.

verl's reward client tries again on 504 alone, three times within a few seconds, and takes every other status for a
failure of the sample. So all that is no fault of the request is 504, and is not said too soon.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers

from equijudge_api.dropins.refusal_forms import FormedRefusal, describe_refusal, fastapi_faults

COME_AGAIN = (429, 503)
HOLD_S = 5.0  # at most: a client that tries three times has come again after a quarter of a minute


def refusal_form(details: Mapping[str, Any], headers: Headers) -> FormedRefusal:
    """Form a refusal: 422 has the list of faults that FastAPI makes, all others a text."""
    status = int(details["status"])
    if status == 422:
        return FormedRefusal(422, {"detail": fastapi_faults(details)})
    body: dict[str, Any] = {"detail": describe_refusal(details)}
    if status == 500:
        body["traceback"] = []  # there; here it is in the service's log
    if status not in COME_AGAIN:
        return FormedRefusal(status, body)
    wait = headers.get("retry-after", "")
    return FormedRefusal(504, body, min(HOLD_S, float(wait) if wait.isdigit() else HOLD_S))

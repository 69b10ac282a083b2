"""What code-judge's clients read of a refusal. 422 as FastAPI has it; all else with its own status and the reason as
`detail`: its clients take every status but 200 for a failure of the call, and never for an answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers

from equijudge_api.dropins.refusal_forms import FormedRefusal, describe_refusal, fastapi_faults


def refusal_form(details: Mapping[str, Any], headers: Headers) -> FormedRefusal:
    """Form a refusal."""
    status = int(details["status"])
    return FormedRefusal(status, {"detail": fastapi_faults(details) if status == 422 else describe_refusal(details)})

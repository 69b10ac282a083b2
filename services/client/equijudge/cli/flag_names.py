"""What an error calls a field, as the command line knows it: `limits.time_limit_s` is `--time-limit`. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from equijudge.errors import EquijudgeError, Unauthorized, Unreachable

FLAGS: Mapping[str, str] = {
    "limits.time_limit_s": "--time-limit",
    "limits.total_time_s": "--total-time",
    "limits.memory_limit_bytes": "--memory-limit",
    "tests": "--tests",
    "stop": "--run-all",
    "detail": "--detail",
    "checker": "--checker",
    "language": "--language",
    "languages": "--languages",
    "k": "-k",
    "ks": "-k",
    "levels": "--levels",
    "seed": "--seed",
    "resamples": "--resamples",
    "url": "--url",
    "api_key": "--key",
}
_AT_ITS_BEGINNING = re.compile(r"^( *)([a-z_]+(?:\.[a-z_]+)?)(?=[:.\[ ])", re.MULTILINE)


def describe_error(error: EquijudgeError) -> str:
    """Describe an error with flags in the place of fields, and the flag that leads to another service or key where that
    may be the remedy."""
    text = _AT_ITS_BEGINNING.sub(_name_flag, str(error))
    if isinstance(error, Unauthorized):
        return f"{text}; give a key by --key or EQUIJUDGE_API_KEY"
    if isinstance(error, Unreachable):
        return f"{text}; is the service up, and its address right (--url, EQUIJUDGE_URL)?"
    return text


def _name_flag(found: re.Match[str]) -> str:
    field = found[2] if found[2] in FLAGS else found[2].partition(".")[0]
    if field not in FLAGS:
        return found[0]
    return found[1] + FLAGS[field] + found[2][len(field) :]

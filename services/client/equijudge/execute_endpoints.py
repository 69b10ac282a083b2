"""The calls about executions as data, as in endpoints.py: programs and inputs in; outputs, exits and costs back."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from pydantic import TypeAdapter

from equijudge import json_conversion
from equijudge.http_calls import READ_TIMEOUT_S, Call, decode_as, encode_model, idempotency_header
from equijudge_core.contracts.execute import (
    Encoded,
    ExecuteLimits,
    ExecuteRequest,
    ExecuteResponse,
    Execution,
    ExecutionLine,
)

EXECUTION_LINE = TypeAdapter(ExecutionLine)
# A program: its source, an Execution, or a mapping with the fields of one.
Program = str | Execution | Mapping[str, Any]
Inputs = Iterable[str | bytes]
_OF_PROGRAMS = ("language", "inputs")


class ExecuteKeywords(TypedDict, total=False):
    """Keyword arguments of `execute`: how programs are run and what is told of it, see ExecuteOptions; what is absent
    has its default. `limits` may be a mapping. `language`: of the programs that name none, Python 3 by default."""

    limits: ExecuteLimits | Mapping[str, Any]
    keep_bytes: int
    cache: bool
    language: str


def execute_request(
    programs: Iterable[Program], inputs: Inputs | None, options: ExecuteKeywords, wait_s: float
) -> ExecuteRequest:
    """Build the body of `POST /execute`; raises BadArgument for wrong options or no program. `inputs`: of the programs
    that bring none."""
    own = {name: json_conversion.to_json(value, name) for name, value in options.items()}
    common: dict[str, Any] = {"language": own.pop("language")} if "language" in own else {}
    if inputs is not None:
        common["inputs"] = _to_contents(inputs, "inputs")
    given = json_conversion.to_list(programs, "programs", "program")
    made = [_to_execution(each, f"programs[{number}]", common) for number, each in enumerate(given)]
    with json_conversion.naming_fields():
        return ExecuteRequest(programs=tuple(made), wait=wait_s, **own)


def execute(request: ExecuteRequest, idempotency_key: str) -> Call[ExecuteResponse]:
    """Run programs; answers and repeats as `POST /verify` does."""
    body, headers = encode_model(request), idempotency_header(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "execute", decode_as(ExecuteResponse), body=body, headers=headers, timeout_s=timeout_s)


def _to_execution(value: Any, field: str, common: Mapping[str, Any]) -> Execution:
    if isinstance(value, Execution):
        update = {name: each for name, each in common.items() if name not in value.model_fields_set}
        with json_conversion.naming_fields(field):
            return Execution.model_validate(value.model_dump(exclude_unset=True) | update) if update else value
    if isinstance(value, str | bytes):
        fields: dict[str, Any] = {"source": json_conversion.to_text(value, f"{field}.source")}
    elif (columns := json_conversion.columns_of(value)) is not None:
        fields = {str(name): _to_field(str(name), each, field) for name, each in columns}
    else:
        return json_conversion.to_model(Execution, value, field)  # which refuses it
    with json_conversion.naming_fields(field):
        return Execution.model_validate({**common, **fields})


def _to_field(name: str, value: Any, field: str) -> Any:
    where = f"{field}.{name}"
    if name == "inputs" and not isinstance(value, str | bytes):
        return _to_contents(value, where)
    if name == "files" and isinstance(value, Mapping):
        return {path: _to_content(each, f"{where}.{path}") for path, each in value.items()}
    return json_conversion.to_json(value, where)


def _to_contents(values: Any, field: str) -> Sequence[Any]:
    found = json_conversion.to_list(values, field, "text")
    return [_to_content(each, f"{field}[{number}]") for number, each in enumerate(found)]


def _to_content(value: Any, field: str) -> Any:
    """A text, or bytes of any kind: base64 where they are no text."""
    if isinstance(value, Encoded):
        return value.model_dump()
    if not isinstance(value, bytes | bytearray | memoryview):
        return json_conversion.to_json(value, field)
    try:
        return bytes(value).decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode()}

"""A request as data, and how bodies and headers are encoded and answers decoded. Sends nothing.

Which calls there are says endpoints.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar
from urllib.parse import quote as percent_encoded
from uuid import uuid4

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from equijudge.deadline import Deadline
from equijudge.errors import BadAnswer, BadArgument, refusal
from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.contracts.unicode_text import is_unicode

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
# What a call may take beyond the time it asks the service to wait, in seconds.
READ_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """One request and how its answer is read. `patient` False: the first answer stands, whatever it is.
    `accepted`: error statuses whose body is an answer like any other.
    """

    method: str
    path: str
    parse: Callable[[httpx.Response], T]
    body: bytes | None = None
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    timeout_s: float = READ_TIMEOUT_S
    patient: bool = True
    accepted: tuple[int, ...] = ()

    def within(self, deadline: Deadline) -> Call[T]:
        """Return the same call, to take no longer than there is time. Raises DeadlineExceeded."""
        return self if deadline.endless else replace(self, timeout_s=deadline.bound(self.timeout_s))

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments of httpx's `request` and `stream`."""
        headers = {"content-type": "application/json"} if self.body is not None else {}
        return {
            "method": self.method,
            "url": self.path,
            "content": self.body,
            "params": self.params,
            "headers": {**headers, **self.headers},
            "timeout": httpx.Timeout(self.timeout_s, connect=min(5.0, self.timeout_s), pool=None),
        }


def raise_for_status(response: httpx.Response) -> None:
    """Raise the error that the status stands for, with the problem document that came with it."""
    if response.is_success:
        return
    raise refusal(_details(response))


def _details(response: httpx.Response) -> ProblemDetails:
    try:
        return ProblemDetails.model_validate_json(response.content)
    except ValidationError:
        title = f"HTTP {response.status_code} {response.reason_phrase}".strip()
        return ProblemDetails(title=title, status=response.status_code, detail=_glimpse(title, response))


def _glimpse(title: str, response: httpx.Response) -> str:
    text = " ".join(response.text[:400].split())
    return f"{title}: {text}" if text else title


def encode_model(request: BaseModel) -> bytes:
    """Encode a request's body. A lone surrogate, which a row may have, goes as JSON's escape for it."""
    try:
        return request.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    except PydanticSerializationError:
        return encode_json(request.model_dump(mode="python", by_alias=True, exclude_defaults=True))


def encode_json(value: Any) -> bytes:
    """Encode plain values as JSON: no longer than need be, and escaped where it holds what has no UTF-8."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def idempotency_header(idempotency_key: str | None) -> dict[str, str]:
    """Build the header that makes a repeated call find what the first one began; None: of this call alone. Raises
    BadArgument."""
    key = uuid4().hex if idempotency_key is None else idempotency_key
    if not isinstance(key, str) or not 1 <= len(key) <= 255 or not all("!" <= each <= "~" for each in key):
        raise BadArgument("idempotency_key: must be a text of 1 to 255 visible ASCII characters")
    return {"idempotency-key": key}


def decode_as(model: type[M]) -> Callable[[httpx.Response], M]:
    """Make the function that decodes an answer as this model."""
    return lambda response: decode(TypeAdapter(model), response.content)


def ignore_body(response: httpx.Response) -> None:
    """Take an answer whose body says nothing."""


def decode(adapter: TypeAdapter[T], content: bytes | str) -> T:
    """Decode JSON as the adapter's type; raises BadAnswer naming what does not fit."""
    try:
        return adapter.validate_json(content)
    except ValidationError as error:
        raise _bad_answer(error) from error


def _bad_answer(error: ValidationError) -> BadAnswer:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"])) or "the body"
    return BadAnswer(
        f"the answer is not what this version of the client expects ({place}: {first['msg']}); "
        "is this an equijudge service of the same version?"
    )


def path_segment(identifier: str) -> str:
    """Encode an id as one path segment: nothing in it may reach another path. Raises BadArgument for what is no id."""
    if not isinstance(identifier, str) or not identifier or not is_unicode(identifier):
        shown = ascii(identifier[:60]) if isinstance(identifier, str) else f"a {type(identifier).__name__}"
        raise BadArgument(f"id: must be a text of at least 1 character, not {shown}")
    return percent_encoded(identifier, safe="") if identifier.strip(".") else identifier.replace(".", "%2E")

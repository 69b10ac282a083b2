"""Hand bodies to their routes as bytes: large ones are parsed in another process (see planning/parser_pool.py).

FastAPI would parse and check a body on the event loop, where 60 MiB of JSON stop everybody for seconds. A thread does
not help: json.loads and pydantic hold the interpreter's lock all the while.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar, get_args

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

M = TypeVar("M", bound=BaseModel)


class RawBody(Generic[M]):
    """A body that is to become an M. For the documentation it is one."""

    def __init__(self, data: bytes | bytearray) -> None:
        self._data: bytes | bytearray | None = data

    def __len__(self) -> int:
        return len(self._data or b"")

    def take(self) -> bytes | bytearray:
        """Return the bytes and forget them: a request that waits for results holds no body. Works once."""
        data, self._data = self._data, None
        if data is None:
            raise RuntimeError("this body was taken before")
        return data

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (model,) = get_args(source)
        return core_schema.json_or_python_schema(handler(model), core_schema.is_instance_schema(cls))


class RawBodyRequest(Request):
    """A request whose body is not parsed and not kept twice."""

    _unread: RawBody[Any] | None = None

    async def body(self) -> RawBody[Any]:  # type: ignore[override]  # FastAPI only asks whether it is empty
        """Read the whole body."""
        if self._unread is None:
            data = bytearray()
            async for piece in self.stream():
                data += piece
            self._unread = RawBody(data)
        return self._unread

    async def json(self) -> RawBody[Any]:
        """Read the whole body; the route has it parsed."""
        return await self.body()


class RawBodyRoute(APIRoute):
    """A route whose body is declared as an RawBody."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """See APIRoute."""
        handle = super().get_route_handler()

        async def unread(request: Request) -> Response:
            return await handle(RawBodyRequest(request.scope, request.receive))

        return unread

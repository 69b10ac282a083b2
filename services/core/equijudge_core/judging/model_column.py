"""Reads a column of a row that is an object with the fields of a model; every fault is noted by its field."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from equijudge_core.contracts.field_errors import field_name
from equijudge_core.judging.row_reader import RowReader, quote

Model = TypeVar("Model", bound=BaseModel)


class CaseText(Protocol):
    """What is needed of a test; problem.Test has it."""

    @property
    def name(self) -> str: ...
    @property
    def input(self) -> bytes: ...
    @property
    def output(self) -> bytes: ...


def read_model(reader: RowReader, column: str, model: type[Model], *parts: type[BaseModel]) -> Model | None:
    """Read the column; None where there is nothing, or what there is has a fault. parts: models of fields within."""
    value = reader.row.get(column)
    if value is None:
        return None
    if not isinstance(value, dict):
        reader.wrong_type(column, value, "an object or null")
        return None
    found = {name: _without_nulls(each) for name, each in value.items() if each is not None}
    if not found:
        return None  # a table has every field that any of its rows has
    models: tuple[type[BaseModel], ...] = (model, *parts)
    try:
        return model.model_validate(found)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=False, include_input=False):
            of: type[BaseModel] = models[min(len(fault["loc"]), len(models)) - 1]
            _note(reader, (column, *fault["loc"]), of.model_fields, fault["type"], fault["msg"])
        return None


def _without_nulls(value: Any) -> Any:
    return {name: each for name, each in value.items() if each is not None} if isinstance(value, dict) else value


def _note(reader: RowReader, place: tuple[str | int, ...], fields: Iterable[str], kind: str, message: str) -> None:
    where = field_name([quote(part)[1:-1] if isinstance(part, str) else part for part in place])  # in ASCII
    if kind == "extra_forbidden":
        near = get_close_matches(str(place[-1])[:100], list(fields), 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        reader.fail(where, "there is no such field", f"one of {', '.join(fields)}{meant}")
    else:
        reader.fail(where, message)

"""Convert what a caller has to JSON's types: None, true and false, numbers, texts, lists, objects with texts as keys.

Rows come from JSON, from `datasets`, numpy, pandas, pyarrow or a program of one's own; every call of the client goes
through here, so that each of these is read in one way. None of them is imported: an array has `tolist`, a scalar too.

* NaN, NaT and NA are how table libraries write a missing value: None. Infinity is refused.
* Bytes where a text is due are UTF-8. A lone surrogate stays: what becomes of it says unicode_text.py of the core.
* What JSON has no form for (a date, a path, a set) is refused with its field. In a column that no problem has it is
  left out with the column: tables carry all kinds of things along.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from equijudge.errors import BadArgument
from equijudge_core.contracts.field_errors import describe_errors, field_errors
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations
from equijudge_core.contracts.verify import Candidate

DEEPEST = 64  # levels of a value; a row has four
LARGEST_BITS = 1024  # of a whole number: Python does not print just any
# What a problem has; other columns of a row are nobody's business.
COLUMNS = (
    *("name", "description", "public_tests", "private_tests", "generated_tests", "source", "difficulty", "solutions"),
    *("incorrect_solutions", "cf_contest_id", "cf_index", "cf_points", "cf_rating", "cf_tags"),
    *("is_description_translated", "untranslated_description", "time_limit", "memory_limit_bytes"),
    *("input_file", "output_file", "checker", "interactor", "scoring", "calls", "test_code"),
)
_MISSING = ("NAType", "NaTType")  # of pandas
_HINTS = {"PosixPath": "; read it: path.read_text()", "DataFrame": "; its rows are frame.to_dict('records')"}
M = TypeVar("M", bound=BaseModel)


@contextmanager
def naming_fields(place: str = "") -> Iterator[None]:
    """Turn pydantic's faults into a BadArgument that names each field, below `place`."""
    try:
        yield
    except ValidationError as error:
        found = field_errors(error.errors(include_url=False, include_input=False))
        below = [
            each.model_copy(update={"field": place if each.field == "body" else _below(place, each.field)})
            if place
            else each
            for each in found
        ]
        raise BadArgument(describe_errors(below)) from None  # which says all that pydantic does, and no more


def to_json(value: Any, field: str, depth: int = 0) -> Any:
    """Convert a value to JSON's types. Raises BadArgument naming the field."""
    if value is None or type(value) in (str, bool):
        return value
    if depth > DEEPEST:
        raise BadArgument(f"{field}: nested too deeply (at most {DEEPEST} levels)")
    if isinstance(value, Enum):
        return to_json(value.value, field, depth + 1)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return _decode(bytes(value), field)
    if isinstance(value, numbers.Number):
        return _to_number(value, field)
    if (columns := columns_of(value)) is not None:
        return {_key(name, field): to_json(each, _below(field, name), depth + 1) for name, each in columns}
    if isinstance(value, list | tuple):
        if all(type(each) is str for each in value):
            return list(value)
        return [to_json(each, f"{field}[{number}]", depth + 1) for number, each in enumerate(value)]
    if is_missing(value):
        return None
    for method in ("tolist", "to_pylist", "as_py"):
        if callable(convert := getattr(value, method, None)):
            return to_json(convert(), field, depth + 1)
    if isinstance(value, Iterable) and not isinstance(value, Set):
        return to_json(list(value), field, depth + 1)
    raise BadArgument(f"{field}: {_article(value)} has no form in JSON{_hint(value)}")


def to_row(value: Any, field: str) -> dict[str, Any]:
    """Convert a problem's row: a mapping, a Series, a named tuple, a dataclass or a model of pydantic."""
    columns = None if isinstance(value, str | bytes) else columns_of(value)
    if columns is None and callable(convert := getattr(value, "to_dict", None)) and not hasattr(value, "columns"):
        columns = convert().items()
    if columns is None:
        raise BadArgument(f"{field}: must be a row (a mapping), not {_article(value)}{_hint(value)}")
    found = {}
    for name, each in columns:
        try:
            found[_key(name, field)] = to_json(each, _below(field, name))
        except BadArgument:
            if name in COLUMNS:
                raise
    return found


def to_rows(value: Any, field: str) -> Iterator[dict[str, Any]]:
    """Convert rows: anything that gives one after the other, or a table of pandas, polars or pyarrow."""
    if hasattr(value, "columns"):
        for method, arguments in (("to_dicts", ()), ("to_pylist", ()), ("to_dict", ("records",))):
            if callable(convert := getattr(value, method, None)):
                value = convert(*arguments)
                break
    for number, each in enumerate(to_list(value, field, "row")):
        yield to_row(each, f"{field}[{number}]")


def to_problem(value: Any, field: str) -> dict[str, Any] | str:
    """Convert a row, or the id of a stored problem."""
    if isinstance(value, str | bytes):
        return to_text(value, field)
    if value is None or isinstance(value, numbers.Number):
        raise BadArgument(f"{field}: must be a row or a stored problem's id, not {_article(value)}")
    return to_row(value, field)


def to_candidates(value: Any, field: str) -> tuple[Candidate, ...]:
    """Convert candidates: each a source, a Candidate, or a mapping with a Candidate's fields."""
    return tuple(
        _to_entry(Candidate, each, "source", f"{field}[{number}]")
        for number, each in enumerate(to_list(value, field, "program"))
    )


def to_texts(value: Any, field: str) -> tuple[str | Generation | None, ...]:
    """Convert generations: each a text, a Generation or a mapping with its fields; None and NaN: it wrote nothing."""
    found: list[str | Generation | None] = []
    for number, each in enumerate(to_list(value, field, "text")):
        where = f"{field}[{number}]"
        found.append(None if is_missing(each) else _to_entry(Generation, each, "text", where))
    return tuple(found)


def to_generations(value: Any, field: str) -> ProblemGenerations:
    """Convert a problem's generations: a pair of both, a ProblemGenerations, or a mapping with its fields."""
    if isinstance(value, ProblemGenerations):
        whole = None if value.problem is None else to_row(value.problem, f"{field}.problem")
        return value.model_copy(update={"problem": whole})
    if isinstance(value, Mapping):
        return to_model(ProblemGenerations, value, field)
    asked, written = to_pair(value, field, "(problem, texts)")
    name = {"problem_id" if isinstance(asked, str) else "problem": asked}
    with naming_fields(field):
        return ProblemGenerations.model_validate({**name, "generations": to_texts(written, f"{field}.generations")})


def to_entries(value: Any, field: str) -> list[Any]:
    """List pairs of a problem and what belongs to it, given as such or as a mapping of ids."""
    return list(value.items()) if isinstance(value, Mapping) else to_list(value, field, "problem")


def to_pair(value: Any, field: str, what: str) -> tuple[dict[str, Any] | str, Any]:
    """Convert a pair of a problem and what belongs to it; the latter stays as it is."""
    if not isinstance(value, Sequence) or isinstance(value, str | bytes) or len(value) != 2:
        raise BadArgument(f"{field}: must be a pair {what}, not {_article(value)}")
    return to_problem(value[0], f"{field}.problem"), value[1]


def to_list(value: Any, field: str, what: str) -> list[Any]:
    """List several of something. One alone, such as a text, whose characters nobody means, is refused."""
    if isinstance(value, str | bytes | bytearray):
        raise BadArgument(f"{field}: must be a list, one {what} each, not {_article(value)}; of one write [{what}]")
    if callable(convert := getattr(value, "tolist", None)):
        value = convert()
    if not isinstance(value, Iterable) or isinstance(value, Mapping | BaseModel | str) or hasattr(value, "columns"):
        raise BadArgument(f"{field}: must be a list, one {what} each, not {_article(value)}{_hint(value)}")
    return list(value)


def to_text(value: Any, field: str) -> str:
    """Convert a text, or bytes of one."""
    found = to_json(value, field)
    if not isinstance(found, str):
        raise BadArgument(f"{field}: must be a text, not {_article(value)}{_hint(value)}")
    return found


def to_model(model: type[M], value: Any, field: str = "") -> M:
    """Convert a value to a model of the contract: it is one already, or has its fields."""
    if isinstance(value, model):
        return value
    if columns_of(value) is None:
        raise BadArgument(
            f"{field or 'the argument'}: must be a mapping or {_article_of(model)}, not {_article(value)}"
        )
    with naming_fields(field):
        return model.model_validate(to_json(value, field))


def columns_of(value: Any) -> Iterable[tuple[Any, Any]] | None:
    """The fields of what has some, by name; None for what has none."""
    if isinstance(value, Mapping):
        return value.items()
    if isinstance(value, BaseModel):
        return [(name, getattr(value, name)) for name in type(value).model_fields]
    if is_dataclass(value) and not isinstance(value, type):
        return [(each.name, getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return zip(value._fields, value, strict=True)
    return None


def is_missing(value: Any) -> bool:
    """Whether it stands for no value: None, NaN, and NaT and NA of pandas."""
    return value is None or (isinstance(value, float) and math.isnan(value)) or type(value).__name__ in _MISSING


def _to_entry(model: type[M], value: Any, only: str, field: str) -> M:
    """Convert to a model of the contract, which may be given by the one field that it cannot do without."""
    if isinstance(value, model):
        return value
    if isinstance(value, str | bytes | bytearray):
        value = {only: to_text(value, field)}
    elif value is None or isinstance(value, numbers.Number) or columns_of(value) is None:
        name = _article_of(model)
        raise BadArgument(f"{field}: must be a {only} (str) or {name}, not {_article(value)}{_hint(value)}")
    return to_model(model, value, field)


def _to_number(value: Any, field: str) -> int | float | None:
    if isinstance(value, numbers.Integral):
        if (whole := int(value)).bit_length() > LARGEST_BITS:
            raise BadArgument(f"{field}: out of range")
        return whole
    if not isinstance(value, numbers.Real | Decimal):
        raise BadArgument(f"{field}: {_article(value)} has no form in JSON")
    number = float(value)
    if math.isnan(number):
        return None
    if math.isinf(number):
        raise BadArgument(f"{field}: must be finite")
    return number


def _decode(data: bytes, field: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise BadArgument(f"{field}: bytes that are not UTF-8 (byte {error.start})") from error


def _key(name: Any, field: str) -> str:
    if not isinstance(name, str):
        raise BadArgument(f"{field}: the names of fields must be texts, not {_article(name)}")
    return str.__str__(name)


def _below(field: str, name: object) -> str:
    return f"{field}.{name}" if field else str(name)


def _article(value: object) -> str:
    return "None" if value is None else f"a {type(value).__name__}"


def _article_of(model: type[BaseModel]) -> str:
    return f"a {model.__name__}"


def _hint(value: object) -> str:
    return _HINTS.get(type(value).__name__, "")

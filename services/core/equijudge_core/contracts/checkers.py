"""Which comparison decides, and what may be said about it: the checkers' names, their flags, and a request's choice.

A name with a point is another judge's checker, by the name and with the flags that it has there. What each does is in
judging/checkers and, checker by checker, in docs/checkers.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    Field,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from equijudge_core.contracts.base import Contract

CheckerName = Literal[
    "codecontests",
    "exact",
    "tokens",
    "float",
    "stripped",
    "sandbox-fusion",
    "kattis",
    "testlib.wcmp",
    "testlib.lcmp",
    "testlib.fcmp",
    "testlib.hcmp",
    "testlib.icmp",
    "testlib.ncmp",
    "testlib.uncmp",
    "testlib.rcmp",
    "testlib.rcmp4",
    "testlib.rcmp6",
    "testlib.rcmp9",
    "testlib.rncmp",
    "testlib.acmp",
    "testlib.dcmp",
    "testlib.yesno",
    "testlib.nyesno",
    "testlib.caseicmp",
    "testlib.casencmp",
    "testlib.casewcmp",
    "testlib.pointscmp",
    "cms.white_diff",
    "dmoj.standard",
    "dmoj.easy",
    "dmoj.floats",
    "dmoj.floatsabs",
    "dmoj.floatsrel",
    "dmoj.identical",
    "dmoj.linecount",
    "dmoj.linematches",
    "dmoj.rstripped",
    "dmoj.sorted",
    "dmoj.unordered",
]
CHECKER_NAMES: tuple[CheckerName, ...] = get_args(CheckerName)

FLAGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "exact": ("ignore_case",),
        "tokens": ("ignore_case", "any_order"),
        "float": ("ignore_case", "abs", "rel", "any_order"),
        "kattis": (
            "case_sensitive",
            "space_change_sensitive",
            "float_tolerance",
            "float_absolute_tolerance",
            "float_relative_tolerance",
        ),
        "dmoj.floats": ("precision", "error_mode"),
        "dmoj.floatsabs": ("precision",),
        "dmoj.floatsrel": ("precision",),
        "dmoj.linematches": ("point_distribution", "filler_lines_required"),
        "dmoj.rstripped": ("filter_new_line",),
        "dmoj.sorted": ("split_on",),
    }
)
"""The flags that a checker has; one that is not here has none."""

# The first four took each other's flags and looked past them before there were others, and go on doing so.
_LENIENT = frozenset({"codecontests", "exact", "tokens", "float"})
_OLDEST_FLAGS = ("ignore_case", "abs", "rel")
_NEWER_FLAGS = tuple(sorted({flag for flags in FLAGS.values() for flag in flags} - set(_OLDEST_FLAGS)))

Tolerance = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]


class CheckerSpec(Contract):
    """Which comparison decides, with its flags. A flag that the checker does not have is an error that names it.

    `ignore_case` belongs to exact, tokens and float, `abs` and `rel` to float alone, `any_order` to tokens (of lines or
    of words) and float (of words). The other flags have the names and the meaning that they have with the checker's own
    judge; null is its default there.
    """

    name: CheckerName = "codecontests"
    ignore_case: bool = False
    abs: Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)] = 1e-6
    rel: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 1e-6
    any_order: Literal["lines", "words"] | None = None
    case_sensitive: bool | None = None
    space_change_sensitive: bool | None = None
    float_tolerance: Tolerance | None = None
    float_absolute_tolerance: Tolerance | None = None
    float_relative_tolerance: Tolerance | None = None
    precision: Annotated[int, Field(ge=0, le=300)] | None = None
    error_mode: Literal["default", "absolute", "relative"] | None = None
    split_on: Literal["lines", "whitespace"] | None = None
    filter_new_line: bool | None = None
    point_distribution: (
        Annotated[tuple[Annotated[int, Field(ge=0, le=1_000_000)], ...], Field(min_length=1, max_length=10_000)] | None
    ) = None
    filler_lines_required: bool | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_no_program(cls, value: Any) -> Any:
        if isinstance(value, Mapping) and "protocol" in value:
            says = "a request names a comparison; a program stands in the column `checker` of the problem's row"
            raise PydanticCustomError("program", says)
        return value

    @field_validator(*_NEWER_FLAGS)
    @classmethod
    def _belongs(cls, value: Any, info: ValidationInfo) -> Any:
        name = info.data.get("name")
        if value is not None and name is not None and info.field_name not in FLAGS.get(name, ()):
            raise _refusal(info.field_name, name)
        return value

    @field_validator(*_OLDEST_FLAGS)
    @classmethod
    def _is_looked_at(cls, value: Any, info: ValidationInfo) -> Any:
        """A whole specification that is sent back has them all, so their defaults are no error anywhere."""
        name, field = info.data.get("name"), info.field_name
        if name is not None and name not in _LENIENT and value != cls.model_fields[str(field)].default:
            raise _refusal(field, name)
        return value

    @field_validator("any_order")
    @classmethod
    def _has_lines(cls, value: Any, info: ValidationInfo) -> Any:
        if value == "lines" and info.data.get("name") == "float":
            raise PydanticCustomError("no_order_of_lines", "the checker float has any order of words alone")
        return value

    @field_validator("point_distribution")
    @classmethod
    def _gives_points(cls, value: tuple[int, ...] | None) -> tuple[int, ...] | None:
        if value is not None and not any(value):
            raise PydanticCustomError("no_points", "at least one line must give points")
        return value

    @model_serializer(mode="wrap")
    def _without_unset_flags(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What has no newer flag is written as before there were any: verdicts and scores are kept under its hash."""
        return {name: value for name, value in handler(self).items() if value is not None}


def _refusal(flag: str | None, checker: str) -> PydanticCustomError:
    flags = ", ".join(FLAGS.get(checker, ())) or "none"
    return PydanticCustomError(
        "no_such_flag",
        "{flag} is no flag of the checker {checker}, which has {flags}",
        {"flag": flag, "checker": checker, "flags": flags},
    )

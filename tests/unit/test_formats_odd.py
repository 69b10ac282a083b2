"""Whatever stands in a row or a package, reading it gives a problem or says what is wrong: never anything else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from equijudge.package_files import read_package_files
from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadProblem
from equijudge_core.formats import read_row
from equijudge_core.formats.package_formats import read_package

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
ROWS = sorted(path.stem for path in FIXTURES.glob("*.json"))
PACKAGES = sorted(path.name for path in FIXTURES.iterdir() if path.is_dir())
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, float("inf"), float("nan"), 10**5000, "", "x", "\udc80\0", "9" * 5000, "[1", "{}", "[]"),
    *([], [None], [1], [[]], [{}], ["x"], {}, {"a": 1}, {"input": 1}, [{"input": [], "output": {}}], "[[[[", "1e999"),
    *('{"inputs": 1, "outputs": [1]}', '{"inputs": [null], "outputs": [{}], "fn_name": "f"}', "NaN", "[" * 3000),
)
ODD_SETTINGS: tuple[Any, ...] = (
    *(None, True, -1, 1.5, float("inf"), "", "x", "min", [], [1], [[]], {}, {"a": 1}, [{"a": 1}], "9" * 5000),
)
ODD_FILES = (b"", b"\xff\xfe", b"- 1", b"a: b: c", b"{}", b"1", b"PK\x03\x04", b"<a/>", b"{{{{", b"\0")


def faults(read: Callable[..., Any], *given: Any) -> Sequence[FieldError]:
    """What is wrong, which must be such that it can be sent."""
    try:
        read(*given)
    except BadProblem as error:
        return error.errors
    return ()


def inner(value: Any) -> Iterator[Any]:
    """The value with each part of it replaced by each odd thing, two levels deep."""
    yield from ODD
    if isinstance(value, str) and value[:1] in "[{":
        try:
            yield from (json.dumps(each) for each in inner(json.loads(value)) if _is_json(each))
        except ValueError:
            return
    elif isinstance(value, dict):
        yield from ({**value, key: each} for key in value for each in ODD)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from ([{**value[0], key: each}, *value[1:]] for key in value[0] for each in ODD)


def _is_json(value: Any) -> bool:
    try:
        json.dumps(value)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", ROWS)
def test_a_row_with_any_odd_column_is_read_or_a_fault(name: str) -> None:
    given = json.loads((FIXTURES / f"{name}.json").read_text())
    rows = [given] if isinstance(given, dict) else given if "input" not in given[0] else [{"tests": given}]
    for row in rows:
        for column in row:
            for odd in inner(row[column]):
                assert all(each.model_dump_json() for each in faults(read_row, {**row, column: odd}))


def changed(files: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
    """The package with each file gone, or replaced by each odd thing."""
    for name in files:
        yield {each: data for each, data in files.items() if each != name}
        yield from ({**files, name: odd} for odd in ODD_FILES)


def reconfigured(name: str, data: bytes) -> Iterator[bytes]:
    """A YAML file with each key gone, or odd."""
    config = yaml.safe_load(data) or {}
    odd = ODD_SETTINGS
    for key in config:
        yield yaml.safe_dump({each: value for each, value in config.items() if each != key}).encode()
        yield from (yaml.safe_dump({**config, key: each}).encode() for each in odd)
        if isinstance(config[key], dict):
            yield from (
                yaml.safe_dump({**config, key: {**config[key], below: each}}).encode()
                for below in config[key]
                for each in odd
            )
        if isinstance(config[key], list) and config[key] and isinstance(config[key][0], dict):
            yield from (
                yaml.safe_dump({**config, key: [{**config[key][0], below: each}, *config[key][1:]]}).encode()
                for below in config[key][0]
                for each in odd
            )


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_with_any_odd_file_is_read_or_a_fault(name: str) -> None:
    files = dict(read_package_files(FIXTURES / name) or {})
    made = list(changed(files))
    for each in files:
        if each.endswith((".yaml", ".yml")):
            made += [{**files, each: data} for data in reconfigured(each, files[each])]
    if "problem.xml" in files:
        text = files["problem.xml"].decode()
        for found in re.finditer(r'"[^"<]*"|>[^<]+<', text):
            for odd in ('""', '"x"', '"-1"', '"9"'):
                said = odd if found[0].startswith('"') else f">{odd[1:-1]}<"
                made.append({**files, "problem.xml": (text[: found.start()] + said + text[found.end() :]).encode()})
    for package in made:
        assert all(each.model_dump_json() for each in faults(read_package, package, "it"))

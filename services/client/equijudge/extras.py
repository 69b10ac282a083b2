"""Which packages of an extra are missing here, by what the installed equijudge says of its extras. Imports none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, requires

from equijudge.errors import MissingExtra

_OWN = "equijudge"
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*(?:\[(?P<extras>[^]]*)\])?[^;]*(?:;(?P<marker>.*))?")
# What depends on the machine as well (`sys_platform == … and extra == …`) may be missing: there are other ways then.
_MARKER = re.compile(r"\s*extra\s*==\s*['\"](?P<extra>[\w-]+)['\"]\s*")


def require(*extras: str) -> None:
    """Raise MissingExtra unless all packages of these extras are here."""
    if absent := sorted({name for extra in extras for name in missing(extra)}):
        raise MissingExtra(", ".join(absent), ",".join(extras))


def missing(extra: str) -> Iterator[str]:
    """Yield the packages of an extra of equijudge that are not installed; none where equijudge itself was not
    installed."""
    for name, inner in _packages_of(extra):
        if name == _OWN:
            for each in inner:
                yield from missing(each)
        elif not _installed(name):
            yield name


def _packages_of(extra: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the packages that an extra names, each with the extras that are asked of it."""
    for line in _requirements():
        found = _REQUIREMENT.fullmatch(line)
        marker = None if found is None else _MARKER.fullmatch(found["marker"] or "")
        if found is not None and marker is not None and marker["extra"] == extra:
            yield found["name"], [name.strip() for name in (found["extras"] or "").split(",")]


def _requirements() -> list[str]:
    try:
        return requires(_OWN) or []
    except PackageNotFoundError:  # a checkout on the path
        return []


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True

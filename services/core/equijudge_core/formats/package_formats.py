"""Which format a package is in, by the names of its files, and the package that it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats import dmoj, kattis, kattis_config, polygon
from equijudge_core.formats.archive import Files, bad, strip_root
from equijudge_core.formats.packages import Package


@dataclass(frozen=True, slots=True)
class PackageFormat:
    """A format. traces: folders of its, by which a near miss is known."""

    title: str
    traces: tuple[str, ...]
    read: Callable[[Files, str], Package]


# By the file that every package of the format has on top.
PACKAGE_FORMATS: Mapping[str, PackageFormat] = MappingProxyType(
    {
        kattis_config.MAIN: PackageFormat(
            "a Kattis package", ("data/secret/", "submissions/accepted/"), kattis.read_kattis
        ),
        polygon.MAIN: PackageFormat("a Polygon package", ("statement-sections/", "solutions/"), polygon.read_polygon),
        dmoj.MAIN: PackageFormat("a DMOJ folder", (), dmoj.read_dmoj),
    }
)


def read_package(files: Files, name: str) -> Package:
    """Read a package; name: the folder's, for what has none. Raises BadProblem, which says as what it was read, and
    UnsupportedProblem."""
    files, root = strip_root(files, *PACKAGE_FORMATS)
    main = next((each for each in PACKAGE_FORMATS if each in files), None)
    if main is None:
        near = _near(files)
        if near is not None:
            raise bad(near, f"is missing: the folder looks like {PACKAGE_FORMATS[near].title}")
        raise bad(".", f"is no package: it has none of {', '.join(PACKAGE_FORMATS)}")
    try:
        return PACKAGE_FORMATS[main].read(files, name or root)
    except BadProblem as error:
        kind = UnsupportedProblem if isinstance(error, UnsupportedProblem) else BadProblem
        title = PACKAGE_FORMATS[main].title
        said = [FieldError(field=e.field, problem=f"{e.problem} ({title})", limit=e.limit) for e in error.errors]
        raise kind(said) from error


def _near(files: Files) -> str | None:
    for main, form in PACKAGE_FORMATS.items():
        if form.traces and any(name.startswith(form.traces[0]) for name in files):
            return main
    return None

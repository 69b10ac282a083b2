"""Which of the headers that lie at hand a program in C or C++ includes: those it is given, and no others. Pure.

By the text of `#include` lines: one that is made by a macro is not found, one in a comment is, which does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_INCLUDE = re.compile(r"""^[ \t]*#[ \t]*include[ \t]*["<]([^">\n]{1,100})[">]""", re.MULTILINE)


def find_included(texts: Iterable[str], headers: Mapping[str, str]) -> tuple[str, ...]:
    """Which of these headers the texts include, themselves or by way of one another, in the order of their names."""
    found: set[str] = set()
    left = list(texts)
    while left:
        named = {name for name in _INCLUDE.findall(left.pop()) if name in headers} - found
        found |= named
        left += [headers[name] for name in named]
    return tuple(sorted(found))

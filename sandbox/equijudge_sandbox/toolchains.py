"""What is prepared once for all cells, as tools/prepare asks for it: every flag is in the table (languages.py) alone.

A command for that script: `python3 -m equijudge_sandbox.toolchains headers` prints, one a line, the name of each
language that has precompiled headers and the command that makes one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from equijudge_sandbox.languages import TOOLCHAINS, TOOLS, Toolchain

HEADER = "bits/stdc++.h"


def include_flag(name: str) -> str:
    """The flag by which a language's compile command finds what is prepared for it."""
    return f"-I{TOOLS}/{name}"


def header_command(toolchain: Toolchain) -> tuple[str, ...]:
    """The compile command without its source, what it writes, what it links and where it looks first.

    A precompiled header is taken only by a compiler that is called with the same flags, so these are all the others.
    """
    words = iter(toolchain.compile)
    kept = []
    for word in words:
        if word == "-o":
            next(words)
        elif word != toolchain.source and not word.startswith(("-B", "-I", "-l", "-Wl,")):
            kept.append(word)
    return tuple(kept)


def header_commands(toolchains: Mapping[str, Toolchain]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each language whose compile command looks for headers among the prepared tools, and what makes one."""
    for name, toolchain in toolchains.items():
        if include_flag(name) in toolchain.compile:
            yield name, header_command(toolchain)


def header_lines(toolchains: Mapping[str, Toolchain]) -> str:
    """What tools/prepare reads: one language a line, then its command."""
    return "".join(f"{name} {' '.join(command)}\n" for name, command in header_commands(toolchains))


def main(arguments: list[str]) -> int:
    """Print what is asked for. Exit code 2 for a question that is not known."""
    if arguments != ["headers"]:
        print("usage: python3 -m equijudge_sandbox.toolchains headers", file=sys.stderr)
        return 2
    print(header_lines(TOOLCHAINS), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

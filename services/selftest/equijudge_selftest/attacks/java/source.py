"""How a small Java program is written: a body of main, and what stands before it in the class."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import Attack, attack

PACKAGES = ("java.io", "java.math", "java.nio.file", "java.util", "java.util.concurrent")
IMPORTS = "".join(f"import {package}.*;\n" for package in PACKAGES)


def runs(
    slug: str, name: str, body: str, *accept: Verdict, members: str = "", output: str = "1\n", **more: object
) -> Attack:
    """A program whose main has this body, and throws what it likes; it expects `output` for an empty input unless
    `tests` says otherwise."""
    main = f"public static void main(String[] words) throws Throwable {{\n{body}\n}}"
    source = f"{IMPORTS}public class Main {{\n{members}\n{main}\n}}\n"
    return attack(f"java-{slug}", f"Java: {name}", source, *accept, **({"tests": (("", output),)} | more))

"""How programs of each language are compiled and run in a cell: a table, entry for entry equijudge_core's names.

python3 is not in it: the runner compiles it in its zygote, which no other language has. A command's words and its
environment may hold {memory_mib} and {memory_kib}, the limit of the step, and {stack_mib} and {stack_kib}, which is as
much. What is prepared once for all cells (headers, class archives, compiled libraries) lies read-only under TOOLS; see
tools/prepare.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from types import MappingProxyType

TOOLS = "/opt/equijudge/tools"
ROOTS = "/opt/toolchains"  # what lies nowhere under /usr is at ROOTS/LANGUAGE, whose bin is on the path
OUTSIDE_USR = ("rust", "go", "java", "javascript", "pypy3", "python2", "cpp17", "cpp20", "c")
PATH = ":".join(
    [*(f"{ROOTS}/{name}/bin" for name in OUTSIDE_USR), "/usr/local/go/bin", "/usr/local/bin", "/usr/bin", "/bin"]
)
C_CANARY = '#include <stdio.h>\nint main(void) { printf("%d", 6 * 7); return 0; }\n'
CPP_CANARY = "#include <bits/stdc++.h>\nint main() { std::cout << 6 * 7; }\n"
MOST_STACK_MIB = 1000  # the JVM takes no more
# As other judges have it. A stack that overflows costs the JVM five times its size: with one of the memory limit's size
# an endless recursion would be MLE, after seconds.
JAVA_STACK = "-Xss64m"
JAVA_OLD = "-XX:NewRatio=5"  # one array may fill five sixths of the heap; by default it is two thirds


@dataclass(frozen=True, slots=True)
class Toolchain:
    """One language's steps.

    version: the command whose first line of output is the version; it fails where the language is not there.
    source: the file a source is compiled from. compile: the command, () for none. program: the file that it leaves, of
    which a copy is kept and given to every run; that of a language without a binary may be the source itself. run: the
    command that runs the program in its directory, () where the program is executed itself.
    own_bytes: resident memory of the runtime alone, which is not counted. slack_bytes: what a runtime that has been
    told the limit may take beyond it for its own purposes; it is not counted either. canary: a program that prints 42.
    root: on the host of local cells, the command that prints the folder that the toolchain lies in, () where that is
    the parent of its commands' folder. etc: patterns of what it reads of /etc.
    """

    version: tuple[str, ...]
    source: str
    compile: tuple[str, ...]
    program: str
    canary: str
    run: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    own_bytes: int = 0
    slack_bytes: int = 0
    root: tuple[str, ...] = ()
    etc: tuple[str, ...] = ()

    def fingerprint(self) -> str:
        """Eight hex digits that change with any of this: part of what is said of a language's version."""
        return hashlib.sha256(repr(astuple(self)).encode()).hexdigest()[:8]


def _gcc(compiler: str, standard: str, source: str, *words: str) -> Toolchain:
    """Linked statically: a third of the time to start. The one CPU that is meant is the least of this architecture. The
    linker is the one of TOOLS where there is one: gold, which links libstdc++ in half the CPU of the usual one. It must
    keep unused sections: else it fails at libstdc++'s where a program has operators new and delete of its own."""
    flags = (
        "-O2", "-pipe", "-w", "-fmax-errors=20", "-fdiagnostics-color=never", "-DONLINE_JUDGE",
        "-static", "-s", f"-B{TOOLS}/ld",
    )  # fmt: skip
    return Toolchain(
        version=(compiler, "--version"),
        source=source,
        compile=(compiler, f"-std={standard}", *flags, *words, source, "-o", "program", "-lm"),
        program="program",
        canary=C_CANARY if compiler == "gcc" else CPP_CANARY,
    )


def _interpreted(command: str, own_bytes: int) -> Toolchain:
    """A Python other than the cell's own: the compile step only looks whether the source compiles."""
    check = "import sys; compile(open('main.py', 'rb').read(), 'main.py', 'exec')"
    return Toolchain(
        version=(command, "--version"),
        source="main.py",
        compile=(command, "-c", check),
        program="main.py",
        canary="print(6 * 7)",
        run=(command, "main.py"),
        environment=(f"LD_LIBRARY_PATH={ROOTS}/{command}/lib",),  # of one that was moved there
        own_bytes=own_bytes,
    )


TOOLCHAINS: Mapping[str, Toolchain] = MappingProxyType(
    {
        "pypy3": _interpreted("pypy3", 48 << 20),
        "python2": _interpreted("python2", 8 << 20),
        "cpp17": _gcc("g++", "gnu++17", "main.cpp", f"-I{TOOLS}/cpp17"),
        "cpp20": _gcc("g++", "gnu++20", "main.cpp", f"-I{TOOLS}/cpp20"),
        "c": _gcc("gcc", "gnu17", "main.c"),
        "java": Toolchain(
            version=("java", "-version"),
            source="Main.java",
            compile=(
                "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto",
                f"-XX:SharedArchiveFile={TOOLS}/java/compile.jsa", "-Xss64m",
                "-cp", f"{TOOLS}/java/compile.jar", "JavaCompile", "Main.java", "program.jar",
            ),
            program="program.jar",
            canary="class Canary { public static void main(String[] a) { System.out.println(6 * 7); } }",
            run=(
                "java", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto",
                f"-XX:SharedArchiveFile={TOOLS}/java/run.jsa", JAVA_STACK, JAVA_OLD, "-Xmx{memory_mib}m",
                "-Dfile.encoding=UTF-8", "-DONLINE_JUDGE=true", "-Duser.language=en", "-Duser.region=US",
                "-jar", "program.jar",
            ),
            own_bytes=40 << 20,
            slack_bytes=160 << 20,
            etc=("/etc/java*",),
        ),
        "javascript": Toolchain(
            version=("node", "--version"),
            source="main.js",
            compile=("node", "--check", "main.js"),
            program="main.js",
            canary="console.log(6 * 7)",
            run=("node", "--stack-size={stack_kib}", "--max-old-space-size={memory_mib}", "main.js"),
            own_bytes=44 << 20,
            slack_bytes=96 << 20,
        ),
        "go": Toolchain(
            version=("go", "version"),
            source="main.go",
            compile=("/bin/sh", f"{TOOLS}/go/compile", "main.go", "program"),
            program="program",
            canary='package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(6 * 7) }\n',
            environment=("GOMEMLIMIT={memory_mib}MiB",),  # else garbage is kept until it is as much as what is in use
            own_bytes=4 << 20,
        ),
        "rust": Toolchain(
            version=("rustc", "--version"),
            source="main.rs",
            compile=(
                "rustc", "--edition=2021", "-O", "-Awarnings", "-Ctarget-feature=+crt-static", "-Cstrip=symbols",
                "-Ccodegen-units=1", "--crate-name=main", "main.rs", "-o", "program",
            ),
            program="program",
            root=("rustc", "--print", "sysroot"),
            canary='fn main() { println!("{}", 6 * 7); }',
        ),
    }
)  # fmt: skip

"""C and C++ source that kills, hangs or bloats its compiler, assembler or linker, or has them read what is not its own.

What the compiler says is shown to whoever sent the source: it is bounded,
    and nothing of a file outside the box is in it
(attack_runner.py looks for what is in BAIT). A program that compiles all the same is judged like any other.
"""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BAIT, MIB, Attack, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, CE, MLE, OLE, RE, TLE, WA = (
    Verdict.AC, Verdict.CE, Verdict.MLE, Verdict.OLE, Verdict.RE, Verdict.TLE, Verdict.WA,
)  # fmt: skip
MAIN = '#include <cstdio>\nint main() { puts("1"); }\n'
BOMB_S = 3.0  # of CPU time to compile
ENDLESS = ("/dev/zero", "/dev/urandom", "/dev/full")
OTHERS = {  # files that a compile step must not tell of
    "environ-of-runner": "/proc/1/environ",
    "shadow": "/etc/shadow",
    "kernel-memory": "/proc/kcore",
    "host-file": BAIT,
}


def builds(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """Source as it stands, with C++ in its names; what may be a bomb has BOMB_S."""
    more = {"compile_time_s": BOMB_S} | more if CE in accept else more
    return attack(f"cpp-{slug}", f"C++: {name}", source, *accept, **more)


def assembles(slug: str, name: str, text: str, *accept: Verdict, **more: object) -> Attack:
    """A program with this for the assembler at its head."""
    lines = "".join(f'    "{line}\\n"\n' for line in text.strip().splitlines())
    return builds(slug, name, f"asm(\n{lines});\n{MAIN}", *accept, **more)


_CPP17 = (
    *(builds(f"include-{device.rpartition('/')[2]}", f"including {device} does not compile",
             f'#include "{device}"\n{MAIN}', CE) for device in ENDLESS),
    builds("include-terminal", "including standard input or a terminal ends",
           '#if __has_include("/dev/stdin")\n#include "/dev/stdin"\n#endif\n'
           f'#if __has_include("/dev/tty")\n#include "/dev/tty"\n#endif\n{MAIN}', AC, CE),
    *(builds(f"include-{slug}", f"including {path} does not compile, and tells nothing of it",
             f'#include "{path}"\n{MAIN}', CE) for slug, path in OTHERS.items()),
    builds("include-own-memory", "the compiler's own memory cannot be read by its name",
           f'#include "/proc/self/mem"\nasm(".section .rodata\\n.incbin \\"/proc/self/mem\\"\\n.text");\n{MAIN}', AC,
           CE),
    builds("include-own-messages", "source that includes what its compiler says ends",
           f'#include "/proc/self/fd/2"\n#include "/dev/stderr"\n#pragma message "x"\n#include "/dev/stderr"\n{MAIN}',
           AC, CE),
    builds("include-own-pipe", "source that waits for its compiler's own output does not compile",
           f'#include "/proc/self/fd/1"\n{MAIN}', CE, compile_time_s=0.5),
    builds("include-own-environment", "what is in the compiler's environment is nothing but what is in every program's",
           f'const char *held =\n#include "/proc/self/environ"\n;\n{MAIN}', CE),
    builds("include-tools", "the sources of the tools and the source itself may be named", f"""
        #if __has_include("/opt/equijudge/tools/cpp17/bits/stdc++.h.gch")
        #include "/opt/equijudge/tools/cpp17/bits/stdc++.h.gch"
        #endif
        {MAIN}""", AC, CE),
    builds("has-include", "nothing of the host's is there to be asked for", f"""
        #include <cstdio>
        #if __has_include("{BAIT}")
        int main() {{ puts("2"); }}
        #else
        int main() {{ puts("1"); }}
        #endif
        """, AC),
    builds("include-itself", "source that includes itself for ever does not compile", f"#include __FILE__\n{MAIN}", CE),
    builds("include-itself-twice", "source that includes itself twice does not compile",
           "#include __FILE__\n#include __FILE__\n", CE),
    builds("include-folder", "including a folder does not compile", f'#include "/tmp"\n{MAIN}', CE),
    builds("line-of-another-file", "a diagnosis quotes no line of a file that the source only names",
           "".join(f'#line {number} "{path}"\nint broken{number} = ;\n' for path in ("/proc/1/environ", "/etc/shadow",
           BAIT)
                   for number in (1, 2, 3)), CE),
    builds("dependency", "a dependency on another file tells nothing of it", f"""
        #pragma GCC dependency "{BAIT}"
        #pragma GCC pch_preprocess "{BAIT}"
        {MAIN}""", AC, CE),
    builds("macro-doubling", "macros that double thirty-five times do not compile",
           "#define M0 x x\n" + "".join(f"#define M{n + 1} M{n} M{n}\n" for n in range(35)) + "int M35;\n", CE),
    builds("string-doubling", "strings that double thirty times do not compile", '#define M0 "xxxxxxxx" "xxxxxxxx"\n'
           + "".join(f"#define M{n + 1} M{n} M{n}\n" for n in range(30)) + "const char *text = M30;\n", CE),
    builds("template-depth", "a template without end does not compile", """
        template <int N> struct Next { static const int value = Next<N + 1>::value; };
        int main() { return Next<0>::value; }
        """, CE),
    builds("template-tree", "a tree of templates that doubles on every level ends", """
        template <int Depth, int Path> struct Node {
            static const int value = Node<Depth - 1, Path * 2>::value + Node<Depth - 1, Path * 2 + 1>::value;
        };
        template <int Path> struct Node<0, Path> { static const int value = 1; };
        int main() { return Node<26, 1>::value; }
        """, CE),
    builds("template-name", "the name of a type that doubles on every level is cut", """
        template <class A, class B> struct Pair {};
        template <int N> struct Named { typedef Pair<typename Named<N - 1>::type, typename Named<N - 1>::type> type; };
        template <> struct Named<0> { typedef int type; };
        int main() { Named<24>::type::missing(); }
        """, CE),
    builds("constant-loop", "a loop while compiling ends", """
        constexpr unsigned long spin() { unsigned long turns = 0; while (true) turns++; return turns; }
        constexpr unsigned long spun = spin();
        int main() {}
        """, CE),
    builds("constant-loops", "many loops while compiling, each below the compiler's own limit, end",
           "constexpr int spin(int n) { int sum = 0; for (int i = 0; i < 200000; i++) sum ^= i * n; return sum; }\n"
           + "".join(f"static_assert(spin({n}) != -1);\n" for n in range(600)) + MAIN, AC, CE),
    builds("initialised-gigabytes", "an initialised array of ten gigabytes does not compile",
           f"char held[10L << 30] = {{1}};\n{MAIN}", CE),
    builds("initialised-megabytes", "an initialised array of half a gigabyte makes no program that is kept",
           f"char held[512 << 20] = {{1}};\n{MAIN}", CE),
    builds("large-program", "a program of forty megabytes is kept whole or not at all",
           f'__attribute__((used)) char held[40 << 20] = {{1}};\n{MAIN}', AC, CE, program_bytes=42 * MIB),
    builds("error-flood", "errors by the hundred thousand are cut", "x y;\n" * 100_000, CE),
    builds("long-error", "an error in a line of megabytes is cut", "int x = " + "y + " * (MIB // 2) + "1;\n", CE),
    builds("note-flood", "notes by the hundred thousand are cut",
           '#pragma message "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\n' * 100_000
           + MAIN, AC, CE),
    builds("overload-flood", "a hundred thousand candidates of a call are cut",
           "".join(f"struct T{n} {{}}; void f(T{n}, T{n});\n" for n in range(5000)) + "int main() { f(1, 2); }\n", CE),
    builds("nested-parentheses", "parentheses by the hundred thousand end",
           "int x = " + "(" * 100_000 + "1" + ")" * 100_000 + f";\n{MAIN}", AC, CE),
    builds("nested-blocks", "blocks nested by the hundred thousand end",
           "int main() " + "{" * 100_000 + "}" * 100_000, CE, WA),
    builds("nested-lambdas", "lambdas nested two hundred deep end",
           "int main() { return " + "[&] { return " * 200 + "0" + "; }()" * 200 + "; }\n", CE, WA),
    builds("nested-conditions", "a hundred thousand conditions of the preprocessor end",
           "#if 1\n" * 100_000 + MAIN + "#endif\n" * 100_000, AC, CE),
    builds("operator-chain", "a sum of a hundred thousand terms ends",
           f"#include <cstdio>\nint main(int n, char **) {{ printf(\"%d\\n\", (n{'+n' * 100_000}) / 100001); }}\n", AC,
           CE),
    builds("million-statements", "hundreds of thousands of statements end", "#include <cstdio>\nvolatile int x;\nint "
           "main() {\n"
           + "x++; if (x < 0) x--;\n" * 100_000 + 'puts("1"); }\n', AC, CE),
    builds("unclosed-raw-string", "a raw string without an end does not compile",
           'const char *text = R"(' + "x\n" * MIB, CE),
    builds("line-by-backslashes", "a line continued half a million times ends", "//" + " \\\n" * 500_000 + f"\n{MAIN}",
           AC, CE),
    assembles("assembler-fill", "data that the assembler is to repeat into terabytes does not compile",
              ".fill 0x7fffffff, 8, 0x41\n.skip 1 << 42, 1\n.fill 0x7fffffff, 8, 0x42", CE),
    assembles("assembler-repeat", "lines that the assembler is to repeat a trillion times do not compile",
              ".rept 1000000\n.rept 1000000\n.quad 1\n.endr\n.endr", CE),
    assembles("assembler-recursion", "an assembler's macro that calls itself does not compile",
              ".macro again\nagain\nagain\n.endm\nagain", CE),
    assembles("assembler-alignment", "an alignment of terabytes does not compile", ".balign 1 << 41\n.org 1 << 42", CE),
    assembles("assembler-messages", "messages that the assembler is to print without end are cut",
              ".rept 300000\n.print \\\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\\\"\n.warning "
              "\\\"y\\\"\n.endr", AC, CE),
    *(assembles(f"embed-{device.rpartition('/')[2]}", f"embedding {device} does not compile",
                f'.incbin \\"{device}\\"', CE) for device in ENDLESS),
    *(assembles(f"embed-{slug}", f"embedding {path} does not compile", f'.incbin \\"{path}\\"', CE)
      for slug, path in OTHERS.items()),
    *(assembles(f"assemble-{slug}", f"the assembler quotes no line of {path}", f'.include \\"{path}\\"', CE)
      for slug, path in OTHERS.items()),
    builds("embed-own-environment", "what the compiler's processes are told is nothing of the host's", """
        #include <cstdio>
        #include <cstring>
        #include <initializer_list>
        asm(".section .rodata\\ntold: .incbin \\"/proc/self/environ\\"\\ntold_end: .byte 0\\n.text");
        asm(".section .rodata\\nsaid: .incbin \\"/proc/self/cmdline\\"\\nsaid_end: .byte 0\\n.text");
        extern const char told[], told_end[], said[], said_end[];
        static bool has(const char *from, const char *end, const char *word) {
            return memmem(from, end - from, word, strlen(word)); }
        int main() {
            int wrong = 0;
            for (const char *word : {"EQUIJUDGE", "REDIS", "/root", "/home", "SECRET", "TOKEN", "runner", "SUDO",
                "SSH"})
                wrong += has(told, told_end, word) + has(said, said_end, word);
            printf("%d\\n", 1 + wrong);
        }
        """, AC, CE),
    assembles("interpreter-section", "a program that names its own loader is judged like any other",
              '.pushsection .interp,\\"a\\"\n.string \\"/bin/sh\\"\n.popsection', AC, CE, RE, WA),
    assembles("odd-sections", "sections of a linker's own names are judged like any other", """
        .pushsection .init_array,\\"aw\\"
        .quad 0x1234
        .popsection
        .pushsection .eh_frame,\\"a\\"
        .fill 100, 1, 0x41
        .popsection
        """, AC, CE, RE),
    assembles("linker-warning", "a warning that is written into the program for the linker is cut",
              '.pushsection .gnu.warning.puts\n.rept 20000\n.ascii '
              '\\"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\\"\n.endr\n'
              ".popsection", AC, CE),
    assembles("link-time-options", "options for the linker's optimiser that are written into the program run nothing",
              """
        .pushsection .gnu.lto_.opts,\\"e\\",@progbits
        .ascii \\"'-fplugin=/tmp/evil.so' '-o' '/tmp/marked' '-wrapper' 'touch,/tmp/marked'\\"
        .byte 0
        .popsection
        .pushsection .gnu.lto_main.1,\\"e\\",@progbits
        .fill 64, 1, 7
        .popsection
        .comm __gnu_lto_v1,1,1
        .comm __gnu_lto_slim,1,1
        """, AC, CE, RE),
    assembles("own-start", "a program with a start of its own is refused or judged like any other",
              ".globl _start\n_start: mov $60, %eax\nmov $7, %edi\nsyscall", CE, RE),
    assembles("shadowed-library", "a program that takes the place of the library's functions ends",
              ".globl __libc_start_main\n__libc_start_main: ud2\n.globl _exit\n_exit: ud2", CE, RE),
    builds("nul-in-source", "NUL in the source ends", MAIN + "\0\n", AC, CE),
    builds("binary-source", "binary content does not compile", "\x7fELF\x02\x01\x01\0\0\0" * 100, CE),
    builds("empty-source", "nothing at all does not compile", "", CE),
    builds("half-megabyte-line", "a single line of half a megabyte ends", f"{MAIN}//" + "x" * (MIB // 2), AC),
    builds("script-as-source", "a script is no program", "#!/bin/sh\necho 1\n", CE),
    builds("option-like-file-name", "file names like options are file names", """
        #include <fstream>
        int main() { std::string text; std::ifstream("-rf") >> text; std::ofstream("$(reboot); -o x") << text; }
        """, AC, tests=(("1\n", "1\n"),), input_file="-rf", output_file="$(reboot); -o x"),
    builds("requested-plugins", "a source cannot ask for other flags", """
        #pragma GCC optimize("-fplugin=/tmp/evil.so", "-fdump-tree-all", "-save-temps", "-o/tmp/marked")
        #pragma GCC diagnostic error "-Wall"
        #include <cstdio>
        __attribute__((optimize("-fprofile-generate=/tmp/marked"))) int main() { puts("1"); }
        """, AC, CE),
)  # fmt: skip
_CPP20 = (
    builds("constant-memory", "memory without end that is taken while compiling does not compile", """
        #include <vector>
        constexpr int taken() { std::vector<int *> held; while (true) held.push_back(new int[1 << 20]); return 1; }
        static_assert(taken());
        """, CE),
    builds("concept-recursion", "a constraint that needs itself does not compile", """
        template <class T> concept Endless = requires(T t) { f(t, t); };
        template <class T> void f(T, T) requires Endless<T *>;
        template <class T> void f(T, T) requires Endless<T **> && Endless<T *>;
        struct S {};
        int main() { f(S{}, S{}); }
        """, CE),
    builds("header-units", "importing a header by its path does not compile", f'import "{BAIT}";\nimport '
           f'</dev/zero>;\n{MAIN}', CE),
)  # fmt: skip
_C = (
    attack("c-include-itself", "C: source that includes itself does not compile", '#include "main.c"\nint main() {}\n',
           CE),
    attack("c-include-device", "C: including a device does not compile", "#include </dev/urandom>\nint main() {}\n", CE,
           compile_time_s=BOMB_S),
    attack("c-line-of-another-file", "C: a diagnosis quotes no line of a file that the source only names",
           f'#line 1 "{BAIT}"\nint broken = ;\n', CE),
    attack("c-array-of-structures", "C: nested initialisers of gigabytes do not compile", """
        struct A { int held[1 << 20]; };
        struct B { struct A held[1 << 10]; } all = {.held[0 ... 1023].held[0 ... 1048575] = 7};
        int main() { return all.held[5].held[5]; }
        """, CE, compile_time_s=BOMB_S),
)  # fmt: skip

ATTACKS = of_topic(
    Topic.COMPILING,
    *in_language("cpp17", _CPP17),
    *in_language("cpp20", _CPP20),
    *in_language("c", _C),
)

"""Java source that kills, hangs or bloats its compiler, and class names that others stumble over."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BAIT, MIB, Attack, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, CE, MLE, RE, TLE, WA = Verdict.AC, Verdict.CE, Verdict.MLE, Verdict.RE, Verdict.TLE, Verdict.WA
BOMB_S = 4.0  # of CPU time to compile
SAY = 'public static void main(String[] words) { System.out.println("1"); }'
MAIN = f"class Main {{ {SAY} }}\n"


def builds(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """Source as it stands, with Java in its names; what may be a bomb has BOMB_S."""
    more = {"compile_time_s": BOMB_S} | more if CE in accept else more
    return attack(f"java-{slug}", f"Java: {name}", source, *accept, **more)


ATTACKS = in_language("java", of_topic(
    Topic.COMPILING,
    builds("annotation-processor", "a processor of annotations that the source defines is not run", """
        import java.util.*;
        import javax.annotation.processing.*;
        import javax.lang.model.element.*;
        @SupportedAnnotationTypes("*")
        public class Main extends AbstractProcessor {
            static { mark("static"); }
            static void mark(String when) {
                try { new java.io.File("/tmp/marked-" + when).createNewFile(); } catch (java.io.IOException refused) { }
            }
            public boolean process(Set<? extends TypeElement> all, RoundEnvironment round) { mark("process"); for (;;);
                }
            public static void main(String[] words) {
                System.out.println(new java.io.File("/tmp/marked-process").exists() ? 2 : 1);
            }
        }
        """, AC),
    builds("nested-parentheses", "parentheses by the ten thousand end",
           f"class Main {{ int x = {'(' * 20_000}1{')' * 20_000}; {SAY} }}\n", AC, CE),
    builds("nested-generics", "types nested a thousand deep end",
           f"class Main {{ java.util.List{'<java.util.List' * 1000}<String>{'>' * 1000} x; {SAY} }}\n", AC, CE),
    builds("nested-blocks", "blocks nested by the ten thousand end", f"class Main {{ static {{ "
           f"{'{' * 20_000}{'}' * 20_000} }} {SAY} }}\n",
           AC, CE),
    builds("nested-lambdas", "lambdas whose types must be inferred inside each other end", """
        import java.util.function.*;
        class Main {
            static <T> T same(Supplier<T> given) { return given.get(); }
            static <T> T pick(T one, T other) { return one; }
            public static void main(String[] words) { System.out.println("" + NEST); }
        }
        """.replace("NEST", "pick(same(() -> " * 16 + "1" + "), 1)" * 16), AC, CE),
    builds("long-concatenation", "a text put together of ten thousand parts ends",
           "class Main { public static void main(String[] w) { String s = \"\"" + " + w.length" * 10_000
           + "; System.out.println(s.length() > 0 ? 1 : 2); } }\n", AC, CE, RE),
    builds("constant-doubling", "constants that double thirty times do not compile",
           "class Main { static final String A0 = \"xxxxxxxx\";\n"
           + "".join(f"static final String A{n + 1} = A{n} + A{n};\n" for n in range(30)) + f"{SAY} }}\n", CE),
    builds("long-method", "a method beyond 64 KiB does not compile",
           "class Main { static int x; static void f() { " + "x++; " * 40_000 + f"}} {SAY} }}\n", CE),
    builds("constant-array", "an array of a hundred thousand constants does not compile",
           f"class Main {{ static int[] held = {{{','.join(map(str, range(100_000)))}}}; {SAY} }}\n", CE),
    builds("many-classes", "two thousand classes end",
           "".join(f"class C{n} {{ int x; }}\n" for n in range(2000)) + MAIN, AC, CE),
    builds("many-locals", "a hundred thousand fields do not compile",
           "class Main {" + "".join(f"int x{n};" for n in range(100_000)) + f"{SAY} }}\n", AC, CE),
    builds("error-flood", "errors by the hundred thousand are cut", "class Main { " + "int x = y;\n" * 100_000 + "}\n",
           CE),
    builds("long-error", "an error in a line of megabytes is cut", f"class Main {{ int x = {'y + ' * (MIB // 2)} ; "
           f"{SAY} }}\n", CE),
    builds("flow-analysis", "conditions that double the ways through a method end", "class Main { static boolean b;\n"
           + "static int f() { int x; " + "if (b) { x = 1; } else { while (b) { try { x = 2; } finally { if (b) "
           "break; } } x = 3; }\n" * 300
           + f"return x; }} {SAY} }}\n", AC, CE),
    builds("finally-doubling", "what stands in nested finally blocks, which doubles on every level, ends",
           "class Main { static int x; static void f() { " + "try { x++; } finally { " * 22 + "x--;" + "}" * 22
           + f"}} {SAY} }}\n", AC, CE),
    builds("class-of-another-name", "the main class may be called as it likes", f"public class Größe_$1 {{ {SAY} }}\n",
           AC),
    builds("long-class-name", "a class of a name longer than a line of a manifest is found",
           f"public class {'Long' * 60} {{ {SAY} }}\n",
           AC),
    builds("too-long-class-name", "a class of a name longer than a file's may be ends",
           f"public class {'L' * 30_000} {{ {SAY} }}\n", AC, CE, RE),
    builds("deep-package", "a package a hundred names deep is found", f"package {'.'.join(['deep'] * 100)};\npublic "
           f"{MAIN}", AC),
    builds("package-of-the-runtime", "a class in a package of the runtime's does not run",
           f"package java.lang;\npublic {MAIN}", CE, RE),
    builds("name-of-the-tool", "a class called as the tool that compiles it is the program's own",
           f"public class JavaCompile {{ {SAY} }}\n", AC),
    builds("class-of-the-tool", "the tool's own classes are not there to be used",
           'class Main { public static void main(String[] w) throws Exception { JavaCompile.main(new String[] '
           '{"/etc/passwd", "x"}); } }\n',
           CE),
    builds("shadowed-classes", "a source with a String and a System of its own is judged as it is",
           "class String {} class System {} class Main { public static void main(java.lang.String[] w) "
           "{ java.lang.System.out.println(1); } }\n", AC),
    builds("no-main", "a class without main does not compile, or fails", "class Main { void main() { } }\n", CE, RE),
    builds("interface-main", "main of an interface is found", f"interface Main {{ {SAY} }}\n", AC),
    builds("record-main", "main of a record and of an enum is found", f"record Main(int x) {{ {SAY} }}\nenum Other "
           f"{{ A }}\n", AC),
    builds("two-mains", "of several classes the public one is run",
           "class A { public static void main(String[] w) { System.out.println(2); } }\n"
           f"public class B {{ {SAY} }}\n", AC),
    builds("internals", "packages that the runtime keeps to itself do not compile",
           "class Main { public static void main(String[] w) { jdk.internal.misc.Unsafe.getUnsafe(); } }\n", CE),
    builds("module", "a module is no program", "module main { requires java.compiler; }\n", CE),
    builds("escaped-source", "a source in escapes is read as Java reads it",
           "".join(f"\\u{ord(letter):04x}" for letter in MAIN), AC),
    builds("nul-in-source", "NUL in the source does not compile", MAIN + "\0\n", CE, AC),
    builds("binary-source", "object code does not compile", "\xca\xfe\xba\xbe\0\0\0=" * 100, CE),
    builds("empty-source", "nothing at all does not compile", "", CE),
    builds("half-megabyte-line", "a single line of half a megabyte ends", f"{MAIN}//{'x' * (MIB // 2)}", AC),
    builds("path-in-names", "a source that names files of the host's is not answered with them",
           f'@interface A {{ String value(); }} @A("{BAIT}") class Main {{ {SAY} }} #include "{BAIT}"\n', CE),
    builds("option-like-file-name", "file names like options are file names", """
        import java.nio.file.*;
        class Main { public static void main(String[] words) throws Exception {
            Files.write(Path.of("$(reboot); -o x"), Files.readAllBytes(Path.of("-rf")));
        } }
        """, AC, tests=(("1\n", "1\n"),), input_file="-rf", output_file="$(reboot); -o x"),
))  # fmt: skip

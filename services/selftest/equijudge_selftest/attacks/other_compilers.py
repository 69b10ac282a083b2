"""Source in Rust, Go, JavaScript and PyPy's Python that strains its compiler, or has it read what is not its own."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BAIT, MIB, Attack, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, CE, MLE, RE, TLE, WA = Verdict.AC, Verdict.CE, Verdict.MLE, Verdict.RE, Verdict.TLE, Verdict.WA
BOMB_S = 4.0


def rust(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """With Rust in its names."""
    return attack(f"rust-{slug}", f"Rust: {name}", source, *accept, **more)


def go(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """With Go in its names, and a package unless the source has one."""
    head = "" if "package " in source else "package main\n"
    return attack(f"go-{slug}", f"Go: {name}", head + source, *accept, **more)


def javascript(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """With JavaScript in its names."""
    return attack(f"js-{slug}", f"JavaScript: {name}", source, *accept, **more)


def pypy(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """With PyPy in its names."""
    return attack(f"pypy-{slug}", f"PyPy: {name}", source, *accept, **more)


RUST_MAIN = 'fn main() { println!("1"); }\n'
RUST = (
    *(rust(f"include-{slug}", f"including {path} does not compile, and tells nothing of it",
           f'const HELD: &[u8] = include_bytes!("{path}");\nconst TEXT: &str = include_str!("{path}");\n'
           f'fn main() {{ println!("{{}}", HELD.len() + TEXT.len()); }}\n', CE, compile_time_s=BOMB_S)
      for slug, path in (("zero", "/dev/zero"), ("environ-of-runner", "/proc/1/environ"), ("shadow", "/etc/shadow"),
                         ("host-file", BAIT), ("own-memory", "/proc/self/mem"))),
    *(rust(f"module-{slug}", f"a module at {path} does not compile, and nothing of it is quoted",
           f'#[path = "{path}"]\nmod held;\n{RUST_MAIN}', CE, compile_time_s=BOMB_S)
      for slug, path in (("zero", "/dev/zero"), ("host-file", BAIT), ("environ", "/proc/self/environ"))),
    rust("include-itself", "source that includes itself does not compile", 'include!("main.rs");\nfn main() {}\n', CE,
         compile_time_s=BOMB_S),
    rust("environment", "the compiler's environment tells nothing of the host", """
        fn main() {
            let mut wrong = 0;
            for told in [option_env!("EQUIJUDGE_REDIS_URL"), option_env!("EQUIJUDGE_DRIVER"), option_env!("SUDO_USER"),
                         option_env!("VIRTUAL_ENV"), option_env!("USER")] { wrong += told.is_some() as i32; }
            for (name, value) in std::env::vars() {
                if !["PATH", "HOME", "LANG", "PYTHONHASHSEED"].contains(&name.as_str()) || value.contains("/root") {
                    wrong += 1; }
            }
            println!("{}", 1 + wrong);
        }
        """, AC),
    rust("macro-recursion", "a macro that calls itself for ever does not compile",
         "macro_rules! again { () => { again!() }; }\nfn main() { again!(); }\n", CE, compile_time_s=BOMB_S),
    rust("macro-doubling", "macros that double thirty times do not compile",
         "macro_rules! m0 { () => { 1 }; }\n" + "".join(
             f"macro_rules! m{n + 1} {{ () => {{ m{n}!() + m{n}!() }}; }}\n" for n in range(30))
             + "fn main() { m30!(); }\n",
         CE, compile_time_s=BOMB_S),
    rust("constant-loop", "a loop while compiling ends",
         f"const fn spin() -> u64 {{ let mut n = 0; loop {{ n += 1; if n == 0 {{ return n; }} }} }}\nconst N: u64 = "
         f"spin();\n{RUST_MAIN}",
         AC, CE, compile_time_s=BOMB_S),
    rust("constant-memory", "a constant of terabytes does not compile",
         'static HELD: [u8; 1 << 40] = [1; 1 << 40];\nfn main() { println!("{}", HELD[7]); }\n', CE,
         compile_time_s=BOMB_S),
    rust("type-doubling", "types that double on every level do not compile, or end",
         "fn f0() -> impl Sized {}\n" + "".join(
             f"fn f{n + 1}() -> impl Sized {{ (f{n}(), f{n}()) }}\n" for n in range(40))
         + f"fn keep() {{ f40(); }}\n{RUST_MAIN}", AC, CE, compile_time_s=BOMB_S),
    rust("trait-recursion", "a trait that needs itself without end does not compile",
         "struct W<T>(T);\ntrait T {}\nimpl<X> T for W<X> where W<W<X>>: T {}\nfn f<X: T>() {}\nfn main() { "
         "f::<W<u8>>(); }\n", CE),
    rust("nested-parentheses", "parentheses by the hundred thousand end",
         f"fn main() {{ let x = {'(' * 100_000}1{')' * 100_000}; println!(\"{{}}\", x); }}\n", AC, CE,
         compile_time_s=BOMB_S),
    rust("error-flood", "errors by the ten thousand are cut", "fn main() {\n" + "x;\n" * 20_000 + "}\n", CE,
         compile_time_s=BOMB_S),
    rust("huge-error", "an error that the source words itself is cut", f'compile_error!("{"x" * MIB}");\n{RUST_MAIN}',
         CE),
    *(rust(f"makes-{kind.replace('-', '')}", f"a source that asks to become a {kind} is no program",
           f'#![crate_type = "{kind}"]\npub {RUST_MAIN}', CE, RE, WA, program_bytes=64 * MIB)
      for kind in ("lib", "cdylib", "staticlib",
           "proc-macro", "rlib")),
    rust("assembler", "what a source has for the assembler reads nothing of others", f"""
        core::arch::global_asm!(".incbin \\"{BAIT}\\"");
        {RUST_MAIN}""", CE),
    rust("linked-library", "a source cannot have a file of the host's linked", f"""
        #[link(name = "{BAIT}", kind = "static")]
        extern "C" {{}}
        {RUST_MAIN}""", CE),
    # A comment that ends where the linker reads a name: both read the file, and each its own part.
    rust("linker-script", "a source that is a script for the linker too has it read and write in the box alone", """
        /* /* */ OUTPUT(/tmp/marked) INPUT("*/
        #[link(name = ":../../../tmp/box/main.rs")]
        extern "C" {}
        fn main() { println!("1"); }
        /* ") /* */ */
        """, AC, CE, RE),
    rust("linked-by-path", "files of other processes cannot be linked, and nothing of them is quoted", """
        #[link(name = ":../../../proc/1/environ")]
        extern "C" { fn nothing(); }
        fn main() { unsafe { nothing() } }
        """, CE),
    rust("unstable", "features of the compiler's own do not compile", f"#![feature(rustc_private, plugin)]\nextern "
         f"crate rustc_driver;\n{RUST_MAIN}",
         CE),
    rust("no-main", "a source without main does not compile", "fn other() {}\n", CE),
    rust("nul-in-source", "NUL in the source does not compile", RUST_MAIN + "\0\n", CE),
    rust("byte-order-mark", "a byte order mark and carriage returns", "\ufefffn main() {\r\n println!(\"1\");\r\n}\r\n",
         AC),
)  # fmt: skip

GO_MAIN = 'import "fmt"\nfunc main() { fmt.Println(1) }\n'
GO = (
    go("embed", "embedding a file of the host's does not compile", f"""
        import _ "embed"
        import "fmt"
        //go:embed {BAIT}
        var held string
        //go:embed /etc/passwd
        var other string
        func main() {{ fmt.Println(len(held) + len(other)) }}
        """, CE),
    go("c-code", "code in C is not compiled",
       '// #cgo LDFLAGS: -Wl,--version\n// #include "/dev/zero"\nimport "C"\nfunc main() { C.puts(nil) }\n', CE),
    go("directives", "directives that run tools or name files do nothing", f"""
        //go:generate touch /tmp/marked
        //go:cgo_ldflag "-o/tmp/marked"
        //line {BAIT}:1
        {GO_MAIN}""", AC, CE),
    go("line-of-another-file", "a diagnosis quotes no line of a file that the source only names",
       f"//line {BAIT}:1\nfunc main() {{ x }}\n", CE),
    go("linkname", "reaching into the runtime is refused or judged like any other", """
        import _ "unsafe"
        //go:linkname exit os.runtime_beforeExit
        func exit(code int)
        func main() { exit(3) }
        """, AC, CE, RE, WA),
    go("foreign-import", "a package of the network does not compile",
       'import "github.com/equijudge/nothing"\nimport "net/http"\nfunc main() { http.Get(nothing.X) }\n', CE),
    go("relative-import", "a package by its path does not compile", f'import "../../{BAIT}"\nfunc main() {{}}\n', CE),
    go("other-package", "a source of another package is no program", "package other\nfunc main() {}\n", CE, RE, WA),
    go("build-constraint", "a source that excludes itself is no program, or is read as it is",
       f"//go:build ignore\n\npackage main\n{GO_MAIN}",
       AC, CE),
    go("huge-constant", "a constant of millions of digits does not compile",
       "const n = 1 << 4000000 << 4000000\nfunc main() { println(n >> 7999999) }\n", CE, compile_time_s=BOMB_S),
    go("constant-doubling", "texts that double thirty times do not compile", 'const a0 = "xxxxxxxx"\n'
       + "".join(f"const a{n + 1} = a{n} + a{n}\n" for n in range(32)) + "func main() { println(len(a32)) }\n", CE, AC,
       compile_time_s=BOMB_S),
    go("initialised-gigabytes", "an initialised array of gigabytes does not compile",
       "var held = [1 << 33]byte{1 << 32: 1}\nfunc main() { println(held[0]) }\n", CE, compile_time_s=BOMB_S),
    go("recursive-type", "a type that holds itself does not compile", "type T [2]T\nfunc main() { var t T; _ = t }\n",
       CE),
    go("type-doubling", "types that double on every level end",
       "type t0 struct{ a, b int }\n" + "".join(f"type t{n + 1} struct{{ a, b t{n} }}\n" for n in range(40))
       + "var held t40\nfunc main() { println(1, len([]t40{held})) }\n", CE, RE, WA, AC, compile_time_s=BOMB_S),
    go("generic-recursion", "an instance without end does not compile",
       "func f[T any](n int, x T) { if n > 0 { f[*T](n-1, &x) } }\nfunc main() { f(3, 1) }\n", CE,
       compile_time_s=BOMB_S),
    go("nested-parentheses", "parentheses by the hundred thousand end",
       f"import \"fmt\"\nfunc main() {{ fmt.Println({'(' * 100_000}1{')' * 100_000}) }}\n", AC, CE,
       compile_time_s=BOMB_S),
    go("error-flood", "errors by the hundred thousand are cut", "func main() {\n" + "x()\n" * 100_000 + "}\n", CE,
       compile_time_s=BOMB_S),
    go("huge-function", "a function of a hundred thousand statements ends", "import \"fmt\"\nvar x int\nfunc main() {\n"
       + "if x > 3 { x-- }\n" * 50_000 + "fmt.Println(1) }\n", AC, CE, compile_time_s=BOMB_S),
    go("nul-in-source", "NUL in the source does not compile", GO_MAIN + "\0\n", CE),
    go("byte-order-mark", "a byte order mark and carriage returns",
       "\ufeffpackage main\r\nimport \"fmt\"\r\nfunc main() {\r\n fmt.Println(1)\r\n}\r\n", AC),
)  # fmt: skip

JAVASCRIPT = (
    javascript("nested-brackets", "brackets by the hundred thousand end",
               f"{'[' * 100_000}{']' * 100_000};\nconsole.log(1);\n", AC, CE, RE),
    javascript("nested-functions", "functions nested by the ten thousand end",
               f"{'(() => ' * 20_000}1{')' * 20_000};\nconsole.log(1);\n", AC, CE, RE),
    javascript("nested-templates", "texts nested in texts end", f"{'`${' * 5000}1{'}`' * 5000};\nconsole.log(1);\n", AC,
               CE, RE),
    javascript("regular-expression", "a regular expression of doubling size does not compile, or ends",
               f"const x = /{'(?:' * 1000}a{'){2}' * 1000}/;\nconsole.log(1);\n", AC, CE, RE, MLE, TLE),
    javascript("module-syntax", "imports of files tell nothing of them",
               f'import held from "{BAIT}";\nconsole.log(held);\n', CE, RE),
    javascript("required-file", "a file of the host's is not there to be required", f"""
        try {{ require("{BAIT}"); console.log(2); }} catch (error) {{
            console.log(String(error).includes("secret") ? 2 : 1); }}
        """, AC),
    javascript("run-at-compile-time", "nothing of a program runs when it is checked", """
        require("fs").writeFileSync("/tmp/ran", "x");
        for (;;) {}
        function (
        """, CE),
    javascript("shebang", "a first line for a shell is a comment", "#!/bin/sh -c reboot\nconsole.log(1);\n", AC),
    javascript("error-in-long-line", "an error in a line of a megabyte is cut", f"const x = 'a' 1{' ' * MIB}\n", CE),
    javascript("strict-with", "what a strict program may not hold does not compile", "'use strict'; with ({}) {}\n",
               CE),
    javascript("nul-in-source", "NUL in the source does not compile", "console.log(1);\0\n", CE),
    javascript("byte-order-mark", "a byte order mark and carriage returns", "\ufeffconsole.log(\r\n1);\r\n", AC),
    javascript("options-in-source", "options that a source names are not taken",
               "// Flags: --allow-natives-syntax --require /tmp/x\n'use strict';\ntry { eval('%GetHeapUsage()'); "
               "console.log(2); } "
               "catch { console.log(process.execArgv.some(w => w.includes('natives')) ? 2 : 1); }\n", AC),
)  # fmt: skip

PYPY = (
    pypy("open-brackets", "nested brackets by the hundred thousand do not compile", "(" * 100_000, CE,
         compile_time_s=BOMB_S),
    pypy("closed-brackets", "closed brackets by the hundred thousand end", "[" * 100_000 + "]" * 100_000 + "\n", CE, RE,
         WA,
         compile_time_s=BOMB_S),
    pypy("million-signs", "a million signs before a number end", "x = " + "-" * 1_000_000 + "1\nprint(1)\n", AC, CE,
         compile_time_s=BOMB_S),
    pypy("huge-power", "a power that cannot be held ends", "x = 10 ** 10 ** 9\n", CE, TLE, MLE, RE,
         compile_time_s=BOMB_S),
    pypy("huge-string-product", "a product of texts is not folded into gigabytes", "x = 'a' * 4000 * 4000 * 4000\n", CE,
         RE, MLE, TLE,
         compile_time_s=BOMB_S),
    pypy("codec-by-path", "a codec named by a path does not compile", "# -*- coding: ../../tmp/evil -*-\nprint(1)\n",
         CE),
    pypy("run-at-compile-time", "nothing of a program runs when it is compiled",
         "open('/tmp/ran', 'w')\nwhile True: pass\nx =\n", CE),
    pypy("error-in-long-line", "an error in a line of a megabyte is cut", "x = 'a' 1" + " " * MIB + "\n", CE),
    pypy("nul-in-source", "NUL in the source does not compile", "print(1)\0\n", CE),
    pypy("byte-order-mark", "a byte order mark and carriage returns", "\ufeffif 1:\r\n    print(1)\r\n", AC),
)  # fmt: skip

ATTACKS = of_topic(
    Topic.COMPILING,
    *in_language("rust", RUST),
    *in_language("go", GO),
    *in_language("javascript", JAVASCRIPT),
    *in_language("pypy3", PYPY),
)

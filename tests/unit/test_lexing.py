"""Programs of other languages than Python 3 as tokens: what is forgotten, and what is told apart."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.programs.lexing.forms import Form, form_key, form_text, is_normal_form, tokens_of
from equijudge_core.programs.lexing.grammars import GRAMMARS
from equijudge_core.programs.lexing.lexer import tokenize
from equijudge_core.programs.parsing import MAX_SOURCE_BYTES

PROGRAMS = Path(__file__).parents[1] / "languages" / "programs"
ENDINGS = {ending: language.name for language in LANGUAGES.values() for ending in language.extensions}


def words(source: str, language: str) -> list[str]:
    return [token.text for token in tokens_of(source, language)]


def same(form: Form, language: str, a: str, b: str) -> bool:
    return form_key(a, language, form) == form_key(b, language, form)


def test_every_language_has_a_grammar() -> None:
    assert set(GRAMMARS) == set(LANGUAGES)


TOKENS = {
    "a raw string ends at its own mark": ("cpp17", 'R"x(a)" // )x"b', ['R"x(a)" // )x"', "b"]),
    "a C++ number holds quotes": ("cpp17", "1'000'000+2", ["1'000'000", "+", "2"]),
    "a comment in a string is none": ("cpp17", 'a = "/*"; // b\nc', ["a", "=", '"/*"', ";", "c"]),
    "two lists of types may close at once": ("cpp17", "A<B<int>> c", ["A", "<", "B", "<", "int", ">", ">", "c"]),
    "a directive ends with its line": ("cpp17", "#define A \\\n 1\nb", ["#", "define", "A", "1", "\n", "b"]),
    "what is included is one token": ("cpp17", "#include <a/b.h>\n", ["#", "include", "<a/b.h>", "\n"]),
    "a text block": ("java", 's = """\n a "q" // no\n""" + x', ["s", "=", '"""\n a "q" // no\n"""', "+", "x"]),
    "a character that is a quote": ("java", r"c = '\''; d = '\"';", ["c", "=", r"'\''", ";", "d", "=", r"'\"'", ";"]),
    "a template in a template": ("javascript", "`a${`b${c}`}d` + e", ["`a${", "`b${", "c", "}`", "}d`", "+", "e"]),
    "a hole may hold braces": ("javascript", "`${{a:1}}`", ["`${", "{", "a", ":", "1", "}", "}`"]),
    "a regular expression": ("javascript", "x = /[/]'/g; y", ["x", "=", "/[/]'/g", ";", "y"]),
    "a division": ("javascript", "x = a / b / c", ["x", "=", "a", "/", "b", "/", "c"]),
    "a division by brackets": ("javascript", "(a) / 2 + f[0] / '/'", None),
    "a regular expression behind a condition": ("javascript", "if (a) /b'/.test(c)", None),
    "a line's end behind return": ("javascript", "return\na", ["return", ";", "a"]),
    "a call that goes on": ("javascript", "a\n  .b()\n  .c()", ["a", ".", "b", "(", ")", ".", "c", "(", ")"]),
    "Go's semicolons": ("go", "a := 1\nb++\nif x {\n}\n", ["a", ":=", "1", ";", "b", "++", ";", "if", "x", "{", "}"]),
    "a raw string of Go": ("go", "`a\\`+`\n`", ["`a\\`", "+", "`\n`"]),
    "comments nest": ("rust", "a /* /* */ b */ c", ["a", "c"]),
    "a lifetime is no character": ("rust", "&'a str == 'a'", ["&", "'a", "str", "==", "'a'"]),
    "a raw string of Rust": ("rust", 'r##"a"#b"## c', ['r##"a"#b"##', "c"]),
    "a range is no number": ("rust", "0..10 1.5 2.max(3)", ["0", "..", "10", "1.5", "2", ".", "max", "(", "3", ")"]),
    "a block that ends a value": ("javascript", "a = {};\n(b)()", ["a", "=", "{", "}", ";", "(", "b", ")", "(", ")"]),
    "three points": ("python2", "a[..., 1]", ["a", "[", "...", ",", "1", "]"]),
    "margins": (
        "python2", "if a:\n  print a # b\nc",
        ["if", "a", ":", "\n", "<indent>", "print", "a", "\n", "<dedent>", "c"],
    ),
    "lines in brackets": ("python2", "f(a,\n b)\n", ["f", "(", "a", ",", "b", ")"]),
    "a language that nobody described": ("cobol", "ADD 1  TO x.\n*c", ["ADD", "1", "TO", "x", ".", "*", "c"]),
}  # fmt: skip
LAST = {
    "a division by brackets": "'/'",
    "a regular expression behind a condition": ")",
}


@pytest.mark.parametrize("name", TOKENS)
def test_tokens(name: str) -> None:
    language, source, expected = TOKENS[name]
    found = words(source, language)
    assert found == expected if expected else found[-1] == LAST[name]


LAYOUTS = {
    "a semicolon behind a block": ("javascript", "if (a) { b(); };\nc()", "if (a) {\n  b()\n}\nc();"),
    "statements without semicolons": ("javascript", "let a = 1\nb()\nreturn", "let a = 1; b(); return;"),
    "a call over lines": ("javascript", "a\n  .b(c)\n  .d()", "a.b(c).d();"),
    "a condition and its statement": ("javascript", "if (a)\n  b()", "if (a) b();"),
    "Go's blocks": ("go", "if a { b() }; c()\nfor { }\nd()", "if a {\n\tb()\n}\nc()\nfor {\n}\nd()\n"),
    "Go's lists": ("go", "a := []int{1, 2}", "a := []int{1,\n\t2}"),
    "Python's brackets": ("python2", "f(a, b); g()", "f(a,\n  b)\ng()"),
    "another margin": ("python2", "if a:\n  b\n  if c:\n    d\ne", "if a:\n\tb\n\tif c:\n\t\td\ne\n"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_two_layouts_are_the_same_tokens(name: str) -> None:
    language, a, b = LAYOUTS[name]
    assert words(a, language) == words(b, language)


FORGOTTEN = {
    "cpp17": (
        '#include <cstdio>\nint main() {\n  int a, b; // two\n  scanf("%d%d", &a, &b);\n  printf("%d", a + b);\n}\n',
        '#include  <cstdio>\nint main()\n{ int a,b; scanf("%d%d",&a,&b); printf("%d",a+b); }',
        '#include <cstdio>\nint main() { int x, y; scanf("%d%d", &x, &y); printf("%d", x + y); }',
        '#include <cstdio>\nint main() { int a, b; scanf("%d%d", &a, &b); printf("%d", a * b); }',
    ),
    "c": (
        "#include <stdio.h>\nstruct p { int x; };\nint f(struct p *q) { return q->x; }\n",
        "#include <stdio.h>\nstruct p { int x; }; /* p */ int f(struct p*q) {\n return q->x; }\n",
        "#include <stdio.h>\nstruct r { int y; };\nint g(struct r *s) { return s->y; }\n",
        "#include <stdio.h>\nstruct p { int x; };\nint f(struct p *q) { return -q->x; }\n",
    ),
    "java": (
        "class Main { public static void main(String[] args) { int n = 1; System.out.println(Math.max(n, 2)); } }",
        "class Main {\n  public static void main(String[] args) {\n    int n = 1; // n\n"
        "    System.out.println(Math.max(n, 2));\n  }\n}",
        "class Sol { public static void main(String[] a) { int m = 1; System.out.println(Math.max(m, 2)); } }",
        "class Main { public static void main(String[] args) { int n = 1; System.out.println(Math.min(n, 2)); } }",
    ),
    "javascript": (
        "const [a, b] = read();\nfunction f(x) { return x + 1; }\nconsole.log(f(a), b);\n",
        "const [a, b] = read()\nfunction f(x) {\n  return x + 1 // one\n}\nconsole.log(f(a), b)",
        "const [c, d] = read();\nfunction g(y) { return y + 1; }\nconsole.log(g(c), d);\n",
        "const [a, b] = read();\nfunction f(x) { return x + 1; }\nconsole.error(f(a), b);\n",
    ),
    "go": (
        'package main\nimport "fmt"\nfunc f(a, b int) int { return a + b }\n'
        "func main() { x := f(1, 2); fmt.Println(x) }",
        'package main; import "fmt"\nfunc f(a, b int) int {\n\treturn a + b // sum\n}\n'
        "func main() {\n\tx := f(1, 2)\n"
        "\tfmt.Println(x)\n}\n",
        'package main\nimport "fmt"\nfunc g(c, d int) int { return c + d }\n'
        "func main() { y := g(1, 2); fmt.Println(y) }",
        'package main\nimport "fmt"\nfunc f(a, b int) int { return a + b }\nfunc main() { x := f(1, 2); fmt.Print(x) }',
    ),
    "rust": (
        'fn f<\'a>(s: &\'a str) -> usize { s.len() }\nfn main() { let mut n = 0; n += f("a"); println!("{}", n); }',
        "fn f<'a>(s: &'a str) -> usize {\n  s.len() /* of /* it */ */\n}\n"
        'fn main() {\n  let mut n = 0;\n  n += f("a");\n'
        '  println!("{}", n);\n}\n',
        'fn g<\'b>(t: &\'b str) -> usize { t.len() }\nfn main() { let mut m = 0; m += g("a"); println!("{}", m); }',
        'fn f<\'a>(s: &\'a str) -> usize { s.chars() }\nfn main() { let mut n = 0; n += f("a"); println!("{}", n); }',
    ),
    "python2": (
        "def f(a):\n    return a\nfor i in range(3):\n    x = raw_input()\n    print f(x), i\n",
        "def f(a):\n  return a # a\n\nfor i in range(3):\n  x = raw_input(); print f(x), i\n",
        "def g(b):\n    return b\nfor j in range(3):\n    y = raw_input()\n    print g(y), j\n",
        "def f(a):\n    return a\nfor i in xrange(3):\n    x = raw_input()\n    print f(x), i\n",
    ),
}


@pytest.mark.parametrize("language", FORGOTTEN)
def test_layout_is_forgotten_by_the_tokens_names_by_the_normal_form_and_nothing_else(language: str) -> None:
    program, other_layout, other_names, other_program = FORGOTTEN[language]
    assert not same(Form.TEXT, language, program, other_layout)
    assert same(Form.TOKENS, language, program, other_layout)
    assert same(Form.NORMAL_FORM, language, program, other_layout)
    assert not same(Form.TOKENS, language, program, other_names)
    assert same(Form.NORMAL_FORM, language, program, other_names)
    assert not same(Form.NORMAL_FORM, language, program, other_program)


TOLD_APART = {
    "two signs are not one": ("cpp17", "int a; a - -b;", "int a; a--b;"),
    "names of libraries stay": ("cpp17", "double r; f(r * M_PI);", "double r; f(r * M_E);"),
    "what is compared is not declared": ("cpp17", "int n; if (n > INT_MAX) f();", "int n; if (n > INT_MIN) f();"),
    "members of libraries stay, whatever the program's are called": (
        "java",
        "class A { int in; void f() { g(System.in); } }",
        "class A { int out; void f() { g(System.out); } }",
    ),
    "types of libraries stay behind modifiers": (
        "java",
        "static BigInteger[] f(int a) { return new BigInteger[a]; }",
        "static BigDecimal[] f(int a) { return new BigDecimal[a]; }",
    ),
    "members of namespaces stay": (
        "cpp17",
        "struct A { int find(int a); }; int x = std::find(1);",
        "struct A { int count(int a); }; int x = std::count(1);",
    ),
    "members of libraries stay": ("cpp17", "int first; p.first;", "int second; p.second;"),
    "what is used is not declared": ("cpp17", "return a;", "return b;"),
    "a macro with arguments": ("c", "#define A(x) x\n", "#define A (x) x\n"),
    "a function of the library that is a variable elsewhere": (
        "cpp17",
        "int f() { int min; } int g() { h(min(1, 2)); }",
        "int f() { int max; } int g() { h(max(1, 2)); }",
    ),
    "a block and what follows it": ("go", "a := b{}\nc()", "a := b{}; (c)()"),
    "where a line ends": ("go", "a()\n(b)()", "a()(b)()"),
    "return and a value": ("javascript", "return\nf()", "return f()"),
    "an object's keys": ("javascript", "let a = 1; f({a: 2})", "let b = 1; f({b: 2})"),
    "which of two names": ("java", "int a = 1, b = 2; f(a);", "int a = 1, b = 2; f(b);"),
    "a method that others call": ("java", "class A { int compare(A a) {} }", "class A { int order(A a) {} }"),
    "a margin": ("python2", "if a:\n  b\n  c\n", "if a:\n  b\nc\n"),
}


@pytest.mark.parametrize("name", TOLD_APART)
def test_programs_are_told_apart(name: str) -> None:
    language, a, b = TOLD_APART[name]
    assert not same(Form.NORMAL_FORM, language, a, b)


RENAMED = {
    "lists of declarations": ("cpp17", "int a = f(1), *b, c[3];", "int x = f(1), *y, z[3];"),
    "lists of arrays": ("cpp17", "int a[] = {1, 2}, b{3}, c[2];", "int x[] = {1, 2}, y{3}, z[2];"),
    "a name behind its type": ("cpp17", "struct P { int x; } p, q; q.x;", "struct R { int y; } r, s; s.y;"),
    "a list of variables": ("go", "var a, b int\nf(a, b)", "var c, d int\nf(c, d)"),
    "templates and their types": (
        "cpp17",
        "template<class T> T f(vector<T> &v);",
        "template<class U> U g(vector<U> &w);",
    ),
    "bindings": ("cpp17", "auto [a, b] = f(); a = b;", "auto [x, y] = f(); x = y;"),
    "loops by a macro": (
        "cpp17",
        "#define rep(i,n) for(int i=0;i<n;i++)\nint main(){rep(k,3)f(k);}",
        "#define FOR(a,b) for(int a=0;a<b;a++)\nint main(){FOR(q,3)f(q);}",
    ),
    "types of its own": ("cpp17", "struct P{int x;}; P*p; p->x;", "struct Q{int y;}; Q*q; q->y;"),
    "short names of types": (
        "cpp17",
        "typedef long long ll; using vi = vector<ll>;",
        "typedef long long i64; using v = vector<i64>;",
    ),
    "constants of an enumeration": ("java", "enum C { A, B; } C c = C.A;", "enum D { X, Y; } D d = D.X;"),
    "what a record has": (
        "java",
        "record P(int x, int y) {} P p = g(); f(p.x, p.x());",
        "record Q(int a, int b) {} Q q = g(); f(q.a, q.a());",
    ),
    "lambdas of Java": (
        "java",
        "s.sort((a, b) -> a - b); m.map(x -> x + 1);",
        "s.sort((p, q) -> p - q); m.map(y -> y + 1);",
    ),
    "lambdas of JavaScript": ("javascript", "s.sort((a, b) => a - b)", "s.sort((p, q) => p - q)"),
    "fields of a class": (
        "javascript",
        "class Q { constructor() { this.a = []; } put(x) { this.a.push(x); } }",
        "class R { constructor() { this.b = []; } add(y) { this.b.push(y); } }",
    ),
    "a method and its receiver": (
        "go",
        "type T struct { a, b int }\nfunc (t *T) f(k int) (r int) { r = t.a + k; return }",
        "type U struct { c, d int }\nfunc (u *U) g(m int) (s int) { s = u.c + m; return }",
    ),
    "patterns": (
        "rust",
        "match a.get(0) { Some(x) => f(x), other => g(other) }",
        "match a.get(0) { Some(y) => f(y), rest => g(rest) }",
    ),
    "closures and loops": (
        "rust",
        "for (i, x) in v.iter().map(|t| t + 1) { let y = i; }",
        "for (j, z) in v.iter().map(|u| u + 1) { let w = j; }",
    ),
    "fields of a structure": (
        "rust",
        "struct P { x: i32 } fn f(p: P) { p.x; }",
        "struct Q { y: i32 } fn g(q: Q) { q.y; }",
    ),
    "comprehensions": ("python2", "print [a for a in b if a]", "print [c for c in b if c]"),
}


@pytest.mark.parametrize("name", RENAMED)
def test_names_of_the_programs_own_are_forgotten(name: str) -> None:
    language, a, b = RENAMED[name]
    assert form_text(a, language, Form.NORMAL_FORM) == form_text(b, language, Form.NORMAL_FORM)


def test_a_key_says_its_form_and_language_and_is_of_no_other() -> None:
    keys = {form_key("int main() {}", language, form) for language in LANGUAGES for form in Form}
    assert len(keys) == len(LANGUAGES) * len(Form)
    key = form_key("int main() {}", "cpp17", Form.NORMAL_FORM)
    assert key.startswith("normal-form:cpp17:t1:")
    assert is_normal_form(key)
    assert not is_normal_form("v6:0123")


def test_real_programs_have_names_of_their_own() -> None:
    for path in PROGRAMS.rglob("*"):
        language = ENDINGS.get(path.suffix, "")
        if language in GRAMMARS:
            text = form_text(path.read_text(), language, Form.NORMAL_FORM).split("\n")
            assert "@1" in text or path.stem != "common", path


UNITS = (
    '"', "'", "`", "${", "`${", "}`", "/*", "*/", "//", "/", "/=", "/[", "=/a", "R\"a(", "R\"", ")a\"", 'r#"',
    '"#', "r" + "#" * 300 + '"', '"""', "'''", "\\", "\\\n", "#", "#define f(", "#include <", "include<", "\n",
    "\n\t", "\n ", "(", ")", "[", "]", "{", "}", "<", ">", "a<", "a*", "*", "* *a;", "::", "a::b", "a,", ":=",
    "a,a,:=", "let ", "let a=(", "let [", "function f(", "function(", "=>", "(a)=>", "->", "(", "x=>",
    "class A{", "struct A{", "enum {", "func (a b) c(", "func", "|", "||", "|a|", "'a", "'\\u{", "b'", "for ",
    "lambda ", "def f(", "=", "a=", ",", ";", ".", "1.", "1'", "0x", "1e+", "\0", "\ud800", "é", "$", "@",
    "auto [", "rep(i,", "match x {a=>", "if (", "`${`${",
)  # fmt: skip


@pytest.mark.parametrize("language", ["cpp17", "java", "javascript", "go", "rust", "python2", "cobol"])  # each grammar
def test_hostile_text_of_the_largest_size_takes_linear_time(language: str) -> None:
    def cpu_time_s(unit: str, size: int) -> float:
        begun = time.process_time()
        form_key((unit * size)[:size], language, Form.NORMAL_FORM)
        return time.process_time() - begun

    slowest = sorted(UNITS, key=lambda unit: -cpu_time_s(unit, MAX_SOURCE_BYTES // 8))[:4]
    times = {unit: cpu_time_s(unit, MAX_SOURCE_BYTES) for unit in slowest}
    assert max(times.values()) < 3.0, times


@given(st.lists(st.sampled_from(UNITS), max_size=60).map("".join) | st.text(max_size=200))
def test_no_text_is_refused_and_none_is_lost(source: str) -> None:
    for language, grammar in GRAMMARS.items():
        for form in Form:
            assert form_key(source, language, form) == form_key(source, language, form)
        assert all(token.text for token in tokenize(source, grammar))

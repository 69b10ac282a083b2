"""Makes of a candidate in C++ or Java what is compiled once and calls its function in every test.

The arguments are read as what the candidate's own function takes, so that `long long` in place of `int`, a reference or
a list in place of an array cost nobody a verdict. What the problem says of types (Calls.arguments) chooses among
functions of one name, and makes the value of one that gives a truth value or an integer the other of the two, as a
conversion would.

In C++ the candidate is a file of its own that is included, in Java it stands in the one source there is, behind what
others import for it and before nothing: lines that a compiler names are the candidate's own.
"""

from __future__ import annotations

import functools
import pkgutil
import re
from collections.abc import Iterator

from equijudge_core.contracts.calls import INTEGERS, Calls, Kind

CPP_PARTS = ("types.cpp", "read.cpp", "write.cpp", "call.cpp")
JAVA_PARTS = ("EquijudgeCall.java", "EquijudgeReader.java", "EquijudgeWriter.java")
CPP_SOLUTION = "solution.cpp"
CPP_NODES = {
    "ListNode": (
        "struct ListNode { int val; ListNode *next; ListNode() : val(0), next(nullptr) {}"
        " ListNode(int x) : val(x), next(nullptr) {} ListNode(int x, ListNode *next) : val(x), next(next) {} };"
    ),
    "TreeNode": (
        "struct TreeNode { int val; TreeNode *left, *right; TreeNode() : val(0), left(nullptr), right(nullptr) {}"
        " TreeNode(int x) : val(x), left(nullptr), right(nullptr) {}"
        " TreeNode(int x, TreeNode *left, TreeNode *right) : val(x), left(left), right(right) {} };"
    ),
}
JAVA_NODES = {
    "Pair": (  # as JavaFX has it
        "class Pair<K, V> { private final K key; private final V value; public Pair(K key, V value) { this.key = key;"
        " this.value = value; } public K getKey() { return key; } public V getValue() { return value; }"
        " public boolean equals(Object other) { return other instanceof Pair && Objects.equals(key, ((Pair<?, ?>)"
        " other).key) && Objects.equals(value, ((Pair<?, ?>) other).value); } public int hashCode() { return"
        ' Objects.hash(key, value); } public String toString() { return key + "=" + value; } }'
    ),
    "ListNode": (
        "class ListNode { int val; ListNode next; ListNode() {} ListNode(int val) { this.val = val; }"
        " ListNode(int val, ListNode next) { this.val = val; this.next = next; } }"
    ),
    "TreeNode": (
        "class TreeNode { int val; TreeNode left; TreeNode right; TreeNode() {} TreeNode(int val) { this.val = val; }"
        " TreeNode(int val, TreeNode left, TreeNode right) { this.val = val; this.left = left; this.right = right; } }"
    ),
}
# Words that candidates define as macros and that stand behind them here.
REDEFINED = (
    *("main", "int", "long", "double", "float", "char", "bool", "void", "auto", "struct", "class", "template"),
    *("static", "constexpr", "using", "namespace", "return", "decltype", "const", "std", "types", "target"),
    *("narrow", "wide", "single", "address", "invoke", "complain", "refuse", "run", "vector", "string"),
)
JAVA_IMPORTS = "".join(
    f"import {package}.*;"
    for package in (
        *("java.util", "java.util.function", "java.util.stream", "java.util.regex", "java.util.concurrent"),
        *("java.util.concurrent.atomic", "java.math", "java.io", "java.text"),
    )
)
# White space, comments, and the declarations that stand before the classes of a source.
_BLANK = re.compile(r"(?:\s++|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?+)++")
_HEAD = re.compile(r"(?:package|import)\b[^;{}]*+;|;")
# Comments and literals are told from words and marks, so that nothing in them counts.
_TOKEN = re.compile(
    rf"""{_BLANK.pattern}|"(?:[^"\\\n]|\\.)*+"?|\d[\w'.]*+|'(?:[^'\\\n]|\\.)*+'?|([A-Za-z_]\w*+|[^\w\s"'])""",
    re.ASCII,
)
_CLASSES = frozenset(("class", "struct", "record", "interface", "enum", "using"))
_RESULTS = {"bool": "AS_TRUTH", **dict.fromkeys(INTEGERS, "AS_INTEGER")}

CPP_CALL = """
#line 1 "{called}"
{undefined}
namespace equijudge_calls {{
struct target {{
    static constexpr int IN_PLACE = {in_place}, RESULT = {result}, COUNT = {count};
    static constexpr bool IS_DECLARED = {is_declared};
    using narrow = types<{narrow}>;
    using wide = types<{wide}>;
    {functions}
    template <class equijudge_T, class... equijudge_A> static void complain(equijudge_T &made, types<equijudge_A...>) {{
        static_cast<void>({place}{name}(*static_cast<equijudge_A *>(nullptr)...));
    }}
    template <class equijudge_T> static void refuse() {{
        static_assert(never<equijudge_T>, "there is no public function {called}, or there are several or a template, \
and the problem does not say with which types it is called");
    }}
}};
void run() {{ call_method<target, {owner}>(); }}
}}
"""
METHOD = """
    template <class equijudge_T> static auto single(int) -> decltype(&equijudge_T::{name}, std::true_type());
    template <class equijudge_T> static std::false_type single(...);
    template <class equijudge_T> static auto address() {{ return &equijudge_T::{name}; }}
    template <class equijudge_T, class... equijudge_A> static auto invoke(equijudge_T &made, equijudge_A &...each)
        -> decltype(made.{name}(each...)) {{ return made.{name}(each...); }}
"""
FUNCTION = """
    template <class equijudge_T> static std::true_type single(int);
    template <class equijudge_T> static auto address() {{ return &::{name}; }}
    template <class equijudge_T, class... equijudge_A> static auto invoke(equijudge_T &, equijudge_A &...each)
        -> decltype(::{name}(each...)) {{ return ::{name}(each...); }}
"""


def make_cpp(calls: Calls, candidate: str) -> str:
    """The program in C++ that includes the candidate, CPP_SOLUTION, and calls it."""
    defined = classes_in(candidate)
    is_method = calls.class_name in defined
    nodes = " ".join(text for name, text in CPP_NODES.items() if name not in defined)
    kinds = calls.arguments if all(kind != "value" for kind in calls.arguments) else ()
    call = CPP_CALL.format(
        name=calls.name,
        called=f"{calls.class_name}::{calls.name}" if is_method else calls.name,
        undefined="\n".join(f"#undef {word}" for word in REDEFINED),
        in_place=-1 if calls.in_place is None else calls.in_place,
        result=_RESULTS.get(calls.returns, "AS_IT_IS"),
        count=len(kinds),
        is_declared="true" if kinds else "false",
        narrow=", ".join(as_cpp(kind, "int") for kind in kinds),
        wide=", ".join(as_cpp(kind, "long long") for kind in kinds),
        functions=(METHOD if is_method else FUNCTION).format(name=calls.name).strip(),
        place="made." if is_method else "::",
        owner=f"::{calls.class_name}" if is_method else "Given",
    )
    return f'{_parts(CPP_PARTS)}{nodes}\n#include "{CPP_SOLUTION}"\n{call}'


def as_cpp(kind: Kind, integer: str) -> str:
    """A kind as a type of C++; `integer`: as what an int is passed."""
    if kind.endswith("[]"):
        return f"std::vector<{as_cpp(kind[:-2], integer)}>"
    known = {"int": integer, "long": "long long", "string": "std::string"}
    return f"::{kind} *" if kind in CPP_NODES else known.get(kind, kind)


def make_java(calls: Calls, candidate: str) -> str:
    """The program in Java: the candidate's own lines, with what calls it behind the last of its imports."""
    candidate = candidate.removeprefix("\ufeff")
    place = _end_of_imports(candidate)
    defined = classes_in(candidate)
    nodes = " ".join(text for name, text in JAVA_NODES.items() if name not in defined)
    target = (
        f'String CLASS = "{calls.class_name}", NAME = "{calls.name}";'
        f" int IN_PLACE = {-1 if calls.in_place is None else calls.in_place};"
    )
    made = f"{JAVA_IMPORTS}{_java_part()}interface EquijudgeTarget {{ {target} }} {nodes} "
    return candidate[:place] + made + candidate[place:]


def classes_in(source: str) -> frozenset[str]:
    """Names of the classes and structures that a source defines outside of any brackets."""
    return frozenset(_classes(source))


def _classes(source: str) -> Iterator[str]:
    words = [found[1] for found in _TOKEN.finditer(source) if found[1]]
    depth = 0
    for at, word in enumerate(words):
        depth += (word == "{") - (word == "}")
        if depth == 0 and word in _CLASSES and words[at + 2 : at + 3] not in ([], [";"]):
            yield words[at + 1]


def _end_of_imports(source: str) -> int:
    """Where the last of what stands before the classes ends; 0 where nothing does."""
    at = end = 0
    while True:
        if found := _BLANK.match(source, at):
            at = found.end()
        elif found := _HEAD.match(source, at):
            at = end = found.end()
        else:
            return end


@functools.cache
def _parts(names: tuple[str, ...]) -> str:
    return "".join((pkgutil.get_data(__package__, f"compiled/{name}") or b"").decode() for name in names)


@functools.cache
def _java_part() -> str:
    """The harness in one line, so that it moves no line of a candidate's. Comments have lines of their own there."""
    lines = (line.strip() for line in _parts(JAVA_PARTS).split("\n"))
    return " ".join(line for line in lines if line and not line.startswith("//"))

"""The handbook's programs in C++ and Java as methods, and problems with types of their own, each right and wrong.

A program's `main` is called by the method: what it reads is the argument, what it prints is the value, a list of words
in lower case. So it is as right or wrong as it is with stdin and stdout, which is what it is labelled for. Two problems
are left out: one compares numbers with a tolerance, and one has files in place of stdin and stdout.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_selftest.calls.case import AC, WA, Case, Tests, case
from tests.handbook import read_others, read_rows

LEFT_OUT = ("closest_pair", "kth_smallest")
SLOW = ("TLE", "MLE")
CPP_END = re.compile(r"^(int main\(.*?\) *\{.*?)^\}", re.M | re.S)
JAVA_MAIN = re.compile(r"class\s+(\w+)[^{]*\{(?:(?!\bclass\b).)*?void\s+main\s*\(", re.S)
CPP = """
class Solution {
public:
    vector<string> solve(const string &text) {
        ofstream("given") << text;
        if (!freopen("given", "r", stdin) || !freopen("printed", "w", stdout)) exit(9);
        if (int code = main()) exit(code);
        cout.flush();
        fflush(stdout);
        ifstream printed("printed");
        vector<string> words;
        for (string word; printed >> word;) {
            transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return tolower(c); });
            words.push_back(word);
        }
        return words;
    }
};
"""
JAVA = """
class Solution {
    public List<String> solve(String text) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(text.getBytes("UTF-8")));
        System.setOut(new PrintStream(printed, true));
        CLASS.main(new String[0]);
        System.out.flush();
        return printed.toString("UTF-8").toLowerCase().lines()
            .flatMap(line -> Arrays.stream(line.trim().split("\\\\s+")))
            .filter(word -> !word.isEmpty()).collect(Collectors.toList());
    }
}
"""


@dataclass(frozen=True, slots=True)
class Called:
    """A program as a method, its problem, and the verdict that it is labelled with."""

    problem: Problem
    language: str
    source: str
    expected: Verdict


def programs() -> list[Called]:
    """Every program of the handbook in C++ and Java, but those that are too slow or too large for their problem."""
    problems = {row["name"]: as_calls(row) for row in read_rows()}
    return [
        Called(problems[each["problem"]], each["language"], as_method(each), Verdict(each["expected"]))
        for each in read_others()
        if each["language"] in ("cpp17", "java") and each["problem"] not in LEFT_OUT and each["expected"] not in SLOW
    ]


def as_method(program: dict[str, Any]) -> str:
    """The program, and behind it a class whose method calls its main."""
    source: str = program["source"]
    if program["language"] == "cpp17":
        return CPP_END.sub(r"\1return 0; }", source) + CPP
    found = JAVA_MAIN.search(source)
    return source + JAVA.replace("CLASS", found[1] if found else "Main")


def as_calls(row: dict[str, Any]) -> Problem:
    """A problem of the handbook's with calls in place of programs."""
    made = dict(row)
    for tests in ("public_tests", "private_tests", "generated_tests"):
        made[tests] = {
            "input": [json.dumps([text]) for text in row[tests]["input"]],
            "output": [json.dumps(text.lower().split()) for text in row[tests]["output"]],
        }
    calls = {"name": "solve", "arguments": ["string"], "returns": "string[]"}
    without = dict.fromkeys(("solutions", "incorrect_solutions", "input_file", "output_file"))
    return parse_row({**made, "calls": calls, **without})


def typed(
    name: str,
    arguments: list[str],
    returns: str,
    tests: Tests,
    right: dict[str, str],
    wrong: dict[str, str],
    **more: Any,
) -> list[tuple[str, Case]]:
    """A problem's bodies of a class in each language, right and wrong."""
    made = []
    for verdict, bodies in ((AC, right), (WA, wrong)):
        for language, body in bodies.items():
            opened = "class Solution {" if language == "java" else "class Solution { public:"
            source = f"{opened} {body} }};" if language == "cpp17" else f"{opened} {body} }}"
            kinds = {"arguments": arguments, "returns": returns, **more}
            made.append((language, case(f"{name} {language} {verdict}", source, verdict, tests=tests, **kinds)))
    return made


def both(cpp: str, java: str) -> dict[str, str]:
    return {"cpp17": cpp, "java": java}


TYPED = [
    *typed("palindrome", ["int"], "bool", (([121], True), ([-121], False), ([10], False)),
           both("bool solve(int x) { string s = to_string(x); return s == string(s.rbegin(), s.rend()); }",
                'boolean solve(int x) { String s = "" + x; return s.contentEquals(new StringBuffer(s).reverse()); }'),
           both("bool solve(int x) { return x % 2; }", "boolean solve(int x) { return x > 0; }")),
    *typed("product", ["int[]"], "long", (([[100_000, 100_000]], 10_000_000_000), ([[2, 3]], 6)),
           both("long long solve(vector<int> &a) { long long p = 1; for (int x : a) p *= x; return p; }",
                "public long solve(int[] a) { long p = 1; for (int x : a) { p *= x; } return p; }"),
           both("int solve(vector<int> &a) { int p = 1; for (int x : a) p *= x; return p; }",
                "public int solve(int[] a) { int p = 1; for (int x : a) { p *= x; } return p; }")),
    *typed("median", ["int[]"], "double", (([[1, 2]], 1.5), ([[1, 2, 9]], 2.0)),
           both("double solve(vector<int> a) { int n = a.size(); return (a[(n - 1) / 2] + a[n / 2]) / 2.0; }",
                "public double solve(int[] a) { int n = a.length; return (a[(n - 1) / 2] + a[n / 2]) / 2.0; }"),
           both("double solve(vector<int> a) { int n = a.size(); return (a[(n - 1) / 2] + a[n / 2]) / 2; }",
                "public double solve(int[] a) { int n = a.length; return (a[(n - 1) / 2] + a[n / 2]) / 2; }")),
    *typed("first letter alone", ["string"], "char", ((["aab"], "b"), (["xyyx"], "?")),
           both("char solve(string s) { for (char c : s) if (ranges(s, c) == 1) return c; return '?'; } "
                "long ranges(string s, char c) { return count(s.begin(), s.end(), c); }",
                "public char solve(String s) { for (char c : s.toCharArray()) { if (s.indexOf(c) == s.lastIndexOf(c)) "
                "{ return c; } } return '?'; }"),
           both("char solve(string s) { return s[0]; }", "public char solve(String s) { return s.charAt(0); }")),
    *typed("groups of anagrams", ["string[]"], "string[][]", (([["ab", "c", "ba"]], [["c"], ["ba", "ab"]]),),
           both("vector<vector<string>> solve(vector<string> &w) { unordered_map<string, vector<string>> m; for (auto "
                "&x : w) { string k = x; sort(k.begin(), k.end()); m[k].push_back(x); } vector<vector<string>> r; for "
                "(auto &[k, v] : m) r.push_back(v); return r; }",
                "public List<List<String>> solve(String[] w) { Map<String, List<String>> m = new HashMap<>(); for "
                "(String x : w) { char[] k = x.toCharArray(); Arrays.sort(k); m.computeIfAbsent(new String(k), y -> "
                "new ArrayList<>()).add(x); } return new ArrayList<>(m.values()); }"),
           both("vector<vector<string>> solve(vector<string> &w) { return {w}; }",
                "public List<List<String>> solve(String[] w) { return List.of(List.of(w)); }"),
           compare={"order": "any"}),
    *typed("inverted tree", ["TreeNode"], "TreeNode", (([[2, 1, 3]], [2, 3, 1]), ([[1, 2]], [1, None, 2]), ([[]], [])),
           both("TreeNode *solve(TreeNode *r) { if (r) { swap(r->left, r->right); solve(r->left); solve(r->right); } "
                "return r; }",
                "TreeNode solve(TreeNode r) { if (r != null) { TreeNode l = r.left; r.left = solve(r.right); r.right = "
                "solve(l); } return r; }"),
           both("TreeNode *solve(TreeNode *r) { return r; }", "TreeNode solve(TreeNode r) { return r; }")),
    *typed("rotated matrix", ["int[][]"], "void", (([[[1, 2], [3, 4]]], [[3, 1], [4, 2]]),),
           both("void solve(vector<vector<int>> &m) { reverse(m.begin(), m.end()); for (size_t i = 0; i < m.size(); "
                "i++) for (size_t j = 0; j < i; j++) swap(m[i][j], m[j][i]); }",
                "public void solve(int[][] m) { int n = m.length; int[][] c = new int[n][n]; for (int i = 0; i < n; "
                "i++) { for (int j = 0; j < n; j++) { c[j][n - 1 - i] = m[i][j]; } } for (int i = 0; i < n; i++) { "
                "m[i] = c[i]; } }"),
           both("void solve(vector<vector<int>> m) { swap(m[0], m[1]); }",
                "public void solve(int[][] m) { m = new int[][] {{3, 1}, {4, 2}}; }"), in_place=0),
]  # fmt: skip

"""Four levels of sameness: each forgets more than the one before, and nothing that a program does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equijudge_core.programs.normalize import Level, normalize
from tests.handbook import right_programs

PROGRAM = """
from math import sqrt as root
class Box:
    side = 2
    def area(self, times, *more, plus=1):
        "how large"
        inner = [times + each for each in more if (last := each)]
        return inner, last, self.side, plus
def outer(n):
    global total
    total = n
    def step():
        nonlocal n
        n += 1
    step()
    return lambda m: m + n + root(4)
print(Box().area(1, 2, plus=5), outer(3)(4), total)
"""
SOURCES = right_programs()


def key(source: str, level: Level) -> str:
    found = normalize(source, level)
    assert found.error is None
    return found.key


def test_text_forgets_blank_lines_and_trailing_space_alone() -> None:
    assert key("a = 1  \n\n\nb = 2", Level.TEXT) == key("a = 1\nb = 2\n", Level.TEXT)
    assert key("a = 1", Level.TEXT) != key("a=1", Level.TEXT)


def test_ast_forgets_layout_comments_and_docstrings() -> None:
    one = 'def f(a):\n    """doc"""\n    return (a)  # it\n'
    assert key(one, Level.AST) == key("def f(a): return a", Level.AST)
    assert key(one, Level.AST) != key("def f(b): return b", Level.AST)


@pytest.mark.parametrize("level", [Level.ALPHA, Level.BYTECODE])
def test_alpha_and_bytecode_forget_names_of_variables(level: Level) -> None:
    assert key("def f(a):\n    return a\nprint(f(1))", level) == key("def g(b):\n    return b\nprint(g(1))", level)
    assert key("a = b = 1\nprint(a)", level) == key("x = y = 1\nprint(x)", level)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x = 1\ny = 2\nprint(x)", "x = 1\ny = 2\nprint(y)"),
        ("print(max(1, 2))", "print(min(1, 2))"),
        ("a = []\na.append(1)", "a = []\na.extend(1)"),
        ("def f(a): return sorted(a, reverse=True)", "def f(a): return sorted(a, key=True)"),
        ("from math import floor\nprint(floor(2))", "from math import ceil\nprint(ceil(2))"),
        ("print(1)", "print(True)"),
    ],
)
def test_programs_that_do_different_things_differ_at_every_level(one: str, other: str, level: Level) -> None:
    assert key(one, level) != key(other, level)


def test_scopes_are_pythons_own() -> None:
    text = normalize(PROGRAM, Level.ALPHA).text
    assert "global v10\n    v10 = v9" in text
    assert "nonlocal v9" in text
    assert "if (v7 := v6)]" in text
    assert "plus=5" in text
    assert "root(4)" in text
    assert "self" not in text
    assert "v1.side" in text


def test_a_class_does_not_lend_its_names_to_its_methods() -> None:
    text = normalize("x = 1\nclass A:\n    x = 2\n    def f(self):\n        return x\n", Level.ALPHA).text
    assert "v0 = 1" in text
    assert "x = 2" in text
    assert "return v0" in text


@pytest.mark.parametrize("level", [Level.TEXT, Level.AST, Level.ALPHA])
def test_a_normal_form_is_its_own_normal_form(level: Level) -> None:
    for source in [PROGRAM, *SOURCES[::7]]:
        found = normalize(source, level)
        assert normalize(found.text, level) == found


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("for", "not Python 3"),
        ("print 1", "not Python 3"),
        ("\0", "null bytes"),
        ("\ud800", "surrogates"),
        ("(" * 5000, "not Python 3"),
        ("x = " + "-" * 3000 + "1", "the limit is 200 levels"),
        ("x = " + "+".join(["1"] * 5000), "the limit is 200 levels"),
        ("a" * 70_000, "70,000 bytes; the limit is 65,536 bytes"),
    ],
)
def test_what_cannot_be_read_is_compared_by_its_text_and_says_why(source: str, said: str) -> None:
    for level in (Level.AST, Level.ALPHA, Level.BYTECODE):
        found = normalize(source, level)
        assert (found.level, found.key) == (Level.TEXT, normalize(source, Level.TEXT).key)
        assert said in str(found.error)


def test_what_parses_but_does_not_compile_is_told_at_the_level_that_compiles() -> None:
    assert normalize("return 1", Level.AST).error is None
    assert "outside function" in str(normalize("return 1", Level.BYTECODE).error)


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(Level))
def test_no_text_raises(source: str, level: Level) -> None:
    assert normalize(source, level).key

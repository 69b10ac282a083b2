"""How programs of each language are read as tokens: a table, by the names of judging.languages. Pure data.

Python 3 is read by its own parser (`normalize`, `signature`); its tokens count where that refuses. A language that
nobody described here is cut into words and symbols: such programs are the same where they differ in nothing but white
space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from equijudge_core.programs.lexing import line_ends, names, names_in_c, names_in_go_and_rust, names_in_scripts
from equijudge_core.programs.lexing.lexer import Token, words

LineEnds = Callable[[Sequence[Token], frozenset[str]], list[Token]]
Finder = Callable[[Sequence[Token], frozenset[str]], names.Introduced]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language.

    pattern: every alternative is named for what it finds: space, line_end, comment or a Kind. keywords: never renamed.
    kept: names that a program may introduce and that mean something to others, such as `main`, or that stand for the
    opposite of a like one in the library, such as `min`. introduced: finds the names that a program introduces. access:
    what stands before a member. has_keys: what stands before a colon in braces is one too. reads_as_python: programs
    are tried as Python 3 first, and where they parse they have Python's forms and clusters. is_python3: they are found
    in texts by its parser, too.
    """

    pattern: re.Pattern[str]
    keywords: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    introduced: Finder = names.none
    line_ends: LineEnds = line_ends.ignore
    directives: bool = False
    nests_comments: bool = False
    has_templates: bool = False
    access: frozenset[str] = frozenset((".",))
    has_keys: bool = False
    reads_as_python: bool = False
    is_python3: bool = False


def find_grammar(language: str) -> Grammar:
    """The language's grammar; PLAIN for one that nobody described."""
    return GRAMMARS.get(language, PLAIN)


def _compile(*rules: tuple[str, str]) -> re.Pattern[str]:
    """Rules of one kind are one group, in the place of the first; kinds are tried in that order."""
    merged: dict[str, list[str]] = {}
    for kind, rule in rules:
        merged.setdefault(kind, []).append(rule)
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(some)})" for kind, some in merged.items()))


_SPACE = ("space", r"[^\S\n]++")
_SPLICE = ("space", r"\\\n")  # a backslash at the end of a line
_LINE_END = ("line_end", r"\n")
_LINE_COMMENT = ("comment", r"//[^\n]*+")
_SPLICED_COMMENT = ("comment", r"//[^\n\\]*+(?:\\[\s\S]?[^\n\\]*+)*+")
_BLOCK_COMMENT = ("comment", r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z)")
_NESTED_COMMENT = ("comment", r"/\*")
_HASH_COMMENT = ("comment", r"#[^\n]*+")


def _quoted(mark: str, prefix: str = "") -> str:
    """A string that ends at its mark, or else with its line."""
    return rf"{prefix}{mark}[^{mark}\\\n]*+(?:\\(?:[\s\S]|\Z)[^{mark}\\\n]*+)*+{mark}?"


def _tripled(mark: str, prefix: str = "") -> str:
    return (
        rf"{prefix}{mark * 3}[^{mark}\\]*+(?:(?:\\(?:[\s\S]|\Z)|{mark}(?!{mark * 2}))[^{mark}\\]*+)*+(?:{mark * 3}|\Z)"
    )


def _number(behind_point: str) -> str:
    """`behind_point`: what may follow the point of a number; where nothing fits the point is no part of it."""
    return (
        r"0[xX][\da-fA-F_]++(?:\.[\da-fA-F_]*+)?(?:[pP][+-]?\d++)?\w*+"
        rf"|(?:\d[\d_]*+(?:\.{behind_point})?|\.\d[\d_]*+)(?:[eE][+-]?\d[\d_]*+)?\w*+"
    )


_ANY_FRACTION, _RUST_FRACTION = r"(?!\.)(?:\d[\d_]*+)?", r"(?:\d[\d_]*+|(?![.\w]))"
_NAME = r"[^\W\d]\w*+"
_DOLLAR_NAME = r"(?:[^\W\d]|\$)[\w$]*+"
_ANY = r"[\s\S]"

# `>` stands alone everywhere: `>>` may close two lists of types, and what is split in all programs is split alike.
_C_MARKS = r"->\*?|\+\+|--|<<=?|<=|==|!=|&&|\|\||[-+*/%&|^]=|::|\.\.\.|##"
_C_STRINGS = (
    r'(?:u8|[uUL])?R"(?P<raw>[^()\\\s"]{0,16})\([\s\S]*?(?:\)(?P=raw)"|\Z)'
    r"|" + _quoted('"', "(?:u8|[uUL])?") + "|" + _quoted("'", "(?:u8|[uUL])?") + r"|(?<=include)[ \t]*+<[^<>\n]*+>?"
)
_C_KEYWORDS = words(
    "auto break case char const continue default do double else enum extern float for goto if inline int long register"
    " restrict return short signed sizeof static struct switch typedef union unsigned void volatile while _Bool bool"
    " true false NULL __int128 size_t define include ifdef ifndef endif undef pragma elif defined"
)
_CPP_KEYWORDS = _C_KEYWORDS | words(
    "alignas alignof and and_eq asm bitand bitor catch class compl concept consteval constexpr constinit const_cast"
    " co_await co_return co_yield decltype delete dynamic_cast explicit export false final friend mutable namespace new"
    " noexcept not not_eq nullptr operator or or_eq override private protected public reinterpret_cast requires"
    " static_assert static_cast template this thread_local throw true try typeid typename using virtual wchar_t xor"
    " xor_eq char8_t char16_t char32_t"
)
_C = Grammar(
    pattern=_compile(
        ("text", _C_STRINGS), _SPACE, _SPLICE, _LINE_END, _SPLICED_COMMENT, _BLOCK_COMMENT,
        ("number", r"\.?\d(?:'(?=\w)|[eEpP][+-]|[\w.])*+"), ("name", _DOLLAR_NAME), ("mark", f"{_C_MARKS}|{_ANY}"),
    ),
    keywords=_C_KEYWORDS,
    kept=words("main"),
    introduced=names_in_c.typed_names,
    access=frozenset((".", "->", "::", "->*")),
    directives=True,
)  # fmt: skip
_CPP = Grammar(
    pattern=_C.pattern,
    keywords=_CPP_KEYWORDS,
    kept=words("main begin end min max floor ceil lower_bound upper_bound"),
    introduced=names_in_c.typed_names,
    access=frozenset((".", "->", "::", "->*")),
    directives=True,
)
_JAVA = Grammar(
    pattern=_compile(
        ("text", _tripled('"')), ("text", _quoted('"')), ("text", _quoted("'")), _SPACE, _LINE_END, _LINE_COMMENT,
        _BLOCK_COMMENT, ("number", _number(_ANY_FRACTION)), ("name", _DOLLAR_NAME),
        ("mark", rf"->|\+\+|--|<<=?|<=|==|!=|&&|\|\||[-+*/%&|^]=|::|\.\.\.|{_ANY}"),
    ),
    keywords=words(
        "abstract assert boolean break byte case catch char class const continue default do double else enum extends"
        " final finally float for goto if implements import instanceof int interface long native new package private"
        " protected public return short static strictfp super switch synchronized this throw throws transient try void"
        " volatile while true false null var record yield"
    ),
    kept=words(
        "main toString equals hashCode compareTo compare run call iterator hasNext next apply applyAsInt applyAsLong"
        " test accept get close clone read write"
    ),
    introduced=names_in_c.java_names,
    access=frozenset((".", "::")),
)  # fmt: skip
_JAVASCRIPT = Grammar(
    pattern=_compile(
        ("text", _quoted('"')), ("text", _quoted("'")), _SPACE, _LINE_END, _LINE_COMMENT, _BLOCK_COMMENT,
        ("comment", r"\A#![^\n]*+"), ("number", _number(_ANY_FRACTION)), ("name", "#?" + _DOLLAR_NAME),
        ("mark", r"=>|\+\+|--|<<=?|<=|===?|!==?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|\*\*=?|[-+*/%&|^]=|\.\.\." + f"|{_ANY}"),
    ),
    keywords=words(
        "async await break case catch class const continue debugger default delete do else export extends false finally"
        " for from function get if import in instanceof let new null of return set static super switch this throw true"
        " try typeof undefined var void while with yield"
    ),
    kept=words("constructor toString valueOf next length then toJSON arguments"),
    introduced=names_in_scripts.script_names,
    access=frozenset((".", "?.")),
    has_keys=True,
    line_ends=line_ends.script_semicolons,
    has_templates=True,
)  # fmt: skip
_GO = Grammar(
    pattern=_compile(
        ("text", r"`[^`]*+`?"), ("text", _quoted('"')), ("text", _quoted("'")), _SPACE, _LINE_END, _LINE_COMMENT,
        _BLOCK_COMMENT, ("number", _number(_ANY_FRACTION)), ("name", _NAME),
        ("mark", rf":=|<-|\+\+|--|<<=?|<=|==|!=|&&|\|\||&\^=?|[-+*/%&|^]=|\.\.\.|{_ANY}"),
    ),
    keywords=words(
        "break case chan const continue default defer else fallthrough for func go goto if import interface map package"
        " range return select struct switch type var"
    ),
    kept=words(
        "main init Len Less Swap Push Pop String Error Read Write _ bool byte complex128 complex64 error float32"
        " float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr any true false nil"
        " iota append cap clear close copy delete len make max min new panic print println recover"
    ),
    introduced=names_in_go_and_rust.go_names,
    has_keys=True,
    line_ends=line_ends.go_semicolons,
)  # fmt: skip
_RUST = Grammar(
    pattern=_compile(
        ("text", r'[bc]?r(?P<hashes>#{0,255})"[\s\S]*?(?:"(?P=hashes)|\Z)'),
        ("text", r'[bc]?"[^"\\]*+(?:\\(?:[\s\S]|\Z)[^"\\]*+)*+"?'),
        ("text", r"b?'(?:\\(?:u\{[^}'\n]{0,8}\}|x\w{0,2}|[^\n])|[^\\'\n])'"),
        _SPACE, _LINE_END, _LINE_COMMENT, _NESTED_COMMENT, ("number", _number(_RUST_FRACTION)),
        ("name", rf"'{_NAME}|(?:r#)?{_NAME}"),
        ("mark", rf"\.\.\.|\.\.=|\.\.|=>|->|<<=?|<=|==|!=|&&|\|\||[-+*/%&|^]=|::|{_ANY}"),
    ),
    keywords=words(
        "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move"
        " mut pub ref return self Self static struct super trait true type unsafe use where while 'static _"
    ),
    kept=words("main cmp partial_cmp eq ne fmt drop next default from into hash add sub mul div rem neg index deref"),
    introduced=names_in_go_and_rust.rust_names,
    access=frozenset((".", "::")),
    has_keys=True,
    nests_comments=True,
)  # fmt: skip
_PYTHON2 = Grammar(
    pattern=_compile(
        ("text", _tripled('"', "[rRbBuU]{0,2}")), ("text", _tripled("'", "[rRbBuU]{0,2}")),
        ("text", _quoted('"', "[rRbBuU]{0,2}")), ("text", _quoted("'", "[rRbBuU]{0,2}")),
        _SPACE, _SPLICE, _LINE_END, _HASH_COMMENT, ("number", _number(_ANY_FRACTION)), ("name", _NAME),
        ("mark", rf"\.\.\.|\*\*=?|//=?|<<=?|>>=?|<=|>=|==|!=|<>|:=|->|[-+*/%&|^@]=|{_ANY}"),
    ),
    keywords=words(
        "and as assert break class continue def del elif else except exec finally for from global if import in is"
        " lambda not or pass print raise return try while with yield None True False self cls"
    ),
    kept=words("next"),
    introduced=names_in_scripts.python_names,
    line_ends=line_ends.python_lines,
    reads_as_python=True,
)  # fmt: skip
_PYTHON3 = replace(_PYTHON2, is_python3=True)
PLAIN = Grammar(pattern=_compile(_SPACE, _LINE_END, ("name", r"\w++"), ("mark", _ANY)))

GRAMMARS: Mapping[str, Grammar] = MappingProxyType(
    {
        "python3": _PYTHON3,
        "pypy3": _PYTHON3,
        "python2": _PYTHON2,
        "cpp17": _CPP,
        "cpp20": _CPP,
        "c": _C,
        "java": _JAVA,
        "javascript": _JAVASCRIPT,
        "go": _GO,
        "rust": _RUST,
    }
)

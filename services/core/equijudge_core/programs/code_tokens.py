"""Programs without a parser here, told from other text by their tokens: brackets that match, and a place to begin at.

A whole program has both, and writes something; one that also reads stands higher, as in whole_program. Where a language
needs no place to begin at, writing is enough. Linear in the source; never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from equijudge_core.programs.code_lines import LABEL, mended_forms
from equijudge_core.programs.code_tags import Tags, find_tags
from equijudge_core.programs.lexing.grammars import Grammar, find_grammar
from equijudge_core.programs.lexing.lexer import Kind, Token, tokenize, words
from equijudge_core.programs.whole_program import Completeness


@dataclass(frozen=True, slots=True)
class Shape:
    """What programs of one language look like.

    entry: tokens in a row that a program begins at, () where it begins at its top. not_behind, not_before: what may not
    stand around them: then they are another language's. writes, reads: names, one of which a program of a contest has.
    first_line: finds the beginning of a program's first line where no fence tells it.
    """

    entry: tuple[str, ...] = ()
    not_behind: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()
    first_line: re.Pattern[str] | None = None


_C_SHAPE = Shape(
    entry=("main", "("),
    not_behind=words("func fn def fun . ::"),
    not_before=words("String final"),
    writes=words(
        "cout printf puts putchar putchar_unlocked fwrite write fputs putc fprintf print println write_unlocked"
    ),
    reads=words("cin scanf getline getchar getchar_unlocked fread read gets fgets getc fscanf rdbuf"),
    first_line=re.compile(r"#\s*(?:include|define|pragma|import)\b|//|/\*|using\b|int\b|template\b|typedef\b|struct\b"),
)
_SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "cpp17": _C_SHAPE,
        "cpp20": _C_SHAPE,
        "c": _C_SHAPE,
        "java": Shape(
            entry=("void", "main", "("),
            writes=words("println print printf write append format PrintWriter BufferedWriter"),
            reads=words("Scanner BufferedReader StreamTokenizer DataInputStream InputStreamReader readLine read in"),
            first_line=re.compile(r"import\b|package\b|public\b|final\b|class\b|//|/\*|@"),
        ),
        "javascript": Shape(
            writes=words("console write writeFileSync stdout"),
            reads=words("readFileSync stdin readline prompt createInterface require"),
            first_line=re.compile(
                r"(?:const|let|var|function|async|class)\b.*[={(]|import\b.*['\"]|['\"]use strict|//|/\*|process\.|"
                r"console\.|require\("
            ),
        ),
        "go": Shape(
            entry=("func", "main", "("),
            writes=words("Println Print Printf Fprintln Fprint Fprintf WriteString Write WriteByte println print"),
            reads=words("Scan Scanln Scanf Fscan Fscanf Fscanln ReadString ReadAll ReadLine ReadBytes NewScanner"),
            first_line=re.compile(r"package\s+main\b|//|/\*"),
        ),
        "rust": Shape(
            entry=("fn", "main", "("),
            writes=words("println print write writeln stdout write_all"),
            reads=words("stdin read_line read_to_string lines"),
            first_line=re.compile(r"use\b.*::|fn\b|#!?\[|//|/\*|struct\b|const\b|static\b|mod\b|extern\b|type\b"),
        ),
        "python2": Shape(
            writes=words("print write writelines stdout"),
            reads=words("raw_input input stdin open fileinput"),
            first_line=re.compile(r"(?:import|from|def|class|for|while|if|print|try|with)\b|[A-Za-z_][\w, ]*=|#"),
        ),
    }
)

# Where the first line of a class may be the first of all, beside those that C++ begins with.
_CLASS = re.compile(rf"{_C_SHAPE.first_line.pattern if _C_SHAPE.first_line else ''}|class\b[^.!?]*\{{?$")
_OPENED_BY = {")": "(", "]": "[", "}": "{"}
# What no program begins with: a quotation, a patch.
_FIRST_MARKS = frozenset(("#", "@", ";", "::"))
_GUESSES = 8  # lines at which a program may begin that are tried
_SURROUNDINGS = frozenset((">", "+", "-", "@", "<"))
_ENTITIES = frozenset(("lt", "gt", "amp", "quot"))
_CONDITIONS = frozenset(("else", "elif", "endif"))
_WORDS_IN_A_ROW = 3  # that are no keywords


class TokenSyntax:
    """The syntax of a language as far as its tokens tell; see code_extraction.Syntax. called: the function that is to
    be called: what defines it is a whole program then, wherever that begins."""

    def __init__(self, language: str, called: str = "") -> None:
        self.tags: Tags = find_tags(language)
        self.title = self.tags.title
        self._grammar: Grammar = find_grammar(language)
        self.can_tell = language in _SHAPES
        self._shape = _SHAPES.get(language, Shape())
        self._called = called if self._shape.entry else ""

    def completeness(self, code: str) -> Completeness:
        tokens = tokenize(code, self._grammar)
        if not tokens or not self.can_tell:
            return Completeness.PRINTS_MAYBE if tokens else Completeness.VALUES
        shape = self._shape
        if not _is_balanced(tokens, self._grammar) or _is_surrounded(tokens) or self._has_prose(tokens):
            return Completeness.UNPARSEABLE
        if shape.entry and self._begins_or_ends_oddly(tokens):
            return Completeness.UNPARSEABLE
        if self._called:
            return Completeness.READS_AND_PRINTS if _defines(tokens, self._called) else Completeness.SNIPPET
        names = {token.text for token in tokens if token.kind is Kind.NAME}
        if not _has_entry(tokens, shape):
            return Completeness.SNIPPET
        if not names & shape.writes:
            return Completeness.PRINTS_MAYBE if shape.entry else Completeness.SNIPPET
        return Completeness.READS_AND_PRINTS if names & shape.reads else Completeness.PRINTS

    def _has_prose(self, tokens: Sequence[Token]) -> bool:
        """Whether a line reads like a sentence: three words in a row, an apostrophe, a point at its end."""
        for line in _lines(tokens):
            if self._grammar.directives and line[0].text == "#":
                continue
            if line[-1].text in (".", "!") and len(line) > 1 and line[-2].kind is Kind.NAME:
                return True
            if self._shape.entry and line[-1].text == ":" and len(line) > 2 and self._are_words(line[:-1]):
                return True
            row, behind_name = 0, False
            for token in line:
                row = row + 1 if token.kind is Kind.NAME and token.text not in self._grammar.keywords else 0
                if row == _WORDS_IN_A_ROW or (behind_name and token.glued and token.text.startswith("'")):
                    return True
                behind_name = token.kind is Kind.NAME
        return False

    def _are_words(self, tokens: Sequence[Token]) -> bool:
        return all(token.kind is Kind.NAME and token.text not in self._grammar.keywords for token in tokens)

    def _begins_or_ends_oddly(self, tokens: Sequence[Token]) -> bool:
        """Whether what stands around the program came along: a title, a ruler, a label, the name of a file.

        A program ends a statement, a block or a directive, and begins with a word that ends no line but behind a
        keyword, or with one of few marks.
        """
        if tokens[-1].kind is not Kind.LINE_END and tokens[-1].text not in ("}", ";"):
            return True
        first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
        if first.kind is not Kind.NAME:
            return first.text not in _FIRST_MARKS and first.text + second.text != "[["
        line = next(_lines(tokens))
        ends_with_name = line[-1].kind is Kind.NAME and first.text not in self._grammar.keywords
        return ":" in (second.text, line[-1].text) or ends_with_name

    def mended_forms(self, code: str) -> Iterator[str]:
        return mended_forms(code)

    def runs_of_code(self, text: str) -> list[str]:
        """From a line that may begin a program to the last that may end one; the longest run comes last."""
        begins = self._shape.first_line
        if begins is None:
            return [text]
        begins = _CLASS if self._called and not begins.match("class") else begins
        lines = [LABEL.sub("", line) if LABEL.match(line) else line for line in text.split("\n")]
        starts = [at for at, line in enumerate(lines) if begins.match(line.lstrip())][:_GUESSES]
        ends = [at for at, line in enumerate(lines) if self._may_end(line)]
        if not starts or not ends:
            return []
        return ["\n".join(lines[start : ends[-1] + 1]) + "\n" for start in reversed(starts) if start <= ends[-1]]

    def _may_end(self, line: str) -> bool:
        if self._shape.entry:
            return line.rstrip().endswith(("}", ";"))
        return line.rstrip().endswith(("}", ";", ")", "]")) or line.startswith((" ", "\t"))

    def strip_label(self, text: str) -> str | None:
        return None

    def lack(self, code: str, found: Completeness) -> str:
        if self._called:
            return f"defines no {self._called}"
        return f"has no `{' '.join(self._shape.entry)}`" if self._shape.entry else "prints nothing"


def _lines(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens line by line."""
    line: list[Token] = []
    for token in tokens:
        if token.fresh and line:
            yield line
            line = []
        line.append(token)
    if line:
        yield line


def _has_entry(tokens: Sequence[Token], shape: Shape) -> bool:
    texts = [token.text for token in tokens]
    length = len(shape.entry)
    return not length or any(
        tuple(texts[at : at + length]) == shape.entry
        and texts[at - 1 : at] not in [[word] for word in shape.not_behind]
        and texts[at + length : at + length + 1] not in [[word] for word in shape.not_before]
        for at, text in enumerate(texts)
        if text == shape.entry[0]
    )


def _defines(tokens: Sequence[Token], name: str) -> bool:
    """Whether a function of this name has a body: behind its brackets stands a brace, or words and then a brace."""
    for at, token in enumerate(tokens[:-1]):
        if token.text != name or tokens[at + 1].text != "(":
            continue
        depth = 0
        for behind in tokens[at + 1 :]:
            depth += (behind.text == "(") - (behind.text == ")")
            if depth == 0 and behind.text == "{":
                return True
            if depth < 0 or (depth == 0 and behind.kind is not Kind.NAME and behind.text not in (")", ",", "->")):
                break
    return False


def _is_balanced(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the brackets match outside of directives; where directives choose among lines nothing can be said."""
    opened: list[str] = []
    in_directive = False
    for token in tokens:
        if token.kind is Kind.LINE_END:
            in_directive = False
        elif grammar.directives and token.text == "#" and token.fresh:
            in_directive = True
        elif in_directive and token.text in _CONDITIONS:
            return True
        elif not in_directive and token.kind is Kind.MARK:
            if token.text in ("(", "[", "{"):
                opened.append(token.text)
            elif token.text in _OPENED_BY and (not opened or opened.pop() != _OPENED_BY[token.text]):
                return False
    return not opened


def _is_surrounded(tokens: Sequence[Token]) -> bool:
    """Whether the text around a program got into it: marks at the beginnings of lines, entities, odd blanks."""
    if tokens[0].text in _SURROUNDINGS and tokens[0].kind is Kind.MARK:
        return True
    for at, token in enumerate(tokens):
        if token.kind is Kind.MARK and not token.text.isascii():
            return True
        if (
            token.text in _ENTITIES
            and tokens[at - 1].text == "&"
            and at + 1 < len(tokens)
            and tokens[at + 1].text == ";"
        ):
            return True
    return False

"""Cuts a text at what marks code (fences, tags of markup) into segments; says nothing about what a segment is worth.

1. A mark is a run of three or more backticks anywhere, of tildes or two backticks at the beginning of a line, three
   quotes with Python's name behind them and their end, or a tag of the table below. Every mark is a cut, whatever its
   length: what lies between two marks is one segment.
2. Only a mark inside a string or a comment of the code before it is no cut, nor is one behind 16 such: the code's own
   quotes decide, as the language that is wanted reads them.
3. The words behind a fence on its line are its info string: a known tag there opens code. Without one a fence closes
   code that is open, else it opens code of no language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from equijudge_core.programs.code_tags import PYTHON_TAGS, Tags

# How many marks in a row may lie in strings and comments; it bounds what is read again when they turn out to be cuts.
_MOST_QUOTED = 16


class Language(Enum):
    """What a mark's tag says about the code behind it."""

    WANTED = "wanted"
    UNSAID = "unsaid"
    OTHER = "other"


_UNSAID = {
    *("text", "txt", "plain", "plaintext", "plain_text", "raw", "none", "code", "tool_code", "tool_call", "source"),
    *("program", "solution", "answer", "script", "main", "repl", "jupyter", "notebook"),
    *("execute", "exec", "interpreter", "code_interpreter", "final", "submission", "block", "codeblock", "snippet"),
}
# What is open behind such a tag is text, in which fences open.
_MARKDOWN = {"markdown", "md", "mdx"}
_OTHER = {
    *("c", "h", "c++", "cpp", "cxx", "cc", "hpp", "c#", "cs", "csharp", "java", "kotlin", "kt", "scala", "groovy"),
    *("js", "javascript", "jsx", "ts", "typescript", "tsx", "node", "go", "golang", "rust", "rs", "ruby", "rb", "perl"),
    *("php", "swift", "dart", "lua", "r", "julia", "jl", "haskell", "hs", "ocaml", "ml", "fsharp", "f#", "clojure"),
    *("lisp", "scheme", "racket", "elixir", "erlang", "nim", "zig", "d", "pascal", "delphi", "fortran", "ada", "cobol"),
    *("asm", "assembly", "nasm", "matlab", "octave", "vb", "basic", "sql", "mysql", "html", "css", "scss", "xml"),
    *("svg", "json", "jsonl", "json5", "yaml", "yml", "toml", "ini", "csv", "tsv", "latex", "tex", "math", "mermaid"),
    *("dot", "graphviz", "bash", "sh", "shell", "zsh", "fish", "console", "terminal", "shell-session", "powershell"),
    *("ps1", "cmd", "bat", "batch", "makefile", "make", "cmake", "dockerfile", "docker", "diff", "patch", "git", "log"),
    *("output", "stdout", "stderr", "input", "stdin", "result", "results", "example", "examples", "sample", "error"),
    *("traceback", "pytb", "pseudo", "pseudocode", "pseudo-code", "algorithm", "prolog", "solidity", "awk", "sed"),
}

_ELEMENTS = (
    "code|pre|samp|python|py|python3|python_code|py-script|script|program|solution|answer|final_answer|final|response|"
    "execute|tool_code|tool_call|code_interpreter|interpreter|implementation|completion|submission|artifact|"
    "antartifact|source|source_code|file|content|parameter|function|invoke|details|summary|output|result|results|"
    "explanation|example"
)
_EVENT = re.compile(
    r"(?P<line>\r\n|\n|\r)"
    r"|(?P<fence>[`｀´]{3,}|~{3,}|``(?![`])|'''|\"\"\")"
    rf"|<(?P<element_end>/?)(?P<element>{_ELEMENTS})(?P<attributes>[\s=:][^<>\r\n]{{0,200}})?>"
    r"|\[(?P<bracket_end>/?)(?P<bracket>PYTHON|CODE|SOLUTION|ANSWER)(?:=(?P<bracket_tag>[\w+#.-]{1,20}))?\]"
    r"|\\(?P<latex>begin|end)\{(?:lstlisting|minted|verbatim|Verbatim|python|pythoncode|code)\}"
    r"(?P<options>(?:\[[^\]\r\n]{0,200}\])?(?:\{[^}\r\n]{0,40}\})?)"
    r"|\#\+(?P<org>begin|end)_(?:src|example|source)(?P<org_tag>[^\r\n]{0,80})"
    r"|\{code(?::(?P<jira_tag>[^{}\r\n]{0,80}))?\}"
    r"|(?P<cdata><!\[CDATA\[)|(?P<cdata_end>\]\]>(?=\s{0,80}<))"
    r"|<\|(?P<token>python_tag|python_start|python_end|code_start|code_end|python|/python|code|/code)\|>",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t>]*")
_LONGEST_LEAD = 80
_WORD = re.compile(r"[\w+#.\-]+")
_TAG = re.compile(
    r"(?P<space>[ \t]*)(?:(?P<braced>\{[^{}\r\n]{1,80}\}[ \t]*(?:[A-Za-z][\w.]*)?)"
    r"|(?:lang(?:uage)?[-=:])?(?P<word>[A-Za-z][\w+#.\-]*)(?P<version>[ \t]+3(?:\.\d+)?(?![^\s]))?)"
    r"(?![\w(\[])"
)
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\0"))


@dataclass(slots=True)
class Mark:
    """text[start:end], alone on its line up to there where `leads`. `opens`: None where it depends on what is open."""

    start: int
    end: int
    line: int
    line_start: int
    leads: bool
    fence: str = ""
    opens: bool | None = None
    language: Language = Language.UNSAID
    tag_end: int = -1
    line_end: int = -1
    last: bool = True  # of its line


@dataclass(frozen=True, slots=True)
class Segment:
    """What lies between two marks. `rest`: behind the opening mark and its known tag on the line.

    `open`: a mark opened it. `closed`: a mark ends it. `prefilled`: it is the head of the text, and a mark that may be
    a closing one ends it: if it is a program the prompt opened the fence.
    """

    language: Language
    open: bool
    closed: bool
    rest: str
    lines: str
    prefilled: bool = False


def cut_segments(
    text: str,
    is_code: Callable[[Segment], bool],
    is_program: Callable[[Segment], bool],
    tags: Tags = PYTHON_TAGS,
) -> Iterator[Segment]:
    """Cut a text into segments, in order.

    `is_code` is asked where a segment holds marks in its strings and comments, `is_program` of the text's head: if it
    is one the first fence closes.
    """
    marks = list(_without_strings(text, _marks(text, tags)))
    opener: Mark | None = None
    is_open, position = False, 0
    while True:
        end, quoted = _find_next_cut(text, marks, position, opener, is_open, tags)
        if quoted and not is_code(_segment(text, opener, marks, end, is_open)):
            end = position
        segment = _segment(text, opener, marks, end, is_open)
        yield segment
        if end == len(marks):
            return
        is_open = _opens(marks[end], text, is_open or (segment.prefilled and is_program(segment)))
        opener = marks[end]
        position = end + 1


def language_of(tag: str, tags: Tags = PYTHON_TAGS) -> Language | None:
    """What a tag says; None where nobody knows it."""
    words = [word.strip(".-").lower() for word in _WORD.findall(tag.translate(_INVISIBLE))]
    if any(tags.wanted.fullmatch(word) for word in words):
        return Language.WANTED
    if any(word in _OTHER for word in words[:1]) or (tags.foreign and any(map(tags.foreign.fullmatch, words))):
        return Language.OTHER
    return Language.UNSAID if words and words[0] in _UNSAID else None


def _marks(text: str, tags: Tags) -> Iterator[Mark]:
    """The marks in order, with their tags; linear in the text."""
    line, line_start = 0, 0
    waiting: list[Mark] = []
    for event in _EVENT.finditer(text):
        if event["line"]:
            yield from _complete_marks(waiting, text, event.start(), tags)
            waiting = []
            line, line_start = line + 1, event.end()
        elif mark := _mark(text, event, line, line_start, tags):
            waiting.append(mark)
    yield from _complete_marks(waiting, text, len(text), tags)


def _without_strings(text: str, marks: Iterator[Mark]) -> Iterator[Mark]:
    """Leave out what is no fence: lone quotes but where a label began them, two backticks amid a line."""
    opened = ""
    for mark in marks:
        info = text[mark.tag_end : mark.line_end].strip() if len(mark.fence) < 4 else ""
        if mark.fence in ("'''", '"""'):
            if mark.language is Language.WANTED and mark.opens and not info:
                opened = mark.fence
            elif mark.fence == opened and not text[mark.end : mark.line_end].strip():
                opened, mark.opens = "", False
            else:
                continue
        elif mark.fence == "``" and (info or not mark.last):
            continue
        yield mark


def _complete_marks(marks: list[Mark], text: str, line_end: int, tags: Tags) -> Iterator[Mark]:
    for number, mark in enumerate(marks):
        mark.last = number == len(marks) - 1
        mark.line_end = line_end if mark.last else marks[number + 1].start
        if mark.fence:
            _read_tag(mark, text, tags)
        yield mark


def _mark(text: str, event: re.Match[str], line: int, line_start: int, tags: Tags) -> Mark | None:
    lead = text[line_start : event.start()] if event.start() - line_start <= _LONGEST_LEAD else "x"
    leads = _LEAD.fullmatch(lead.translate(_INVISIBLE)) is not None
    mark = Mark(event.start(), event.end(), line, line_start, leads, tag_end=event.end())
    if event["fence"]:
        mark.fence = event["fence"]
        amid_a_line = mark.fence[0] in "`｀´" and len(mark.fence) > 2
        behind_code = mark.fence[0] == "~" and text[mark.end : mark.end + 1] in ("", "\r", "\n")
        return mark if leads or amid_a_line or behind_code else None
    mark.opens, mark.language = _markup(event, tags)
    if mark.opens and not leads and not event["element"] and not event["cdata"] and not event["token"]:
        return None
    return mark


def _markup(event: re.Match[str], tags: Tags) -> tuple[bool | None, Language]:
    """Whether a tag of markup opens, and what it says about the language."""
    if event["element"]:
        name, attributes = event["element"], event["attributes"] or ""
        words = re.findall(r"[\w+#.-]+", attributes.replace("language-", "").replace("lang-", ""))
        said = {language_of(name, tags), language_of(" ".join(words), tags)}
        is_foreign = tags.foreign is not None and any(map(tags.foreign.fullmatch, (name, *words)))
        language = Language.WANTED if Language.WANTED in said else Language.OTHER if is_foreign else Language.UNSAID
        return not event["element_end"], language
    opens, tag = _markup_words(event, tags)
    return opens, language_of(tag, tags) or Language.UNSAID


def _markup_words(event: re.Match[str], tags: Tags) -> tuple[bool | None, str]:
    """Whether a tag opens that is no element, and its words about the language."""
    if event["bracket"]:
        return not event["bracket_end"], event["bracket_tag"] or event["bracket"]
    if event["latex"]:
        return event["latex"].lower() == "begin", event[0].replace("language=", "")
    if event["org"]:
        return event["org"].lower() == "begin", event["org_tag"]
    if event["token"]:
        name = event["token"].lower()
        says_python = tags.foreign is None or "python" in name  # where Python is wanted, code is Python
        return not (name.endswith("_end") or name.startswith("/")), "python" if says_python else ""
    if event["cdata"] or event["cdata_end"]:
        return bool(event["cdata"]), ""
    return (True, event["jira_tag"]) if event["jira_tag"] else (None, "")


def _read_tag(mark: Mark, text: str, tags: Tags) -> None:
    info = text[mark.end : min(mark.line_end, mark.end + 200)].translate(_INVISIBLE)
    tag = _TAG.match(info)
    if tag is None:
        return
    if (tag["word"] or "").lower() in _MARKDOWN:
        mark.opens = False
        return
    language = language_of(tag["braced"] or tag["word"], tags)
    if language is None:
        return
    rest = info[tag.end() :].strip()
    if language is not Language.WANTED and tag["space"] and rest:  # a sentence: "``` C is faster"
        return
    mark.language, mark.opens = language, True
    mark.tag_end = mark.end + _visible_length(text, mark.end, tag.end())


def _visible_length(text: str, start: int, count: int) -> int:
    """How many characters of the text from `start` hold `count` visible ones."""
    seen = position = 0
    while seen < count:
        seen += ord(text[start + position]) not in _INVISIBLE
        position += 1
    return position


def _opens(mark: Mark, text: str, is_open: bool) -> bool:
    """Whether code is open behind a mark."""
    if mark.opens is None:
        return not is_open
    spaced = mark.fence and text[mark.end : mark.end + 1] in (" ", "\t")
    if is_open and spaced and text[mark.tag_end : mark.line_end].strip():  # "``` python is what this is"
        return False
    return mark.opens


def _find_next_cut(
    text: str, marks: list[Mark], first: int, opener: Mark | None, is_open: bool, tags: Tags
) -> tuple[int, bool]:
    """The next mark that is a cut, len(marks) for the end; and whether others were passed over."""
    if first == len(marks) or not (is_open or opener is None):
        return first, False
    position = opener.tag_end if opener else 0
    number = first
    while number < len(marks) and number - first < _MOST_QUOTED:
        mark = marks[number]
        position = _end_of_quotes(text, position, mark.start, tags)
        if position <= mark.start:
            return number, number > first
        number += 1
    return (number, True) if number == len(marks) else (first, False)


def _end_of_quotes(text: str, position: int, stop: int, tags: Tags) -> int:
    """Where the string or comment that holds `stop` ends; `stop` if none holds it."""
    while position <= stop:
        start = tags.quote.search(text, position, stop)
        if start is None:
            return stop
        quoted = tags.quoted.match(text, start.start())
        position = quoted.end() if quoted else start.end()
    return position


def _segment(text: str, opener: Mark | None, marks: list[Mark], end: int, is_open: bool) -> Segment:
    closer = marks[end] if end < len(marks) else None
    stop = len(text) if closer is None else closer.start
    if opener is None:
        stop = closer.line_start if closer and closer.leads else stop
        prefilled = closer is not None and closer.opens is None
        return Segment(Language.UNSAID, False, closer is not None, "", text[:stop], prefilled)
    if closer and closer.leads and closer.line > opener.line:
        stop = closer.line_start
    language = opener.language if is_open else Language.UNSAID
    if not opener.fence:  # behind a tag of markup there is no info string
        return Segment(language, is_open, closer is not None, "", _after_line_end(text, opener.end, stop))
    line_end = min(opener.line_end, stop)
    return Segment(
        language,
        is_open,
        closer is not None,
        text[min(opener.tag_end, line_end) : line_end],
        _after_line_end(text, line_end, stop),
    )


def _after_line_end(text: str, start: int, stop: int) -> str:
    for end in ("\r\n", "\n", "\r"):
        if text.startswith(end, start):
            return text[start + len(end) : max(stop, start + len(end))]
    return text[start:stop]

"""The lines of code: mended where a text surrounds or garbles them, found where no fence tells them, unwrapped.

Nothing here decides what is a program: it offers forms, the first that parses is taken.
"""

from __future__ import annotations

import html
import itertools
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from equijudge_core.programs.parsing import BYTE_ORDER_MARK

# How many runs of unfenced code are tried, how often an open string is taken for prose, how much JSON is looked at.
_GUESSES = 8
_JSON_GUESSES = 8
_MOST_STRINGS = 64

_CODE_LINE = re.compile(
    r"(?:import|from|def|class|for|while|if|elif|else|try|except|finally|with|async|return|global|pass|break|continue"
    r"|print|raise|assert|del|nonlocal|yield|lambda|not|match|case)\b"
    r"|[\w.]+\(|[@#)\]}\"']|[\w.\[\](),: *+/%&|^<>@~\"'-]*="
)
# Two words side by side that are no keywords: never Python, outside of strings and comments.
_KEYWORDS = (
    "and|as|assert|async|await|break|case|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|"
    "is|lambda|match|nonlocal|not|or|pass|print|raise|return|try|type|while|with|yield|None|True|False"
)
_PROSE = re.compile(rf"\b(?!(?:{_KEYWORDS})\b)[A-Za-z]+ (?!(?:{_KEYWORDS})\b)[A-Za-z]+\b")
# Rulers, quotations and patches.
_FOREIGN = re.compile(r"([=\-*_<~])\1{2,}|[>+]")
_STRINGS = re.compile(r"\"{3}.*|'{3}.*|\"[^\"]*\"|'[^']*'|#.*")
_TRIPLE = re.compile(
    r"""\\.|#.*|(?P<triple>\"{3}|'{3})|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'"""  # a line's strings and comments
)
LABEL = re.compile(r"[ \t]*\**(?:A|Answer|Solution|Code|Program|Response|Assistant|Final answer)\**:\**[ \t]+(?=\S)")

_INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f]")
_ODD_SPACE = re.compile("[\u00a0\u2002\u2003\u2007\u2009\u202f\u3000]")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,5}|#x[0-9a-fA-F]{1,4});")
_QUOTED_LINE = re.compile(r"[ \t]{0,3}>(?!>>)[ ]?")
_PROMPT = re.compile(r"[ \t]*(?:>>>|\.\.\.)(?:[ ]|$)")
_ADDED = re.compile(r"\+")
_PATCH_HEAD = re.compile(r"(?:---|\+\+\+|@@|diff|index|new file|\\ No newline|\*\*\*)")
_ESCAPED = re.compile(r"\\([nrt\"\\])")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}
_MAGIC = re.compile(r"\s*%%[^\r\n]*(?:\r\n|\n|\r)")
_REPLACEMENT = re.compile(r"\s*<{5,} SEARCH\s*={5,}[^\n]*\n([\s\S]*)\n>{5,} REPLACE\s*")
_JSON_BEGIN = re.compile(r"(?:\A|(?<=[\n\]>:]))[ \t]*(?=[\[{]\s{0,80}[\"\[{])")
_NEXT_TURN = re.compile(
    r"^(?:#{1,4}[ ]*|\**)?(?:"
    r"(?:Human|User|Q)(?:[ ]\d{1,3})?\**:\**(?:[ \t]*$|[ \t]+[A-Z]\w*,? \w+)"
    r"|(?:Instruction|Question|Problem|Exercise|Task|Prompt|Input)(?:[ ]\d{1,3})?\**:\**[ \t]*$)",
    re.MULTILINE,
)


def has_next_turn(text: str) -> bool:
    """Whether a line begins what somebody else says, as base models go on: `Human:`, `Q:`, `### Question:`."""
    return _NEXT_TURN.search(text) is not None


def turns(text: str) -> list[str]:
    """A text without fences, cut where somebody else's turn begins; whole where it is cut nowhere."""
    starts = [0, *(turn.start() for turn in _NEXT_TURN.finditer(text)), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(starts)]


def mended_forms(code: str) -> Iterator[str]:
    """The code, and then without what surrounds code in a text; each mending on top of those before."""
    first, *others = _dedent(code.lstrip(BYTE_ORDER_MARK))  # Python passes over one: it is no reason to look further
    yield first
    yield from others
    code = first
    for mend in _MENDINGS:
        if (mended := mend(code)) is not None:
            code, *others = _dedent(mended)
            yield code
            yield from others


def _strip_quotes(code: str) -> str | None:
    return _strip_prefix(code, _QUOTED_LINE)


def _visible(code: str) -> str | None:
    if _INVISIBLE.search(code) or _ODD_SPACE.search(code):
        return _ODD_SPACE.sub(" ", _INVISIBLE.sub("", code))
    return None


def _unescape_html(code: str) -> str | None:
    return html.unescape(code) if _ENTITY.search(code) else None


def _strip_prompts(code: str) -> str | None:
    """A session in which nothing but the program was typed; one with answers between is a demonstration."""
    return _strip_prefix(code, _PROMPT)


def _patch_additions(code: str) -> str | None:
    """A patch that does nothing but add."""
    lines = [line for line in code.splitlines(keepends=True) if not _PATCH_HEAD.match(line)]
    return _strip_prefix("".join(lines), _ADDED)


def _strip_magic(code: str) -> str | None:
    magic = _MAGIC.match(code)
    return code[magic.end() :] if magic else None


def _replacement(code: str) -> str | None:
    found = _REPLACEMENT.fullmatch(code)
    return found[1] if found else None


def _unescape_line(code: str) -> str | None:
    if "\\n" not in code or "\n" in code.strip():
        return None
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), code.strip())


_MENDINGS: tuple[Callable[[str], str | None], ...] = (
    _strip_magic,
    _strip_quotes,
    _visible,
    _strip_prompts,
    _patch_additions,
    _replacement,
    _unescape_line,
)


def _strip_prefix(code: str, prefix: re.Pattern[str]) -> str | None:
    """The code without what every one of its lines begins with; None where one does not."""
    lines = code.splitlines(keepends=True)
    if not prefix.match(code.lstrip()) or not all(prefix.match(line) for line in lines if line.strip()):
        return None
    return "".join(line[found.end() :] if (found := prefix.match(line)) else line for line in lines)


def _dedent(code: str) -> Iterator[str]:
    """Without the margin of the first line; code at the margin stays as it is, to the letter.

    Where other lines have none it may be a blank before the first alone, or text in a string that reaches out.
    """
    first = code.lstrip("\r\n")
    margin = first[: len(first) - len(first.lstrip(" \t"))] if first.strip() else ""
    if not margin:
        yield code
        return
    lines = code.splitlines(keepends=True)
    if not all(line.startswith(margin) for line in lines if line.strip()):
        yield first.lstrip(" \t")
    yield "".join(_strip_margin(line, margin) for line in lines)


def _strip_margin(line: str, margin: str) -> str:
    if line.startswith(margin):
        return line[len(margin) :]
    blank = len(line) - len(line.lstrip(" "))
    return line[min(blank, len(margin.expandtabs(4))) :]


def runs_of_code(text: str) -> list[str]:
    """The longest runs of lines that look like code, in the text's order."""
    lines = _labels_apart(text.split("\n"))
    longest = sorted(_runs(lines), key=lambda run: run[0] - run[1])[:_GUESSES]
    return ["\n".join(lines[start:end]) + "\n" for start, end in sorted(longest)]


def _labels_apart(lines: list[str]) -> list[str]:
    """`A: import sys` as two lines."""
    apart: list[str] = []
    for line in lines:
        code = strip_label(line)
        apart.extend([line] if code is None else ["", code])
    return apart


def strip_label(text: str) -> str | None:
    """Take away the label that a text begins with, such as `A: import sys`; None where there is none."""
    label = LABEL.match(text)
    if label is None or not _looks_like_code(text[label.end() :].partition("\n")[0]):
        return None
    return text[label.end() :]


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Lines [start, end) that look like code: the first does, and no later one is prose at its indentation.

    Lines in a string of three quotes belong to the code, whatever they say; one that never ends was no string.
    """
    number, patience = 0, _GUESSES
    while number < len(lines):
        if not _looks_like_code(lines[number].strip()):
            number += 1
            continue
        end, unfinished = _run_end(lines, number, strings=patience > 0)
        if unfinished:
            patience -= 1
            end, _ = _run_end(lines, number, strings=False)
        yield number, end
        number = end


def _run_end(lines: list[str], start: int, *, strings: bool) -> tuple[int, bool]:
    """Behind the last line of the run, and whether a string is open there."""
    base = _indent(lines[start])
    end, quote = start, ""
    for number in range(start, len(lines)):
        line = lines[number]
        stripped = line.strip()
        if not quote and stripped and number > start:
            indent = _indent(line)
            if indent < base or (indent == base and not _looks_like_code(stripped)):
                break
        if strings:
            quote = _quote_behind(line, quote)
        if stripped:
            end = number + 1
    return end, bool(quote)


def _looks_like_code(stripped: str) -> bool:
    if _FOREIGN.match(stripped) or not _CODE_LINE.match(stripped):
        return False
    return not _PROSE.search(_STRINGS.sub("''", stripped))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quote_behind(line: str, quote: str) -> str:
    """The three quotes that are open behind a line, '' for none."""
    position = 0
    while True:
        if quote:
            position = line.find(quote, position)
            if position < 0:
                return quote
            position, quote = position + 3, ""
        found = _TRIPLE.search(line, position)
        while found and not found["triple"]:
            found = _TRIPLE.search(line, found.end())
        if found is None:
            return ""
        quote, position = found["triple"], found.end()


def unwrap_texts(text: str) -> Iterator[str]:
    """Find the texts that a text holds in another notation: strings of JSON, a web page's, a quotation's, a patch's."""
    yield from _json_strings(text)
    for each in (_unescape_html(text), _strip_line_prefix(text, _QUOTED_LINE), _strip_line_prefix(text, _ADDED)):
        if each is not None:
            yield each


def _strip_line_prefix(text: str, prefix: re.Pattern[str]) -> str | None:
    """The text, its lines without the prefix; None where no line has it."""
    lines = text.split("\n")
    if not any(prefix.match(line) for line in lines):
        return None
    return "\n".join(line[found.end() :] if (found := prefix.match(line)) else f"\n{line}" for line in lines)


def _json_strings(text: str) -> Iterator[str]:
    """Strings of several words in the JSON values of a text, the last first."""
    strings: list[str] = []
    end = 0
    for count, begin in enumerate(_JSON_BEGIN.finditer(text)):
        if count == _JSON_GUESSES:
            break
        if begin.end() >= end:
            try:
                value, end = json.JSONDecoder(strict=False).raw_decode(text, begin.end())
            except (ValueError, RecursionError):
                continue
            strings.extend(_strings(value))
    yield from reversed(strings[-_MOST_STRINGS:])


def _strings(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str) and "(" in each:
            yield each
        elif isinstance(each, dict):
            waiting.extend(reversed(each.values()))
        elif isinstance(each, list):
            waiting.extend(reversed(each))

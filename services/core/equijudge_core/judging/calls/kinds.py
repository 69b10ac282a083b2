"""Kinds of arguments and values: whether a value is of one, and the kinds that a signature names. Pure.

A signature is a format's starter code, in Python, C++ or Java; it is read by its words and never run. Python does not
say whether an `int` has 32 bits or 64: what the tests have decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from equijudge_core.contracts.calls import VALUE, VOID, Kind, is_of_nodes

BITS = {"int": 31, "long": 63}
DEEPEST = 3
_BRACKETS = "[]"
_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "long": (int,),
    "double": (int, float),
    "bool": (bool,),
    "char": (str,),
    "string": (str,),
}
# As each language calls them.
_NAMES = {
    **dict.fromkeys(("int", "Integer", "short", "Short", "byte", "Byte", "unsigned", "size_t", "int32_t"), "int"),
    **dict.fromkeys(("long", "Long", "int64_t"), "long"),
    **dict.fromkeys(("double", "float", "Double", "Float"), "double"),
    **dict.fromkeys(("bool", "boolean", "Boolean"), "bool"),
    **dict.fromkeys(("char", "Character"), "char"),
    **dict.fromkeys(("str", "string", "String", "string_view"), "string"),
    **dict.fromkeys(("None", "void"), VOID),
    "ListNode": "ListNode",
    "TreeNode": "TreeNode",
}
_LISTS = frozenset(("list", "sequence", "iterable", "vector", "arraylist", "collection", "linkedlist"))
_IGNORED = frozenset(("const", "std", "typing", "java", "util", "final", "signed", "struct"))
_WORD = re.compile(r"[A-Za-z_]\w*|[\[\]<>,*&|]|\S", re.ASCII)
MOST_STARTER = 20_000  # characters of a signature


def kind_fault(value: Any, kind: Kind) -> str | None:
    """What is wrong with a value of JSON that is to be of this kind."""
    if kind == VALUE:
        return None
    if kind == VOID:
        return None if value is None else "is a value, where nothing is given back"
    if kind.endswith(_BRACKETS):
        if not isinstance(value, list):
            return f"is no list, which a {kind} is written as"
        return _list_fault(value, kind.removesuffix(_BRACKETS))
    if is_of_nodes(kind):
        is_list = value is None or isinstance(value, list)
        return None if is_list else f"is no list, which a {kind} is written as"
    if not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "bool"):
        return f"is no {kind}"
    if kind in BITS and isinstance(value, int) and not -(1 << BITS[kind]) <= value < 1 << BITS[kind]:
        return f"has more bits than a {kind}, which has {BITS[kind] + 1}"
    if kind == "char" and isinstance(value, str) and len(value) != 1:
        return f"is a text of {len(value)} characters, and no char"
    return None


def _list_fault(values: list[Any], kind: Kind) -> str | None:
    if kind in BITS and values and set(map(type, values)) == {int}:
        return kind_fault(min(values), kind) or kind_fault(max(values), kind)
    for number, value in enumerate(values):
        if (fault := kind_fault(value, kind)) is not None:
            return f"[{number}] {fault}" if fault.startswith("[") else f"at [{number}] {fault}"
    return None


def widen(kind: Kind, values: Sequence[Any]) -> Kind:
    """The kind that these values fit: itself, with `long` in place of `int` where there are large ones, or VALUE."""
    for tried in (kind, kind.replace("int", "long")):
        if all(kind_fault(each, tried) is None for each in values):
            return tried
    return VALUE


def read_type(text: str) -> Kind:
    """The kind that a type of Python, C++ or Java stands for; VALUE where it is none of ours."""
    words = [word for word in _WORD.findall(text) if word not in _IGNORED and word not in ("&", "*", ":", ".")]
    depth, base = 0, ""
    for at, word in enumerate(words):
        opens = words[at + 1 : at + 2] in (["["], ["<"])
        if word == "]" and words[at - 1 : at] == ["["]:
            depth += 1
        elif word in ("[", "]", "<", ">", "Optional", "|", "'", '"'):
            continue
        elif word.lower() in _LISTS and opens:
            depth += 1
        elif word in _NAMES and (base in ("", _NAMES[word]) or _NAMES[word] == VOID):
            base = base or _NAMES[word]
            if word == "long" and words[at + 1 : at + 2] == ["double"]:
                base = "double"
        else:
            return VALUE
    if not base or depth > DEEPEST or (base == VOID and depth):
        return VALUE
    return base + _BRACKETS * depth


def read_signature(starter: Any, name: str) -> tuple[list[Kind], Kind] | None:
    """Kinds of arguments and of what is given back, by the definition of this function in starter code; None where
    there is none."""
    if not isinstance(starter, str) or not 0 < len(starter) <= MOST_STARTER:
        return None
    text = re.sub(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/", " ", starter)
    is_python = re.search(rf"\bdef\s+{name}\s*\(", text) is not None
    comment = r"#[^\n]*" if is_python else r"//[^\n]*"
    text = re.sub(comment, " ", text)
    found = re.search(rf"\b{name}\s*\(", text)
    if found is None or (parts := _in_brackets(text, found.end())) is None:
        return None
    inside, behind = parts
    if is_python:
        given = [each.partition("=")[0].partition(":") for each in inside]
        kinds = [read_type(said) for argument, _, said in given if argument.strip() not in ("self", "")]
        arrow = re.match(r"\s*->\s*([^\n]*?)\s*:\s*(?:\n|$)", behind)
        return kinds, read_type(arrow[1]) if arrow else VALUE
    before = re.split(r"[{};:]|\bpublic\b|\bstatic\b", text[: found.start()])[-1]
    named = [re.sub(r"\b[A-Za-z_]\w*(?=\s*(?:\[\s*\]\s*)*$)", "", each.partition("=")[0]) for each in inside]
    return [read_type(each) for each in named if each.strip()], read_type(before)


def _in_brackets(text: str, start: int) -> tuple[list[str], str] | None:
    """The parts between commas up to the bracket that closes, and what stands behind it."""
    depth, parts, at = 0, [""], start
    for at in range(start, len(text)):
        each = text[at]
        if each == ")" and depth == 0:
            return parts, text[at + 1 :]
        depth += (each in "([<{") - (each in ")]>}")
        if each == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += each
    return None

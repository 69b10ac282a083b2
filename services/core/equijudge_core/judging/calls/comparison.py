"""Whether a value that a call gave is the expected one, by the rules of the problem; both in the typed encoding.

Time is linear in both but for sorting, whatever a cell left: keys are texts, and no value of a candidate's has a say in
how it is compared or hashed.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from equijudge_core.contracts.calls import CallComparison
from equijudge_core.contracts.verify import FirstDifference
from equijudge_core.judging.calls.encoding import Node, number_of
from equijudge_core.judging.checkers.result import CheckResult, accept
from equijudge_core.judging.difference import escape_unprintable

SHOWN_CHARACTERS, SHOWN_PLACE = 80, 12
ORDERED = {"t": "a tuple", "q": "a deque", "g": "an iterator"}
NAMES = {**ORDERED, "s": "a set", "z": "a frozenset", "d": "a dictionary", "c": "a complex number", "b": "bytes"}
ABSENT = "(not there, or not as often)"


class Different(Exception):
    """Where the two first depart: positions and keys from the outside in."""

    def __init__(self, place: tuple[str, ...], expected: str, got: str) -> None:
        self.place, self.expected, self.got = place, expected, got


class Comparison:
    """One comparison. `loose`: something but the value itself was needed for it to be the same."""

    def __init__(self, rules: CallComparison) -> None:
        self.rules, self.loose = rules, False

    def check(self, expected: Node, got: Node) -> CheckResult:
        """Compare; the result has the first difference."""
        try:
            self._compare(expected, got, ())
        except Different as found:
            if self.rules.or_wrapped and isinstance(expected, list) and len(expected) == 1:
                inner = Comparison(self.rules.model_copy(update={"or_wrapped": False})).check(expected[0], got)
                if inner.ok:
                    return inner
            return CheckResult(ok=False, difference=as_difference(found))
        return accept(loose=self.loose)

    def _compare(self, expected: Node, got: Node, place: tuple[str, ...]) -> None:
        items, others = self._list(expected), self._list(got)
        if items is not None and others is not None and self._same_list(expected, got):
            if self.rules.order == "any" or (self.rules.order == "outer" and not place):
                self._compare_unordered(items, others, place)
            else:
                self._compare_lists(items, others, place)
        elif isinstance(expected, dict) and "d" in expected and isinstance(got, dict) and "d" in got:
            self._compare_dictionaries(expected["d"], got["d"], place)
        elif isinstance(expected, dict) and isinstance(got, dict) and _are_sets(expected, got):
            self._compare_unordered(_only(expected), _only(got), place, is_loose=False)
        elif isinstance(expected, dict) and isinstance(got, dict) and "c" in expected and "c" in got:
            self._compare_lists(expected["c"], got["c"], place)
        elif not self._same_leaf(expected, got):
            raise Different(place, describe(expected), describe(got))

    def _same_leaf(self, expected: Node, got: Node) -> bool:
        one, other = self._number(expected), self._number(got)
        if one is None or other is None:
            return type(expected) is type(got) and bool(expected == got)
        if self._is_truth(expected) != self._is_truth(got) and not self.rules.bool_is_int:
            return False
        if isinstance(one, int) != isinstance(other, int) and not self.rules.int_is_float:
            return False
        if one == other or (one != one and other != other):
            self.loose = self.loose or isinstance(one, int) != isinstance(other, int)
            return True
        if isinstance(one, int) or one - one != 0:
            return False
        self.loose = True
        return _is_near(one, other, self.rules)

    def _compare_lists(self, items: list[Node], others: list[Node], place: tuple[str, ...]) -> None:
        for number, (one, other) in enumerate(zip(items, others, strict=False)):
            if one is not other:
                self._compare(one, other, (*place, f"[{number}]"))
        if len(items) != len(others):
            raise Different(place, f"{len(items)} elements", f"{len(others)} elements")

    def _compare_unordered(
        self, items: list[Node], others: list[Node], place: tuple[str, ...], *, is_loose: bool = True
    ) -> None:
        if len(items) != len(others):
            raise Different(place, f"{len(items)} elements", f"{len(others)} elements")
        ours, theirs = [self._key(each) for each in items], [self._key(each) for each in others]
        if is_loose and ours != theirs:
            self.loose = True
        left = Counter(ours)
        left.subtract(theirs)
        for key, other in zip(theirs, others, strict=True):
            if left[key] < 0:
                raise Different(place, ABSENT, describe(other))

    def _compare_dictionaries(self, pairs: list[Node], others: list[Node], place: tuple[str, ...]) -> None:
        ours = {self._key(key): (key, value) for key, value in pairs}
        theirs = {self._key(key): (key, value) for key, value in others}
        for name, (key, value) in ours.items():
            if name not in theirs:
                raise Different((*place, f"[{describe(key)}]"), describe(value), ABSENT)
            self._compare(value, theirs[name][1], (*place, f"[{describe(key)}]"))
        for name, (key, value) in theirs.items():
            if name not in ours:
                raise Different((*place, f"[{describe(key)}]"), ABSENT, describe(value))

    def _list(self, node: Node) -> list[Node] | None:
        """The elements of what is a list, a tuple, a deque or an iterator."""
        if isinstance(node, list):
            return node
        if isinstance(node, dict):
            found: list[Node] | None = next((held for tag, held in node.items() if tag in ORDERED), None)
            return found
        return None

    def _same_list(self, expected: Node, got: Node) -> bool:
        """Whether the kinds of two lists are the same by the rules; notes what is loose."""
        one, other = _list_tag(expected), _list_tag(got)
        if one == other:
            return True
        if {one, other} == {"", "t"}:
            return self.rules.tuple_is_list
        self.loose = self.loose or self.rules.iterator_is_list
        return self.rules.iterator_is_list and ("t" not in (one, other) or self.rules.tuple_is_list)

    def _number(self, node: Node) -> int | float | None:
        return int(node) if isinstance(node, bool) else number_of(node)

    def _is_truth(self, node: Node) -> bool:
        return isinstance(node, bool)

    def _key(self, node: Node) -> str:
        """The same text for what is the same by the rules, without tolerance."""
        if isinstance(node, bool) and not self.rules.bool_is_int:
            return "true" if node else "false"
        number = self._number(node)
        if number is not None:
            return self._number_key(number)
        if (items := self._list(node)) is not None:
            keys = [self._key(each) for each in items]
            kind = "" if self.rules.tuple_is_list or _list_tag(node) != "t" else "t"
            if _list_tag(node) in ("q", "g") and not self.rules.iterator_is_list:
                kind = _list_tag(node)
            return f"{kind}[{','.join(sorted(keys) if self.rules.order == 'any' else keys)}]"
        if not isinstance(node, dict):
            return json.dumps(node)
        ((tag, held),) = node.items()
        if tag == "d":
            return f"d{{{','.join(sorted(f'{self._key(key)}:{self._key(value)}' for key, value in held))}}}"
        if tag in "sz":
            return f"s{{{','.join(sorted(map(self._key, held)))}}}"
        return json.dumps(node)

    def _number_key(self, number: int | float) -> str:
        if self.rules.int_is_float and isinstance(number, float) and number - number == 0 and number.is_integer():
            number = int(number)
        return hex(number) if isinstance(number, int) else repr(number)


def _is_near(one: float, other: int | float, rules: CallComparison) -> bool:
    try:
        return abs(one - other) <= max(rules.abs, rules.rel * abs(one))
    except OverflowError:  # an int beyond the range of double
        return False


def _are_sets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return not {*one, *other} - {"s", "z"}


def _only(node: dict[str, Any]) -> list[Node]:
    held: list[Node] = next(iter(node.values()))
    return held


def _list_tag(node: Node) -> str:
    return next(iter(node)) if isinstance(node, dict) else ""


def as_difference(found: Different) -> FirstDifference:
    """As a result has it: there is one line, and the place is in the text of what is expected."""
    place = "".join(found.place[:SHOWN_PLACE]) + ("…" if len(found.place) > SHOWN_PLACE else "")
    return FirstDifference(line=1, expected=f"{place}: {found.expected}" if place else found.expected, got=found.got)


def describe(node: Node) -> str:
    """A value in a few words."""
    if isinstance(node, list):
        return _shorten(f"a list of {len(node)}: {_beginning(node)}" if node else "an empty list")
    if not isinstance(node, dict):
        if isinstance(node, str) and len(node) > SHOWN_CHARACTERS:
            return f"{_quote(node[:SHOWN_CHARACTERS])}… ({len(node)} characters)"
        return _quote(node) if isinstance(node, str) else str(node)
    ((tag, held),) = node.items()
    if isinstance(held, str):
        return _shorten(held if tag in "ifD" else f"{NAMES.get(tag, 'a value')} {held}")
    return f"{NAMES.get(tag, 'a fraction')} of {len(held)}"


def _beginning(items: list[Node]) -> str:
    words = []
    for each in items[:10]:
        if isinstance(each, list | dict):
            words.append("…")
        else:
            words.append(_quote(each[:SHOWN_CHARACTERS]) if isinstance(each, str) else str(each))
    return ", ".join(words)


def _quote(text: str) -> str:
    return escape_unprintable(repr(text).encode("utf-8", "backslashreplace"))


def _shorten(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"

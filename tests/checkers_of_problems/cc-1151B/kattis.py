"""Exit status 42 where the choice's xor is above zero, or there is none and none is said; else 43."""

import os
import sys
from functools import reduce
from operator import xor


def judge(given, answer, words):
    rows, columns, *cells = map(int, given.split())
    if words[:1] == ["NIE"]:
        if len(words) > 1:
            return "more than NIE"
        return "" if answer.split() == ["NIE"] else "there is a choice"
    if words[:1] != ["TAK"]:
        return "neither TAK nor NIE"
    if len(words) != rows + 1:
        return f"{len(words) - 1} columns for {rows} rows"
    if not all(word.isascii() and word.isdigit() and len(word) < 5 and 1 <= int(word) <= columns for word in words[1:]):
        return "a column that is not there"
    chosen = [cells[row * columns + int(word) - 1] for row, word in enumerate(words[1:])]
    return "" if reduce(xor, chosen) else "the xor is 0"


def main():
    with open(sys.argv[1]) as given, open(sys.argv[2]) as answer:
        wrong = judge(given.read(), answer.read(), sys.stdin.buffer.read().decode("ascii", "replace").split())
    with open(os.path.join(sys.argv[3], "judgemessage.txt"), "w") as message:
        message.write(wrong)
    sys.exit(43 if wrong else 42)


main()

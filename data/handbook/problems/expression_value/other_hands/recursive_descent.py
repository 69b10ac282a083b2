import sys
from typing import Tuple

Result = Tuple[int, int]  # value, index of what follows


def parse_atom(src: str, at: int) -> Result:
    if src[at] == "(":
        inner, at = parse_sum(src, at + 1)
        assert src[at] == ")"
        return inner, at + 1
    number = 0
    while src[at] in "0123456789":
        number = 10 * number + int(src[at])
        at += 1
    return number, at


def parse_product(src: str, at: int) -> Result:
    acc, at = parse_atom(src, at)
    while True:
        if src[at] != "*":
            return acc, at
        right, at = parse_atom(src, at + 1)
        acc *= right


def parse_sum(src: str, at: int) -> Result:
    acc, at = parse_product(src, at)
    while src[at] in ("+", "-"):
        sign = 1 if src[at] == "+" else -1
        right, at = parse_product(src, at + 1)
        acc += sign * right
    return acc, at


if __name__ == "__main__":
    line = sys.stdin.readline().strip()
    print(parse_sum(line + ";", 0)[0])

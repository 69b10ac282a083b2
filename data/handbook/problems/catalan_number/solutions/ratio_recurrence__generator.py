import sys
from itertools import islice
from typing import Iterator


def catalan_numbers() -> Iterator[int]:
    value, index = 1, 0
    while True:
        yield value
        index += 1
        # C(i) (i + 1) = C(i - 1) (4 i - 2)
        value, rest = divmod(value * (4 * index - 2), index + 1)
        assert rest == 0


def solve(text: str) -> int:
    n, m = map(int, text.split())
    return next(islice(catalan_numbers(), n, None)) % m


print(solve(sys.stdin.read()))

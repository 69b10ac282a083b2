from itertools import islice
from typing import Iterator


def fibonacci() -> Iterator[int]:
    """All Fibonacci numbers, exactly."""
    current, following = 0, 1
    while True:
        yield current
        current, following = following, current + following


n, m = [int(word) for word in open(0).read().split()]
print(next(islice(fibonacci(), n, None)) % m)

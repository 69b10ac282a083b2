import sys


def shortest_unit(text: str) -> int:
    """All pieces of the cut text must be equal."""
    size = len(text)
    divisors = [d for d in range(1, size + 1) if size % d == 0]
    return next(d for d in divisors if len({text[i : i + d] for i in range(0, size, d)}) == 1)


print(shortest_unit(sys.stdin.read().strip()))

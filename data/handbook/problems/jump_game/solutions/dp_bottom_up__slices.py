import sys
from math import inf


def solve(tokens):
    size = int(next(tokens))
    lengths = [int(next(tokens)) for _ in range(size)]
    steps = [0]  # for the stones from the current one to the last
    for length in reversed(lengths[:-1]):
        steps.insert(0, 1 + min(steps[:length], default=inf))
    return steps[0]


result = solve(iter(sys.stdin.read().split()))
print(-1 if result == inf else result)

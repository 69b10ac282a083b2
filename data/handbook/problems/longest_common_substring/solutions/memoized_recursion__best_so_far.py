import sys

sys.setrecursionlimit(10000)


def solve(x: str, y: str) -> int:
    memo: dict[tuple[int, int], int] = {}

    def suffix(i: int, j: int) -> int:
        """Length of the longest common suffix of x[:i] and y[:j]."""
        if i <= 0 or j <= 0:
            return 0
        key = (i, j)
        if key not in memo:
            if x[i - 1] == y[j - 1]:
                memo[key] = suffix(i - 1, j - 1) + 1
            else:
                memo[key] = 0
        return memo[key]

    best = 0
    for i in range(len(x), 0, -1):
        for j in range(len(y), 0, -1):
            here = suffix(i, j)
            if here > best:
                best = here
    return best


x, y = open(0).read().split()
print(solve(x, y))

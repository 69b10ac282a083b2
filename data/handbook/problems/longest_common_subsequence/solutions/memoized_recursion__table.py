import sys


def main():
    sys.setrecursionlimit(10000)
    x, y = [line.strip() for line in sys.stdin.readlines()[:2]]
    memo = [[-1] * len(y) for _ in x]

    def longest(i, j):
        """LCS of x[: i + 1] and y[: j + 1]"""
        if i < 0 or j < 0:
            return 0
        if memo[i][j] != -1:
            return memo[i][j]
        if x[i] == y[j]:
            result = longest(i - 1, j - 1) + 1
        else:
            result = max(longest(i - 1, j), longest(i, j - 1))
        memo[i][j] = result
        return result

    print(longest(len(x) - 1, len(y) - 1))


main()

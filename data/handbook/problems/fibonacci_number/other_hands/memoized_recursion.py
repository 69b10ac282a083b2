import sys

sys.setrecursionlimit(1 << 15)


def main():
    n, m = map(int, input().split())
    memo = [None] * (n + 2)
    memo[0], memo[1] = 0, 1

    def f(i):
        if memo[i] is None:
            memo[i] = f(i - 2) + f(i - 1)
        return memo[i]

    print(f(n) % m)


main()

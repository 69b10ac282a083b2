import sys


def main():
    n = int(sys.stdin.readline())
    sys.setrecursionlimit(n + 2000)
    memo = [None] * (n + 1)

    def climb(stair):
        """ways from this stair to the top"""
        if stair > n:
            return 0
        if stair == n:
            return 1
        if memo[stair] is None:
            one, two = climb(stair + 1), climb(stair + 2)
            memo[stair] = (one + two) % (10 ** 9 + 7)
        return memo[stair]

    print(climb(0))


main()

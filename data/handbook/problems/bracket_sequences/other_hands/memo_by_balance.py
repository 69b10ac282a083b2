import sys


def main():
    n, m = (int(t) for t in sys.stdin.readline().split())
    UNKNOWN = -1
    table = [[UNKNOWN] * (n + 1) for _ in range(n + 1)]

    def ways(to_open, to_close):
        """Endings that use so many more of either bracket."""
        if to_open == 0:
            return 1
        if table[to_open][to_close] == UNKNOWN:
            r = ways(to_open - 1, to_close)
            if to_close > to_open:
                r += ways(to_open, to_close - 1)
            table[to_open][to_close] = r % m
        return table[to_open][to_close]

    print(ways(n, n) % m)


main()

import sys


def main() -> None:
    """count[k][t]: partitions of t into parts of at most k."""
    n = int(sys.stdin.readline())
    count = [[0] * (n + 1) for _ in range(n + 1)]
    for k in range(n + 1):
        count[k][0] = 1
    for k in range(1, n + 1):
        for t in range(1, n + 1):
            count[k][t] = count[k - 1][t]
            if k <= t:
                count[k][t] += count[k][t - k]
    print(count[n][n])


if __name__ == "__main__":
    main()

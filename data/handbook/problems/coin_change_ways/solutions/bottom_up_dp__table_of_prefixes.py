import sys


def main():
    n, s, *coins = map(int, sys.stdin.read().split())
    mod = 1_000_000_007
    # ways[k][t]: the sum t with the first k kinds
    ways = [[0] * (s + 1) for _ in range(n + 1)]
    ways[0][0] = 1
    for k in range(1, n + 1):
        c = coins[k - 1]
        for t in range(s + 1):
            ways[k][t] = ways[k - 1][t]
            if t >= c:
                ways[k][t] = (ways[k][t] + ways[k][t - c]) % mod
    print(ways[n][s])


main()

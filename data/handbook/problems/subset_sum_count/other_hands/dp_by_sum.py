import sys


def main():
    n, s, *w = map(int, sys.stdin.read().split())
    # ways[i][t]: subsets of the first i weights with the sum t
    ways = [[0] * (s + 1) for _ in range(n + 1)]
    ways[0][0] = 1
    for i in range(n):
        for t in range(s + 1):
            ways[i + 1][t] = ways[i][t]
            if t >= w[i]:
                ways[i + 1][t] += ways[i][t - w[i]]
    print(ways[n][s])


main()

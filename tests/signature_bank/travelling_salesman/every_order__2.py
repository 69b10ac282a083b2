import itertools
import sys


def length(tour, dist):
    return sum(dist[a][b] for a, b in zip(tour, tour[1:] + tour[:1]))


def main():
    n, *flat = map(int, sys.stdin.read().split())
    dist = [flat[i * n : (i + 1) * n] for i in range(n)]
    print(min(length((0, *order), dist) for order in itertools.permutations(range(1, n))))


if __name__ == "__main__":
    main()

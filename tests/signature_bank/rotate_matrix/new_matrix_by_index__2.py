import sys


def main():
    it = iter(sys.stdin.read().split())
    n = int(next(it))
    grid = [[next(it) for _ in range(n)] for _ in range(n)]
    turned = [[grid[n - 1 - j][i] for j in range(n)] for i in range(n)]
    print("\n".join(" ".join(line) for line in turned))


main()

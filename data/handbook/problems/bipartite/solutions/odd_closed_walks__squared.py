import sys


def multiply(a, b):
    size = len(a)
    c = [[False] * size for _ in range(size)]
    for i in range(size):
        for k in range(size):
            if a[i][k]:
                for j in range(size):
                    if b[k][j]:
                        c[i][j] = True
    return c


def main():
    tokens = sys.stdin.read().split()
    n, m = int(tokens[0]), int(tokens[1])
    step = [[False] * n for _ in range(n)]
    for e in range(m):
        u = int(tokens[2 + 2 * e]) - 1
        v = int(tokens[3 + 2 * e]) - 1
        step[u][v] = True
        step[v][u] = True
    two = multiply(step, step)
    walks = step  # walks of length 1, 3, 5, ...
    length = 1
    while length <= n:
        for v in range(n):
            if walks[v][v]:
                print("NO")
                return
        walks = multiply(walks, two)
        length += 2
    print("YES")


if __name__ == "__main__":
    main()

r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]


def go(i, j):
    best = 1
    for x, y in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
        if 0 <= x < r and 0 <= y < c and a[x][y] >= a[i][j]:
            best = max(best, 1 + go(x, y))
    return best


print(max(go(i, j) for i in range(r) for j in range(c)))

a, b, k = map(int, input().split())
g = [[] for _ in range(a)]
for _ in range(k):
    x, y = map(int, input().split())
    g[x - 1].append(y - 1)
taken = [False] * b
best = 0


def go(i, count):
    global best
    if i == a:
        best = max(best, count)
        return
    go(i + 1, count)
    for y in g[i]:
        if not taken[y]:
            taken[y] = True
            go(i + 1, count + 1)
            taken[y] = False


go(0, 0)
print(best)

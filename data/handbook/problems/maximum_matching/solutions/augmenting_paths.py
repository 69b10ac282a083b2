a, b, k = map(int, input().split())
g = [[] for _ in range(a)]
for _ in range(k):
    x, y = map(int, input().split())
    g[x - 1].append(y - 1)
mt = [-1] * b


def try_kuhn(v):
    if used[v]:
        return False
    used[v] = True
    for to in g[v]:
        if mt[to] == -1 or try_kuhn(mt[to]):
            mt[to] = v
            return True
    return False


ans = 0
for v in range(a):
    used = [False] * a
    if try_kuhn(v):
        ans += 1
print(ans)
